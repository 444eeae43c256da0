"""The remembered rulebook: the same in every part, never stale, never used when damaged, altered or somebody else's."""

from __future__ import annotations

import marshal
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from dataclasses import fields
from pathlib import Path

import pytest
from conftest import BOOK, ROOT, own_rule
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.api import check, load_case
from checker.base import cached
from checker.base.files import builtin
from checker.reports import Options, render
from checker.rulebook import cache
from checker.rulebook.cache import load_rulebook
from checker.rulebook.documents import figures
from checker.rulebook.rule import Rule

BASE = builtin("rules")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A cache folder of its own, switched on."""
    monkeypatch.setenv("CHECKER_CACHE", "on")
    name = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"
    monkeypatch.setenv(name, str(tmp_path / "cache"))
    return tmp_path / "cache" / "checker"


def entry(folder: Path) -> Path:
    (found,) = folder.glob("rulebook-*")
    return found


def remembered(monkeypatch, places=(BASE,)):
    """Return what the cache gives; reading rules is forbidden."""
    with monkeypatch.context() as patch:
        patch.setattr("checker.rulebook.loader.assemble", lambda *a, **k: pytest.fail("the rules were read"))
        return load_rulebook(list(places))


def reread(monkeypatch, places=(BASE,)):
    """Return what is loaded, and whether the rules were read for it."""
    from checker.rulebook import loader

    calls = []
    real = loader.assemble
    with monkeypatch.context() as patch:
        patch.setattr("checker.rulebook.loader.assemble", lambda *a, **k: calls.append(1) or real(*a, **k))
        return load_rulebook(list(places)), bool(calls)


def test_what_is_remembered_is_the_same_in_every_part(folder, monkeypatch):
    load_rulebook([BASE])
    book = remembered(monkeypatch)
    assert list(book.rules) == list(BOOK.rules)
    for rule in BOOK.rules.values():
        for name in {field.name for field in fields(Rule) if field.init} - {"scope", "source", "examples"}:
            assert getattr(book.rules[rule.id], name) == getattr(rule, name), (rule.id, name)
        assert book.rules[rule.id].scope.frames == rule.scope.frames
        assert book.figures_of(book.rules[rule.id]) == figures(rule, BOOK.definitions, BOOK.vocabulary)
        for part in ("require", "when", "unless", "severity", "amount", "strict", "as_of"):
            one, two = getattr(book.rules[rule.id], part), getattr(rule, part)
            assert (one is None) == (two is None)
            if one is not None:
                from checker.language.tree import walk

                assert [node.type for node in walk(one)] == [node.type for node in walk(two)]
    assert book.parameters == BOOK.parameters and book.definitions == BOOK.definitions
    assert book.names == BOOK.names and book.sha256 == BOOK.sha256 and book.instruments == BOOK.instruments
    assert book.scores == BOOK.scores and book.folders == BOOK.folders
    assert book.vocabulary.entities == BOOK.vocabulary.entities
    assert (
        book.vocabulary.enumerations == BOOK.vocabulary.enumerations
        and book.vocabulary.layers == BOOK.vocabulary.layers
    )
    for entity in book.vocabulary.entities.values():
        assert all(any(field is own for own in entity.fields.values()) for field in entity.by_name.values())


@pytest.mark.parametrize("name", ["2020", "clean"])
@pytest.mark.parametrize("form", ["table", "json"])
def test_reports_are_the_same_byte_for_byte(folder, monkeypatch, name, form):
    load_rulebook([BASE])
    path = str(ROOT / "cases" / f"{name}.yaml")
    texts = [
        render(form, check([load_case(path, book)], book), Options("zh", all=True))
        for book in (BOOK, remembered(monkeypatch))
    ]
    assert texts[0] == texts[1]


def test_a_changed_added_or_deleted_rule_file_is_seen_at_once(folder, monkeypatch, tmp_path):
    copy = tmp_path / "rules"
    shutil.copytree(BASE, copy)
    load_rulebook([copy])
    assert not reread(monkeypatch, [copy])[1]
    file = next(copy.rglob("staff-within-establishment.yaml"))
    state = file.stat()
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("在职人数 ≤ 编制人数", "在职人数 ≥ 编制人数"), encoding="utf-8")
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))  # same size, same time: the content decides
    changed, was_read = reread(monkeypatch, [copy])
    assert was_read and changed.rules["staff-within-establishment"].require.op == ">="
    file.unlink()
    gone, was_read = reread(monkeypatch, [copy])
    assert was_read and "staff-within-establishment" not in gone.rules
    file.write_text(text, encoding="utf-8")
    back, was_read = reread(monkeypatch, [copy])
    assert not was_read and back.rules["staff-within-establishment"].require.op == "<="


def test_a_pack_on_top_has_an_entry_of_its_own(folder, monkeypatch, tmp_path):
    own_rule(tmp_path / "own")
    load_rulebook([BASE])
    _, was_read = reread(monkeypatch, [BASE, tmp_path / "own"])
    assert was_read and len(list(folder.glob("rulebook-*"))) == 2


def _rewritten(path: Path, change) -> None:
    """Alter the content and leave the digest."""
    digest, _, body = path.read_bytes().partition(b"\n")
    path.write_bytes(digest + b"\n" + change(body))


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: path.write_bytes(b"\xff\xfe" + path.read_bytes()),
        lambda path: path.write_text("[]"),
        lambda path: _rewritten(path, lambda body: body.replace(b"<=", b">=")),
        lambda path: _rewritten(path, lambda body: b"{}"),
        lambda path: _rewritten(path, lambda body: b"[" * 100_000),
    ],
    ids=["empty", "cut", "not text", "another file", "an altered rule", "emptied", "deeply nested"],
)
def test_a_damaged_or_altered_entry_is_read_anew_and_mended(folder, monkeypatch, damage):
    load_rulebook([BASE])
    damage(entry(folder))
    book, was_read = reread(monkeypatch)
    assert was_read and book.rules["staff-within-establishment"].require.op == "<="
    assert not reread(monkeypatch)[1]


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A rulebook that was kept: where, and its bytes."""
    place = tmp_path_factory.mktemp("cache") / "rulebook-x"
    place.parent.chmod(0o700)
    cache.keep(place, BOOK)
    return place, place.read_bytes()


