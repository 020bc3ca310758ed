"""Zip: each member is read as a file would be, in the order of the archive's directory."""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from corpus.readers.limits import LimitError, Limits, PackingError, size
from corpus.readers.members import Budget, Metered, Readable, hidden, member_groups, shown, unsafe
from corpus.readers.places import Group, Item, Place, one, told
from corpus.readers.streams import READ_ERRORS, buffered, explain
from corpus.readers.zip_torn import read_torn

# What zipfile raises where a member is damaged, encrypted or packed in a way it does not know.
_BAD = (*READ_ERRORS, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError)
_ONE_ARTICLE = (".txt", ".text", ".html", ".htm", ".xhtml")


def read_zip(place: Place, stream: io.BufferedReader) -> Iterator[Group]:
    """The items of all members; a zip that lost its directory is read from its start."""
    file = seekable(stream, place.limits)
    packed = file.seek(0, io.SEEK_END)
    budget = Budget(place.limits, packed)
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        yield from read_torn(place, file, budget)
        yield told(place.reject(f"damaged zip: {error}; members that could be found were read"))
        return
    members = [info for info in archive.infolist() if not info.is_dir()]
    if not members:
        yield told(place.reject("the archive holds no file"))
    for info in members:
        if hidden(info.filename):
            continue
        budget.member()
        inner = place.inside(shown(info.filename))
        if reason := _refused(info):
            yield told(inner.reject(reason))
        elif inner.label.lower().endswith(_ONE_ARTICLE):
            # Its name says that it is one article: it is opened only when it is wanted.
            yield one(lambda info=info, inner=inner: _single(archive, info, inner, budget))  # type: ignore[misc]
        else:
            yield from _opened(archive, info, inner, budget)


def _refused(info: zipfile.ZipInfo) -> str | None:
    if reason := unsafe(info.filename):
        return reason
    mode = info.external_attr >> 16
    if mode and stat.S_ISLNK(mode):
        return "a link; links in archives are not followed"
    return "encrypted; unpack it first" if info.flag_bits & 1 else None


def _opened(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: Place, budget: Budget
) -> Iterator[Group]:
    try:
        with archive.open(info) as member:
            own = Budget(place.limits, max(info.compress_size, 1))
            yield from member_groups(place, Metered(_Checked(member), budget, own))
    except _BAD as error:
        yield told(place.reject(explain(error)))


def _single(archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: Place, budget: Budget) -> Item:
    for group in _opened(archive, info, place, budget):
        for item in group.read(0, 1):
            return item
    return place.reject("the member holds no article")


class _Checked(io.RawIOBase):
    """A member; the errors of zipfile, a wrong checksum among them, as ours."""

    def __init__(self, member: Readable) -> None:
        self._member = member

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._member.read(len(buffer)) or b""
        except (zipfile.BadZipFile, EOFError, zlib.error, NotImplementedError) as error:
            raise PackingError(f"damaged member: {error or 'it ends in the middle'}") from error
        buffer[: len(data)] = data
        return len(data)


def seekable(stream: BinaryIO, limits: Limits) -> BinaryIO:
    """The stream if one can go back in it, else all of it in memory, within bounds."""
    if stream.seekable():
        stream.seek(0)
        return stream
    data = stream.read(limits.buffered + 1)
    if len(data) > limits.buffered:
        raise LimitError(
            f"larger than {size(limits.buffered)} where it must be held in memory; unpack it first"
        )
    return buffered(io.BytesIO(data))
