"""A text is pasted, read apart, shown at once, and kept nowhere."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("datasette")

from corpus.checks.archive import check_archive
from extractor import Extractor
from extractor.desk.checking import MOST, Checker, CheckError
from extractor.desk.reader import Reader
from schemas.article import Article
from schemas.record import ArticleRecord
from tests.desk_client import Client
from tests.hostile_records import hostile_record

TEXT = "خوشه فرش یزد ۱۲ واحد دارد.\n<script>alert(1)</script> سهم صادرات ۲۰ درصد است."


class Instead:
    """Reads in this process, or fails as it is told to."""

    def __init__(self, extractor: Extractor) -> None:
        self.extractor = extractor
        self.problem: str | None = None
        self.read: list[Article] = []

    def prepare(self) -> None:
        pass

    def check(self, article: Article) -> ArticleRecord:
        if self.problem:
            raise CheckError(self.problem)
        self.read.append(article)
        return self.extractor.extract(article)


@pytest.fixture
def reader(extractor: Extractor) -> Instead:
    return Instead(extractor)


@pytest.fixture
def client(tmp_path: Path, reader: Instead) -> Client:
    made = Client([hostile_record("a")], tmp_path / "news.sqlite")
    object.__setattr__(made.desk.khooshechin_desk, "checker", reader)
    return made


def send(client: Client, **fields: str) -> str:
    token = re.findall(r'name="csrftoken" value="([^"]+)"', client.get("/desk/check").text)[0]
    data = {"csrftoken": token, "title": "", "published": "", **fields}
    answer = client.ask("POST", "/desk/check", data=data)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "private, no-store"
    return answer.text


def test_text_is_shown_with_its_figures(client: Client, reader: Instead) -> None:
    page = send(client, text=TEXT.replace("\n", "\r\n"), title="تیتر", published="1402/05/12")
    assert '<mark class="figure" id="f1" data-id="f1">۱۲ واحد</mark>' in page
    assert "<script>alert" not in page
    (article,) = reader.read
    assert article.text == TEXT
    assert str(article.published) == "2023-08-03"


def test_what_the_database_tells_of_the_same_stands_beside(
    tmp_path: Path, reader: Instead, extractor: Extractor
) -> None:
    told = {"a": "خوشه فرش یزد ۳۰ واحد دارد.", "b": "خوشه فرش قم ۴۰ واحد دارد."}
    records = extractor.pipe(Article(id=key, text=text) for key, text in told.items())
    client = Client(records, tmp_path / "known.sqlite")
    check_archive(client.path)
    object.__setattr__(client.desk.khooshechin_desk, "checker", reader)
    page = send(client, text=TEXT)
    assert "/desk/article/a#f1" in page
    assert "/desk/article/b" not in page


def test_aims_of_the_database_are_told_as_aims(
    tmp_path: Path, reader: Instead, extractor: Extractor
) -> None:
    told = {
        "a": "خوشه فرش یزد ۳۰ واحد دارد. شمار واحدهای خوشه فرش یزد ۳۰ واحد است.",
        "b": "قرار است شمار واحدهای خوشه فرش یزد به ۹۰ واحد برسد.",
    }
    days = {"a": "2022-01-01", "b": "2023-01-01"}
    records = extractor.pipe(
        Article(id=key, text=text, published=days[key]) for key, text in told.items()
    )
    client = Client(records, tmp_path / "known.sqlite")
    check_archive(client.path)
    object.__setattr__(client.desk.khooshechin_desk, "checker", reader)
    page = send(client, text=TEXT)
    lines = re.findall(r'<li><a href="(/desk/article/[^"]+)">(.*?)</li>', page)
    assert [address for address, _ in lines] == ["/desk/article/a#f1", "/desk/article/b#f1"]
    aim = Reader().label("Modality", "target")
    assert [f"({aim})" in line for _, line in lines] == [False, True]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text": "خ" * (MOST + 1)}, "long"),
        ({"text": " \u200c\n"}, "empty"),
        ({"text": TEXT, "published": "دیروز"}, "date"),
        ({"text": TEXT, "title": "ت" * 1001}, "long"),
    ],
    ids=["too-long", "no-text", "no-day", "long-title"],
)
def test_what_cannot_be_read_is_told(
    client: Client, reader: Instead, fields: dict[str, str], said: str
) -> None:
    page = send(client, **fields)
    assert Reader().t(f"check.problem_{said}", n=MOST) in page
    assert reader.read == []


@pytest.mark.parametrize("problem", ["slow", "busy", "failed"])
def test_reading_that_fails_is_told(client: Client, reader: Instead, problem: str) -> None:
    reader.problem = problem
    page = send(client, text=TEXT)
    assert 'role="alert"' in page
    assert "خوشه فرش یزد" in page


def test_text_is_kept_nowhere(client: Client) -> None:
    before = {path.name: path.read_bytes() for path in client.path.parent.iterdir()}
    send(client, text="خوشه زعفران‌کاران یزدآباد ۱۷ واحد دارد.")
    assert {path.name: path.read_bytes() for path in client.path.parent.iterdir()} == before
    assert "یزدآباد" not in client.get("/desk/check").text


@pytest.fixture(scope="module")
def checker() -> Iterator[Checker]:
    made = Checker(deadline=60.0)
    yield made
    made.close()


def test_process_reads_one_text_after_another(checker: Checker) -> None:
    for words in ("۱۲ واحد", "۱۳ نفر"):
        record = checker.check(Article(id="text", text=f"خوشه فرش یزد {words} دارد."))
        assert [figure.span.text for figure in record.figures] == [words]


def test_text_that_takes_too_long_is_given_up_and_the_next_is_read(checker: Checker) -> None:
    patient = checker._deadline
    checker._deadline = 0.0
    try:
        with pytest.raises(CheckError, match="slow"):
            checker.check(Article(id="text", text=TEXT * 50))
    finally:
        checker._deadline = patient
    assert checker._process is None
    assert checker.check(Article(id="text", text=TEXT)).figures
