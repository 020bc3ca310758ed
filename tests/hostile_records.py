"""A record that is hard on every format: what archives and pranksters put into texts."""

from datetime import date
from decimal import Decimal

from schemas.article import Article, ArticleInfo
from schemas.entities import Cluster, Official
from schemas.entities import Date as DateEntry
from schemas.figures import Figure
from schemas.findings import Finding, Statement
from schemas.program import Activity, Program
from schemas.record import ArticleRecord, Provenance
from schemas.spans import Span
from schemas.values import GregorianInterval, JalaliInterval

TITLE = '=HYPERLINK("http://x.example","فرش")'
# Formula starts, quotation marks, all sorts of line ends, NUL, direction marks, an astral letter.
TEXT = (
    '+خوشه «فرش "دستباف"»\tقم 😀\r\n@کاشان\x00\u2028گفت:\u200f ۱۲\u202c واحد;\r-2 تن\x85'
    "مریم‌ سادات، '; DROP TABLE articles; --\nپایان"
)
IDS = ("../../etc/passwd", 'a/b\\c:d*?"<>|', "=1+1", "س" * 3_000, "line\nbreak", "nul\x00", "CON")


def hostile_record(key: str = IDS[0]) -> ArticleRecord:
    """The record, of an article with this id; its spans lie across all that is hard."""
    article = ArticleInfo.of(
        Article(id=key, title=TITLE, published=date(2023, 8, 3), url="javascript:1", text=TEXT)
    )
    text = article.text

    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start=start, end=start + len(words), text=words)

    days = JalaliInterval(start="1402-05-12", end="1402-05-12")
    same = GregorianInterval(start=date(2023, 8, 3), end=date(2023, 8, 3))
    return ArticleRecord.model_validate(
        {
            "article": article,
            "provenance": Provenance(
                versions={"khooshechin": "0"},
                lexicon_digest="0",
                config_digest="0",
                as_of=date(2023, 1, 1),
            ),
            "places": (),
            "dates": (
                DateEntry(
                    id="d1",
                    span=span("گفت:"),
                    kind="date",
                    granularity="day",
                    calendar="jalali",
                    modifier=None,
                    jalali=days,
                    gregorian=same,
                    duration=None,
                    resolution="explicit",
                    candidates=(),
                ),
            ),
            "officials": (
                Official(
                    id="o1",
                    name="=مریم\u200cسادات",
                    role=None,
                    role_code=None,
                    organization='"شرکت"\nالف; ب',
                    province="IR-25",
                    province_basis="office",
                    mentions=(span("مریم‌ سادات"), span("سادات")),
                ),
            ),
            "clusters": (
                Cluster(
                    id="c1",
                    name='فرش "دستباف"',
                    province=None,
                    province_basis=None,
                    place=None,
                    mentions=(span('فرش "دستباف"'),),
                ),
            ),
            "figures": (
                _figure("f1", span("۱۲\u202c واحد"), Decimal(10) ** 30, part_of="f2"),
                _figure("f2", span("-2 تن"), Decimal("-2.5"), unit="KWD", indicator="exports"),
                _figure("f3", span("😀\r\n@کاشان\x00"), Decimal(10) ** 400),
            ),
            "programs": (
                Program(
                    id="g1",
                    cluster="c1",
                    cluster_basis="stated",
                    status="completed",
                    status_span=span("پایان"),
                    start="d1",
                    end="d1",
                    organization=None,
                    agent="o1",
                    officials=("o1",),
                    figures=("f1", "f2"),
                    activities=(
                        Activity(
                            type="study", span=span("TABLE"), place=None, date="d1", phase="done"
                        ),
                    ),
                ),
            ),
            "statements": (
                Statement(id="s1", speaker="o1", verb="گفت", span=span(TEXT[30:]),),
            ),
            "findings": (
                Finding(
                    id="x1",
                    code="figure_conflict",
                    severity="warning",
                    message_fa="=۱ و ۲ با هم نمی‌خوانند",
                    message_en="@1",
                    calculation="-1 ≠ 2",
                    tolerance=None,
                    refs=("f1", "f2", "c1"),
                    spans=(span("پایان"),),
                ),
            ),
        }
    )  # fmt: skip


def _figure(key: str, span: Span, value: Decimal, **more: str) -> Figure:
    linked = {"cluster": "c1", "cluster_basis": "stated", "speaker": "o1", "date": "d1"}
    values = {
        "id": key,
        "span": span,
        "value": value,
        "upper": None,
        "comparator": "exact",
        "unit": "enterprise",
        "unit_text": "واحد",
        "item": None,
        "indicator": "enterprises",
        "modality": "actual",
        "province": None,
        "province_basis": None,
        "place": None,
        "part_of": None,
    }
    return Figure.model_validate(values | linked | more)


if __name__ == "__main__":  # as lines of JSON, for readers in an environment of their own
    for hostile_id in IDS:
        print(hostile_record(hostile_id).model_dump_json())
