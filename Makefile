# Everything is installed into .venv, so `.venv/bin/chidao` works after any target.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
DATA   ?= chidao-data
PORT   ?= 7860

.DEFAULT_GOAL := help
.PHONY: help install run test check lint bench eval screenshots clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

install: $(VENV)/.installed ## Install chidao and its tools into .venv

run: install ## Read the sample notices and open the page on localhost
	$(BIN)/chidao --data $(DATA) ingest --samples
	$(BIN)/chidao --data $(DATA) serve --port $(PORT) --open

check: install ## Lint and the quick tests: no real model, no browser, nothing slow
	@$(MAKE) --no-print-directory lint
	$(BIN)/pytest -q -n auto -m "not model and not browser and not slow"

test: install ## Lint and every test (the browser tests need Chromium)
	@$(MAKE) --no-print-directory lint
	$(BIN)/pytest -q

lint: install ## ruff, mypy strict, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: install ## Speed, as ratios against the alternative in the same run
	$(BIN)/python -m tests.benchmarks

eval: install ## Retrieval quality on the reference data beside the checkout
	$(BIN)/python -m tests.benchmarks.retrieval

screenshots: install ## Pictures of every view into docs/screenshots
	$(BIN)/python -m tests.ui.screenshots

clean: ## Remove what was installed and built here
	rm -rf $(VENV) build dist *.egg-info
