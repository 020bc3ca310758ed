"""Tar: each member is read as a file would be, in one pass, and nothing is unpacked to disk."""

import io
import tarfile
from collections.abc import Iterator
from typing import Any, Self

from corpus.readers.limits import PackingError
from corpus.readers.members import Budget, Metered, hidden, member_groups, shown, unsafe
from corpus.readers.places import Group, Place, told


class _Archive(tarfile.TarFile):
    """A tar and what was wrong with it."""

    ended = torn = False
    damage: str | None = None


class _Header(tarfile.TarInfo):
    """A header; tarfile passes over damaged ones in silence, which would lose their members."""

    @classmethod
    def fromtarfile(cls, tar: tarfile.TarFile) -> Self:
        archive: Any = tar
        try:
            found = super().fromtarfile(tar)
        except tarfile.EOFHeaderError:  # type: ignore[attr-defined]
            archive.ended = True
            raise
        except tarfile.EmptyHeaderError:  # type: ignore[attr-defined]
            archive.torn = not archive.ended
            raise
        except tarfile.TruncatedHeaderError as error:  # type: ignore[attr-defined]
            archive.damage = archive.damage or f"the archive ends in the middle: {error}"
            raise
        except tarfile.InvalidHeaderError as error:  # type: ignore[attr-defined]
            where = f"damaged header at byte {tar.offset}"
            archive.damage = archive.damage or f"{where}: {error}"
            raise
        archive.ended = False
        return found


def read_tar(place: Place, stream: io.BufferedReader) -> Iterator[Group]:
    """The items of all members; after a damaged header the next good one is looked for."""
    budget = Budget(place.limits, None)
    try:
        archive: Any = _Archive.open(
            fileobj=stream, mode="r|", tarinfo=_Header, ignore_zeros=True, errorlevel=0
        )
    except tarfile.TarError as error:
        raise PackingError(f"damaged tar: {error}") from error
    count = 0
    damage = False
    while True:
        member, failure = _next(archive)
        # A damaged stretch has many blocks that are no header: the first of them is told.
        if archive.damage:
            damage = True
            yield told(place.reject(archive.damage))
            archive.damage = None
        if failure:
            yield told(place.reject(failure))
        if member is None:
            break
        # The list of members seen grows with every one; a stream needs none of them again.
        archive.members = []
        if member.isdir() or hidden(member.name.lstrip("/").removeprefix("./")):
            continue
        budget.member()
        count += 1
        yield from _member(place, archive, member, budget)
    if archive.torn:
        yield told(place.reject("the archive ends without its end mark; it may be cut off"))
    elif not count and not damage:
        yield told(place.reject("the archive holds no file"))


def _next(archive: tarfile.TarFile) -> tuple[tarfile.TarInfo | None, str | None]:
    try:
        return archive.next(), None
    except tarfile.TarError as error:
        return None, f"damaged tar: {error}"


def _member(
    place: Place, archive: tarfile.TarFile, member: tarfile.TarInfo, budget: Budget
) -> Iterator[Group]:
    inner = place.inside(shown(member.name.removeprefix("./")))
    if reason := unsafe(member.name):
        yield told(inner.reject(reason))
    elif member.issym() or member.islnk():
        yield told(inner.reject("a link; links in archives are not followed"))
    elif not member.isreg() or member.issparse():
        yield told(inner.reject("a device, pipe or sparse file; only plain files are read"))
    elif file := archive.extractfile(member):
        yield from member_groups(inner, Metered(_Checked(file), budget))


class _Checked(io.RawIOBase):
    """A member; where the archive ends within it, that is told."""

    def __init__(self, member: Any) -> None:
        self._member = member

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._member.read(len(buffer))
        except tarfile.TarError as error:
            raise PackingError(f"the archive ends in the middle of it: {error}") from error
        buffer[: len(data)] = data
        return len(data)
