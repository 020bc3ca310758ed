"""Validate the whole lexicon and run the examples of its rows."""

from collections.abc import Iterator
from pathlib import PurePath

from spacy.language import Language
from spacy.tokens import Doc

from extractor.assemble import jalali_iso
from extractor.errors import LexiconError
from extractor.lexicon.loader import data_files
from extractor.lexicon.markup import Tag, parse_markup
from extractor.mentions import GROUPS, Date, Mention
from extractor.text.normalization import normalize

_GROUP_OF = {singular: plural for plural, singular in GROUPS.items()}


def check_lexicon(nlp: Language) -> Iterator[str]:
    """One sentence for each example whose marks are not what the pipeline finds.

    Raises LexiconError, with file and line, for a row that is not valid at all.
    """
    for name, line, example in examples():
        try:
            problem = check_example(nlp, example)
        except ValueError as error:
            raise LexiconError(f"{name}:{line}: {error}") from error
        if problem:
            yield f"{name}:{line}: {problem}"


def examples() -> Iterator[tuple[str, int, str]]:
    """File name, line and text of every example in the lexicon's TOML files."""
    import tomllib

    for file in data_files():
        if PurePath(file.name).suffix != ".toml":
            continue
        text = file.read_text(encoding="utf-8")
        lines = text.splitlines()
        for rows in tomllib.loads(text).values():
            for row in rows if isinstance(rows, list) else ():
                for example in row.get("examples", ()) if isinstance(row, dict) else ():
                    yield file.name, _line_of(lines, example), example


def _line_of(lines: list[str], example: str) -> int:
    wanted = example.replace("\\", "\\\\").replace('"', '\\"')
    return next((n for n, line in enumerate(lines, 1) if wanted in line or example in line), 0)


def check_example(nlp: Language, example: str) -> str | None:
    """What is wrong with a marked-up example, or None.

    Every tag must be found with its exact words and attributes, and nothing else may be
    found in the groups that the example marks. An example without tags has no say.
    """
    text, tags = parse_markup(example)
    aligned = normalize(text)
    doc = nlp(aligned.text)
    for group in sorted({_GROUP_OF[tag.name] for tag in tags}):
        expected = {(t.start, t.end): t for t in tags if _GROUP_OF[t.name] == group}
        found = {aligned.to_raw(m.start, m.end): (m, value) for m, value in _found(doc, group)}
        if expected.keys() != found.keys():
            shown = [text[s:e] for s, e in sorted(found)]
            return f"{group}: expected {[text[s:e] for s, e in sorted(expected)]}, found {shown}"
        for place, tag in expected.items():
            problem = _attribute_problem(tag, *found[place])
            if problem:
                return f"{group}: {text[tag.start : tag.end]!r}: {problem}"
    return None


def _found(doc: Doc, group: str) -> Iterator[tuple[Mention, object]]:
    for value in doc._.get(group):
        for mention in getattr(value, "mentions", (value,)):
            yield mention, value


def _attribute_problem(tag: Tag, mention: Mention, value: object) -> str | None:
    for key, wanted in tag.attributes.items():
        got = _attribute(key, mention, value)
        if got != wanted:
            return f"{key} is {got}, not {wanted}"
    return None


def _attribute(key: str, mention: Mention, value: object) -> str:
    """What is read from a mention, its entity, its number, or a date's interval."""
    if key == "jalali" and isinstance(value, Date):
        days = (value.first, value.last)
        return "..".join(jalali_iso(day) if day else "" for day in days)
    inner = (getattr(value, "number", None), getattr(value, "quantity", None))
    for holder in (mention, value, *inner):
        if hasattr(holder, key):
            return str(getattr(holder, key))
    return "not an attribute of the group"
