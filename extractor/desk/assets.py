"""The desk's own files: styles, script, font, charts; with a digest in the address of each."""

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from datasette.utils.asgi import NotFound, Response

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".geojson": "application/geo+json",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
}
_AGE = "public, max-age=31536000, immutable"  # the address changes with the file


@cache
def _served() -> Mapping[str, Traversable]:
    """Every file by its path; nothing else is served."""
    return dict(_walk(files("extractor.desk") / "static", ""))


def _walk(folder: Traversable, path: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _walk(entry, f"{path}{entry.name}/")
        elif any(entry.name.endswith(end) for end in _TYPES):
            found.append((path + entry.name, entry))
    return found


@cache
def _read(path: str) -> tuple[bytes, str]:
    content = _served()[path].read_bytes()
    return content, hashlib.sha256(content).hexdigest()[:12]


def asset(path: str) -> str:
    """The address of a file below static/."""
    return f"/-/desk/{path}?v={_read(path)[1]}"


async def assets(request: Any) -> Any:
    """A file, to be kept by the browser if it was asked for by its digest."""
    path = request.url_vars["path"]
    if path not in _served():
        raise NotFound("404")
    content, digest = _read(path)
    headers = {"cache-control": _AGE} if request.args.get("v") == digest else {}
    kind = next(kind for end, kind in _TYPES.items() if path.endswith(end))
    return Response(content, headers=headers, content_type=kind)


# Else Datasette forbids whoever has a cookie to keep the file.
assets._datasette_static = True  # type: ignore[attr-defined]
