"""Why values are what they are: real reasons, with words that are quoted from the text."""

import csv
import json
import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import extractor as package
from extractor import Extractor
from extractor.cli import app
from extractor.explain.rules import RULES, rules_table
from extractor.explain.sources import sources
from extractor.explain.tracing import Trace, UnknownIdError
from extractor.reasons import Reasons, collected, note
from schemas.article import Article
from schemas.record import ArticleRecord
from schemas.references import GROUPS

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "corpus" / "sample" / "articles.jsonl"
ARTICLES = [
    Article.from_source(json.loads(line)) for line in SAMPLE.read_text("utf-8").splitlines()
]
YAZD = (
    "نادر آسمانی، مدیرعامل شرکت شهرک‌های صنعتی یزد، گفت: اجرای خوشه کاشی از مهر ۱۴۰۱ آغاز شد "
    "و این خوشه ۱۲ واحد با بیش از ۳ هزار و ۴۰۰ شاغل دارد."
)
CARPETS = "از ۲۴۰ کارگاه خوشه فرش قم، ۴۵ درصد فعال هستند. از این تعداد ۳۰ کارگاه تعطیل است."
EXPORTS = "خوشه سفال لالجین ۴۰ میلیون دلار صادرات داشت. قرار است امسال ۵۰ میلیون دلار صادر شود."


def trace_of(extractor: Extractor, text: str) -> Trace:
    return extractor.trace(Article(id="a", text=text, published=date(2023, 5, 1)))


def rows_of(name: str) -> set[str]:
    """Ids of the rows of a data file; of places without ids the names."""
    text = (files("extractor.lexicon") / "data" / name).read_text(encoding="utf-8")
    if name.endswith(".csv"):
        return {row.get("id") or row["name"] for row in csv.DictReader(text.splitlines())}
    tables = tomllib.loads(text).values()
    return {row["id"] for table in tables for row in table if "id" in row}


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: str(article.id))
def test_explain_gives_a_reason_for_every_value_and_link(
    article: Article, extractor: Extractor
) -> None:
    trace = extractor.trace(article)
    missing: list[tuple[str, str]] = []
    for group in GROUPS[:-1]:
        for i, entry in enumerate(getattr(trace.record, group)):
            told = trace.explain(entry.id)
            filled = sources(trace.record, trace.doc, trace.drafts, group, i)
            missing += [
                (entry.id, source.field)
                for source in filled
                if source.value not in (None, ()) and told.find(source.field) is None
            ]
    assert missing == []
    assert all(trace.explain(x.id).because for x in trace.record.findings)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: str(article.id))
def test_explain_quotes_the_original_and_names_what_exists(
    article: Article, extractor: Extractor
) -> None:
    trace = extractor.trace(article)
    reasons = [b for entry in trace.entries() for b in trace.explain(entry.id).because]
    assert reasons
    spans = [span for reason in reasons for span in reason.words]
    assert [s for s in spans if article.composed[s.start : s.end] != s.text] == []
    assert [reason for reason in reasons if not reason.words] == []
    assert {reason.rule for reason in reasons} <= set(RULES)
    rows = {tuple(reason.row.split("#")) for reason in reasons if reason.row}
    assert [row for row in rows if row[1] not in rows_of(row[0])] == []


@pytest.mark.parametrize("article", ARTICLES[:4], ids=lambda article: str(article.id))
def test_explain_reads_the_same_record_as_extract(article: Article, extractor: Extractor) -> None:
    assert extractor.trace(article).record == extractor.extract(article)


