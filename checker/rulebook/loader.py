"""Rule folders → Rulebook: vocabulary, parameters and rules; every problem of every file in one go."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Sequence
from functools import lru_cache

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.base.named import NamedTuple
from checker.base.parties import Confirmed
from checker.cases.vocabulary import Vocabulary
from checker.documents.node import Node
from checker.documents.source import Source, read_source
from checker.language.scope import Definition, Scope
from checker.language.tokens import Lexicon
from checker.rulebook.aspects import hold_aspects
from checker.rulebook.book import Rulebook, parameter_names
from checker.rulebook.cuts import changed_cuts
from checker.rulebook.definitions import Draft, frame_of, read_definitions
from checker.rulebook.hints import advised
from checker.rulebook.instruments import FILE as INSTRUMENTS
from checker.rulebook.instruments import read_instruments
from checker.rulebook.others import hold_factors
from checker.rulebook.packs import VOCABULARY, Pack, scores_of, unmet_needs
from checker.rulebook.parameter_reader import read_parameter
from checker.rulebook.party_decisions import PartyDecision, confirmed_by, is_party_file, read_decisions
from checker.rulebook.reader import FileReader
from checker.rulebook.rule import Instrument, Parameter, Rule
from checker.rulebook.rule_reader import read_rule
from checker.rulebook.shapes import RULE_KEYS
from checker.rulebook.subject import read_subject
from checker.rulebook.vocabulary_file import load_vocabulary

_EXAMPLES = re.compile(r"^(?:examples|示例)[ \t]*[:：]", re.MULTILINE)
_TOP_KEY = re.compile(r"^[^\s#\-]", re.MULTILINE)


class Parts(NamedTuple):
    """What the files of the packs hold, before any expression is understood."""

    parameters: dict[str, Parameter]
    instruments: dict[str, Instrument]
    drafts: list[Draft]
    digest: str
    decisions: list[PartyDecision]


def assemble(packs: Sequence[Pack], *, examples: bool | Container[int | str] = False) -> Rulebook:
    """Return the rulebook that *packs* make together, each on top of those before it; raises InputError.

    *examples* says whether examples are read, or in which of the packs (by their number) and files (as they are shown).
    """
    book, problems = attempted(packs, examples=examples)
    if problems or book is None:
        raise InputError(problems)
    return book


def attempted(
    packs: Sequence[Pack], *, examples: bool | Container[int | str] = False
) -> tuple[Rulebook | None, list[Problem]]:
    """Return the rulebook of all that can be read, for who is still writing it, and everything that is wrong; see `assemble`.

    Without a vocabulary there is none.
    """
    problems = unmet_needs(packs)
    own = [pack.part(VOCABULARY) for pack in packs]
    try:
        vocabulary = _vocabulary(
            tuple(
                (p.root, None if part is None else (part.shown, part.data)) for p, part in zip(packs, own, strict=True)
            )
        )
    except InputError as error:
        return None, [*map(advised, error.problems)]
    parts = _files(packs, vocabulary, examples, problems)
    taken = any(problem.code == "name-taken" for problem in problems)  # every rule that reads the name would seem wrong
    drafts = [] if taken else parts.drafts
    parts = parts._replace(drafts=drafts)
    names = vocabulary.names() | {name for p in parts.parameters.values() for name in (p.id, p.zh)}
    confirmed = confirmed_by(parts.decisions, problems)
    definitions, lexicon = _definitions(parts, vocabulary, names, confirmed, problems)
    cuts = changed_cuts([pack.root for pack in packs], parts.drafts, vocabulary, parts.parameters, definitions)
    problems += cuts
    misread = {problem.place.file for problem in cuts}  # what such a rule says now is not what its author wrote
    sound = [draft for draft in parts.drafts if draft.reader.source.file not in misread]
    spellings = parameter_names(parts.parameters)
    frames = _frames(Frames(vocabulary, spellings, definitions, frozenset(lexicon.names), confirmed, {}))
    rules = _rules(packs, sound, frames, lexicon)
    _refinements(parts.drafts, rules)
    hold_aspects(parts.drafts, rules)
    hold_factors(parts.drafts, rules, parts.parameters)
    book = Rulebook(
        vocabulary,
        dict(sorted(rules.items())),
        parts.parameters,
        frames.definitions,
        frames.names,
        parts.digest,
        tuple(pack.root for pack in packs),
        parts.instruments,
        scores_of(packs),
        tuple(parts.decisions),
    )
    return book, [*map(advised, problems)]


def _files(
    packs: Sequence[Pack], vocabulary: Vocabulary, examples: bool | Container[int | str], problems: list[Problem]
) -> Parts:
    """Read every file of every pack: registers and parameters as they are, rules as drafts."""
    digest = hashlib.sha256()
    parts = Parts({}, {}, [], "", [])
    failed: set[str] = set()
    for index, pack in enumerate(packs):
        below = dict(parts.parameters)
        for part in pack.parts:
            if part.is_form:
                continue
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
            reader.strict = index > 0
            if part.name == INSTRUMENTS:
                parts.instruments.update(read_instruments(reader))
            elif is_party_file(source.root):
                parts.decisions.extend(read_decisions(reader))
            elif part.name.startswith("parameters/") or _is_parameter_file(source.root):
                _parameter_file(reader, source.root, parts.parameters, below)
            elif _is_case(source.root):
                told = Text("这是案例文件，不是规则", "this is a case, and no rule")
                hint = Text(
                    "--rules 写规则文件，或只放规则的文件夹；案例写在 checker run 后面",
                    "--rules is a rule file, or a folder of rules only; cases follow checker run",
                )
                reader.problem("a-case", source.root, told, hint)
            elif (draft := _draft(reader, index, whole, parts.parameters, below)) is not None:
                parts.drafts.append(draft)
    return parts._replace(digest=digest.hexdigest())


_OF_A_CASE = frozenset(
    [
        "name",
        "单位名称",
        "year",
        "fiscal_year",
        "预算年度",
        "年度",
        "level",
        "budget_level",
        "预算级次",
        "unit_kind",
        "单位性质",
        "jurisdiction",
        "行政区划",
    ]
)
"""Headings of a case; a rule may have some of them, to say whom it binds."""
_OF_A_RULE = frozenset(
    ["id", "编号", "title", "标题", "for", "对象", "require", "要求", "when", "适用", "basis", "依据"]
)


def _is_case(root: Node) -> bool:
    """Whether a file is a case that lies among rules."""
    keys = {key.text for key, _ in root.value} if root.kind == "map" else set()
    return len(keys & _OF_A_CASE) > 2 and not keys & _OF_A_RULE


def _draft(
    reader: FileReader, layer: int, whole: bool, parameters: dict[str, Parameter], below: dict[str, Parameter]
) -> Draft | None:
    """Return the rule in a file with its keys and what it is for, its own parameters put with the others."""
    body = reader.mapping(reader.source.root, RULE_KEYS)
    if not body:
        return None
    if "parameters" in body:
        _parameters(reader, body["parameters"], parameters, below)
    draft = Draft(reader, body, layer)
    if not whole:
        body.pop("examples", None)
    read_subject(draft)
    return draft if draft.entity else None


class Frames(NamedTuple):
    """What the expressions of every rule may name, and the rules that were read by it: each file is read once.

    A rule is kept by its file, known by its identity and kept with it, and by the layer that it stands in.
    """

    vocabulary: Vocabulary
    parameters: dict[str, tuple[str, str]]
    definitions: dict[tuple[str, str], Definition]
    names: frozenset[str]
    confirmed: Confirmed
    read: dict[tuple[int, int], tuple[Source, Rule]]


class Defining(NamedTuple):
    """What the definitions of a rulebook were read from: its vocabulary, names, and the files, each kept with its layer."""

    vocabulary: Vocabulary
    parameters: dict[str, tuple[str, str]]
    names: frozenset[str]
    confirmed: Confirmed
    files: tuple[tuple[Source, int], ...]


KEPT = 4
"""How many rulebooks that differ in what rules may name are kept for the next."""
_kept: list[Frames] = []
_defined: list[tuple[Defining, dict[tuple[str, str], Definition], Lexicon]] = []


def _definitions(
    parts: Parts, vocabulary: Vocabulary, names: set[str], confirmed: Confirmed, problems: list[Problem]
) -> tuple[dict[tuple[str, str], Definition], Lexicon]:
    """Return the definitions, and the words to cut texts by; what nothing is wrong with is read once."""
    files = tuple((draft.reader.source, draft.layer) for draft in parts.drafts if "define" in draft.body)
    new = Defining(vocabulary, parameter_names(parts.parameters), frozenset(names), confirmed, files)
    for old, definitions, lexicon in _defined:
        if old.vocabulary is vocabulary and old[1:] == new[1:]:  # a file is the same only where it is the same object
            return definitions, lexicon
    before = len(problems)
    definitions, lexicon = read_definitions(parts.drafts, vocabulary, parts.parameters, names, problems, confirmed)
    if len(problems) == before:
        _defined[:] = [(new, definitions, lexicon), *_defined][:KEPT]
    return definitions, lexicon


def _frames(new: Frames) -> Frames:
    """Return *new*, or what an earlier rulebook of this process had that is the same: most of its rules are in this one, too."""
    found = next((old for old in _kept if old.vocabulary is new.vocabulary and old[1:5] == new[1:5]), new)
    _kept[:] = [found, *(old for old in _kept if old is not found)][:KEPT]
    return found


def _rules(packs: Sequence[Pack], drafts: Sequence[Draft], frames: Frames, lexicon: Lexicon) -> dict[str, Rule]:
    """Return the rules by their ids: an id is there once, unless a rule says that it replaces another."""
    rules: dict[str, Rule] = {}
    for draft in drafts:
        rule = _rule(draft, frames, lexicon)
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
        _of_the_place(packs[draft.layer], draft, rule)
        rules[rule.id] = rule
    return rules


def _rule(draft: Draft, frames: Frames, lexicon: Lexicon) -> Rule | None:
    """Return the rule that a draft states, read once; what is wrong with one is told each time."""
    source = draft.reader.source
    known = frames.read.get((id(source), draft.layer))
    if known is not None:
        return known[1]
    frame = frame_of(draft, frames.vocabulary)
    scope = Scope(frames.vocabulary, (frame,), frames.parameters, frames.definitions, True, frames.confirmed)
    rule = read_rule(draft, scope, lexicon)
    if rule is not None:
        while len(frames.read) >= FILES:  # a formatter tries many versions of each file
            del frames.read[next(iter(frames.read))]
        frames.read[id(source), draft.layer] = source, rule
    return rule


def _of_the_place(pack: Pack, draft: Draft, rule: Rule) -> None:
    """Hold a rule against the jurisdiction of its pack."""
    manifest = pack.manifest
    if manifest is None or rule.reach.jurisdiction.startswith(manifest.jurisdiction):
        return
    draft.reader.problem(
        "pack-jurisdiction",
        draft.body.get("jurisdiction") or draft.body["id"],
        Text(
            f"规则包“{manifest.name}”只管行政区划 {manifest.jurisdiction}，规则“{rule.id}”写的是“{rule.reach.jurisdiction or '全国'}”",
            f"the pack {manifest.name!r} is for jurisdiction {manifest.jurisdiction}, the rule {rule.id!r} for {rule.reach.jurisdiction or 'the whole country'}",
        ),
        Text(f'写 行政区划: "{manifest.jurisdiction}"', f'write jurisdiction: "{manifest.jurisdiction}"'),
    )


@lru_cache(maxsize=4)
def _vocabulary(files: tuple[tuple[str, tuple[str, bytes] | None], ...]) -> Vocabulary:
    """Return the vocabulary of packs, each with its folder and vocabulary file or nothing; the lowest must have one."""
    found = [None if file is None else read_source(*file) for _, file in files]
    if not found or found[0] is None:
        place = Place(files[0][0] if files else "rules")
        told = Text("缺少 vocabulary.yaml（词汇表）", "vocabulary.yaml is missing")
        hint = Text("规则文件夹的最外层要有 vocabulary.yaml", "the folder needs a vocabulary.yaml at its top")
        raise InputError([Problem("no-vocabulary", place, told, hint)])
    return load_vocabulary(found)


def _is_parameter_file(root: Node) -> bool:
    """Whether a file holds parameters and nothing else, wherever it lies."""
    return root.kind == "map" and [key.value for key, _ in root.value] in (["parameters"], ["参数"])


def _refinements(drafts: Sequence[Draft], rules: dict[str, Rule]) -> None:
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


FILES = 512
"""How many files, and rules of one set of names, are kept for the next rulebook."""


@lru_cache(maxsize=FILES)
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


def _parameter_file(
    reader: FileReader, root: Node, parameters: dict[str, Parameter], below: dict[str, Parameter]
) -> None:
    body = reader.mapping(root, {"parameters": "参数"})
    if "parameters" in body:
        _parameters(reader, body["parameters"], parameters, below)


def _parameters(reader: FileReader, node: Node, parameters: dict[str, Parameter], below: dict[str, Parameter]) -> None:
    """Read a list of parameters into *parameters*; *below* are those of the packs that this one stands on."""
    if node.kind != "list":
        reader.problem("list-wanted", node, Text("参数要写成清单（每条以 - 开头）", "parameters is a list"))
        return
    for entry in node.value:
        parameter = read_parameter(reader, entry, below)
        if parameter is None:
            _fail(reader, entry)
            continue
        over = below.get(parameter.id) is parameters.get(parameter.id) and _says_existing(entry)
        if parameter.id in parameters and not over:
            first = parameters[parameter.id]
            _fail(reader, entry)
            reader.problem(
                "duplicate-parameter",
                entry,
                Text(
                    f"参数“{parameter.id}”已在 {first.file} 第 {first.line} 行",
                    f"the parameter {parameter.id!r} is already in {first.file}, line {first.line}",
                ),
                Text(
                    "换一个编号；要改它的取值，写 已有参数: 补充 或 已有参数: 替换",
                    "choose another id; to change its values write existing: add or existing: replace",
                )
                if parameter.id in below
                else None,
            )
            continue
        for name in {parameter.id, parameter.zh} & reader.vocabulary.layers[-1]:
            told = Text(
                f"参数名“{name}”在词汇表里已有别的意思",
                f"the name {name!r} of this parameter already means something in the vocabulary",
            )
            reader.problem("name-taken", entry, told)
        parameters[parameter.id] = parameter


def _says_existing(entry: Node) -> bool:
    """Whether a parameter says that it adds to one of a pack below, or takes its place."""
    return any(key.text in ("existing", "已有参数") for key, _ in entry.value)


def _fail(reader: FileReader, entry: Node) -> None:
    """Note every word of a parameter that cannot be used: what names it is not wrong for that."""
    pairs = entry.value if entry.kind == "map" else ()
    reader.failed.update(str(node.value) for _, node in pairs if node.kind in ("plain", "text") and node.value)