@settings(max_examples=60, deadline=None)
@given(at=st.floats(0, 1, exclude_max=True), put=st.binary(min_size=1, max_size=4))
def test_no_flipped_byte_is_ever_used(kept, at, put):
    place, data = kept
    start = int(at * len(data))
    changed = data[:start] + put + data[start + len(put) :]
    place.write_bytes(changed)
    assert (cache.recall(place, []) is None) == (changed != data)


def test_a_module_of_the_program_is_known_by_more_than_its_size_and_time(tmp_path, monkeypatch):
    """An installer may give the files of every build the same time; another Python may write the entry otherwise."""
    monkeypatch.setattr(cache, "__file__", str(tmp_path / "rulebook" / "cache.py"))
    for room in cache._MODULES:
        (tmp_path / room).mkdir()
    module = tmp_path / "language" / "parser.py"
    keys = []
    for text in ("one", "two"):
        module.write_text(text, encoding="utf-8")
        os.utime(module, ns=(0, 0))
        keys.append(cache.key_of([]))
    assert cache.key_of([]) == keys[-1]
    monkeypatch.setattr(sys.implementation, "name", "another")
    assert len({*keys, cache.key_of([])}) == (3 if sys.platform != "win32" else 2)


def test_an_entry_of_another_rulebook_cannot_stand_in(folder, monkeypatch, tmp_path):
    copy = tmp_path / "rules"
    shutil.copytree(BASE, copy)
    file = next(copy.rglob("staff-within-establishment.yaml"))
    file.write_text(
        file.read_text(encoding="utf-8").replace("在职人数 <= 编制人数", "在职人数 >= 编制人数"), encoding="utf-8"
    )
    load_rulebook([copy])
    other = entry(folder)
    load_rulebook([BASE])
    (own,) = set(folder.glob("rulebook-*")) - {other}
    own.write_bytes(other.read_bytes())
    book, was_read = reread(monkeypatch)
    assert was_read and book.rules["staff-within-establishment"].require.op == "<="


def test_what_has_a_right_digest_and_no_sense_is_read_anew(folder, monkeypatch):
    load_rulebook([BASE])
    path = entry(folder)
    for body in (b"{}", b"[]", b"null", marshal.dumps({"rules": ((), ())})):
        path.write_bytes(cached._digest(path, body).encode() + b"\n" + body)
        assert reread(monkeypatch)[1]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="POSIX permissions")
def test_what_others_can_write_is_not_trusted(folder, monkeypatch):
    load_rulebook([BASE])
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700 and stat.S_IMODE(entry(folder).stat().st_mode) == 0o600
    entry(folder).chmod(0o666)
    assert reread(monkeypatch)[1]
    folder.chmod(0o777)
    assert reread(monkeypatch)[1]
    folder.chmod(0o700)
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    assert reread(monkeypatch)[1]


def _stranger():
    import pwd

    return pwd.getpwnam("nobody").pw_uid


SECOND_USER = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root, to act as a second user"
)


