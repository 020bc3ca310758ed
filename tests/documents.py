"""The code blocks of the documents: what they are, and how the console ones are run."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.main import get_command
from typer.testing import CliRunner

from extractor.cli import app

ROOT = Path(__file__).parent.parent
READMES = ["README.md", "README.fa.md"]
GUIDES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md"))
ADDING = "docs/add-words.md"  # its blocks are tried in a copy of the project with them
DOCUMENTS = [*READMES, "CONTRIBUTING.md", "CHANGELOG.md", *GUIDES]

FENCE = re.compile(r"(?:<!-- not run: (.+?) -->\n+)?^```([^\n`]*)\n(.*?)^```$", re.M | re.S)
TITLE = re.compile(r'title="([^"]+)"')
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block; ``reason`` says why it is not run, ``title`` is the file it belongs in."""

    document: str
    line: int
    language: str
    text: str
    title: str | None
    reason: str | None

    def __str__(self) -> str:
        return f"{self.document}:{self.line}"


def blocks_of(document: str) -> Iterator[Block]:
    """The blocks of a document, in order."""
    text = (ROOT / document).read_text(encoding="utf-8")
    for found in FENCE.finditer(text):
        reason, info, inner = found.groups()
        title = TITLE.search(info)
        line = text.count("\n", 0, found.start(3))
        language = info.split()[0] if info.split() else ""
        yield Block(document, line, language, inner, title and title[1], reason)


def all_blocks(*languages: str) -> list[Block]:
    """All blocks of the documents in these languages."""
    return [b for name in DOCUMENTS for b in blocks_of(name) if b.language in languages]


def commands_of(block: Block) -> Iterator[tuple[list[str], str]]:
    """The commands of a console block, cut into words, each with the output shown."""
    for part in re.split(r"^\$ ", block.text, flags=re.M)[1:]:
        command, _, shown = part.replace("\\\n", " ").partition("\n")
        yield shlex.split(command, comments=True), shown


def options_missing(arguments: list[str]) -> list[str]:
    """The words of a ``khooshechin`` command that are no command or option of it."""
    command: Any = get_command(app)
    missing, at = [], 0
    while hasattr(command, "commands") and at < len(arguments):
        name = arguments[at]
        if name not in command.commands:
            break
        command, at = command.commands[name], at + 1
    known = {option for p in command.params for option in (*p.opts, *p.secondary_opts)}
    if hasattr(command, "commands"):
        missing = [a for a in arguments[at:] if not a.startswith("-")][:1]
    given = [a.partition("=")[0] for a in arguments[at:] if a.startswith("-") and a != "-"]
    return missing + [a for a in given if a not in known | {"--help", "-h"}]


def khooshechin(arguments: list[str]) -> str:
    """What the command prints, on both streams, without blanks at the ends of lines."""
    result = CliRunner().invoke(app, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    if result.exit_code > 1:  # wrong usage, or no output
        raise ValueError(f"{arguments}: {result.output}")
    return trimmed(result.output)


def trimmed(text: str) -> str:
    """The lines without trailing blanks."""
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())


def agrees(shown: str, printed: str) -> bool:
    """Whether output is as shown: ``…`` stands for anything, ``[…]`` for lines left out."""
    pattern = re.escape(trimmed(shown))
    pattern = pattern.replace(re.escape(f"[{ELLIPSIS}]"), ".*").replace(ELLIPSIS, ".*")
    return re.fullmatch(pattern, printed, re.S) is not None
