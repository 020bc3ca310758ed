"""Serve the desk on this machine until it is told to stop."""

import errno
import ipaddress
import os
import socket
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uvicorn

from corpus.checks.archive import check_archive, is_stale
from extractor.desk.application import make_desk
from extractor.desk.security import Hosts
from extractor.errors import ConfigError

_GRACE = 3  # seconds for requests under way when the desk is closed


def serve(
    records: Path, host: str, port: int, *, browser: bool, tell: Callable[[object], None]
) -> None:
    """Serve until Ctrl-C. Raises ConfigError for a wrong database, address or busy port."""
    bound = _bind(host, port)
    try:
        names = [] if is_loopback(host) else [socket.gethostname(), socket.getfqdn()]
        desk = make_desk(records, Hosts(host, names))
        if is_stale(records):
            tell("clusters, officials and findings across articles are worked out first …")
            check_archive(records)
        url = address(host, bound.getsockname()[1])
        server = uvicorn.Server(
            uvicorn.Config(
                desk.app(),
                log_level="warning",
                access_log=False,
                server_header=False,
                timeout_graceful_shutdown=_GRACE,
            )
        )
        if not is_loopback(host):
            tell(f"{host} can be reached by others: they may read everything and write reviews")
        _announce(server, url, browser, tell)
        try:
            server.run(sockets=[bound])
        finally:
            desk.khooshechin_desk.checker.close()
    finally:
        bound.close()


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address.

    >>> is_loopback("127.0.0.1"), is_loopback("0.0.0.0")
    (True, False)
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def address(host: str, port: int) -> str:
    """What to open in a browser.

    >>> address("::1", 8001)
    'http://[::1]:8001/'
    """
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}/"


def _bind(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise ConfigError(
                f"port {port} of {host} is in use; choose another: --port {port + 1}"
            ) from error
        number = error.errno or 0
        if number == errno.EADDRNOTAVAIL or number < 0:  # those of names are below 0
            raise ConfigError(f"--host {host}: is no address of this machine") from error
        raise ConfigError(f"{host}:{port}: {os.strerror(number)}") from error


def _announce(server: Any, url: str, browser: bool, tell: Callable[[object], None]) -> None:
    """Say where the desk is once it answers."""
    begin = server.startup

    async def startup(sockets: list[socket.socket] | None = None) -> None:
        await begin(sockets=sockets)
        tell(f"the desk is at {url} (Ctrl-C closes it)")
        if browser:
            threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()

    server.startup = startup
