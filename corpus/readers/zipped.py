"""Zip: each member is read as a file would be, in the order of the archive's directory."""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from corpus.readers.limits import LimitError, Limits, PackingError, size
from corpus.readers.members import Budget, Metered, Readable, hidden, member_groups, shown, unsafe
from corpus.readers.packing import packing_of
from corpus.readers.places import Group, Item, Place, one, told
from corpus.readers.streams import READ_ERRORS, buffered, explain
from corpus.readers.zip_torn import read_torn

# What zipfile raises where a member is damaged, encrypted or packed in a way it does not know.
_BAD = (*READ_ERRORS, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError)
_HEAD = 1 << 10  # bytes by which a member's format is known
_SINGLE = ("plain", "html")
_ONE_ARTICLE = (".txt", ".text", ".html", ".htm", ".xhtml")


def read_zip(place: Place, stream: io.BufferedReader) -> Iterator[Group]:
    """The items of all members; a zip that lost its directory is read from its start."""
    file = seekable(stream, place.limits)
    packed = file.seek(0, io.SEEK_END)
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        yield from read_torn(place, file, Budget(place.limits, packed))
        yield told(place.reject(f"damaged zip: {error}; members that could be found were read"))
        return
    members = [info for info in archive.infolist() if not info.is_dir()]
    members = [info for info in members if not hidden(info.filename)]
    if not members:
        yield told(place.reject("the archive holds no file"))
    # By the sizes that the directory states, more than which zipfile never gives: a member is
    # read or refused whichever others were opened before it.
    budget = Budget(place.limits, packed)
    for info in members:
        budget.member()
        inner = place.inside(shown(info.filename))
        if reason := _refused(info, budget, place.limits):
            yield told(inner.reject(reason))
        elif inner.label.lower().endswith(_ONE_ARTICLE) and _is_one(archive, info, inner):
            # It is read only when it is wanted.
            yield one(lambda info=info, inner=inner: _single(archive, info, inner))  # type: ignore[misc]
        else:
            yield from _opened(archive, info, inner)


def _is_one(archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: Place) -> bool:
    """Whether a member is the one article that its name promises, by its first bytes."""
    from corpus.readers.formats import recognize

    try:
        with archive.open(info) as member:
            head = member.read(_HEAD)
    except _BAD:
        return True  # told when it is read
    return not packing_of(head, place.label) and recognize(head, place.label) in _SINGLE


def _refused(info: zipfile.ZipInfo, budget: Budget, limits: Limits) -> str | None:
    if reason := unsafe(info.filename):
        return reason
    mode = info.external_attr >> 16
    if mode and stat.S_ISLNK(mode):
        return "a link; links in archives are not followed"
    if info.flag_bits & 1:
        return "encrypted; unpack it first"
    try:
        Budget(limits, max(info.compress_size, 1)).take(info.file_size)
        budget.take(info.file_size)  # not of a member that is a bomb by itself
    except LimitError as error:
        return str(error)
    return None


def _opened(archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: Place) -> Iterator[Group]:
    try:
        with archive.open(info) as member:
            own = Budget(place.limits, max(info.compress_size, 1))
            yield from member_groups(place, Metered(_Checked(member), own))
    except _BAD as error:
        yield told(place.reject(explain(error)))


def _single(archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: Place) -> Item:
    for group in _opened(archive, info, place):
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
