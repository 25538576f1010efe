#!/usr/bin/env bash
# The browser tests need Chromium: say which one is used, install it where that is allowed, else say how.
set -euo pipefail
for name in chromium chromium-browser google-chrome; do
    if path=$(command -v "$name"); then
        echo "Browser tests use $path"
        exit 0
    fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Chromium is missing: installing Debian's package 'chromium' for the browser tests ..."
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
    echo "Browser tests use $(command -v chromium)"
else
    echo "The browser tests need Chromium. Install it:  sudo apt install chromium" >&2
    exit 1
fi
