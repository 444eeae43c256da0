"""Everything that is done with an operator, done with the toy; run by tests/language/test_operators.py in a process of its own.

The two files of the toy are read first: a word is there before anything reads the words.
"""

import sys
from dataclasses import replace
from decimal import localcontext
from pathlib import Path

import record  # noqa: F401
import sql_leaf  # noqa: F401

from checker.api import load_rules
from checker.authoring.mutation import mutants
from checker.authoring.reference import words_page
from checker.authoring.solver import Solver
from checker.base.values import EXACT
from checker.batch.in_memory import judge_packed
from checker.cases.reader import read_case
from checker.documents.source import parse_text
from checker.engines.evaluator import Judge, evaluate
from checker.engines.sql.plan import compile_plan
from checker.findings.working import explanation
from checker.language.formatter import format_expression
from checker.language.parser import parse
from checker.language.tokens import ExpressionError, Lexicon
from checker.language.types import check
from checker.tables.packer import Packer
from checker.tables.warehouse import connect

RULE = """编号: own-toy
标题: 玩具
依据: {文件: 《测试》, 核对: 未核实}
定性: 疑点
严重程度: 低
对象: 支出项目
要求: 项目名称 长于 偏差原因 且 加倍(实际支出) <= 年初预算 且 年初预算 ⊕ 实际支出 > 4.05万元
说明: "{项目名称} 用了 {加倍(实际支出)} 的一半"
整改: 无
"""
HEAD = 'name: 示例单位\njurisdiction: "430112"\nlevel: 区县\nunit_kind: 事业单位\nyear: 2020\n'
LINES = [
    ("甲乙丙", "短", "1.00万元", "2.10万元", "pass"),
    ("甲", "很长", "1.00万元", "2.10万元", "fail"),
    ("甲乙丙", "短", "1.00万元", "1.00万元", "fail"),
    ("甲乙丙", "短", "2.00万元", "3.995万元", "undetermined"),  # twice the last digit decides
    ("甲乙丙", "短", "1.00万元", "", "undetermined"),
    ("甲乙丙", "短", "1.00万元", "2.045万元", "undetermined"),  # 4.045, which the digits leave up to 4.0555
    ("甲乙丙", "短", "1.00万元", "2.03万元", "fail"),  # 4.03, at most 4.045
    ("甲乙丙", "短", "0.50万元", "2.03万元", "fail"),
]
folder = Path(sys.argv[1])
(folder / "own-toy.yaml").write_text(RULE, encoding="utf-8")
book = load_rules([folder])
rule = book.rules["own-toy"]

# parse and types, in both languages and as they are printed
lexicon = Lexicon(book.names)
for text in ("项目名称 长于 偏差原因", "项目名称长于偏差原因", "budget_line.name longer_than deviation_reason"):
    assert check(parse(text, lexicon), rule.scope) == rule.require.left.left, text
for text, code in (
    ("造价 长于 偏差原因", "type/wanted-text"),
    ("加倍(项目名称)", "type/wanted-number"),
    ("加倍(1, 2)", "type/arity"),
):
    try:
        check(parse(text, lexicon), rule.scope)
        raise AssertionError(text)
    except ExpressionError as error:
        assert error.detail == code, error.detail
printed = {lang: format_expression(rule.require, rule.scope, lang) for lang in ("zh", "en")}
assert (
    "长于" in printed["zh"]
    and "加倍(" in printed["zh"]
    and "longer_than" in printed["en"]
    and "doubled(" in printed["en"]
)
assert "⊕" in printed["zh"] and "plus_twice" in printed["en"]
for text in printed.values():
    assert check(parse(text, lexicon), rule.scope) == rule.require

# evaluator and DuckDB
lines = "".join(
    f"  - {{id: l{at}, kind: 明细项目, name: {name}, deviation_reason: {why}, actual: {actual}"
    + (f", initial_budget: {budget}}}\n" if budget else "}\n")
    for at, (name, why, actual, budget, _) in enumerate(LINES)
)
case = read_case(parse_text("case.yaml", HEAD + "lines:\n" + lines), book.vocabulary, closed=True)
plan = replace(book.plan(case), rules=(rule,), compiled={}, memory=[])
checks = evaluate(plan, case)
assert [c.outcome for c in checks] == [wanted for *_, wanted in LINES], [c.outcome for c in checks]
packer = Packer(book.vocabulary)
packer.add(case)
connection = connect()
packer.load(connection)
compiled = compile_plan(plan, "duckdb")
assert not compiled.refused
judged = judge_packed(connection, book.vocabulary, compiled)
assert {key[2]: found[0] for key, found in judged.items()} == {c.subject.id: c.outcome for c in checks}

# explain: both words, and the message's figure
for lang, word in (("zh", "长于"), ("en", "longer_than")):
    told = "\n".join(explanation(checks[1], lang))
    assert word in told and "2" in told, told

# mutate: the mutants of the record, and those that know nothing of it
with localcontext(EXACT):
    made = [mutant.after.en for mutant in mutants(book, rule)]
assert any("contains" in text and "longer_than" not in text for text in made), made
assert any("initial_budget - actual" in text for text in made), made
assert any("doubled(" in text and "longer_than" not in text for text in made)
assert Solver(book).possible((rule.require, True)) and Judge(plan, rule).certain is not None
for lang, word in (("zh", "长于"), ("en", "doubled")):
    assert f"`{word}`" in words_page(lang)
print("told")
