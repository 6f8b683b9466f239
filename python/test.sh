#!/usr/bin/env bash
# Lint, types and tests of the Python package, in virtual environments of their own: one with everything that the
# package can make use of (orjson, numpy), one with a stock Python. The server does not see which of them asks but by how
# it encodes: with a stock Python its tests are left out, except for those of what is encoded. Needs the built server
# (npm run build).
set -euo pipefail
cd "$(dirname "$0")"

# environment NAME REQUIREMENT...: a virtual environment beside node_modules, made when absent.
environment() {
  local folder="../.venv-$1"
  shift
  [ -x "$folder/bin/python" ] || python3 -m venv "$folder"
  "$folder/bin/python" -m pip install --quiet --disable-pip-version-check "$@"
}

environment python -e '.[dev]'
environment python-stock pytest pytest-timeout pytest-xdist

full=../.venv-python/bin
"$full/ruff" check .
"$full/ruff" format --check .
"$full/mypy"

# Most tests wait for a process that starts or ends: there are twice as many of them at once as cores.
workers=4

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
"$full/python" -m pytest -q -n "$workers" 2>&1 | tee "$log" || status=1
../.venv-python-stock/bin/python -m pytest -q -n "$workers" -m "not integration or encodes" 2>&1 |
  tee -a "$log" || status=1

# The sum over both runs, from pytest's closing lines.
count() { { grep -oE "[0-9]+ $1" "$log" || true; } | awk '{ sum += $1 } END { print sum + 0 }'; }
echo "$(count passed) passed, $(($(count failed) + $(count error))) failed"
exit "$status"