def _plant(folder, how):
    """Put an entry with another verdict in the place of this user's, as a second user would."""
    own = entry(folder)
    there, name = folder.parent / "strange", own.name
    body = own.read_bytes().partition(b"\n")[2].replace(b"<=", b">=")
    forged = cached._digest(own, body).encode() + b"\n" + body
    there.mkdir()
    (there / name).write_bytes(forged)
    (there / name).chmod(0o600)
    os.chown(there, _stranger(), _stranger())
    os.chown(there / name, _stranger(), _stranger())
    if how == "their folder":
        shutil.rmtree(folder)
        there.rename(folder)
        return
    if how == "a link to their folder":
        shutil.rmtree(folder)
        folder.symlink_to(there)
        return
    if how == "a link to a folder of one's own":
        os.chown(there, 0, 0)
        os.chown(there / name, 0, 0)
        shutil.rmtree(folder)
        folder.symlink_to(there)
        return
    own.unlink()
    if how == "their file":
        (there / name).rename(own)
    elif how == "a hard link to their file":
        os.link(there / name, own)
    elif how == "a link to their file":
        own.symlink_to(there / name)
    elif how == "a link to a file of one's own":
        os.chown(there / name, 0, 0)
        own.symlink_to(there / name)
    elif how == "a pipe":
        os.mkfifo(own, 0o600)
    elif how == "a folder":
        own.mkdir(0o700)


@SECOND_USER
@pytest.mark.parametrize(
    "how",
    [
        "their folder",
        "a link to their folder",
        "a link to a folder of one's own",
        "their file",
        "a hard link to their file",
        "a link to their file",
        "a link to a file of one's own",
        "a pipe",
        "a folder",
    ],
)
def test_what_a_second_user_plants_is_never_believed(folder, monkeypatch, how):
    load_rulebook([BASE])
    _plant(folder, how)
    book, was_read = reread(monkeypatch)
    assert was_read and book.rules["staff-within-establishment"].require.op == "<="


@SECOND_USER
def test_a_second_user_neither_reads_nor_harms_what_is_kept(monkeypatch):
    """Run as nobody with root's cache folder: the rules are read, the verdict is the same, and nothing there changes."""
    with tempfile.TemporaryDirectory() as home:
        Path(home).chmod(0o755)
        monkeypatch.setenv("CHECKER_CACHE", "on")
        monkeypatch.setenv("XDG_CACHE_HOME", home)
        load_rulebook([BASE])
        own_rule(Path(home) / "own")
        load_rulebook([BASE, Path(home) / "own"])  # everything that reads rules is imported: nobody may not reach it
        kept = {path.name: path.read_bytes() for path in (Path(home) / "checker").iterdir()}
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                os.setgroups([])
                os.setgid(_stranger())
                os.setuid(_stranger())
                os.write(writing, load_rulebook([BASE]).rules["staff-within-establishment"].require.op.encode())
            except BaseException as error:
                os.write(writing, repr(error).encode())
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        assert os.read(reading, 1000) == b"<="
        assert len(kept) == 2 and {path.name: path.read_bytes() for path in (Path(home) / "checker").iterdir()} == kept


@SECOND_USER
def test_what_this_user_writes_is_believed(folder, monkeypatch):
    """The limit that is documented: whoever runs as this user can write the program itself as well."""
    load_rulebook([BASE])
    path = entry(folder)
    body = path.read_bytes().partition(b"\n")[2]
    path.write_bytes(cached._digest(path, body).encode() + b"\n" + body)
    assert not reread(monkeypatch)[1]


def test_it_can_be_switched_off_and_an_unwritable_place_is_silently_unused(folder, monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("CHECKER_CACHE", "off")
    load_rulebook([BASE])
    assert not folder.exists()
    monkeypatch.setenv("CHECKER_CACHE", "on")
    (tmp_path / "file").write_text("in the way")
    name = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"
    monkeypatch.setenv(name, str(tmp_path / "file"))
    assert reread(monkeypatch)[1]
    monkeypatch.setattr(Path, "home", lambda: (_ for _ in ()).throw(RuntimeError("no home")))
    monkeypatch.delenv(name)
    assert reread(monkeypatch)[1]
    assert capsys.readouterr() == ("", "")


def test_only_the_latest_are_kept_and_no_draft_is_left(folder, tmp_path):
    for number in range(cache.KEPT + 3):
        pack = tmp_path / f"own-{number}"
        own_rule(pack, number)
        load_rulebook([BASE, pack])
    assert len(list(folder.iterdir())) == cache.KEPT


def test_examples_are_never_taken_from_the_cache(folder):
    load_rulebook([BASE])
    rules = load_rulebook([BASE], examples=True).rules.values()
    assert all(rule.examples and rule.source is not None for rule in rules)


def test_nothing_that_reads_rules_is_imported_when_they_are_remembered(folder):
    program = "import sys; from checker.api import load_rules; load_rules(); print(sorted(m for m in sys.modules if m in ('yaml', 'zipfile', 'checker.language.parser', 'checker.language.types', 'checker.rulebook.loader')))"
    said = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True).stdout
        for _ in range(2)
    ]
    assert "checker.rulebook.loader" in said[0] and said[1].strip() == "[]"
