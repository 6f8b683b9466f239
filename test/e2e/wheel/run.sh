#!/usr/bin/env bash
# Builds the wheel with the server inside, installs it with the extra `node` into an empty environment, and uses it with
# no Node.js on PATH. If `npm run test:trl` has made its environment, a real TRL trainer runs on it, too.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repo=$(cd "$here/../../.." && pwd)
trl=$repo/.venv-trl
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

bash "$repo/python/wheel.sh"

python=python3
[[ -x $trl/bin/python ]] && python=$trl/bin/python
"$python" -m venv "$work/venv"
environment=$work/venv/bin
wheels=("$repo"/python/dist/*.whl)
"$environment/pip" install --quiet --disable-pip-version-check "${wheels[0]}[node]"
if [[ -x $trl/bin/python ]]; then
  # TRL is found there; what is installed here comes first.
  site='import sysconfig; print(sysconfig.get_path("purelib"))'
  "$trl/bin/python" -c "$site" >"$("$environment/python" -c "$site")/trl.pth"
fi

# Nothing but the environment: no Node.js, and no checkout above the working directory.
cd "$work"
env -i PATH="$environment" HOME="$work" TMPDIR="$work" HF_HUB_OFFLINE=1 TOKENIZERS_PARALLELISM=false \
  PYTHONDONTWRITEBYTECODE=1 PYTHONPATH="$repo/test/e2e/trl" \
  "$environment/python" "$here/check_wheel.py" "${wheels[0]}"
