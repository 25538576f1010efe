# Everything a person needs is one word: `make help` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed-dev
TRAINING := .venv-train/.installed

.PHONY: help site serve test test-slow test-train quality lint format bench train .data-is-named lock clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

.venv/.installed: requirements.lock pyproject.toml .ci/environment.sh
	@PYTHON="$(PYTHON)" .ci/environment.sh requirements.lock
	@touch $@

$(STAMP): requirements-dev.lock pyproject.toml .ci/environment.sh
	@PYTHON="$(PYTHON)" .ci/environment.sh requirements-dev.lock
	@touch $@ .venv/.installed

$(TRAINING): requirements.lock requirements-train.txt pyproject.toml .ci/environment.sh .ci/training.sh
	@PYTHON="$(PYTHON)" .ci/training.sh
	@touch $@

site: .venv/.installed ## environment, pages (content/) and site (site/); says how to look at it
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict
	@echo
	@echo "The site is in site/. To look at it:  make serve   (then open http://127.0.0.1:8000/)"
	@echo "To use mkdocs directly:  source .venv/bin/activate"

serve: .venv/.installed ## look at the site on 127.0.0.1:8000; rebuilds when an article changes
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs serve --dev-addr 127.0.0.1:8000

test: $(STAMP) lint ## every test, the browser's too (finds Chromium, or installs it where it may)
	@.ci/chromium.sh
	@$(BIN)/python -m pytest -m "not slow and not training"

test-slow: $(STAMP) ## Lighthouse, HTML checker, long fuzzing: minutes
	@.ci/chromium.sh
	@.ci/slow.sh

test-train: $(TRAINING) ## training on a toy corpus, in an environment of its own (.venv-train, with torch)
	@.venv-train/bin/python -m pytest -m training tests/training

quality: .data-is-named $(STAMP) ## measure development sets against their floors:  make quality DATA=folder-of-sets-and-scorers
	@$(BIN)/python -m tests.quality.development "$(DATA)"

lint: $(STAMP) ## formatting, lint, types, import contracts
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(STAMP) ## format the code
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(STAMP) ## cost of a build, of telling who is who, and of keeping addresses; prints ratios
	@$(BIN)/python -m benchmarks
	@$(BIN)/python -m benchmarks.names
	@$(BIN)/python -m benchmarks.resolve
	@$(BIN)/python -m benchmarks.addresses
	@$(BIN)/python -m benchmarks.language

train: .data-is-named $(TRAINING) ## train the language model anew:  make train DATA=folder-of-the-corpora
	@.venv-train/bin/python -m generator train --data "$(DATA)" $(OPTIONS)

.data-is-named:
	@test -n "$(DATA)" || { echo "Name the folder of the data:  make train DATA=DIR  (corpora, see generator/language/MODEL_CARD.md)  or  make quality DATA=DIR  (tests/quality/development.yaml)" >&2; exit 1; }

lock: $(STAMP) ## resolve the dependencies anew (requirements*.lock)
	@.ci/lock.sh

clean: ## remove what can be made again
	@rm -rf site .cache .mypy_cache .pytest_cache .ruff_cache
