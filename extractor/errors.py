"""Errors of the extractor, by who must act; the root and ArticleError are in ``schemas.errors``."""

from schemas.errors import KhooshechinError


class LexiconError(KhooshechinError):
    """A lexicon row that is wrong; the message names file and line."""


class ConfigError(KhooshechinError):
    """The caller asked for what cannot be done."""


class OffsetError(KhooshechinError):
    """A span that does not quote its text: a bug of ours."""
