#!/bin/sh
# Makes .venv fit to run the checker: `setup.sh run` or `setup.sh test`.
# Installs again only when pyproject.toml, the Python or what is wanted changed; pip's own settings are left alone.
set -eu
cd "$(dirname "$0")/.."
want=${1:-run}

say() { printf '%s\n' "$*" >&2; }

fits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
  for name in python3.15 python3.14 python3.13 python3.12 python3.11 python3 python; do
    if command -v "$name" >/dev/null 2>&1 && fits "$name"; then command -v "$name"; return 0; fi
  done
  return 1
}

venv_python() {
  for path in .venv/bin/python .venv/Scripts/python.exe; do
    if [ -x "$path" ]; then printf '%s\n' "$path"; return 0; fi
  done
  return 1
}

sum_of() { cksum < pyproject.toml | tr -d ' \n'; }

if ! py=$(venv_python) || ! fits "$py"; then
  base=$(find_python) || {
    say '没有找到 Python 3.11 或更新的版本。请安装：'
    say 'Python 3.11 or newer was not found. Install it:'
    say '  Debian/Ubuntu:      sudo apt install python3 python3-venv'
    say '  Kylin/UOS, RPM:     sudo dnf install python3.11   (or: sudo yum install python3.11)'
    say '  Windows/macOS:      https://www.python.org/downloads/'
    exit 2
  }
  if ! "$base" -c 'import venv, ensurepip' >/dev/null 2>&1; then
    say "$base 缺少 venv 模块。请安装： / $base has no venv module. Install it:"
    say '  Debian/Ubuntu/Kylin:  sudo apt install python3-venv'
    say '  RPM:                  sudo dnf install python3-pip'
    exit 2
  fi
  rm -rf .venv
  "$base" -m venv .venv || { say '建不了 .venv / .venv could not be made'; rm -rf .venv; exit 2; }
  py=$(venv_python)
fi

stamp=.venv/stamp-$want
now="$(sum_of) $("$py" -c 'import sys; print(sys.version.split()[0])') $(pwd)"
if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$now" ]; then
  what=.
  [ "$want" = test ] && what='.[dev]'
  say "正在安装（只在第一次或 pyproject.toml 改动后）/ installing (the first time, or when pyproject.toml changed)"
  "$py" -m pip install --quiet --disable-pip-version-check -e "$what" || {
    say '安装失败：检查网络，或用 pip config 设置可用的源'
    say 'Installing failed: check the network, or point pip at a reachable index (pip config)'
    exit 2
  }
  printf '%s' "$now" > "$stamp"
fi
