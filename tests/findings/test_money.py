"""Money at stake: every yuan once, and a column of amounts adds up to the headline in every format."""

import re
from decimal import Decimal, localcontext

import pytest
import yaml
from conftest import BOOK, HEAD, ROOT, report_of
from extracted import HEAVY, READERS, sheets, verdict_amount
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_office import made, paragraphs

from checker.api import check, load_case
from checker.base.values import EXACT
from checker.cases.reader import read_case
from checker.documents.source import parse_text
from checker.findings.identity import fingerprint
from checker.findings.problems import CLASSES
from checker.findings.sections import SECTIONS
from checker.findings.stakes import count
from checker.reports import Options, render

WAN = 1_000_000
TOP = "amounts: {unit: 万元, decimals: 2}\ntranscribed: whole\n"


def wan(text: str) -> int:
    return int(Decimal(text.replace(",", "") or "0") * WAN)


def in_problems(report):
    """Return the engine's checks that belong to some problem."""
    return [c for f, c in zip(report.results, report.checks, strict=True) if f.problem is not None]


def adds_up(report, heavy=False):
    whole = report.amount()
    assert whole == sum(report.amount((kind,)) for kind in CLASSES)
    assert all(0 <= (c.counts or 0) <= max(0, c.own or 0) for c in report.checks)
    for form, (read, names) in READERS.items():
        if "headline" not in names or (form in HEAVY and not heavy):
            continue
        found = read(report)
        problems = [amount for *_, amount in found.get("problems", [])]
        assert found["headline"] == whole and (not problems or sum(problems) == whole), form


# ---- random cases

AMOUNTS = st.integers(0, 12000).map(lambda n: f"{n / 100:.2f}")
SMALL = st.integers(1, 4000).map(lambda n: f"{n / 100:.2f}")
DAYS = st.sampled_from(["2020-02-01", "2020-05-20", "2020-09-09", "2021-01-05"])


@st.composite
def cases(draw, contracts=True):
    """Return the body of a case: a total, projects, items; payments, approvals, contracts and supplements of them."""
    lines = [{"id": "total", "kind": "总支出", "name": "总支出"}]
    items, listed = [], []
    for number in range(draw(st.integers(1, 2))):
        project = f"p{number}"
        lines.append(
            {"id": project, "kind": "项目支出" if number == 0 else "基本支出", "name": project, "parent": "total"}
        )
        for _ in range(draw(st.integers(0, 3))):
            item = {"id": f"i{len(items)}", "kind": "明细项目", "name": f"专项{len(items)}", "parent": project}
            item["initial_budget"] = draw(st.sampled_from(["0", "10.00", "50.00"]))
            item["actual"] = draw(AMOUNTS)
            item["is_it"] = draw(st.sampled_from(["是", "否"]))
            if draw(st.booleans()):
                item["payments"] = [
                    {
                        "id": f"{item['id']}-{n}",
                        "date": draw(DAYS),
                        "amount": draw(SMALL),
                        "payee": draw(st.sampled_from(["甲", "示例单位"])),
                    }
                    for n in range(draw(st.integers(0, 3)))
                ]
            if draw(st.booleans()):
                item["approvals"] = [
                    {"number": f"{item['id']}-{n}", "date": draw(DAYS), "amount": draw(SMALL)}
                    for n in range(draw(st.integers(0, 2)))
                ]
            if draw(st.booleans()):
                item["reviews"] = [{"level": "一审", "result": "通过", "date": draw(DAYS)}]
            items.append(item["id"])
            lines.append(item)
        if not any(line.get("parent") == project for line in lines):
            lines[-1] |= {"initial_budget": "20.00", "actual": draw(AMOUNTS)}
    if contracts:
        for number in range(draw(st.integers(0, 4))):
            entry = {
                "id": f"c{number}",
                "amount": draw(SMALL),
                "supplier": draw(st.sampled_from(["甲", "乙"])),
                "catalogue_item": "服务",
                "category": "服务",
                "method": "自行采购",
                "sign_date": draw(DAYS),
                "budget": "5.00",
            }
            if items:
                entry["line"] = draw(st.sampled_from(items))
            if draw(st.booleans()):
                entry["supplements"] = [{"id": f"s{number}", "amount": draw(SMALL), "sign_date": draw(DAYS)}]
            if items:
                listed.append(entry)
    body = {"lines": lines}
    if contracts:
        body["contracts"] = listed
    return body


def written(body):
    return TOP + yaml.safe_dump(body, allow_unicode=True, sort_keys=False)


