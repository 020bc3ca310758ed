"""A cluster: what became of it, its figures by year, its officials and sources; or all clusters."""

from sqlite3 import Row

from extractor.desk.pages.base import Ask, MissingError, Page, Shown
from extractor.desk.pages.disagreements import disagreements
from extractor.desk.pages.identities import identities, names_of
from extractor.desk.pages.series import shelf
from extractor.desk.pages.stages import stages_chart

_LISTED = 20
_TOLD = 60  # stages
_MEMBERS = "FROM review.cluster_members m"


def load(ask: Ask) -> Shown:
    """The cluster of an identity; without one, the list of all."""
    if not ask.key:
        return {"cluster": None, "listed": identities(ask, "cluster")}
    cluster = ask.row("SELECT * FROM review.cluster_identities WHERE identity = ?", ask.key)
    if cluster is None:
        raise MissingError
    stages = _stages(ask)
    figures = f"{_MEMBERS} JOIN figures f ON f.cluster_key = m.row WHERE m.identity = ?"
    return {
        "cluster": cluster,
        "names": names_of(ask, "cluster"),
        "stages": stages[:_TOLD],
        "more_stages": len(stages) > _TOLD,
        "stages_chart": stages_chart(ask.ui, stages[:_TOLD]),
        "shelf": shelf(ask, figures, "cluster"),
        "officials": _officials(ask),
        "sources": _sources(ask),
        "articles": _articles(ask),
        "disagreements": disagreements(ask, "cluster"),
    }


def _stages(ask: Ask) -> list[Row]:
    """What was said of its stage, the newest first."""
    return ask.rows(
        "SELECT p.status, p.span_text, p.id, p.start_jalali, p.end_jalali, a.id AS article,"
        " a.title, a.published, a.source, a.copy_of"
        f" {_MEMBERS} JOIN programs p ON p.cluster_key = m.row"
        " JOIN articles a ON a.key = p.article_key"
        " WHERE m.identity = ? AND p.status IS NOT NULL"
        " ORDER BY a.published DESC, p.key DESC LIMIT ?",
        ask.key,
        _TOLD + 1,
    )


def _officials(ask: Ask) -> list[Row]:
    """Who speaks of it or acts in it, in how many articles."""
    return ask.rows(
        "SELECT i.*, told.n FROM (SELECT o.identity, COUNT(DISTINCT po.article_key) AS n"
        f" {_MEMBERS} JOIN programs p ON p.cluster_key = m.row"
        " JOIN program_officials po ON po.program_key = p.key"
        " JOIN review.official_members o ON o.row = po.official_key"
        " WHERE m.identity = ? GROUP BY 1) AS told"
        " JOIN review.official_identities i USING (identity)"
        " ORDER BY told.n DESC, identity LIMIT ?",
        ask.key,
        _LISTED,
    )


_ARTICLES = f"""FROM (SELECT DISTINCT c.article_key AS key {_MEMBERS}
 JOIN clusters c ON c.key = m.row WHERE m.identity = ?) AS told JOIN articles a USING (key)"""


def _sources(ask: Ask) -> list[Row]:
    return ask.rows(
        "SELECT a.source, COUNT(*) AS n, MIN(a.published) AS first, MAX(a.published) AS last"
        f" {_ARTICLES} GROUP BY a.source ORDER BY n DESC, a.source LIMIT ?",
        ask.key,
        _LISTED,
    )


def _articles(ask: Ask) -> list[Row]:
    return ask.rows(
        f"SELECT a.id, a.title, a.published, a.source {_ARTICLES}"
        " ORDER BY a.published DESC, a.key LIMIT ?",
        ask.key,
        _LISTED,
    )


PAGE = Page(name="cluster", template="cluster.html", load=load, keyed=True, nav="nav.clusters")
