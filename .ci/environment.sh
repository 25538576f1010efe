#!/usr/bin/env bash
# Make an environment with exactly the packages of a lock file.   usage: .ci/environment.sh requirements.lock [.venv]
set -euo pipefail
cd "$(dirname "$0")/.."
lock=$1
folder=${2:-.venv}
python=${PYTHON:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Concordance needs Python 3.11 or newer. Install it (Debian: apt install python3), or: make site PYTHON=/path/to/python3" >&2
    exit 1
fi

if [ ! -x "$folder/bin/python" ]; then
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        # Debian splits venv from Python. As root we may install it; otherwise one line says how.
        package="$("$python" -c 'import sys; print(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")')"
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
            echo "Installing $package ..."
            apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$package" >/dev/null
        else
            echo "Python's venv module is missing. Install it:  sudo apt install $package" >&2
            exit 1
        fi
    fi
    echo "Making the environment in $folder ..."
    "$python" -m venv "$folder"
fi

echo "Installing the packages of $lock ..."
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r "$lock"
# The project itself, in place: its entry point is what makes MkDocs find the plugin.
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
