#!/usr/bin/env bash
# Runs the reward code of other trainers than TRL against the library, and what stands between trainers and servers: Ray
# and nginx. Makes the virtual environment <repo>/.venv-trainers on top of <repo>/.venv-trl, and unpacks nginx there.
# Needs `npm run build` before it, Node and Python on PATH, the package registry, and apt where no nginx is installed.
# Arguments are handed to pytest.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repo=$(cd "$here/../../.." && pwd)
venv=$repo/.venv-trainers
source "$here/../environment.sh"

if [[ ! -f $repo/dist/cli/main.js ]]; then
  echo "dist/ is missing: run 'npm run build' first" >&2
  exit 1
fi

site_packages() {
  "$1/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))'
}

# torch, transformers and TRL take a minute to install and are there already. The trainers pin other versions of them;
# none of what they pin is in the way of scoring rewards. What is never imported need not be compiled.
install_trainers() {
  site_packages "$trl_venv" >"$(site_packages "$venv")/trl.pth"
  {
    "$venv/bin/pip" install -qq --no-compile --no-deps --requirement "$here/trainers.txt"
    "$venv/bin/pip" install -qq --no-compile --requirement "$here/requirements.txt"
    # The last version before v1, which no process can load beside it.
    "$venv/bin/pip" install -qq --no-compile --no-deps --target "$venv/verifiers-v0" verifiers==0.1.14
  } 2> >(grep -v 'is not installed\|is incompatible\|dependency resolver' >&2)
}

# Debian's package is unpacked, not installed: that changes nothing on the machine.
unpack_nginx() (
  mkdir -p "$venv/nginx"
  cd "$venv/nginx"
  apt-get download -qq nginx || { apt-get update -qq && apt-get download -qq nginx; }
  dpkg -x nginx_*.deb .
)

find_nginx() {
  command -v nginx || {
    [[ -x $venv/nginx/usr/sbin/nginx ]] || unpack_nginx >&2
    echo "$venv/nginx/usr/sbin/nginx"
  }
}

trl_environment
requirements=$(mktemp)
trap 'rm -f "$requirements"' EXIT
cat "$trl_requirements" "$here/requirements.txt" "$here/trainers.txt" "$here/run.sh" >"$requirements"
environment "$venv" "$requirements" install_trainers
nginx=$(find_nginx) || nginx=
[[ -x $nginx ]] || echo "There is no nginx, and apt has none: its tests will fail" >&2

echo "Installing $repo/python"
"$venv/bin/pip" install -qq --no-deps --force-reinstall "$repo/python"

echo "Running pytest in $here"
cd "$here"
export NGINX_PROGRAM=$nginx VERIFIERS_V0="$venv/verifiers-v0" GRPO_REWARDS_COMMAND="node '$repo/dist/cli/main.js'"
export HF_HUB_OFFLINE=1 HF_HUB_DISABLE_TELEMETRY=1 TOKENIZERS_PARALLELISM=false
export RAY_USAGE_STATS_ENABLED=0
"$venv/bin/python" -m pytest "$@" .
