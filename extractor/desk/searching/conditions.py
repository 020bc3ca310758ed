"""A search as SQL: which articles, or which figures, fit all of its conditions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from corpus.folding import match_query
from extractor.desk.searching.amounts import Amount, read_amount

Kind = Literal["articles", "figures"]
FACETS = ("province", "cluster", "indicator", "year", "official", "finding")

_CLUSTER = "SELECT row FROM review.cluster_members WHERE identity = :cluster"
_OFFICIAL = "SELECT row FROM review.official_members WHERE identity = :official"
_ARCHIVE_FIGURES = (
    "SELECT g.figure FROM review.archive_finding_figures g"
    " JOIN review.archive_findings d ON d.finding = g.finding WHERE d.code = :finding"
)
# Conditions as the keys that fit; each is asked for once, into a table of the connection.
_SETS: Mapping[Kind, Mapping[str, str]] = {
    "articles": {
        "q": "SELECT rowid FROM articles_fts WHERE articles_fts MATCH :q",
        "province": "SELECT article_key FROM figures WHERE province = :province"
        " UNION SELECT article_key FROM clusters WHERE province = :province",
        "cluster": f"SELECT article_key FROM clusters WHERE key IN ({_CLUSTER})",
        "indicator": "SELECT article_key FROM figures WHERE indicator = :indicator",
        "year": "SELECT key FROM articles WHERE year = :year",
        "official": f"SELECT article_key FROM officials WHERE key IN ({_OFFICIAL})",
        "finding": "SELECT article_key FROM findings WHERE code = :finding"
        f" UNION SELECT article_key FROM figures WHERE key IN ({_ARCHIVE_FIGURES})",
    },
    "figures": {
        "q": "SELECT rowid FROM figures_fts WHERE figures_fts MATCH :q",
        "finding": "SELECT r.entry_key FROM findings d JOIN finding_refs r"
        " ON r.finding_key = d.key AND r.entry_group = 'figures' WHERE d.code = :finding"
        f" UNION {_ARCHIVE_FIGURES}",
    },
}
# Beside the words, figures of the number they are; by an index that begins with the indicator.
_VALUE = (
    " UNION SELECT key FROM figures WHERE value = :value AND indicator IN"
    " (SELECT slug FROM vocabularies WHERE vocabulary = 'Indicator')"
)
# Conditions that a row answers by itself.
_COLUMNS: Mapping[str, str] = {
    "province": "province = :province",
    "cluster": f"cluster_key IN ({_CLUSTER})",
    "indicator": "indicator = :indicator",
    "year": "year = :year",
    "official": f"speaker_key IN ({_OFFICIAL})",
}


@dataclass(frozen=True)
class Search:
    """What is looked for: words, and a value of some facets."""

    kind: Kind
    words: str
    chosen: dict[str, str]

    @property
    def values(self) -> dict[str, str]:
        """What the conditions' names stand for."""
        asked = dict(self.chosen)
        if self.words.strip():
            asked["q"] = match_query(self.words)
        return asked

    @property
    def amount(self) -> Amount | None:
        """The number that is looked for, if the words are one."""
        return read_amount(self.words)

    @property
    def parameters(self) -> dict[str, str | float | None]:
        """What stands for the names in SQL."""
        amount = self.amount
        told = {"value": amount.value, "unit": amount.unit} if amount else {}
        return {**self.values, **told}

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for, so that everything fits."""
        return not self.values

    @property
    def is_hopeless(self) -> bool:
        """Whether there are only signs where words should be."""
        return self.values.get("q") == ""

    @property
    def sets(self) -> dict[str, str]:
        """The conditions that are sets of keys: name -> query."""
        told = _SETS[self.kind]
        found = {name: told[name] for name in self.values if name in told}
        if self.kind == "figures" and self.amount:
            found["q"] += _VALUE + (" AND unit = :unit" if self.amount.unit else "")
        return found

    def where(self, walked: bool = False) -> str:
        """The conditions on a row; sets are in ``temp.fits_<name>``.

        ``walked``: rows are tried in an order of their own, not fetched by their keys.
        """
        key = "+key" if walked else "key"
        inside = [f"{key} IN (SELECT key FROM temp.fits_{name})" for name in self.sets]
        others = [_COLUMNS[name] for name in self.values if name not in self.sets]
        return " AND ".join(inside + others) or "TRUE"