# text, entry, field, rule, lexicon row, first words
REASONS: dict[str, tuple[str, str, str, str, str | None, str]] = {
    "unit": (YAZD, "f2", "unit", "figures.unit.row", "units.toml#unit.person_work", "شاغل"),
    "comparator": (YAZD, "f2", "comparator", "figures.comparator.before", None, "بیش از"),
    "no-comparator": (YAZD, "f1", "comparator", "figures.comparator.none", None, "۱۲"),
    "indicator": (
        EXPORTS,
        "f1",
        "indicator",
        "figures.indicator.cue",
        "indicators.toml#exports",
        "صادرات",
    ),
    "modality": (
        EXPORTS,
        "f2",
        "modality",
        "figures.modality.cue",
        "linking.toml#target.aim",
        "قرار است",
    ),
    "topic": (EXPORTS, "f2", "cluster", "figures.cluster.topic", None, "سفال لالجین"),
    "cluster": (YAZD, "f1", "cluster", "figures.cluster.same_sentence", None, "کاشی"),
    "speaker": (YAZD, "f1", "speaker", "figures.speaker.statement", None, "نادر آسمانی"),
    "opened": (CARPETS, "f2", "part_of", "figures.part_of.opened", None, "۲۴۰ کارگاه"),
    "said": (CARPETS, "f3", "part_of", "figures.part_of.said", None, "۲۴۰ کارگاه"),
    "period": (EXPORTS, "f2", "date", "figures.date.before_in_clause", None, "امسال"),
    "counted": (EXPORTS, "d1", "jalali", "dates.year_counted.published", None, "امسال"),
    "stage": (YAZD, "g1", "status", "statuses.told", "status_cues.toml#begun", "آغاز شد"),
    "stage-of": (YAZD, "g1", "cluster", "statuses.cluster.named", None, "کاشی"),
    "start": (YAZD, "g1", "start", "programs.start", None, "مهر ۱۴۰۱"),
    "place": (
        EXPORTS,
        "p1",
        "province",
        "places.which.only",
        "places.csv#لالجین",
        "لالجین",
    ),
    "office": (
        YAZD,
        "o1",
        "role",
        "officials.role.stated",
        "roles.toml#role.managing_director",
        "مدیرعامل شرکت شهرک‌های صنعتی یزد",
    ),
    "over": (
        "خوشه چرم تبریز از ۱۳۹۸ تا ۱۴۰۰ اجرا شد.",
        "g1",
        "status",
        "statuses.over",
        "status_cues.toml#running",
        "اجرا شد",
    ),
    "coming": (
        "قرار است خوشه فرش قم در سال ۱۴۰۲ آغاز شود.",
        "g1",
        "status",
        "statuses.coming",
        "status_cues.toml#begun",
        "آغاز شود",
    ),
    "dealt": (
        "سه خوشه گز، حوله و چرم به ترتیب در مرحله امکان‌سنجی، اجرا و پایان هستند.",
        "g2",
        "status",
        "statuses.dealt",
        None,
        "اجرا",
    ),
    "by-place": (
        "پاکستان ۴۰ میلیون روپیه داد.",
        "f1",
        "unit",
        "figures.unit.by_place",
        "units.toml#unit.rupee",
        "روپیه",
    ),
    "sign": ("خوشه چرم تبریز ۲۰٪ رشد داشت.", "f1", "unit", "figures.unit.sign", None, "٪"),
    "bound-behind": (
        "خوشه چرم تبریز ۵۰ نفر به بالا دارد.",
        "f1",
        "comparator",
        "figures.comparator.unit_or_verb",
        None,
        "به بالا",
    ),
}


@pytest.mark.parametrize("case", REASONS.values(), ids=list(REASONS))
def test_explain_tells_rule_row_and_words(case: tuple[Any, ...], extractor: Extractor) -> None:
    text, entry, field, rule, row, words = case
    because = trace_of(extractor, text).explain(entry).find(field)
    assert because is not None
    assert (because.rule, because.row) == (rule, row)
    assert because.words[0].text == words