def spent(case) -> int:
    return sum(f.values.get("actual") or 0 for f in case.facts["budget_line"] if not f.related.get("sub_line"))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_the_headline_is_no_more_than_was_spent_and_every_column_adds_up(body):
    report = report_of(written(body))
    adds_up(report)
    case = report.checks[0].case
    # a contract of a line that has spent nothing yet is money of its own
    idle = {f.id for f in case.facts["budget_line"] if f.values.get("actual") == 0}
    if not any(c["line"] in idle for c in body.get("contracts", [])) and not any(
        line["id"] in idle and (line.get("payments") or line.get("approvals")) for line in body["lines"]
    ):
        assert report.amount() <= spent(case)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_the_heavy_formats_add_up_too(body):
    adds_up(report_of(written(body)), heavy=True)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_a_file_changes_nothing(body, random):
    one = report_of(written(body))
    mixed = {key: random.sample(entries, len(entries)) for key, entries in body.items()}
    for entry in mixed["lines"]:
        for key in ("payments", "approvals"):
            if key in entry:
                entry[key] = random.sample(entry[key], len(entry[key]))
    two = report_of(written(mixed))
    amounts = lambda report: {fingerprint(c): (c.own, c.counts, c.marks) for c in report.checks}  # noqa: E731
    assert amounts(one) == amounts(two) and one.amount() == two.amount()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_problems_decides_only_where_money_stands(body, random):
    report = report_of(written(body))
    case = report.checks[0].case
    found = in_problems(report)
    with localcontext(EXACT):
        amounts = {sum(each.amount for each in count(case, random.sample(found, len(found)))) for _ in range(3)}
    assert amounts == {report.amount()}


def test_a_total_whose_parts_claim_nothing_is_no_roll_up():
    """The item is over its budget by less than its last digit, so that only the total that hides it claims the money."""
    lines = [
        {"id": "total", "kind": "总支出", "name": "总支出"},
        {"id": "p0", "kind": "项目支出", "name": "p0", "parent": "total", "initial_budget": "20.00", "actual": "0.00"},
        {"id": "p1", "kind": "基本支出", "name": "p1", "parent": "total"},
        {"id": "i0", "kind": "明细项目", "name": "专项0", "parent": "p1", "initial_budget": "0", "actual": "0.01"},
    ]
    report = report_of(written({"lines": lines}))
    (found,) = [c for c in in_problems(report) if (c.own or 0) > 0]
    assert found.rule.id == "overrun-hidden-in-total" and "roll_up" not in found.marks
    assert found.amount == found.counts == report.amount() == 10_000


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases(contracts=False))
def test_the_headline_is_the_sum_over_lines_of_the_largest_claim(body):
    """Worked out anew, in the words of the law: per line the largest claim, its parts' claims where those are more."""
    report = report_of(written(body))
    case = report.checks[0].case
    claims: dict[tuple[str, str], dict[str, int]] = {}
    for each in (c for c in in_problems(report) if (c.own or 0) > 0 and "roll_up" not in c.marks):
        owner = each.subject if each.subject.entity == "budget_line" else each.subject.owner
        of = claims.setdefault((owner.id, each.subject.entity), {})
        of[each.subject.id] = max(of.get(each.subject.id, 0), each.own)

    def stake(line) -> int:
        own = max((sum(of.values()) for (key, _), of in claims.items() if key == line.id), default=0)
        limit = line.values.get("actual")
        return max(min(own, limit) if limit else own, sum(stake(part) for part in line.related.get("sub_line", ())))

    assert report.amount() == sum(stake(f) for f in case.facts["budget_line"] if "parent" not in f.values)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases(), cases())
def test_several_units_add_up(one, two):
    read = [
        read_case(parse_text(f"{name}.yaml", HEAD.replace("示例单位", name) + written(body)), BOOK.vocabulary)
        for name, body in (("甲局", one), ("乙局", two))
    ]
    both = check(read, BOOK)
    adds_up(both)
    assert both.amount() == sum(check([case], BOOK).amount() for case in read)
    if both.amount():
        (told,) = re.findall(r"^2 个单位：.*", render("table", both, Options(columns=10_000)), re.M)
        assert verdict_amount(told) == both.amount()


@pytest.mark.parametrize("path", sorted((ROOT / "cases").rglob("*.yaml")), ids=lambda p: p.stem)
def test_the_bundled_cases_add_up(path):
    if "templates" in path.parts:
        pytest.skip("a template holds nothing")
    adds_up(check([load_case(str(path), BOOK)], BOOK), heavy=True)


