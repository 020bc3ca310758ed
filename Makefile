# make demo: try it on the sample articles.   make test: every check there is.
VENV ?= .venv
# hazm 0.10.0 pins numpy 1.24.3, so Python 3.11 it is.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN = $(VENV)/bin

.PHONY: demo test

demo: $(VENV)/.installed
	$(BIN)/khooshechin extract corpus/sample/articles.jsonl -o out/records.jsonl
	$(BIN)/khooshechin show 'out/records.jsonl#dev-02'

test: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@
