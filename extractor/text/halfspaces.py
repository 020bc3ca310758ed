"""Give back the half-spaces that a text has lost."""

from collections.abc import Iterator

from extractor.text.alignment import Edit


def find_half_spaces(text: str) -> Iterator[Edit]:
    """The half-spaces to insert into words, and the spaces to make half-spaces."""
    yield from ()
