"""What must not happen on any page: errors, dialogs, requests to others, refused scripts."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

_OWN_SCHEMES = ("data", "blob", "about")


class Watch:
    """Takes down all that goes wrong in the pages of a reader."""

    def __init__(self, context: BrowserContext) -> None:
        self.faults: list[str] = []
        self.hosts: set[str] = set()
        context.on("console", self._said)
        context.on("weberror", lambda error: self.faults.append(f"error: {error.error}"))
        context.on("dialog", lambda dialog: (self.faults.append("dialog"), dialog.dismiss()))
        context.on("request", self._asked)
        context.on("response", self._answered)
        context.on("page", self._opened)

    def _opened(self, page: Page) -> None:
        page.on("crash", lambda _: self.faults.append("crash"))

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in _OWN_SCHEMES:
            self.hosts.add(parts.netloc or parts.scheme)

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.faults.append(f"{response.status}: {response.url}")

    def take(self) -> list[str]:
        """The faults so far; from now on they count anew."""
        taken, self.faults = self.faults, []
        return taken
