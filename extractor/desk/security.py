"""What stands before every page: who may ask, how much, and what a browser may do with it.

A page of another site must not reach the desk: not by a name that is made to lead here (DNS
rebinding), not by a form that it sends. Words of an article must not become script.
"""

import ipaddress
import secrets
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import quote, urlsplit

from extractor.desk.messages import messages

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

NONCE = "khooshechin_nonce"  # where a request keeps its nonce
FORBIDDEN = 403
CSRF_COOKIE = "ds_csrftoken"
MAX_BODY = 2 << 20  # bytes of a form: a long article, percent-encoded
_READING = ("GET", "HEAD")
_FORM = "application/x-www-form-urlencoded"
_OURS = ("same-origin", "none")  # whose page asks; none: the reader
_ANYWHERE = ("0.0.0.0", "::", "")


class Hosts:
    """The names by which the desk may be asked.

    >>> hosts = Hosts("127.0.0.1")
    >>> hosts.allows("localhost:8001"), hosts.allows("evil.example:8001")
    (True, False)
    """

    def __init__(self, bound: str, names: Iterable[str] = ()) -> None:
        self._anywhere = bound in _ANYWHERE
        self._names = {"localhost", "127.0.0.1", "::1", bound.lower()}
        self._names |= {name.lower() for name in names}

    def allows(self, host: str) -> bool:
        """Whether a Host header names this desk.

        Bound to all addresses, it is known by any address: a rebound name is no address.
        """
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        if any(sign in host for sign in "/\\@?#, \t") or not name:
            return False
        return name in self._names or (self._anywhere and _is_address(name))


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def policy(nonce: str) -> str:
    """The Content-Security-Policy of a page."""
    return (
        f"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )


_HEADERS = {
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"referrer-policy": b"same-origin",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
}


class Guard:
    """ASGI middleware around the whole of the desk."""

    def __init__(self, app: App, hosts: Hosts) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through that may ask, and put the headers on its answer."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)
        guarded = _Answer(send, nonce)
        refusal = self._refusal(scope)
        if refusal:
            await guarded.refuse(*refusal)
            return
        path = bytes(scope.get("raw_path") or scope["path"].encode())
        raw = quote(path, safe="/%?=&;:@!$'()*+,~").encode()  # letters that came unquoted
        inner = {**scope, NONCE: nonce, "raw_path": raw, "headers": _without_login(scope)}
        try:
            await self._app(inner, _Limited(receive), guarded)
        except _TooLargeError:
            await guarded.refuse(413, "too large")
        except (TypeError, UnicodeDecodeError):
            # What the desk itself does wrong is answered further in: this is a form of no text.
            await guarded.refuse(400, "unreadable form")

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = _texts(scope)
        if len(headers.get("host", [])) != 1 or not self._hosts.allows(headers["host"][0]):
            return 400, "unknown host"
        if scope["method"] in _READING:
            return _reading_refusal(headers)
        if scope["method"] != "POST":
            return 405, "method not allowed"
        return _post_refusal(headers)


def _reading_refusal(headers: dict[str, list[str]]) -> tuple[int, str] | None:
    """A page of another site may link here, but not load from here what makes work."""
    site = headers.get("sec-fetch-site", ["none"])[0]
    mode = headers.get("sec-fetch-mode", ["navigate"])[0]
    if site in _OURS or mode == "navigate":
        return None
    return 403, "asked by a page of another site"


def _post_refusal(headers: dict[str, list[str]]) -> tuple[int, str] | None:
    """Why a form is not taken; its token is looked at further in."""
    origin = headers.get("origin", [""])[0]
    if origin and urlsplit(origin).netloc != headers["host"][0]:
        return 403, "form of another site"
    if headers.get("sec-fetch-site", ["same-origin"])[0] not in _OURS:
        return 403, "form of another site"
    if headers.get("content-type", [""])[0].split(";")[0].strip().lower() != _FORM:
        return 415, "not a form"
    if not _has_cookie(headers.get("cookie", [""])[0]):
        return 403, "no token"  # without a cookie asgi-csrf would look at no token
    length = headers.get("content-length", ["0"])[0]
    if not length.isdecimal() or int(length) > MAX_BODY:
        return 413, "too large"
    return None


def _has_cookie(text: str) -> bool:
    try:
        return CSRF_COOKIE in SimpleCookie(text)
    except CookieError:
        return False


def _texts(scope: Scope) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in scope["headers"]:
        found.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
    return found


def _without_login(scope: Scope) -> Headers:
    """Nobody logs in here, and asgi-csrf asks no token of who brings a bearer's."""
    return [(name, value) for name, value in scope["headers"] if name.lower() != b"authorization"]


class _TooLargeError(Exception):
    """A body longer than it may be."""


class _Limited:
    """What a request sends, no more of it than may be."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._left = MAX_BODY

    async def __call__(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise _TooLargeError
        return message


class _Answer:
    """An answer with the headers every page has."""

    def __init__(self, send: Send, nonce: str) -> None:
        self._send = send
        self._policy = policy(nonce).encode()
        self._started = False
        self._left_out = False

    async def __call__(self, message: Message) -> None:
        """Send on, with the headers; a form without its token is told so in the page's words."""
        if self._left_out:
            return
        if message["type"] == "http.response.start":
            if message["status"] == FORBIDDEN and not self._started:
                await self._forbid()
                self._left_out = True
                return
            self._started = True
            message = self._with_headers(message)
        await self._send(message)

    def _with_headers(self, message: Message) -> Message:
        ours = {**_HEADERS, b"content-security-policy": self._policy}
        kept = [(k, v) for k, v in message.get("headers", []) if k.lower() not in ours]
        return {**message, "headers": [*kept, *ours.items()]}

    async def refuse(self, status: int, reason: str) -> None:
        """Say no, in plain text, if nothing was said yet."""
        if not self._started:
            await self._say(status, f"{status}: {reason}\n", b"text/plain; charset=utf-8")

    async def _forbid(self) -> None:
        told = {lang: messages()["error.text_403"][lang] for lang in ("fa", "en")}
        page = (
            f'<!DOCTYPE html><html lang="fa" dir="rtl"><meta charset="utf-8"><title>403</title>'
            f'<p>{told["fa"]}</p><p lang="en" dir="ltr">{told["en"]}</p></html>'
        )
        await self._say(FORBIDDEN, page, b"text/html; charset=utf-8")

    async def _say(self, status: int, body: str, kind: bytes) -> None:
        content = body.encode()
        headers = [(b"content-type", kind), (b"content-length", str(len(content)).encode())]
        self._started = True
        start = {"type": "http.response.start", "status": status, "headers": headers}
        await self._send(self._with_headers(start))
        await self._send({"type": "http.response.body", "body": content})
