# 依法.  `make run` to use it, `make setup test` to work on it; `make help` lists the rest.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help setup run test lint browser fonts coverage mutants histories docs screenshots bench lock clean

BIN := .venv/bin

help:  ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

setup: .venv/.ready-dev  ## the environment with everything tests and tools need, in .venv
	@true

run: .venv/.ready  ## set up, load the demonstration banner on first start, serve on 127.0.0.1
	$(BIN)/yifa serve --demo-if-empty

test: setup browser fonts lint  ## all checks: style, types, floors, dependencies, tests on PostgreSQL and SQLite
	YIFA_TEST_DATABASE=postgresql $(BIN)/pytest -n 2
	$(BIN)/pytest -n 2

lint: setup  ## the checks that run no test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .

browser:  ## Debian's Chromium, for the tests of pages
	@sh scripts/browser.sh

fonts: setup  ## free look-alikes of the official typefaces for the PDF papers, from Debian
	@sh scripts/fonts.sh

coverage: setup  ## branch coverage of the law core, held at 100 %
	$(BIN)/pytest -n 2 --cov=yifa.law --cov-branch --cov-fail-under=100

mutants: setup  ## mutation testing of the law core (docs/mutation.md); long
	$(BIN)/python scripts/mutants.py

histories: setup  ## every property over 20,000 permitted histories; ten minutes
	$(BIN)/python -m scripts.histories

docs: setup  ## the generated parts of docs/
	$(BIN)/python docs/generate.py

screenshots: setup browser  ## the ten main pages at three widths into docs/screenshots, from the demonstration in YIFA_HOME
	$(BIN)/python scripts/screenshots.py

bench: setup  ## the measurements of benchmarks/
	$(BIN)/python benchmarks/run.py

lock: setup  ## both lock files anew from pyproject.toml, within its bounds
	$(BIN)/python scripts/lock.py

clean:  ## the environment and every cache
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage* mutants

.venv/.ready: requirements.lock pyproject.toml scripts/environment.sh
	@sh scripts/environment.sh requirements.lock
	@touch $@

# Holds all of .ready too, so that `make run` after it has nothing to do.
.venv/.ready-dev: requirements-dev.lock pyproject.toml scripts/environment.sh
	@sh scripts/environment.sh requirements-dev.lock
	@touch .venv/.ready $@
