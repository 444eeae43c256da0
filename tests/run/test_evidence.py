"""Evidence bundles: judged again they give the same bytes, and whatever is changed in one is found and named."""

from __future__ import annotations

import hashlib
import io
import json
import random
import zipfile
from datetime import date

import pytest
from click.testing import CliRunner
from conftest import PER_RULE, ROOT

from checker import evidence
from checker.api import rule_packs
from checker.base.archive import zipped
from checker.base.errors import InputError
from checker.cli.main import main
from checker.evidence import Inputs, bundle, judge, open_bundle, replay

CASE = """name: 示例单位
jurisdiction: "430112"
level: 区县
unit_kind: 事业单位
year: 2020
amounts: {unit: 万元, decimals: 2}
lines:
  - {id: roof, kind: 明细项目, name: 屋面维修, initial_budget: 100, actual: 128.43}
"""
WAIVERS = """豁免:
- {规则: overrun-above-threshold, 单位: 示例单位, 年度: 2020, 对象: roof, 理由: 抢修, 批准文号: 财预〔2020〕1号, 批准人: 张三, 有效期至: 2021-12-31}
"""
STATES = "整改:\n- {规则: spending-over-adjusted-budget, 单位: 示例单位, 年度: 2020, 对象: roof, 状态: 有异议, 日期: 2021-03-01, 经办人: 李四}\n"
RULES = ("overrun-above-threshold", "spending-over-adjusted-budget")
PACKS = tuple(rule_packs())


def run(*arguments):
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture(scope="module")
def made():
    """Return the bytes of a bundle with a case, a waiver and a state."""
    inputs = Inputs(
        PACKS,
        (("报表 2020.yaml", CASE.encode()),),
        (("waivers.yaml", WAIVERS.encode()),),
        (("整改.yaml", STATES.encode()),),
        select=RULES,
        as_of=date(2021, 6, 1),
    )
    return bundle(inputs, judge(inputs))


def test_a_bundle_holds_what_was_judged_and_gives_the_same_bytes_again(made):
    found = open_bundle("e.zip", made)
    assert found.inputs.cases == (("报表 2020.yaml", CASE.encode()),)
    assert found.inputs.packs[0].parts == tuple(
        part._replace(shown=f"e.zip/rules/1/{part.name}") for part in PACKS[0].parts
    )
    again = replay(found)
    assert again.differing == () and again.changed == ()
    assert {c.outcome for c in again.report.checks} == {"waived", "undetermined"}
    assert bundle(found.inputs, again.report) == made
    names = zipfile.ZipFile(io.BytesIO(made)).namelist()
    assert "cases/0001-报表_2020.yaml" in names and "report.html" in names


def test_any_single_byte_that_is_changed_is_found(made):
    chance = random.Random(20201231)
    for _ in range(50):
        at = chance.randrange(len(made))
        altered = bytearray(made)
        altered[at] ^= 1 << chance.randrange(8)
        with pytest.raises(InputError) as error:
            open_bundle("e.zip", bytes(altered))
        assert all(problem.code.startswith("evidence") for problem in error.value.problems), at


@pytest.mark.parametrize("part", ["manifest.json", "cases/0001-报表_2020.yaml", "report.json", "report.html"])
def test_a_changed_byte_in_a_part_names_it(made, part):
    archive = zipfile.ZipFile(io.BytesIO(made))
    info = archive.getinfo(part)
    begin = info.header_offset + 30 + len(part.encode()) + info.compress_size // 2
    altered = bytearray(made)
    altered[begin] ^= 1
    with pytest.raises(InputError) as error:
        open_bundle("e.zip", bytes(altered))
    assert [problem.place.file for problem in error.value.problems] == [f"e.zip/{part}"]


def rewritten(made, change, *, sealed=True):
    """Return the bundle put together anew with other parts, as somebody would who knows how."""
    archive = zipfile.ZipFile(io.BytesIO(made))
    parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    comment = archive.comment.decode()
    data = zipped(parts.items(), comment)
    return data[:-64] + hashlib.sha256(data[:-64]).hexdigest().encode() if sealed else data


CASE_PART = "cases/0001-报表_2020.yaml"
ALTERED = {
    "other figure": (lambda parts: parts.update({CASE_PART: CASE.replace("128.43", "108.43").encode()}), CASE_PART),
    "other rule": (lambda parts: parts.update({"rules/1/vocabulary.yaml": b"x"}), "rules/1/vocabulary.yaml"),
    "taken out": (lambda parts: parts.pop(CASE_PART), CASE_PART),
    "put in": (lambda parts: parts.update({"cases/0002-x.yaml": b"x"}), "cases/0002-x.yaml"),
    "no list": (lambda parts: parts.pop("manifest.json"), "manifest.json"),
    "other list": (lambda parts: parts.update({"manifest.json": b"{}"}), "manifest.json"),
}


