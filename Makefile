# Krachtkompas. Every target makes what it needs itself: .venv with the pinned packages, and for the tests a browser.
.DEFAULT_GOAL := help
.PHONY: help run coordinator demo test long quick soak check figures pictograms pictures words library table fonts icons constraints sbom audit

# what Python has read once need not be read again by each of the many servers that the tests start
unexport PYTHONDONTWRITEBYTECODE

# for the browser scripts; all it needs is here, so it asks no network for anything
DENO = DENO_DIR=.venv/deno DENO_NO_UPDATE_CHECK=1 NO_COLOR=1 .venv/bin/deno
OFFLINE = --no-remote --no-npm --cached-only

# three keep two cores busy: a test waits for its browser or its server. A process that crashes is a failed test: xdist
# would begin another in its place, and then wait for it without end
SPREAD = -n 3 --dist loadfile --max-worker-restart 0

SUITABLE = import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))

# $(1): a list of packages in pyproject.toml; what they are, and need, stands in constraints.txt with its hashes
define install
@echo 'Getting packages into .venv (about a minute the first time) …'
@.venv/bin/python -m tools.wanted $(1) > .venv/wanted.txt
@.venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check --require-hashes -r .venv/wanted.txt
@touch $@
endef

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

run: .venv/run.stamp  ## start Krachtkompas
	@.venv/bin/python main.py

coordinator: .venv/run.stamp  ## a new invitation for a coordinator, also while Krachtkompas runs
	@.venv/bin/python main.py coordinator

demo: .venv/run.stamp  ## make three filled compasses to look at
	@.venv/bin/python -m tools.demo

test: .venv/dev.stamp  ## the tests, browser included, but for those that take long each
	@.venv/bin/python -m tools.browser
	@$(DENO) test --quiet --no-check --allow-read=assets $(OFFLINE)
	@.venv/bin/python -m pytest $(SPREAD) -m 'not long' tests/unit tests/page
	@.venv/bin/python -m pytest $(SPREAD) -m 'not long' tests/browser

long: .venv/dev.stamp  ## those that take long each; a change has to pass them too, see .ci/run
	@.venv/bin/python -m tools.browser
	@.venv/bin/python -m pytest $(SPREAD) -m long tests/unit tests/page
	@.venv/bin/python -m pytest $(SPREAD) -m long tests/browser

quick: check  ## lint, format and types, the unit tests, and one journey in a browser
	@.venv/bin/python -m tools.browser
	@$(DENO) test --quiet --no-check --allow-read=assets $(OFFLINE)
	@.venv/bin/python -m pytest $(SPREAD) -m 'not long' tests/unit
	@.venv/bin/python -m pytest tests/browser/compass/test_journey.py

soak: export SOAK = 1
soak: test long  ## all tests, and every round of those that play a sample otherwise

check: .venv/dev.stamp  ## lint, format and types
	@.venv/bin/python -m ruff check .
	@.venv/bin/python -m ruff format --check .
	@.venv/bin/python -m mypy
	@$(DENO) lint --quiet
	@$(DENO) fmt --quiet --check
	@$(DENO) check --quiet $(OFFLINE) assets/scripts tests/unit/scripts

figures: .venv/run.stamp  ## draw the pictograms with people anew, from tools/figures/
	@.venv/bin/python -m tools.figures

pictograms: .venv/run.stamp  ## draw all pictograms on sheets in build/
	@.venv/bin/python -m tools.contact_sheet

pictures: .venv/dev.stamp  ## take the pictures of the README anew
	@.venv/bin/python -m tools.browser
	@.venv/bin/python -m tools.pictures

icons: .venv/run.stamp  ## draw the app icons in assets/icons/ anew
	@.venv/bin/python -m tools.icons

words: .venv/run.stamp  ## bring the word lists of all languages up to date
	@.venv/bin/python -m tools.words

library: .venv/dev.stamp  ## make the word lists of the picture library anew (needs npm)
	@.venv/bin/python -m tools.library

table: .venv/run.stamp  ## write the table of who may what into docs/security.md anew
	@.venv/bin/python -m tools.security_table

fonts: .venv/fonts.stamp  ## make the fonts of screen and paper in assets/fonts/ anew (some minutes)
	@.venv/bin/python -m tools.fonts

constraints: .venv/supply.stamp  ## bring constraints.txt up to date with pyproject.toml, with hashes for every platform
	@.venv/bin/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes \
	  --annotation-style line --no-header --quiet --output-file constraints.txt

sbom: .venv/supply.stamp  ## list what an installation is made of in build/sbom.json (CycloneDX)
	@mkdir -p build
	@.venv/bin/python -m tools.wanted dependencies > build/installed.txt
	@.venv/bin/cyclonedx-py requirements --pyproject pyproject.toml --output-reproducible --of JSON \
	  --output-file build/sbom.json build/installed.txt

audit: .venv/supply.stamp  ## ask whether a fault is known in what we install
	@.venv/bin/python -m tools.audit

# a .venv whose Python has gone, or became a newer one, is made again
$(shell .venv/bin/python -c 'import pip' 2>/dev/null || rm -f .venv/bin/python .venv/*.stamp)

.venv/bin/python:
	@for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
	  if $$python -c '$(SUITABLE)' 2>/dev/null; then exec $$python -m venv --clear .venv; fi; \
	done; \
	echo 'Krachtkompas needs Python 3.11 or newer, with venv (on Debian: apt-get install python3-venv).' >&2; \
	echo 'It is not on the PATH here. Is it elsewhere? make PYTHON=/where/it/is/python3' >&2; \
	exit 1

.venv/run.stamp: pyproject.toml constraints.txt .venv/bin/python
	$(call install,dependencies)

.venv/dev.stamp: .venv/run.stamp
	$(call install,dev)

# what the fonts are made of: large, and needed for nothing else
.venv/fonts.stamp: .venv/run.stamp
	$(call install,fonts)

# what looks after the packages themselves
.venv/supply.stamp: .venv/run.stamp
	$(call install,supply)
