"""Find articles that are copies of an earlier one, exactly or nearly.

News is told on by many outlets; a copy is not another witness of a figure. Texts are folded
(letters, half-spaces, digits, vowel signs, punctuation), cut into runs of five words, and
compared by MinHash (rensa). What was seen lies in a SQLite file, about 1.5 kB an article, so
that memory stays the same for any number of articles.
"""

import re
import struct
from collections.abc import Iterable, Iterator
from contextlib import closing
from hashlib import blake2b
from types import TracebackType
from typing import NamedTuple, Self

from rensa import RMinHash

from corpus.folding import fold
from corpus.scratch import open_scratch

SIMILAR = 0.8  # share of common runs of words from which on a text is a copy
_RUN = 5  # words
_MARKS = 0.5  # a text this much shorter than another cannot be it without its vowel signs
# Two texts as similar as SIMILAR meet in one of the bands with a probability of 0.998, and
# two that share half their runs with 0.27; these are told apart by the whole signature.
_BANDS, _ROWS = 20, 6
_HASHES = _BANDS * _ROWS
_SEED = 1403
_FORMAT = f"<{_HASHES}I"
_HALF_SPACES = re.compile("[\u200b\u200c]")
_WORD = re.compile(r"\w+")

_TABLES = """
CREATE TABLE article (number INTEGER PRIMARY KEY, id TEXT NOT NULL, signature BLOB);
CREATE TABLE exact (digest BLOB PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE band (key BLOB NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (key, number))
    WITHOUT ROWID;
"""


class Copy(NamedTuple):
    """An article and the earlier one whose text it repeats, which is itself no copy."""

    id: str
    copy_of: str


def words_of(text: str) -> list[str]:
    """The words of a text without what copies change: letter variants, joins, signs.

    >>> words_of("صنایع\u200cدستی كرمان، ۱۴۰۲") == words_of("صنایعدستی کرمان 1402.")
    True
    """
    return _WORD.findall(fold(_HALF_SPACES.sub("", text)))


class CopyFinder:
    """Remembers the articles it was shown, on disk.

    >>> with CopyFinder() as finder:
    ...     finder.find("a", "خوشه فرش کاشان"), finder.find("b", "خوشه فرش كاشان.")
    (None, 'a')
    """

    def __init__(self) -> None:
        self._base = open_scratch(_TABLES)

    def find(self, key: str, text: str) -> str | None:
        """The id of the first article that this one repeats; without one it is remembered."""
        words = words_of(text)
        if not words:  # «!!!» and «؟؟؟» have none, and say nothing alike
            return None
        digest = blake2b(" ".join(words).encode(), digest_size=16).digest()
        same = self._base.execute(
            "SELECT id FROM exact JOIN article USING (number) WHERE digest = ?", (digest,)
        ).fetchone()
        if same is not None:
            return str(same[0])
        signature = _signature(words)
        near = None if signature is None else self._nearest(signature)
        if near is None:
            self._remember(key, digest, signature)
        return near

    def _nearest(self, signature: list[int]) -> str | None:
        """The id of the first article whose signature agrees in enough places."""
        keys = _bands(signature)
        marks = ",".join("?" * len(keys))
        found = self._base.execute(
            f"SELECT DISTINCT number, id, signature FROM band JOIN article USING (number)"
            f" WHERE key IN ({marks}) ORDER BY number",
            keys,
        )
        with closing(found):
            for _, key, packed in found:
                other = struct.unpack(_FORMAT, packed)
                agreeing = sum(a == b for a, b in zip(signature, other, strict=True))
                if agreeing >= SIMILAR * _HASHES:
                    return str(key)
        return None

    def _remember(self, key: str, digest: bytes, signature: list[int] | None) -> None:
        packed = None if signature is None else struct.pack(_FORMAT, *signature)
        added = self._base.execute(
            "INSERT INTO article (id, signature) VALUES (?, ?)", (key, packed)
        )
        number = added.lastrowid
        self._base.execute("INSERT INTO exact VALUES (?, ?)", (digest, number))
        if signature is not None:
            rows = [(band, number) for band in _bands(signature)]
            self._base.executemany("INSERT OR IGNORE INTO band VALUES (?, ?)", rows)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._base.close()


def find_copies(articles: Iterable[tuple[str, str]]) -> Iterator[Copy]:
    """The copies among articles given as id and text, in their order."""
    with CopyFinder() as finder:
        for key, text in articles:
            original = finder.find(key, text)
            if original is not None:
                yield Copy(key, original)


def are_copies(first: str, second: str) -> bool:
    """Whether two texts say the same but for a few words, compared run by run.

    >>> are_copies("خوشه فرش کاشان", "خوشه فرش كاشان."), are_copies("الف", "ب")
    (True, False)
    """
    lengths = sorted((len(first), len(second)))
    if lengths[0] < _MARKS * lengths[1]:
        return False
    words = [words_of(first), words_of(second)]
    if not all(words):
        return False
    if words[0] == words[1]:
        return True
    runs = [{tuple(w[i : i + _RUN]) for i in range(len(w) - _RUN + 1)} for w in words]
    common, together = len(runs[0] & runs[1]), len(runs[0] | runs[1])
    return together > 0 and common >= SIMILAR * together


def _signature(words: list[str]) -> list[int] | None:
    """The MinHash of the runs of words; None for a text too short to be like another."""
    runs = [" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)]
    if len(runs) < _RUN:
        return None
    hashed = RMinHash(num_perm=_HASHES, seed=_SEED)
    hashed.update(runs)
    return [int(value) for value in hashed.digest()]


def _bands(signature: list[int]) -> list[bytes]:
    return [
        bytes((band,)) + struct.pack(f"<{_ROWS}I", *signature[band * _ROWS : (band + 1) * _ROWS])
        for band in range(_BANDS)
    ]