# ---- whose money it is

LINE = "lines:\n- {id: a, kind: 明细项目, name: 某专项, initial_budget: 0, actual: 50.00%s}\n"


def money(body: str, *rules: str, year: int = 2020) -> tuple[int, list[int]]:
    report = report_of(TOP + body, *rules, head=HEAD.replace("2020", str(year)))
    adds_up(report)
    return report.amount() // WAN, [int((p.own or 0) // WAN) for p in report.problems]


def test_a_payment_is_its_lines_money():
    body = LINE % ", payments: [{id: p, date: 2020-03-01, amount: 50, payee: 示例单位}]"
    whole, own = money(body, "payee-is-not-the-unit", "spending-never-budgeted")
    assert whole == 50 and own == [50, 50]


def test_payments_of_a_line_are_different_money():
    paid = ", payments: [{id: p, date: 2020-03-01, amount: 30, payee: 示例单位}, {id: q, date: 2020-04-01, amount: 15, payee: 示例单位}]"
    assert money(LINE % paid, "payee-is-not-the-unit") == (45, [45])


CONTRACT = "contracts:\n- {id: c, line: a, amount: %s, budget: 10, supplier: 甲, method: 询价, category: 服务, catalogue_item: 服务, sign_date: 2020-03-01%s}\n"


def test_a_contract_is_its_lines_money():
    both = ("contract-within-procurement-budget", "spending-never-budgeted")
    assert money(LINE % "" + CONTRACT % ("40", ""), *both)[0] == 50
    free = LINE % "" + (CONTRACT % ("40", "")).replace("line: a, ", "")
    assert money(free, *both)[0] == 80, "a contract without a line is money of its own"


def test_a_contract_without_a_line_is_its_money_whose_payments_it_lists():
    """Of one line, that line's; of several, it adds only what is not claimed on them."""
    both = ("contract-within-procurement-budget", "spending-never-budgeted")
    free = (CONTRACT % ("40", "")).replace("line: a, ", "")
    paid = LINE % ", payments: [{id: p, contract: c, date: 2020-03-01, amount: 30}]"
    assert money(paid + free, *both)[0] == 50
    two = (
        paid
        + "- {id: b, kind: 明细项目, name: 别的, initial_budget: 20, actual: 20, payments: [{id: q, contract: c, date: 2020-04-01, amount: 10}]}\n"
    )
    assert money(two + free, *both)[0] == 50, "of 40 paid 30 count on a already"
    much = free.replace("amount: 40", "amount: 110")
    assert money(two + much, *both)[0] == 50 + 100 - 30
    own = much.replace("id: c,", "id: c, line: b,")
    assert money(two + own, *both)[0] == 50 + 20, "no more than b has spent"


def test_what_several_lines_pay_counts_once_whichever_line_a_contract_names():
    """Payments without spending: both lines claim them, and so does the contract; the project above claims nothing more."""
    lines = "lines:\n- {id: p, kind: 项目支出, name: 丙}\n"
    for line, paid in (("a", 30), ("b", 20)):
        lines += f"- {{id: {line}, kind: 明细项目, name: {line}, parent: p, initial_budget: 50, actual: 0, payments: [{{id: {line}1, contract: c, date: 2020-03-01, amount: {paid}}}]}}\n"
    rules = ("payments-make-up-spending", "payments-within-contract")
    for named in ("", "line: a, ", "line: b, "):
        contract = f"contracts:\n- {{id: c, {named}amount: 5, sign_date: 2020-01-01, supplements: 无}}\n"
        assert money(lines + contract, *rules)[0] == 50, named
        assert money(lines + contract, rules[1])[0] == 45, named


def test_a_contract_counts_no_more_than_its_line_has_spent():
    report = report_of(TOP + LINE % "" + CONTRACT % ("210", ""), "contract-within-procurement-budget")
    (found,) = [c for c in report.checks if c.outcome == "fail"]
    assert found.own == 200 * WAN and found.counts == 50 * WAN and found.marks == {"capped"}
    for form in ("table", "markdown", "html", "csv", "json", "sarif"):
        assert "不超过该项目的实际支出" in re.sub(r"\s", "", render(form, report, Options())), form
    assert any("不超过该项目的实际支出" in line for line in paragraphs(made("docx", report)))
    adds_up(report)


def test_supplements_and_payments_of_a_contract_go_where_it_goes():
    more = ", supplements: [{id: s, amount: 30, sign_date: 2020-04-01}]"
    assert money(LINE % "" + CONTRACT % ("40", more), "supplement-within-tenth", "spending-never-budgeted")[0] == 50


