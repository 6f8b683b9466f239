#!/usr/bin/env bash
# Builds the wheel that carries the server: python/dist/grpo_rewards-*.whl. Needs `npm ci`, and PyPI for hatchling.
set -euo pipefail
cd "$(dirname "$0")"
# What was bundled goes stale at once, and would be found by a build of the client alone.
trap 'rm -rf server' EXIT
node bundle-server.mjs
rm -rf dist
python3 -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .
