# The only door to the tools. A bare clone needs Python 3.11 or later and make; the rest is fetched
# once, from hashed locks, into .venv, and again only when a lock or pyproject.toml changed.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test fix cases docs screenshots bench measure lock strangers

VENV := .venv
BIN := $(VENV)/bin
STRANGERS := .strangers
CASE := cases/france/acceptance/case.yaml
REFORM := fr.reform.organised_crime_units
LANGUAGE ?= fr
PORT ?= 8000
SERVE ?= terminal
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input install -q

help:
	@echo "make run     sets up from nothing, answers the demonstration case, and opens the office on"
	@echo "             an invented court and its prisons, until Ctrl+C: PORT=8000, LANGUAGE=fr or en"
	@echo "             Without a terminal, or with SERVE=0, its first page is asked for once, and that"
	@echo "             is all; SERVE=1 serves in any case"
	@echo "make test    sets up from nothing, then everything CI checks"
	@echo "make fix     formats, sorts, applies safe fixes"
	@echo "make cases   runs cases/ and prints the review report for jurists"
	@echo "make docs    rebuilds the generated pages"
	@echo "make screenshots   takes the pictures of the README again, in Chromium"
	@echo "make bench   the measured comparisons (a virtual environment of its own)"
	@echo "make lock    rewrites requirements/*.txt"
	@echo "make strangers   installs what others wrote to verify a register, for the tests"

run: $(VENV)/base.stamp
	$(BIN)/sortie ask $(CASE) --lang $(LANGUAGE)
	@echo
	$(BIN)/sortie when $(CASE) --lang $(LANGUAGE)
	@echo
	$(BIN)/sortie ask $(CASE) --reform $(REFORM) --lang $(LANGUAGE)
	@echo
	@if [ "$(SERVE)" = 1 ] || { [ "$(SERVE)" = terminal ] && [ -t 0 ] && [ -t 1 ]; }; \
	then exec $(BIN)/sortie web --demonstration --port $(PORT) --lang $(LANGUAGE); \
	else exec $(BIN)/sortie web --demonstration --check --lang $(LANGUAGE); fi

test: $(VENV)/dev.stamp
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/python docs/build.py --check
	$(BIN)/python -m pytest -q -n auto --dist worksteal

fix: $(VENV)/dev.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

cases: $(VENV)/dev.stamp
	$(BIN)/python -m pytest tests/law/test_cases.py -q
	$(BIN)/sortie case report cases

docs: $(VENV)/dev.stamp
	$(BIN)/python docs/build.py

screenshots: $(VENV)/dev.stamp
	$(BIN)/python docs/screenshots.py

bench:
	@$(MAKE) --no-print-directory VENV=.bench/venv measure

measure: $(VENV)/bench.stamp
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.pages
	$(BIN)/python -m benchmarks.population

# dev is resolved first and holds back the others, so that one environment serves them all.
lock: $(VENV)/dev.stamp
	$(COMPILE) --extra build --extra postgres --extra dev -o requirements/dev.txt
	$(COMPILE) --extra build -c requirements/dev.txt -o requirements/base.txt
	$(COMPILE) --extra build --extra postgres -c requirements/dev.txt -o requirements/postgres.txt
	$(COMPILE) --extra build --extra postgres --extra population --extra charts --extra bench -o requirements/bench.txt
	$(RESOLVE) --group strangers -o requirements/strangers.txt

RESOLVE := $(BIN)/uv pip compile -q --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate
COMPILE := $(RESOLVE) pyproject.toml

# The programs of others live apart from ours. The witness among them wants a Python of its own
# taste: without one, the rest is installed, and what is missing is said.
strangers: $(STRANGERS)/stamp

$(STRANGERS)/stamp: requirements/strangers.txt
	@rm -rf $(STRANGERS); found=; \
	for python in $(PYTHON) python3.14 python3.13 python3.12 \
		$$(pyenv root 2>/dev/null)/versions/3.1[2-9]*/bin/python python3; do \
		if $$python -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; \
		then found=$$python; break; fi; done; \
	test -n "$$found" || echo "No Python 3.12 or later: there will be no outside witness." >&2; \
	$${found:-python3} -m venv $(STRANGERS)
	$(STRANGERS)/bin/python -m pip --disable-pip-version-check --no-input install -q \
		--require-hashes -r $<
	@touch $@

$(VENV)/%.stamp: requirements/%.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) --require-hashes -r $<
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/bin/python:
	@found=; for python in $(PYTHON) python3 python3.13 python3.12 python3.11; do \
		if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
		then found=$$python; break; fi; done; \
	test -n "$$found" || { echo "Python 3.11 or later is needed; none was found." >&2; exit 1; }; \
	$$found -m venv $(VENV) || { rm -rf $(VENV); \
		echo "$$found cannot make a virtual environment (Debian: install python3-venv)." >&2; exit 1; }
