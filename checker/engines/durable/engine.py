"""The second book: durable-rules re-derives the evaluator's verdicts in a child process (design 8 and 9).

It is never the only judge. Arithmetic, sums and definitions are worked out by the evaluator and asserted as 1 or 0
(such a check counts as shared); comparisons with constants, presence, conjunction, joins and absence are its own
(independent). A crash, a hang or an error of the C core costs a message, never the report.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from decimal import localcontext
from functools import lru_cache
from typing import Any

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.values import EXACT
from checker.cases.case import Fact
from checker.engines.durable.patterns import (
    Both,
    Constant,
    Known,
    Program,
    Refused,
    compared,
    pattern,
    too_many,
    verdict_patterns,
)
from checker.engines.evaluator import Judge
from checker.engines.outcome import Check, SecondVerdict
from checker.language.tree import Call, ParameterRef, walk

FACT_LIMIT = 5_000
"""Largest case, in facts, that is re-derived by itself."""
ROW_LIMIT = 20_000
"""Most facts asserted in one shard; beyond it durable-rules grows slow (measured)."""
SECONDS = 20
"""How long one shard may take."""
BATCH = 500
"""Shards a child is given at once: a child that hangs costs no more than these."""
TOO_MUCH = {
    "a quantifier stands inside arithmetic": "清单的条件写在算式里",
    "a quantifier stands inside a quantifier": "清单的条件里又有清单的条件",
    "its conditions have too many combinations": "条件的组合太多",
    "it has too many different conditions": "条件太多",
    "it joins too many facts": "关联的事实太多",
    "it speaks of too many facts": "涉及的事实太多",
    "it looks into other cases": "要看别的案例",
}
"""Why the second book leaves a rule to the first, in Chinese."""
WORKER = (sys.executable, "-P", "-m", "checker.engines.durable.worker")
"""The child, which looks for no module in the folder where a user works: one there may be named `checker`."""


def available() -> bool:
    """Whether durable-rules is installed."""
    from importlib.util import find_spec

    return find_spec("durable_rules_engine") is not None


def not_installed() -> InputError:
    """Return what to say where durable-rules was asked for and is not there."""
    told = Text("没有安装 durable-rules", "durable-rules is not installed")
    hint = Text(
        'pip install "expenditure-checker[durable]"（需要 C 编译器）',
        'pip install "expenditure-checker[durable]" (needs a C compiler)',
    )
    return InputError([Problem("no-engine", Place("checker"), told, hint)])


def second_verdicts(checks: Sequence[Check], command: Sequence[str] = WORKER) -> list[SecondVerdict]:
    """Return what durable-rules makes of every check, of one case or many, in the order of *checks*."""
    found: list[SecondVerdict | None] = [None] * len(checks)
    by_rule: dict[tuple[int, str], list[int]] = {}
    for number, check in enumerate(checks):
        by_rule.setdefault((id(check.case), check.rule.id), []).append(number)
    shards: list[tuple[dict[str, Any], list[int], tuple[str, ...]]] = []
    memories = {id(memory): memory for check in checks for memory in check.judge.plan.memory}
    with localcontext(EXACT), ExitStack() as awake:
        for memory in memories.values():
            awake.enter_context(memory.awake())  # of a line most rules ask for the same sums
        for (_, rule), numbers in by_rule.items():
            judge: Judge = checks[numbers[0]].judge
            try:
                shard, own = _either(judge, rule, [(number, checks[number].subject) for number in numbers])
            except Refused as refused:
                zh = TOO_MUCH.get(str(refused.args[0]), str(refused.args[0]))
                told = Text(f"没有复算（{zh}）", f"not derived twice ({refused.args[0]})")
                for number in numbers:
                    found[number] = SecondVerdict(None, False, told)
                continue
            shards.append((shard, numbers, own))
    shards.sort(key=lambda each: str(each[0]["labels"]))  # one rule after the other: the child keeps its patterns
    for (_, numbers, own), answer in zip(shards, _ask([s for s, _, _ in shards], command), strict=True):
        _read(answer, numbers, own, found)
    return [second or SecondVerdict(None, False) for second in found]


def _read(
    answer: dict[str, Any], numbers: Iterable[int], own: tuple[str, ...], found: list[SecondVerdict | None]
) -> None:
    """Turn the answer for one shard into verdicts; two verdicts for a subject, or one never seen, are errors.

    *own* are the verdicts to which the evaluator contributed no truth value.
    """
    if "error" in answer:
        told = Text(f"durable-rules 没有算完：{answer['error']}", f"durable-rules did not finish: {answer['error']}")
        for number in numbers:
            found[number] = SecondVerdict(None, False, told, crashed=True)
        return
    verdicts: dict[int, set[str]] = {}
    for _, number, verdict in answer["fired"]:
        verdicts.setdefault(number, set()).add(verdict)
    seen = {number for _, number in answer["seen"]}
    for number in numbers:
        fired = verdicts.get(number, set())
        if number not in seen or len(fired) > 1:
            what = "、".join(sorted(fired)) or "-"
            told = Text(
                f"durable-rules 给出几个结论或丢失了事实（{what}）",
                f"durable-rules gave several verdicts or lost the fact ({what})",
            )
            found[number] = SecondVerdict(None, False, told, crashed=True)
        else:
            verdict = next(iter(fired), "undetermined")
            found[number] = SecondVerdict(verdict, verdict in own)


def _either(judge: Judge, label: str, subjects: Sequence[tuple[int, Fact]]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the patterns and facts of one rule; of one that has too many combinations, with its alternatives worked out."""
    try:
        return _shard(judge, label, subjects)
    except Refused:
        return _shard(judge, label, subjects, coarse=True)


