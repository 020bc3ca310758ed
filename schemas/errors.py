"""The root of this project's errors, and the one a bad article causes."""


class KhooshechinError(Exception):
    """Root of all errors that this project raises itself."""


class ArticleError(KhooshechinError):
    """An article that cannot be processed: mend or drop the data."""
