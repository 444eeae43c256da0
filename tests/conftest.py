"""What the tests share: the built-in rulebook, and short ways to compile and judge."""

from __future__ import annotations

import functools
import gc
import os
import sys
from contextlib import suppress
from decimal import localcontext
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings

from checker.api import check, load_rules
from checker.base import cached, collector
from checker.base.values import EXACT
from checker.cases.case import Fact
from checker.cases.reader import read_case
from checker.documents.source import parse_text
from checker.engines.durable import engine as durable
from checker.language.closures import Compiler
from checker.language.parser import parse
from checker.language.scope import Frame
from checker.language.tokens import Lexicon
from checker.language.trace import Tracer
from checker.language.types import check as check_types
from checker.rulebook import cache, loader

CACHE = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"
if "PYTEST_XDIST_WORKER" not in os.environ:  # workers share the folder of the process that started them
    _remembered = TemporaryDirectory(prefix="checker-tests-")
    os.environ[CACHE] = _remembered.name
os.environ.pop("CHECKER_CACHE", None)
_folder = cached.cache_folder
cached.cache_folder = cache.cache_folder = lambda: _folder() if "CHECKER_CACHE" in os.environ else None
"""The tests read the rules as they are, unless they ask for the cache; the programs that they start remember them."""
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # every program that a test starts would compile all modules again
ROOT = Path(__file__).parents[1]
sys.path[:0] = [
    str(room) for room in sorted(Path(__file__).parent.iterdir()) if room.is_dir()
]  # a test may take up another room's cases
settings.register_profile("change", derandomize=True)  # a change is refused for what it did, not for the day's draw
settings.register_profile("night", derandomize=False)  # the night looks where nobody has looked
NIGHT = bool(os.environ.get("CHECKER_NIGHTLY"))
settings.load_profile("night" if NIGHT else "change")
RULEBOOKS = 8
"""How many rulebooks are kept beside one another."""


def _kept(make):
    """Return `assemble` that makes no rulebook twice of the same bytes: a command read it anew, longer than all else it did."""
    books = {}

    def assemble(packs, *, examples=False):
        key = tuple(packs), examples if isinstance(examples, bool) else tuple(examples)
        book = books.pop(key, None) or make(packs, examples=examples)
        books[key] = book  # the last used stands last
        while len(books) > RULEBOOKS:
            del books[next(iter(books))]
        return book

    return assemble


loader.assemble = _kept(loader.assemble)


def _on_one_thread(connect):
    """Return DuckDB's `connect` with one thread: no table of a test is long enough to be cut up, and workers wait for one another."""

    def on_one_thread(database=":memory:", *arguments, config=None, **more):
        return connect(database, *arguments, config={"threads": "1", **(config or {})}, **more)

    return on_one_thread


with suppress(ImportError):
    import duckdb

    duckdb.connect = _on_one_thread(duckdb.connect)
with suppress(ImportError):
    from checker.batch import evaluated

    PER_RULE, evaluated.PER_RULE = evaluated.PER_RULE, 0
    """Tables of tests are small, and most are there for the statements: the evaluator judges them only where a test says so."""
BOOK = load_rules()
LEXICON = Lexicon(BOOK.names)
LONGEST = (
    "test_batch",
    "test_live",
    "test_table_folder",
    "test_postgres",
    "test_laws",
    "test_sql",
    "test_examples",
    "test_mapping",
    "test_edges",
    "test_rules_new",
    "test_money",
    "test_broken_inputs",
    "test_table_claims",
    "test_sql_random",
    "test_fmt",
    "test_headings",
    "test_casebook",
    "test_docs",
    "test_cache",
    "test_serve_browser",
    "test_config",
    "test_outputs",
    "test_serve_figures",
    "test_durable",
    "test_cli",
    "test_mapping_books",
    "test_lint",
    "test_mapping_laws",
)
"""The files that take longest, longest first: begun last, one of them would be waited for by itself."""
SLOW = (
    *LONGEST,
    "test_serve",
    "test_features",
    "test_core_alone",
    "test_casebook_laws",
    "test_same_facts",
    "test_findings",
    "test_review",
    "test_schemas",
    "test_rules_test",
    "test_first_rule",
    "test_terminal",
    "test_tables",
    "test_intake_pdf",
    "test_ledger",
    "test_packs",
    "test_own_words",
    "test_aspects",
    "test_packaging",
    "test_growth",
    "test_serve_form",
    "test_serve_own",
    "test_scores",
)
"""The files that `make check` leaves to the whole suite."""
TWICE = (
    "test_core_alone",
    "test_docs",
    "test_durable",
    "test_evidence",
    "test_examples",
    "test_first_rule",
    "test_live",
    "test_packaging",
    "test_rules_test",
    "test_unconfirmed",
)
"""The files of which the second book is a subject. Elsewhere only the night asks it: a third of a run is for it, mostly of one case."""
BY_NIGHT = (
    "test_laws: facts taken away in all places (by day a third), all changes on DuckDB (by day 210), listed exceptions still needed",
    "test_sql: all rules on the cases of every year and place (by day a sixth of the commonest); every example is asked by day",
    "test_postgres: examples of plans with fewer than ten",
    "test_spark: every example",
    "test_examples: every example on DuckDB once more, beside its mutants (by day in test_sql)",
    "test_claims: claims by rules about other kinds of subject, on DuckDB",
    "test_judgement_more: two thirds of the cases on DuckDB",
    "test_headings: pages of one unknown heading each as PDF (by day one of all; html is held by day)",
    "test_durable: the examples but for each 36th by all rules; 100,000 random verdicts (by day 5,000)",
    "test_live: 200 kills (by day 4), 400 random days (by day 6)",
    "test_population: 400 random populations (by day 3)",
    "test_casebook_laws, test_mapping_laws, test_table_states, test_rules_new: the cases and examples that a day's sample leaves out",
    "the second book in files of which it is no subject; properties of random inputs drawn anew",
)
"""What an ordinary day leaves out, a file each; printed below every run."""
_available = durable.available
collector.keep()  # the rulebook stays: looking through it again and again took a third of the time
gc.set_threshold(200_000, 20, 50)  # some tens of MB wait to be collected
HEAD = 'name: 示例单位\njurisdiction: "430112"\nlevel: 区县\nunit_kind: 事业单位\nyear: 2020\n'


