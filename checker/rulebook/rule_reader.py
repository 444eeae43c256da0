"""A draft of a rule → the rule: its texts, expressions, basis, reach and examples."""

from __future__ import annotations

import re

from checker.base.errors import Text
from checker.documents.node import Node
from checker.language.scope import Scope
from checker.language.tokens import Lexicon
from checker.language.tree import EnumValue, Expr, Literal, walk
from checker.rulebook.aspects import read_aspect
from checker.rulebook.definitions import Draft
from checker.rulebook.examples import read_examples
from checker.rulebook.others import read_peers, with_figures
from checker.rulebook.reader import FileReader
from checker.rulebook.rule import HIGHEST, NATURES, SEVERITIES, Reading, Rule, Template, Validity
from checker.rulebook.shapes import READING_KEYS, RULE_KEYS, VALID_KEYS


def read_rule(draft: Draft, scope: Scope, lexicon: Lexicon) -> Rule | None:
    """Return the rule that *draft* states, or nothing where something is wrong with it, which its reader then holds."""
    reader, body = draft.reader, draft.body
    root = reader.source.root
    before = len(reader.problems)
    _wanted(draft)
    nature, nature_by = _nature(reader, body.get("nature"), scope, lexicon)
    basis = reader.basis(body.get("basis"))
    validity = reader.validity(reader.mapping(body["in_force"], VALID_KEYS)) if "in_force" in body else Validity()

    def expression(key: str, kind: str = "boolean") -> Expr | None:
        return reader.expression(body.get(key), scope, lexicon, kind)

    main = "value" if nature == "indicator" else "require"
    require = expression(main, "" if nature == "indicator" else "boolean")
    if main not in body:
        if not {main, RULE_KEYS[main]} & reader.meant:
            told = Text(f"规则没有写“{RULE_KEYS[main]}”（{main}）", f"the rule has no {main}")
            reader.problem("required", root, told, Text(f"加一行 {RULE_KEYS[main]}: …", f"add a line {main}: …"))
    elif "require" in body and "value" in body:
        reader.problem(
            "require-or-value",
            body["value"],
            Text(
                "“要求”和“取值”只能写一个：指标写取值，其余写要求",
                "write require or value, not both: value for an indicator, require for anything else",
            ),
        )
    elif main == "require" and isinstance(require, Literal):
        reader.problem(
            "cannot-fail",
            body[main],
            Text("这条要求不会变，规则永远不会不符合", "this requirement is a constant: the rule can never fail"),
        )
    severity = expression("severity", "enum:severity") or Literal("null", None, type="null")
    title = reader.text(body.get("problem_title"))
    rule = Rule(
        id=draft.id,
        title=_both(reader, body, "title"),
        nature=nature,
        severity=severity,
        basis=basis,
        reach=reader.reach(body),
        validity=validity,
        entity=draft.entity,
        scope=scope,
        require=require or Literal("null", None, type="null"),
        when=expression("when"),
        unless=expression("unless"),
        strict=expression("strict"),
        as_of=expression("as_of", "date"),
        amount=expression("amount", "money"),
        group=draft.group,
        peers=read_peers(reader, body.get("peers"), scope, lexicon),
        nature_by=nature_by,
        aspect=read_aspect(reader, body.get("problem"), draft.id),
        problem_title=_both(reader, body, "problem_title") if title else None,
        finding_title=_templates(reader, body, "finding_title", scope, lexicon),
        message=_templates(reader, body, "message", scope, lexicon),
        remedy=_both(reader, body, "remedy"),
        readings=_readings(reader, body.get("readings"), scope, lexicon),
        category=reader.text(body.get("category")),
        limits=_both(reader, body, "limits") if "limits" in body else None,
        refines=reader.text(body.get("refines")),
        documents=reader.documents(body.get("documents")),
        file=reader.source.file,
        line=root.line,
        source=reader.source,
        examples=read_examples(reader, body.get("examples"), scope, lexicon),
    )
    rule = with_figures(reader, body, rule)
    _judge_severity(reader, body, rule)
    return rule if len(reader.problems) == before else None


