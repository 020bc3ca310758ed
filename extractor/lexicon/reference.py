"""What the lexicon holds, as the documentation shows it: words for slugs, codes of provinces."""

from collections import defaultdict
from collections.abc import Iterator

from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import (
    ActivityRow,
    IndicatorRow,
    ProvinceRow,
    RoleRow,
    Row,
    StatusRow,
    UnitRow,
)

# Vocabulary -> the file whose rows lead to it, their model, the field with the slug.
FILES: dict[str, tuple[str, type[Row], str]] = {
    "Unit": ("units.toml", UnitRow, "code"),
    "RoleCode": ("roles.toml", RoleRow, "code"),
    "Indicator": ("indicators.toml", IndicatorRow, "value"),
    "ProgramStatus": ("status_cues.toml", StatusRow, "value"),
    "ActivityType": ("activity_cues.toml", ActivityRow, "value"),
}
_SHOWN = 5
_NOTATION = frozenset("{}|?…")


def words_for_slugs() -> dict[tuple[str, str], str]:
    """By vocabulary and slug, some of the surfaces that lead to it.

    >>> words_for_slugs()["Unit", "IRT"]
    'تومان، تومن'
    """
    surfaces: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, (file, model, field) in FILES.items():
        for row in load_rows(file, model):
            plain = [s for s in row.surfaces if not _NOTATION & set(s)]
            surfaces[name, str(getattr(row, field))] += plain
    return {key: _some(list(dict.fromkeys(found))) for key, found in surfaces.items()}


def _some(surfaces: list[str]) -> str:
    shown = "، ".join(surfaces[:_SHOWN])
    more = len(surfaces) - _SHOWN
    return f"{shown} (+{more})" if more > 0 else shown


def province_lines() -> Iterator[str]:
    """A Markdown table of the provinces with their codes and other names."""
    yield from ("| code | province | capital | other names |", "| --- | --- | --- | --- |")
    for row in load_rows("provinces.csv", ProvinceRow):
        yield f"| `{row.id}` | {row.name} | {row.capital} | {'، '.join(row.aliases)} |"
