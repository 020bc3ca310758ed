"""A stated count against the members listed beside it."""

from collections.abc import Iterator
from decimal import Decimal

from extractor.checks.registry import Draft, Evidence, check
from schemas.numerals import show, show_persian
from schemas.vocabularies import Comparator, FindingCode


@check
def check_list_counts(evidence: Evidence) -> Iterator[Draft]:
    """«پنج خوشه …» with its members; a list that is open, or a count that is not exact, is none."""
    for listed in evidence.enumerations:
        if listed.open or listed.number.comparator is not Comparator.EXACT:
            continue
        stated, counted = listed.number.value, Decimal(len(listed.members))
        agrees = stated == counted
        sign = "=" if agrees else "≠"
        fits = "با هم می‌خوانند" if agrees else "با هم نمی‌خوانند"
        yield Draft(
            FindingCode.LIST_COUNT_OK if agrees else FindingCode.LIST_COUNT,
            f"شمار گفته‌شده ({show_persian(stated)}) و اعضای فهرست "
            f"({show_persian(counted)}) {fits}.",
            f"The stated count ({show(stated)}) and the members listed ({show(counted)}) "
            f"{'agree' if agrees else 'do not agree'}.",
            f"{' + '.join('1' for _ in listed.members)} = {show(counted)} {sign} {show(stated)}",
            tolerance="none; a list that may be read to agree does",
            spans=(evidence.span(listed.number), *map(evidence.span, listed.members)),
        )
