# Everything a newcomer types. Needs Python >= 3.11, make and PyPI, nothing else.
#
#   make demo     build the sample articles into exports/demo and look at the result
#   make test     set up, then run the whole check
#   make check    the same check without the set-up
#
# PYTHON=python3.12 make demo   chooses the Python that .venv is made with.
# ARGS="-k dates" make check    hands options to pytest.
# GOLD=DIR make figures         measures accuracy on gold data that you have (docs/accuracy.md).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
DEMO := exports/demo
QUESTION := -d $(DEMO) --canned who-did-what -p what=ASSAULT -p from=2020-01-03 -p until=2020-01-10

.PHONY: demo test check readme exports figures bench clean

demo: $(INSTALLED)
	@$(MAKE) --no-print-directory exports
	@echo
	@echo "Who attacked whom in the first days of January 2020?"
	@echo
	$(BIN)/graphbuild query $(QUESTION)
	@echo
	@echo "Open $(DEMO)/report.html     the whole story on one page, with the quotes behind every event"
	@echo "     $(DEMO)/timeline.svg    what happened when"
	@echo "     $(DEMO)/links.svg       who did what to whom"
	@echo "     $(DEMO)/timeline.ttl    the knowledge graph (RDF/Turtle)"
	@echo "     $(DEMO)/events.jsonl    the same events, one JSON object a line"

test: $(INSTALLED)-test
	@$(MAKE) --no-print-directory check

check:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy benchmarks/*.py
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 $(ARGS)

# What is committed in exports/demo; a test fails when it is not what the program writes.
exports:
	$(BIN)/graphbuild build samples -o $(DEMO)
	$(BIN)/graphbuild draw timeline -d $(DEMO) -o $(DEMO)/timeline.svg
	$(BIN)/graphbuild draw links -d $(DEMO) -o $(DEMO)/links.svg
	$(BIN)/graphbuild report -d $(DEMO) -o $(DEMO)/report.html

# The session in README.md, run again and written back with what it prints now.
readme:
	$(BIN)/python -m tests.contracts.sessions README.md docs/cli.md

# The accuracy kept in benchmarks/figures and docs/accuracy.md; GOLD is a folder of gold data as published.
figures:
	$(BIN)/python benchmarks/events.py --data $(GOLD) --renew
	$(BIN)/python benchmarks/actors.py --data $(GOLD) --renew

bench:
	$(BIN)/python benchmarks/speed.py $(ARGS)
	$(BIN)/python benchmarks/merging.py

clean:
	rm -rf build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("graphbuild needs Python 3.11 or newer; try: make PYTHON=python3.12 ..." if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv --clear $(VENV)

# A .venv that is there is used as it is; a changed setup.cfg installs anew into it.
$(INSTALLED): setup.cfg pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip --version > /dev/null 2>&1 || $(BIN)/python -m ensurepip --upgrade
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(INSTALLED)-test: setup.cfg pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip --version > /dev/null 2>&1 || $(BIN)/python -m ensurepip --upgrade
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch $(INSTALLED) $@