def pytest_collection_modifyitems(items):
    """Put the longest files first, where xdist is told to keep the order (--no-loadscope-reorder, as in .ci/run)."""
    rank = {name: number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: rank.get(item.path.stem, len(rank)))
    for item in items:
        if item.path.stem in SLOW:
            item.add_marker(pytest.mark.slow)
        if _on_database(item.path):
            item.add_marker(pytest.mark.database)


def pytest_runtest_setup(item):
    """Let durable-rules be as good as not installed where it is no subject of the test."""
    durable.available = _available if NIGHT or item.path.stem in TWICE else lambda: False


def pytest_collection_finish():
    """Leave the ten thousand tests themselves out of garbage collections."""
    collector.keep()


def pytest_terminal_summary(terminalreporter):
    """Say what was left to the night: nothing is left out in silence."""
    if not NIGHT:
        terminalreporter.section("left to the night 留到夜间 (make nightly: CHECKER_NIGHTLY=1)", sep="-")
        for each in BY_NIGHT:
            terminalreporter.write_line(f"SKIPPED by day {each}")


@functools.cache
def _on_database(path: Path) -> bool:
    """Whether all tests of a file are skipped where DuckDB is not installed."""
    return 'importorskip("duckdb")' in path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def book():
    return BOOK


def scope(entity: str | None = None):
    """Return the scope of an expression about *entity* (none: only the unit)."""
    if entity is None:
        return BOOK.scope()
    known = BOOK.vocabulary.entities[entity]
    return BOOK.scope(Frame(entity, (known.zh, known.id, *known.aliases)))


def typed(text: str, entity: str | None = None, expected: str = ""):
    """Return the typed tree of *text*."""
    return check_types(parse(text, LEXICON), scope(entity), expected)


def case_of(text: str, head: str = HEAD):
    """Return the case in YAML *text*, with the usual head: a closed world, as a rule's examples are."""
    return read_case(parse_text("case.yaml", head + text), BOOK.vocabulary, closed=True)


def report_of(text: str, *rules: str, head: str = HEAD):
    """Return the report on the case in *text*, by these rules only."""
    return check([case_of(text, head)], BOOK, selected=lambda ident: not rules or ident in rules)


def outcomes(text: str, rule: str, head: str = HEAD) -> dict[str, str]:
    """Return the outcome of *rule* for each subject's id."""
    return {c.subject.id: c.outcome for c in report_of(text, rule, head=head).checks}


def evaluate(text: str, facts: str = "", entity: str | None = None, index: int = 0):
    """Return what *text* comes to, by closure and by trace, which must agree."""
    tree = typed(text, entity)
    case = case_of(facts)
    plan = BOOK.plan(case)
    from datetime import date

    last = date(2020, 12, 31)

    def value(name):
        found = plan.parameter(name, last)
        return None if found is None else found.value

    subject: Fact = case.root if entity in (None, "unit") else case.facts[entity][index]
    with localcontext(EXACT):
        fast = Compiler(BOOK.definitions, lambda name: lambda s: value(name)).compile(tree)((subject,))
        slow = Tracer(BOOK.definitions, lambda name, s: value(name)).trace(tree, (subject,)).value
    assert fast == slow, f"closure says {fast!r}, trace says {slow!r}"
    return fast


def own_rule(folder: Path, number: int = 0) -> None:
    """Write a rule of one's own into *folder*: an empty one is refused."""
    folder.mkdir(exist_ok=True)
    (folder / f"own-{number}.yaml").write_text(
        f"编号: own-{number}\n标题: 自己的规则\n依据: {{文件: 《测试》, 核对: 未核实}}\n定性: 疑点\n严重程度: 低\n对象: 合同\n"
        '要求: 合同金额 不超过 1亿元\n说明: "合同金额 {合同金额}"\n整改: 无\n',
        encoding="utf-8",
    )
