#!/usr/bin/env bash
# Audits accuracy with this Node and with Node 24: the reports of a seed are the same, byte for byte. Needs dist.
set -euo pipefail
cd "$(dirname "$0")/../../.."
reports=$(mktemp -d)
trap 'rm -rf "$reports"' EXIT
audit=(dist/cli/main.js audit accuracy --format json --seed "${1:-7}" --cases "${2:-4000}")
node "${audit[@]}" >"$reports/this.json"
npx --yes -p node@24 -- node "${audit[@]}" --jobs 2 >"$reports/node24.json"
cmp "$reports/this.json" "$reports/node24.json"
echo "$(node --version) and Node 24 report the same $(wc -c <"$reports/this.json") bytes"
