"""What a command writes: whole or not at all, through devices, pipes and links, never over an input or what is not its own."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import ROOT

from checker.base import outputs
from checker.base.errors import InputError
from checker.base.outputs import Target, check_targets, write_files
from checker.cli.main import main

CASE = str(ROOT / "cases" / "clean.yaml")
POSIX = pytest.mark.skipif(os.name == "nt", reason="devices, pipes and modes of POSIX")
RULE = "stated-ratio"


def run(*words):
    return CliRunner().invoke(main, [*map(str, words), "--lang", "en"])


def refused(path, *endings, inputs=(), cases=(), folder=False):
    with pytest.raises(InputError) as told:
        check_targets([Target(str(path), endings, folder)], inputs, cases)
    return told.value.problems[0].code


@POSIX
def test_a_pipe_a_device_and_a_link_are_written_through(tmp_path):
    file, link, dangling, pipe = (tmp_path / name for name in ("file", "link", "dangling", "pipe"))
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to("file")
    dangling.symlink_to("new")
    os.mkfifo(pipe)
    read = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_files({str(link): b"one", str(dangling): b"two", str(pipe): b"three", "/dev/null": b"four"})
    reader.join()
    assert link.is_symlink() and dangling.is_symlink() and stat.S_ISFIFO(pipe.stat().st_mode)
    assert (file.read_bytes(), (tmp_path / "new").read_bytes(), read) == (b"one", b"two", [b"three"])
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["dangling", "file", "link", "new", "pipe"]


@POSIX
def test_what_cannot_be_written_leaves_everything_as_it_was(tmp_path, monkeypatch):
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("old")
    (tmp_path / "one.part").write_text("somebody's")
    for contents in ({str(one): b"new", str(tmp_path): b"x"}, {str(one): b"new", "/dev/full": b"x"}):
        with pytest.raises(InputError):
            write_files(contents)
    monkeypatch.setattr(
        outputs.os, "fsync", lambda handle: (_ for _ in ()).throw(OSError(28, "No space left on device"))
    )
    with pytest.raises(InputError, match="No space left"):
        write_files({str(two): b"new", str(one): b"new"})
    assert one.read_text() == "old" and (tmp_path / "one.part").read_text() == "somebody's"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["one", "one.part"]


def test_a_file_that_changed_since_it_was_read_is_left(tmp_path):
    file = tmp_path / "file"
    file.write_bytes(b"theirs")
    with pytest.raises(InputError, match="changed"):
        write_files({str(file): b"mine"}, {str(file): b"read"})
    assert file.read_bytes() == b"theirs"


def test_an_input_is_not_overwritten_whatever_leads_to_it(tmp_path):
    folder = tmp_path / "cases"
    (folder / "deep").mkdir(parents=True)
    case = folder / "deep" / "a.yaml"
    case.write_text("x")
    (folder / "report.html").write_text("x")
    (tmp_path / "link.yaml").symlink_to(case)
    (tmp_path / "hard.txt").hardlink_to(case)
    (tmp_path / "way").symlink_to(folder)
    for path in (
        case,
        tmp_path / "link.yaml",
        tmp_path / "hard.txt",
        folder / ".." / "cases" / "deep" / "a.yaml",
        tmp_path / "way" / "deep" / "a.yaml",
    ):
        for inputs in ((case,), (folder,)):
            assert refused(path, ".yaml", ".txt", inputs=inputs) == "output-is-input", path
    check_targets([Target(str(folder / "report.html"), (".html",))], [folder], [folder])  # nothing reads it
    assert refused(folder / "new.json", ".json", cases=(folder,)) == "output-among-inputs"
    assert refused(folder / "tables", cases=(folder,), folder=True) == "output-among-inputs"


@pytest.mark.parametrize("ending", sorted(outputs.OWNED))
def test_an_ending_of_another_kind_is_refused(tmp_path, ending):
    assert refused(tmp_path / f"x{ending.upper()}", ".txt") == "output-ending"
    assert refused(tmp_path / f"x{ending}", folder=True) == "output-ending"
    check_targets([Target(str(tmp_path / f"x{ending}"), (ending,))], [])


COMMANDS = {
    "run": ["run", CASE, "--format", "table", "-o"],
    "run, evidence": ["run", CASE, "--evidence"],
    "run, a batch": ["run", CASE, "--engine", "duckdb", "-o"],
    "run, rejects": ["run", CASE, "--engine", "duckdb", "--rejects"],
    "score": ["score", CASE, "--format", "table", "-o"],
    "compile": ["compile", RULE, "-o"],
    "pack": ["pack", CASE, "-o"],
    "rules new": [
        "rules",
        "new",
        "--no-input",
        "--force",
        "--id",
        "x-y",
        "--title",
        "甲",
        "--instrument",
        "乙",
        "--for",
        "单位",
        "--require",
        "在职人数 <= 3",
        "-o",
    ],
    "rules pages": ["rules", "pages", "-o"],
    "rules pack": ["rules", "pack", str(ROOT / "rules" / "hunan"), "-o"],
    "schema": ["schema", "--all"],
    "followup update": ["followup", "update"],
    "waivers update": ["waivers", "update"],
    "watch": ["watch", CASE, "--case", CASE, "--journal", "{}/j.db", "-o"],
    "watch, rejects": ["watch", CASE, "--case", CASE, "--journal", "{}/j.db", "--rejects"],
    "watch, journal": ["watch", CASE, "--case", CASE, "--journal"],
}


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_no_command_writes_a_workbook_that_is_none(tmp_path, words):
    target = tmp_path / "x.xlsx"
    words = [word.format(tmp_path) for word in words]
    tail = [CASE] if words[0] in ("followup", "waivers") else []
    result = CliRunner().invoke(main, [*words, str(target), *tail])
    assert result.exit_code == 2 and "[output-ending]" in result.output, result.output
    assert not os.path.lexists(target)


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_no_command_writes_over_a_built_in_case(tmp_path, words):
    """The case is copied: where the guard fails, the test does, and the copy is what is lost."""
    case = tmp_path / "case.yaml"
    case.write_bytes(Path(CASE).read_bytes())
    before = case.read_bytes()
    words = [word.replace(CASE, str(case)).format(tmp_path) for word in words]
    if str(case) not in words:
        pytest.skip("the command reads no case")
    result = CliRunner().invoke(main, [*words, str(case), *([str(case)] if words[0] == "followup" else [])])
    assert result.exit_code == 2, result.output
    assert case.read_bytes() == before


def test_a_missing_folder_is_said_before_anything_is_judged(tmp_path):
    result = run("run", CASE, "-o", tmp_path / "no" / "x.json")
    assert result.exit_code == 2 and "there is no folder" in result.output and "[no-folder]" in result.output
    assert run("run", CASE, "-o", tmp_path / "x.json", "-o", tmp_path / "." / "x.json").exit_code == 2


def test_score_writes_the_format_of_the_ending(tmp_path):
    case = str(ROOT / "cases" / "2020.yaml")
    assert run("score", case, "-o", tmp_path / "x.json").exit_code in (0, 3)
    assert json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))


def test_pages_and_schemas_replace_only_their_own(tmp_path):
    (tmp_path / "README.md").write_text("# My project\n", encoding="utf-8")
    assert "[not-ours]" in run("rules", "pages", "-o", tmp_path).output
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "# My project\n"
    for _ in range(2):
        assert CliRunner().invoke(main, ["schema", "--all", str(tmp_path / "s")]).exit_code == 0
    (tmp_path / "s" / "case.schema.json").write_text("{}", encoding="utf-8")
    assert "[not-ours]" in CliRunner().invoke(main, ["schema", "--all", str(tmp_path / "s")]).output


SCRIPT = f"""
cd "$1"
checker() {{ "$PYTHON" -m checker "$@" 2>>err; }}
checker run "{CASE}" -o null.txt; echo $?
checker compile {RULE} -o /dev/stdout > out.sql; echo $?
echo before > log.txt; checker compile {RULE} -o /dev/stdout >> log.txt; echo $?
checker compile {RULE} > /dev/full; echo $?
checker compile {RULE} >&-; echo $?
checker compile {RULE} -o closed.sql >&- 2>&-; echo $?
checker compile | true; echo piped
checker run "{CASE}" -o shut/x.json; echo $?
checker run "{CASE}" -o theirs.json; echo $?
"""


def python_of(user):
    """Return an interpreter that *user* may run, with the path of modules it needs; skips where this machine has none.

    The one that runs the tests may lie in the home of root, while another of the same version is everybody's.
    """
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    known = [sys.executable, *(f"{folder}/{version}" for folder in (*os.get_exec_path(), "/usr/bin", "/usr/local/bin"))]
    path = os.pathsep.join([str(ROOT), *(each for each in sys.path if each.endswith("-packages"))])
    for each in dict.fromkeys(known):
        try:
            tried = subprocess.run(
                [each, "-c", "import checker.cli.main, click, yaml, tabulate"],
                capture_output=True,
                user=user,
                group=user,
                env={"PYTHONPATH": path},
                cwd="/",
                check=False,
            )
        except OSError:
            continue
        if tried.returncode == 0:
            return {"PYTHON": each, "PYTHONPATH": path}
    pytest.skip("another user may not run any interpreter of this version, or not read what it needs")


@pytest.fixture
def open_folder():
    """A folder that every user may enter: whoever starts pytest shuts the one above `tmp_path` again for all others."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@POSIX