def _shard(
    judge: Judge, label: str, subjects: Sequence[tuple[int, Fact]], coarse: bool = False
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the patterns and facts of one rule, and the verdicts in which no comparison was worked out by the evaluator."""
    rule = judge.rule
    program = Program(judge.compiler, judge.plan.book.vocabulary, label, judge.dated, coarse)
    when: Any = Constant(True) if rule.when is None else program.atoms(rule.when)
    unless: Any = Constant(False) if rule.unless is None else program.atoms(rule.unless)
    if judge.dated:
        program.shared = True
        when = Both("and", program.derived(lambda s: _truth(judge.in_force(s[0]))), when)
    require: Any
    if judge.open:  # whether the rule binds is not known, and that is the evaluator's to say
        program.shared = True
        require = program.derived(lambda s: None)
    elif rule.indicator:
        program.shared = True
        value = judge.compiler.compile(rule.require)
        require = Known(program.derived(lambda s: None if value(s) is None else 1).name)
    else:
        require = program.atoms(rule.require)
    if judge.certain is not None:  # whether no rounded digit could turn a fail is the evaluator's to say
        certain = program.derived(lambda s: 1 if _could_fail(judge, s) and judge.stands(s) else None)
    else:
        certain = None
    patterns = verdict_patterns(program, when, unless, require, rule.indicator, certain)
    if too_many(patterns):
        raise Refused("it has too many different conditions")
    lookups: list[dict[str, Any]] = []
    rows: list[dict[str, Any]] = []
    limits, speaks = _asks_for_a_limit(judge), False
    for number, subject in subjects:
        if subject.entity.removesuffix("*") != rule.entity or (rule.group and subject.entity == rule.entity):
            # nothing to judge: an empty collection does not apply, an absent one (or a fact without its group) is open
            complete = subject.states.get(rule.entity) == "complete"
            rows.append({"_s": label, "me": number, **({"empty": 1} if complete else {})})
            continue
        if limits and judge.undated(subject):  # on some days there is a limit, on others none: the evaluator tried each
            program.shared = True
            rows.append({"_s": label, "me": number})
            continue
        speaks = True
        for is_lookup, row in program.rows(subject, number):
            (lookups if is_lookup else rows).append(row)
    if not speaks:
        patterns = _of_nothing(label)
    if len(lookups) + len(rows) > ROW_LIMIT:
        raise Refused("it speaks of too many facts")
    together = [_asserted(row) for row in (*lookups, *rows)]
    _no_collisions(name for row in together for name in row)
    judged = ("not_applicable", "pass", *(() if judge.certain is not None else ("fail", "undetermined")))
    own = () if program.shared else judged
    return {"labels": [label], "rules": patterns, "rows": together}, own


def _of_nothing(label: str) -> dict[str, Any]:
    """Return the pattern of subjects of which there is nothing to judge: no other could fire for their facts."""
    return {f"{label}|not_applicable|0": pattern(label, [("own", compared("empty", "=", 1))])}


def _asks_for_a_limit(judge: Judge) -> bool:
    """Whether a rule with a date of its own asks if a parameter has a value: without a date that is no yes and no no."""
    parts = (judge.rule.when, judge.rule.unless, judge.rule.require)
    return judge.dated and any(
        isinstance(node, Call) and node.function == "known" and isinstance(node.arguments[0], ParameterRef)
        for part in parts
        if part is not None
        for node in walk(part)
    )


def _could_fail(judge: Judge, s: tuple[Fact, ...]) -> bool:
    """Whether nothing that the evaluator knows keeps the subject from failing: of any other, nobody asks what was rounded."""
    if judge.when is not None and judge.when(s) is False:
        return False
    if judge.unless is not None and judge.unless(s) is True:
        return False
    return judge.require(s) is not True


def _truth(value: bool | None) -> int | None:
    return None if value is None else int(value)


def _asserted(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row as it is asserted: prefixed names, and the constant that closes every join."""
    return {**{name if name in ("_s", "_l") else f"p:{name}": value for name, value in row.items()}, "_1": 1}


def _no_collisions(names: Iterable[str]) -> None:
    """Refuse property names that durable-rules would take for one another: it compares 32-bit hashes only."""
    hashes: dict[int, str] = {}
    for name in sorted(set(names)):
        hashed = fnv1a(name)
        if hashes.setdefault(hashed, name) != name:
            raise Refused(f"the names {hashes[hashed]} and {name} collide")


@lru_cache(4096)
def fnv1a(text: str) -> int:
    """Return the 32-bit FNV-1a hash of *text*."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _ask(shards: Sequence[dict[str, Any]], command: Sequence[str]) -> list[dict[str, Any]]:
    """Let the child answer every shard; one that kills or stalls it is an error, and a new child takes the rest."""
    answers: list[dict[str, Any]] = []
    while len(answers) < len(shards):
        waiting = shards[len(answers) : len(answers) + BATCH]
        given = len(answers)
        text = "".join(f"{_text(shard.pop('rules'))}\n{_text(shard)}\n" for shard in map(dict, waiting))
        try:
            done = subprocess.run(
                command, input=text.encode(), capture_output=True, timeout=SECONDS + len(waiting), check=False
            )
            output, why = done.stdout, f"exit {done.returncode}"
        except subprocess.TimeoutExpired as error:
            output, why = error.stdout or b"", f"no answer within {SECONDS} s"
        except OSError as error:
            output, why = b"", str(error)
        for line in output.splitlines()[: len(waiting)]:
            try:
                answers.append(json.loads(line))
            except ValueError:
                break
        if len(answers) < given + len(waiting):
            answers.append({"error": why})
    return answers
