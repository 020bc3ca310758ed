"""The date or period a figure holds for."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extractor.linking.clause_verbs import ClauseVerb
from extractor.linking.distances import arrives_at
from extractor.linking.scene import Scene
from extractor.linking.taken_periods import find_source
from extractor.mentions import Mention, Quantity
from extractor.reasons import inherit, note
from extractor.verbs import Form, Tense
from schemas.vocabularies import (
    Calendar,
    DateKind,
    Granularity,
    Indicator,
    Modifier,
    Resolution,
    Unit,
)

_VAGUE = frozenset((Granularity.ERA, Granularity.DECADE, Granularity.CENTURY))
_OUTSIDE = frozenset((Modifier.BEFORE, Modifier.AFTER))
_AND, _THAT = " و ", " که "
_FROM, _TO, _UP, _IN, _WITH = "از", "تا", "به", "در", "با"
_HEAD = 16  # characters: the word before a date, or behind it
_HAVE, _BE = Form("داشتن", Tense.PRESENT), Form("بودن", Tense.PRESENT)
_STANDING = frozenset((Indicator.ENTERPRISES, Indicator.EMPLOYMENT, Indicator.CAPACITY))
_TOLD = frozenset((Tense.PAST, Tense.PERFECT, Tense.PARTICIPLE))
_IRREAL = frozenset((Tense.SUBJUNCTIVE, Tense.FUTURE))
_AHEAD = frozenset((Tense.PRESENT, Tense.FUTURE, Tense.SUBJUNCTIVE))
_UNTIL = 8  # characters: «تا به »
_AFTER = 12  # «… دلار در سال ۱۳۹۹»: characters between a figure and its own date


def link_periods(
    scene: Scene,
    indicators: Sequence[Indicator],
    wholes: Sequence[int | None],
) -> list[int | None]:
    """For each quantity the index of its date; a part takes its whole's where it has none."""
    found = [_own_period(scene, i, indicators[i]) for i in range(len(scene.quantities))]
    for i, whole in enumerate(wholes):
        if found[i] is None and whole is not None and whole < i:
            found[i] = found[whole]
            _take_over(scene, "of_whole", i, whole)
    for i in range(1, len(found)):
        source = find_source(scene, indicators, found, i)
        if source is not None:
            found[i] = found[source[1]]
            _take_over(scene, source[0], i, source[1])
    return found


def _take_over(scene: Scene, rule: str, i: int, source: int) -> None:
    quantities = scene.quantities
    field = ("figures", quantities[source], "date")
    inherit("figures", quantities[i], "date", f"figures.date.{rule}", field)


def _usable(scene: Scene, i: int) -> bool:
    date = scene.dates[i]
    return (
        date.kind is DateKind.DATE
        and date.first is not None
        and date.calendar is Calendar.JALALI
        and date.granularity not in _VAGUE
        and date.modifier not in _OUTSIDE
    )


def _own_period(scene: Scene, i: int, indicator: Indicator) -> int | None:
    quantity = scene.quantities[i]
    adjunct = _is_adjunct(scene, quantity, indicator)
    if _directly(scene, i) and not adjunct:
        return _noted(scene, quantity, "behind", _following(scene, i, quantity))
    found = _preceding(scene, quantity)
    # «امسال ۱۴ تن برداشت شد و هر کیلو ۹۰ هزار تومان است»: a price told of by itself.
    if found is not None and indicator is Indicator.PRICE:
        apart = scene.verbs.between(scene.dates[found].end, quantity.start)
        found = None if apart and not arrives_at(scene, quantity) else found
    if found is not None:
        return _noted(scene, quantity, "before_in_clause", found)
    behind = None if adjunct else _following(scene, i, quantity)
    return _noted(scene, quantity, "after_in_clause", behind)


def _is_adjunct(scene: Scene, quantity: Quantity, indicator: Indicator) -> bool:
    """«خوشه آجر با ۴۱ کارخانه از سال ۱۳۹۳ اجرا شد»: what it has at any time."""
    before = scene.gap(max(0, quantity.start - _HEAD), quantity.start).split()[-1:]
    return before == [_WITH] and indicator in _STANDING


def _noted(scene: Scene, quantity: Quantity, rule: str, found: int | None) -> int | None:
    if found is not None:
        note("figures", quantity, "date", f"figures.date.{rule}", scene.dates[found])
    return found


