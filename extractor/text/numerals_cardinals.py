"""The grammar of one cardinal number, in digits, in words, or both mixed."""

import re
from decimal import Decimal
from typing import NamedTuple

from extractor.text.numerals_lexicon import number_lexicon
from extractor.text.numerals_tokens import Token, Tokens
from extractor.text.units import counted_words
from extractor.verbs import verb_forms
from schemas.numerals import LATIN

_TENTHS = frozenset(map(Decimal, (10, 100, 1000)))
_HALF = Decimal("0.5")
_DASH = re.compile(r" ?[-–] ?")
_CUTS = frozenset((". ", "٫ ", "/ ", " / "))
_SPACE = frozenset(("", " ", "\u200c", "  ", "\u200c ", " \u200c"))
_PERCENT = frozenset(("درصد", "درصدی"))  # «هفت دهم درصد» is 0.7, «هفت دهم آنها» a fraction
_ATTRIBUTE = "ین"  # the ending that makes «هزارمین» an ordinal and no part of a whole
_MOST_TERMS = 12
# A row of scales beyond it is no number; a value below it keeps its six decimals exactly.
LARGEST = Decimal(10) ** 21


class Cardinal(NamedTuple):
    """A number read from a token on; ``end`` is the index of the token after it."""

    value: Decimal
    end: int
    kind: str = "cardinal"
    step: Decimal = Decimal(1)  # what may be added with «و» is less than this
    factor: Decimal = Decimal(1)  # the scale of its first term
    unit: str | None = None
    doubtful: bool = False


