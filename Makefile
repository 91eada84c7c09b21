# The one front. `make help` lists what it does; each target is made of small programs under tools/ and of `rapporteur`.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: setup demo test check bench lock messages docs clean help
.ONESHELL:

PY := .venv/bin/python
RAPPORTEUR := .venv/bin/rapporteur
# Two processes, because two cores are what the budget of the tests was measured on.
WORKERS ?= 2
PYTEST := $(PY) -m pytest -p no:cacheprovider -q -n $(WORKERS) --durations=10 --durations-min=5
COVERED := $(PYTEST) --cov --cov-report=
SERVE ?= 1
CATALOGS := $(wildcard src/rapporteur/site/locale/*/LC_MESSAGES/django.po)

# --- environment -----------------------------------------------------------------------------------------------------

.make/demo: requirements.lock requirements-setup.lock pyproject.toml
	@echo "environment: installing the locked dependencies into .venv"
	tools/environment $(if $(wildcard .make/dev),dev,demo)
	mkdir -p .make && touch $@

.make/dev: requirements-dev.lock requirements-setup.lock pyproject.toml
	@echo "environment: installing the locked dependencies and those of development into .venv"
	tools/environment dev
	mkdir -p .make && touch .make/demo $@

.make/catalogs: .make/demo $(CATALOGS)
	@$(PY) tools/translations.py compile
	touch $@

.make/parts: .make/demo tests/parts.py
	@$(PY) tests/parts.py
	touch $@

setup: .make/dev .make/catalogs ## make the environment for development

# --- what it is for --------------------------------------------------------------------------------------------------

demo: .make/demo .make/catalogs ## load the real register, write the note in six languages to out/, serve the site (SERVE=0: do not)
	@export RAPPORTEUR_SECOND_FACTOR="$${RAPPORTEUR_SECOND_FACTOR:-offered}"
	$(RAPPORTEUR) demo --out out
	if [ "$(SERVE)" != 0 ]; then exec $(RAPPORTEUR) serve; fi

test: .make/dev .make/catalogs .make/parts ## run all tests on SQLite, then on PostgreSQL those that use a database
	@rm -f .coverage .coverage.*
	echo "tests on SQLite, in Chromium and LibreOffice"
	COVERAGE_FILE=.coverage.sqlite $(COVERED) -m "not arithmetic" | tee .make/test-sqlite.txt || failed=1
	echo "the arithmetic of lots"
	$(PYTEST) -m arithmetic | tee .make/test-arithmetic.txt || failed=1
	echo "tests on PostgreSQL"
	$(PYTEST) --database=postgresql -m "database and not browser and not office" | tee .make/test-postgresql.txt || failed=1
	.venv/bin/coverage combine -q
	.venv/bin/coverage report
	echo "on SQLite:     $$(tail -1 .make/test-sqlite.txt)"
	echo "arithmetic:    $$(tail -1 .make/test-arithmetic.txt)"
	echo "on PostgreSQL: $$(tail -1 .make/test-postgresql.txt)"
	exit $${failed:-0}

check: .make/dev .make/catalogs ## format, lint, types, contracts, migrations, translations, docs, locks, files
	@$(PY) tools/check.py

bench: .make/dev .make/catalogs ## run the benchmarks and print a table (SIZES=100,10000,100000; FULL=1: all seeds of the draws, a minute of saving; WRITE=1: also into docs/reference/benchmarks.md)
	@$(PY) -m benchmarks $(if $(SIZES),--sizes $(SIZES)) $(if $(FULL),--full) $(if $(WRITE),--write)

# --- what is kept in step --------------------------------------------------------------------------------------------

lock: .make/demo ## bring the lock files in step with pyproject.toml (UPGRADE=1: take newer versions)
	@$(PY) tools/locks.py $(if $(UPGRADE),--upgrade)

messages: .make/dev ## bring the catalogs of translations in step with the sources
	@$(PY) tools/translations.py update

docs: .make/dev .make/parts ## write the pages of docs/reference that follow from the code, and the images
	@$(PY) tools/commands.py --write
	$(PY) -m pytest -p no:cacheprovider -q --write-images tests/project/test_images.py

clean: ## remove everything that was made, except var/ with its database
	@rm -rf .venv .make out .coverage .coverage.* htmlcov .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis dist
	find src -name '*.mo' -delete
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 16
