"""Suppliers and payees: names grouped by their one form, codes checked, likeness proposed with its reason, decisions read back and used."""

from __future__ import annotations

import random

import pytest
from click.testing import CliRunner
from conftest import BOOK
from support.named_groups import RULES as GROUPS
from support.named_groups import SPELLINGS, decide, grouping, named_cases
from support.populations import agree, rules_in, unit

from checker.base.credit_code import SIGNS, check_sign, code_fault, plain_code, wrong_code
from checker.base.errors import InputError
from checker.base.parties import party
from checker.cli.main import main
from checker.engines.durable.engine import second_verdicts
from checker.engines.evaluator import evaluate
from checker.findings.explain import message
from checker.findings.identity import fingerprint
from checker.rulebook.codec import coded, decoded
from checker.units.alike import difference, proposals
from checker.units.parties import Parties, Party, parties_of

CODE = "91350100M000100Y43"  # the example of the standard
OTHER = "91330100799655058B"
ONE = "同一家: [湖南华天建设有限公司, 湖南华天建筑有限公司]"
BY = "认定人: 张三, 认定日期: 2026-11-30, 理由: 更名"


@pytest.mark.parametrize("code", [CODE, OTHER, "9144030071526726XG"])
def test_the_check_character_of_a_code_is_worked_out(code):
    assert code_fault(code) is None
    assert check_sign(code[:-1]) == code[-1]
    for at in range(18):  # a slip in one place is always found
        wrong = code[:at] + ("1" if code[at] != "1" else "2") + code[at + 1 :]
        assert code_fault(wrong) is not None


NOT_JUDGED = [
    "9143****MA4L1234X9",
    "91430112MA4L****X9",
    "12345678-9",
    "430100000012345",
    "43010219800101123X",
    "430102198001011230",
    "4301021980010112341X",
    "HK-CR No. 1234567890",
    "９１３５０１００Ｍ０００１００Ｙ４３",
]
"""Masked, older, of persons, foreign, and one that is right in full width: an auditor asks for nothing."""


@pytest.mark.parametrize("code", NOT_JUDGED)
def test_what_is_no_unified_code_is_not_called_wrong(code):
    assert wrong_code(plain_code(code)) is None
    case = listed(("湖南华天建设有限公司", code))
    assert not case.notes
    assert not parties_of([case], BOOK.vocabulary).bad


def test_a_wrong_code_is_told_where_a_case_is_read_and_decides_nothing():
    wrong = CODE[:-1] + "4"
    case = listed(("湖南华天建设有限公司", wrong), ("长沙明德科技有限公司", CODE))
    (note,) = case.notes
    assert wrong in note.zh
    assert "第 6 行，校验位不符" in note.zh
    assert "核对证件" in note.zh
    assert "明德" not in note.zh


@pytest.mark.database
def test_duckdb_judges_codes_as_a_case_does():
    duckdb = pytest.importorskip("duckdb")
    from checker.tables.codes import wrong_in

    chance = random.Random(3)
    codes = [plain_code(code) for code in (CODE, OTHER, *NOT_JUDGED)]
    for _ in range(300):
        first = "".join(
            chance.choices("12359ANY", k=1)
            + chance.choices("123456789", k=1)
            + chance.choices("0123456789", k=6)
            + chance.choices(SIGNS, k=9)
        )
        codes += [first + check_sign(first), first + chance.choice(SIGNS + "IO"), chance.choice("IO91") + first]
    connection = duckdb.connect()
    connection.execute("CREATE TABLE t AS SELECT UNNEST(?) AS code", [codes])
    found = [wrong for _, wrong in connection.execute(f"SELECT code, {wrong_in('code')} FROM t").fetchall()]
    assert found == [wrong_code(code) is not None for code in codes]
    assert 300 < sum(found) < 700


@pytest.mark.parametrize(
    ("code", "said"),
    [("12345678", "8 位"), (CODE[:-1] + "I", "“I”"), (CODE[:-1], "17 位"), (CODE[:-1] + "4", "校验位不符")],
)
def test_what_is_wrong_with_a_code_is_said(code, said):
    assert said in code_fault(code).zh


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("湖南华天建设有限公司", "湖南华天建筑有限公司", "差一个字"),
        ("湖南华天建设有限公司", "湖南华天建设工程有限公司", "多“工程”"),
        ("湖南华天装饰建设有限公司", "湖南华天建设装饰有限公司", "次序不同"),
        ("长沙第一建筑有限公司", "长沙第二建筑有限公司", ""),
        ("供应商12", "供应商21", ""),
        ("湖南华天建设有限公司", "湖北华天建设有限公司", ""),
        ("华天公司", "华大公司", ""),
        ("长沙华天建设有限公司", "株洲华天建设有限公司", ""),
    ],
)
def test_likeness_has_a_reason_that_can_be_seen(one, other, why):
    found = difference(party(one), party(other))
    assert (why in found.zh) if why else found is None
    assert found == difference(party(other), party(one)) or "差" in why


