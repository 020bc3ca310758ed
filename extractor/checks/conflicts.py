"""One thing, two values: by two speakers, or by headline and body."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, islice

from extractor.checks.registry import Draft, Evidence, check
from extractor.checks.rounding import is_bounded
from extractor.checks.wording import consists_of
from schemas.figures import Figure
from schemas.numerals import show
from schemas.record import ArticleRecord
from schemas.vocabularies import Comparator, FindingCode, Indicator, Modality

# Indicators of which a cluster has one value at a time; of courses or loans it has many.
_SINGLE = frozenset((Indicator.EMPLOYMENT, Indicator.ENTERPRISES, Indicator.EXPORTS))
_TOLD_IN_HEADLINES = _SINGLE | {
    Indicator.PRODUCTION, Indicator.IMPORTS, Indicator.SALES, Indicator.AREA,
}  # fmt: skip
_ROUNDING = 0.05  # «حدود» and a rounded headline: five percent
_TOLERANCE = "5 % for rounding"
_OF_HEADLINES = f"{_TOLERANCE}; of a cluster, one step of the headline's last digit but zeros"
_MOST = 50  # values of one thing, or in a headline: more is no news, and each is held against all


@check
def check_conflicts(evidence: Evidence) -> Iterator[Draft]:
    """Values of one thing that differ beyond rounding; raised once for a thing."""
    told: set[str] = set()
    for figures in _same_things(evidence.record).values():
        spoken = [f for f in figures if f.speaker is not None][:_MOST]
        pair = next((p for p in combinations(spoken, 2) if _by_two(*p) and differ(*p)), None)
        if pair:
            told.update(f.id for f in figures)
            yield _draft(*pair)
    for headline, body in headline_pairs(evidence.record):
        if told.isdisjoint((headline.id, body.id)):
            yield _draft(headline, body, _OF_HEADLINES)


@check
def check_headline(evidence: Evidence) -> Iterator[Draft]:
    """A headline's figure that the body tells of with another value, and nowhere with its own."""
    for headline, body in headline_pairs(evidence.record):
        yield Draft(
            FindingCode.HEADLINE_BODY,
            f"عدد تیتر («{headline.span.text}») و متن («{body.span.text}») با هم نمی‌خوانند.",
            f"The headline ('{headline.span.text}') and the body ('{body.span.text}') "
            "do not agree.",
            f"{show(headline.value)} ≠ {show(body.value)}",
            (headline.id, body.id),
            _OF_HEADLINES,
        )


def headline_pairs(record: ArticleRecord) -> Iterator[tuple[Figure, Figure]]:
    """Each figure of the headline with the first of the body that contradicts it."""
    title = len(record.article.title or "")
    headlines = (f for f in record.figures if f.span.end <= title)
    for headline in islice(headlines, _MOST):
        body = [f for f in record.figures if f.span.start >= title and f.unit == headline.unit]
        same = [f for f in body if is_bounded(f) and _same(headline, f)]
        if same and not any(_agree(headline, f) for f in body):
            yield headline, same[0]


def _agree(headline: Figure, body: Figure) -> bool:
    """Whether a value of the body is the headline's: within rounding, or in a range, or bound."""
    if is_bounded(headline) and is_bounded(body):
        return not differ(headline, body) and _may_round(headline, body)
    upper = body.upper or body.value
    return not is_bounded(headline) or body.value <= headline.value <= upper


def _may_round(headline: Figure, body: Figure) -> bool:
    """«۸۰۰ نفر» may be 780, rounded; «۸۲۰ نفر» of a cluster is not."""
    if headline.cluster is None or Comparator.ABOUT in (headline.comparator, body.comparator):
        return True
    digits = str(int(headline.value))
    step = Decimal(10) ** (len(digits) - len(digits.rstrip("0")))
    return bool(abs(headline.value - body.value) <= step)


def _same(headline: Figure, body: Figure) -> bool:
    """One indicator of one cluster or, where there is no cluster, of one counted noun."""
    if body.part_of or headline.indicator is not body.indicator:
        return False
    if headline.indicator not in _TOLD_IN_HEADLINES or headline.cluster != body.cluster:
        return False
    return headline.cluster is not None or headline.item == body.item


def _same_things(record: ArticleRecord) -> dict[tuple[object, ...], list[Figure]]:
    groups: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    # «سال گذشته» and «سال ۱۴۰۳» may be one year.
    periods = {date.id: date.jalali or date.id for date in record.dates}
    for figure in record.figures:
        if (
            figure.cluster
            and figure.indicator in _SINGLE
            and figure.part_of is None
            and figure.modality is Modality.ACTUAL
        ):
            key = (figure.indicator, figure.cluster, figure.unit, periods.get(figure.date or ""))
            groups[key].append(figure)
    return groups


def _by_two(first: Figure, second: Figure) -> bool:
    return first.speaker != second.speaker and _one_noun(first, second)


def _one_noun(first: Figure, second: Figure) -> bool:
    """«۲۳۸ استادکار» and «۱۲۰۰ نجار» are not of one thing; «۹۰۰ نفر» and «۶۵۰ شاغل» are."""
    nouns = first.unit_text, second.unit_text
    return nouns[0] == nouns[1] or any(consists_of("anyone", noun) for noun in nouns)


def differ(first: Figure, second: Figure) -> bool:
    """Whether two single values differ beyond rounding."""
    if not (is_bounded(first) and is_bounded(second)):
        return False
    larger = max(abs(first.value), abs(second.value))
    return float(abs(first.value - second.value)) > _ROUNDING * float(larger)


def _draft(first: Figure, second: Figure, tolerance: str = _TOLERANCE) -> Draft:
    return Draft(
        FindingCode.FIGURE_CONFLICT,
        f"«{first.span.text}» و «{second.span.text}» دربارهٔ یک چیزند و با هم نمی‌خوانند.",
        f"'{first.span.text}' and '{second.span.text}' are of one thing and do not agree.",
        f"{show(first.value)} ≠ {show(second.value)}",
        (first.id, second.id),
        tolerance,
    )