def test_three_public_money_is_a_lines_only_where_the_case_says_so():
    body = LINE % "" + "three_public:\n- {kind: 公务接待费, budget: 0, actual: 8%s}\n"
    rules = ("three-public-never-budgeted", "spending-never-budgeted")
    assert money(body % "", *rules)[0] == 58
    assert money(body % ", line: a", *rules)[0] == 50


def test_receptions_are_part_of_what_receptions_cost():
    body = "three_public:\n- {kind: 公务接待费, budget: 0, actual: 8}\nreceptions:\n- {id: r, date: 2020-05-01, visitors: 甲, amount: 3, letter: 无, guests: 3, hosts: 9}\n"
    found = ("three-public-never-budgeted", "reception-official-letter", "reception-hosts")
    assert money(body, *found)[0] == 8
    assert money(body, "reception-official-letter", "reception-hosts")[0] == 3


def test_a_whole_of_three_public_money_adds_only_what_its_kinds_do_not_claim():
    body = "three_public:\n- {kind: 公务接待费, budget: 5, actual: 8, prior_budget: 5}\n- {kind: 因公出国, budget: 4, actual: 6, prior_budget: 4}\n"
    assert money(body, "three-public-line-within-budget", "three-public-within-budget")[0] == 5


def test_purchases_of_the_unit_are_part_of_what_its_lines_spend():
    body = "procurement_budget: 10\nprocurement_actual: 30\n" + LINE % ""
    assert money(body, "procurement-within-budget", "spending-never-budgeted")[0] == 50
    books = "fixed_assets: 10\nfixed_assets_in_use: 30\n" + LINE % ""
    assert money(books, "assets-on-the-books", "spending-never-budgeted", year=2022)[0] == 70


def test_a_parent_adds_only_what_its_parts_do_not_claim():
    body = (
        "lines:\n- {id: t, kind: 总支出, name: 总支出, initial_budget: 50, actual: 150}\n"
        "- {id: a, kind: 明细项目, name: 甲, parent: t, initial_budget: 0, actual: 60}\n"
        "- {id: b, kind: 明细项目, name: 乙, parent: t, initial_budget: 50, actual: 90}\n"
    )
    assert money(body, "spending-never-budgeted", "overrun-above-threshold")[0] == 100


@pytest.mark.parametrize("parent", ["", ", parent: t", ", parent: 无"])
def test_a_line_that_names_no_parent_is_part_of_the_total_all_the_same(parent):
    body = (
        "lines:\n- {id: t, kind: 总支出, name: 总支出, initial_budget: 50, actual: 150}\n"
        f"- {{id: a, kind: 明细项目, name: 甲, initial_budget: 0, actual: 60{parent}}}\n"
    )
    assert money(body, "spending-never-budgeted", "overrun-above-threshold")[0] == 100


def test_parts_listed_twice_over_are_the_same_money():
    """A table by item and one by what was bought: 60 unbudgeted is wages, whichever way it is listed."""
    body = (
        "lines:\n- {id: t, kind: 总支出, name: 总支出}\n"
        "- {id: a, kind: 明细项目, name: 甲, parent: t, initial_budget: 0, actual: 60}\n"
        "- {id: w, kind: 支出构成, name: 工资, parent: t, initial_budget: 0, actual: 60}\n"
    )
    rules = ("spending-never-budgeted", "addition-approved", "round-sum-without-detail")
    assert money(body, *rules)[0] == 60


@pytest.mark.parametrize(("total", "rolled"), [("150.01", True), ("150.02", True), ("150.90", False)])
def test_the_sum_of_parts_is_one_within_rounding_too(total, rolled):
    body = (
        f"lines:\n- {{id: t, kind: 总支出, name: 总支出, initial_budget: 50, actual: {total}}}\n"
        "- {id: a, kind: 明细项目, name: 甲, parent: t, initial_budget: 20, actual: 60}\n"
        "- {id: b, kind: 明细项目, name: 乙, parent: t, initial_budget: 30, actual: 90}\n"
    )
    report = report_of(TOP + body, "overrun-above-threshold")
    whole = next(c for c in report.checks if c.subject.id == "t")
    assert ("roll_up" in whole.marks, whole.counts == whole.amount == 0) == (rolled, rolled)
    assert report.amount() == (100 * WAN if rolled else wan(total) - 50 * WAN)
    adds_up(report, heavy=True)
    if rolled:
        for form in ("table", "json", "jsonl", "csv", "markdown", "sarif", "html"):
            told = render(form, report, Options())
            assert "不重复计入" in told or "是所属各项之和，不另计" in told, form
        assert any("不另计" in line for line in paragraphs(made("docx", report)))
        assert any("不重复计入" in cell for _, rows in sheets(made("xlsx", report)) for row in rows for cell in row)


