#!/usr/bin/env bash
# Builds and runs kills.ts, beside node_modules: Node runs no TypeScript. Arguments are handed to it.
set -euo pipefail
cd "$(dirname "$0")/../.."
built=node_modules/.cache/kills
npx esbuild test/testing/kills.ts --bundle --packages=external --format=esm --platform=node --target=node20 \
  --outdir="$built" --log-level=warning
exec node "$built/kills.js" "$@"
