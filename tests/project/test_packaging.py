"""The wheel carries exactly the rules and cases of the checkout, and `make run` sets up once and maps exit codes."""

from __future__ import annotations

import email
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile

import pytest
from conftest import BOOK, ROOT

BUILTIN = "checker/builtin/"
NOT_SHIPPED = {"__pycache__", ".DS_Store"}


def environment(**more):
    """Return the environment without what an outer make hands down: its flags and ARGS would steer the inner one."""
    kept = {
        k: v for k, v in os.environ.items() if k not in ("MAKEFLAGS", "MFLAGS", "MAKEOVERRIDES", "MAKELEVEL", "ARGS")
    }
    return kept | {"LC_ALL": "C", "PYTHONUTF8": "1"} | more


def ran(command, folder, **more):
    return subprocess.run(
        command, cwd=folder, env=environment(**more), capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    place = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(place), str(ROOT)]
    built = ran(command, place)  # not in the checkout: a folder build/ there must not be taken for the program
    assert built.returncode == 0, built.stdout + built.stderr
    (path,) = place.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        yield archive


@pytest.mark.parametrize("folder", ["rules", "cases"])
def test_wheel_carries_the_checkout(wheel, folder):
    files = [p for p in (ROOT / folder).rglob("*") if p.is_file() and not NOT_SHIPPED & set(p.parts)]
    here = {BUILTIN + p.relative_to(ROOT).as_posix(): p.read_bytes() for p in files}
    shipped = {name: wheel.read(name) for name in wheel.namelist() if name.startswith(f"{BUILTIN}{folder}/")}
    assert here
    assert sorted(shipped) == sorted(here)
    assert [name for name in here if shipped[name] != here[name]] == []


TEMPLATE = "checker/reports/templates/report.docx"


def test_wheel_carries_the_template_of_the_word_report(wheel):
    assert wheel.read(TEMPLATE) == (ROOT / TEMPLATE).read_bytes()


def test_sdist_carries_the_template_of_the_word_report(tmp_path):
    built = ran(
        [sys.executable, "-m", "build", "--sdist", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)], tmp_path
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (path,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        (member,) = [name for name in archive.getnames() if name.endswith(TEMPLATE)]
        assert archive.extractfile(member).read() == (ROOT / TEMPLATE).read_bytes()


def test_wheel_installs_only_checker(wheel):
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"checker"}
    assert "checker/py.typed" in wheel.namelist()


def test_wheel_states_its_licence(wheel):
    (name,) = (n for n in wheel.namelist() if n.endswith(".dist-info/METADATA"))
    metadata = email.message_from_bytes(wheel.read(name))
    assert metadata["License-Expression"] == "Apache-2.0"
    assert metadata["License-File"] == "LICENSE"
    (text,) = (n for n in wheel.namelist() if n.endswith(".dist-info/licenses/LICENSE"))
    assert wheel.read(text) == (ROOT / "LICENSE").read_bytes()


def test_wheel_finds_its_rules_without_a_checkout(wheel, tmp_path):
    wheel.extractall(tmp_path / "site")
    place = tmp_path / "elsewhere"
    place.mkdir()
    script = "import checker, sys; print(checker.__file__, file=sys.stderr); from checker.cli.main import main; main()"
    listed = ran(
        [sys.executable, "-c", script, "rules", "list", "--format", "json"], place, PYTHONPATH=str(tmp_path / "site")
    )
    assert listed.returncode == 0, listed.stderr
    assert str(tmp_path / "site") in listed.stderr
    text = json.dumps(json.loads(listed.stdout))
    assert all(f'"{ident}"' in text for ident in BOOK.rules)


PYTHON_STUB = """#!/bin/sh
# pip is noted down instead of run, so nothing is fetched; everything else is the real Python.
if [ "$1 $2" = "-m pip" ]; then
  [ "$3" = install ] && echo "$*" >> pip-calls.txt
  exit 0
fi
exec "{python}" "$@"
"""
CHECKER_STUB = """#!/bin/sh
echo "checker $*"
exit "$FAKE_CODE"
"""


def program(folder, name, text):
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="\n")
    path.chmod(0o755)


@pytest.fixture
def copy(tmp_path):
    """Return a copy, in a path with a space, of what `make run` reads; its .venv holds stand-ins for pip and checker."""
    assert shutil.which("sh"), "找不到 sh（Windows 上随 Git 安装）/ no sh (on Windows it comes with Git)"
    folder = tmp_path / "有 空格 a space"
    shutil.copytree(ROOT / "scripts", folder / "scripts")
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    program(folder / ".venv/bin", "python", PYTHON_STUB.format(python=sys.executable))
    program(folder / ".venv/bin", "checker", CHECKER_STUB)
    return folder


