#!/usr/bin/env bash
# Looks at the page of `grpo-rewards report` in a real browser, and keeps pictures of it in test/report/.output.
# Needs `npm run build` before it. The browser is $CHROMIUM, or the one on PATH, or one from npm, which is unpacked into
# the checkout; where that does not run, Debian's is installed if that can be done.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$PWD/.chromium
package=@sparticuz/chromium@153.0.0

runs() {
  [ -n "$1" ] && timeout 60 "$1" --version </dev/null >/dev/null 2>&1
}

# Its archives are unpacked into TMPDIR. The libraries in them are for machines that have none of a desktop's.
from_npm() {
  if [ "$(cat "$folder/version" 2>/dev/null)" != "$package" ]; then
    rm -rf "$folder"
    mkdir -p "$folder/unpacked"
    echo '{ "private": true }' >"$folder/package.json"
    npm install --silent --no-audit --no-fund --prefix "$folder" "$package" >&2
    (cd "$folder" && TMPDIR=$folder/unpacked AWS_EXECUTION_ENV=AWS_Lambda_nodejs20.x node --input-type=module \
      --eval 'await (await import("@sparticuz/chromium")).default.executablePath();')
    echo "$package" >"$folder/version"
  fi
  echo "$folder/unpacked/chromium"
}

from_debian() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  { apt-get update -qq && apt-get install -y -qq chromium fonts-dejavu-core; } >/dev/null 2>&1 && command -v chromium
}

browser=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
if ! runs "$browser"; then
  echo "Installing a browser"
  browser=$(from_npm || true)
  export FONTCONFIG_PATH=$folder/unpacked/fonts
  runs "$browser" || export LD_LIBRARY_PATH=$folder/unpacked/al2023/lib
  if ! runs "$browser"; then
    unset FONTCONFIG_PATH LD_LIBRARY_PATH
    browser=$(from_debian) || { echo "There is no browser, and none can be installed" >&2; exit 1; }
  fi
fi
"$browser" --version </dev/null
CHROMIUM=$browser npx vitest run --config vitest.report.config.ts "$@"
