# Two commands do everything: make demo, make test.
PYTHON ?= python3
PORT ?= 8000
DATA ?= demo-data
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: install demo test test-quick check bench soak lock messages shots clean
.DEFAULT_GOAL := help

help:
	@echo "make demo        sekolah contoh di http://127.0.0.1:$(PORT)/  (PORT=, DATA=)"
	@echo "make test        semua uji: SQLite, peramban, PostgreSQL"
	@echo "make test-quick  uji cepat"
	@echo "make check       gaya, tipe, templat, terjemahan, migrasi"
	@echo "make bench       angka kecepatan dan ukuran -> build/bench.json"
	@echo "make soak        angka gangguan dan serangan -> build/soak.json"

install: $(READY)

$(READY): pyproject.toml requirements/dev.lock requirements/tools.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/tools.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/dev.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $(READY)

demo: install
	@SEBAYA_DATA=$(DATA) $(BIN)/sebaya demo --port $(PORT)

test: install
	@$(BIN)/python tests/tools/run.py all

test-quick: install
	@$(BIN)/python tests/tools/run.py quick

check: install
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/djlint --quiet --lint src
	@$(BIN)/python tests/tools/check.py

bench: install
	@$(BIN)/python tests/bench/run.py

soak: install
	@$(BIN)/python tests/soak/run.py

messages: install
	@$(BIN)/python tests/tools/messages.py

shots: install
	@$(BIN)/python tests/tools/shots.py

lock: install
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-annotate \
		pyproject.toml --group dev -o requirements/dev.lock
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-annotate \
		pyproject.toml -o requirements/run.lock
	@echo "uv" | $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-annotate \
		- -o requirements/tools.lock

clean:
	@rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
