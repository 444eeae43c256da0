"""Rule folders → Rulebook: vocabulary, parameters and rules; every problem of every file in one go."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Sequence
from functools import lru_cache

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.documents.node import Node
from checker.documents.source import Source, read_source
from checker.language.scope import Group, Scope
from checker.language.tokens import Lexicon
from checker.language.tree import EnumValue, Expr, Literal, walk
from checker.rulebook.book import Rulebook, parameter_names
from checker.rulebook.cuts import changed_cuts
from checker.rulebook.definitions import Draft, frame_of, read_definitions
from checker.rulebook.examples import read_examples
from checker.rulebook.hints import advised
from checker.rulebook.instruments import FILE as INSTRUMENTS
from checker.rulebook.instruments import read_instruments
from checker.rulebook.packs import VOCABULARY, Pack, scores_of, unmet_needs
from checker.rulebook.reader import READING_KEYS, RULE_KEYS, VALID_KEYS, FileReader
from checker.rulebook.rule import HIGHEST, NATURES, SEVERITIES, Instrument, Parameter, Reading, Rule, Validity
from checker.rulebook.vocabulary_file import load_vocabulary

_EXAMPLES = re.compile(r"^(?:examples|示例)[ \t]*[:：]", re.MULTILINE)
_TOP_KEY = re.compile(r"^[^\s#\-]", re.MULTILINE)
_BY = re.compile(r"\s+(?:by|按)\s*|按")


def assemble(packs: Sequence[Pack], *, examples: bool | Container[int | str] = False) -> Rulebook:
    """Return the rulebook that *packs* make together, each on top of those before it; raises InputError.

    *examples* says whether examples are read, or in which of the packs (by their number) and files (as they are shown).
    """
    problems = unmet_needs(packs)
    vocabulary = load_vocabulary(_vocabularies(packs))
    digest = hashlib.sha256()
    parameters: dict[str, Parameter] = {}
    instruments: dict[str, Instrument] = {}
    drafts: list[Draft] = []
    failed: set[str] = set()
    for index, pack in enumerate(packs):
        for part in pack.parts:
            whole = examples if isinstance(examples, bool) else index in examples or part.shown in examples
            digest.update(part.name.encode() + b"\0" + hashlib.sha256(part.data).digest())
            if part.name == VOCABULARY or part.is_scores:
                continue
            try:
                source = _read(part.shown, part.data, whole)
            except InputError as error:
                problems += error.problems
                continue
            reader = FileReader(source, vocabulary, problems, failed)
            if part.name == INSTRUMENTS:
                instruments |= read_instruments(reader)
                continue
            if part.name.startswith("parameters/") or _is_parameter_file(source.root):
                _parameter_file(reader, source.root, parameters)
                continue
            body = reader.mapping(source.root, RULE_KEYS)
            if not body:
                continue
            if "parameters" in body:
                _parameters(reader, body["parameters"], parameters)
            draft = Draft(reader, body, index)
            if not whole:
                body.pop("examples", None)
            _subject(draft)
            if draft.entity:
                drafts.append(draft)
    names = vocabulary.names() | {name for p in parameters.values() for name in (p.id, p.zh)}
    if problems and any(problem.code == "name-taken" for problem in problems):
        raise InputError(map(advised, problems))  # every rule that reads the name would seem wrong
    definitions, lexicon = read_definitions(drafts, vocabulary, parameters, names, problems)
    cuts = changed_cuts([pack.root for pack in packs], drafts, vocabulary, parameters, definitions)
    problems += cuts
    misread = {problem.place.file for problem in cuts}  # what such a rule says now is not what its author wrote
    rules: dict[str, Rule] = {}
    spellings = parameter_names(parameters)
    for draft in drafts:
        if draft.reader.source.file in misread:
            continue
        scope = Scope(vocabulary, (frame_of(draft, vocabulary),), spellings, definitions)
        rule = _rule(draft, scope, lexicon)
        if rule is None:
            continue
        known = rules.get(rule.id)
        if known is not None and draft.reader.text(draft.body.get("replaces")) != rule.id:
            draft.reader.problem(
                "duplicate-rule",
                draft.body["id"],
                Text(f"规则“{rule.id}”已在 {known.file} 里", f"the rule {rule.id!r} is already in {known.file}"),
                Text(
                    f"换一个编号；确要取代它，写 replaces: {rule.id}",
                    f"choose another id, or write replaces: {rule.id} to replace it",
                ),
            )
            continue
        manifest = packs[draft.layer].manifest
        if manifest is not None and not rule.reach.jurisdiction.startswith(manifest.jurisdiction):
            draft.reader.problem(
                "pack-jurisdiction",
                draft.body.get("jurisdiction") or draft.body["id"],
                Text(
                    f"规则包“{manifest.name}”只管行政区划 {manifest.jurisdiction}，规则“{rule.id}”写的是“{rule.reach.jurisdiction or '全国'}”",
                    f"the pack {manifest.name!r} is for jurisdiction {manifest.jurisdiction}, the rule {rule.id!r} for {rule.reach.jurisdiction or 'the whole country'}",
                ),
                Text(f'写 行政区划: "{manifest.jurisdiction}"', f'write jurisdiction: "{manifest.jurisdiction}"'),
            )
        rules[rule.id] = rule
    _refinements(drafts, rules, problems)
    if problems:
        raise InputError(map(advised, problems))
    return Rulebook(
        vocabulary,
        dict(sorted(rules.items())),
        parameters,
        definitions,
        frozenset(lexicon.names),
        digest.hexdigest(),
        tuple(pack.root for pack in packs),
        instruments,
        scores_of(packs),
    )


def _vocabularies(packs: Sequence[Pack]) -> list[Source | None]:
    """Return the vocabulary file of each pack, or nothing; the lowest pack must have one."""
    own = [pack.part(VOCABULARY) for pack in packs]
    found = [None if part is None else read_source(part.shown, part.data) for part in own]
    if not packs or packs[0].part(VOCABULARY) is None:
        place = Place(packs[0].root if packs else "rules")
        told = Text("缺少 vocabulary.yaml（词汇表）", "vocabulary.yaml is missing")
        hint = Text("规则文件夹的最外层要有 vocabulary.yaml", "the folder needs a vocabulary.yaml at its top")
        raise InputError([Problem("no-vocabulary", place, told, hint)])
    return found


def _is_parameter_file(root: Node) -> bool:
    """Whether a file holds parameters and nothing else, wherever it lies."""
    return root.kind == "map" and [key.value for key, _ in root.value] in (["parameters"], ["参数"])


def _refinements(drafts: Sequence[Draft], rules: dict[str, Rule], problems: list[Problem]) -> None:
    """Hold `replaces` and `refines` against the rules there are."""
    for draft in drafts:
        for key in ("replaces", "refines"):
            named = draft.reader.text(draft.body.get(key))
            if named and (named not in rules or (key == "refines" and named == draft.id)):
                draft.reader.problem(
                    "no-rule",
                    draft.body[key],
                    Text(f"没有规则“{named}”可{RULE_KEYS[key]}", f"there is no rule {named!r} that this {key}"),
                    did_you_mean(named, [r for r in rules if r != draft.id])
                    or Text("看 checker rules list", "see checker rules list"),
                )


@lru_cache(maxsize=512)
def _read(name: str, data: bytes, whole: bool) -> Source:
    """Read a file once: the next rulebook of this process has nearly all files in common with the last (nobody changes a node)."""
    return read_source(name, data) if whole else _head(name, data)


def _head(name: str, data: bytes) -> Source:
    """Read a rule file without its examples, when these come last: judging a case has no use for them."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return read_source(name, data)
    match = _EXAMPLES.search(text)
    if match is None or _TOP_KEY.search(text, match.end()):
        return read_source(name, data)
    return read_source(name, text[: match.start()].encode())


