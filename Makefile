# `make help` lists the targets. Everything runs in .venv, which the first target makes.
PYTHON ?= python3
VENV := .venv
VERSIONS ?= 3.10 3.13
WORKERS ?= 2
BIN := $(VENV)/bin
WHEEL := $(firstword $(wildcard models/zh_gaoyou_news-*.whl))
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Every command that a test starts would compile the library again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help install demo test coverage test-versions lint types format bench bench-compare fuzz attack clone spark browser chaos docs train package wheels project clean

help:  ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

KERNELS := setup.py $(wildcard gaoyou_nlp/network/_kernels.pyx gaoyou_nlp/network/_kernels.h gaoyou_nlp/language/_words.pyx)

$(VENV)/installed: pyproject.toml $(KERNELS) $(WHEEL)
	$(PYTHON) -m venv $(VENV)
	@if ! { command -v uv && uv pip install --quiet --compile-bytecode --python $(BIN)/python --editable '.[dev,train]'; } >/dev/null; then \
		$(BIN)/python -m pip install --quiet --upgrade pip && \
		$(BIN)/python -m pip install --quiet --editable '.[dev,train]'; fi
	@if [ -n "$(WHEEL)" ]; then $(BIN)/python -m pip install --quiet --no-deps --force-reinstall $(WHEEL); fi
	@touch $@

install: $(VENV)/installed  ## Make .venv and install the library, its tools and the model

demo: install  ## Annotate the two newspaper pages into out/ (half a minute)
	@echo "This takes half a minute on two idle cores."
	$(BIN)/gaoyou annotate corpus/pages -o out/pages.jsonl --overwrite
	$(BIN)/gaoyou annotate corpus/pages -o out/pages.csv --format csv --overwrite
	$(BIN)/gaoyou annotate corpus/pages -o out/pages.html --format html --overwrite
	$(BIN)/gaoyou tables out/pages.jsonl -o out/pages.xlsx --link --overwrite
	$(BIN)/gaoyou link out/pages.jsonl -o out/pages.duckdb --overwrite
	$(BIN)/gaoyou ask out/pages.duckdb promises
	@echo "Open $(CURDIR)/out/pages.html in a browser, out/pages.xlsx in Excel."

test: install  ## Run lint, types and tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses $(WORKERS) --dist loadfile

coverage: install  ## Run the tests, those of Spark too, and refuse less than 95 % of lines covered
	$(BIN)/python -m pip install --quiet --editable '.[spark]'
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --skip-covered --sort=cover

test-versions:  ## Run the tests with the oldest and the newest Python that is supported
	@for version in $(VERSIONS); do \
		python=$$(command -v python$$version || uv python find $$version 2>/dev/null || true); \
		if ! $$python -c pass 2>/dev/null; then echo "Python $$version is not installed: skipped."; continue; fi; \
		echo "Python $$version:"; \
		$$python -m venv .venv-$$version && folder=.venv-$$version/bin && \
		$$folder/python -m pip install --quiet --editable '.[dev,train]' && \
		if [ -n "$(WHEEL)" ]; then $$folder/python -m pip install --quiet --no-deps --force-reinstall $(WHEEL); fi && \
		$$folder/pytest --numprocesses $(WORKERS) --dist loadfile || exit 1; \
	done

lint: install  ## Check style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install  ## Check types
	$(BIN)/mypy

format: install  ## Format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: install  ## Measure speed beside peers, write docs/benchmarks.md
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --editable '.[bench,tables,spark]'
	@if [ -n "$(WHEEL)" ]; then .venv-bench/bin/python -m pip install --quiet --no-deps --force-reinstall $(WHEEL); fi
	.venv-bench/bin/python training/bench.py

bench-compare: install  ## Compare the speed of this commit with that of REV: make bench-compare REV=v1.0.0
	$(BIN)/python training/bench_compare.py $(REV)

fuzz: install  ## Fuzz money and the pipeline for ten minutes each, readers with 10,000 spoiled files
	$(BIN)/python tests/fuzz/fuzz_money.py
	$(BIN)/python tests/fuzz/fuzz_pipeline.py
	$(BIN)/python tests/fuzz/fuzz_files.py

attack: install  ## Try some 900 hostile inputs and situations on everything
	$(BIN)/python tests/attack/attack.py

clone: install  ## Train and package from a fresh clone, with few steps
	GAOYOU_FRESH_CLONE=1 $(BIN)/pytest tests/training/test_fresh_clone.py

spark: install  ## Install Spark (some 400 MB; needs Java 17) and run its tests
	@if ! java -version 2>/dev/null; then echo "Java is not installed: the tests of Spark are skipped."; exit 0; fi; \
	$(BIN)/python -m pip install --quiet --editable '.[spark]' && \
	$(BIN)/pytest tests/batch/test_spark.py

browser: install  ## Install axe-core (npm) and look at the HTML page in Chromium with it
	@if ! command -v npm >/dev/null; then echo "npm is not installed: the page is not checked by axe-core."; exit 0; fi; \
	if ! (command -v chromium || command -v chromium-browser || command -v google-chrome) >/dev/null; then \
		echo "Chromium is not installed: the page is not looked at."; exit 0; fi; \
	npm install --silent --no-save --no-audit --no-fund --prefix $(VENV)/axe axe-core@4 && \
	GAOYOU_AXE=$(VENV)/axe/node_modules/axe-core/axe.min.js $(BIN)/pytest tests/formats/test_page_in_browser.py

chaos: install  ## Kill batch runs at random for ten minutes
	$(BIN)/python tests/chaos/chaos.py

docs: install  ## Build the documentation, strictly, into site/
	$(BIN)/python -m pip install --quiet --editable '.[docs]'
	$(BIN)/mkdocs build --strict

train: install  ## Train the model: corpus to training/output/ (some five minutes)
	@echo "This takes some five minutes on two idle cores."
	$(BIN)/python -m spacy train configs/news.cfg --output training/output
	$(BIN)/python training/calibrate.py training/output/model-best

package: install  ## Assemble, evaluate and package the trained model into models/
	cd training && $(CURDIR)/$(BIN)/python -m weasel run package

wheels: install  ## Build the library's wheel for this Python and its source, into dist/
	$(BIN)/python -m pip install --quiet --editable '.[wheels]'
	rm -rf build dist
	$(BIN)/python -m build --outdir dist
	@if [ "$$(uname -s)" = Linux ]; then PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/auditwheel repair --wheel-dir dist/manylinux dist/*.whl \
		&& rm dist/*.whl && mv dist/manylinux/*.whl dist/ && rmdir dist/manylinux; fi
	@ls dist

project: install  ## Run the whole training workflow
	cd training && $(CURDIR)/$(BIN)/python -m weasel run all

clean:  ## Remove what was built
	rm -rf $(VENV) .venv-* build dist out site corpus/built training/output training/packages
