#!/usr/bin/env bash
# Runs hostile programs in every sandbox that this machine has. The native one needs bubblewrap, which is installed where
# that can be done; where it cannot, its tests are skipped, and say why.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ "$(uname)" = Linux ] && ! command -v bwrap >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing bubblewrap"
  { apt-get update -qq && apt-get install -y -qq bubblewrap; } >/dev/null 2>&1 || echo "bubblewrap cannot be installed"
fi
npx vitest run --config vitest.code.config.ts "$@"