def proposed(*names: str) -> list[str]:
    found = Parties(BOOK.vocabulary)
    for name in filter(None, names):
        found.known.setdefault(party(name), Party(party(name))).spellings[name] += 1
    pairs = proposals(found).pairs
    assert all({*pair.keys} == {party(name) for name in names} for pair in pairs)  # never a name with itself
    return [why.zh for pair in pairs for why in pair.reasons]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("湖南华天建设有限公司。", "湖南华天建设有限公司", "标点以外相同"),
        ("Ireland Operations Ltd", "IRELAND OPERATIONS LTD.", "标点以外相同"),
        ("湖南华天建设有限公司（原湖南金星建筑工程有限公司）", "湖南金星建筑工程有限公司", "原名"),
        ("原长沙市望城区农机局", "长沙市望城区农机局", "原名"),
        ("湖南華天建設有限責任公司", "湖南华天建设有限公司", "繁体"),
        ("湖南华天园林绿化建设工程有限公司", "湖南华夫园林绿化建没工程有限公司", "“设”和“没”"),
        ("湖南华天建设有限公司望城第三项目部", "湖南华天建设有限公司", "不是独立的法人"),
        ("湖南华天建设长沙分公司", "湖南华天建设有限公司", "不是独立的法人"),
        ("湖南华天建设有限公司长沙分公司", "湖南华天建设有限公司", "不是独立的法人"),
        ("湖南华天建设有限责任公司长沙分公司", "湖南华天建设有限公司", "不是独立的法人"),
        ("湖南华天建设有限公司长沙分公司", "湖南华天建设有限责任公司", "不是独立的法人"),
        ("湖南华天建设有限公司长沙分公司项目部", "湖南华天建设有限公司长沙分公司", "不是独立的法人"),
        ("湖南华天建设有限公司长沙分公司", "", ""),
        ("长沙市望城区教育局", "长沙市望城区教育局食堂", "不是独立的法人"),
        ("湖南省华天建设股份有限公司", "湖南华天建设有限公司", "公司形式也不同"),
        ("张三", "张三（身份证号430102198001011230）", "身份证号"),
        ("望城区张三建材经营部", "望城区张三建材经营部（李四）", "后面多写了"),
        ("高桥镇丰收种植专业合作社", "高桥镇丰收种植农民专业合作社", "多“农民”"),
        ("国网湖南省电力有限公司", "国家电网湖南省电力有限公司", "多“家电”"),
        ("长沙市第二建筑有限公司", "长沙市第2建筑有限公司", "数字写法"),
        ("长沙市财政局", "湖南省长沙市财政局", "地名"),
        # two parties, or a person: nothing is proposed
        ("湖南华天园林绿化建设工程有限公司", "湖南金星园林绿化建设工程有限公司", ""),
        ("长沙市第二建筑有限公司", "长沙市第三建筑有限公司", ""),
        ("长沙市第二建筑有限公司", "长沙市第3建筑有限公司", ""),
        ("望城区张三建材经营部", "望城区李四建材经营部", ""),
        ("湖南大学", "湖南大学信息学院", ""),
        ("湖南大学", "湖南大学后勤集团", ""),
        ("湖南华天建设有限公司", "湖南华天建设有限公司工会委员会", ""),
        ("望城区财政局", "岳麓区财政局", ""),
        ("张三丰", "张三峰", ""),
        ("欧阳建国", "欧阳建华", ""),
    ],
)
def test_what_an_auditor_would_ask_about_is_proposed_and_nothing_else(one, other, why):
    told = proposed(one, other)
    assert any(why in each for each in told) if why else not told
    assert told == proposed(other, one)


def invoke(*words: str):
    return CliRunner().invoke(main, list(words))


def listed(*suppliers: tuple[str, str], number: int = 1):
    rows = ", ".join(
        f"{{合同编号: c{at}, 合同标的: 货物, 供应商: {name}, 合同金额: 12.34万元, 签订日期: 2020-03-04{f', 供应商信用代码: {code}' if code else ''}}}"
        for at, (name, code) in enumerate(suppliers)
    )
    return unit(number, f"合同: [{rows}]\n")


