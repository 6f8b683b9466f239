#!/usr/bin/env bash
# Judges generated pairs with the verifier, mathjs, nerdamer, Compute Engine and sympy; before that, the
# pairs of the property kit with evaluators that are not its own. sympy is in the virtual environment
# <repo>/.venv-soundness, made when absent. Arguments are handed to kit.ts and main.ts.
set -euo pipefail
cd "$(dirname "$0")/../.."

venv=.venv-soundness
if ! "$venv/bin/python" -c 'import sympy, sys; sys.exit(sympy.__version__ != "1.14.0")' 2>/dev/null; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  echo '*' >"$venv/.gitignore"
  "$venv/bin/pip" install -qq sympy==1.14.0 mpmath==1.3.0
fi

# Beside node_modules, so that packages resolve: Node runs neither TypeScript nor threads of it.
built=node_modules/.cache/soundness
npx esbuild test/soundness/nightly/*.ts --bundle --packages=external --format=esm --platform=node --target=node20 \
  --outdir="$built" --log-level=warning
node "$built/kit.js" --python "$venv/bin/python" "$@"
exec node "$built/main.js" --python "$venv/bin/python" "$@"
