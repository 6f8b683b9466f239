#!/usr/bin/env bash
# Runs real TRL trainers against the library: makes the virtual environment <repo>/.venv-trl, then calls pytest.
# Needs `npm run build` before it, Node and Python on PATH, and the package registry on the first run; nothing else is
# fetched. Arguments are handed to pytest.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repo=$(cd "$here/../../.." && pwd)
source "$here/../environment.sh"

if [[ ! -f $repo/dist/cli/main.js ]]; then
  echo "dist/ is missing: run 'npm run build' first" >&2
  exit 1
fi

trl_environment

echo "Installing $repo/python"
"$trl_venv/bin/pip" install -qq --no-deps --force-reinstall "$repo/python"

echo "Running pytest in $here"
cd "$here"
export GRPO_REWARDS_COMMAND="node '$repo/dist/cli/main.js'"
export HF_HUB_OFFLINE=1 HF_HUB_DISABLE_TELEMETRY=1 TOKENIZERS_PARALLELISM=false PYTHONDONTWRITEBYTECODE=1
"$trl_venv/bin/python" -m pytest "$@" .