def _parameter_file(reader: FileReader, root: Node, parameters: dict[str, Parameter]) -> None:
    body = reader.mapping(root, {"parameters": "参数"})
    if "parameters" in body:
        _parameters(reader, body["parameters"], parameters)


def _parameters(reader: FileReader, node: Node, parameters: dict[str, Parameter]) -> None:
    if node.kind != "list":
        reader.problem("list-wanted", node, Text("参数要写成清单（每条以 - 开头）", "parameters is a list"))
        return
    for entry in node.value:
        parameter = reader.parameter(entry)
        if parameter is None:
            _fail(reader, entry)
            continue
        if parameter.id in parameters:
            first = parameters[parameter.id]
            _fail(reader, entry)
            reader.problem(
                "duplicate-parameter",
                entry,
                Text(
                    f"参数“{parameter.id}”已在 {first.file} 第 {first.line} 行",
                    f"the parameter {parameter.id!r} is already in {first.file}, line {first.line}",
                ),
            )
            continue
        for name in {parameter.id, parameter.zh} & reader.vocabulary.layers[-1]:
            told = Text(
                f"参数名“{name}”在词汇表里已有别的意思",
                f"the name {name!r} of this parameter already means something in the vocabulary",
            )
            reader.problem("name-taken", entry, told)
        parameters[parameter.id] = parameter