def test_a_total_alone_is_no_sum_that_was_counted():
    """Where no part is a finding, the total's money is counted nowhere else."""
    body = (
        "lines:\n- {id: t, kind: 总支出, name: 总支出, initial_budget: 0, actual: 60}\n"
        "- {id: a, kind: 明细项目, name: 甲, parent: t, initial_budget: 0, actual: 60}\n"
    )
    report = report_of(TOP + body, "overrun-above-threshold")
    adds_up(report)
    for each in report.checks:
        assert "roll_up" not in each.marks or report.amount() > 0


# ---- sections


def test_a_breach_whose_basis_was_not_read_is_a_query():
    for rule in BOOK.rules.values():
        read = [b for b in rule.basis if not b.reference]
        firm = bool(read) and all(b.verified == "text" for b in read)
        assert rule.stands_as("breach") == ("breach" if firm else "query"), rule.id
        assert all(rule.stands_as(n) == n for n in ("contradiction", "disclosure", "query"))


def test_what_is_established_rests_on_what_was_read():
    body = LINE % ", is_it: 是, cost: 150.00, reviews: [], payments: [], approvals: []" + "receptions: []\n"
    report = report_of(TOP + body)
    rules = {rule: BOOK.rules[rule] for rule in ("it-project-first-review",)}
    unread = [c for c in report.checks if c.rule.id in rules and c.outcome == "fail"]
    assert unread and {c.nature for c in unread} == {"query"}
    entry = next(e for e in report.to_dict()["checks"] if e["rule"] == unread[0].rule.id)
    assert entry["nature"] == "query"
    problem = next(p for p in report.problems if unread[0].rule.id in {f.rule.id for f in p.findings})
    assert problem.kind == "query"
    for each in report.problems:
        if each.kind == "breach":
            assert all(b.verified == "text" for f in each.findings for b in f.rule.basis if not b.reference)


def test_disclosures_stand_in_a_section_of_their_own():
    report = check([load_case(str(ROOT / "cases" / "2020.yaml"), BOOK)], BOOK)
    some = sum(1 for p in report.problems if p.kind == "disclosure")
    assert some
    told = report.cases[0].headline.zh
    assert f"{some} 处应当补充披露" in told and [name.zh for _, name in SECTIONS][2] == "应补充披露"
    for form in ("table", "markdown", "html"):
        shown = render(form, report, Options())
        assert shown.index("可认定") < shown.index("应补充披露") < shown.index("疑点")
    assert any(line.endswith("应补充披露") for line in paragraphs(made("docx", report)))
    kinds = [p.kind for p in report.problems]
    assert kinds == sorted(kinds, key=CLASSES.index)


def test_the_bridge_marks_what_is_derived_and_takes_none_for_no_money():
    body = "lines:\n- {id: t, kind: 总支出, name: 总支出%s}\n- {id: a, kind: 明细项目, name: 甲, parent: t, initial_budget: %s, actual: 60}\n"
    derived = report_of(TOP + body % ("", "20"), "overrun-above-threshold")
    (bridge,) = derived.bridges()
    assert bridge.derived == ("initial_budget", "actual")
    told = re.sub(r"\s", "", render("table", derived, Options()))
    assert "年初预算20.00万元（由分项相加得出），实际支出60.00万元（由分项相加得出）" in told
    assert "年初预算、实际为推算（分项之和）" in render("csv", derived, Options())
    (bridge,) = report_of(TOP + body % (", initial_budget: 20, actual: 60", "20")).bridges()
    assert "actual" not in bridge.derived
    (bridge,) = report_of(TOP + body % (", initial_budget: 20, actual: 60.01", "20")).bridges()
    assert [(step.label.zh, step.amount) for step in bridge.steps] == [("甲", 40 * WAN), ("四舍五入的差", WAN // 100)]
    (bridge,) = report_of(TOP + body % (", initial_budget: 20, actual: 60.50", "20")).bridges()
    assert [step.label.zh for step in bridge.steps] == ["总支出"]
    for none in ("无", "0"):
        (bridge,) = report_of(TOP + body % (f", initial_budget: {none}, actual: 60", none)).bridges()
        assert bridge.total == 60 * WAN and "没有预算" in bridge.steps[0].label.zh
