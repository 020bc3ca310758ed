"""Numbers in Persian text: digits, words, both mixed, ranges, fractions, ordinals."""

from dataclasses import replace
from decimal import Decimal

from extractor.mentions import Number, NumberKind
from extractor.reasons import note
from extractor.text.numerals_cardinals import LARGEST, Cardinal, Reader
from extractor.text.numerals_lexicon import number_lexicon
from extractor.text.numerals_tokens import tokenize
from schemas.vocabularies import Comparator

_LONGEST_COMPARATOR = 4  # words
_PLACES = Decimal("0.000001")


def find_numbers(text: str) -> list[Number]:
    """The numbers of a normalized text, in text order, none within another.

    >>> [(n.value, n.upper, n.comparator.value) for n in find_numbers("بیش از ۱۳ هزار و ۵۰۰ نفر")]
    [(Decimal('13500'), None, 'more_than')]
    >>> [(int(n.value), int(n.upper)) for n in find_numbers("۱۲ تا ۱۵ هزار دلار")]
    [(12000, 15000)]
    >>> find_numbers("سهم صدا و سیما در دهکده")
    []
    """
    tokens, starts = tokenize(text)
    reader = Reader(text, tokens)
    found: list[Number] = []
    position = 0
    for at in starts:
        if at >= position:
            read = _read_number(reader, at)
            if read:
                number, position = read
                found.append(number)
    return found


def _read_number(reader: Reader, at: int) -> tuple[Number, int] | None:
    """The number that begins at a token, and the index of the token after it."""
    if _is_name(reader, at):
        return None
    kind = reader.tokens.kinds[at]
    if kind == "approximate":
        return _approximate(reader, at)
    if kind == "fraction":
        return _number(reader, at, Cardinal(reader.tokens[at].value, at + 1, kind="fraction"))
    first = reader.fraction(at) or reader.cardinal(at)
    if first is None:
        return None
    if first.kind == "cardinal" and (last := _range_end(reader, at, first)):
        return _range(reader, at, first, last)
    if _is_other_word(reader, at, first):
        return None
    return _number(reader, at, first)


def _is_name(reader: Reader, at: int) -> bool:
    """«چهار محال», «سه شنبه», «نه تنها»: a set phrase with a number word in it."""
    names = number_lexicon().names
    if reader.tokens.texts[at] not in number_lexicon().name_openings:
        return False
    words: tuple[str, ...] = ()
    for index in range(at, min(at + 5, len(reader.tokens))):
        if index > at and not reader.joined(index):
            break
        words += (reader.tokens.texts[index],)
        if words in names:
            return True
    return False


def _is_other_word(reader: Reader, at: int, first: Cardinal) -> bool:
    """«نه» as no, «ده» as village, «سی» in a foreign name: alone and before no counted noun."""
    token = reader.tokens[at]
    if first.end > at + 1 or token.text not in _AMBIGUOUS:
        return False
    following = reader.tokens[at + 1] if reader.joined(at + 1) else None
    if following is None or following.text not in reader.counted:
        return True
    window = [*reader.tokens[max(0, at - 8) : at], *reader.tokens[at + 1 : at + 9]]
    return token.text == "نه" and any(t.text == "نه" for t in window)


# Persian words in code: what they are instead of a number is grammar, not vocabulary.
_AMBIGUOUS = frozenset(("نه", "ده", "سی", "شش", "نود"))


def _approximate(reader: Reader, at: int) -> tuple[Number, int]:
    """«صدها», «ده‌ها هزار»: an order of magnitude."""
    value, end = reader.tokens[at].value, at + 1
    while reader.has(end, "scale") and value * reader.tokens[end].value <= LARGEST:
        value, end = value * reader.tokens[end].value, end + 1
    return _number(reader, at, Cardinal(value, end, kind="approximate"))


def _range_end(reader: Reader, at: int, first: Cardinal) -> Cardinal | None:
    """The upper end, if the number before it is the lower end of a range."""
    link, after = first.end, first.end + 1
    if reader.has(link, "range") and reader.joined(after):
        return reader.cardinal(after)
    if reader.has(link, "and") and reader.joined(after) and reader.before(at, "between"):
        return reader.cardinal(after)
    if reader.dashed(link):
        return reader.cardinal(link)
    if first.end == at + 1 and reader.tokens[at].kind == "cardinal" == reader.kind_after(at):
        return _next_word(reader, first, link)
    return None