def pip_calls(folder):
    path = folder / "pip-calls.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [line for line in lines if "[durable]" not in line]  # that one is tried once, and held below


def run(folder, code, *arguments):
    """Run as `make run` does: with make, else what the Makefile calls."""
    if shutil.which("make"):
        return ran(
            ["make", "run", *([f"ARGS={' '.join(arguments)}"] if arguments else [])], folder, FAKE_CODE=str(code)
        )
    script = 'sh scripts/setup.sh run && sh scripts/run.sh "$@"'
    return ran(["sh", "-c", script, "sh", *(arguments or ["cases/2020.yaml"])], folder, FAKE_CODE=str(code))


@pytest.mark.parametrize(("code", "wanted"), [(0, 0), (1, 0), (3, 0), (2, 2), (4, 4)])
def test_exit_codes_of_the_script(copy, code, wanted):
    done = ran(["sh", "scripts/run.sh", "cases/2020.yaml"], copy, FAKE_CODE=str(code))
    assert done.returncode == wanted
    assert done.stdout == "checker run cases/2020.yaml\n"  # nothing of ours in what may be JSON
    said = done.stderr.splitlines()
    assert len(said) == (1 if code in (1, 3) else 0)
    if said:
        assert f"退出码 {code}" in said[0] and f"exit code {code}" in said[0]


@pytest.mark.parametrize("code", [0, 1, 2, 3, 4])
def test_exit_codes_of_make_run(copy, code):
    """GNU make ends with 2 whatever a recipe's code was, and names that code; the script's own code is held above."""
    done = run(copy, code)
    assert "checker run cases/2020.yaml\n" in done.stdout
    if code in (0, 1, 3):
        assert done.returncode == 0, done.stderr
    elif shutil.which("make"):
        assert done.returncode != 0
        assert re.search(rf"Error (code )?{code}\b", done.stdout + done.stderr)
    else:
        assert done.returncode == code


def test_arguments_reach_the_checker(copy):
    assert "checker run cases/clean.yaml --lang en\n" in run(copy, 0, "cases/clean.yaml", "--lang", "en").stdout


def test_installs_once_and_again_when_pyproject_changes(copy):
    assert run(copy, 0).returncode == 0 and run(copy, 0).returncode == 0
    assert len(pip_calls(copy)) == 1
    with (copy / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert run(copy, 0).returncode == 0 and run(copy, 0).returncode == 0
    assert len(pip_calls(copy)) == 2
    assert not any("index" in call for call in pip_calls(copy))  # where packages come from is the user's choice


def test_the_second_engine_is_tried_once(copy):
    assert "durable-rules" in run(copy, 0).stderr  # one line that says how it went
    assert "durable-rules" not in run(copy, 0).stderr


def test_what_the_tests_need_is_enough_for_a_run(copy):
    assert ran(["sh", "scripts/setup.sh", "test"], copy).returncode == 0
    assert run(copy, 0).returncode == 0
    assert [call.endswith(" -e .[dev]") for call in pip_calls(copy)] == [True]


@pytest.mark.parametrize(
    ("answers", "said"),
    [("sys.exit(1)", "python.org"), ("sys.exit('ensurepip' in code)", "-venv")],
    ids=["no fitting Python", "no ensurepip"],
)
def test_says_what_to_install(copy, tmp_path, answers, said):
    """Every Python that could be found is a stand-in: too old, or without ensurepip as Debian ships it."""
    shutil.rmtree(copy / ".venv")
    tools = tmp_path / "bin"
    judge = f"import sys; code = sys.argv[2] if sys.argv[1] == '-c' else ''; {answers} if 'exit' in code or 'import venv' in code else exec(code)"
    for name in ("python3.15", "python3.14", "python3.13", "python3.12", "python3.11", "python3", "python"):
        program(tools, name, f'#!/bin/sh\nexec "{sys.executable}" -c "{judge}" "$@"\n')
    done = ran(["sh", "scripts/setup.sh", "run"], copy, PATH=f"{tools}{os.pathsep}{os.environ['PATH']}")
    assert done.returncode == 2
    assert said in done.stderr and "请安装" in done.stderr and "nstall it" in done.stderr
    assert all(system in done.stderr for system in ("Debian", "RPM", "Kylin", "Windows"))
    assert not (copy / ".venv").exists()