# Rules that no sample article shows: an invented sentence each.
RARE = {
    "places.kind.row": "خوشه‌های سمنان، ساوه و ملایر",
    "places.kind.behind_town": "در شهر بهارستان اصفهان",
    "places.kind.called_province": "اردبیل پنجمین استان کشور است.",
    "dates.weekday_near.dateline": "چهارشنبه ۱۲ مهر ۱۴۰۲ نشست بود. دوشنبه گفت.",
    "dates.year_of_sentence": "در مهر ۱۴۰۰ آغاز شد و در آذر پایان یافت.",
    "dates.year_after": "از مهر تا آذر ۱۴۰۰ برگزار شد.",
    "statements.speaker.goes_on": "رضا رادی، استاندار یزد، گفت: خوشه کاشی پایان یافت. باران بارید. "
    "همچنین افزود: ۳ خوشه هست.",
    "statements.speaker.answers": "رضا رادی، استاندار یزد، مهمان ماست.\nچه شد؟\n۳ خوشه پا گرفت.\n"
    "چرا؟\nکاشی ۲۰ کارگاه دارد.",
    "statements.speaker.unknown": "یک مقام آگاه گفت: خوشه کاشی پایان یافت.",
    "clusters.province.beside": "در استان یزد نیز خوشه کاشی آغاز شد.",
    "clusters.province.of_article": "در استان یزد ۲ کارخانه هست. خوشه کاشی رونق دارد.",
    "figures.value.and_a_half": "۲ ساعت و نیم آموزش داده شد.",
    "figures.value.shared_scale": "صادرات از ۱.۸ به ۲.۷ میلیون دلار رسید.",
    "figures.unit.shared": "صادرات از ۱.۸ به ۲.۷ میلیون دلار رسید.",
    "figures.comparator.after": "۳۰ و اندی کارگاه",
    "figures.comparator.approximate": "صدها کارگاه تعطیل شد.",
    "figures.unit.of_index": "شاخص کل ۱۲ هزار واحد افت کرد.",
    "figures.unit.noun": "۲۵۰۰ گلیمک فروخته شد.",
    "figures.unit.person": "۳۰۰ ابریشم‌باف آموزش دیدند.",
    "figures.unit.last_currency": "۲۰ میلیارد تومان پرداخت شد و ۳۰ میلیارد اعتبار مانده است.",
    "figures.unit.people_left_out": "بیش از ۱۱ هزار و ۵۰۰ در این حادثه مبتلا شده‌اند.",
    "figures.indicator.piece": "هر لیتر شیر را ۱۱۰ هزار تومان می‌فروشیم.",
    "figures.indicator.carried_back": "۳ میلیون دلار زرشک پفکی ممتاز باغ‌های کوهپایه جنوبی، "
    "۲ میلیون دلار عناب به عراق صادرات داشت.",
    "figures.indicator.taken_up": "سال گذشته ۴۰ تن صادر شد. امسال به ۵۵ تن رسید.",
    "figures.indicator.asked": "چند نفر در این رشته شاغلند؟ حدود ۳۰۰ نفر.",
    "figures.indicator.repeated": "۹ ریال تسهیلات داده شد. از این ۹ ریال خبری نیست.",
    "figures.modality.repeated": "تفاهم‌نامه ۹ ریالی امضا شد. از این ۹ ریال خبری نیست.",
    "figures.modality.planned": "نیروگاهی ساخته خواهد شد. ظرفیت این نیروگاه ۵ مگاوات است.",
    "figures.date.of_clause": "تولید را در سال ۱۴۰۱، ۱۸ تن خواند و گفت: ۴ تن آن به هند رفت و "
    "۳ دلار ارز آورد.",
    "figures.modality.verb": "دو واحد دیگر در شهرک افتتاح می‌شود.",
    "figures.modality.joined": "سال آینده دو هیئت به هند می‌روند و ۱۲ واحد گواهی می‌گیرند.",
    "figures.province.spread": "چهار خوشه گز اصفهان، چرم تبریز و سفال همدان به پایان رسید.",
    "figures.cluster.of_whole": "خوشه قایق سیراف ظرفیت تولید ۸۵۰ فروند دارد. به دلیل گرانی رزین "
    "تنها ۴۰ درصد این ظرفیت فعال است.",
    "figures.part_of.in_brackets": "۵۲ میلیارد ریال را سازمان (۵۰ درصد) و شرکت می‌پردازند.",
    "figures.modality.baseline": "قرار است از ۴ تن به ۹ تن برسیم.",
    "figures.part_of.relative": "۴۷ کارگاه داریم که ۱۹ کارگاه در پاوه مستقرند.",
    "figures.part_of.summed": "در آن ۸۴ کارگاه هست؛ ۵۰ کارگاه در قم و ۳۴ کارگاه در یزد.",
    "figures.part_of.restated": "از ۸۰ میلیارد ریال تنها ۲۰ میلیارد ریال رسیده؛ یعنی ۲۵ درصد.",
    "figures.part_of.of_kind": "۳ هزار هکتار باغ در قم هست. گواهی برای ۲۵۰ هکتار از باغ‌ها گرفتیم.",
    "figures.part_of.included": "۱۰ نفر، شامل هشت نفر زن آموزش دیدند.",
    "figures.date.of_row": "۷۰ درصد لنج‌ها در سال ۱۴۰۲ فلزی، ۳۰ درصد چوبی بود.",
    "figures.date.taken_up": "در سال ۱۴۰۲ صادرات ۴۰ تن بود. این مقدار ۱۷ درصد صادرات ایران است.",
    "figures.province.of_article": "در استان یزد باران بارید. ۲۰ کارگاه آسیب دید.",
    "figures.province.of_whole": "رضا رادی گفت: در استان قم ۴۰ کارگاه هست. سال ۱۴۰۰ بود. "
    "از این تعداد ۳ کارگاه بسته است.",
    "places.kind.province_first": "در استان تهران برف آمد. در گلستان باران بارید.",
    "places.kind.counted": "یزد با ۱۲ خوشه پیشتاز است.",
    "places.kind.among_provinces": "در میان استان‌ها، یزد پیشتاز است.",
    "programs.cluster": "خوشه فرش قم ۴۰ کارگاه دارد.",
    "statuses.headed": "خوشه‌های در حال اجرا: خوشه فرش قم",
    "statuses.cluster.headed": "خوشه‌های در حال اجرا: خوشه فرش قم",
    "statuses.dated_ahead": "خوشه فرش قم مهر ۱۴۰۴ آغاز شد.",
    "statuses.cluster.dealt": "سه خوشه گز، حوله و چرم به ترتیب در مرحله امکان‌سنجی، اجرا و "
    "پایان هستند.",
}


