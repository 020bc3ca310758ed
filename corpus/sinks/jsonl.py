"""Write lines to a file that appears only when it is whole."""

import os
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self


class JsonlSink:
    """Lines go to a hidden file beside ``path``, which takes its name at the end.

    An exception, Ctrl-C included, removes the hidden file and leaves an older ``path`` as it was.
    With ``keep_empty`` off, a sink without lines leaves no file, not even one of an earlier run.
    """

    def __init__(self, path: Path, keep_empty: bool = True) -> None:
        self.path = path
        self.keep_empty = keep_empty
        self.lines = 0

    def __enter__(self) -> Self:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{self.path.name}.", dir=self.path.parent)
        self._temporary = Path(name)
        self._file = os.fdopen(handle, "w", encoding="utf-8", newline="\n")
        return self

    def write(self, line: str) -> None:
        """Add one line; the newline is added here."""
        self._file.write(line + "\n")
        self.lines += 1

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if error is None and (self.lines or self.keep_empty):
                self._commit()
            elif error is None:
                self.path.unlink(missing_ok=True)
        finally:
            try:
                self._file.close()  # on a full disk it writes, and fails, once more
            finally:
                self._temporary.unlink(missing_ok=True)

    def _commit(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._temporary.chmod(0o666 & ~_umask())
        self._temporary.replace(self.path)


def _umask() -> int:
    # The mask can only be read by setting it; mkstemp made the file for its owner alone.
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def rejects_path(output: Path) -> Path:
    """Where the rejects of an output go: ``records.jsonl`` -> ``records.rejects.jsonl``."""
    return output.with_name(f"{output.name.removesuffix('.jsonl')}.rejects.jsonl")