def _wanted(draft: Draft) -> None:
    """Say which keys a rule must have and has not; in an added pack one language is enough."""
    reader, body = draft.reader, draft.body
    root = reader.source.root
    wanted = ["id", "title", "basis", "nature"]
    if reader.text(body.get("nature")) not in ("indicator", "指标"):
        wanted += ["severity", "message", "remedy"]
    for key in wanted:
        if {key, RULE_KEYS[key]} & reader.meant:
            continue  # the key is there and misspelt: said where it stands
        if key not in body and not (draft.layer > 0 and f"{key}_en" in body):
            reader.problem(
                "required",
                root,
                Text(f"规则没有写“{RULE_KEYS[key]}”（{key}）", f"the rule has no {key}"),
                Text(f"加一行 {RULE_KEYS[key]}: …", f"add a line {key}: …"),
            )
        if draft.layer == 0 and key in ("title", "message", "remedy") and f"{key}_en" not in body:
            en = f"{key}_en"
            told = Text(f"规则没有写“{RULE_KEYS[en]}”（{en}）", f"the rule has no {en}")
            reader.problem("required", root, told, Text(f"加一行 {RULE_KEYS[en]}: …", f"add a line {en}: …"))


def _nature(reader: FileReader, node: Node | None, scope: Scope, lexicon: Lexicon) -> tuple[str, Expr | None]:
    """Return what a fail means, and the expression that says so where it depends on the subject."""
    natures = {**{key: key for key in NATURES}, **{text.zh: key for key, text in NATURES.items()}}
    word = reader.text(node)
    if node is None or word in natures or re.fullmatch(r"\w*", word):
        return reader.choice(node, natures, Text("定性", "the nature"), "query"), None
    found = reader.expression(node, scope, lexicon, "enum:nature")
    named = {v.value for v in walk(found) if isinstance(v, EnumValue) and v.enumeration == "nature"} if found else set()
    return max(named, key=list(NATURES).index, default="query"), found


def _both(reader: FileReader, body: dict[str, Node], key: str) -> Text:
    """Return a text of the rule; where one language is missing, the other stands in for it."""
    zh, en = reader.text(body.get(key)), reader.text(body.get(f"{key}_en"))
    return Text(zh or en, en or zh)


def _templates(
    reader: FileReader, body: dict[str, Node], key: str, scope: Scope, lexicon: Lexicon
) -> dict[str, Template]:
    """Return a message by language; what is said in one language only is said in that one."""
    found = {
        lang: t
        for lang, name in (("zh", key), ("en", f"{key}_en"))
        if (t := reader.template(body.get(name), scope, lexicon))
    }
    return dict.fromkeys(("zh", "en"), *found.values()) if len(found) == 1 else found


def _judge_severity(reader: FileReader, body: dict[str, Node], rule: Rule) -> None:
    """Hold a rule's severity against what its basis can carry (design 7)."""
    if not rule.basis or "severity" not in body:
        return
    names = reader.vocabulary.enumerations["severity"].values
    limit = HIGHEST[max((b.verified for b in rule.basis), key=("no", "secondary", "text").index)]
    for value in walk(rule.severity):
        if (
            isinstance(value, EnumValue)
            and value.enumeration == "severity"
            and SEVERITIES.index(value.value) < SEVERITIES.index(limit)
        ):
            reader.problem(
                "severity",
                body["severity"],
                Text(
                    f"依据核对程度只支持到“{names[limit][0]}”，不能写“{names[value.value][0]}”",
                    f"a basis verified so far carries at most {limit}, not {value.value}",
                ),
            )


def _readings(reader: FileReader, node: Node | None, scope: Scope, lexicon: Lexicon) -> tuple[Reading, ...]:
    found: list[Reading] = []
    for entry in node.value if node is not None and node.kind == "list" else ():
        body = reader.mapping(entry, READING_KEYS)
        condition = reader.expression(body.get("when"), scope, lexicon, "boolean")
        if condition is not None:
            texts = {lang: t for lang in ("zh", "en") if (t := reader.template(body.get(lang), scope, lexicon))}
            found.append(Reading(condition, texts))
    return tuple(found)
