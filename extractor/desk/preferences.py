"""The reader's language and digits: asked for once in an address, then kept in cookies."""

from typing import Any
from urllib.parse import urlencode

from extractor.desk.reader import Digits, Reader
from schemas.labels import Language

_YEAR = 365 * 24 * 3600  # seconds
_LANGUAGE, _DIGITS = "khooshechin_lang", "khooshechin_digits"


class Preferences(Reader):
    """A reader, who can be remembered."""

    __slots__ = ()

    def remember(self, request: Any, response: Any) -> None:
        """Keep in the browser what the address asked for."""
        for argument, cookie, value in (
            ("lang", _LANGUAGE, self.language),
            ("digits", _DIGITS, self.digits),
        ):
            if request.args.get(argument) == value:
                response.set_cookie(cookie, value, max_age=_YEAR, httponly=True, samesite="lax")


def preferences(request: Any) -> Preferences:
    """What a request asks for, else what it asked for before, else Persian."""
    if request is None:
        return Preferences()
    cookies, args = request.cookies, request.args
    language: Language = "en" if args.get("lang", cookies.get(_LANGUAGE)) == "en" else "fa"
    chosen = args.get("digits", cookies.get(_DIGITS))
    digits: Digits = "latn" if language == "en" else "fa"
    if chosen in ("fa", "latn"):
        digits = "latn" if chosen == "latn" else "fa"
    return Preferences(language, digits)


def switches(request: Any) -> dict[str, str]:
    """The same page in the other language, and with the other digits."""
    if request is None or request.method != "GET":
        return {}
    ui = preferences(request)
    language = "en" if ui.language == "fa" else "fa"
    digits = "latn" if ui.digits == "fa" else "fa"
    return {"lang": _with(request, "lang", language), "digits": _with(request, "digits", digits)}


def _with(request: Any, name: str, value: str) -> str:
    args = {key: request.args.getlist(key) for key in request.args if key != name}
    path = "/" + request.path.lstrip("/")  # two slashes would name another host
    return f"{path}?{urlencode({**args, name: value}, doseq=True)}"
