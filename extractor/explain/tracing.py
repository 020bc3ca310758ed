"""Read an article once more, with the reasons noted, and explain what its record holds."""

from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter
from spacy.tokens import Doc

from extractor.assemble import Assembler
from extractor.explain.explanations import Because, Entry, Explanation
from extractor.explain.rules import RULES
from extractor.explain.sources import Source, sources
from extractor.mentions import Mention
from extractor.program_drafts import draft_programs
from extractor.reasons import Reason, Reasons
from schemas.errors import KhooshechinError
from schemas.record import ArticleRecord
from schemas.references import GROUPS, SPANS
from schemas.spans import Span

_JSON = TypeAdapter[Any](Any)


class UnknownIdError(KhooshechinError):
    """The record has no entry of this id."""


class Trace:
    """The record of one article with the reasons for what it holds."""

    def __init__(
        self, record: ArticleRecord, doc: Doc, assembler: Assembler, reasons: Reasons
    ) -> None:
        self.record = record
        self.doc, self._assembler, self._reasons = doc, assembler, reasons
        self.drafts = draft_programs(doc)
        self._where = {
            entry.id: (group, i)
            for group in GROUPS
            for i, entry in enumerate(getattr(record, group))
        }

    def entries(self) -> tuple[Entry, ...]:
        """All that can be explained, in the order of the record."""
        return tuple(
            Entry(id=key, group=group, evidence=self.evidence(key))
            for key, (group, _) in self._where.items()
        )

    def evidence(self, item_id: str) -> tuple[Span, ...]:
        """The words an entry quotes; a programme those of its activities, or of its figures."""
        group, index = self._place(item_id)
        entry = getattr(self.record, group)[index]
        found: list[Span] = []
        for field in SPANS[group]:
            value = getattr(entry, field)
            found += [value] if isinstance(value, Span) else value or ()
        if group == "programs":
            found += [activity.span for activity in entry.activities]
            told = entry.figures if not found else ()
            found += [span for key in told for span in self.evidence(key)]
        if group == "findings":
            found += [span for ref in entry.refs for span in self.evidence(ref)[:1]]
        return tuple(found)

    def explain(self, item_id: str) -> Explanation:
        """Why an entry is what it is. Raises UnknownIdError, with the ids there are."""
        group, index = self._place(item_id)
        because = self._finding(index) if group == "findings" else self._because(group, index)
        return Explanation(
            id=item_id, group=group, evidence=self.evidence(item_id), because=tuple(because)
        )

    def _place(self, item_id: str) -> tuple[str, int]:
        if item_id not in self._where:
            raise UnknownIdError(
                f"{item_id}: is no id in the record of {self.record.article.id}; "
                f"there are {self._known() or 'none'}"
            )
        return self._where[item_id]

    def _known(self) -> str:
        """The ids in short: «p1 - p12, d1»."""
        lists = ([entry.id for entry in getattr(self.record, group)] for group in GROUPS)
        ends = (dict.fromkeys((ids[0], ids[-1])) for ids in lists if ids)
        return ", ".join(" - ".join(pair) for pair in ends)

    def _because(self, group: str, index: int) -> Iterator[Because]:
        for source in sources(self.record, self.doc, self.drafts, group, index):
            reason = self._reasons.find(source.group, source.subject, source.noted)
            if reason is not None and _tells(source, reason):
                yield self._told(source, reason)

    def _told(self, source: Source, reason: Reason) -> Because:
        rule = RULES[reason.rule]
        row = reason.row
        if row is not None and "#" not in row:
            row = f"{rule.lexicon}#{row}"
        return Because(
            field=source.field,
            value=_JSON.dump_python(source.value, mode="json"),
            rule=reason.rule,
            says=rule.says,
            row=row,
            words=tuple(span for words in reason.words for span in self._span(*words)),
        )

    def _span(self, start: int, end: int) -> Iterator[Span]:
        """The original words, without the blanks around them."""
        text = self._assembler.text[start:end]
        start += len(text) - len(text.lstrip(_BLANK))
        end -= len(text) - len(text.rstrip(_BLANK))
        if start < end:
            yield self._assembler.span(Mention(start, end))

    def _finding(self, index: int) -> Iterator[Because]:
        found = self.record.findings[index]
        rule = f"findings.{found.code}"
        words = self.evidence(found.id)
        yield Because(
            field="code",
            value=found.code.value,
            rule=rule,
            says=f"{RULES[rule].says}: {found.calculation}",
            row=None,
            words=words,
        )


_BLANK = " \t\n\r\u200c"


def _tells(source: Source, reason: Reason) -> bool:
    """Whether the reason is worth telling: of a value, or of a rule that gives none."""
    empty = source.value is None or source.value == ()
    return not empty or RULES[reason.rule].gives_none
