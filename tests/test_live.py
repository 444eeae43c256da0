"""Live checking: findings arise and are taken back with the events; a kill loses nothing and repeats nothing."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from conftest import BOOK, ROOT

from checker.casefile.reader import read_case
from checker.casefile.source import parse_text
from checker.check import check
from checker.cli import main
from checker.reports.json_report import fingerprint

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


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_documented_events_are_taken(tmp_path, readme):
    text = (ROOT / readme).read_text(encoding="utf-8")
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
    bad = ["not json", {**good, "amount": "7万圆", "event": "e2"}, good, {**good, "amount": "1万元"}, event("e3", **{**PAYMENT, "line": "zz"}),
           event("e4", kind="gift"), event("", **PAYMENT), event("e5", **{**PAYMENT, "date": "2019-12-31"}), event("e6", **{**PAYMENT, "额外": 1}), "[1]",
           event("e7", kind="payment", line="a"), event("e8", kind="end"), event("e9", **PAYMENT)]  # fmt: skip
    _, told = watch(tmp_path, [good, *bad])
    rejects = [json.loads(line) for line in (tmp_path / "rejects.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [r["line"] for r in rejects] == [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14]
    assert all(r["reasons"] for r in rejects)
    assert not any(t["event"] == "e9" for t in told)


def random_events(count, seed):
    chance = random.Random(seed)
    for number in range(count):
        line, day = chance.choice("ab"), f"2020-{chance.randrange(1, 13):02}-11"
        kind = chance.choice(("payment", "payment", "payment", "approval", "review", "contract"))
        amount = f"{chance.randrange(1, 90)}.{chance.randrange(100):02}万元"
        bodies = {
            "payment": {"line": line, "date": day, "amount": amount},
            "approval": {"line": line, "date": day, "amount": amount, "number": f"号{number}"},
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
        elif e["kind"] != "end":
            items[e["line"]].setdefault(e["kind"] + "s", []).append({"id": e["event"], **body})
    for line, fen in paid.items():
        items[line]["actual"] = f"{fen / 100:.2f}元"
        if line in first:
            items[line]["first_payment_date"] = first[line]
    for item in lines:
        for kind in ("approvals", "reviews"):
            known = item.get(kind)
            if ended or known:
                item[kind] = {"complete": "true" if ended else "false", "items": known or []}
    data = {**HEAD, "lines": lines}
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


def test_a_second_start_goes_on_where_the_first_ended(tmp_path):
    events = list(random_events(40, 9))
    watch(tmp_path, events[:25])
    _, told = watch(tmp_path, events)
    (tmp_path / "whole").mkdir()
    _, whole = watch(tmp_path / "whole", events)
    assert [t["no"] for t in told] == list(range(1, len(told) + 1))
    assert {t["fingerprint"]: t["outcome"] for t in told} == {t["fingerprint"]: t["outcome"] for t in whole}


def test_a_kill_at_any_moment_loses_nothing_and_tells_nothing_twice(tmp_path):
    """Killed at random moments and started again until it is through: the output is that of one quiet run."""
    events = list(random_events(200, 5))
    (tmp_path / "quiet").mkdir()
    watch(tmp_path / "quiet", events)
    quiet = (tmp_path / "quiet" / "told.jsonl").read_bytes()
    chance = random.Random(1)
    kills, rounds, wanted = 0, 0, 200 if NIGHTLY else 8
    while kills < wanted:
        rounds += 1
        folder = tmp_path / f"killed{rounds}"
        folder.mkdir()
        for name in ("events.jsonl", "case.json"):
            (folder / name).write_bytes((tmp_path / "quiet" / name).read_bytes())
        while True:
            running = subprocess.Popen(
                [sys.executable, "-m", "checker", *command(folder)],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd=ROOT,
            )
            time.sleep(0.15 + chance.random() * 0.5)
            if running.poll() is None and kills < wanted:
                os.kill(running.pid, signal.SIGKILL)
                running.wait()
                kills += 1
                continue
            running.wait()
            break
        assert (folder / "told.jsonl").read_bytes() == quiet


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
    _, told = watch(tmp_path, random_events(6, 2), "--engine", "durable")
    assert told and not any(t["outcome"] == "error" for t in told)


def test_one_writer_at_a_time(tmp_path):
    """Another watch on the journal, or on the output alone, is refused; the lock goes with the process that held it."""
    watch(tmp_path, [event("e1", **PAYMENT)])
    before = (tmp_path / "told.jsonl").read_bytes()
    running = subprocess.Popen([sys.executable, "-m", "checker", *command(tmp_path, "events.jsonl", "--follow")], stdout=subprocess.PIPE, cwd=ROOT)  # fmt: skip
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


def test_a_line_that_is_not_utf8_is_rejected_with_its_number(tmp_path):
    watch(tmp_path, [])
    good = json.dumps(event("e1", **PAYMENT)).encode() + b"\n"
    bad = json.dumps(event("e2", **PAYMENT, purpose="办公"), ensure_ascii=False).encode("gbk") + b"\n"
    (tmp_path / "events.jsonl").write_bytes(good + bad)
    CliRunner().invoke(main, command(tmp_path))
    (row,) = [json.loads(line) for line in (tmp_path / "rejects.jsonl").read_text(encoding="utf-8").splitlines()]
    assert row["line"] == 2 and row["reasons"] == ["这一行不是 UTF-8 编码"] and "\\x" in row["text"]


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