def test_spellings_are_one_party_and_likeness_only_proposes():
    cases = [
        listed(
            ("湖南甲（长沙）有限责任公司", CODE),
            ("湖南 甲(长沙)有限公司", ""),
            ("长沙明德科技有限公司", CODE[:-1] + "4"),
        ),
        listed(("明德科技股份有限公司", ""), ("湖南乙有限公司", CODE), ("湖南乙有限公司", OTHER), number=2),
    ]
    found = parties_of(cases, BOOK.vocabulary)
    assert set(map(len, (found.known[key].spellings for key in found.known))) == {1, 2}
    assert len(found.known) == 4
    assert [(each.code, each.name, each.place.line) for each in found.bad] == [
        (CODE[:-1] + "4", "长沙明德科技有限公司", 6)
    ]
    assert [(code, len(several)) for code, several in found.shared()] == [(CODE, 2)]
    assert [each.name for each in found.divided()] == ["湖南乙有限公司"]
    pairs = {frozenset(each.keys): each.reasons for each in proposals(found).pairs}
    assert {
        frozenset(("湖南甲长沙有限公司", "湖南乙有限公司")),
        frozenset(("长沙明德科技有限公司", "明德科技股份有限公司")),
    } == set(pairs)
    assert not proposals(found, frozenset(pairs)).pairs


def test_names_that_differ_alike_by_the_hundred_are_counted_and_not_proposed():
    cases = [listed(*((f"长沙{sign}华建设有限公司", "") for sign in "天地玄黄宇宙洪荒日月"))]
    found = proposals(parties_of(cases, BOOK.vocabulary))
    assert not found.pairs
    assert found.crowds


