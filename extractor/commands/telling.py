"""What every command tells its user: messages, errors as sentences, exit codes."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from schemas.errors import KhooshechinError

if TYPE_CHECKING:
    from extractor.config import Config

EXIT_REJECTS = 1
EXIT_USAGE = 2
EXIT_OUTPUT = 3
EXIT_INTERRUPTED = 130


def say(message: object) -> None:
    """Tell the user on standard error; standard output is for results."""
    typer.echo(f"khooshechin: {message}", err=True)


@contextmanager
def told(interrupted: str = "no output was written") -> Iterator[None]:
    """Turn what a user can mend, and Ctrl-C, into a sentence and an exit code."""
    try:
        yield
    except KeyboardInterrupt:
        say(f"interrupted; {interrupted}")
        raise typer.Exit(EXIT_INTERRUPTED) from None
    except KhooshechinError as error:
        say(error)
        raise typer.Exit(EXIT_USAGE) from error
    except BrokenPipeError:
        raise  # the reader of our output left, as ``head`` does; nobody is there to be told
    except OSError as error:
        say(f"{error.filename or 'output'}: {error.strerror or error}")
        raise typer.Exit(EXIT_OUTPUT) from error


def make_config(as_of: str | None) -> "Config":
    """The configuration of the options. Raises ConfigError."""
    from pydantic import ValidationError

    from extractor.config import Config
    from extractor.errors import ConfigError

    try:
        return Config.model_validate({} if as_of is None else {"as_of": as_of})
    except ValidationError as error:
        raise ConfigError(f"--as-of {as_of}: is no day as YYYY-MM-DD") from error