def _directly(scene: Scene, i: int) -> bool:
    """Whether a date stands right behind the figure: «۱.۸ میلیون دلار در سال ۱۳۹۹»."""
    j = _following(scene, i, scene.quantities[i])
    return j is not None and scene.dates[j].start - scene.quantities[i].end <= _AFTER


def _following(scene: Scene, i: int, quantity: Quantity) -> int | None:
    """The first date behind the figure, before the clause's verb and the next figure."""
    clause = scene.clause(quantity.start)
    verb = scene.verbs.after(quantity.end)
    limit = min(clause.end, len(scene.text) if verb is None else verb)
    if i + 1 < len(scene.quantities):
        limit = min(limit, scene.quantities[i + 1].start)
    first = bisect_left(scene.dates, quantity.end, key=lambda d: d.start)
    for j in range(first, len(scene.dates)):
        if scene.dates[j].start >= limit:
            return None
        if _of_another(scene, i, j):
            return None
        nowadays = _nowadays(scene, j, quantity)
        aside = nowadays or _begins(scene, j) or _compares(scene, scene.dates[j].start)
        if _usable(scene, j) and not aside:
            return j
    return None


def _of_another(scene: Scene, i: int, j: int) -> bool:
    """«۹۰ نفر و صادرات آنها را در سال ۱۴۰۱ چهار تن دانست», «۹۰ نفر و نشانی که در ۱۴۰۱ گرفت»."""
    date, start = scene.dates[j], scene.quantities[i].end
    gap = scene.gap(start, date.start)
    if gap.removesuffix(f"{_IN} ").endswith(_AND) and gap.count(_AND) > 1:
        return True  # «۱۱ دوره و یک تور برگزار و ماه گذشته تفاهم‌نامه‌ای امضا شد»
    joined, _, rest = gap.partition(_AND)
    if not rest and not joined.endswith(_AND):
        return False
    if _THAT in rest:
        # But «۴۰ تن گلاب و عرقی که پارسال به دست آمد» is all of one harvest.
        return len(joined.split()) != 1 or rest.split()[1:2] != [_THAT.strip()]
    if i + 1 == len(scene.quantities):
        return False
    verb = scene.verbs.after(date.end)
    return scene.quantities[i + 1].start < (len(scene.text) if verb is None else verb)


def _preceding(scene: Scene, quantity: Quantity) -> int | None:
    """The last date of the clause before the figure that is not another figure's own."""
    start = scene.clause(quantity.start).start
    last = bisect_right(scene.dates, quantity.start, key=lambda d: d.end)
    for j in range(last - 1, -1, -1):
        date = scene.dates[j]
        if date.start < start:
            return None
        if not _usable(scene, j) or _compares(scene, date.start):
            continue
        if _begins(scene, j) and not _begins_with(scene, j, quantity):
            continue
        if _up_to_now(scene, j):
            continue
        if _nowadays(scene, j, quantity):
            return None
        if _belongs_to_figure(scene, date.start, start):
            continue
        return j if _reaches(scene, j, quantity) else None
    return None


def _reaches(scene: Scene, j: int, quantity: Quantity) -> bool:
    """A date governs its clause, and those after it only if its own clause has a figure.

    «در سال ۱۴۰۰ هشت نشست برگزار شد و ۲۶۰ نفر آموزش دیدند» but «در سال ۱۳۹۸ آغاز شد و ۳۱
    برنامه اجرا شد»; «از … تاکنون» ends with its clause.
    """
    date = scene.dates[j]
    verb = scene.verbs.after(date.end)
    if verb is None or verb >= quantity.start:
        return True
    # «از X تا کنون» ends with its clause, but «از ابتدای امسال» does not.
    since = scene.gap(max(0, date.start - 3), date.start).strip() == _FROM
    until = scene.gap(date.end, date.end + _HEAD).split()[:1]
    since = since and (date.modifier is not Modifier.START or until in ([_TO], ["تاکنون"]))
    own = bool(scene.quantities_in(Mention(date.end, verb)))
    told = scene.verb_after(verb, verb + 1)
    if told is not None and scene.text.startswith(_THAT, told.end):
        # «سه‌شنبه واژگون شد که ۱۰ کشته برجا گذاشت», but not «امروز اعلام کرد که ۱۰ کشته …».
        return not since and not scene.hits("said", told.start - _HEAD, told.end)
    if told is not None and _aims_only(scene, told, quantity):
        return False
    own = own or _goes_on_ahead(scene, j, told, quantity)
    return own and not since and not _has_passed(scene, verb, quantity)