@pytest.fixture(scope="module")
def decided(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rules")
    (folder / "names.yaml").write_text(f"名称认定:\n  - {{{ONE}, {BY}}}\n", encoding="utf-8")
    return rules_in(
        folder, {"p-same": ("contract", "when: known(supplier)\nrequire: other_units(party(supplier)) = 0")}
    )


@pytest.mark.database
def test_a_decision_makes_one_party_of_two_names_on_every_engine(decided):
    pytest.importorskip("duckdb")
    cases = [
        listed(("湖南华天建设有限责任公司", "")),
        listed(("湖南华天建筑有限公司", ""), number=2),
        listed(("湖南华大建筑有限公司", ""), number=3),
    ]
    assert set(agree(BOOK, cases, {"same-contract-in-two-units"}).values()) == {"pass"}
    found = agree(decided, cases, {"p-same", "same-contract-in-two-units"})
    assert {(case, outcome) for (case, _, _), outcome in found.items()} == {(0, "fail"), (1, "fail"), (2, "pass")}
    plan = decided.plan(
        cases[0], {"p-same"}.__contains__
    )  # who looks for it in the other unit finds it under the other name
    (check,) = (check for check in evaluate(plan, cases[0]) if check.outcome == "fail")
    assert message(check, "zh").endswith("按名称认定，湖南华天建筑有限公司是同一家")


def test_decisions_are_remembered_with_the_rules(decided):
    again = decoded(coded(decided), [])
    assert again.decisions == decided.decisions
    assert again.confirmed == (("湖南华天建筑有限公司", "湖南华天建设有限公司"),)
    assert again.rules["p-same"].require == decided.rules["p-same"].require


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (f"  - {{{ONE}, {BY}}}\n  - {{不是同一家: [湖南华天建筑有限公司, 湖南华天建设有限责任公司], {BY}}}", "别处"),
        (f"  - {{不是同一家: [甲公司, 甲（公司）], {BY}}}", "分不开"),
        (f"  - {{同一家: [甲公司], {BY}}}", "两个"),
        (f"  - {{{ONE}, 认定人: 张三, 认定日期: 2026-11-30}}", "理由"),
        (f"  - {{{ONE}, 认定人: '', 认定日期: 昨天, 理由: 无}}", "认定人"),
        (f"  - {{{ONE}, 认定人: 张三, 认定日期: 2026-11-30, 理由: /}}", "“/”不是理由"),
        (f"  - {{{ONE}, 认定人: —, 认定日期: 2026-11-30, 理由: 更名}}", "“—”不是认定人"),
        (f"  - {{同一家: [甲公司, 甲（公司）], {BY}}}", "不用认定"),
        (f"  - {{同一家: [甲公司, 见附件], {BY}}}", "不是名称"),
    ],
)
def test_what_is_no_decision_is_refused_with_its_place(tmp_path, lines, said):
    from checker.api import load_rules

    (tmp_path / "names.yaml").write_text(f"名称认定:\n{lines}\n", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load_rules(tmp_path)
    assert any(said in each.render("zh") for each in refused.value.problems)
    assert "names.yaml:" in str(refused.value)


def test_an_officer_decides_in_the_workbook_and_it_is_read_back(tmp_path, monkeypatch):
    pytest.importorskip("xlsxwriter")
    openpyxl = pytest.importorskip("openpyxl")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "c").mkdir()
    for number, name in enumerate(("湖南华天建设有限公司", "湖南华天建筑有限公司", "湖南华天建设工程有限公司")):
        text = f'单位名称: 单位{number}\n行政区划: "430112"\n预算级次: 区县\n单位性质: 事业单位\n预算年度: 2020\n合同: [{{合同编号: c1, 供应商: {name}, 合同金额: 1万元}}]\n'
        (tmp_path / "c" / f"{number}.yaml").write_text(text, encoding="utf-8")
    made = invoke("parties", "c", "-o", "n.xlsx", "--lang", "zh")
    assert made.exit_code == 0, made.output
    book = openpyxl.load_workbook("n.xlsx")
    sheet = book["待认定"]
    rows = {(row[0].value, row[2].value): row for row in sheet.iter_rows(min_row=3)}
    assert len(rows) == 2

    def fill(answers, name):
        for (one, other), answer in answers.items():
            row = next(row for pair, row in rows.items() if {one, other} == set(pair))
            for cell, text in zip(row[5:9], (answer, "张三", "2026-11-30", "看过执照：'更名'"), strict=True):
                cell.value = text
        book.save(name)

    pair = ("湖南华天建设有限公司", "湖南华天建筑有限公司")
    fill({pair: "也许"}, "wrong.xlsx")
    refused = invoke("parties", "--decided", "wrong.xlsx", "-o", "names.yaml", "--lang", "zh")
    assert refused.exit_code == 2
    assert "待认定!F" in refused.output
    assert not (tmp_path / "names.yaml").exists()
    fill({pair: "是"}, "fine.xlsx")
    changed = next(row for names, row in rows.items() if set(names) == set(pair))
    kept, changed[0].value = changed[0].value, "湖南华天集团有限公司"
    book.save("renamed.xlsx")
    refused = invoke("parties", "--decided", "renamed.xlsx", "-o", "names.yaml", "--lang", "zh")
    assert (refused.exit_code, "名称改动过" in refused.output) == (2, True)
    changed[0].value = kept
    fill({pair: "是", ("湖南华天建设有限公司", "湖南华天建设工程有限公司"): "否"}, "right.xlsx")
    for said in ("加了 2 条", "2 条认定已经都有了，没有写文件"):
        read = invoke("parties", "--decided", "right.xlsx", "-o", "names.yaml", "--lang", "zh")
        assert (read.exit_code, said in read.output) == (0, True)
    empty = invoke("parties", "--decided", "n.xlsx", "-o", "none.yaml", "--lang", "zh")
    assert (empty.exit_code, "没有认定" in empty.output, (tmp_path / "none.yaml").exists()) == (0, True, False)
    for cells, said in {
        ("F3",): "F3: 这一行只填了一部分，没有写“是否同一家”",
        ("G3", "I3"): "I3: “/”不是理由",
        ("J3",): "J3: 键和这一行的两个名称都对不上",
        ("F2",): "表头缺 “是否同一家”",
    }.items():
        kept = {cell: sheet[cell].value for cell in cells}
        fine = {"F3": "是", "G3": "张三", "H3": "2026-11-30", "I3": "看过执照"}
        for cell, text in {**fine, **dict.fromkeys(cells, "" if cells == ("F3",) else "/")}.items():
            sheet[cell].value = text
        book.save("fault.xlsx")
        refused = invoke("parties", "--decided", "fault.xlsx", "-o", "names.yaml", "--lang", "zh")
        assert (refused.exit_code, said in refused.output) == (2, True), refused.output
        for cell, text in kept.items():
            sheet[cell].value = text
    again = invoke("parties", "c", "--rules", "names.yaml", "--lang", "zh")
    assert "2 家供应商、收款人；1 家有几种写法" in again.output
    assert "可能是同一家" not in again.output
    fill({pair: "否"}, "contrary.xlsx")
    before = (tmp_path / "names.yaml").read_bytes()
    refused = invoke("parties", "--decided", "contrary.xlsx", "-o", "names.yaml", "--lang", "zh")
    assert refused.exit_code == 2
    assert "contrary.xlsx" in refused.output
    assert (tmp_path / "names.yaml").read_bytes() == before


