"""A deterministic mutator: inputs of every kind the product reads, good ones damaged by a seeded generator, and how each is tried.

Run as a program it tries many and prints the counts: `python tests/support/fuzz_inputs.py 1000000 [SEED]`. An exception other than the
product's own, a memory address in a message, or an input that takes more than two seconds is a finding and makes the exit
code 1; each is printed with the number by which it can be tried again.
"""

from __future__ import annotations

import atexit
import gc
import hashlib
import json
import os
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

os.environ["CHECKER_CACHE"] = "off"
sys.path.insert(0, str(Path(__file__).parents[1]))  # for conftest, which knows the rooms

from broken_inputs import CASES, HEAD, JSON_CASES, RULE, RULES

from checker.api import check, load_rules, rule_packs
from checker.base import archive
from checker.base.errors import InputError
from checker.base.files import builtin
from checker.base.telling import Silent
from checker.cases.reader import read_case
from checker.documents.source import read_source
from checker.evidence import _SEAL, LIMIT, Inputs, bundle, open_bundle, replay
from checker.intake.casefile import read_case_file
from checker.language.parser import parse
from checker.language.scope import Frame
from checker.language.tokens import ExpressionError, Lexicon
from checker.language.types import check as check_types
from checker.live.events import read_event
from checker.live.state import Live
from checker.mapping.reader import read_mapping
from checker.records.followup import read_followup
from checker.records.waivers import read_waivers
from checker.reports import Options, render
from checker.rulebook.packs import Pack, Part, pack_of, read_pack
from checker.rulebook.parameter_reader import read_parameter
from checker.rulebook.reader import FileReader
from checker.rulebook.selection import choice
from checker.rulebook.shapes import RULE_KEYS
from checker.rulebook.vocabulary_file import load_vocabulary

