"""Cut a text into tokens in linear time.

spaCy's own Persian tokenizer strips the signs off a word one by one, which takes quadratic time
on a run of them, keeps «۱۴۰۲.۰۵» whole and «۳۵۰میلیارد» glued. Here a token is a word with its
half-spaces, a run of digits, or a single sign.
"""

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

TOKENIZER = "khooshechin_tokenizer"

# A single blank belongs to the token before it; other white space is a token.
_TOKEN = re.compile(r"([^\W\d_]+(?:\u200c++[^\W\d_]++)*+|\d++| ++|[^\S ]++|\S)( ?)")


class Tokenizer:
    """Makes a Doc whose text is the text given, to the character."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Tokens of the text.

        >>> [t.text for t in Tokenizer(Vocab())("در ۱۴۰۲/۵ «خوشه‌های»  ۳۵۰میلیارد")]
        ['در', '۱۴۰۲', '/', '۵', '«', 'خوشه\u200cهای', '»', ' ', '۳۵۰', 'میلیارد']
        """
        found = _TOKEN.findall(text)
        return Doc(
            self.vocab, words=[word for word, _ in found], spaces=[bool(s) for _, s in found]
        )

    def to_bytes(self, **_: object) -> bytes:
        """Nothing to keep: spaCy asks each part of a pipeline that is saved."""
        return b""

    def from_bytes(self, _data: bytes, **_: object) -> "Tokenizer":
        """Nothing to read back."""
        return self

    def to_disk(self, _path: object, **_: object) -> None:
        """Nothing to keep."""

    def from_disk(self, _path: object, **_: object) -> "Tokenizer":
        """Nothing to read back."""
        return self


@registry.tokenizers(TOKENIZER)  # type: ignore[untyped-decorator]  # spaCy's own is untyped
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """The factory that a pipeline's configuration names."""

    def create(nlp: Language) -> Tokenizer:
        return Tokenizer(nlp.vocab)

    return create