@pytest.mark.parametrize("name", ALTERED)
def test_a_bundle_put_together_anew_names_what_is_not_as_it_was(made, name):
    change, part = ALTERED[name]
    with pytest.raises(InputError) as error:
        open_bundle("e.zip", rewritten(made, change))
    assert [problem.place.file for problem in error.value.problems] == [f"e.zip/{part}"]


MANIFESTS = {
    "nothing": {},
    "a list": [],
    "no run": {"format": "checker-evidence/1"},
    "a number": {"format": "checker-evidence/1", "run": 1.5},
    "another format": {"format": "checker-evidence/9"},
}


@pytest.mark.parametrize("name", MANIFESTS)
def test_a_forged_list_is_refused_and_never_a_crash(name):
    manifest = json.dumps(MANIFESTS[name]).encode()
    seal = f"manifest sha256 {hashlib.sha256(manifest).hexdigest()} bundle sha256 "
    data = zipped([("manifest.json", manifest)], seal + "0" * 64)[:-64]
    with pytest.raises(InputError):
        open_bundle("e.zip", data + hashlib.sha256(data).hexdigest().encode())


def test_results_that_were_rewritten_with_all_digests_are_found_by_judging_again(made):
    """Whoever makes a new bundle with the old figures and better results is found by replay."""
    found = open_bundle("e.zip", made)
    book_report = judge(found.inputs._replace(waivers=()))
    forged = bundle(found.inputs, book_report)
    again = replay(open_bundle("e.zip", forged))
    assert again.differing == ("report.json", "report.html")
    assert again.changed == (("overrun-above-threshold", "屋面维修", "fail", "waived"),)


def test_a_bundle_of_another_version_is_compared_by_its_results(made, monkeypatch):
    monkeypatch.setattr(evidence, "__version__", "99.0")
    monkeypatch.setattr("checker.findings.document.__version__", "99.0")
    monkeypatch.setattr("checker.reports.page.__version__", "99.0")
    again = replay(open_bundle("e.zip", made))
    assert again.differing == ()


@pytest.mark.parametrize("engine", ["evaluator", "durable", "auto"])
def test_the_commands(engine, tmp_path, monkeypatch):
    if engine == "durable":
        pytest.importorskip("durable_rules_engine")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    done = run(
        "run", "case.yaml", "--engine", engine, "--select", ",".join(RULES), "--evidence", "e.zip", "--lang", "zh"
    )
    assert done.exit_code in (1, 3), done.output
    digest = hashlib.sha256((tmp_path / "e.zip").read_bytes()).hexdigest()
    assert digest in done.output
    again = run("replay", "e.zip", "--sha256", digest, "--lang", "zh")
    assert again.exit_code == 0 and "逐字节相同" in again.output, again.output
    other = run("replay", "e.zip", "--sha256", "0" * 64)
    assert other.exit_code == 2 and "evidence-altered" in other.output


def test_from_standard_input_and_with_a_pack_of_ones_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    own = tmp_path / "own"
    own.mkdir()
    (own / "pack.yaml").write_text("名称: 本局\n版本: 1.0\n发布单位: 某局\n行政区划: '43'\n", encoding="utf-8")
    text = (ROOT / "rules/national/budget/spending-over-adjusted-budget.yaml").read_text(encoding="utf-8")
    text = text.replace("id: spending-over-adjusted-budget", "id: own-overrun\njurisdiction: '43'")
    text = (
        text.replace("超出调整", "自定超出")
        .replace("over_adjusted", "over_own")
        .replace("批复更多", "自定更多")
        .replace("more_was_approved", "own_more_approved")
        .replace("超出列示", "自定列示")
        .replace("over_printed", "own_printed")
    )
    assert "own-overrun" in text
    (own / "own-overrun.yaml").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, ["run", "-", "--rules", "own", "--evidence", "e.zip"], input=CASE)
    assert done.exit_code in (1, 3), done.output
    again = run("replay", "e.zip")
    assert again.exit_code == 0, again.output
    assert any(
        c.rule.id == "own-overrun" for c in judge(open_bundle("e.zip", (tmp_path / "e.zip").read_bytes()).inputs).checks
    )