@pytest.mark.parametrize("rule", RARE)
def test_explain_tells_rare_rules(rule: str, extractor: Extractor) -> None:
    published = None if rule.endswith(".dateline") else date(2023, 5, 1)
    trace = extractor.trace(Article(id="a", text=RARE[rule], published=published))
    assert rule in told_rules(trace)


def told_rules(trace: Trace) -> set[str]:
    return {b.rule for entry in trace.entries() for b in trace.explain(entry.id).because}


def test_every_rule_of_the_table_decides_something(extractor: Extractor) -> None:
    told = {rule for article in ARTICLES for rule in told_rules(extractor.trace(article))}
    told |= set(RARE) | {case[3] for case in REASONS.values()}
    assert {rule for rule in RULES if not rule.startswith("findings.")} == {
        rule for rule in told if not rule.startswith("findings.")
    }


# Without the words that are said to have triggered it, the value is another.
TRIGGERS = {
    "comparator": (YAZD, "f2", "comparator"),
    "unit": (YAZD, "f2", "unit"),
    "stage": (YAZD, "g1", "status"),
    "verb": (YAZD, "s1", "verb"),
    "role": (YAZD, "o1", "role"),
    "cluster-province": (YAZD, "c1", "province"),
    "indicator": ("صادرات ۴۰ هزار دلار بود.", "f1", "indicator"),
    "modality": ("هدف ما ۴۰ شغل است.", "f1", "modality"),
    "period": (EXPORTS, "f2", "date"),
    "place": (EXPORTS, "p1", "kind"),
}


@pytest.mark.parametrize("case", TRIGGERS.values(), ids=list(TRIGGERS))
def test_explain_names_the_words_that_matter(
    case: tuple[str, str, str], extractor: Extractor
) -> None:
    text, entry, field = case
    because = trace_of(extractor, text).explain(entry).find(field)
    assert because is not None
    for words in sorted(because.words, key=lambda span: -span.start):
        text = text[: words.start] + text[words.end :].lstrip()
    altered = trace_of(extractor, text)
    assert value_of(altered, entry, field) != because.value