@pytest.mark.parametrize("user", [0, 65534], ids=["root", "another user"])
def test_outputs_as_the_shell_gives_them(open_folder, user):
    """A link to a device, a redirected and a closed output, a full disk; a folder and a file that another user may not touch."""
    if os.geteuid() != 0:
        pytest.skip("needs root to be another user")
    tmp_path = open_folder
    os.chown(tmp_path, user, user)
    (tmp_path / "null.txt").symlink_to("/dev/null")
    (tmp_path / "shut").mkdir(mode=0o755)
    (tmp_path / "theirs.json").write_text("theirs")
    kept = {"CHECKER_CACHE": "on", "XDG_CACHE_HOME": str(tmp_path / "cache"), "HOME": str(tmp_path)}
    environment = {**os.environ, **python_of(user), **kept}
    done = subprocess.run(
        ["sh", "-c", SCRIPT, "sh", str(tmp_path)],
        capture_output=True,
        text=True,
        user=user,
        group=user,
        env=environment,
        check=False,
    )
    told = (tmp_path / "err").read_text()
    own = ["0", "0"] if user == 0 else ["2", "2"]  # what is nobody's is no place to write
    assert done.stdout.split() == ["0", "0", "0", "2", "2", "0", "piped", *own], told
    device = Path("/dev/null").stat()
    assert stat.S_ISCHR(device.st_mode) and device.st_rdev == os.makedev(1, 3)
    sql = (tmp_path / "out.sql").read_text()
    assert sql.startswith("-- ") and (tmp_path / "closed.sql").read_text() == sql
    assert (tmp_path / "log.txt").read_text() == "before\n" + sql
    assert "Traceback" not in told and "internal error" not in told and "Exception ignored" not in told
    if user:
        assert (tmp_path / "theirs.json").read_text() == "theirs" and not list((tmp_path / "shut").iterdir())


