"""The provinces by name, with what is told of each."""

from extractor.desk.pages.base import Ask
from extractor.desk.reader import province_names


def provinces(ask: Ask) -> list[dict[str, object]]:
    """Each with its numbers of articles and figures."""
    told = {row["value"]: row for row in ask.rows("SELECT * FROM facets WHERE facet = 'province'")}
    return [
        {
            "code": code,
            "articles": told[code]["articles"] if code in told else 0,
            "figures": told[code]["figures"] if code in told else 0,
        }
        for code in sorted(province_names(), key=ask.ui.by_province)
    ]
