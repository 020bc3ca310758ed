"""Turn what a pattern of the date grammar matched into a year, or refuse it."""

from extractor.text.calendar_expressions import Expression, read_fields, short_year
from extractor.text.calendar_vocabulary import COUNTABLE, SHORT_YEAR, beside
from extractor.text.calendar_words import Words, letter, spelled
from schemas.vocabularies import Granularity, Modifier

AFTER_MAY = frozenset(".,()|&~AIJ-/:")  # what may follow a word that is something else too
_AFTER_BARE_YEAR = "<=>?;^X+tnOd#eqyg"
_COUNTS = ("u", "z", "'")
_VERBS = tuple("<=>?^;")
# Persian in code: what may stand between a verb and its noun («شروع به کار کرد», «آغاز و …»).
_LIGHT = ("به", "و", "شده", "نشده")
_COLON = ":"
_LONGEST_ROW = 40  # years
_SHORTEST_YEAR = 80  # of two digits; smaller ones before a counted noun count it


def read_year(words: Words, first: int, last: int) -> Expression | None:
    """«سال ۱۳۹۹», «پایان سال ۹۸», «سال گذشته», «امسال», «حدود ۱۳۹۰»."""
    if words.shape[first] == "o":
        start = (
            Modifier.START
            if words.values[first] == 1
            and letter(words, first - 1) not in ("Y", "D", "K", "L", "F")
            else None
        )
        found = read_fields(words, first + 1, last, Granularity.YEAR)
        if start:
            found.first, found.modifier = first, start
    else:
        found = read_fields(words, first, last, Granularity.YEAR)
    number = next((i for i in range(found.first, last + 1) if words.shape[i] in "ygeqd"), None)
    if number is None:
        return found
    if letter(words, number - 1) not in ("Y", "2", "$"):
        return found if _is_bare_year(words, found, number) else None
    if words.shape[number] == SHORT_YEAR and words.values[number] < _SHORTEST_YEAR:
        counted = letter(words, number + 1) == COUNTABLE
        if counted and letter(words, found.first) in ("B", "o", "N"):
            return None  # «از ابتدای سال ۴۵ واحد»
    year = words.stretch(number, number)
    written = words.shape[number] == "y" and year[0].isalpha()  # «سال هزار و سیصد و نود»
    return found if written or (year.isdigit() and len(year) in (2, 4)) else None


def _is_bare_year(words: Words, found: Expression, number: int) -> bool:
    """Whether four digits without «سال» are a year: «از ۱۳۹۸ تا ۱۴۰۰»."""
    before, after = letter(words, found.first - 1), letter(words, found.last + 1)
    if found.last > number or (
        before in ("~", "&") and letter(words, found.first - 2) in ("y", "g")
    ):
        return True
    if (before in ("(", "-") and after in (")", "-")) or _opens_row(words, number):
        return True
    if after == "~" and letter(words, found.last + 3) in _COUNTS:  # «از ۱۴۰۰ تا ۱۴۵۰ نفر»
        return False
    if found.modifier and words.shape[number] == "y":
        return after not in _COUNTS  # «ابتدای ۱۴۰۴ آغاز می‌شود»
    ends = after in AFTER_MAY or not after
    prefixed = before in ("I", "A", "~") or found.first < number
    if prefixed:
        return ends or after in _AFTER_BARE_YEAR or _is_predicate(words, found.last + 1)
    return ends and _is_labelled(words, number)


def _is_predicate(words: Words, at: int) -> bool:
    """«از ۱۳۹۹ آغاز شد»: the noun or adjective of a verb, which nobody counts."""
    verbal = beside("verbal")
    return spelled(words, at) in verbal and (
        letter(words, at + 1) in _VERBS or spelled(words, at + 1) in _LIGHT
    )


def _is_labelled(words: Words, number: int) -> bool:
    """«شروع: ۱۳۹۹»."""
    before = number - 1 if spelled(words, number - 1) != _COLON else number - 2
    return spelled(words, before) in beside("label")


def _opens_row(words: Words, number: int) -> bool:
    """The first year of «۱۴۰۰ تا ۱۴۰۲», where the second is no count."""
    row = words.shape[number : number + 4]
    if row[1:2] != "~" or row[2:3] != row[0] or row[3:4] in _COUNTS:
        return False
    return 0 < words.values[number + 2] - words.values[number] <= _LONGEST_ROW


def read_this_year(words: Words, first: int, last: int) -> Expression | None:
    """«ابتدای سال», «پایان سال»: of the year in which the text was written."""
    if words.shape[first] == "o" and words.values[first] != 1:
        return None
    found = read_fields(words, last, last, Granularity.YEAR)
    found.first, found.year_shift = first, 0
    edge = (
        words.values[first] if words.shape[first] == "B" else 2 if words.shape[first] == "N" else 1
    )
    found.modifier = (Modifier.START, Modifier.MID, Modifier.END)[edge - 1]
    return found


def read_year_end(words: Words, first: int, last: int) -> Expression | None:
    """The second year of «از سال ۹۵ تا ۹۸»."""
    found = Expression(first, last, Granularity.YEAR)
    year = short_year(words.values[first])
    found.years = (year, year)
    return found


def read_years(words: Words, first: int, last: int) -> Expression | None:
    """«سال‌های ۱۳۹۷ و ۱۳۹۸»: all days from the first to the last year."""
    found = read_fields(words, first, last, Granularity.YEAR)
    ordered = found.years and found.years[0] < found.years[1]
    return found if ordered else None