# ---- groups by the name of a party


@pytest.mark.database
@pytest.mark.parametrize("with_decisions", [False, True])
def test_groups_by_a_partys_name_are_the_same_on_duckdb_and_in_the_second_book(tmp_path, with_decisions):
    pytest.importorskip("duckdb")
    from test_sql import assert_same

    book = grouping(tmp_path / "r", decided=with_decisions)
    cases = named_cases(random.Random(7), 40)
    plan = book.plan(cases[0], GROUPS.__contains__)
    counts = assert_same(book, plan, cases)
    assert min(counts[outcome] for outcome in ("pass", "fail", "undetermined")) > 20
    checks = [check for case in cases for check in evaluate(plan, case)]
    for check, second in zip(checks[:50], second_verdicts(checks[:50]), strict=True):
        assert second.verdict in (check.outcome, None)
    paid = [check.subject for check in checks if check.subject.entity == "payment*"]
    forms = {party(name, book.confirmed) for name in SPELLINGS}
    assert {group.id for group in paid} <= forms
    assert len(forms) == (4 if with_decisions else 8)
    assert sum(len({fact.values["payee"] for fact in group.related["members"]}) > 1 for group in paid) > 3


def test_a_group_is_called_by_the_name_that_stands_for_all_and_says_how_else_it_is_written(tmp_path):
    book = grouping(tmp_path / "r", decided=True)
    names = ["华天建筑有限公司"] * 3 + ["华天（建设）有限公司", "华天建设有限公司", "华天建设有限公司"]
    rows = [f"{{id: p{n}, payee: {name}, amount: 20000.00元, date: 2020-01-01}}" for n, name in enumerate(names)]
    body = f"transcribed: whole\nlines: [{{id: t, kind: 总支出, name: 总, payments: [{', '.join(rows)}]}}]\n"
    (check,) = evaluate(book.plan((case := unit(1, body)), {"g-paid"}.__contains__), case)
    assert (check.outcome, check.amount, check.subject.id) == ("fail", 12_000_000, "华天建设有限公司")
    assert case.label(check.subject) == "华天建设有限公司"
    assert message(check, "zh").endswith("收款人也写作华天建筑有限公司（按名称认定）、华天（建设）有限公司")
    coded = [
        row.replace("amount", f"payee_code: {code}, amount")
        for row, code in zip(rows, (CODE, CODE, OTHER), strict=False)
    ]
    body = f"transcribed: whole\nlines: [{{id: t, kind: 总支出, name: 总, payments: [{', '.join(coded)}]}}]\n"
    (two,) = evaluate(book.plan((case := unit(1, body)), {"g-paid"}.__contains__), case)
    assert message(two, "zh").endswith(f"有 2 个信用代码（{OTHER}、{CODE}），可能不是一家")
    rows.append(rows.pop(0))  # in another order it is the same group, called the same
    body = f"transcribed: whole\nlines: [{{id: t, kind: 总支出, name: 总, payments: [{', '.join(rows)}]}}]\n"
    (again,) = evaluate(book.plan((case := unit(1, body)), {"g-paid"}.__contains__), case)
    assert fingerprint(again) == fingerprint(check)
    assert again.subject.values == check.subject.values


def test_a_function_in_what_groups_are_made_by_is_told_that_names_of_parties_need_none(tmp_path):
    with pytest.raises(InputError) as refused:
        rules_in(tmp_path, {"g": ("付款 按 统一名称（收款人）", "require: count(payment) < 2")})
    assert any("按 收款人" in each.render("zh") for each in refused.value.problems)


def test_decisions_among_cases_and_a_workbook_among_rules_are_told_as_what_they_are(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    decide(tmp_path / "c", ("甲公司", "乙公司"))
    among = invoke("run", "c", "--lang", "zh")
    assert (among.exit_code, among.output.count("["), "--rules names.yaml" in among.output) == (2, 1, True)
    (tmp_path / "n.xlsx").write_bytes(b"PK")
    rules = invoke("run", "c", "--rules", "n.xlsx", "--lang", "zh")
    assert (rules.exit_code, "checker parties --decided n.xlsx" in rules.output) == (2, True)
