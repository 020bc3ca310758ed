"""Numbers that are made of an integer: decimals, fractions, ranges, orders of magnitude."""

from collections.abc import Iterator
from decimal import Decimal

from benchmarks.numeral_forms import SCALES, ZWNJ, Case, form, persian, words
from extractor.mentions import NumberKind
from schemas.vocabularies import Comparator


@form("decimals")
def decimals(value: int) -> Iterator[Case]:
    if not 0 < value < 10_000 or value % 10 == 0:
        return
    for places in (1, 2):
        written = f"{value / 10**places:.{places}f}"
        exact = Decimal(written)
        for mark in "/.٫":
            text = persian(written).replace("٫", mark)
            if exact < 1000:  # «۱۲۳۴/۵» may be part of a date
                yield Case(text, exact, after=" درصد")
                yield Case(f"{text} میلیارد", exact * 10**9)
                yield Case(f"{text}میلیون", exact * 10**6)
            if mark != "/":
                yield Case(written.replace(".", mark), exact, after=" کیلومتر")
        if exact < 1000:
            yield Case(f"{persian(written).replace('٫', ',')} میلیون", exact * 10**6)


@form("cut decimals")
def cut_decimals(value: int) -> Iterator[Case]:
    if not 0 < value < 10_000 or value % 10 == 0:
        return
    whole, part = divmod(value, 10)
    for mark in ("/ ", ". ", "٫ ", " / "):
        text = f"{persian(whole)}{mark}{persian(part)}"
        exact = Decimal(value) / 10
        yield Case(text, exact, after=" درصد", doubtful=True)
        yield Case(f"{text} میلیارد", exact * 10**9, doubtful=True)


@form("halves")
def halves(value: int) -> Iterator[Case]:
    if not 0 < value < 1000:
        return
    exact = Decimal(value) + Decimal("0.5")
    for text in (persian(value), words(value)):
        yield Case(f"{text} و نیم", exact, after=" درصد")
        for scale, word in SCALES:
            yield Case(f"{text} و نیم {word}", exact * scale)
            yield Case(f"{text} {word} و نیم", exact * scale)
    if value < 10:
        yield Case("نیم", Decimal("0.5"), after=" درصد")
        yield Case("نیم میلیون", Decimal(500_000))


@form("tenths in words")
def tenths(value: int) -> Iterator[Case]:
    if not 0 < value < 10_000:
        return
    for below, word in ((10, "دهم"), (100, "صدم"), (1000, "هزارم")):
        whole, part = divmod(value, below)
        exact = Decimal(value) / below
        if not whole or not part or part * 10 < below:
            continue
        yield Case(f"{words(whole)} و {words(part)} {word}", exact, after=" درصد")
        if part < 20:  # «سی‌صدم» is a three-hundredth too
            yield Case(f"{words(whole)} و {words(part)}{ZWNJ}{word}", exact, after=" درصد")
        yield Case(f"{persian(whole)} و {persian(part)} {word}", exact, after=" درصد")
        yield Case(f"{words(whole)} ممیز {words(part)} {word}", exact, after=" درصد")
        yield Case(f"{words(whole)} و {words(part)} {word} میلیون", exact * 10**6)


@form("fractions")
def fractions(value: int) -> Iterator[Case]:
    below, above = divmod(value, 10)
    if not 0 < above < below <= 10:
        return
    ordinal = words(below) + "م" if below != 3 else "سوم"
    exact = (Decimal(above) / below).quantize(Decimal("0.000001")).normalize()
    for gap in (" ", ZWNJ, ""):
        text = f"{words(above)}{gap}{ordinal}"
        yield Case(text, exact, kind=NumberKind.FRACTION, after=" از کل")


@form("ranges")
def ranges(value: int) -> Iterator[Case]:
    low, high = Decimal(value), Decimal(value + 1 + value % 7)
    if value == 0 or high >= 1000:
        return
    for link in (" تا ", " الی ", "-", " - ", f"{ZWNJ}تا{ZWNJ}"):
        text = f"{persian(low)}{link}{persian(high)}"
        yield Case(text, low, high, comparator=Comparator.RANGE)
        for scale, word in SCALES[1:]:
            yield Case(f"{text} {word}", low * scale, high * scale, comparator=Comparator.RANGE)
    yield Case(f"{words(value)} تا {words(int(high))}", low, high, comparator=Comparator.RANGE)
    text = f"بین {persian(low)} {'تا' if value % 2 else 'و'} {persian(high)}"
    yield Case(text, low, high, comparator=Comparator.RANGE)
    for text in (
        f"{persian(low)} میلیون تا {persian(high)} میلیون",
        f"{words(value)} میلیون تا {words(int(high))} میلیون",
        f"{persian(low)} تا {words(int(high))} میلیون",
    ):
        yield Case(text, low * 10**6, high * 10**6, comparator=Comparator.RANGE)
    tenth = Decimal("0.5")
    text = f"{persian(low + tenth)} تا {persian(high + tenth)}"
    yield Case(text, low + tenth, high + tenth, comparator=Comparator.RANGE, after=" درصد")
    text = f"{words(value)} و نیم تا {words(int(high))} میلیون"
    bounds = ((low + tenth) * 10**6, high * 10**6)
    yield Case(text, *bounds, comparator=Comparator.RANGE)
    if value < 9:
        for scale, word in ((1, ""), *SCALES):
            text = f"{words(value)} {words(value + 1)} {word}".strip()
            yield Case(text, low * scale, (low + 1) * scale, comparator=Comparator.RANGE)


@form("approximate, negative, همت")
def others(value: int) -> Iterator[Case]:
    if not 0 < value < 1000:
        return
    yield Case(f"منفی {persian(value)}", Decimal(-value), after=" درصد")
    yield Case(f"منفی {words(value)}", Decimal(-value), after=" درصد")
    yield Case(f"{persian(value)} همت", Decimal(value) * 10**12, unit="IRT", after=" اعتبار")
    approximate = NumberKind.APPROXIMATE
    if value < 10:
        for word, size in ((f"ده{ZWNJ}ها", 10), ("صدها", 100), ("هزاران", 1000)):
            yield Case(word, Decimal(size), kind=approximate)
            if size < 1000:
                yield Case(f"{word} هزار", Decimal(size) * 1000, kind=approximate)
                yield Case(f"{word} میلیون", Decimal(size) * 10**6, kind=approximate)
