# Each target does all the set-up it needs: a machine has to have Python 3.11 or later, git and make.
#   make demo                 take a document apart and show it
#   make test                 the tests
#   make check                ruff, mypy --strict, import order, the code in the docs
#   make score IDS="0001 S02" the measure on real documents, where they are at hand
#   make score-errors         the single differences
#   make bench                speed
#   make wheel-test           build the wheel, install it elsewhere, test it there
#   make docs                 write the generated pages of docs/ anew
#   make golden               write the golden files and the output shown in the docs anew; read the diff
# EXTRAS=dev,ocr installs the recognition of scans as well, whose tests are skipped without it.

PYTHON ?= $(firstword $(foreach p,python3.11 python3.12 python3.13 python3.14 python3,$(shell command -v $(p))))
VENV := .venv
BIN := $(VENV)/bin
EXTRAS ?= dev
READY := $(VENV)/.installed-$(EXTRAS)
SHARED := $(or $(GONGWEN_SHARED),../shared)
EVAL := $(SHARED)/eval
TEXTS = $(if $(IDS),$(IDS:%=$(EVAL)/text/%.txt),$(wildcard $(EVAL)/text/*.txt))
ERRORS ?= 200
SCORE = pred=$$(mktemp -d) && trap 'rm -rf "$$pred"' EXIT && \
	{ $(BIN)/gongwen parse --format json --out "$$pred" $(TEXTS) || true; } && \
	$(BIN)/python $(EVAL)/score.py --pred "$$pred" $(if $(IDS),--id $(IDS))
NO_EVAL = echo "没有评测集：请把它放在 ../shared，或用 GONGWEN_SHARED 指明位置。本目标跳过。"

.PHONY: demo test check lint format types imports pages golden score score-errors bench wheel-test docs clean

demo: $(READY)
	@$(BIN)/gongwen parse fixtures/reply.txt

test: $(READY)
	$(BIN)/pytest

# With `make -k check` a failing step does not keep the others from running.
check: lint format types imports pages

lint: $(READY)
	$(BIN)/ruff check

format: $(READY)
	$(BIN)/ruff format --check

types: $(READY)
	$(BIN)/mypy

imports: $(READY)
	$(BIN)/lint-imports

pages: $(READY)
	$(BIN)/pytest tests/docs

golden: $(READY)
	$(BIN)/pytest tests/core/test_golden.py tests/docs --rewrite-golden

score: $(READY)
	@if [ -d "$(EVAL)/text" ]; then $(SCORE); else $(NO_EVAL); fi

score-errors: $(READY)
	@if [ -d "$(EVAL)/text" ]; then $(SCORE) --errors $(ERRORS); else $(NO_EVAL); fi

bench: $(READY)
	@$(BIN)/python benchmarks/speed.py
	@$(BIN)/python benchmarks/reading.py

wheel-test: $(READY)
	@$(BIN)/python tests/wheel.py

docs: $(READY)
	$(BIN)/python docs/make_reference.py

clean:
	rm -rf $(VENV) dist build

$(READY): pyproject.toml
	@test -n "$(PYTHON)" && "$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "需要 Python 3.11 或更新的版本（可用 make PYTHON=/path/to/python 指明）。" >&2; exit 1; }
	@test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[$(EXTRAS)]'
	@touch $@
