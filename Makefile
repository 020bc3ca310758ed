# make demo: try it on the sample articles.   make test: every check there is.
# make docs: the documentation site, in out/site.
VENV ?= .venv
# hazm 0.10.0 pins numpy 1.24.3, so Python 3.11 it is.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN = $(VENV)/bin

.PHONY: demo test docs

demo: $(VENV)/.installed-desk
	$(BIN)/khooshechin extract corpus/sample/articles.jsonl corpus/sample/follow_ups.jsonl \
		-o out/records.jsonl
	$(BIN)/khooshechin export out/records.jsonl --to sqlite -o out/demo.sqlite
	$(BIN)/khooshechin check out/demo.sqlite
	$(BIN)/khooshechin show 'out/records.jsonl#dev-02'
	@echo "The fact-check desk: $(BIN)/khooshechin desk out/demo.sqlite --open"

docs: $(VENV)/.installed-docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

CHECKS = "ruff format --check ." "ruff check ." mypy lint-imports \
	"pytest -n logical --dist loadfile --no-loadscope-reorder"

# A file of tests is one process's, so that no fixture is made twice; plain pytest works too.
# All checks run, so that one look shows all that is wrong.
test: $(VENV)/.installed-dev
	@failed=; for check in $(CHECKS); do \
		echo "== $$check"; $(BIN)/$$check || failed="$$failed [$$check]"; \
	done; \
	if [ -n "$$failed" ]; then echo "failed:$$failed"; exit 1; fi

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(VENV)/.installed-desk: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[desk]'
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

$(VENV)/.installed-docs: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[docs]'
	touch $@
