#!/usr/bin/env bash
# Resolve the dependencies of pyproject.toml into requirements.lock and requirements-dev.lock (all platforms, with hashes).
set -euo pipefail
cd "$(dirname "$0")/.."
.venv/bin/python -m pip install --quiet --disable-pip-version-check uv
common=(--quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header)
.venv/bin/uv pip compile "${common[@]}" pyproject.toml --extra dev -o requirements-dev.lock
.venv/bin/uv pip compile "${common[@]}" pyproject.toml -c requirements-dev.lock -o requirements.lock
