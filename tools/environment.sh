#!/bin/sh
# Makes .venv: finds a Python new enough, sees to it that venv works, and says what to do where it cannot.
# Called by the Makefile; PYTHON=… chooses another interpreter.
set -eu
cd "$(dirname "$0")/.."

suits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

python=""
for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
    if suits "$candidate"; then python=$candidate; break; fi
done
if [ -z "$python" ]; then
    echo "obrus needs Python 3.11 or newer; none was found. On Debian: apt-get install python3 python3-venv" >&2
    exit 1
fi

if ! "$python" -c 'import venv, ensurepip' >/dev/null 2>&1; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
        echo "python$version-venv is missing: installing it with apt-get" >&2
        apt-get install -y -q "python$version-venv" >/dev/null 2>&1 ||
            { apt-get update -q >/dev/null && apt-get install -y -q "python$version-venv" >/dev/null; }
    else
        echo "Python $version has no working venv module. On Debian: sudo apt-get install python$version-venv" >&2
        exit 1
    fi
fi

[ -x .venv/bin/python ] && suits .venv/bin/python || "$python" -m venv --clear .venv
