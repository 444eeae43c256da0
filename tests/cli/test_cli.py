"""The command line: what it prints and how it ends, for what a user does right and wrong."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest
from click.testing import CliRunner
from conftest import BOOK, HEAD, ROOT

from checker.cli.console import language
from checker.cli.main import main

CLEAN = str(ROOT / "cases" / "clean.yaml")
REAL = str(ROOT / "cases" / "2020.yaml")
GOLDEN = ROOT / "tests" / "golden"


@pytest.fixture(autouse=True)
def at_home(monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)


def run(*arguments, **kwargs):
    return CliRunner().invoke(main, arguments, **kwargs)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["2020", "clean"])
def test_tables_are_as_drawn(name, lang):
    """The whole table as the officer sees it; look at it when it changes (UPDATE_GOLDEN=1 writes it anew)."""
    result = run("run", f"cases/{name}.yaml", "--lang", lang, "--engine", "evaluator")
    path = GOLDEN / f"{name}.{lang}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(result.output, encoding="utf-8")
    assert result.output == path.read_text(encoding="utf-8")
    assert result.exit_code == (1 if name == "2020" else 0)


OPEN = HEAD + "lines: {complete: true, items: [{id: a, kind: 明细项目, name: 甲, initial_budget: 10万元}]}\n"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["run", "nowhere.yaml"], 2, "没有这个文件"),
        (["run", "cases/2021.yaml"], 2, "您是不是想写：cases/2020.yaml"),
        (["run", "docs"], 2, ""),
        (["run", "checker/reports"], 2, "没有案例文件"),
        (["run"], 2, ""),
        (["run", CLEAN, "--select", "overrun-abov-threshold"], 2, "overrun-above-threshold"),
        (["run", CLEAN, "--ignore", "no-such-rule"], 2, "没有规则"),
        (["run", CLEAN, "--engine", "magic"], 2, ""),
        (["run", CLEAN, "--format", "odt"], 2, ""),
        (["run", CLEAN, "--rules", "nowhere"], 2, "没有这个规则文件夹或规则文件"),
        (["run", CLEAN, "--output", "/nowhere/x.json"], 2, "写不了"),
        (["run", CLEAN, "--no-such-option"], 2, ""),
        (["run", CLEAN, "--select", "stated-sum", "--ignore", "stated-sum"], 2, "什么也没有检查"),
        (["explain", "no-such-rule", "--case", CLEAN], 2, "没有规则"),
        (["explain", "stated-sum", "--case", CLEAN, "--subject", "projekt"], 2, "projects"),
        (["explain", "stated-sum", "--case", "nowhere.yaml"], 2, "没有这个文件"),
        (["rules", "show", "stated-summ"], 2, "stated-sum"),
        (["nonsense"], 2, ""),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_goes_wrong_ends_with_2(arguments, code, words):
    result = run(*arguments)
    assert (result.exit_code, words in result.output) == (code, True), result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("case", "arguments", "code"),
    [
        (OPEN, [], 3),
        (OPEN.replace("10万元}", "10万元, actual: 20万元}"), [], 1),
        (OPEN.replace("10万元}", "10万元, actual: 20万元}"), ["--select", "overrun-above-threshold"], 1),
        (
            OPEN.replace("10万元}", "10万元, actual: 20万元}"),
            ["--select", "overrun-above-threshold", "--fail-on", "high"],
            0,
        ),
        (OPEN.replace("10万元}", "10万元, actual: 5万元}"), ["--select", "overrun-above-threshold"], 0),
    ],
)
def test_exit_codes(case, arguments, code):
    assert run("run", "-", *arguments, input=case).exit_code == code


def test_json_from_standard_input():
    text = json.dumps(
        {"name": "甲", "jurisdiction": "430112", "level": "区县", "unit_kind": "机关", "year": 2020, "lines": []}
    )
    result = run("run", "-", "--format", "json", input=text)
    report = json.loads(result.output)
    assert report["ledger"]["checks"] == len(report["checks"]) > 0


def binding(place):
    """Return the rules that bind a district's institution there, and rest on something that does."""
    unit = place, "district", "public_institution"
    return {
        rule.id
        for rule in BOOK.rules.values()
        if rule.reach.covers(*unit) and any(basis.reach.covers(*unit) for basis in rule.basis)
    }


