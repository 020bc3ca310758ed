"""Errors, by who must act."""


class KhooshechinError(Exception):
    """Root of all errors that this project raises itself."""


class ArticleError(KhooshechinError):
    """An article that cannot be processed: mend or drop the data."""


class LexiconError(KhooshechinError):
    """A lexicon row that is wrong; the message names file and line."""


class ConfigError(KhooshechinError):
    """The caller asked for what cannot be done."""


class OffsetError(KhooshechinError):
    """A span that does not quote its text: a bug of ours."""
