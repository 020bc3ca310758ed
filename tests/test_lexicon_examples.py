import pytest
from spacy.language import Language

from extractor.errors import LexiconError
from extractor.lexicon.check import check_example, check_lexicon, examples
from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import Row


def test_lexicon_examples_all_hold(nlp: Language) -> None:
    assert list(check_lexicon(nlp)) == []


def test_lexicon_has_examples() -> None:
    assert sum(1 for _ in examples()) > 50


def test_lexicon_check_reports_what_was_expected(nlp: Language) -> None:
    problem = check_example(nlp, "او <date>خندید</date> و رفت")
    assert problem is not None
    assert "خندید" in problem


def test_lexicon_check_reports_wrong_attributes(nlp: Language) -> None:
    problem = check_example(nlp, "در <place kind=county>شیراز</place> باران آمد")
    assert problem is not None
    assert "kind is city, not county" in problem


def test_loader_names_file_and_line(tmp_path, monkeypatch) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "bad.toml").write_text(
        '[[row]]\nid = "a"\nsurfaces = ["x"]\n\n[[row]]\nid = "b"\n', "utf-8"
    )
    monkeypatch.setattr("extractor.lexicon.loader.files", lambda _: tmp_path)
    with pytest.raises(LexiconError, match=r"bad\.toml:5: surfaces"):
        load_rows("bad.toml", Row)
