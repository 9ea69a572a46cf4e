# make run [PORT=8600]   the dashboard, from nothing
# make test              every test, with what they need
# make build | check | bench | lint

PORT ?= 8501
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
# Stamps that pip touches only when it is done, so that a broken installation is tried again.
RUN := $(VENV)/run.stamp
TEST := $(VENV)/test.stamp

.PHONY: run build check test bench lint

run: $(RUN)
	@test -f data/datapackage.json || $(BIN)/python -m dateline build
	@open=; \
	if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then open=--open; fi; \
	exec $(BIN)/python -m dateline serve --port $(PORT) $$open

build: $(RUN)
	@$(BIN)/python -m dateline build

check: $(RUN)
	@$(BIN)/python -m dateline check

test: $(TEST)
	$(BIN)/python -m pytest --numprocesses auto --dist loadgroup --no-loadscope-reorder

bench: $(TEST)
	@for script in $$(grep -l __main__ bench/*.py); do \
		echo "== $$script"; $(BIN)/python "$$script" || exit 1; done

lint: $(TEST)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Dateline needs Python 3.11 or newer; none was found." \
		"Install one, or name it: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Dateline needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version)."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "$(PYTHON) cannot make environments;" \
		"on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }

$(RUN): requirements.txt constraints.txt | $(BIN)/python
	@echo "Installing what Dateline runs on ..."
	@$(PIP) --requirement requirements.txt
	@touch $@

$(TEST): requirements-dev.txt $(RUN)
	@echo "Installing what the tests need ..."
	@$(PIP) --requirement requirements-dev.txt
	@$(BIN)/python -m tests.browser.chromium
	@touch $@
