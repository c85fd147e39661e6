#!/bin/sh
# Makes .venv from one lock file and puts this project into it.  Needs Python 3.11 or newer, nothing else.
set -eu
lock=$1

for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11 python}; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "${python:-}" ]; then
    echo "需要 Python 3.11 或更高版本（Debian：apt-get install python3），或以 PYTHON=… 指明。" >&2
    exit 1
fi

if ! .venv/bin/python -c '' 2>/dev/null; then
    rm -rf .venv
    if "$python" -c 'import ensurepip' 2>/dev/null; then
        "$python" -m venv .venv
    elif "$python" -m pip --version >/dev/null 2>&1; then
        # Debian ships venv apart: an empty environment, filled by the pip that is there.
        "$python" -m venv --without-pip .venv
    else
        echo "此 Python 缺少 venv 与 pip（Debian：apt-get install python3-venv），安装后再试。" >&2
        exit 1
    fi
fi

pip() {
    if .venv/bin/python -m pip --version >/dev/null 2>&1; then
        .venv/bin/python -m pip --disable-pip-version-check "$@"
    else
        "$python" -m pip --disable-pip-version-check --python .venv/bin/python "$@"
    fi
}

echo "正在按 $lock 安装（首次约一分钟）……"
# The lock file names everything, so nothing is resolved: an older pip would look past a pinned version for the newest
# one that an extra allows (coverage[toml]) and refuse it for want of a hash.  `check` tells if the lock lacks something.
pip install --quiet --no-deps --require-hashes --only-binary :all: --requirement "$lock"
pip install --quiet --no-deps --no-build-isolation --editable .
pip check
