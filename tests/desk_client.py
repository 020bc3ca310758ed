"""A desk over records, asked without a network."""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import httpx

from corpus.exports.sqlite import write_sqlite
from extractor.desk.application import make_desk
from schemas.record import ArticleRecord


class Client:
    """Asks one desk, keeping cookies as a browser does."""

    def __init__(self, records: Iterable[ArticleRecord], path: Path) -> None:
        write_sqlite(records, path)
        self.path = path
        self.desk = make_desk(path)
        self.cookies = httpx.Cookies()

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        """The answer to one request."""

        async def asking() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.desk.app(), raise_app_exceptions=False)
            async with httpx.AsyncClient(
                transport=transport, base_url="http://localhost", cookies=self.cookies
            ) as client:
                answer = await client.request(method, path, **more)
                self.cookies = client.cookies
                return answer

        return asyncio.run(asking())

    def get(self, path: str, **more: Any) -> httpx.Response:
        """A page."""
        return self.ask("GET", path, **more)
