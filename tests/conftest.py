from pathlib import Path

import pytest
from spacy.language import Language

from extractor import Extractor

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """One extractor for all tests: building it takes seconds."""
    return Extractor()


@pytest.fixture(scope="session")
def nlp(extractor: Extractor) -> Language:
    """The extractor's pipeline."""
    return extractor.nlp


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold sets and the real archive; tests that need it skip without it."""
    if not SHARED.is_dir():
        pytest.skip("the folder of gold sets is not beside the project")
    return SHARED