class Reader:
    """Reads cardinals off the tokens of a text."""

    def __init__(self, text: str, tokens: Tokens) -> None:
        self.text = text
        self.tokens = tokens
        self._kinds = tokens.kinds
        self.counted = counted_words()

    def has(self, at: int, kind: str) -> bool:
        """Whether a token of this kind stands there, after nothing but a space."""
        return 0 <= at < len(self._kinds) and self._kinds[at] == kind and self._near(at)

    def kind_before(self, at: int) -> str:
        """Kind of the token before, if nothing but a space parts them."""
        return self._kinds[at - 1] if self.joined(at) else ""

    def kind_after(self, at: int) -> str:
        """Kind of the token after, if nothing but a space parts them."""
        return self._kinds[at + 1] if self.joined(at + 1) else ""

    def joined(self, at: int) -> bool:
        """Whether there is a token, and only a space between it and the one before."""
        return 0 < at < len(self._kinds) and self._near(at)

    def _near(self, at: int) -> bool:
        return at == 0 or self.gap(at) in _SPACE

    def gap(self, at: int) -> str:
        """What stands between a token and the one before."""
        return self.text[self.tokens.ends[at - 1] : self.tokens.starts[at]]

    def dashed(self, at: int) -> bool:
        """Whether a dash stands between two numbers in digits."""
        if not 0 < at < len(self._kinds) or self._kinds[at] != "digits":
            return False
        return bool(_DASH.fullmatch(self.gap(at))) and self._kinds[at - 1] == "digits"

    def before(self, at: int, side: str) -> bool:
        """Whether the word before is a comparator of this side."""
        table = number_lexicon().comparators[side]
        return self.joined(at) and (self.tokens.texts[at - 1],) in table

    def follows_clause(self, at: int) -> bool:
        """Whether the word before ends a clause or a quantity, so that «تا» opens another."""
        if not self.joined(at):
            return False
        word = self.tokens.texts[at - 1]
        if word.replace("\u200c", "") in verb_forms():
            return True
        return word in self.counted and at > 1 and bool(self._kinds[at - 2])

    def fraction(self, at: int) -> Cardinal | None:
        """«دو سوم», «یک‌چهارم»; a tenth before «درصد» or a scale is a decimal."""
        token, below = self.tokens[at], at + 1
        small = token.kind in ("cardinal", "digits") and token.value < 100
        if not small or not self.has(below, "ordinal"):
            return None
        denominator = self.tokens[below].value
        if self.tokens[below].text.endswith(_ATTRIBUTE):
            return None
        if not 0 < token.value < denominator or not (denominator <= 10 or denominator in _TENTHS):
            return None
        read = Cardinal(token.value / denominator, below + 1, kind="fraction")
        if denominator in _TENTHS and self._is_decimal(below + 1):
            return self._scaled(read._replace(kind="cardinal"))
        return read

    def _is_decimal(self, at: int) -> bool:
        percent = self.joined(at) and self.tokens.texts[at] in _PERCENT
        return percent or self.has(at, "scale") or self.has(at, "money")

    def cardinal(self, at: int) -> Cardinal | None:
        """The longest number that begins at a token."""
        read = self._term(at)
        for _ in range(_MOST_TERMS):
            if read is None or read.kind != "cardinal" or read.unit or read.step == 1:
                break
            longer = self._half(read) or self._tenths(read) or self._longer(read)
            if longer is None:
                break
            read = longer
        if read is None:
            return None
        if read.kind == "cardinal" and read.step == 1:
            read = self._half(read) or self._tenths(read) or read
        return self._ordinal_ending(self._money(read), at)

    def _longer(self, read: Cardinal) -> Cardinal | None:
        """The number with one more term: «سه میلیون» «و ۳۲۰ هزار»."""
        linked = self.has(read.end, "and")
        at = read.end + 1 if linked else read.end
        term = self._term(at) if self.joined(at) else None
        if term is None or not (linked or self._follows_bare(read, term)):
            return None
        if term.value < read.step:
            merged = term._replace(value=read.value + term.value, factor=read.factor)
            return merged._replace(doubtful=read.doubtful or term.doubtful)
        # «دو هزار و ۵۰۰ میلیارد»: the last scale holds for the thousands as well.
        group = term.value / term.factor
        large = term.factor >= 10**9 or (term.factor == 10**6 and group >= 10)
        if linked and read.step == 1000 and large and group < 1000:
            return term._replace(value=(read.value + group) * term.factor)
        return None

    @staticmethod
    def _follows_bare(read: Cardinal, term: Cardinal) -> bool:
        """«یک میلیون ۲۰۰ هزار», «هزار ۲۰۰»: the «و» is left out."""
        hundreds = 100 <= term.value < 1000 and not term.value % 1
        return read.factor > 1 and (1 < term.factor < read.step or (term.factor == 1 and hundreds))

    def _term(self, at: int) -> Cardinal | None:
        """A group below a thousand, or digits, and the scales after it."""
        if not 0 <= at < len(self.tokens):
            return None
        token = self.tokens[at]
        if token.kind == "scale":
            # «چند هزار» and «ده‌ها هزار» are no thousand.
            if token.value != 1000 or self.kind_before(at) in ("vague", "approximate"):
                return None
            return self._scaled(Cardinal(Decimal(1), at), bare=True)
        if token.kind == "half":
            return self._scaled(Cardinal(_HALF, at + 1))
        if token.kind == "digits":
            return self._scaled(self._digits(at))
        if token.kind in ("cardinal", "ordinal"):
            return self._scaled(self._group(at))
        return None

    def _digits(self, at: int) -> Cardinal:
        token = self.tokens[at]
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if after and self._is_cut(token, after, at + 1):
            value = Decimal(f"{token.value}.{after.text.translate(LATIN)}")
            return Cardinal(value, at + 2, doubtful=True)
        if token.decimal is not None and self._is_decimal(at + 1):
            return Cardinal(token.decimal, at + 1)
        return Cardinal(token.value, at + 1, doubtful=token.decimal is not None)

    def _is_cut(self, token: Token, after: Token, at: int) -> bool:
        """«۲. ۳ میلیون», «۱.⏎۸ اینچ», «۲/ ۱ میلیارد»: cut by a careless hand or program.

        Persian sentences end with a verb: a number before a full stop and a new line, and
        another after it, were one. Not so a year, nor the number of a list at the start of a line.
        """
        if not after.text.isdecimal() or len(after.text) > 3 or not token.integer:
            return False
        gap = self.gap(at)
        if gap == ".\n":
            listed = token.start == 0 or self.text[token.start - 1] == "\n"
            if not listed and not 1300 <= token.value < 2100:
                return self.joined(at + 1)
            return not listed and self._is_decimal(at + 1)
        return len(token.text) <= 3 and gap in _CUTS and self._is_decimal(at + 1)

    def _group(self, at: int, *, tenths: bool = False) -> Cardinal:
        """Hundreds, tens and units in words; the last may be an ordinal or digits."""
        token = self.tokens[at]
        value, end, kind = token.value, at + 1, token.kind
        hundred = value < 10 or (value == 30 and not tenths)
        if kind == "cardinal" and hundred and self._is_hundred(end):
            hundreds = 3 if value == 30 else value  # «سی صد» is a spelling of «سیصد»
            value, kind, end = hundreds * Decimal(100), self.tokens[end].kind, end + 1
        step = _step(value)
        while kind == "cardinal" and step > 1 and self.has(end, "and") and self.joined(end + 1):
            following = self.tokens[end + 1]
            if following.kind not in ("cardinal", "ordinal", "digits"):
                break
            if self._is_tenth(end + 2) and not tenths:
                break
            if not 0 < following.value < step or not following.integer:
                break
            value, end = value + following.value, end + 2
            kind = "ordinal" if following.kind == "ordinal" else kind
            step = _step(following.value) if following.kind == "cardinal" else Decimal(1)
        return Cardinal(value, end, kind=kind, step=step)

    def _is_hundred(self, at: int) -> bool:
        return self.joined(at) and self.tokens[at].value == 100 and self.tokens[at].kind != "digits"

    def _is_tenth(self, at: int) -> bool:
        if not self.has(at, "ordinal") or self.tokens[at].text.endswith(_ATTRIBUTE):
            return False
        return self.tokens[at].value in _TENTHS

    def _scaled(self, read: Cardinal, *, bare: bool = False) -> Cardinal:
        if read.kind != "cardinal":
            return read
        factor, end, kind = Decimal(1), read.end, read.kind
        while self.has(end, "scale") or (bare and end == read.end):
            if self.tokens[end].value * factor * read.value > LARGEST:
                break
            factor, end = factor * self.tokens[end].value, end + 1
        if self.has(end, "ordinal") and 1000 <= self.tokens[end].value <= LARGEST / factor:
            factor, end, kind = factor * self.tokens[end].value, end + 1, "ordinal"
        if factor == 1:
            return read
        return read._replace(
            value=read.value * factor, end=end, step=factor, factor=factor, kind=kind
        )

    def _half(self, read: Cardinal) -> Cardinal | None:
        """«دو و نیم میلیون», «یک میلیون و نیم»."""
        if not (self.has(read.end, "and") and self.has(read.end + 1, "half")):
            return None
        value = read.value + _HALF * read.factor
        whole = read._replace(value=value, end=read.end + 2, step=Decimal(1))
        return self._scaled(whole) if read.factor == 1 else whole

    def _tenths(self, read: Cardinal) -> Cardinal | None:
        """«سه و هفت دهم درصد», «دوازده و بیست و پنج صدم», «سه ممیز هفت»."""
        point = self.has(read.end, "point")
        at = read.end + 1
        if read.factor != 1 or not (point or self.has(read.end, "and")) or not self.joined(at):
            return None
        if self.tokens[at].kind not in ("cardinal", "digits"):
            return None
        words = self.tokens[at].kind == "cardinal"
        part = self._group(at, tenths=True) if words else self._digits(at)
        named = self._is_tenth(part.end)
        if part.kind != "cardinal" or part.value % 1 or not (named or point):
            return None
        below = self.tokens[part.end].value if named else Decimal(10) ** len(f"{part.value}")
        if part.value >= below:
            return None
        value, end = read.value + part.value / below, part.end + named
        whole = Cardinal(value, end, doubtful=read.doubtful)
        return self._scaled(whole)

    def _money(self, read: Cardinal) -> Cardinal:
        if read.kind != "cardinal" or not self.has(read.end, "money"):
            return read
        value = read.value * self.tokens[read.end].value
        if value > LARGEST:
            return read
        return read._replace(value=value, end=read.end + 1, unit="IRT")

    def _ordinal_ending(self, read: Cardinal, at: int) -> Cardinal:
        """«۱۱۰مین», «۱۲ ام», «سی ام»."""
        end = read.end
        if read.kind != "cardinal" or not self.has(end, "ordinal_ending"):
            return read
        token = self.tokens[end]
        if self.gap(end) == " " and (token.text == "م" or end > at + 1):
            return read
        return read._replace(kind="ordinal", end=end + 1)


def _step(value: Decimal) -> Decimal:
    """What can be added to a number word is less than this: «صد» takes up to 99."""
    if value >= 100:
        return Decimal(100)
    return Decimal(10) if value >= 20 and value % 10 == 0 else Decimal(1)