def _fail(reader: FileReader, entry: Node) -> None:
    """Note every word of a parameter that cannot be used: what names it is not wrong for that."""
    pairs = entry.value if entry.kind == "map" else ()
    reader.failed.update(str(node.value) for _, node in pairs if node.kind in ("plain", "text") and node.value)


def _subject(draft: Draft) -> None:
    """Read `for`: an entity, or an entity `by` keys."""
    reader, node = draft.reader, draft.body.get("for")
    vocabulary = reader.vocabulary
    if node is None:
        if not {"for", "对象"} & reader.meant:
            told = Text("规则没有写“对象”（for）", "the rule does not say what it is for")
            reader.problem(
                "required", reader.source.root, told, Text("加一行 对象: 支出项目", "add a line for: budget_line")
            )
        return
    text = reader.text(node)
    entity = vocabulary.entity_named(text)
    keys: list[str] = []
    if entity is None:
        head, *rest = _BY.split(text, maxsplit=1)
        entity = vocabulary.entity_named(head.strip())
        if entity is not None and rest:
            for word in re.split(r"[,，、]", rest[0]):
                field = next((f for f in entity.fields.values() if word.strip() in (f.id, f.zh)), None)
                if field is None:
                    names = [n for f in entity.fields.values() for n in (f.zh, f.id)]
                    reader.problem(
                        "unknown-name",
                        node,
                        Text(f"{entity.zh}没有字段“{word.strip()}”", f"{entity.id} has no field {word.strip()!r}"),
                        did_you_mean(word.strip(), names),
                    )
                    return
                keys.append(field.id)
            draft.group = Group(entity.id, tuple(keys))
    if entity is None:
        reader.problem(
            "unknown-entity",
            node,
            Text(f"没有“{text}”这种对象", f"there is no entity {text!r}"),
            did_you_mean(text, vocabulary.entity_names()),
        )
        return
    draft.entity = entity.id


def _rule(draft: Draft, scope: Scope, lexicon: Lexicon) -> Rule | None:
    reader, body = draft.reader, draft.body
    root = reader.source.root
    before = len(reader.problems)
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
    template = {
        lang: t
        for lang, key in (("zh", "message"), ("en", "message_en"))
        if (t := reader.template(body.get(key), scope, lexicon))
    }
    if template and len(template) == 1:  # what is said in one language only is said in that one
        template = dict.fromkeys(("zh", "en"), *template.values())
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
        nature_by=nature_by,
        problem=reader.text(body.get("problem")) or draft.id,
        problem_title=_both(reader, body, "problem_title") if title else None,
        message=template,
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
    _judge_severity(reader, body, rule)
    return rule if len(reader.problems) == before else None


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