def _aims_only(scene: Scene, aim: ClauseVerb, quantity: Quantity) -> bool:
    """«باید تا سال ۱۴۰۶ به ۸ تن برسد، ولی سهم ما ۲ درصد است»: that year is the aim's alone."""
    verb = scene.verb_after(quantity.end, scene.clause(quantity.start).end)
    real = verb is not None and (verb.form == _BE or verb.tense in _TOLD)
    return aim.tense in _IRREAL and real


def _goes_on_ahead(scene: Scene, j: int, told: ClauseVerb | None, quantity: Quantity) -> bool:
    """«تا شهریور آینده راه می‌افتد و برای ۷۰ نفر شغل می‌سازد»: both are to come."""
    first, published = scene.dates[j].last, scene.doc._.published
    then = scene.verb_after(quantity.end, scene.clause(quantity.start).end)
    if told is None or then is None or published is None or first is None or first <= published:
        return False
    joined = scene.text.startswith(_AND, told.end) and then.form not in (_BE, _HAVE)
    ahead = told.tense in _AHEAD and then.tense in _AHEAD
    own = bisect_left(scene.dates, told.end, key=lambda d: d.start)
    return joined and ahead and not any(d.start < then.start for d in scene.dates[own : own + 1])


def _has_passed(scene: Scene, verb: int, quantity: Quantity) -> bool:
    """«پارسال ۹۰ تن خریدند و ۴۰ کارگر دارند», «… و حالا ۴۰ کارگر»: told of the present."""
    first = scene.verb_after(verb, verb + 1)
    second = scene.verb_after(quantity.end, scene.clause(quantity.start).end)
    if first is None or quantity.unit == Unit.PERCENT:
        return False
    if second is not None and second.form == _BE and first.tense in _TOLD:
        return True
    if first.tense is not Tense.PAST:
        return False
    if second is not None and second.form == _HAVE:
        return True
    return bool(scene.hits("now", first.end, quantity.start))


def _begins(scene: Scene, j: int) -> bool:
    """«از تیر ۱۴۰۰ در حال اجراست», «از سال ۱۳۸۴ تاکنون», «جلسه ۴ مهر»: since when, or named by it.

    «از ابتدای امسال ۱۸ دوره …» counts what has been done since, and so does «از ۳ تا ۷ مهر».
    """
    date = scene.dates[j]
    before = scene.gap(max(0, date.start - _HEAD), date.start).split()[-1:]
    after = scene.gap(date.end, date.end + _HEAD).split()[:1]
    if before == [_FROM] and date.modifier is not Modifier.START:
        return after != [_TO]
    return bool(scene.hits("occasion", max(0, date.start - _HEAD), date.start)) and before != [_IN]


def _begins_with(scene: Scene, j: int, quantity: Quantity) -> bool:
    """«از مرداد ۱۴۰۲ با ۱۶ برنامه شروع شد»: what it began with."""
    words = scene.gap(scene.dates[j].end, quantity.start).split()
    return not words or (words[0] == _WITH and len(words) < 4)


def _up_to_now(scene: Scene, j: int) -> bool:
    """«تا امروز»: no day on which anything was counted."""
    date = scene.dates[j]
    now = date.granularity is Granularity.DAY and date.resolution is Resolution.PUBLISHED
    now = now or bool(scene.hits("now", date.start, date.end))
    before = scene.gap(max(0, date.start - _UNTIL), date.start).split()
    return now and (before[-1:] == [_TO] or before[-2:] == [_TO, _UP])


def _nowadays(scene: Scene, j: int, quantity: Quantity) -> bool:
    """«امروز ۵۷ دستگاه روشن است», «… روشن شده است»: the day is but nowadays."""
    date = scene.dates[j]
    if not scene.hits("now", date.start, date.end):
        return False
    verb = scene.verb_after(quantity.end, scene.clause(quantity.start).end)
    return verb is None or verb.tense in (Tense.PRESENT, Tense.PERFECT)


def _compares(scene: Scene, position: int) -> bool:
    """«نسبت به سال قبل»: the year compared with is not the figure's."""
    return bool(scene.hits("compared", max(0, position - 24), position))


def _belongs_to_figure(scene: Scene, position: int, start: int) -> bool:
    """A date right behind a figure is that figure's: «۱.۸ میلیون دلار در سال ۱۳۹۹ به ۲.۷ …»."""
    before = scene.quantities_in(Mention(start, position))
    if not before:
        return False
    end = scene.quantities[before[-1]].end
    beside = 0 < position - end <= _AFTER and "،" not in scene.gap(end, position)
    return beside and not scene.verbs.between(end, position)