SLOW = 2.0
"""CPU seconds that no input may take."""
ADDRESS = re.compile(r"\b0x[0-9a-f]{6,}|<checker\.|object at|Traceback|\[Node|\x1b")
BOOK = load_rules()
LEXICON = Lexicon(BOOK.names)
CLEAN = (builtin("cases") / "clean.yaml").read_text(encoding="utf-8")
SMALL = HEAD + (
    "transcribed: [决算表]\namounts: {unit: 万元, decimals: 2}\nin_service: 12人\nnot_disclosed: [调整预算]\n"
    "lines:\n  - {id: a, kind: 项目支出, name: 甲, initial_budget: 10, actual: {value: 12, source: 表1, inferred: true}}\n"
    "  - {id: b, kind: 明细项目, name: 乙, parent: a, actual: 12, approvals: [{number: 甲1号, date: 2020-05-01, amount: 2}],\n"
    "     payments: {complete: false, items: [{date: 2020-06-01, amount: 3}]}}\n"
    "stated:\n  - {id: s, kind: 合计数, amount: 12, of: [{role: 加数, path: a.actual}, {role: 加数, amount: 0}]}\n"
    "contracts: [{id: c, supplier: 丙, amount: 5, sign_date: 2020-03-01, line: b}]\n"
)
SMALL_JSON = json.dumps(
    {
        "name": "示例单位",
        "jurisdiction": "430112",
        "level": "区县",
        "unit_kind": "事业单位",
        "year": 2020,
        "lines": [
            {"id": "a", "kind": "明细项目", "name": "甲", "actual": "12万元"},
            {"id": "b", "kind": "明细项目", "parent": "a"},
        ],
        "stated": [],
    },
    ensure_ascii=False,
)
EVENT = json.dumps(
    {"event": "e1", "kind": "payment", "line": "basic", "date": "2020-03-01", "amount": "3万元"}, ensure_ascii=False
)
MANIFEST = 'name: own\nversion: "1.0"\npublisher: 某局\njurisdiction: "4301"\nneeds: {checker: "0.1"}\n'
VOCABULARY = "entities:\n  approval:\n    fields:\n      letter_no: {zh: 公函文号, type: text, aliases: [函号]}\n  charter:\n    zh: 包车\n    parent: unit\n    collection: [charters]\n    key: [id]\n    fields: {id: {zh: 编号, type: text, required: true}, cost: {zh: 费用额, type: money, none: 0}}\nenumerations:\n  charter_kind: {zh: 种类, values: {plane: [飞机], train: [火车]}}\n"
PARAMETERS = "parameters:\n  - id: own_limit\n    zh: 自定限额\n    type: money\n    basis: {instrument: 《某办法》, verified: text}\n    values:\n      - {value: 3万元, from: 2019-01-01, to: 2019-12-31}\n      - {value: 4万元, from: 2020-01-01, levels: [区县]}\n"
WAIVERS = "waivers:\n  - {rule: stated-sum, unit: 示例单位, year: 2020, subject: a, reason: 特批, document: 甲1号, approver: 张三, expires: 2020-12-31}\n"
FOLLOWUP = "followup:\n  - {rule: stated-sum, unit: 示例单位, year: 2020, subject: a, state: corrected, day: 2021-03-01, person: 张三, note: 已改}\n"
MAPPING = 'amounts: {unit: 元, decimals: 2}\nfixed: {jurisdiction: "430112", 级次: 区县}\ntables:\n- {file: a.csv, 对象: 支出项目, unit: {u: code}, year: 年, columns: {i: id, a: {field: actual, unit: 万元}}, fixed: {kind: 专项}, skip_rows: {i: [合计]}, complete: all}\n'
EXPRESSIONS = [
    "实际支出 <= 年初预算",
    "若 是否信息化 则 实际支出 否则 造价 > 3万元",
    "存在 评审 满足 (评审.评审级别 = 二审)",
    "合计(付款: 付款.付款金额 其中 付款.付款日期 <= 首次付款日期) > 1元",
    '项目名称 匹配 "(门户|政务)网站"',
    "实际支出 / 年初预算 ≈ 105%",
    '项目名称 属于 ("甲", "乙")',
    "实际支出 介于 1万元 到 5万元",
    "实际支出 在 30万元 以上",
    "最大(实际支出, 年初预算) - 绝对值(造价) = 0元",
    "计数(评审 其中 评审.评审日期 已列示) >= 1",
    '日期("2020-01-01") < 首次付款日期',
    "非 (是否应急 且 年份(首次付款日期) = 2020)",
    "长度(去除(项目名称, 套话)) > 1",
]
SHAPES = [
    "[]",
    "{}",
    "[x]",
    "{a: b}",
    "[[]]",
    "[{a: [b]}]",
    "~",
    "无",
    "是",
    '""',
    "' '",
    "-",
    "1e999999999999999999999",
    "9" * 70,
    "0x7fffffff",
    ".inf",
    "-0",
    "１２万元",
    "²",
    "待填",
    "留空",
    "2020-02-30",
    "0000-00-00",
    "!!str x",
    "&a x",
    "*a",
    '"\\uD800"',
    '"\\e[31m"',
    '"\\0"',
    "{value: [x]}",
    "{complete: [], items: {}}",
    "|\n  x",
    "\u202e甲",
    "甲" * 300,
]
SCRAPS = [
    "\t",
    "：",
    "\n",
    ": ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    "'",
    '"',
    "#",
    "\r",
    "\x00",
    "\ufeff",
    "\u2028",
    "\x85",
    "\\",
    "，",
    "%",
    "且",
    "或",
    "(",
    ")",
    "且 且",
    "或 1",
    " 其中 ",
    "{{",
    "}}",
    "..",
    "<",
    "，",
    "\ud7ff",
    "𝟙",
    "e9",
    "-",
    "万元",
    "¥",
]


class Kind(NamedTuple):
    """One kind of input: good ones, and what reads one; the reader raises what the product raises."""

    name: str
    seeds: tuple[str | bytes, ...]
    read: Callable[[bytes], object]
    share: int
    """How often of a hundred it is tried."""