def test_another_year_and_place_get_other_rules():
    elsewhere = OPEN.replace("430112", "440100").replace("2020", "2021")
    result = json.loads(run("run", "-", "--format", "json", input=elsewhere).output)
    reasons = {entry["rule"] for entry in result["not_in_force"]}
    local = {"it-project-first-review", "it-project-second-review", "budget-control-rate"}
    bound = binding("440100")
    unsaid = {rule.id for rule in BOOK.rules.values() if rule.documents}  # asked where a case says something of them
    assert local | {"funds-add-up", "disposal-appraised"} <= reasons and reasons & bound <= unsaid
    assert reasons | bound == set(BOOK.rules)
    later = json.loads(run("run", "-", "--format", "json", input=OPEN.replace("2020", "2021")).output)
    known_for_2020 = {"it-project-first-review", "it-project-second-review"}
    bound = binding("430112")
    reasons = {entry["rule"] for entry in later["not_in_force"]} & bound
    assert known_for_2020 <= reasons <= known_for_2020 | unsaid


def test_a_folder_and_an_output_file(tmp_path):
    target = tmp_path / "report.json"
    result = run("run", "cases", "--format", "json", "--output", str(target))
    assert result.exit_code == 1 and result.stdout == "" and "templates/case.yaml" in result.stderr
    assert len(json.loads(target.read_text(encoding="utf-8"))["cases"]) == 25  # templates/ is not a folder of cases


def test_a_rule_of_ones_own_in_chinese(tmp_path):
    (tmp_path / "reception.yaml").write_text(
        "编号: reception-over\n标题: 单项支出不超过限额\n英文标题: A line within its limit\n"
        "依据: [{文件: 《某区办法》, 条款: 第三条, 核对: 原文}]\n定性: 疑点\n严重程度: 中等\n对象: 支出项目\n"
        "适用: 支出层次 = 明细项目\n要求: 实际支出不超过我的限额\n涉及金额: 实际支出 - 我的限额\n"
        '说明: "{项目名称}支出 {实际支出:元}，超过 {我的限额}"\n英文说明: "{项目名称} spent {实际支出}"\n整改: 说明\n英文整改: Explain\n'
        "参数:\n  - {编号: my_limit, 名称: 我的限额, 类型: 金额, 值: 3000元, 依据: {文件: 《某区办法》, 核对: 原文}}\n",
        encoding="utf-8",
    )
    case = (
        HEAD
        + "lines:\n  - {id: a, kind: 明细项目, name: 接待, actual: 3000.01元}\n  - {id: b, kind: 明细项目, name: 会议, actual: 0.3万元}\n"
    )
    result = run("run", "-", "--rules", str(tmp_path), "--select", "reception-over", input=case)
    assert result.exit_code == 1, result.output
    assert "接待支出 3,000.01元，超过 3,000元" in result.output
    assert "符合 1 + 不符合 1" in result.output


def test_a_pack_may_replace_a_rule_only_when_it_says_so(tmp_path):
    text = (ROOT / "rules" / "national" / "staffing" / "staff-within-establishment.yaml").read_text(encoding="utf-8")
    (tmp_path / "staff-within-establishment.yaml").write_text(
        "replaces: staff-within-establishment\n" + text, encoding="utf-8"
    )
    assert run("run", CLEAN, "--rules", str(tmp_path)).exit_code == 0
    (tmp_path / "staff-within-establishment.yaml").write_text(text, encoding="utf-8")
    assert run("run", CLEAN, "--rules", str(tmp_path)).exit_code == 2


