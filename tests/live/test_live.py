"""Live checking: findings arise and are taken back with the events; a kill loses nothing and repeats nothing."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from decimal import localcontext
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from conftest import BOOK, ROOT

from checker.api import check
from checker.base.values import EXACT
from checker.cases.reader import read_case
from checker.cli.main import main
from checker.documents.source import parse_text
from checker.engines.evaluator import evaluate
from checker.findings.identity import fingerprint
from checker.live.docket import Docket, entry_of
from checker.live.inputs import Line
from checker.live.journal import Journal
from checker.live.state import Live
from checker.live.watch import Watcher

NIGHTLY = bool(os.environ.get("CHECKER_NIGHTLY"))
HEAD = {"name": "某局", "jurisdiction": "430112", "level": "区县", "unit_kind": "事业单位", "year": 2020}
LINES = [
    {"id": "total", "kind": "总支出", "name": "总支出"},
    {"id": "p", "kind": "项目支出", "parent": "total", "name": "项目支出"},
    {
        "id": "a",
        "kind": "明细项目",
        "parent": "p",
        "name": "甲",
        "initial_budget": "100.00万元",
        "adjusted_budget": "100.00万元",
        "is_it": "否",
    },
    {
        "id": "b",
        "kind": "明细项目",
        "parent": "p",
        "name": "乙",
        "initial_budget": "0万元",
        "adjusted_budget": "30万元",
        "is_it": "是",
        "cost": "300万元",
    },
]
PAYMENT = {"kind": "payment", "line": "a", "date": "2020-03-01", "amount": "60.00万元"}


def event(ident, **body):
    return {"event": ident, **body}


def watch(folder, events, *options, name="events.jsonl"):
    """Run `watch` over *events* (dicts, or lines as they are); returns the result and the findings told."""
    lines = [e if isinstance(e, str) else json.dumps(e, ensure_ascii=False) for e in events]
    (folder / name).write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    (folder / "case.json").write_text(json.dumps({**HEAD, "lines": LINES}, ensure_ascii=False), encoding="utf-8")
    result = CliRunner().invoke(main, command(folder, name, *options))
    told = [json.loads(line) for line in (folder / "told.jsonl").read_text(encoding="utf-8").splitlines()]
    return result, told


def command(folder, name="events.jsonl", *options):
    places = [
        ("--case", "case.json"),
        ("--journal", "journal.db"),
        ("--output", "told.jsonl"),
        ("--rejects", "rejects.jsonl"),
    ]
    return [
        "watch",
        str(folder / name),
        *(part for option, file in places for part in (option, str(folder / file))),
        "--lang",
        "zh",
        *options,
    ]


def actions(told, rule, subject):
    return [(t["action"], t["outcome"], t["event"]) for t in told if (t["rule"], t["subject"]) == (rule, subject)]


def test_the_payment_that_takes_an_item_over_its_budget(tmp_path):
    result, told = watch(
        tmp_path,
        [
            event("e1", **PAYMENT),
            event("e2", **{**PAYMENT, "amount": "40.00万元"}),
            event("e3", **{**PAYMENT, "amount": "1.00万元"}),
        ],
    )
    assert actions(told, "spending-over-adjusted-budget", "a") == [("found", "fail", "e3")]
    assert "超过调整预算 100.00万元，超出 1.00万元" in result.output and result.exit_code == 1


def test_a_late_approval_takes_the_finding_back(tmp_path):
    spent = event("e1", kind="payment", line="b", date="2020-05-01", amount="20万元")
    short = event("e2", kind="approval", line="b", number="甲1号", date="2020-04-01", amount="19万元")
    rest = event("e3", kind="approval", line="b", number="甲2号", date="2020-05-01", amount="1万元")
    _, told = watch(tmp_path, [spent, short, event("e4", kind="end")])
    assert actions(told, "addition-approved", "b")[-1] == ("changed", "fail", "e4")
    (tmp_path / "two").mkdir()
    _, told = watch(tmp_path / "two", [spent, short, rest, event("e4", kind="end")])
    found = actions(told, "addition-approved", "b")
    assert found[0] == ("found", "undetermined", "e1") and found[-1][0] == "withdrawn" and found[-1][2] in ("e3", "e4")


def test_an_event_that_infers_leads_nowhere_or_says_nothing_is_rejected(tmp_path):
    events = [
        event("e1", **{**PAYMENT, "amount": {"value": "999.00万元", "inferred": True, "source": "猜"}}),
        event("e2", **{**PAYMENT, "contract": "c7"}),
        event("e3", kind="approval", line="b"),
        event("e4", kind="contract", id="c1", subject_matter="运维", line="a"),
        event("e5", **{**PAYMENT, "contract": "c1"}),
    ]
    watch(tmp_path, events)
    told = [json.loads(line) for line in (tmp_path / "rejects.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [t["line"] for t in told] == [1, 2, 3], told
    for each, words in zip(told, ("不能写推断", "没有编号为“c7”的合同", "文号、日期、金额"), strict=True):
        assert words in " ".join(each["reasons"])


def rejects(folder):
    return [json.loads(line) for line in (folder / "rejects.jsonl").read_text(encoding="utf-8").splitlines()]


REPEATS = {
    "the same payment again": ([{"id": "V1"}, {"id": "V1"}], [2]),
    "the number with blanks, its amount in another unit": (
        [{"id": "V1"}, {"id": " V1 ", "amount": "600000.00元"}],
        [2],
    ),
    "its number in Chinese": ([{"id": "V1"}, {"付款编号": "V1"}], [2]),
    "its number as a number": ([{"id": "17"}, {"id": 17}], [2]),
    "one number, another line": ([{"id": "V1"}, {"id": "V1", "line": "b"}], [2]),
    "one number, another day": ([{"id": "V1"}, {"id": "V1", "date": "2020-04-01"}], [2]),
    "two numbers, all else the same": ([{"id": "V1"}, {"id": "V2"}], []),
    "three times": ([{"id": "V1"}, {"id": "V2"}, {"id": "V1"}, {"id": "V1"}], [3, 4]),
    "no number": ([{}, {}], []),
    "an approval again": ([A1 := {"kind": "approval", "number": "甲1号"}, A1], [2]),
    "two amounts of one approval, each with its id": (
        [A1, {**A1, "id": "x", "amount": "1万元"}, {**A1, "id": "y", "amount": "2万元"}, {**A1, "id": "y"}],
        [4],
    ),
    "its number in full width": ([{"id": "V1"}, {"id": "Ｖ１"}], [2]),
    "an approval in other brackets, with blanks, in full width": (
        [{**A1, "number": "甲〔2020〕1号"}, {**A1, "number": "甲[2020]1号"}, {**A1, "number": "甲（2020） １号"}],
        [2, 3],
    ),
    "an approval again under another id, all else the same": ([A1, {**A1, "id": "x"}], [2]),
    "two approvals of one number, each with its day": ([A1, {**A1, "date": "2020-04-01"}], []),
    "one amount of one approval under several ids": (
        [A1, {**A1, "id": "x"}, {**A1, "id": "y"}, {**A1, "id": "y"}],
        [2, 3, 4],
    ),
    "other amounts of one approval, each with its id": (
        [A1, {**A1, "id": "x", "amount": "1万元"}, {**A1, "id": "y", "amount": "2万元"}],
        [],
    ),
    "its amount in another unit, its number in other brackets": (
        [
            {**A1, "id": "x", "number": "财〔2020〕1号"},
            {**A1, "id": "y", "number": "财[2020] 1 号", "amount": "600000.00元"},
        ],
        [2],
    ),
    "its number in other brackets, without an id": (
        [{**A1, "number": "财〔2020〕1号"}, {**A1, "number": "财[2020]１号"}],
        [2],
    ),
    "the second amount, as the hint has it": ([{**A1, "id": "x"}, {**A1, "id": "y", "number": "甲1号（第2笔）"}], []),
    "an approval of a part, at its total as well": ([A1, {**A1, "line": "p"}], [2]),
    "an approval of a total, at its part as well": ([{**A1, "line": "total"}, A1], [2]),
    "more at the total than at its part": ([A1, {**A1, "line": "p", "amount": "1万元"}], []),
    "approvals without an amount": (
        [
            {"kind": "approval", "id": "x", "amount": "无", "number": "甲1号"},
            {"kind": "approval", "id": "y", "amount": "无", "number": "甲1号"},
        ],
        [],
    ),
    "an approval for two lines": ([A1, {**A1, "line": "b"}], []),
    "approvals without a number": ([{"kind": "approval"}, {"kind": "approval"}], []),
}


@pytest.mark.parametrize("name", REPEATS)
@pytest.mark.parametrize("restarted", [False, True])
def test_what_is_sent_twice_counts_once(tmp_path, name, restarted):
    bodies, refused = REPEATS[name]
    events = [event(f"e{number}", **{**PAYMENT, **body}) for number, body in enumerate(bodies, 1)]
    if restarted:
        watch(tmp_path, events[:1])
    result, _ = watch(tmp_path, events)
    rows = rejects(tmp_path)
    assert [row["line"] for row in rows] == refused
    assert all("没有计入" in row["reasons"][0] and row["hints"] for row in rows)
    assert ("e2（同 e1）" in result.output) is (name == "no number")


def test_an_id_that_is_there_but_for_width_and_blanks_is_refused_as_in_a_case(tmp_path):
    """The ids within events: of approvals, reviews, contracts, and of what a contract brings."""
    bought = {"kind": "contract", **{k: v for k, v in CONTRACT.items() if k != "id"}}
    added = {"amount": "8万元", "sign_date": "2020-05-01"}
    seen = {"kind": "review", "level": "一审", "result": "通过", "date": "2020-02-01"}
    sent = [
        ({**seen, "id": "r1"}, ""),
        ({**seen, "id": "r1", "line": "a"}, "已经有了"),
        ({**seen, "id": "r１"}, "只差全角半角或空格"),
        ({**seen, "id": "R1"}, ""),
        ({**A1, "id": "z1"}, ""),
        ({**A1, "id": "z１", "number": "乙1号", "amount": "2万元"}, "只差全角半角或空格"),
        ({**bought, "id": "k1", "supplements": [{"id": "s1", **added}]}, ""),
        ({**bought, "id": "k 1"}, "只差全角半角或空格"),
        ({**bought, "id": "k2", "supplements": [{"id": "s１", **added}]}, "只差全角半角或空格"),
        ({**bought, "id": "k3", "supplements": [{"id": "s2", **added}, {"id": "s 2", **added}]}, "只差全角半角或空格"),
        ({**bought, "id": "k2"}, ""),
    ]
    case = read_case(
        parse_text("case.json", json.dumps({**HEAD, "lines": LINES}, ensure_ascii=False), is_json=True), BOOK.vocabulary
    )
    with closing(Journal(str(tmp_path / "journal.db"), {})) as journal:
        watcher = Watcher(BOOK, case, journal, "zh")
        for number, (body, _) in enumerate(sent, 1):
            whole = event(
                f"e{number}", **{"line": "b", **({**PAYMENT, **body} if body["kind"] == "approval" else body)}
            )
            watcher.handle(Line("events", number, json.dumps(whole, ensure_ascii=False)))
        watcher.close()
        told = {row["line"]: row for row in (json.loads(body) for _, body in journal.since("rejected", 0))}
    assert list(told) == [number for number, (_, wrong) in enumerate(sent, 1) if wrong]
    for number, row in told.items():
        assert sent[number - 1][1] in row["reasons"][0] and row["hints"], row


AMOUNTS = {19.6: "没有写单位", "1e5元": "不认识的金额单位", True: "不是金额", "0.001元": "比 1 分", None: "事件没有写"}


@pytest.mark.parametrize("amount", AMOUNTS)
def test_an_amount_that_is_wrong_is_told_once_with_what_to_write(tmp_path, amount):
    """A wrong amount was also told as missing, and a unit for the whole file was offered, which events do not have."""
    watch(tmp_path, [event("e1", **{**PAYMENT, "amount": amount})])
    (row,) = rejects(tmp_path)
    assert len(row["reasons"]) == 1 and AMOUNTS[amount] in row["reasons"][0], row
    assert len(row["hints"]) == 1 and "1200.00元" in row["hints"][0]


@pytest.mark.parametrize("ident", [" e1", "e1 ", "e1\u3000", "\te1", "e\u200b1", "e1\u202e", "e1\u001b[31m"])
def test_an_id_that_looks_like_another_is_none(tmp_path, ident):
    watch(tmp_path, [event("e1", **PAYMENT), event(ident, **PAYMENT)])
    (row,) = rejects(tmp_path)
    assert row["line"] == 2 and "事件编号" in row["reasons"][0] and row["hints"]


def test_payments_that_nothing_tells_apart_all_count_and_are_told(tmp_path):
    """One with a number and one without may be the same; two with numbers, or to two payees, are not."""
    more = [
        {},
        {"id": "V1"},
        {"id": "V2"},
        {"payee": "甲公司"},
        {"payee": "乙公司"},
        {"payee": "甲公司"},
        {"amount": "600000.00元"},
    ]
    result, told = watch(tmp_path, [event(f"e{number}", **{**PAYMENT, **body}) for number, body in enumerate(more, 1)])
    assert not rejects(tmp_path)
    assert [t["message"] for t in told if t["rule"] == "spending-over-adjusted-budget"][-1].startswith(
        "甲实际支出 420.00万元"
    )
    assert "4 笔付款没有付款编号" in result.output
    for pair in ("e2（同 e1）", "e3（同 e1）", "e6（同 e4）", "e7（同 e1）"):
        assert pair in result.output


def test_a_payment_that_the_case_lists_already_is_not_counted_again(tmp_path):
    lines = json.loads(json.dumps(LINES))
    lines[2] |= {"actual": "60.00万元", "payments": [{"id": "V1", "date": "2020-03-01", "amount": "60.00万元"}]}
    (tmp_path / "case.json").write_text(json.dumps({**HEAD, "lines": lines}, ensure_ascii=False), encoding="utf-8")
    events = [event("e1", **PAYMENT, id="V1"), event("e2", **PAYMENT, id="V2"), event("e3", **PAYMENT)]
    (tmp_path / "events.jsonl").write_text("".join(json.dumps(e) + "\n" for e in events), encoding="utf-8")
    result = CliRunner().invoke(main, command(tmp_path))
    assert [row["line"] for row in rejects(tmp_path)] == [1] and "案例" in rejects(tmp_path)[0]["reasons"][0]
    assert "甲实际支出 180.00万元" in result.output and "e3（同 " in result.output


@pytest.mark.parametrize("whole", [{}, {"transcribed": "whole"}, {"lines": {"complete": "true", "items": LINES}}])
@pytest.mark.parametrize("line", ["p", "total"])
def test_a_payment_of_a_total_is_refused_with_the_lines_it_may_belong_to(tmp_path, line, whole):
    (tmp_path / "case.json").write_text(
        json.dumps({**HEAD, "lines": LINES, **whole}, ensure_ascii=False), encoding="utf-8"
    )
    contract = event("e0", kind="contract", id="c1", subject_matter="运维", line="b")
    events = [
        contract,
        event("e1", **{**PAYMENT, "line": line}),
        event("e2", **{**PAYMENT, "line": line, "contract": "c1"}),
    ]
    (tmp_path / "events.jsonl").write_text("".join(json.dumps(e) + "\n" for e in events), encoding="utf-8")
    CliRunner().invoke(main, command(tmp_path))
    one, two = rejects(tmp_path)
    assert "是下级项目的合计" in one["reasons"][0] and "a（甲）、b（乙）" in one["hints"][0]
    assert "写 b（乙）；" in two["hints"][0]


def test_a_payment_of_a_total_whose_parts_are_said_not_to_be_all_is_taken(tmp_path):
    lines = {"complete": "false", "items": LINES}
    (tmp_path / "case.json").write_text(json.dumps({**HEAD, "lines": lines}, ensure_ascii=False), encoding="utf-8")
    (tmp_path / "events.jsonl").write_text(json.dumps(event("e1", **{**PAYMENT, "line": "p"})) + "\n", encoding="utf-8")
    CliRunner().invoke(main, command(tmp_path))
    assert not rejects(tmp_path)


@pytest.mark.parametrize("page", ["docs/commands.en.md", "docs/commands.zh.md"])
def test_the_documented_events_are_taken(tmp_path, page):
    text = (ROOT / page).read_text(encoding="utf-8")
    events = text.split("```json\n")[1].split("```")[0].replace("portal", "b").splitlines()
    _, told = watch(tmp_path, events)
    assert not (tmp_path / "rejects.jsonl").read_text(encoding="utf-8")
    assert actions(told, "addition-approved", "b")[-1][0] == "withdrawn"


def test_an_it_project_paid_before_its_review(tmp_path):
    paid = event("e1", kind="payment", line="b", date="2020-05-01", amount="20万元")
    _, told = watch(tmp_path, [paid, event("e2", kind="end")])
    assert actions(told, "it-project-second-review", "b")[-1] == ("changed", "fail", "e2")
    (tmp_path / "two").mkdir()
    review = event("e2", kind="review", line="b", level="二审", result="通过")
    _, told = watch(tmp_path / "two", [paid, review])
    assert actions(told, "it-project-second-review", "b")[-1] == ("withdrawn", "undetermined", "e2")


def test_the_contract_that_with_earlier_ones_passes_the_threshold(tmp_path):
    """2021 has a known threshold of 2 million; each contract is below it, the third takes the sum above."""
    lines = [{**line} for line in LINES]
    (tmp_path / "case.json").write_text(
        json.dumps({**HEAD, "year": 2021, "lines": lines}, ensure_ascii=False), encoding="utf-8"
    )
    body = {
        "kind": "contract",
        "line": "b",
        "category": "服务",
        "method": "询价",
        "catalogue_item": "C0201",
        "sign_date": "2021-03-01",
    }
    exempt = {"method_approval": "无"}
    events = [event(f"e{n}", id=f"c{n}", amount="70万元", **body, **exempt) for n in range(1, 4)]
    (tmp_path / "events.jsonl").write_text(
        "".join(json.dumps(e, ensure_ascii=False) + "\n" for e in events), encoding="utf-8"
    )
    CliRunner().invoke(main, command(tmp_path))
    told = [json.loads(line) for line in (tmp_path / "told.jsonl").read_text(encoding="utf-8").splitlines()]
    split = [t for t in told if t["rule"] == "contract-splitting" and t["subject"] == "b/C0201"]
    assert split[-1]["event"] == "e3" or split[-1]["action"] == "found"
    done = event("end", kind="end")
    with (tmp_path / "events.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(done) + "\n")
    CliRunner().invoke(main, command(tmp_path))
    told = [json.loads(line) for line in (tmp_path / "told.jsonl").read_text(encoding="utf-8").splitlines()]
    last = [t for t in told if t["rule"] == "contract-splitting" and t["subject"] == "b/C0201"][-1]
    assert (last["outcome"], last["amount"]["fen"], last["event"]) == ("fail", 210_000_000, "e3")


def test_what_cannot_be_taken_is_said_with_its_line(tmp_path):
    good = event("e1", **PAYMENT)
    bad = [
        "not json",
        {**good, "amount": "7万圆", "event": "e2"},
        good,
        {**good, "amount": "1万元"},
        event("e3", **{**PAYMENT, "line": "zz"}),
        event("e4", kind="gift"),
        event("", **PAYMENT),
        event("e5", **{**PAYMENT, "date": "2019-12-31"}),
        event("e6", **{**PAYMENT, "额外": 1}),
        "[1]",
        event("e7", kind="payment", line="a"),
        event("e8", kind="end"),
        event("e9", **PAYMENT),
    ]
    _, told = watch(tmp_path, [good, *bad])
    found = rejects(tmp_path)
    assert [r["line"] for r in found] == [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14]
    assert all(r["reasons"] and r["hints"] for r in found)
    assert not any(t["event"] == "e9" for t in told)


def random_events(count, seed):
    chance = random.Random(seed)
    for number in range(count):
        line, day = chance.choice("ab"), f"2020-{chance.randrange(1, 13):02}-11"
        kind = chance.choice(("payment", "payment", "payment", "approval", "review", "contract"))
        amount = f"{chance.randrange(1, 90)}.{chance.randrange(100):02}万元"
        bodies = {
            "payment": {"line": line, "date": day, "amount": amount},
            "approval": {"line": line, "date": day, "amount": amount, "number": f"望财〔2020〕{number}号"},
            "review": {"line": line, "date": day, "level": chance.choice(("一审", "二审")), "result": "通过"},
            "contract": {
                "line": line,
                "id": f"c{number}",
                "amount": amount,
                "category": "货物",
                "method": "询价",
                "catalogue_item": chance.choice("XY"),
                "sign_date": day,
            },
        }
        yield event(f"e{number}", kind=kind, **bodies[kind])


def same_facts(events):
    """Return the case that holds what *events* say, as a file would."""
    lines = json.loads(json.dumps(LINES))
    items = {line["id"]: line for line in lines}
    contracts = []
    paid, first = {"a": 0, "b": 0}, {}
    ended = any(e["kind"] == "end" for e in events)
    for e in events:
        body = {k: v for k, v in e.items() if k not in ("event", "kind", "line")}
        if e["kind"] == "payment":
            paid[e["line"]] += int(e["amount"].removesuffix("万元").replace(".", "")) * 10_000
            first[e["line"]] = min(first.get(e["line"], "9"), e["date"])
        elif e["kind"] == "contract":
            contracts.append({**body, "line": e["line"]})
        elif e["kind"] != "end" and not ended:
            items[e["line"]].setdefault(e["kind"] + "s", []).append({"id": e["event"], **body})
    for line, fen in paid.items():
        items[line]["actual"] = f"{fen / 100:.2f}元"
        if line in first:
            items[line]["first_payment_date"] = first[line]
    for item in lines:
        for kind in ("approvals", "reviews"):
            if item.get(kind):
                item[kind] = {"complete": "false", "items": item[kind]}
    data = {**HEAD, "lines": lines}
    for kind in ("approval", "review") if ended else ():
        known = [
            {"id": e["event"], **{k: v for k, v in e.items() if k not in ("event", "kind")}}
            for e in events
            if e["kind"] == kind
        ]
        data[kind + "s"] = {"complete": "true", "items": known}
    if ended or contracts:
        data["contracts"] = {"complete": "true" if ended else "false", "items": contracts}
    return read_case(parse_text("case.yaml", yaml.safe_dump(data, allow_unicode=True)), BOOK.vocabulary)


@pytest.mark.parametrize("end", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_what_is_open_at_the_end_is_what_a_run_finds(tmp_path, seed, end):
    events = [*random_events(30, seed), *([event("end", kind="end")] if end else [])]
    _, told = watch(tmp_path, events)
    open_ = {}
    for entry in told:
        if entry["action"] == "withdrawn":
            del open_[entry["fingerprint"]]
        else:
            open_[entry["fingerprint"]] = (entry["rule"], entry["subject"], entry["outcome"])
    report = check([same_facts(events)], BOOK)
    wanted = {
        fingerprint(c): (c.rule.id, c.subject.id, c.outcome)
        for c in report.checks
        if c.is_finding and not c.rule.indicator
    }
    assert open_ == wanted


REVIEWED = {"id": "r1", "level": "一审", "result": "通过", "date": "2020-02-01"}
APPROVED = {"id": "z1", "number": "甲1号", "date": "2020-02-01", "amount": "2万元"}
CONTRACT = {
    "id": "k1",
    "amount": "9.00万元",
    "category": "服务",
    "method": "询价",
    "catalogue_item": "X",
    "sign_date": "2020-03-01",
}
BOUGHT = event("e", kind="contract", line="b", **{**CONTRACT, "id": "k2"})
ADDED = {"id": "s1", "amount": "8万元", "sign_date": "2020-05-01"}
PAID = {"id": "p1", "date": "2020-02-03", "amount": "10.00万元"}


def listed(*items, complete="true"):
    return {"complete": complete, "items": list(items)}


ENDED = {
    "nothing came": ({}, {}, [], {}, {}),
    "all lines are listed": ({"all": "true"}, {}, [], {}, {}),
    "lines are missing outright": ({"all": "false"}, {}, [], {}, {"approvals": None, "reviews": None}),
    "lines are missing, no reviews at the top": (
        {"all": "false", "reviews": []},
        {},
        [],
        {},
        {"approvals": None, "reviews": None},
    ),
    "transcribed whole": ({"transcribed": "whole"}, {}, [], {}, {}),
    "lists at the lines": (
        {},
        {"reviews": [REVIEWED], "approvals": [APPROVED]},
        [],
        {"reviews": None, "approvals": None},
        {"reviews": listed({**REVIEWED, "line": "b"}), "approvals": listed({**APPROVED, "line": "b"})},
    ),
    "lists that were open": (
        {},
        {"reviews": listed(REVIEWED, complete="false")},
        [],
        {"reviews": None},
        {"reviews": listed({**REVIEWED, "line": "b"})},
    ),
    "no reviews at the top": ({"reviews": []}, {}, [], {}, {}),
    "a list at the top": (
        {"approvals": [{**APPROVED, "line": "b"}]},
        {},
        [],
        {},
        {"approvals": listed({**APPROVED, "line": "b"})},
    ),
    "a review came": (
        {},
        {},
        [event("r1", kind="review", line="b", **{k: v for k, v in REVIEWED.items() if k != "id"})],
        {},
        {"reviews": listed({**REVIEWED, "line": "b"})},
    ),
    "a contract of no line": ({}, {}, [event("e", kind="contract", **CONTRACT)], {}, {"contracts": listed(CONTRACT)}),
    "with supplements": (
        {},
        {},
        [{**BOUGHT, "supplements": [ADDED]}],
        {},
        {"contracts": listed({**CONTRACT, "id": "k2", "line": "b", "supplements": listed(ADDED)})},
    ),
    "not paid": (
        {},
        {"payments": listed({**PAID, "contract": "k1"})},
        [BOUGHT],
        {},
        {"contracts": listed({**CONTRACT, "line": "b"}, {**CONTRACT, "id": "k2", "line": "b"})},
    ),
    "perhaps paid": (
        {},
        {"payments": listed(PAID)},
        [BOUGHT],
        {},
        {"contracts": listed({**CONTRACT, "line": "b"}, {**CONTRACT, "id": "k2", "line": "b"})},
    ),
}
"""What the case says besides, and of line b; the events; what the file of the whole year says instead of line b, and at the top (None: nothing)."""


@pytest.mark.parametrize("name", ENDED)
def test_a_year_that_ended_is_judged_as_the_same_case_in_a_file(tmp_path, name):
    head, own, events, instead, top = ENDED[name]
    lines = [{**line, "actual": "10.00万元"} for line in LINES]
    every = head.get("all")

    def case_of(line, more):
        items = [{**each, **line} if each["id"] == "b" else each for each in lines]
        items = [{k: v for k, v in each.items() if v is not None} for each in items]
        data = {**HEAD, **head, **more, "lines": items if every is None else listed(*items, complete=every)}
        data = {k: v for k, v in data.items() if k != "all" and v is not None}
        return read_case(parse_text("case.yaml", yaml.safe_dump(data, allow_unicode=True)), BOOK.vocabulary)

    begun = {"contracts": listed({**CONTRACT, "line": "b"})} if "payments" in own else {}
    with closing(Journal(str(tmp_path / "journal.db"), {})) as journal:
        watcher = Watcher(BOOK, case_of(own, begun), journal, "zh")
        for number, body in enumerate([*events, event("end", kind="end")], 1):
            watcher.handle(Line("events", number, json.dumps(body, ensure_ascii=False)))
        watcher.close()
        assert not list(journal.since("rejected", 0))
    if every == "false":
        lines = [{**line, "approvals": [], "reviews": []} for line in lines]
    whole = case_of({**own, **instead}, {"approvals": [], "reviews": [], "contracts": [], **top})
    assert told_of(watcher.asked, watcher.case) == told_of(BOOK.spoken_of(BOOK.plan(whole, scoped=False), whole), whole)


def told_of(plan, case):
    with localcontext(EXACT):
        return {
            (c.rule.id, c.subject.id): (c.outcome, {(m.fact.id, m.name, m.why) for m in c.missing})
            for c in evaluate(plan, case)
        }


def test_a_payment_of_a_contract_whose_payments_were_all_listed_leaves_them_open(tmp_path):
    line = {**LINES[3], "actual": "9.00万元", "payments": listed({**PAID, "amount": "9.00万元", "contract": "k1"})}
    data = {
        **HEAD,
        "lines": listed(*LINES[:3], line),
        "contracts": listed({**CONTRACT, "line": "b", "supplements": []}),
    }
    case = read_case(parse_text("case.json", json.dumps(data), is_json=True), BOOK.vocabulary)
    with closing(Journal(str(tmp_path / "journal.db"), {})) as journal:
        watcher = Watcher(BOOK, case, journal, "zh")
        assert told_of(watcher.asked, case)["payments-within-contract", "k1"][0] == "pass"
        paid = event("e1", kind="payment", line="b", date="2020-04-01", amount="20.00万元", contract="k1")
        watcher.handle(Line("events", 1, json.dumps(paid)))
        assert told_of(watcher.asked, case)["payments-within-contract", "k1"] == (
            "undetermined",
            {("k1", "payment", "partial")},
        )


def test_a_second_start_goes_on_where_the_first_ended(tmp_path):
    events = list(random_events(40, 9))
    watch(tmp_path, events[:25])
    _, told = watch(tmp_path, events)
    (tmp_path / "whole").mkdir()
    _, whole = watch(tmp_path / "whole", events)
    assert [t["no"] for t in told] == list(range(1, len(told) + 1))
    assert {t["fingerprint"]: t["outcome"] for t in told} == {t["fingerprint"]: t["outcome"] for t in whole}


def started(folder, *options, limit=0, **kinds):
    """Start `watch` in a process of its own; *limit* is the size at which a file of it is full."""

    def full():
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    kinds = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **kinds}
    bare = ["-B"] if limit else []  # a module compiled into a full file would be cut
    words = [sys.executable, *bare, "-m", "checker", *command(folder, "events.jsonl", *options)]
    return subprocess.Popen(words, cwd=ROOT, preexec_fn=full if limit else None, **kinds)


def test_a_kill_at_any_moment_loses_nothing_and_tells_nothing_twice(tmp_path):
    """Killed at random moments, with a second writer, a replaced input and a full disk: in the end as one quiet run."""
    chance = random.Random(1)
    sent = list(random_events(400 if NIGHTLY else 250, 5))
    for number, body in enumerate(sent):
        if body["kind"] == "payment":  # long enough for several groups of events
            body |= {"payee": "供" * 3000, **({"id": f"V{number % 150}"} if number % 3 else {})}
    good = [json.dumps(e, ensure_ascii=False) for e in sent]
    events = [line for line in good for line in ([line] if chance.random() < 0.95 else [line, line, "no event"])]
    (tmp_path / "quiet").mkdir()
    watch(tmp_path / "quiet", events)
    begun = time.monotonic()
    assert started(tmp_path / "quiet").wait() in (1, 3, 4)
    took = 1.3 * (time.monotonic() - begun)
    names = ("told.jsonl", "rejects.jsonl")
    quiet = {
        name: (tmp_path / "quiet" / name).read_text(encoding="utf-8").replace("/quiet/", "/here/") for name in names
    }
    kills, rounds, wanted = 0, 0, 200 if NIGHTLY else 4
    met: Counter[str] = Counter()
    while kills < wanted:
        rounds += 1
        folder = tmp_path / f"killed{rounds}"
        folder.mkdir()
        for name in ("events.jsonl", "case.json"):
            (folder / name).write_bytes((tmp_path / "quiet" / name).read_bytes())
        for turn in range(10):
            trouble = ("full", "second", "replaced", "none")[(turn + rounds) % 4] if turn else "none"
            size = (folder / "journal.db").stat().st_size if (folder / "journal.db").exists() else 0
            running = started(folder, limit=size + chance.randrange(1, 60_000) if trouble == "full" else 0)
            time.sleep(took * (0.3 + 0.7 * chance.random()))
            if trouble == "second":
                assert started(folder).wait() in (1, 2, 3), (
                    "two at a time: one of them is refused, or the first was done"
                )
            if trouble == "replaced" and running.poll() is not None and kills < wanted:
                text = (folder / "events.jsonl").read_bytes()
                (folder / "events.jsonl").write_bytes(text.replace(b"payment", b"Payment", 1))
                assert started(folder).wait() == 2
                (folder / "events.jsonl").write_bytes(text)
            if running.poll() is None and kills < wanted:
                os.kill(running.pid, signal.SIGKILL)
                kills += 1
                met[f"killed ({trouble})"] += 1
            code = running.wait()
            met[f"exit {code} ({trouble})"] += code >= 0
            if code in (1, 3, 4):
                break
        assert started(folder).wait() in (1, 3, 4)
        for name in names:
            assert (folder / name).read_text(encoding="utf-8").replace(f"/{folder.name}/", "/here/") == quiet[name]
    print(f"{kills} kills in {rounds} rounds of {len(events)} lines: {dict(met)}")


def state_of(case, count, chance):
    """Yield events for the lines of *case*, some of them odd: refunds, approvals without a number, contracts of no line."""
    shares = chance.choice(((80, 8, 6, 6), (30, 25, 10, 35)))  # few lists that grow, or many, between payments
    for number in range(count):
        kind = chance.choices(("payment", "approval", "review", "contract"), shares)[0]
        day, amount = (
            f"2020-{chance.randrange(1, 13):02}-11",
            f"{chance.randrange(-200, 6000)}.{chance.randrange(100):02}元",
        )
        if chance.random() < 0.5:
            amount = f"{chance.randrange(1, 60)}万元"
        body = {"line": chance.choice(case), "date": day}
        if kind in ("payment", "approval"):
            body["amount"] = amount
        if kind == "approval" and chance.random() < 0.8:
            body["number"] = f"财{number}号"
        if kind == "review":
            body |= {"level": chance.choice(("一审", "二审")), "result": chance.choice(("通过", "不通过"))}
        if kind == "contract":
            body = {
                "id": f"c{number}",
                "amount": amount,
                "category": "服务",
                "method": "询价",
                "catalogue_item": chance.choice("XY"),
                "sign_date": day,
            }
            body |= {"line": chance.choice(case)} if chance.random() < 0.8 else {}
            body |= {"supplements": [{"amount": "1万元", "sign_date": day}] * (number % 2)} if number % 3 else {}
        if kind == "payment" and number % 4 == 0:
            body["contract"] = chance.choice(("k1", "无"))
        yield event(f"e{number}", kind=kind, **body)
    if chance.random() < 0.6:
        yield event("end", kind="end")


def random_case(chance):
    """Return a case of a unit with totals, items and parts of items, of which some is known and some rounded."""
    fields = {
        "initial_budget": 0.7,
        "adjusted_budget": 0.5,
        "added_budget": 0.15,
        "carry_in": 0.3,
        "carry_out": 0.1,
        "prior_budget": 0.2,
        "prior_actual": 0.2,
        "actual": 0.3,
        "fourth_quarter": 0.1,
        "cost": 0.2,
    }
    places = [
        ("t", "总支出", None),
        ("p", "项目支出", "t"),
        ("bas", "基本支出", "t"),
        *((f"d{n}", "明细项目", "p") for n in range(3)),
    ]
    places += [("e", "明细项目", "d0"), ("k", "支出构成", "bas")]
    lines = []
    for ident, kind, parent in places:
        line = {"id": ident, "kind": kind, "name": f"名{ident}"} | ({"parent": parent} if parent else {})
        for name, share in fields.items():
            if chance.random() < share:
                line[name] = chance.choice(
                    (f"{chance.randrange(200)}万元", f"{chance.randrange(20_000) / 100:.2f}万元", "0万元", "无")
                )
        for name in ("is_it", "is_emergency", "adjusted_holds_carry_in"):
            if chance.random() < 0.3:
                line[name] = chance.choice("是否")
        if kind == "明细项目" and chance.random() < 0.3:
            paid = [{"id": f"{ident}p", "date": "2020-02-03", "amount": "3万元", "contract": "无"}]
            line["payments"] = {"complete": chance.choice(("true", "false")), "items": paid}
        if chance.random() < 0.3:
            known = [{"id": f"{ident}a", "number": f"望财〔2020〕{ident}1号", "date": "2020-02-01", "amount": "9万元"}]
            line["approvals"] = {"complete": chance.choice(("true", "false")), "items": known}
        lines.append(line)
    data = {**HEAD, "lines": {"complete": chance.choice(("true", "false")), "items": lines}}
    if chance.random() < 0.4:
        known = [
            {
                "id": "k1",
                "amount": "90万元",
                "category": "服务",
                "method": "询价",
                "catalogue_item": "X",
                "sign_date": "2020-03-01",
                "line": "d1",
            }
        ]
        data["contracts"] = {"complete": chance.choice(("true", "false")), "items": known}
    return data | ({"transcribed": "whole"} if chance.random() < 0.3 else {})


@pytest.mark.parametrize("seed", range(400 if NIGHTLY else 6))
def test_what_is_open_after_every_event_is_what_the_whole_case_gives(tmp_path, seed):
    chance = random.Random(seed)
    text = json.dumps(random_case(chance), ensure_ascii=False)
    case = read_case(parse_text("case.json", text, is_json=True), BOOK.vocabulary)
    watcher = Watcher(BOOK, case, Journal(str(tmp_path / "journal.db"), {}), "zh")
    for number, body in enumerate(
        state_of(["t", "p", "bas", "d0", "d1", "d2", "e", "k"], 40 if NIGHTLY else 20, chance), 1
    ):
        watcher.handle(Line("events", number, json.dumps(body, ensure_ascii=False)))
        with localcontext(EXACT):
            plan = watcher.plan if case.documents else BOOK.spoken_of(watcher.plan, case)
            found = [entry_of(c, "zh") for c in evaluate(plan, case) if c.is_finding and not c.rule.indicator]
        assert watcher.open == {entry["fingerprint"]: entry for entry in found}, body
    watcher.close()
    assert "出错" not in "".join(body for _, body in watcher.journal.since("rejected", 0))


def test_a_journal_of_another_case_is_refused(tmp_path):
    watch(tmp_path, [event("e1", **PAYMENT)])
    (tmp_path / "case.json").write_text(json.dumps({**HEAD, "year": 2019, "lines": LINES}), encoding="utf-8")
    result = CliRunner().invoke(main, command(tmp_path))
    assert result.exit_code == 2 and "另一个案例" in result.output
    (tmp_path / "journal.db").write_bytes(b"no database at all, but long enough to be looked at as one" * 20)
    result = CliRunner().invoke(main, command(tmp_path))
    assert result.exit_code == 2 and "日志" in result.output


def test_standard_input_and_a_growing_file(tmp_path):
    watch(tmp_path, [])
    text = json.dumps(event("e1", **{**PAYMENT, "amount": "106万元"})) + "\n"
    arguments = command(tmp_path)
    arguments[1] = "-"
    result = CliRunner().invoke(main, arguments, input=text)
    assert "甲实际支出 106.00万元" in result.output
    running = subprocess.Popen(
        [sys.executable, "-m", "checker", *command(tmp_path, "events.jsonl", "--follow")],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
        # a job in the background of a script is started deaf to the signal, and so would be its children
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL) and None,
    )
    with (tmp_path / "events.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(event("e2", **{**PAYMENT, "line": "b"})) + "\n")
    assert running.stdout is not None
    assert "乙" in running.stdout.readline()
    running.send_signal(signal.SIGINT)
    assert running.wait(timeout=120) == 1


def test_durable_rules_derives_live_verdicts_as_well(tmp_path):
    pytest.importorskip("durable_rules_engine", reason="durable-rules is not installed: it needs a C compiler")
    _, told = watch(tmp_path, random_events(6 if NIGHTLY else 2, 2), "--engine", "durable")
    assert told and not any(t["outcome"] == "error" for t in told)


def test_one_writer_at_a_time(tmp_path):
    """Another watch on the journal, or on the output alone, is refused; the lock goes with the process that held it."""
    watch(tmp_path, [event("e1", **PAYMENT)])
    before = (tmp_path / "told.jsonl").read_bytes()
    running = subprocess.Popen(
        [sys.executable, "-m", "checker", *command(tmp_path, "events.jsonl", "--follow")],
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    with (tmp_path / "events.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(event("e2", **{**PAYMENT, "amount": "106万元"})) + "\n")
    assert running.stdout is not None and running.stdout.readline()
    for other in ("journal.db", "other.db"):
        words = [word.replace("journal.db", other) for word in command(tmp_path)]
        result = CliRunner().invoke(main, words)
        assert result.exit_code == 2 and "另一个 watch" in result.output, result.output
    running.kill()
    running.wait()
    running.stdout.close()
    assert (tmp_path / "told.jsonl").read_bytes().startswith(before)
    assert CliRunner().invoke(main, command(tmp_path)).exit_code == 1


@pytest.mark.parametrize("kind", ["journal deleted", "somebody's notes", "notes without an end"])
def test_an_output_that_the_journal_did_not_tell_is_left(tmp_path, kind):
    watch(tmp_path, [event("e1", **{**PAYMENT, "amount": "106万元"})])
    out = tmp_path / "told.jsonl"
    if kind == "journal deleted":
        for path in tmp_path.glob("journal.db*"):
            path.unlink()
        (tmp_path / "events.jsonl").write_text("", encoding="utf-8")
    else:
        out.write_text("my notes" + ("\n" if kind == "somebody's notes" else ""), encoding="utf-8")
    before = out.read_bytes()
    result = CliRunner().invoke(main, command(tmp_path))
    assert result.exit_code == 2 and "对不上" in result.output and out.read_bytes() == before


def test_a_device_as_output_of_watch_stays_one(tmp_path):
    watch(tmp_path, [])
    words = ["/dev/null" if word.endswith("told.jsonl") else word for word in command(tmp_path)]
    (tmp_path / "events.jsonl").write_text(json.dumps(event("e1", **PAYMENT)) + "\n", encoding="utf-8")
    assert CliRunner().invoke(main, words).exit_code in (0, 1, 3)
    assert Path("/dev/null").is_char_device()
    words[words.index("--journal") + 1] = str(tmp_path / "no" / "journal.db")
    assert CliRunner().invoke(main, words).exit_code == 2


@pytest.mark.parametrize("name", ["out.jsonl", "out.JSONL", "rejects.ndjson", "rejects.json"])
def test_nothing_is_written_among_the_events_that_are_read(tmp_path, name):
    """With --follow the watch would read its own output, and each reject would make another."""
    watch(tmp_path, [])
    folder = tmp_path / "in"
    folder.mkdir()
    option = "--output" if name.startswith("out") else "--rejects"
    words = [
        "watch",
        str(folder),
        "--case",
        str(tmp_path / "case.json"),
        "--journal",
        str(tmp_path / "j.db"),
        option,
        str(folder / name),
    ]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 2 and "[output-among-inputs]" in result.output and not list(folder.iterdir())


def test_a_database_of_another_program_is_no_journal(tmp_path):
    watch(tmp_path, [])
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as made:
        made.executescript("CREATE TABLE accounts (a); INSERT INTO accounts VALUES (1)")
    before = other.read_bytes()
    words = ["watch", str(tmp_path / "events.jsonl"), "--case", str(tmp_path / "case.json"), "--journal"]
    result = CliRunner().invoke(main, [*words, str(other)])
    assert result.exit_code == 2 and "[not-ours]" in result.output and other.read_bytes() == before


def test_a_journal_of_any_name_is_a_file(tmp_path, monkeypatch):
    """SQLite keeps a database of this name in memory: all that was taken would be lost."""
    watch(tmp_path, [event("e1", **PAYMENT)])
    monkeypatch.chdir(tmp_path)
    words = ["watch", "events.jsonl", "--case", "case.json", "--journal", ":memory:"]
    assert CliRunner().invoke(main, words).exit_code == CliRunner().invoke(main, words).exit_code
    with closing(sqlite3.connect(tmp_path / ":memory:")) as made:
        assert made.execute("SELECT count(*) FROM events").fetchone() == (1,)


def test_a_folder_of_several_cases_is_no_beginning_of_a_year(tmp_path):
    watch(tmp_path, [])
    folder = tmp_path / "cases"
    folder.mkdir()
    for name in ("a.json", "b.json"):
        shutil.copy(tmp_path / "case.json", folder / name)
    words = ["watch", str(tmp_path / "events.jsonl"), "--case", str(folder), "--journal", str(tmp_path / "j.db")]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 2 and "[many-cases]" in result.output


def test_a_line_that_is_not_utf8_is_rejected_with_its_number(tmp_path):
    watch(tmp_path, [])
    good = json.dumps(event("e1", **PAYMENT)).encode() + b"\n"
    bad = json.dumps(event("e2", **PAYMENT, purpose="办公"), ensure_ascii=False).encode("gbk") + b"\n"
    (tmp_path / "events.jsonl").write_bytes(good + bad)
    CliRunner().invoke(main, command(tmp_path))
    (row,) = [json.loads(line) for line in (tmp_path / "rejects.jsonl").read_text(encoding="utf-8").splitlines()]
    assert row["line"] == 2 and row["reasons"] == ["这一行不是 UTF-8 编码"] and "\\x" in row["text"]


@pytest.mark.parametrize("stream", [False, True])
def test_the_mark_at_the_start_of_a_file_is_no_part_of_its_first_event(tmp_path, stream):
    watch(tmp_path, [])
    data = (
        b"\xef\xbb\xbf" + "".join(json.dumps(event(f"e{n}", **PAYMENT, id=f"V{n}")) + "\n" for n in range(2)).encode()
    )
    (tmp_path / "bom.jsonl").write_bytes(data)
    words = command(tmp_path, "bom.jsonl")
    words[1] = "-" if stream else words[1]
    for _ in range(2):  # the second time the file is known by its bytes, mark included
        assert CliRunner().invoke(main, words, input=data if stream else b"").exit_code in (1, 3)
        assert stream or not rejects(tmp_path)
    assert len(rejects(tmp_path)) == 2 * stream


def test_a_half_written_last_line_waits_for_its_end(tmp_path):
    whole = json.dumps(event("e1", **{**PAYMENT, "amount": "101.00万元"}), ensure_ascii=False)
    watch(tmp_path, [])
    file = tmp_path / "events.jsonl"
    file.write_text(whole, encoding="utf-8")
    first = CliRunner().invoke(main, command(tmp_path))
    assert f"{file}:1: 最后一行没有换行符" in first.output and first.exit_code != 0
    assert '"event": "e1"' not in (tmp_path / "told.jsonl").read_text(encoding="utf-8")
    _, told = watch(tmp_path, [whole])
    assert actions(told, "spending-over-adjusted-budget", "a") == [("found", "fail", "e1")]
    assert not (tmp_path / "rejects.jsonl").read_text(encoding="utf-8")


CHANGES = {
    "another content": lambda text: text.replace(b"60.00", b"61.00", 1),
    "cut": lambda text: text[: text.index(b"\n") + 1],
    "emptied": lambda text: b"",
    "replaced by more": lambda text: b'{"event": "x1", "kind": "end"}\n' + text + text,
    "a blank at its start": lambda text: b" " + text,
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("change", CHANGES)
def test_an_input_that_is_not_the_one_that_was_read_is_refused(tmp_path, change, lang):
    events = [event("e1", **PAYMENT), event("e2", **{**PAYMENT, "amount": "106万元"})]
    watch(tmp_path, events)
    file, told = tmp_path / "events.jsonl", (tmp_path / "told.jsonl").read_bytes()
    text = file.read_bytes()
    file.write_bytes(CHANGES[change](text))
    words = command(tmp_path)
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 2 and "已经读过的 2 行" in result.output and "另存为一个文件名" in result.output
    assert (tmp_path / "told.jsonl").read_bytes() == told
    file.write_bytes(text + json.dumps(event("e3", kind="end")).encode() + b"\n")
    assert CliRunner().invoke(main, words).exit_code == 1
    (tmp_path / "other.jsonl").write_bytes(CHANGES[change](text))
    assert CliRunner().invoke(main, command(tmp_path, "other.jsonl", "--lang", lang)).exit_code in (1, 2)


def test_a_file_that_is_cut_while_it_is_followed_ends_the_run(tmp_path):
    watch(tmp_path, [event("e1", **PAYMENT)])
    running = started(tmp_path, "--follow", stderr=subprocess.PIPE)
    with (tmp_path / "events.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(event("e2", **{**PAYMENT, "amount": "106万元"})) + "\n")
    while b'"event": "e2"' not in (tmp_path / "told.jsonl").read_bytes():
        time.sleep(0.05)
    (tmp_path / "events.jsonl").write_text("", encoding="utf-8")
    assert running.wait(timeout=120) == 2
    assert running.stderr is not None and "截短" in running.stderr.read().decode()
    running.stderr.close()


def failing(judge, name, now, error):
    """Return *judge* that fails when it is done with an event whose name begins with “bad”."""

    def judged(self, *given):
        now[:] = given if name == "apply" else now
        found = judge(self, *given)
        if name != "apply" and now and now[0].id.startswith("bad"):
            raise error
        return found

    return judged


@pytest.mark.parametrize(
    "error",
    [RuntimeError("a defect"), KeyError("x"), RecursionError("deep"), AssertionError()],
    ids=lambda e: type(e).__name__,
)
def test_an_event_that_fails_to_be_judged_is_rejected_and_leaves_no_trace(tmp_path, monkeypatch, error):
    events = [
        event("e1", **PAYMENT),
        event("bad", **{**PAYMENT, "amount": "77万元"}),
        event("e2", kind="approval", line="b", number="甲1号", date="2020-04-01", amount="19万元"),
        event("bad2", kind="contract", line="b", id="c1", amount="5万元"),
        event("e3", **{**PAYMENT, "amount": "50万元"}),
    ]
    now = []  # an event is judged by what it touches, or, where it is the first to speak of something, by all anew
    for owner, name in ((Live, "apply"), (Docket, "settle"), (Watcher, "_ask")):
        monkeypatch.setattr(owner, name, failing(getattr(owner, name), name, now, error))
    watch(tmp_path, events)
    monkeypatch.undo()
    rejects = [json.loads(line) for line in (tmp_path / "rejects.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["line"] for row in rejects] == [2, 4] and type(error).__name__ in rejects[0]["reasons"][0]
    _, told = watch(tmp_path, [*events, event("e4", kind="end")])
    (tmp_path / "without").mkdir()
    _, wanted = watch(
        tmp_path / "without", [e for e in (*events, event("e4", kind="end")) if not e["event"].startswith("bad")]
    )
    assert told == wanted


def test_standard_input_that_ends_within_a_line(tmp_path):
    watch(tmp_path, [])
    words = command(tmp_path)
    words[1] = "-"
    whole = json.dumps(event("e1", **{**PAYMENT, "amount": "106万元"}))
    half = CliRunner().invoke(main, words, input=json.dumps(event("e0", **PAYMENT)) + "\n" + whole[:-20])
    assert half.exit_code == 3 and "-:2: 最后一行没有换行符" in half.output
    assert not (tmp_path / "rejects.jsonl").read_text(encoding="utf-8")
    assert "甲实际支出 166.00万元" in CliRunner().invoke(main, words, input=whole).output


@pytest.mark.parametrize("name", ["journal.db", "told.jsonl"])
def test_a_file_that_goes_away_in_the_middle_is_a_message(tmp_path, name):
    watch(tmp_path, [event("e1", **PAYMENT)])
    running = started(tmp_path, "--follow", stderr=subprocess.PIPE)
    with (tmp_path / "events.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(event("e2", **{**PAYMENT, "amount": "106万元"})) + "\n")
    while b'"event": "e2"' not in (tmp_path / "told.jsonl").read_bytes():
        time.sleep(0.05)
    (tmp_path / name).unlink()
    with (tmp_path / "events.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(event("e3", **PAYMENT)) + "\n")
    assert running.wait(timeout=120) == 2
    assert running.stderr is not None and f"{name}: 这个文件在运行中被删除" in running.stderr.read().decode()
    running.stderr.close()


def test_a_full_disk_is_a_message_and_nothing_is_lost(tmp_path):
    events = list(random_events(120, 3))
    (tmp_path / "quiet").mkdir()
    watch(tmp_path / "quiet", events)
    watch(tmp_path, events[:2])
    watch(tmp_path / "quiet", events)
    (tmp_path / "events.jsonl").write_bytes((tmp_path / "quiet" / "events.jsonl").read_bytes())
    running = started(tmp_path, limit=(tmp_path / "journal.db").stat().st_size + 100, stderr=subprocess.PIPE)
    _, told = running.communicate()
    assert running.returncode == 2 and "Traceback" not in told.decode() and "[" in told.decode()
    assert started(tmp_path).wait() in (1, 3)
    assert (tmp_path / "told.jsonl").read_bytes() == (tmp_path / "quiet" / "told.jsonl").read_bytes()


def test_a_contract_that_comes_to_a_list_of_contracts_is_judged(tmp_path):
    body = {
        "category": "服务",
        "method": "询价",
        "catalogue_item": "C0201",
        "sign_date": "2021-03-01",
        "method_approval": "无",
        "line": "b",
    }
    known = [{"id": f"k{n}", "amount": "70万元", **body} for n in (1, 2)]
    head = {**HEAD, "year": 2021, "lines": LINES, "contracts": {"complete": "true", "items": known}}
    (tmp_path / "case.json").write_text(json.dumps(head, ensure_ascii=False), encoding="utf-8")
    lines = [event("e1", kind="contract", id="k3", amount="70万元", **body), event("e2", kind="end")]
    (tmp_path / "events.jsonl").write_text(
        "".join(json.dumps(e, ensure_ascii=False) + "\n" for e in lines), encoding="utf-8"
    )
    CliRunner().invoke(main, command(tmp_path))
    told = [json.loads(line) for line in (tmp_path / "told.jsonl").read_text(encoding="utf-8").splitlines()]
    last = [t for t in told if t["rule"] == "contract-splitting" and t["subject"] == "b/C0201"][-1]
    assert (last["outcome"], last["amount"]["fen"]) == ("fail", 210_000_000)
