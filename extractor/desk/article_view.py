"""One article as a page shows it: its text with the mentions, and what is told of each entry."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import cached_property

from markupsafe import Markup

from corpus.article_rows import ArticleRows, Entry
from extractor.desk.highlight import Mark, markup

_SEVERITIES = ("error", "warning", "info")
_KINDS = {"places": "place", "dates": "date", "figures": "figure"}  # of entries with one mention
_MENTIONS = {"official": "official_mentions", "cluster": "cluster_mentions"}


class ArticleView:
    """The rows of one article, put together."""

    def __init__(self, rows: ArticleRows, left_out: Collection[str] = ()) -> None:
        """``left_out`` are the ids of findings that are not shown."""
        self._rows = rows
        self._left_out = left_out
        (self.info,) = rows["articles"]
        self.figures = rows["figures"]
        self.officials = rows["officials"]
        self._names = dict(_names(rows))

    @property
    def id(self) -> str:
        """The article's id."""
        return str(self.info["id"])

    @cached_property
    def marks(self) -> list[Mark]:
        """Every mention; the first of an entry has the entry's id for anchor."""
        shown = (m for m in _marks(self._rows) if m.kind != "finding" or m.id not in self._left_out)
        return _anchored(shown)

    @property
    def kinds(self) -> list[str]:
        """The kinds of mentions there are, in the order of the legend."""
        found = {mark.kind for mark in self.marks}
        return [kind for kind in LEGEND if kind in found]

    @property
    def html(self) -> Markup:
        """The text as HTML."""
        return markup(str(self.info["text"]), self.marks)

    def name(self, entry: object) -> str:
        """What an entry is called, or the words it stands for."""
        return self._names.get(str(entry), str(entry))

    @cached_property
    def findings(self) -> list[Entry]:
        """What should be looked at, the worst first."""
        doubtful = [x for x in self._rows["findings"] if not _is_passed(x) and self._is_shown(x)]
        return sorted(doubtful, key=lambda x: _SEVERITIES.index(str(x["severity"])))

    def _is_shown(self, finding: Entry) -> bool:
        return finding["id"] not in self._left_out

    @cached_property
    def passed(self) -> list[Entry]:
        """The checks whose numbers agree."""
        return [x for x in self._rows["findings"] if _is_passed(x) and self._is_shown(x)]

    @cached_property
    def _refs(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for row in self._rows["finding_refs"]:
            found[str(row["finding_id"])].append(str(row["entry_id"]))
        return found

    def refs(self, finding: Entry) -> list[str]:
        """The ids of the entries a finding is about."""
        return self._refs.get(str(finding["id"]), [])

    @cached_property
    def doubts(self) -> dict[str, list[Entry]]:
        """The findings to look at by the entries they are about."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for finding in self.findings:
            for entry in self.refs(finding):
                found[entry].append(finding)
        return found

    @cached_property
    def clusters(self) -> list[tuple[Entry, Entry | None, list[Entry]]]:
        """Each cluster with its programme and its activities."""
        programs = {row["cluster_id"]: row for row in self._rows["programs"]}
        done: dict[object, list[Entry]] = defaultdict(list)
        for activity in self._rows["activities"]:
            done[activity["program_id"]].append(activity)
        found = [(row, programs.get(row["id"])) for row in self._rows["clusters"]]
        return [(row, told, done[told["id"]] if told else []) for row, told in found]

    @cached_property
    def said(self) -> dict[str, int]:
        """How many statements each official makes."""
        found: dict[str, int] = defaultdict(int)
        for row in self._rows["statements"]:
            found[str(row["speaker_id"])] += 1
        return found


LEGEND = ("figure", "cluster", "official", "place", "date", "status", "activity", "finding")


def activity_anchor(activity: Entry) -> str:
    """The anchor of an activity's words."""
    return f"{activity['program_id']}-a{activity['number']}"


def _is_passed(finding: Entry) -> bool:
    return str(finding["code"]).endswith(".ok")


def _names(rows: ArticleRows) -> Iterator[tuple[str, str]]:
    for group in ("places", "dates", "figures"):
        yield from ((str(row["id"]), str(row["span_text"])) for row in rows[group])
    first = {row["official_id"]: row["span_text"] for row in reversed(rows["official_mentions"])}
    for row in rows["officials"]:
        yield str(row["id"]), str(row["name"] or row["role"] or first.get(row["id"]))
    yield from ((str(row["id"]), str(row["name"])) for row in rows["clusters"])
    yield from ((str(row["id"]), str(row["cluster_name"])) for row in rows["programs"])


def _marks(rows: ArticleRows) -> Iterator[Mark]:
    for group, kind in _KINDS.items():
        yield from (_mark(row, kind, row["id"]) for row in rows[group])
    for kind, table in _MENTIONS.items():
        yield from (_mark(row, kind, row[f"{kind}_id"]) for row in rows[table])
    for row in rows["programs"]:
        if row["span_start"] is not None:
            yield _mark(row, "status", row["id"])
    yield from (_mark(row, "activity", activity_anchor(row)) for row in rows["activities"])
    yield from (_mark(row, "finding", row["finding_id"]) for row in rows["finding_spans"])


def _mark(row: Entry, kind: str, key: object) -> Mark:
    return Mark(int(str(row["span_start"])), int(str(row["span_end"])), kind, str(key))


def _anchored(marks: Iterator[Mark]) -> list[Mark]:
    """The marks with anchors that no other has: ``c1``, ``c1-2``, ``c1-3``."""
    seen: dict[str, int] = defaultdict(int)
    found = []
    for mark in marks:
        seen[mark.id] += 1
        anchor = mark.id if seen[mark.id] == 1 else f"{mark.id}-{seen[mark.id]}"
        found.append(Mark(mark.start, mark.end, mark.kind, mark.id, anchor))
    return found