def mutated(chance: random.Random, seed: str | bytes) -> bytes:
    """Return *seed* damaged in one to four places: cut, doubled, exchanged, given another shape, or another byte."""
    if isinstance(seed, bytes):
        return _bytes_mutated(chance, seed)
    text = seed
    for _ in range(chance.choice((1, 1, 1, 1, 2, 3))):
        at = chance.randrange(len(text) + 1)
        way = chance.randrange(13)
        if way == 0:
            text = text[:at] + text[at + chance.randrange(1, 12) :]
        elif way == 1:
            text = text[:at] + chance.choice(SCRAPS) + text[at:]
        elif way == 2:
            text = text[:at] + text[at : at + chance.randrange(1, 40)] * chance.randrange(2, 5) + text[at:]
        elif way in (3, 4, 5):  # another shape in the place of a value
            values = list(re.finditer(r"(?<=: )[^,\n{}\[\]]+|\[[^\[\]\n]*\]|\{[^{}\n]*\}", text))
            if values:
                value = chance.choice(values)
                text = text[: value.start()] + chance.choice(SHAPES) + text[value.end() :]
        elif way == 6:  # another key
            keys = list(re.finditer(r"[\w一-鿿]+(?=:)", text))
            if keys:
                key, other = chance.choice(keys), chance.choice(keys)
                text = text[: key.start()] + other[0] + text[key.end() :]
        elif way in (7, 8):  # another figure or day: most of these can be read
            figures = list(re.finditer(r"\d+", text))
            if figures:
                figure = chance.choice(figures)
                text = (
                    text[: figure.start()]
                    + str(chance.choice((0, 1, 7, 10**6, 10**12, 10**20, 2019)))
                    + text[figure.end() :]
                )
        elif way in (9, 10):  # one entry or line less
            entries = list(re.finditer(r", [^,\[\]{}]+(?=[,}\]])|\n[^\n]*(?=\n)", text))
            if entries:
                entry = chance.choice(entries)
                text = text[: entry.start()] + text[entry.end() :]
        elif way == 11:
            text = (
                text[:at]
                + chr(
                    chance.choice(
                        (chance.randrange(0x20, 0x7F), chance.randrange(0x4E00, 0x9FFF), chance.randrange(0x20))
                    )
                )
                + text[at + 1 :]
            )
        else:
            words = list(re.finditer(r"[\w一-鿿]+", text))
            if len(words) > 1:
                one, two = sorted(chance.sample(range(len(words)), 2))
                a, b = words[one], words[two]
                text = text[: a.start()] + b[0] + text[a.end() : b.start()] + a[0] + text[b.end() :]
    data = text.encode("utf-8", "replace")
    return data if chance.random() < 0.95 else _bytes_mutated(chance, data)


def _bytes_mutated(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(len(changed) + 1)
        way = chance.randrange(4)
        if way == 0 and at < len(changed):
            changed[at] ^= 1 << chance.randrange(8)
        elif way == 1:
            changed[at:at] = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 5)))
        elif way == 2:
            del changed[at : at + chance.randrange(1, 20)]
        elif at < len(changed):
            changed[at] = chance.choice((0, 255, 127, 128))
    return bytes(changed)


def read_a_case(file: str) -> Callable[[bytes], object]:
    """Return what reads a case, and judges and prints every tenth that is read."""

    def read(data: bytes) -> object:
        case = read_case(read_source(file, data), BOOK.vocabulary)
        if sum(data) % 10 == 0:
            report = check([case], BOOK)
            assert not report.ledger.counts["error"], "a rule could not be judged"
            render("table", report, Options("zh"))
        return case

    return read


def read_a_rule(data: bytes) -> object:
    """Read one rule file on top of the built-in vocabulary and names."""
    problems: list[object] = []
    from checker.rulebook.definitions import Draft, frame_of, read_definitions
    from checker.rulebook.loader import _parameters
    from checker.rulebook.rule_reader import read_rule
    from checker.rulebook.subject import read_subject

    source = read_source("my-rule.yaml", data)
    reader = FileReader(source, BOOK.vocabulary, problems)  # type: ignore[arg-type]
    body = reader.mapping(source.root, RULE_KEYS)
    if "parameters" in body:
        _parameters(reader, body["parameters"], {}, {})
    draft = Draft(reader, body)
    read_subject(draft)
    if draft.entity:
        scope = BOOK.scope(frame_of(draft, BOOK.vocabulary))
        read_rule(draft, scope, LEXICON)
        if "define" in body:
            read_definitions([draft], BOOK.vocabulary, BOOK.parameters, set(BOOK.names), problems)  # type: ignore[arg-type]
    if problems:
        raise InputError(problems)  # type: ignore[arg-type]
    return body


def read_parameters(data: bytes) -> object:
    """Read a file of parameters."""
    problems: list[object] = []
    source = read_source("parameters.yaml", data)
    reader = FileReader(source, BOOK.vocabulary, problems)  # type: ignore[arg-type]
    node = reader.mapping(source.root, {"parameters": "参数"}).get("parameters")
    for entry in node.value if node is not None and node.kind == "list" else ():
        read_parameter(reader, entry, {})
    if problems:
        raise InputError(problems)  # type: ignore[arg-type]
    return node


def read_vocabulary(data: bytes) -> object:
    """Read the vocabulary of a pack on top of the built-in one."""
    part = rule_packs()[0].part("vocabulary.yaml")
    global _BASE
    if _BASE is None:
        assert part is not None
        _BASE = read_source(part.shown, part.data)
    return load_vocabulary([_BASE, read_source("vocabulary.yaml", data)])


_BASE = None
SCOPE = BOOK.scope(Frame("budget_line", ("支出项目", "budget_line")))


def read_expression(data: bytes) -> object:
    """Parse and check one expression."""
    return check_types(parse(data.decode("utf-8", "replace"), LEXICON), SCOPE)


