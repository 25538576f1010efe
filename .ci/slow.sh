#!/usr/bin/env bash
# The slow suite: the HTML checker (Java), Lighthouse and axe (Node) and long fuzzing. Installs what it needs below .cache/slow.
set -euo pipefail
cd "$(dirname "$0")/.."

need() { # command, Debian package
    command -v "$1" >/dev/null && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing $2 ..."
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2" >/dev/null
    else
        echo "The slow suite needs $1. Install it:  sudo apt install $2" >&2
        exit 1
    fi
}
need java default-jre-headless
need node nodejs
need npm npm

if [ ! -d .cache/slow/node_modules/vnu-jar ] || [ ! -d .cache/slow/node_modules/lighthouse ] || [ ! -d .cache/slow/node_modules/axe-core ]; then
    echo "Installing the HTML checker, Lighthouse and axe below .cache/slow ..."
    mkdir -p .cache/slow
    npm install --silent --no-fund --no-audit --prefix .cache/slow vnu-jar@24.10.17 lighthouse@12.2.1 axe-core@4.14.1
fi
.venv/bin/mkdocs build --strict --quiet
HYPOTHESIS_PROFILE=explore .venv/bin/python -m pytest -m slow "$@"
