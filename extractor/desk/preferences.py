"""The reader's language and digits: asked for once in an address, then kept in cookies."""

from typing import Any
from urllib.parse import parse_qsl, urlencode

from extractor.desk.reader import Digits, Reader
from extractor.desk.security import App, Message, Receive, Scope, Send
from schemas.labels import Language

_LANGUAGE, _DIGITS = "khooshechin_lang", "khooshechin_digits"
_ASKED = (("lang", _LANGUAGE, ("fa", "en")), ("digits", _DIGITS, ("fa", "latn")))
_ARGUMENTS = frozenset(argument.encode() for argument, _, _ in _ASKED)
_KEPT = "Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"  # for a year


_CHOSEN = "khooshechin_chosen"  # where a request keeps what its address asks for


class Remembering:
    """ASGI middleware: what an address asks for is kept in the browser, on every page.

    The pages behind it see no argument of ours: tables would take it for a column to filter by.
    """

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add cookies to the answer."""
        parts = [part for part in scope.get("query_string", b"").split(b"&") if part]
        ours = [part for part in parts if part.partition(b"=")[0] in _ARGUMENTS]
        asked = dict(reversed(parse_qsl(b"&".join(ours).decode("latin-1"))))  # the first counts
        chosen = {
            argument: asked[argument]
            for argument, _, values in _ASKED
            if asked.get(argument) in values
        }
        cookies = [
            (b"set-cookie", f"{cookie}={chosen[argument]}; {_KEPT}".encode())
            for argument, cookie, _ in _ASKED
            if argument in chosen
        ]
        left = b"&".join(part for part in parts if part not in ours)
        inner = {**scope, "query_string": left, _CHOSEN: chosen}

        async def remember(message: Message) -> None:
            if cookies and message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", []), *cookies]}
            await send(message)

        await self._app(inner, receive, remember)


def preferences(request: Any) -> Reader:
    """What a request asks for, else what it asked for before, else Persian."""
    if request is None:
        return Reader()
    cookies, asked = request.cookies, request.scope.get(_CHOSEN, {})
    language: Language = "en" if asked.get("lang", cookies.get(_LANGUAGE)) == "en" else "fa"
    chosen = asked.get("digits", cookies.get(_DIGITS))
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
    args = {key: request.args.getlist(key) for key in request.args}
    path = "/" + request.path.lstrip("/")  # two slashes would name another host
    return f"{path}?{urlencode({**args, name: value}, doseq=True)}"