def read_a_pack(data: bytes) -> object:
    """Unpack a packed file, from memory."""
    PACKED.write_bytes(data)
    return read_pack(PACKED)


def resealed(data: bytes) -> bytes:
    """Return a bundle whose manifest is *data*, sealed as it should be: what a forger can make."""
    parts = [(name, content) for name, content in archive.unzipped(BUNDLE, LIMIT).parts if name != "manifest.json"]
    seal = _SEAL.format(manifest=hashlib.sha256(data).hexdigest())
    made = archive.zipped([("manifest.json", data), *parts], seal + "0" * 64)[:-64]
    return made + hashlib.sha256(made).hexdigest().encode()


def read_a_resealed_bundle(data: bytes) -> object:
    """Open a bundle with this manifest, and judge it again where it is taken for one."""
    return replay(open_bundle("e.zip", resealed(data)))


def seed_bundle() -> bytes:
    """Return a small bundle of evidence."""
    report = check(
        [read_case(read_source("case.yaml", (HEAD + "lines: []\n").encode()), BOOK.vocabulary)],
        BOOK,
        selected=choice(("stated-sum", "staff-within-establishment"), ()),
    )
    small = (Pack("rules", (Part("my-rule.yaml", "my-rule.yaml", RULE.encode()),)),)
    return bundle(Inputs(small, (("case.yaml", (HEAD + "lines: []\n").encode()),)), report)


PACKED = Path(tempfile.mkdtemp(prefix="checker-fuzz-")) / "x.pack"
atexit.register(shutil.rmtree, PACKED.parent, ignore_errors=True)
BUNDLE = seed_bundle()
SEALED = dict(archive.unzipped(BUNDLE, LIMIT).parts)["manifest.json"].decode()


def seed_pack() -> bytes:
    """Return a small packed file."""
    from checker.rulebook.packs import packed

    manifest = Part("pack.yaml", "pack.yaml", MANIFEST.encode())
    return packed(Pack("own", (Part("my-rule.yaml", "my-rule.yaml", RULE.encode()),), None, manifest), manifest)


def kinds() -> tuple[Kind, ...]:
    """Return every kind of input, the shares adding up to a hundred."""
    base = read_case(read_source("clean.yaml", CLEAN.encode()), BOOK.vocabulary)
    live = Live(base)

    def event(data: bytes) -> object:
        return read_event(read_source("e.json", data), BOOK.vocabulary, live)

    line = next(iter(base.facts["budget_line"])).id
    events = tuple(
        EVENT.replace("basic", line).replace("payment", kind)
        for kind in ("payment", "approval", "review", "contract", "end")
    )
    yaml = tuple(CASES.values())
    return (
        Kind("yaml", (SMALL, SMALL, SMALL, *yaml), read_a_case("case.yaml"), 26),
        Kind("json", (SMALL_JSON, SMALL_JSON, *JSON_CASES.values()), read_a_case("case.json"), 14),
        Kind("expression", tuple(EXPRESSIONS), read_expression, 24),
        Kind("rule", (RULE, *RULES.values()), read_a_rule, 8),
        Kind("parameters", (PARAMETERS,), read_parameters, 4),
        Kind("vocabulary", (VOCABULARY,), read_vocabulary, 2),
        Kind("manifest", (MANIFEST,), lambda data: pack_of("own", [Part("pack.yaml", "pack.yaml", data)]), 4),
        Kind("waivers", (WAIVERS,), lambda data: read_waivers(read_source("w.yaml", data), BOOK), 3),
        Kind("followup", (FOLLOWUP,), lambda data: read_followup(read_source("f.yaml", data), BOOK), 2),
        Kind("mapping", (MAPPING,), lambda data: read_mapping(read_source("t.yaml", data), BOOK.vocabulary), 1),
        Kind("pack", (seed_pack(),), read_a_pack, 3),
        Kind("bundle", (BUNDLE,), lambda data: open_bundle("e.zip", data), 1),
        Kind("resealed", (SEALED,), read_a_resealed_bundle, 1),
        Kind("event", events, event, 7),
    )


class Result(NamedTuple):
    """What became of many inputs: how many were read and refused of each kind, and what should not have been."""

    read: Counter[str]
    refused: Counter[str]
    findings: list[str]
    slowest: float


