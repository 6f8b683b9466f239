#!/usr/bin/env bash
# Runs real TRL trainers against the library: makes the virtual environment <repo>/.venv-trl, then calls pytest.
# Needs `npm run build` before it, Node and Python on PATH, and the package registry on the first run; nothing else is
# fetched. Arguments are handed to pytest.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repo=$(cd "$here/../../.." && pwd)
venv=$repo/.venv-trl
requirements=$here/requirements.txt

if [[ ! -f $repo/dist/cli/main.js ]]; then
  echo "dist/ is missing: run 'npm run build' first" >&2
  exit 1
fi

# torch goes in first, so that its pin decides the build before TRL's open range can ask for another.
install_requirements() {
  echo "Making $venv"
  rm -rf "$venv"
  python3 -m venv "$venv"
  echo '*' >"$venv/.gitignore"
  "$venv/bin/pip" install -qq "$(grep '^torch==' "$requirements")"
  "$venv/bin/pip" install -qq --requirement "$requirements"
}

wanted=$({ python3 --version; cat "$requirements"; } | sha256sum)
if [[ $(cat "$venv/.wanted" 2>/dev/null) == "$wanted" ]]; then
  echo "Reusing $venv"
else
  install_requirements
  echo "$wanted" >"$venv/.wanted"
fi

echo "Installing $repo/python"
"$venv/bin/pip" install -qq --no-deps --force-reinstall "$repo/python"

echo "Running pytest in $here"
cd "$here"
export GRPO_REWARDS_COMMAND="node '$repo/dist/cli/main.js'"
export HF_HUB_OFFLINE=1 HF_HUB_DISABLE_TELEMETRY=1 TOKENIZERS_PARALLELISM=false PYTHONDONTWRITEBYTECODE=1
"$venv/bin/python" -m pytest "$@" .
