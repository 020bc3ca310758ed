"""The addresses of the desk's pages. Templates have this module as ``to``."""

from urllib.parse import quote, urlencode, urlsplit

_SAFE_SCHEMES = ("http", "https")
# Of a path these lead up or nowhere, however they are quoted.
_NO_SEGMENT = ("", ".", "..")


def _page(kind: str, key: str) -> str:
    if key in _NO_SEGMENT:
        return f"/desk/{kind}?" + urlencode({"id": key})
    return f"/desk/{kind}/" + quote(key, safe="")


def article(key: str, entry: str | None = None) -> str:
    """An article, or an entry of it.

    >>> article("a/b", "f3")
    '/desk/article/a%2Fb#f3'
    """
    return _page("article", key) + (f"#{quote(entry, safe='')}" if entry else "")


def report(key: str) -> str:
    """An article as one page to send."""
    address = article(key)
    return f"{address}{'&' if '?' in address else '?'}save=1"


def cluster(identity: object) -> str:
    """A cluster by its identity."""
    return _page("cluster", str(identity))


def province(code: object) -> str:
    """A province by its code."""
    return _page("province", str(code))


def official(identity: object) -> str:
    """An official by their identity."""
    return _page("official", str(identity))


def page(name: str, **values: object) -> str:
    """A page of the desk with a question: what is None or empty is left out.

    >>> page("search", q="فرش", page=None)
    '/desk/search?q=%D9%81%D8%B1%D8%B4'
    """
    asked = {key: value for key, value in values.items() if value not in (None, "")}
    return f"/desk/{name}" + (f"?{urlencode(asked)}" if asked else "")


def asked(address: str, **values: object) -> str:
    """An address with a question added: what is None or empty is left out.

    >>> asked("/desk/cluster/a", page=2), asked("/desk/cluster?id=.", page=2)
    ('/desk/cluster/a?page=2', '/desk/cluster?id=.&page=2')
    """
    kept = {key: value for key, value in values.items() if value not in (None, "")}
    mark = "&" if "?" in address else "?"
    return address + (f"{mark}{urlencode(kept)}" if kept else "")


def outside(url: object) -> str | None:
    """A web address that may be linked to; None for any other, as ``javascript:``.

    >>> outside("https://a.example/1"), outside("javascript:alert(1)")
    ('https://a.example/1', None)
    """
    try:
        parts = urlsplit(url if isinstance(url, str) else "")
    except ValueError:
        return None
    known = parts.scheme.lower() in _SAFE_SCHEMES and bool(parts.hostname)
    return str(url).strip() if known else None
