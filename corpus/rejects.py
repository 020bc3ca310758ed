"""What could not be read or processed, with its reason: nothing is lost silently."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Reject:
    """One article that is not in the output: where it stood, its id if known, and why."""

    origin: str
    reason: str
    id: str | None = None

    def line(self) -> str:
        r"""One line of JSON; a file name that is no UTF-8 keeps its bytes as ``\udc..`` escapes.

        >>> Reject("news.jsonl:3", "text is missing", "a3").line()
        '{"origin": "news.jsonl:3", "reason": "text is missing", "id": "a3"}'
        """
        text = json.dumps(asdict(self), ensure_ascii=False)
        return text.encode("utf-8", "backslashreplace").decode()


def why(error: BaseException) -> str:
    r"""The reason of a failure, on one line.

    >>> why(ValueError("no\n luck"))
    'ValueError: no luck'
    """
    return f"{type(error).__name__}: {' '.join(str(error).split())}"
