"""Old encodings are told from each other by how Persian looks in them, and nothing is guessed."""

import pytest

from corpus.encodings import decode
from schemas.errors import ArticleError

HALF_SPACES = "خوشه\u200cهاي صنعتي مي\u200cتوانند كارگاه\u200cهاي كوچك را به هم پيوند دهند. "


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (HALF_SPACES * 5, "cp1256"),
        ("جست\u200cوجوي صوتي", "cp1256"),
        ("كتاب\u200cهاي درسي", "cp1256"),
        ("گفت\u200cوگو با «مدير خوشه چرم»", "cp1256"),
        ("پژوهش چاپ", "cp1256"),
        ("<p>12 units</p> <b>«قم»</b>", "cp1256"),
        ("سال 1402", "cp1256"),
        ("عصر ايران", "iso8859_6"),
        ("خوشه فرش", "iso8859_6"),
        ("واحدهاي توليدي، شهرك صنعتي", "iso8859_6"),
    ],
    ids=lambda value: value[:12],
)
def test_old_encoding_is_known(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding))
    assert (found.text, found.encoding, found.how) == (text, encoding, "guess")


@pytest.mark.parametrize(
    "data",
    [
        "Les Misérables à Paris, où l'été".encode("latin-1"),
        "Новости Москвы".encode("cp1251"),
        bytes(range(256)),
        b"\x89\x00\xff\xfe\x81" * 40,
        "خوشه فرش قم".encode("cp1256") + b"\x07",
    ],
    ids=["french", "russian", "all-bytes", "binary", "control"],
)
def test_what_is_no_persian_is_no_old_encoding(data: bytes) -> None:
    with pytest.raises(ArticleError, match="is it a text file"):
        decode(data)
