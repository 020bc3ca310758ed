"""How much a source may ask of the machine; all of it can be set for a run."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds far above any news and far below what harms a machine."""

    document: int = 64 << 20
    """Bytes of one document, line, row or element."""
    characters: int = 5_000_000
    """Code points of one article's text."""
    archive: int = 64 << 30
    """Bytes that the members of one archive may unpack to, together."""
    members: int = 1_000_000
    """Members of one archive."""
    ratio: int = 100
    """Unpacked bytes for each packed one, once ``ratio_from`` bytes came out."""
    ratio_from: int = 1 << 20
    depth: int = 4
    """Layers of packing, one in the other: .tar.gz has two."""
    buffered: int = 256 << 20
    """Bytes kept in memory of what can't be streamed: a zip or Parquet inside an archive."""


DEFAULT = Limits()


class LimitError(Exception):
    """A source asks for more than its limits; the message is the reason of its reject."""


class PackingError(Exception):
    """Packed data that is torn or damaged."""


def size(count: int) -> str:
    """A number of bytes for people.

    >>> size(64 << 20), size(1500)
    ('64 MiB', '1500 bytes')
    """
    for shift, unit in ((30, "GiB"), (20, "MiB")):
        if count >= 1 << shift and not count % (1 << shift):
            return f"{count >> shift} {unit}"
    return f"{count} bytes"
