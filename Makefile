# Thin covers of `.venv/bin/python -m playbook`. `make site` and `make test` do all their own set-up; a second run reinstalls nothing.
.PHONY: site serve test suite check-code format check check-site publish-check new bench audit queries same look lock release clean publish pages-address report offer-update
.DEFAULT_GOAL := site

PYTHON ?= python3
# Settings of the user's own that would put packages elsewhere, hide the project from Python, or let it be compiled at each start.
export PIP_USER := 0
unexport PIP_TARGET PIP_PREFIX PIP_ROOT PIP_NO_DEPS PYTHONSAFEPATH PYTHONOPTIMIZE PYTHONHOME PYTHONNOUSERSITE PYTHONDONTWRITEBYTECODE
PY := .venv/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet install --require-hashes --only-binary :all:

# SHARE=2/8 builds the second of eight shares of the editions.
site: .venv/site-ready
	$(PY) -m playbook build $(if $(SHARE),--shard $(SHARE))

serve: .venv/site-ready
	$(PY) -m playbook serve $(REGION)

# Both at once: the look at the code needs one core only.
test: .venv/test-ready
	$(MAKE) --no-print-directory -j2 check-code suite

suite: .venv/test-ready
	$(PY) -m tests.support.chromium
	$(PY) -m pytest -n auto --dist loadfile --no-loadscope-reorder --max-worker-restart 0

# What the code says of itself, before any of it runs: types, habits, form.
check-code: .venv/test-ready
	$(PY) -m mypy
	$(PY) -m ruff check
	$(PY) -m ruff format --check

# Put imports in order and wrap lines as check-code wants them.
format: .venv/test-ready
	$(PY) -m ruff check --select I --fix
	$(PY) -m ruff format

check: .venv/site-ready
	$(PY) -m playbook check

# Every page, paper and digest of a folder that was built, put together from shares or fetched from where it was put.
check-site: .venv/site-ready
	$(PY) -m playbook check site

# Whether what there is may be published: every source, page and paper.
publish-check: .venv/site-ready
	$(PY) -m playbook check --publish

# What the publish workflow runs: one build that may go out (SHARE=2/8 for a share of it).
publish: .venv/site-ready
	$(PY) -m playbook build --publish $(if $(SHARE),--shard $(SHARE))

# What workflows ask and tell GitHub; the first two need no packages.
pages-address:
	@$(PYTHON) -m playbook.copy.host_address

report:
	@$(PYTHON) -m playbook.copy.host_issue

offer-update: .venv/site-ready
	@$(PY) -m playbook.copy.host_update

new: .venv/site-ready
	$(PY) -m playbook new $(SLUG)

# Time builds and papers, weigh pages in a browser; nothing here passes or fails.
bench: .venv/test-ready
	$(PY) -m tests.support.chromium
	$(PY) -m tests.bench
	$(PY) -m tests.bench.editions
	$(PY) -m tests.bench.one_more
	$(PY) -m tests.bench.own_words

# What needs LibreOffice, Java, Node.js and Firefox; says what to install where one is missing.
audit: .venv/test-ready
	$(PY) -m tests.audit

# What the working tree changes against a commit, in pages, papers, search and calendar files: make same BASE=main
same: .venv/test-ready
	$(PY) -m tests.same $(or $(BASE),main) $(ARGS)

# Pictures of every kind of page and paper on one sheet in .look/; make look BASE=main shows what differs from a commit.
look: .venv/test-ready
	$(PY) -m tests.support.chromium
	$(PY) -m tests.look $(BASE) $(ARGS)

# Type what people type into the search of a real browser, and print how often the right place comes first.
queries: .venv/test-ready
	$(PY) -m tests.support.chromium
	$(PY) -m tests.search.query_log

# After a pin in pyproject.toml was raised: the newest of all that it does not pin, locked with hashes (for Python 3.11 and later, every
# system), installed, and listed with licenses.
lock: .venv/test-ready
	$(PY) -m pip --disable-pip-version-check --quiet install "uv==$$(sed -n 's/.*"uv==\([0-9.]*\)".*/\1/p' pyproject.toml)"
	.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade pyproject.toml -o requirements.txt
	.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade pyproject.toml --group test -o requirements-test.txt
	$(PIP) -r requirements.txt
	$(PIP) -r requirements-test.txt
	touch .venv/site-ready .venv/test-ready
	$(PY) -m playbook.cli.third_party_licenses

# List the files of the release that pyproject.toml states, as the last commit before its tag
release: .venv/site-ready
	$(PY) -m playbook.copy.release

clean:
	rm -rf .venv site .preview .cache .look tests/audit/node/node_modules

# A stamp is newer than its lock file as long as what that file names is installed.
.venv/site-ready: requirements.txt | .venv/bin/python
	@$(PY) -m pip --version > /dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	$(PIP) -r requirements.txt
	touch $@

.venv/test-ready: requirements-test.txt .venv/site-ready
	$(PIP) -r requirements-test.txt
	touch $@

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed; set PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python's venv module is missing; on Debian or Ubuntu type: apt-get install python3-venv"; exit 1; }