@POSIX
def test_another_user_may_write_neither_their_file_nor_their_folder(tmp_path):
    """The process that becomes another user has read all it needs before: the interpreter may lie where that user may not look."""
    if os.geteuid() != 0:
        pytest.skip("needs root to be another user")
    target = tmp_path / "theirs.sql"
    target.write_text("theirs")
    tmp_path.chmod(0o755)
    run("compile", RULE)
    child = os.fork()
    if not child:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
        codes = []
        for path in (target, tmp_path / "new.sql"):
            try:
                write_files({str(path): b"mine"})
                codes.append(0)
            except InputError:
                codes.append(2)
        write_files({"/dev/null": b"x"})
        os._exit(0 if codes == [2, 2] else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert target.read_text() == "theirs" and [p.name for p in tmp_path.iterdir()] == ["theirs.sql"]
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_list_of_rejects_replaces_only_an_earlier_one(tmp_path):
    pytest.importorskip("duckdb")
    from checker.base.errors import InputError
    from checker.tables.rejects import Rejected, write_rejects

    kept, own = tmp_path / "kept.csv", tmp_path / "own.csv"
    kept.write_text("账,数\n1,2\n", encoding="utf-8")
    with pytest.raises(InputError, match="not-ours"):
        write_rejects(kept, [])
    assert kept.read_text(encoding="utf-8") == "账,数\n1,2\n"
    for many in (1, 0):
        write_rejects(own, [Rejected(*"abcde")] * many)
    assert len(own.read_text(encoding="utf-8-sig").splitlines()) == 1


def test_drafts_of_killed_runs_are_cleared_and_nothing_else(tmp_path):
    from checker.base.outputs import LEFT, write

    names = {
        ".checker-ab12_xyz.part": False,
        ".checker-new00000.part": True,
        ".checker-ab12_xyz.parts": True,
        "a.part": True,
    }
    for name in names:
        (tmp_path / name).write_text("x", encoding="utf-8")
        if name != ".checker-new00000.part":
            os.utime(tmp_path / name, (0, time.time() - LEFT - 60))
    write(str(tmp_path / "a.txt"), "y")
    assert {name: (tmp_path / name).exists() for name in names} == names
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "y"