def attempt(kind: Kind, data: bytes) -> str:
    """Return "read" or "refused"; raises whatever else happens, and AssertionError for a message that says too much."""
    try:
        kind.read(data)
    except InputError as error:
        assert error.problems, "refused without a problem"
        for problem in error.problems[:20]:
            for lang in ("zh", "en"):
                told = problem.render(lang)
                found = ADDRESS.search(told)
                assert found is None or found[0] in data.decode("utf-8", "replace"), told
                assert "\x1b" not in told, told
        return "refused"
    except ExpressionError as error:
        assert error.message.zh
        return "refused"
    return "read"


def run(count: int, seed: int, every: int = 0) -> Result:
    """Try *count* inputs; what is tried depends on *seed* alone. *every* so many, the state is printed."""
    table = kinds()
    drawn = [kind for kind in table for _ in range(kind.share)]
    read, refused, findings, slowest = Counter[str](), Counter[str](), list[str](), 0.0
    for number in range(count):
        chance = random.Random(f"{seed}/{number}")
        kind = chance.choice(drawn)
        data = mutated(chance, kind.seeds[0] if chance.random() < 0.5 else chance.choice(kind.seeds))
        began = time.process_time()
        try:
            (read if attempt(kind, data) == "read" else refused)[kind.name] += 1
        except Exception as error:
            findings.append(f"{kind.name} {seed}/{number}: {type(error).__name__}: {str(error)[:300]} {data[:2000]!r}")
        took = time.process_time() - began
        slowest = max(slowest, took)
        if took > SLOW:
            findings.append(f"{kind.name} {seed}/{number}: {took:.1f} s {data[:300]!r}")
        if every and (number + 1) % every == 0:
            print(f"{number + 1:,}: {len(findings)} findings, slowest {slowest:.2f} s", flush=True)
    return Result(read, refused, findings, slowest)


def run_tables(count: int, seed: int) -> Result:
    """Try *count* folders of tables with one file damaged, each as a whole batch on DuckDB: dear, so there are few."""
    from click.testing import CliRunner

    from checker.cli.main import main
    from checker.tables.packing import pack_cases

    read, refused, findings, slowest = Counter[str](), Counter[str](), list[str](), 0.0
    with tempfile.TemporaryDirectory() as place:
        case, good, bad, out = (Path(place) / name for name in ("case.yaml", "good", "bad", "out"))
        case.write_text(SMALL, encoding="utf-8")
        pack_cases([str(case)], BOOK.vocabulary, good, "csv", Silent(), read_case_file)
        files = sorted(path.name for path in good.iterdir() if path.stat().st_size > 40)
        for number in range(count):
            chance = random.Random(f"{seed}/tables/{number}")
            for folder in (bad, out):
                shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(good, bad)
            name = chance.choice(files)
            data = mutated(chance, (good / name).read_text(encoding="utf-8"))
            (bad / name).write_bytes(data)
            began = time.process_time()
            words = [
                "--no-config",
                "run",
                str(bad),
                "--engine",
                "duckdb",
                "-o",
                str(out),
                "--derive",
                "5",
                "--sample",
                "1",
                "--memory",
                "1GB",
                "--select",
                "spending-never-budgeted,parts-sum-to-total,stated-sum",
            ]
            done = CliRunner().invoke(main, words)
            took = time.process_time() - began
            slowest = max(slowest, took)
            (refused if done.exit_code == 2 else read)["tables"] += 1
            told = done.output
            shown = ADDRESS.search(told.replace("\n", ""))
            address = shown is not None and shown[0] not in data.decode("utf-8", "replace")
            if done.exit_code not in (0, 1, 2, 3) or "内部错误" in told or address or "\x1b" in told:
                findings.append(
                    f"tables {seed}/{number}: exit code {done.exit_code} {told[-300:]} {name} {data[:1000]!r}"
                )
    return Result(read, refused, findings, slowest)


def lines(result: Result) -> Iterator[str]:
    """Yield the counts of a run, a line each kind."""
    for name in sorted({*result.read, *result.refused}):
        yield f"{name:12} {result.read[name] + result.refused[name]:>9,} inputs: {result.read[name]:>9,} read, {result.refused[name]:>9,} refused"
    total = sum((result.read + result.refused).values())
    yield f"{'all':12} {total:>9,} inputs, {len(result.findings)} findings, slowest {result.slowest:.2f} CPU seconds"


if __name__ == "__main__":
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    tables = run_tables(many // 5000, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    print("\n".join((*tables.findings[:100], *lines(tables))), flush=True)
    gc.collect()  # what the batches left behind is not the time of the input during which it would be collected
    done = run(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000, int(sys.argv[2]) if len(sys.argv) > 2 else 1, 50_000)
    print("\n".join((*done.findings[:100], *lines(done))))
    sys.exit(1 if done.findings or tables.findings else 0)
