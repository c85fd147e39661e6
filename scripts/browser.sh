#!/bin/sh
# Debian's Chromium and a Chinese font for the tests of pages, if they are not there and we may install them.
set -eu
if [ -x /usr/bin/chromium ]; then
    exit 0
fi
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    apt-get update --quiet --quiet
    DEBIAN_FRONTEND=noninteractive apt-get install --quiet --quiet --yes --no-install-recommends \
        chromium fonts-wqy-microhei >/dev/null
else
    echo "页面测试需要 /usr/bin/chromium（Debian：apt-get install chromium fonts-wqy-microhei）。" >&2
    exit 1
fi
