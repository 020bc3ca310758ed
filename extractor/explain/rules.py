"""The rules that decide values, by their stable ids.

A reason names one of these. ``docs/explain.md`` repeats the table; ``rules_table`` writes it.
"""

from typing import NamedTuple

from schemas.vocabularies import FindingCode


class Rule(NamedTuple):
    """What a rule says, and the lexicon's file whose rows it goes by."""

    says: str
    lexicon: str | None = None
    gives_none: bool = False  # it is told also where it leaves the field empty


_CONTEXT = "place_context.toml"
_GAZETTEER = "provinces.csv, countries.csv, places.csv, foreign_cities.csv"

PLACES = {
    "places.kind.cue": Rule("the word before the name says its kind", _CONTEXT),
    "places.kind.row_cue": Rule(
        "the word before the list says the kind of all its names", _CONTEXT
    ),
    "places.kind.row": Rule("the other names of the list are of this kind"),
    "places.kind.in_estate": Rule("a name within an estate's name is a town"),
    "places.kind.head": Rule("the head word says that a name follows: an estate, a village"),
    "places.kind.only": Rule("the only kind, or the first of its kinds, that bears the name"),
    "places.kind.behind_town": Rule("stands right behind a town of this province"),
    "places.kind.province_first": Rule("no province of this name has its capital's name"),
    "places.kind.called_province": Rule("the words behind the name call it a province"),
    "places.kind.counted": Rule("a count of clusters follows, as one of provinces only does"),
    "places.kind.among_provinces": Rule("the sentence speaks of provinces as such", _CONTEXT),
    "places.kind.of_body": Rule("a body named shortly before is of such an area"),
    "places.kind.parallel": Rule("the same preposition stands before a province before it"),
    "places.kind.capital": Rule("a name of province and capital alone is the city"),
    "places.which.only": Rule("one place alone fits name and context", _GAZETTEER),
    "places.which.of_several": Rule("its province is named behind it, or most", _GAZETTEER),
    "places.province.of_estate": Rule("an estate lies where the place in or behind its name does"),
}
DATES = {
    "dates.words": Rule("read from the words of the expression by the calendar's grammar"),
    "dates.no_days": Rule("a length of time or a repetition has no days of its own"),
    "dates.unresolved": Rule("neither the text nor the publication tells which days"),
    "dates.era": Rule("the days of a government or plan", "eras.toml"),
    "dates.years_said": Rule("a stretch of years, both said"),
    "dates.year_said": Rule("the expression says the year"),
    "dates.same_year": Rule("counted from the year last spoken of"),
    "dates.year_compared": Rule("compared with a year: the one before that year"),
    "dates.year_counted.published": Rule("the year is counted from the publication"),
    "dates.year_counted.dateline": Rule("the year is counted from the text's own dateline"),
    "dates.counted.published": Rule("days, weeks or months counted from the publication"),
    "dates.counted.dateline": Rule("days, weeks or months counted from the text's own dateline"),
    "dates.weekday_near.published": Rule("the weekday nearest to the publication, by the verb"),
    "dates.weekday_near.dateline": Rule("the weekday nearest to the dateline, by the verb"),
    "dates.year_near.published": Rule("no year said: the nearest to the publication, by the verb"),
    "dates.year_near.dateline": Rule("no year said: the nearest to the dateline, by the verb"),
    "dates.year_spoken": Rule("no year said, none to count from: the year last spoken of"),
    "dates.year_of_sentence": Rule("no year said: that of the date before it in the sentence"),
    "dates.year_after": Rule("no year said: that of the date which the stretch ends with"),
    "dates.beside": Rule("says the same day as the date beside it"),
    "dates.weekday_year": Rule("no year said: one in which the weekday fits"),
}
PEOPLE = {
    "officials.name.full": Rule("the first full name by which the article calls the person"),
    "officials.role.stated": Rule("the first office that stands by the person", "roles.toml"),
    "officials.role.of_superior": Rule("a deputy is told apart by the superior", "roles.toml"),
    "officials.role.none": Rule("named as a speaker without an office"),
    "officials.organization.first": Rule("the body at the first office"),
    "officials.organization.with_place": Rule("the body of the office where it has its place"),
    "officials.province.of_title": Rule("the place in the office or its body"),
    "officials.province.local": Rule("a local office, of the province the article is about"),
    "statements.speaker.according_to": Rule("«به گفته» and the like stand before the person"),
    "statements.speaker.subject": Rule("the person is the subject of the verb of saying"),
    "statements.speaker.colon": Rule("a person and a colon open the sentence"),
    "statements.speaker.goes_on": Rule("the verb has no subject: who spoke last goes on"),
    "statements.speaker.answers": Rule("the line answers a question put to the person"),
    "statements.speaker.unknown": Rule("the verb's subject is nobody known", None, True),
    "statements.speaker.lede": Rule("the lede sums up the speech that follows"),
    "statements.verb": Rule("the words that bring what is said"),
    "statements.verb.lede": Rule("the verb of the speech that the lede sums up"),
}
CLUSTERS = {
    "clusters.name.fullest": Rule("the fullest of the names by which the article calls it"),
    "clusters.place": Rule("the place in or behind the name"),
    "clusters.province.stated": Rule("stated right behind the name"),
    "clusters.province.of_place": Rule("the province of the place in the name"),
    "clusters.province.beside": Rule("a place stands right before the word for cluster"),
    "clusters.province.last_office": Rule("the province of the office spoken of last before it"),
    "clusters.province.first_office": Rule("the province of the first office of the article"),
    "clusters.province.of_article": Rule("the province that the article names most"),
}
NUMBERS = {
    "figures.value.number": Rule("digits and number words, scales multiplied out"),
    "figures.value.fraction": Rule("a fraction, as a percentage"),
    "figures.value.and_a_half": Rule("«و نیم» behind the unit adds a half"),
    "figures.value.shared_scale": Rule("the scale stands with the number that it changes to"),
    "figures.upper.range": Rule("the upper end of the range"),
    "figures.comparator.none": Rule("no word beside the number says otherwise"),
    "figures.comparator.before": Rule("the words before the number", "numbers.toml"),
    "figures.comparator.after": Rule("the words behind the number", "numbers.toml"),
    "figures.comparator.range": Rule("two numbers joined as the ends of a range"),
    "figures.comparator.approximate": Rule("an order of magnitude: «صدها», «ده‌ها هزار»"),
    "figures.comparator.unit_or_verb": Rule("the words behind the unit, or the verb"),
    "figures.unit.row": Rule("the unit or counted noun behind the number", "units.toml"),
    "figures.unit.by_place": Rule("the currency of the nearest country named", "units.toml"),
    "figures.unit.person_or_tonne": Rule("«تن»: people or tonnes, by its clause", "units.toml"),
    "figures.unit.of_unit": Rule("«واحد»: by its qualifier, or as the last one", "units.toml"),
    "figures.unit.of_index": Rule("points that an index is counted in", "units.toml"),
    "figures.unit.noun": Rule("a noun that is in no list is counted"),
    "figures.unit.person": Rule("a noun that names persons by its ending"),
    "figures.unit.last_currency": Rule("a sum without currency: that of the sum before"),
    "figures.unit.scale": Rule("the scale names its currency"),
    "figures.unit.sign": Rule("the sign of percent"),
    "figures.unit.fraction": Rule("a fraction of something"),
    "figures.unit.shared": Rule("the unit stands with the number it is joined to"),
    "figures.unit.people_left_out": Rule("the people counted are left out, the context says so"),
}
INDICATORS = {
    "figures.indicator.cue": Rule(
        "the nearest word that tells it by such units", "indicators.toml"
    ),
    "figures.indicator.piece": Rule("money for one piece of goods", "quantity_words.toml"),
    "figures.indicator.carried": Rule("tells on of what the figure before it measures"),
    "figures.indicator.taken_up": Rule("its subject is left out: that of the figure before it"),
    "figures.indicator.asked": Rule("a word of the question it answers", "indicators.toml"),
    "figures.indicator.carried_back": Rule("joined to the next figure, whose verb tells of both"),
    "figures.indicator.of_whole": Rule("measures what the whole does that it is a part of"),
    "figures.indicator.repeated": Rule("a figure told once more: «این ۲۵۰ میلیارد تومان»"),
    "figures.indicator.unit": Rule("no word tells it: what such units measure as a rule"),
    "figures.modality.cue": Rule("a word of its clause", "linking.toml"),
    "figures.modality.baseline": Rule("where a change begins: «از … به …»"),
    "figures.modality.verb": Rule("the verb behind it tells of what is to come"),
    "figures.modality.repeated": Rule("a figure told once more, or in another unit"),
    "figures.modality.planned": Rule("of what the sentence before it says will be built"),
    "figures.modality.joined": Rule("its verb goes on in the tense of the one before it"),
    "figures.modality.of_whole": Rule("a part is as sure as its whole"),
    "figures.modality.default": Rule("no word of its clause says otherwise"),
    "figures.date.behind": Rule("stands right behind the figure"),
    "figures.date.before_in_clause": Rule("the last date before it that governs its clause"),
    "figures.date.after_in_clause": Rule("the first date behind it, before the verb"),
    "figures.date.of_whole": Rule("the date of the whole it is a part of"),
    "figures.date.of_growth": Rule("a growth holds for the later of the periods compared"),
    "figures.date.of_row": Rule("a share has the date of the share before it in the row"),
    "figures.date.of_clause": Rule("its clause goes on with the deed of the one before it"),
    "figures.date.taken_up": Rule("takes up the figure before it: its date"),
}
LINKS = {
    "figures.part_of.named_after": Rule("the whole is named right behind it", "linking.toml"),
    "figures.part_of.said": Rule("words beside it say it is a part", "linking.toml", True),
    "figures.part_of.in_brackets": Rule("a percentage in brackets is of the figure before"),
    "figures.part_of.opened": Rule("«از» and the like open a row of parts with the whole"),
    "figures.part_of.included": Rule("the whole names its parts: «شامل»", "linking.toml"),
    "figures.part_of.restated": Rule("it says a part over again: «یعنی»", "linking.toml"),
    "figures.part_of.summed": Rule("parts of one unit that make the whole"),
    "figures.part_of.relative": Rule("«که»: of the same things just counted"),
    "figures.part_of.of_kind": Rule("«از» and the plural of what was measured before"),
    "figures.part_of.sibling": Rule("joined to a part that it fits in the whole with"),
    "figures.part_of.shared": Rule("shares in one row are of one whole"),
    "figures.part_of.first_of_row": Rule("the first count of clusters holds the others"),
    "figures.cluster.same_sentence": Rule("the sentence names the cluster it is about"),
    "figures.cluster.topic": Rule("the text is about this cluster since these words"),
    "figures.cluster.several": Rule("the text is about several clusters here", None, True),
    "figures.cluster.counts_areas": Rule("clusters and areas are counted of none", None, True),
    "figures.cluster.of_the_market": Rule("imports and shares of a market", None, True),
    "figures.cluster.of_whole": Rule("the cluster of the whole it is a part of"),
    "figures.speaker.statement": Rule("who speaks in the statement around it"),
    "figures.province.national": Rule("said of the whole country", "linking.toml", True),
    "figures.province.spread": Rule("a count of things in several provinces", None, True),
    "figures.province.of_cluster": Rule("the province of its cluster"),
    "figures.province.of_office": Rule("the province of the speaker's office"),
    "figures.province.stated": Rule("the nearest place of the sentence"),
    "figures.province.carried": Rule("that of the figure the speaker gave just before"),
    "figures.province.of_article": Rule("the province that the article names most"),
    "figures.province.of_whole": Rule("the province of the whole it is a part of"),
    "figures.place.stated": Rule("the nearest place of the sentence"),
    "figures.place.of_office": Rule("the nearest place, in the province of the office"),
}
PROGRAMS = {
    "programs.cluster": Rule("a stage, an activity or a figure is told of the cluster"),
    "programs.chosen.furthest": Rule("of all stages told the furthest counts"),
    "programs.chosen.stopped": Rule("a stop overrides the stages reached"),
    "programs.chosen.resumed": Rule("the work is told to go on after a stop"),
    "programs.start": Rule("the date of a stage that begins the programme"),
    "programs.end": Rule("the date of a stage that ends the programme"),
    "programs.organization": Rule("the body of the first official who speaks of the cluster"),
    "programs.agent": Rule("a development agent whose office or speech is about the cluster"),
    "programs.officials": Rule("who speaks where stage and figures are told, and the agent"),
    "programs.figures": Rule("the figures linked to the cluster"),
    "statuses.told": Rule("the phrase tells the stage", "status_cues.toml"),
    "statuses.coming": Rule("the phrase, by its verb or a word of planning, is still to come",
                            "status_cues.toml"),
    "statuses.dated_ahead": Rule("the date of the stage is after the publication",
                                 "status_cues.toml"),
    "statuses.over": Rule("a run in the past that has an end is over", "status_cues.toml"),
    "statuses.cluster.named": Rule("the stage is said of the cluster named by these words"),
    "statuses.cluster.topic": Rule("the stage is said of what the text is about"),
    "statuses.cluster.dealt": Rule("dealt out in a list: in order, by brackets or by labels"),
    "statuses.dealt": Rule("dealt out in a list: in order, by brackets or by labels"),
    "statuses.headed": Rule("the heading that the cluster is named under tells the stage"),
    "statuses.cluster.headed": Rule("the heading that the cluster is named under tells the stage"),
    "activities.cue": Rule("the phrase names the activity", "activity_cues.toml"),
    "activities.plan": Rule("a word of planning in the clause", "scope_phrases.toml"),
    "activities.verb": Rule("the tense of the verb"),
    "activities.no_verb": Rule("no verb tells otherwise: done"),
    "activities.date": Rule("the nearest date of the clause"),
    "activities.place": Rule("the nearest place of the clause"),
}  # fmt: skip
FINDINGS = {f"findings.{code.value}": Rule(code.en) for code in FindingCode}

TABLES = {
    "Places": PLACES,
    "Dates": DATES,
    "Officials and statements": PEOPLE,
    "Clusters": CLUSTERS,
    "Numbers and units": NUMBERS,
    "What a figure measures, and when": INDICATORS,
    "What a figure is linked to": LINKS,
    "Programmes, their stages and activities": PROGRAMS,
    "Findings": FINDINGS,
}
RULES: dict[str, Rule] = {key: rule for table in TABLES.values() for key, rule in table.items()}


def rules_table() -> str:
    """All rules as sections of Markdown."""
    return "\n".join(line for title, table in TABLES.items() for line in _section(title, table))


def _section(title: str, table: dict[str, Rule]) -> list[str]:
    rows = [f"| `{key}` | {rule.says} | {rule.lexicon or ''} |" for key, rule in table.items()]
    return [
        f"## {title}",
        "",
        "| rule | what it says | rows of |",
        "| --- | --- | --- |",
        *rows,
        "",
    ]
