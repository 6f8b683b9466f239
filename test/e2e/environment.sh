# Virtual environments of the suites that run trainers. Sourced.

# environment FOLDER REQUIREMENTS INSTALL: makes FOLDER anew by calling INSTALL, unless it has been made for this Python
# and these requirements.
environment() {
  local folder=$1 requirements=$2 install=$3 wanted
  wanted=$({ python3 --version; cat "$requirements"; } | sha256sum)
  if [[ $(cat "$folder/.wanted" 2>/dev/null) == "$wanted" ]]; then
    echo "Reusing $folder"
    return
  fi
  echo "Making $folder"
  rm -rf "$folder"
  python3 -m venv "$folder"
  echo '*' >"$folder/.gitignore"
  "$install"
  echo "$wanted" >"$folder/.wanted"
}

trl_venv=$repo/.venv-trl
trl_requirements=$repo/test/e2e/trl/requirements.txt

# torch goes in first, so that its pin decides the build before TRL's open range can ask for another.
install_trl() {
  "$trl_venv/bin/pip" install -qq "$(grep '^torch==' "$trl_requirements")"
  "$trl_venv/bin/pip" install -qq --requirement "$trl_requirements"
}

trl_environment() {
  environment "$trl_venv" "$trl_requirements" install_trl
}
