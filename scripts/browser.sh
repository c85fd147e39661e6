#!/bin/sh
# Debian's Chromium and a Chinese font for the tests of pages, where they are missing and we may install them.
set -eu
wanted=""
[ -x /usr/bin/chromium ] || wanted="chromium"
# Without a Chinese font every character is the same box, and a page's widths say nothing.
[ -n "$(fc-list :lang=zh 2>/dev/null)" ] || wanted="$wanted fontconfig fonts-wqy-microhei"
[ -n "$wanted" ] || exit 0
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    apt-get update --quiet --quiet
    # shellcheck disable=SC2086 - a list of names
    DEBIAN_FRONTEND=noninteractive apt-get install --quiet --quiet --yes --no-install-recommends $wanted >/dev/null
elif [ -x /usr/bin/chromium ]; then
    echo "没有中文字体（Debian：apt-get install fonts-wqy-microhei）；页面测试仍可运行。" >&2
else
    echo "页面测试需要 /usr/bin/chromium（Debian：apt-get install chromium fonts-wqy-microhei）。" >&2
    exit 1
fi
