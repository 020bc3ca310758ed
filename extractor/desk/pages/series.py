"""Figures by indicator and year: one series for each indicator and unit, with its points."""

from collections.abc import Sequence
from dataclasses import dataclass
from sqlite3 import Row

from extractor.desk import addresses
from extractor.desk.pages.base import Ask

SERIES = 3  # shown at first; one that is asked for is shown alone
POINTS = 40  # of a series, the newest years
ALONE = 300  # of a series that is asked for
_TOLD = "told"  # of a year that is only that of publication
_KINDS = ("actual", "estimate", "target", _TOLD)
_DETAILS = """SELECT f.key, f.id, f.span_text, f.value, f.upper, f.comparator, f.unit, f.indicator,
 f.modality, f.year, a.year AS told_in, f.province, f.cluster_name, f.speaker_name,
 cm.identity AS cluster, om.identity AS speaker, a.id AS article, a.title, a.published,
 a.source, a.copy_of,
 EXISTS (SELECT 1 FROM review.archive_finding_figures x WHERE x.figure = f.key) AS doubtful
FROM figures f JOIN articles a ON a.key = f.article_key
LEFT JOIN review.cluster_members cm ON cm.row = f.cluster_key
LEFT JOIN review.official_members om ON om.row = f.speaker_key"""


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one indicator in one unit, the newest year first."""

    indicator: str
    unit: str
    rows: Sequence[Row]
    more: bool  # there are others than those
    chart: dict[str, object]

    @property
    def name(self) -> str:
        """As an argument of an address."""
        return f"{self.indicator}:{self.unit}"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Some series with their figures, and which others there are."""

    shown: list[Series]
    counts: list[tuple[str, str, int]]  # indicator, unit, figures
    chosen: str | None
    search: dict[str, str]  # what the search is to be asked for all of them


def shelf(ask: Ask, figures: str, about: str, prefer: str = "") -> Shelf:
    """The series of the figures that belong to what a page is of.

    ``figures`` begins at FROM, has the table of figures as ``f`` and ends with ``= ?`` for the
    page's key; ``about`` is the search's name for that; ``prefer`` is a condition: figures that
    fulfil it are shown alone, where there are any.
    """
    counts = sorted(
        (
            (str(row[0]), str(row[1]), int(row[2]))
            for row in ask.rows(
                f"SELECT f.indicator, f.unit, COUNT(*) {figures} GROUP BY 1, 2", ask.key
            )
        ),
        key=lambda found: (found[0] == "other", -found[2], found),
    )
    names = [(indicator, unit) for indicator, unit, _ in counts]
    wanted = tuple(ask.args.get("series", "").split(":", 1))
    chosen = next((name for name in names if name == wanted), None)
    most = ALONE if chosen else POINTS
    shown = []
    for name in [chosen] if chosen else names[:SERIES]:
        keys = _newest(ask, f"{figures} {prefer}", name, most) or _newest(ask, figures, name, most)
        rows = _details(ask, keys[:most])
        shown.append(Series(*name, rows, len(keys) > most, _chart(ask, rows)))
    return Shelf(shown, counts, ":".join(chosen) if chosen else None, {about: ask.key})


def _newest(ask: Ask, figures: str, name: tuple[str, str], most: int) -> list[int]:
    """Keys of a series' figures; those of no year come last."""
    found = ask.rows(
        f"SELECT f.key {figures} AND f.indicator = ? AND f.unit = ?"
        " ORDER BY f.year DESC, f.key DESC LIMIT ?",
        ask.key,
        *name,
        most + 1,
    )
    return [row["key"] for row in found]


def _details(ask: Ask, keys: Sequence[int]) -> list[Row]:
    marks = ", ".join("?" * len(keys))
    place = {key: i for i, key in enumerate(keys)}
    rows = ask.rows(f"{_DETAILS} WHERE f.key IN ({marks})", *keys)
    return sorted(rows, key=lambda row: place[row["key"]])


def _chart(ask: Ask, rows: Sequence[Row]) -> dict[str, object]:
    """What the chart of a series draws: years, points by kind, labels in the reader's words."""
    drawn = [row for row in rows if _year(row) is not None and row["value"] is not None]
    years = sorted({_year(row) for row in drawn})
    if not years:
        return {}
    points = {kind: [row for row in drawn if _kind(row) == kind] for kind in _KINDS}
    return {
        "years": [ask.ui.n(year) for year in years],
        "kinds": [
            {
                "kind": kind,
                "name": ask.ui.t("series.told_in") if kind == _TOLD else _label(ask, kind),
                "points": [_point(ask, row, years.index(_year(row))) for row in found],
            }
            for kind, found in points.items()
            if found
        ],
        "doubtful": ask.ui.t("series.doubtful"),
    }


def _year(row: Row) -> int:
    """The year of the period; where none is said, that of publication, which is marked so."""
    year: int = row["told_in"] if row["year"] is None else row["year"]
    return year


def _kind(row: Row) -> str:
    return _TOLD if row["year"] is None else str(row["modality"])


def _label(ask: Ask, kind: str) -> str:
    return ask.ui.label("Modality", kind)


def _point(ask: Ask, row: Row, at: int) -> dict[str, object]:
    about = row["cluster_name"] or ask.ui.province(row["province"])
    told = (row["span_text"], about, row["source"], ask.ui.day(row["published"]))
    return {
        "value": [at, row["value"]],
        "text": "\n".join(str(part)[:80] for part in told if part),
        "href": addresses.article(row["article"], row["id"]),
        "doubtful": bool(row["doubtful"]),
    }