def _next_word(reader: Reader, first: Cardinal, link: int) -> Cardinal | None:
    """«دو سه هزار»: two neighbours in counting are a range."""
    one, two = first.value, reader.tokens[link].value
    neighbours = two == one + 1 or (one >= 10 and one < two <= one + 10)
    return reader.cardinal(link) if neighbours and one < 100 else None


def _range(reader: Reader, at: int, first: Cardinal, last: Cardinal) -> tuple[Number, int] | None:
    low, high = first.value, last.value
    if first.factor == 1 and last.factor > 1 and low * last.factor < high:
        low *= last.factor
    dashed = reader.dashed(first.end)
    if last.kind != "cardinal" or (low >= high and not dashed):
        return _number(reader, at, first)
    number, end = _number(reader, at, last._replace(value=min(low, high)), ranged=True)
    for field in ("upper", "comparator"):
        note("numbers", number, field, f"figures.{field}.range", (number.core_start, number.end))
    comparator = Comparator.RANGE
    doubtful = number.doubtful or (dashed and low >= high)
    return replace(number, upper=max(low, high), comparator=comparator, doubtful=doubtful), end


def _number(reader: Reader, at: int, read: Cardinal, *, ranged: bool = False) -> tuple[Number, int]:
    tokens = reader.tokens
    core = start = tokens[at].start
    value, end = read.value, read.end
    if reader.kind_before(at) == "negative":
        at, value = at - 1, -value
        core = start = tokens[at].start
    comparator, first = _comparator_before(reader, at, ranged)
    if first < at:
        start = tokens[first].start
    stop = tokens[end - 1].end
    after = _comparator_after(reader, end)
    if after:
        comparator, end = after
        stop = tokens[end - 1].end
    note("numbers", start, "value", "figures.value.number", (core, tokens[read.end - 1].end))
    _note_bound(reader, start, core, (tokens[read.end - 1].end, stop))
    number = Number(
        start,
        stop,
        value=value.quantize(_PLACES).normalize() if value % 1 else Decimal(int(value)),
        core_start=core,
        comparator=comparator,
        kind=_KINDS[read.kind],
        unit=read.unit,
        doubtful=read.doubtful,
    )
    return number, end


def _note_bound(reader: Reader, start: int, core: int, after: tuple[int, int]) -> None:
    if after[0] < after[1]:
        note("numbers", start, "comparator", "figures.comparator.after", after)
    elif start < core:
        words = start, start + len(reader.text[start:core].rstrip(" \u200c"))
        note("numbers", start, "comparator", "figures.comparator.before", words)
    else:
        note("numbers", start, "comparator", "figures.comparator.none", (core, after[1]))


_KINDS = {kind.value: kind for kind in NumberKind}


def _comparator_before(reader: Reader, at: int, ranged: bool) -> tuple[Comparator, int]:
    """How exact the words before a number say it is, and the index of the first of them."""
    tables = number_lexicon().comparators
    words: tuple[str, ...] = ()
    found = (Comparator.EXACT, at)
    if not at or reader.tokens.texts[at - 1] not in number_lexicon().closings_before:
        return found
    for index in range(at - 1, max(-1, at - 1 - _LONGEST_COMPARATOR), -1):
        if not reader.joined(index + 1):
            break
        words = (reader.tokens.texts[index], *words)
        comparator = tables["before"].get(words)
        if ranged and words in tables["between"]:
            comparator = Comparator.RANGE
        if not comparator and words in tables["weak"] and not reader.follows_clause(index):
            comparator = tables["weak"][words]
        if comparator:
            found = (comparator, index)
    return found


def _comparator_after(reader: Reader, end: int) -> tuple[Comparator, int] | None:
    words: tuple[str, ...] = ()
    if (
        end < len(reader.tokens.texts)
        and reader.tokens.texts[end] not in number_lexicon().openings_behind
    ):
        return None
    for index in range(end, min(end + 3, len(reader.tokens))):
        if not reader.joined(index):
            return None
        words += (reader.tokens.texts[index],)
        comparator = number_lexicon().comparators["after"].get(words)
        if comparator:
            return comparator, index + 1
    return None