BAD = {
    "no bundle": (lambda path: path.write_text("x"), "evidence"),
    "an empty file": (lambda path: path.write_bytes(b""), "evidence"),
    "some other archive": (lambda path: path.write_bytes(zipped([("a.txt", b"a")], "")), "evidence-altered"),
    "half a file": (lambda path: path.write_bytes(b"PK\x03\x04" + b"\x00" * 40), "evidence-altered"),
    "nothing": (lambda path: None, "unreadable"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_bundle_is_refused(name, tmp_path):
    write, code = BAD[name]
    write(tmp_path / "e.zip")
    done = run("replay", str(tmp_path / "e.zip"), "--lang", "zh")
    assert done.exit_code == 2 and f"[{code}]" in done.output, done.output


def test_evidence_is_refused_where_it_cannot_be_kept(tmp_path):
    done = run("run", str(tmp_path), "--engine", "duckdb", "--evidence", str(tmp_path / "e.zip"), "--lang", "en")
    assert done.exit_code == 2 and "takes no --evidence" in done.output
    done = run("run", str(ROOT / "cases/clean.yaml"), "--evidence", "x.html", "-o", "x.html")
    assert done.exit_code == 2 and not (tmp_path / "x.html").exists()


def _forged(made, change, result=lambda parts: None):
    """Return a bundle that was altered and sealed again, as whoever can write one may do."""
    from checker.base.archive import unzipped

    parts = dict(unzipped(made, evidence.LIMIT).parts)
    manifest = json.loads(parts.pop("manifest.json"))
    change(manifest)
    result(parts)
    manifest["parts"] = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(parts.items())}
    first = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
    seal = evidence._SEAL.format(manifest=hashlib.sha256(first).hexdigest())
    data = zipped([("manifest.json", first), *parts.items()], seal + "0" * 64)[:-64]
    return data + hashlib.sha256(data).hexdigest().encode()


def _replace(name, old, new):
    def change(parts):
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)

    return change


@pytest.mark.parametrize(
    "change",
    [
        lambda m: m.update(checker="0.0.9"),
        lambda m: m.update(checker=""),
        lambda m: m.update(checker=[]),
        lambda m: m["run"].update(lang="fr"),
        lambda m: m["run"].update(lang=["zh"]),
        lambda m: m["run"].update(engine="duckdb"),
        lambda m: m["run"].update(engine=None),
        lambda m: m.update(format="x"),
        lambda m: m.pop("run"),
        lambda m: m.update(rules={}),
        lambda m: m.update(cases="x"),
        lambda m: m["run"].update(lang="en"),
    ],
)
def test_a_bundle_sealed_again_with_another_head_is_refused_or_differs(made, change):
    try:
        again = replay(open_bundle("e.zip", _forged(made, change)))
    except InputError:
        return
    assert again.differing


def test_a_page_altered_under_another_version_is_told(made):
    def both(parts):
        _replace("report.json", f'"checker": "{evidence.__version__}"'.encode(), b'"checker": "0.0.9"')(parts)
        _replace("report.html", f"checker {evidence.__version__} ".encode(), b"checker 0.0.9 ")(parts)

    def altered(parts):
        both(parts)
        _replace("report.html", b"</main>", "<p>全部符合</p></main>".encode())(parts)

    def other(manifest):
        manifest["checker"] = "0.0.9"

    assert replay(open_bundle("e.zip", _forged(made, other, both))).differing == ()
    assert replay(open_bundle("e.zip", _forged(made, other, altered))).differing == ("report.html",)


@pytest.mark.database
def test_the_evidence_of_a_batch_names_what_is_not_as_it_was(tmp_path, monkeypatch):
    """Its tables and the files of its result stay where they are: each that is altered, gone or added is told, as is another outcome."""
    pytest.importorskip("duckdb")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("checker.batch.evaluated.PER_RULE", PER_RULE)
    (tmp_path / "case.yaml").write_text(CASE, "utf-8")
    run("pack", "case.yaml", "-o", "tables")
    words = ("run", "tables", "--engine", "duckdb", "--findings", "csv", "--lang", "en", "--evidence", "e.zip")
    stated = run(*words, "-o", "result", "--overview", "all.html")
    assert stated.exit_code == 2 and "takes no --evidence" in stated.output and not (tmp_path / "e.zip").exists()
    told = run(*words, "-o", "result", *(word for rule in RULES for word in ("--select", rule)))
    data = (tmp_path / "e.zip").read_bytes()
    assert told.exit_code == 1 and hashlib.sha256(data).hexdigest() in told.output
    same = run("replay", "e.zip", "--lang", "en", "--sha256", hashlib.sha256(data).hexdigest())
    assert same.exit_code == 0 and "come to the same" in same.output
    assert run("replay", "e.zip", "--sha256", "0" * 64).exit_code == 2
    (tmp_path / "e.zip").write_bytes(data[:900] + bytes([data[900] ^ 1]) + data[901:])
    assert "evidence-altered" in run("replay", "e.zip").output
    (tmp_path / "e.zip").write_bytes(data)

    (tmp_path / "result" / "findings.csv").write_text("nothing was found", "utf-8")
    (tmp_path / "result" / "more.txt").touch()
    (tmp_path / "case.yaml").write_text(CASE.replace("128.43", "100.00"), "utf-8")
    run("pack", "case.yaml", "-o", "others")
    wrong = run("replay", "e.zip", "--tables", "others", "--lang", "en")
    assert wrong.exit_code == 4
    for told in (
        "findings.csv of the result was altered",
        "more.txt was added to the result",
        "budget_line.parquet is not the table that was judged",
        "judged again, ledger differs",
    ):
        assert told in wrong.output
    assert run("replay", "case.yaml", "--tables", "others").exit_code == 2
