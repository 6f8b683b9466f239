#!/usr/bin/env bash
# Audits graders that others have released: makes the virtual environment <repo>/.venv-audit, then runs the stock
# command on each. Needs `npm run build` before it, Node and Python on PATH, and the package registry on the first run.
# open-r1 and TinyZero are on no package registry: recreated.py has what their rewards are known to do.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repo=$(cd "$here/../../.." && pwd)
source "$here/../environment.sh"

venv=$repo/.venv-audit

install_graders() {
  "$venv/bin/pip" install -qq --disable-pip-version-check -r "$here/requirements.txt"
  # Its format rewards need nothing but Python; the rest of it would bring torch.
  "$venv/bin/pip" install -qq --disable-pip-version-check --no-deps trl==1.16.0
}

environment "$venv" "$here/requirements.txt" install_graders
PYTHONDONTWRITEBYTECODE=1 "$venv/bin/python" "$here/audit_graders.py"
