"""The reader's language and digits: asked for once in an address, then kept in cookies."""

from typing import Any
from urllib.parse import parse_qs, urlencode

from extractor.desk.reader import Digits, Reader
from extractor.desk.security import App, Message, Receive, Scope, Send
from schemas.labels import Language

_LANGUAGE, _DIGITS = "khooshechin_lang", "khooshechin_digits"
_ASKED = (("lang", _LANGUAGE, ("fa", "en")), ("digits", _DIGITS, ("fa", "latn")))
_KEPT = "Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"  # for a year


class Remembering:
    """ASGI middleware: what an address asks for is kept in the browser, on every page."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add cookies to the answer."""
        asked = parse_qs(scope.get("query_string", b"").decode("latin-1"))
        cookies = [
            (b"set-cookie", f"{cookie}={value}; {_KEPT}".encode())
            for argument, cookie, values in _ASKED
            for value in asked.get(argument, ())[:1]
            if value in values
        ]

        async def remember(message: Message) -> None:
            if cookies and message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", []), *cookies]}
            await send(message)

        await self._app(scope, receive, remember)


def preferences(request: Any) -> Reader:
    """What a request asks for, else what it asked for before, else Persian."""
    if request is None:
        return Reader()
    cookies, args = request.cookies, request.args
    language: Language = "en" if args.get("lang", cookies.get(_LANGUAGE)) == "en" else "fa"
    chosen = args.get("digits", cookies.get(_DIGITS))
    digits: Digits = "latn" if language == "en" else "fa"
    if chosen in ("fa", "latn"):
        digits = "latn" if chosen == "latn" else "fa"
    return Reader(language, digits)


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