def value_of(trace: Trace, entry: str, field: str) -> object:
    if entry not in {known.id for known in trace.entries()}:
        return "no entry"
    because = trace.explain(entry).find(field)
    return because and because.value


def test_explain_tells_why_a_link_is_empty(extractor: Extractor) -> None:
    because = trace_of(extractor, "دو خوشه فرش قم و کاشی یزد ۳ خوشه‌اند.").explain("f1")
    empty = because.find("cluster")
    assert empty is not None
    assert (empty.value, empty.rule) == (None, "figures.cluster.counts_areas")


def test_explain_says_which_ids_there_are(extractor: Extractor) -> None:
    with pytest.raises(UnknownIdError, match=r"f9: .* p1, d1, o1, c1, f1 - f2, g1, s1"):
        extractor.explain(Article(id="a", text=YAZD), "f9")


def test_nothing_is_noted_unless_collected() -> None:
    with collected() as reasons:
        pass
    note("figures", 0, "unit", "figures.unit.row", (0, 1))
    assert reasons.find("figures", 0, "unit") is None
    with collected() as inner:
        note("figures", 0, "unit", "figures.unit.row", (0, 1))
    assert isinstance(inner, Reasons)
    assert inner.find("figures", 0, "unit") is not None


def test_the_guide_lists_all_rules() -> None:
    assert rules_table() in (ROOT / "docs" / "explain.md").read_text(encoding="utf-8")


@pytest.fixture
def explain(monkeypatch: pytest.MonkeyPatch, extractor: Extractor) -> Any:
    """Run the command with the extractor of all tests."""
    monkeypatch.setattr(package, "Extractor", lambda _config=None: extractor, raising=False)
    return lambda *arguments: CliRunner().invoke(app, ["explain", *map(str, arguments)])


def test_explain_command_prints_rule_and_words(explain: Any) -> None:
    result = explain(SAMPLE, "--id", "dev-02", "f3")
    assert result.exit_code == 0, result.output
    assert "figures.indicator.cue" in result.stdout
    assert "indicators.toml#credit" in result.stdout
    assert explain(f"{SAMPLE}#dev-02", "f3").stdout == result.stdout


def test_explain_command_lists_the_ids_without_one(explain: Any) -> None:
    result = explain(f"{SAMPLE}#dev-02")
    assert result.exit_code == 0
    assert " f3 " in result.stdout
    listed = json.loads(explain(f"{SAMPLE}#dev-02", "--json").stdout)
    assert {"id", "group", "evidence"} == set(listed[0])


def test_explain_command_reads_a_finished_record(
    explain: Any, extractor: Extractor, tmp_path: Path
) -> None:
    path = tmp_path / "records.jsonl"
    article = next(a for a in ARTICLES if a.title)
    path.write_text(extractor.extract(article).model_dump_json() + "\n", encoding="utf-8")
    told = json.loads(explain(path, "f1", "--json").stdout)
    assert told == json.loads(extractor.explain(article, "f1").model_dump_json())


def test_explain_command_says_if_the_record_was_another(
    explain: Any, extractor: Extractor, tmp_path: Path
) -> None:
    path = tmp_path / "records.jsonl"
    record = extractor.extract(Article(id="a", text=YAZD))
    other = ArticleRecord(**dict(record) | {"findings": (), "statements": ()})
    path.write_text(other.model_dump_json() + "\n", encoding="utf-8")
    assert "the record in the file is another" in explain(path, "f1").stderr
    path.write_text(record.model_dump_json() + "\n", encoding="utf-8")
    assert explain(path, "f1").stderr == ""


def test_explain_command_refuses_an_id_that_is_none(explain: Any) -> None:
    result = explain(f"{SAMPLE}#dev-02", "f99")
    assert result.exit_code == 2
    assert "f99: is no id" in result.stderr
