"""One page that stands alone: text, mentions, figures and findings, to send to a colleague.

Font, styles and the few lines of script are in the page; its policy lets a browser load nothing
and run nothing else.
"""

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from corpus.article_rows import ArticleRows
from extractor.desk import addresses
from extractor.desk.article_view import ArticleView, activity_anchor
from extractor.desk.reader import Reader
from extractor.desk.reviewing import ReviewedFinding, is_wrong
from extractor.desk.turning import straightened
from schemas.labels import Language

_HERE = files("extractor.desk")
_FONT = "vendor/vazirmatn/Vazirmatn-wght.woff2"
_FONT_FACE = re.compile(r"@font-face *{[^}]*}")
MOST = 2_000  # figures of one article that are listed


def article_report(
    rows: ArticleRows,
    language: Language,
    across: Sequence[ReviewedFinding] = (),
    reviews: Mapping[str, Mapping[str, Any]] | None = None,
) -> str:
    """The page of one article, with the findings that hold it against others.

    ``reviews`` are those of its own findings, by their ids; what is wrong is left out.
    """
    wrong = {key for key, review in (reviews or {}).items() if is_wrong(review["state"])}
    values = {
        "view": ArticleView(rows, wrong),
        "across": [finding for finding in across if not is_wrong(finding.state)],
        "most": MOST,
        "anchor": activity_anchor,
    }
    return render("article.html", language, values)


def render(template: str, language: Language, values: Mapping[str, object]) -> str:
    """A page of a template in ``templates/report/``, with styles, script and policy in it."""
    style, script = _style(), _script()
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    )
    ui = Reader(language, "fa" if language == "fa" else "latn")
    return (
        _environment()
        .get_template(f"report/{template}")
        .render(
            values,
            ui=ui,
            to=addresses,
            policy=policy,
            style=Markup(style),  # ours, without </style
            script=Markup(script),  # ours, without </script
            program=version("khooshechin"),
        )
    )


@cache
def _environment() -> Environment:
    return Environment(
        autoescape=True,
        loader=FileSystemLoader(str(_HERE / "templates")),
        undefined=StrictUndefined,
        finalize=straightened,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _style() -> str:
    """The desk's styles with the font in them."""
    font = base64.b64encode((_HERE / "static" / _FONT).read_bytes()).decode()
    face = (
        "@font-face { font-family: Vazirmatn; font-weight: 100 900; "
        f'src: url("data:font/woff2;base64,{font}") format("woff2"); }}\n'
    )
    return face + _FONT_FACE.sub("", _text("static/desk.css")) + _text("static/report.css")


@cache
def _script() -> str:
    return _text("static/report.js")


def _text(name: str) -> str:
    return Path(str(_HERE / name)).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
