#!/usr/bin/env bash
# Builds and runs nightly/engines.ts, beside node_modules: Node runs neither TypeScript nor threads of it.
set -euo pipefail
cd "$(dirname "$0")/../.."
built=node_modules/.cache/soundness-engines
npx esbuild engines=test/soundness/nightly/engines.ts worker=src/math/engines/worker.ts --bundle --packages=external \
  --format=esm --platform=node --target=node20 --outdir="$built" --log-level=warning
exec node "$built/engines.js"
