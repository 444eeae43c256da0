"""checker rules test: every example on every engine present, the kinds of example a rule needs, what they reach and notice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import NamedTuple

from checker.authoring.coverage import Coverage, coverage
from checker.authoring.examples import Result, no_such_rule, run_examples
from checker.authoring.kinds import BOUNDARY, cannot_fail, lacking, proposed
from checker.authoring.mutation import Mutant, Score, Suggestion, score, suggestions
from checker.authoring.remembered import Remembered
from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.engines.double_entry import first_verdict
from checker.engines.outcome import OUTCOME_NAMES, Check, SecondVerdict
from checker.findings.shown import show
from checker.findings.working import explanation
from checker.rulebook.book import Rulebook
from checker.rulebook.packs import Pack
from checker.rulebook.rule import Rule

NAMES = {**OUTCOME_NAMES, "not_in_force": Text("未施行", "not in force"), "none": Text("没有检查", "no check")}


class Complaint(NamedTuple):
    """Something an author has to mend: the problem, and lines that explain it."""

    rule: Rule
    problem: Problem
    lines: tuple[Text, ...] = ()


class Tested(NamedTuple):
    """Everything that testing some rules came to."""

    rules: tuple[Rule, ...]
    engines: tuple[str, ...]
    results: tuple[Result, ...]
    outcomes: dict[str, int]
    complaints: tuple[Complaint, ...]
    notes: tuple[Text, ...]
    coverage: tuple[Coverage, ...] = ()
    scores: tuple[Score, ...] = ()
    suggestions: tuple[tuple[Rule, tuple[Suggestion, ...]], ...] = ()
    remembered: int = 0
    """Rules of which no other engine was asked anew, since nothing has changed since all agreed."""


DISTRIBUTIONS = {"durable-rules": ("durable_rules",), "duckdb": ("duckdb", "sqlglot")}
"""What each engine is made of, besides the checker."""

Second = Callable[[Sequence[Check]], list[tuple[str | None, Text | None]]]


def duckdb_available() -> bool:
    """Whether the extra `batch` is installed; without it the module that uses it cannot even be read."""
    return all(find_spec(name) is not None for name in ("duckdb", "sqlglot"))


def second_engines() -> dict[str, Second]:
    """Return the engines present besides the evaluator: each gives a verdict for every check, or why it has none."""
    from checker.engines.durable import engine as durable

    def told(second_verdicts: Callable[[Sequence[Check]], list[SecondVerdict]]) -> Second:
        return lambda checks: [(second.verdict, second.reason) for second in second_verdicts(checks)]

    found: dict[str, Second] = {}
    if durable.available():
        found["durable-rules"] = told(durable.second_verdicts)
    if duckdb_available():
        from checker.batch import in_memory as sql_second

        found["duckdb"] = told(sql_second.second_verdicts)
    return found


def chosen_engines(names: Sequence[str]) -> dict[str, Second] | None:
    """Return the engines of these names (the evaluator is always there); nothing for all that are present."""
    present = second_engines()
    wanted = [name for word in names for name in word.split(",") if name]
    known = ["evaluator", *present]
    for name in wanted:
        if name not in known:
            told = Text(f"没有引擎“{name}”，或没有安装", f"there is no engine {name!r}, or it is not installed")
            hint = did_you_mean(name, known) or Text("有：" + "、".join(known), "there are: " + ", ".join(known))
            raise InputError([Problem("no-engine", Place("--engine"), told, hint)])
    return {name: engine for name, engine in present.items() if name in wanted} if wanted else None


def examine(
    book: Rulebook,
    rules: Sequence[Rule],
    *,
    reach: bool = False,
    mutate: bool = False,
    suggest: bool = False,
    engines: dict[str, Second] | None = None,
    packs: Sequence[Pack] = (),
) -> Tested:
    """Run the examples of *rules* on the evaluator and on *engines* (default: all present); measure what is asked for.

    Where the *packs* of the book are given, other engines are asked only of rules that have changed since all agreed.
    """
    results: list[Result] = []
    complaints: list[Complaint] = []
    for rule in rules:
        own: list[Result] = []
        for example in rule.examples:
            if example.rule and example.rule not in book.rules:
                complaints.append(Complaint(rule, no_such_rule(book, rule, example)))
        for result in run_examples(book, rules=[rule]):
            if result.example.rule and result.example.rule not in book.rules:
                continue
            own.append(result)
            complaints += _result(result)
        complaints += _kinds(book, rule, own)
        results += own
    present = second_engines() if engines is None else engines
    notes: list[Text] = []
    unchanged: list[int] = []
    for name, engine in present.items():
        known = Remembered(f"tested-{name}", book, packs, DISTRIBUTIONS.get(name, ())) if packs else None
        complaints += _second(name, engine, results, notes, known)
        unchanged.append(known.used if known is not None else 0)
    by_rule: dict[str, list[Result]] = {}
    for result in results:
        by_rule.setdefault(result.rule.id, []).append(result)
    measured = tuple(coverage(rule, by_rule.get(rule.id, [])) for rule in rules) if reach else ()
    scores = tuple(score(book, rule, by_rule.get(rule.id, [])) for rule in rules) if mutate else ()
    survivors = {one.rule.id: one.survivors for one in scores if one.survivors}
    found = [
        (rule, tuple(_proposed(book, rule, by_rule.get(rule.id, []), survivors.get(rule.id, ()))))
        for rule in (rules if suggest else ())
    ]
    return Tested(
        tuple(rules),
        ("evaluator", *present),
        tuple(results),
        dict(Counter(result.outcome for result in results)),
        tuple(sorted(complaints, key=_order)),
        tuple(dict.fromkeys(notes)),
        measured,
        scores,
        tuple((rule, each) for rule, each in found if each),
        min(unchanged, default=0),
    )


def _proposed(book: Rulebook, rule: Rule, results: Sequence[Result], survivors: Sequence[Mutant]) -> list[Suggestion]:
    """Return examples of the kinds that a rule lacks, then those that notice what none of its examples does."""
    kinds = proposed(book, rule, lacking(book, rule, results))
    return [*kinds, *(suggestions(book, rule, survivors) if survivors else ())]


def _place(result: Result) -> Place:
    source = result.rule.source
    assert source is not None
    return source.place(result.example.node)


def _result(result: Result) -> list[Complaint]:
    """Return what is wrong with one example."""
    rule, example, check = result.rule, result.example, result.check
    if result.problems:
        return [Complaint(rule, problem) for problem in result.problems]
    name = example.name or NAMES[example.outcome].zh
    if not result.holds:
        wanted, found = NAMES[example.outcome], NAMES[result.outcome]
        lines: tuple[Text, ...] = ()
        if result.value is not None and check is not None:
            one, two = (
                Text(*(show(v, check.rule.require.type, lang, judge=check.judge) for lang in ("zh", "en")))
                for v in result.value
            )
            told = Text(
                f"示例“{name}”：要 {one.zh}，算得 {two.zh}", f"example {name!r}: wanted {one.en}, computed {two.en}"
            )
        elif result.unlike:
            told = Text(
                f"示例“{name}”：" + "，".join(f"{w.zh}要“{a.zh}”，得到“{b.zh}”" for w, a, b in result.unlike),
                f"example {name!r}: " + ", ".join(f"{w.en} wanted {a.en}, came to {b.en}" for w, a, b in result.unlike),
            )
        else:
            told = Text(
                f"示例“{name}”：要“{wanted.zh}”，得到“{found.zh}”",
                f"example {name!r}: wanted {wanted.en}, came to {found.en}",
            )
        if check is not None:
            zh, en = explanation(check, "zh"), explanation(check, "en")
            lines = (
                tuple(Text(a, b) for a, b in zip(zh, en, strict=True))
                if len(zh) == len(en)
                else tuple(map(Text, zh, zh))
            )
        hint = Text("改正规则的条件，或改正这个示例", "mend the rule's condition, or this example")
        if result.outcome == "none":
            hint = Text(
                f"事实里没有“{example.subject}”这个对象" if example.subject else "事实里没有规则所说的对象",
                f"the facts hold no subject {example.subject!r}"
                if example.subject
                else "the facts hold no subject of the rule",
            )
        return [Complaint(rule, Problem("example-differs", _place(result), told, hint), lines)]
    if cannot_fail(result):
        told = Text(
            f"示例“{name}”不会出错：怎样改规则的条件，结论都一样",
            f"example {name!r} cannot fail: whatever the rule's conditions, its outcome is the same",
        )
        hint = Text(
            "写出规则所说的对象，只略去要考察的字段",
            "write the subject of the rule, and leave out only the field in question",
        )
        return [Complaint(rule, Problem("example-cannot-fail", _place(result), told, hint))]
    if example.value is None and check is not None and check.rule.indicator and check.outcome == "pass":
        told = Text(
            f"示例“{name}”没有写取值，算错了也看不出来",
            f"example {name!r} states no value: a wrong one would not be seen",
        )
        hint = Text("加上 取值: …（例如 取值: 90万元 / 100万元）", "add value: … (such as value: 90万元 / 100万元)")
        return [Complaint(rule, Problem("example-value", _place(result), told, hint))]
    return []


def _order(complaint: Complaint) -> tuple[str, bool, int]:
    """By file and line; what is lacking comes last, since an example that differs may be the one."""
    place = complaint.problem.place
    return place.file, complaint.problem.code == "example-kinds", place.line


def _kinds(book: Rulebook, rule: Rule, results: Sequence[Result]) -> list[Complaint]:
    """Return the kinds of example that a rule lacks."""
    kinds = lacking(book, rule, results)
    if not kinds:
        return []
    names = [Text("边界", "boundary") if kind == BOUNDARY else NAMES[kind] for kind in kinds]
    assert rule.source is not None
    node = next((key for key, _ in rule.source.root.value if key.value in ("examples", "示例")), rule.source.root)
    told = Text(
        f"规则“{rule.id}”缺少这几种示例：{'、'.join(t.zh for t in names)}",
        f"the rule {rule.id!r} lacks examples of: {', '.join(t.en for t in names)}",
    )
    hint = Text(
        "每种写一条；边界示例加 边界: 是；checker rules test --suggest 可以代拟",
        "write one of each; mark the boundary with boundary: true; checker rules test --suggest proposes them",
    )
    return [Complaint(rule, Problem("example-kinds", rule.source.place(node), told, hint))]


def _second(
    name: str, engine: Second, results: Sequence[Result], notes: list[Text], known: Remembered | None = None
) -> list[Complaint]:
    """Return a complaint for every example that another engine judges otherwise; only of rules not *known* to agree."""
    rules: dict[str, Rule] = {}
    judged: dict[str, list[tuple[Result, Check]]] = {}
    for result in results:
        if result.check is not None:
            rules[result.rule.id] = result.rule
            judged.setdefault(result.rule.id, []).append((result, result.check))
    own = {rule: [first_verdict(check) for _, check in pairs] for rule, pairs in judged.items()}
    found: list[Complaint] = []

    def ask(several: Sequence[Rule]) -> dict[str, list[str]]:
        pairs = [pair for rule in several for pair in judged[rule.id]]
        agreed = {rule.id: own[rule.id] for rule in several}
        for (result, check), (verdict, reason) in zip(pairs, engine([check for _, check in pairs]), strict=True):
            first = first_verdict(check)
            if verdict == first:
                continue
            agreed.pop(result.rule.id, None)
            if verdict is not None:
                found.append(_differs(name, result, first, verdict))
            elif reason is not None:
                notes.append(
                    Text(f"{name}：规则“{check.rule.id}”{reason.zh}", f"{name}: rule {check.rule.id}: {reason.en}")
                )
        return agreed

    if known is None:
        ask(list(rules.values()))
    else:
        known.of(list(rules.values()), ask, lambda rule: own[rule.id])
    return found


def _differs(name: str, result: Result, first: str, verdict: str) -> Complaint:
    """Return the complaint that an engine comes to another verdict than the evaluator did *first*."""
    told = Text(
        f"示例“{result.example.name}”：求值器得“{NAMES[first].zh}”，{name} 得“{NAMES[verdict].zh}”",
        f"example {result.example.name!r}: the evaluator says {NAMES[first].en}, {name} says {NAMES[verdict].en}",
    )
    hint = Text("这是引擎的缺陷，请报告", "this is a defect of an engine; please report it")
    return Complaint(result.rule, Problem("engines-differ", _place(result), told, hint))