def test_built_in_cases_are_found_outside_a_checkout(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("run", "cases/clean.yaml").exit_code == 0
    assert run("run", "cases/../clean.yaml").exit_code == 2


def test_a_contract_without_a_key_is_named():
    """A contract that does not say what was bought could belong to any group: none of them passes, and it is named."""
    head = (
        HEAD.replace("2020", "2021")
        + "transcribed: whole\nlines: [{id: a, kind: 明细项目, name: 甲, actual: 9万元}]\ncontracts:\n"
    )
    one = "  - {id: %s, line: a, %s category: 服务, method: 询价, amount: 60万元, sign_date: 2021-05-10}\n"
    known = "catalogue_item: C0201 软件开发,"
    text = head + one % ("c1", known) + one % ("c2", known) + one % ("c3", "")
    report = json.loads(run("run", "-", "--format", "json", "--select", "contract-splitting", input=text).output)
    checks = {c["subject"]["id"]: c for c in report["checks"]}
    assert {k: c["outcome"] for k, c in checks.items()} == {"a/C0201 软件开发": "undetermined", "c3": "undetermined"}
    assert all(c["missing"] == ["contracts[c3].catalogue_item"] for c in checks.values())


def test_a_name_that_changes_how_an_old_rule_is_cut_is_refused(tmp_path):
    (tmp_path / "parameters").mkdir()
    (tmp_path / "parameters" / "mine.yaml").write_text(
        "parameters:\n  - {id: my_limit, zh: 超支提示线上限, type: percent, value: 9%, basis: {instrument: 《某办法》}}\n"
        "  - {id: my_kind, zh: 实际支出减, type: percent, value: 9%, basis: {instrument: 《某办法》}}\n",
        encoding="utf-8",
    )
    (tmp_path / "first.yaml").write_text(
        (ROOT / "rules" / "national" / "staffing" / "staff-within-establishment.yaml")
        .read_text(encoding="utf-8")
        .split("examples:")[0]
        .replace("id: staff-within-establishment", "id: first"),
        encoding="utf-8",
    )
    assert run("run", CLEAN, "--rules", str(tmp_path)).exit_code == 0
    old = tmp_path / "old"
    old.mkdir()
    text = (
        (tmp_path / "first.yaml")
        .read_text(encoding="utf-8")
        .replace("id: first", "id: tight")
        .replace("for: 单位", "for: 支出项目")
    )
    text = text.replace("require: 在职人数 ≤ 编制人数", "require: 实际支出减年初预算 <= 3元")
    import re

    text = re.sub(r"message: .*", 'message: "x"', re.sub(r"message_en: .*", 'message_en: "x"', text))
    (old / "tight.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "first.yaml").unlink()
    assert run("run", CLEAN, "--rules", str(old)).exit_code in (0, 1, 3)
    result = run("run", CLEAN, "--rules", str(old), "--rules", str(tmp_path / "parameters" / ".."))
    assert result.exit_code == 2 and "实际支出减" in result.output and "tight" in result.output


def test_rules_list_and_show():
    rows = json.loads(run("rules", "list", "--format", "json").output)
    assert {row["id"] for row in rows} == set(BOOK.rules) and all(row["basis"] for row in rows)
    for lang in ("zh", "en"):
        table = run("rules", "list", "--lang", lang).output
        assert all(rule in table for rule in BOOK.rules)
        assert BOOK.rules["stated-ratio"].title.say(lang) in run("rules", "show", "stated-ratio", "--lang", lang).output


def test_explain_says_everything():
    text = run("explain", "overrun-above-threshold", "--case", REAL, "--subject", "basic").output
    for words in (
        "《中华人民共和国预算法》第十三条",
        "263.01万元 ÷ 244.58万元",
        "107.54%",
        "2.54 个百分点",
        "第 30 行",
        "二（1）",
        "18.43万元",
    ):
        assert words in text, words


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("rule", ["stated-ratio", "overrun-above-threshold", "spending-never-budgeted"])
def test_explain_names_nothing_of_the_language(rule, lang):
    """What decides is worked out by name; neither names as rules write them nor what was left out of account stand there."""
    result = CliRunner().invoke(main, ["explain", rule, "--case", REAL, "--lang", lang])
    lines = [
        line
        for line in result.output.splitlines()
        if line.startswith(("  计算：", "  Works out at: ", "  适用条件：", "  Applies when: "))
    ]
    assert lines and not [
        line for line in lines if re.search(r"[a-z]_[a-z]|已知\(|known\(|空值|\bnull\b|已定\(|settled\(", line)
    ]


def test_language_follows_the_locale(monkeypatch):
    for value, wanted in (
        ("en_US.UTF-8", "en"),
        ("zh_CN.GBK", "zh"),
        ("C", "zh"),
        ("C.UTF-8", "zh"),
        ("de_DE.UTF-8", "zh"),
    ):
        monkeypatch.setenv("LANG", value)
        assert language(None) == wanted
    assert language("en") == "en"


def process(*arguments, **environment):
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        [sys.executable, "-m", "checker", *arguments], capture_output=True, cwd=ROOT, env=env, check=False
    )


def test_a_gbk_console_does_not_crash():
    done = process("run", "cases/2020.yaml", PYTHONIOENCODING="gbk")
    assert done.returncode == 1 and "完成率" in done.stdout.decode("gbk")
    done = process("run", "nowhere.yaml", PYTHONIOENCODING="ascii")
    assert done.returncode == 2 and b"Traceback" not in done.stderr


def test_two_processes_give_the_same_bytes():
    one, two = (process("run", "cases/2020.yaml", "--format", "json", PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert one.stdout == two.stdout and one.returncode == two.returncode == 1


def test_no_colour_when_piped_or_refused():
    assert b"\x1b[" not in process("run", "cases/clean.yaml").stdout
    assert b"\x1b[" not in process("run", "cases/clean.yaml", NO_COLOR="1").stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell):
    assert "_CHECKER_COMPLETE" in run("completion", shell).output


MISUSED = {
    "an option that is not there": (["run", "--selekt", "x"], "没有选项“--selekt”", "did you mean: --select"),
    "an option without its value": (["run", "x", "--select"], "--select", "the option --select lacks its value"),
    "an option that is missing": (["explain", "stated-ratio"], "没有写 --case", "--case is missing"),
    "an argument that is missing": (["diff", "a.json"], "没有写 NEW", "NEW is missing"),
    "one argument too many": (["diff", "a", "b", "c"], "多写了“c”", "'c' is one too many"),
    "a choice that is none": (
        ["run", "x", "--fail-on", "huge"],
        "--fail-on 不能写“huge”",
        "one of: info, low, medium, high",
    ),
    "no whole number": (
        ["explain", "x", "--case", "y", "--number", "z"],
        "--number 要写整数",
        "--number is a whole number",
    ),
    "a sample of nothing": (["verify", "a", "b", "--sample", "0"], "要写不小于 1 的整数", "not below 1"),
    "a sample below nothing": (["run", "x", "--sample", "-1"], "要写不小于 0 的整数", "not below 0"),
}


@pytest.mark.parametrize("name", MISUSED)
def test_a_command_that_is_written_wrongly_is_told_in_both_languages(name):
    words, *told = MISUSED[name]
    for lang, part in zip(("zh", "en"), told, strict=True):
        result = CliRunner().invoke(main, [words[0], "--lang", lang, *words[1:]])
        assert result.exit_code == 2 and part in result.output and "Usage:" not in result.output, result.output
        assert ("    → " if lang == "zh" else "    -> ") in result.output, "it says what to write instead"


def test_what_only_a_batch_takes_is_not_passed_over():
    for option in (["--memory", "1GB"], ["--findings", "csv"], ["--derive", "3"], ["--sample", "3"]):
        result = CliRunner().invoke(main, ["run", str(ROOT / "cases" / "clean.yaml"), *option, "--lang", "en"])
        assert result.exit_code == 2 and f"{option[0]}: only with --engine duckdb" in result.output


def test_a_folder_without_cases_says_what_to_write(tmp_path):
    for name, told in (
        ("notes.txt", "checker new-case"),
        ("unit.csv", "checker pack"),
        ("a.PARQUET", "--engine duckdb"),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).write_text("x", encoding="utf-8")
        result = CliRunner().invoke(main, ["run", str(tmp_path / name), "--lang", "en"])
        assert result.exit_code == 2 and told in result.output, result.output


def test_cases_below_a_folder_that_is_called_templates_are_read(tmp_path):
    """The templates inside a folder of cases are not read; where the folder itself lies does not matter."""
    folder = tmp_path / "templates" / "cases"
    (folder / "templates").mkdir(parents=True)
    (folder / "a.yaml").write_text(HEAD, encoding="utf-8")
    (folder / "templates" / "b.yaml").write_text("x", encoding="utf-8")
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    result = CliRunner().invoke(main, ["run", str(folder), "--lang", "en"])
    assert result.exit_code == 3, result.output
    assert "no case files, not read: notes.txt" in result.output and "没有读" not in result.output
    assert "templates, not read: templates/b.yaml" in result.output


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("score", CLEAN, "-o", "a.xlsx", "--output", "b.docx"), "--output"),
        (("run", CLEAN, "--baseline", "a.json", "--baseline", "b.json"), "--baseline"),
    ],
)
def test_a_value_that_would_be_passed_over_is_refused(arguments, name, tmp_path, monkeypatch):
    """An option that is taken once and written twice: the first would be lost without a word."""
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == 2 and f"{name} 写了两次" in result.output and not list(tmp_path.iterdir())
    assert (
        run("run", CLEAN, "--lang", "zh", "--lang", "en", "--statistics").exit_code == 0
    )  # of a choice the last holds


def test_options_take_the_words_that_rules_and_reports_print():
    from checker.authoring.new import SEVERITY_ZH
    from checker.cli.words import Words, english
    from checker.records.states import STATES
    from checker.rulebook.rule import NATURES, SEVERITIES

    for words in (NATURES, STATES):
        kind = Words(words)
        assert [kind.convert(text.zh, None, None) for text in words.values()] == list(words)
        assert [kind.convert(word, None, None) for word in words] == list(words)
    assert [english(SEVERITY_ZH[word]) for word in SEVERITIES] == list(SEVERITIES)
    told = CliRunner().invoke(main, ["rules", "new", "--nature", "违章", "--lang", "中文"]).output
    assert "--nature 不能写“违章”" in told and "breach（违规）" in told
    said = CliRunner().invoke(main, ["run", "nowhere.yaml", "--fail-on", "高", "--lang", "英文"]).output
    assert "cannot be" not in said and "nowhere.yaml" in said
