"""The start page: what is in the database, the provinces, what should be looked at."""

from extractor.desk.pages.base import Ask, Page, Shown
from extractor.desk.pages.provinces import provinces
from extractor.desk.reviewing import counted_codes

_NEWEST = 8
_CLUSTERS = 12


def load(ask: Ask) -> Shown:
    """Counts, provinces by name, findings by sort, clusters and articles."""
    first, last = ask.rows("SELECT MIN(published), MAX(published) FROM articles")[0]
    return {
        "counts": {
            "articles": ask.value("SELECT MAX(key) FROM articles") or 0,
            "figures": ask.value("SELECT MAX(key) FROM figures") or 0,
            "clusters": ask.value("SELECT COUNT(*) FROM review.cluster_identities"),
            "officials": ask.value("SELECT COUNT(*) FROM review.official_identities"),
            "statements": ask.value("SELECT MAX(key) FROM statements") or 0,
        },
        "first": first,
        "last": last,
        "provinces": provinces(ask),
        "findings": counted_codes(ask.database),
        "clusters": ask.rows(
            "SELECT identity, name, province, articles, figures FROM review.cluster_identities"
            " ORDER BY articles DESC LIMIT ?",
            _CLUSTERS,
        ),
        "newest": ask.rows(
            "SELECT id, title, published, source FROM articles ORDER BY published DESC LIMIT ?",
            _NEWEST,
        ),
    }


PAGE = Page(name="", template="start.html", load=load, nav="nav.start")
