#!/bin/sh
# Makes .venv fit to run the checker: `setup.sh run` or `setup.sh test`.
# Installs again only when pyproject.toml, the Python or what is wanted changed; pip's own settings are left alone.
set -eu
cd "$(dirname "$0")/.."
want=${1:-run}

say() { printf '%s\n' "$*" >&2; }

fits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

# Debian ships Python without ensurepip: `import venv` alone would succeed there, and making the .venv fail.
has_venv() { "$1" -c 'import venv, ensurepip' >/dev/null 2>&1; }

has_pip() { "$1" -m pip --version >/dev/null 2>&1; }

# Prints the newest fitting Python that can make a .venv, else the newest fitting one, so that it can be named.
find_python() {
  bare=
  for name in python3.15 python3.14 python3.13 python3.12 python3.11 python3 python; do
    if command -v "$name" >/dev/null 2>&1 && fits "$name"; then
      if has_venv "$name"; then command -v "$name"; return 0; fi
      [ -n "$bare" ] || bare=$(command -v "$name")
    fi
  done
  [ -n "$bare" ] && printf '%s\n' "$bare"
}

venv_python() {
  for path in .venv/bin/python .venv/Scripts/python.exe; do
    if [ -x "$path" ]; then printf '%s\n' "$path"; return 0; fi
  done
  return 1
}

stamp_now() {
  printf '%s %s %s' "$(cksum < pyproject.toml | tr -d ' \n')" \
    "$("$1" -c 'import sys; print(sys.version.split()[0])')" "$(pwd)"
}

stamped() { [ -f ".venv/stamp-$1" ] && [ "$(cat ".venv/stamp-$1")" = "$now" ]; }

py=$(venv_python) || py=
if [ -n "$py" ] && fits "$py"; then
  now=$(stamp_now "$py")
  if stamped "$want"; then exit 0; fi
  # What the tests need includes what a run needs.
  if [ "$want" = run ] && stamped test; then exit 0; fi
fi

# A .venv made by other tools may have no pip, and one whose Python was removed does not start: both are made anew.
if [ -z "$py" ] || ! fits "$py" || ! has_pip "$py"; then
  base=$(find_python) || {
    say '没有找到 Python 3.11 或更新的版本。请安装：'
    say 'Python 3.11 or newer was not found. Install it:'
    say '  Debian/Ubuntu, 麒麟桌面版 Kylin desktop:    sudo apt install python3 python3-venv'
    say '  RPM (Fedora/RHEL), 麒麟服务器版 Kylin server: sudo dnf install python3.11   (或 or: sudo yum install python3.11)'
    say '  Windows/macOS:                            https://www.python.org/downloads/'
    say '  源里的版本太旧时 / if the repository is too old: https://www.python.org/downloads/source/'
    exit 2
  }
  if ! has_venv "$base"; then
    version=$("$base" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
    say "$base 缺少 venv 或 ensurepip 模块。请安装： / $base lacks the module venv or ensurepip. Install it:"
    say "  Debian/Ubuntu, 麒麟桌面版 Kylin desktop:    sudo apt install $version-venv   (或 or: python3-venv)"
    say "  RPM (Fedora/RHEL), 麒麟服务器版 Kylin server: sudo dnf install $version-pip   (或 or: python3-pip)"
    say '  Windows: 用 python.org 的安装程序重装，选上 pip / install again from python.org with pip ticked'
    exit 2
  fi
  rm -rf .venv
  "$base" -m venv .venv >&2 || { say '建不了 .venv / .venv could not be made'; rm -rf .venv; exit 2; }
  py=$(venv_python)
  now=$(stamp_now "$py")
fi

what=.
[ "$want" = test ] && what='.[dev]'
say '正在安装（只在第一次或 pyproject.toml 改动后）/ installing (the first time, or when pyproject.toml changed)'
"$py" -m pip install --quiet --disable-pip-version-check -e "$what" >&2 || {
  say '安装失败：检查网络，或用 pip config 设置可用的源'
  say 'Installing failed: check the network, or point pip at a reachable index (pip config)'
  exit 2
}
printf '%s' "$now" > ".venv/stamp-$want"

# The second engine has no wheels and needs a C compiler: tried once, and everything works without it.
if [ ! -f .venv/stamp-durable ]; then
  if CPPFLAGS="${CPPFLAGS:-} -DPyEval_CallObject=PyObject_CallObject" \
    "$py" -m pip install --quiet --disable-pip-version-check -e '.[durable]' >/dev/null 2>&1 &&
    "$py" -c 'import durable_rules_engine' >/dev/null 2>&1; then
    say '已装好第二引擎 durable-rules：每项检查复算一遍 / durable-rules is installed: every check is derived twice'
  else
    say '第二引擎 durable-rules 装不上（需要 C 编译器），其余功能不受影响 / durable-rules could not be built (it needs a C compiler); everything else works'
  fi
  : > .venv/stamp-durable
fi
