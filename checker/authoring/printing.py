"""Prints what the tools of rule authors found: test results, coverage, mutation scores and proposed examples."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import localcontext

from checker.authoring.coverage import Coverage
from checker.authoring.mutation import Score, Suggestion
from checker.authoring.synthesis import Found
from checker.authoring.testing import NAMES, Tested
from checker.authoring.writing import example_lines, language_of
from checker.base.values import EXACT, format_ratio
from checker.findings.lacking import missing_names
from checker.language.formatter import format_expression
from checker.language.tree import Binary, Expr, Path, Quantifier, walk
from checker.rulebook.rule import Rule

OUTCOMES = ("fail", "pass", "undetermined", "not_applicable", "not_in_force")


def tested_text(tested: Tested, lang: str) -> str:
    """Return the report of `checker rules test`."""
    lines: list[str] = []
    for complaint in tested.complaints:
        lines.append(complaint.problem.render(lang))
        lines += [f"      {line.say(lang)}" for line in complaint.lines]
    for note in tested.notes:
        lines.append(note.say(lang))
    for one in tested.coverage:
        lines += _coverage(one, lang)
    for one_score in tested.scores:
        lines += _score(one_score, lang)
    for rule, proposed in tested.suggestions:
        lines += proposal(rule, proposed, lang)
    lines += _totals(tested, lang)
    return "\n".join(lines) + "\n"


def _coverage(one: Coverage, lang: str) -> Iterator[str]:
    zh = lang == "zh"
    sides = 2 * len(one.branches)
    yield (
        f"{one.rule.id}：条件 {one.reached}/{sides} 面"
        if zh
        else f"{one.rule.id}: {one.reached}/{sides} sides of conditions"
    )
    for branch in one.branches:
        marks = (
            "  ".join(
                f"{name} {'√' if truth in branch.reached else '×'}"
                for name, truth in (("真", True), ("假", False), ("未知", None))
            )
            if zh
            else "  ".join(
                f"{name} {'√' if truth in branch.reached else '×'}"
                for name, truth in (("true", True), ("false", False), ("unknown", None))
            )
        )
        yield f"    {marks}  {branch.part.say(lang)}{'：' if zh else ': '}{branch.text.say(lang)}"
    counts = "  ".join(f"{NAMES[name].say(lang)} {one.outcomes[name]}" for name in one.outcomes if one.outcomes[name])
    yield f"    {counts}"


def _score(one: Score, lang: str) -> Iterator[str]:
    zh = lang == "zh"
    noticed = one.mutants - len(one.survivors)
    share = format_ratio(noticed, one.mutants) if one.mutants else "-"
    yield (
        f"{one.rule.id}：改动 {one.mutants} 处，示例发现 {noticed} 处，{share}"
        if zh
        else f"{one.rule.id}: {one.mutants} changes, {noticed} noticed, {share}"
    )
    for mutant in one.survivors:
        yield (
            f"    没有发现 {mutant.part}：{mutant.what.zh}"
            if zh
            else f"    not noticed, {mutant.part}: {mutant.what.en}"
        )
        yield f"      {mutant.after.say(lang)}"


def proposal(rule: Rule, proposed: tuple[Suggestion, ...], lang: str) -> Iterator[str]:
    """Yield the examples proposed for one rule, ready to be copied into its file."""
    zh = lang == "zh"
    yield (
        f"{rule.id}：可加的示例（核对结论后写入规则文件）"
        if zh
        else f"{rule.id}: examples to add (check each outcome first)"
    )
    for suggestion in proposed:
        yield from suggested_lines(rule, suggestion)


def suggested_lines(rule: Rule, suggestion: Suggestion) -> list[str]:
    """Return one proposed example in the language of the rule's file."""
    assert rule.source is not None
    lang = language_of(rule.source)
    found = suggestion.found
    fragment = suggestion.search.shape.fragment(found.chosen, lang) | suggestion.search.extras(found.chosen, lang)
    default = suggestion.search.year
    year = found.year if found.year != default else None
    return example_lines(found, example_name(found), lang, fragment, boundary=found.edge, year=year)


def example_name(found: Found) -> str:
    """Return a name that says what decides the example: what is missing, or the condition that holds or does not."""
    check = found.check
    if check is None or check.subject.entity.rstrip("*") != check.rule.entity:
        return NAMES[found.outcome].zh
    edge = "，恰在界上" if found.edge else ""
    if found.outcome == "undetermined":
        with localcontext(EXACT):  # the search judges without tracing what is missing
            missing = check.judge.missing(check.subject, check.judge.traces(check.subject))
        check = check._replace(missing=missing)
        return "没有列示" + "、".join(dict.fromkeys(missing_names(check, "zh")[:2])) + edge
    with localcontext(EXACT):
        traces = check.judge.traces(check.subject)
    wanted = found.outcome == "pass"
    parts = ("require",) if found.outcome in ("pass", "fail") else ("when", "unless")
    for part in parts:
        if part in traces:
            for trace in traces[part].walk():
                leaf = trace.node.type == "boolean" and not (
                    isinstance(trace.node, Binary) and trace.node.op in ("and", "or")
                )
                if leaf and trace.value is (wanted if part != "unless" else True):
                    text = (
                        format_expression(trace.node, check.rule.scope, "zh", words=True)
                        if _own(trace.node, check.rule)
                        else ""
                    )
                    if text:
                        return text + ("" if trace.value else "不成立") + edge
    return NAMES[found.outcome].zh + edge


def _own(node: Expr, rule: Rule) -> bool:
    """Whether *node* stands outside every quantifier, so that it reads right by itself."""
    return all(getattr(part, "depth", 0) <= 0 for part in walk(node) if not isinstance(part, Path)) or isinstance(
        node, Quantifier
    )


def _totals(tested: Tested, lang: str) -> Iterator[str]:
    zh = lang == "zh"
    counts = (
        "，".join(f"{NAMES[n].zh} {tested.outcomes[n]}" for n in OUTCOMES if tested.outcomes.get(n))
        if zh
        else ", ".join(f"{NAMES[n].en} {tested.outcomes[n]}" for n in OUTCOMES if tested.outcomes.get(n))
    )
    engines = "、".join(tested.engines) if zh else ", ".join(tested.engines)
    rules, examples = len(tested.rules), len(tested.results)
    yield (
        f"{rules} 条规则，{examples} 个示例（{counts}），引擎 {engines}"
        if zh
        else f"{rules} rules, {examples} examples ({counts}), engines {engines}"
    )
    if tested.remembered:
        others = tested.engines[1:]
        yield (
            f"{tested.remembered} 条没有改动（规则、词汇、参数、程序都和上次一样），{'、'.join(others)} 上次已全部一致，没有重算；CHECKER_CACHE=off 时重算"
            if zh
            else f"{tested.remembered} unchanged (rule, vocabulary, parameters and program): {', '.join(others)} agreed last time and"
            " were not asked again; CHECKER_CACHE=off asks them"
        )
    if tested.scores:
        total = sum(one.mutants for one in tested.scores)
        left = sum(len(one.survivors) for one in tested.scores)
        share = format_ratio(total - left, total) if total else "-"
        yield (
            f"改动 {total} 处，示例发现 {total - left} 处，{share}"
            if zh
            else f"{total} changes, {total - left} noticed, {share}"
        )
    bad = len(tested.complaints)
    if bad:
        yield f"有 {bad} 处要改" if zh else f"{bad} to mend"
    else:
        yield "全部通过" if zh else "all passed"
