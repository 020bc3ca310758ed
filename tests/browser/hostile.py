"""Records in which every name, title and sentence is an attack on the page that shows it."""

from collections.abc import Iterable, Iterator
from itertools import cycle

from pydantic import BaseModel

from benchmarks.desk_variation import Edits, rebuilt
from schemas.article import sha256
from schemas.record import ArticleRecord
from schemas.spans import Span

# Each would set window.hit, open a dialog, or leave an element that no page of ours has.
ATTACKS = (
    "<script>hit=1;alert(1)</script>",
    '"><img src=x onerror="hit=1;alert(2)">',
    "' autofocus onfocus='hit=1;alert(3)' x='",
    "</script></title></textarea><svg onload=alert(4)>",
    "{{ 7*7 }}{% raw %}<iframe srcdoc='<script>parent.hit=1</script>'>",
    "javascript:alert(5)//</a><a href=javascript:alert(6)>x</a>",
    "</mark></bdi><math><mtext><b onclick=alert(7)>x</b>",
    "<!--<base href=https://evil.example/>--><link rel=stylesheet href=//evil.example/x.css>",
    "]]></style><style>*{color:red}</style><meta http-equiv=refresh content=0;url=//e.example>",
    "\u202e<b>\u2066 &lt;script&gt;alert(8)&lt;/script&gt; &#x3c;u&#x3e;",
    '\\u003cscript\\u003ealert(9) ${alert(10)} `;alert(11);//"',
)
_TOLD = {
    "name", "role", "organization", "unit_text", "item", "verb", "message_fa", "message_en",
    "calculation", "tolerance", "source", "byline",
}  # fmt: skip
URLS = (
    "javascript:alert(12)",
    "data:text/html,<script>alert(13)</script>",
    'https://a.example/"><b>',
)
_IDS = (
    '"><script>alert(14)</script>',
    "../../etc/passwd?a=b&c#d",
    "a/b%2Fc",
    "' onfocus=alert(15) '",
)


def hostile_records(records: Iterable[ArticleRecord]) -> Iterator[ArticleRecord]:
    """The records with attacks in place of all words that are free."""
    attacks, urls = cycle(ATTACKS), cycle(URLS)
    for number, record in enumerate(records):
        edits = Edits(record.article.text)
        title = record.article.title
        if title and number % 2:
            edits.put(Span(start=0, end=len(title), text=title), next(attacks))
        for entry in (*record.clusters, *record.officials):
            for mention in entry.mentions:
                edits.put(mention, next(attacks))
        for figure in record.figures[::3]:
            edits.put(figure.span, next(attacks))
        text, moved = edits.apply()

        def changed(model: BaseModel) -> dict[str, object]:
            """Attacks for the words an entry has of its own."""
            held = (name for name in type(model).model_fields if getattr(model, name))
            return {name: next(attacks) for name in held if name in _TOLD}

        varied = rebuilt(record, changed, text, moved)
        whole = {
            "id": _IDS[number] if number < len(_IDS) else f"{next(attacks)}{number}",
            "url": next(urls),
            "title": text[: moved(len(title))] if title else None,
            "text": text,
            "length": len(text),
            "sha256": sha256(text),
        }
        article = varied.article.model_copy(update=whole)
        yield ArticleRecord.model_validate(
            varied.model_copy(update={"article": article}).model_dump()
        )
