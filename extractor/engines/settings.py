"""What a run is told: what shapes its output, and the limits it works within."""

from dataclasses import asdict, dataclass, field
from hashlib import sha256
from importlib import import_module
from typing import Protocol

from corpus.readers.fields import BY_NAME, Fields
from corpus.readers.limits import DEFAULT
from corpus.readers.limits import Limits as ReadingLimits
from extractor.config import Config
from extractor.lexicon.loader import lexicon_digest
from extractor.presence import Scope
from extractor.versions import program_digest
from schemas.article import Article
from schemas.record import ArticleRecord

DEADLINE = 60.0  # seconds
MEMORY = 2048  # MiB
FACTORY = "extractor.extractor:Extractor"


class PartExtractor(Protocol):
    """What reads articles."""

    def extract(self, article: Article) -> ArticleRecord:
        """The record of one article."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one article and one worker may take."""

    deadline: float = DEADLINE
    memory: int = MEMORY


@dataclass(frozen=True, slots=True)
class Settings:
    """All that a worker needs to know; it can be pickled.

    ``factory`` names what makes an extractor of a configuration, as ``module:name``. Paths are
    relative to ``home``, or to where the process is.
    """

    folder: str
    config: Config = field(default_factory=Config)
    scope: Scope = Scope.FULL
    limits: Limits = field(default_factory=Limits)
    fields: Fields = BY_NAME
    reading: ReadingLimits = DEFAULT
    factory: str = field(default_factory=lambda: FACTORY)
    home: str | None = None

    def make_extractor(self) -> PartExtractor:
        """A new extractor, which takes seconds."""
        module, _, name = self.factory.partition(":")
        made: PartExtractor = getattr(import_module(module), name)(self.config)
        return made

    def terms(self) -> dict[str, str]:
        """All that shapes the output besides the input; a run with other terms is another run."""
        return {
            "the scope": self.scope.value,
            "the fields": _told(self.fields),
            "the limits of reading": _told(self.reading),
            "--as-of": self.config.as_of.isoformat(),
            "the configuration": self.config.digest(),
            "the lexicon": lexicon_digest(),
            "the program": program_digest(),
        }

    def digest(self) -> str:
        """SHA-256 over all terms."""
        return sha256(repr(sorted(self.terms().items())).encode()).hexdigest()


def _told(values: Fields | ReadingLimits) -> str:
    """The values that are not those of the program."""
    usual = asdict(type(values)())
    chosen = {key: value for key, value in asdict(values).items() if value != usual[key]}
    return ", ".join(f"{key} = {value}" for key, value in chosen.items()) or "the usual"
