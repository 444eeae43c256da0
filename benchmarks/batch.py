"""Batches on DuckDB against SQL written by hand for the same twenty rules; findings are compared before any time counts.

python benchmarks/batch.py [UNITS] [ITEMS]: prints CPU seconds and ratios of one run. The data is made: a long tail of amounts, 12 % of
the figures missing, three units of four read whole, reviews for some IT projects, Chinese names, emergencies, figures stated as
none, approvals of which some are cuts, without number, day or amount, or of another kind. Both sides read the
same Parquet files and leave the same table: case, rule, subject, outcome, severity and amount of every finding. What is
written by hand is as short as Kleene's logic allows and asks for nothing that this data lacks: a third level of lines. Both run on a connection as `checker run` opens it; `checker run`
does more than both (tables checked, record, order, files) and is printed apart.
"""

from __future__ import annotations

import contextlib
import io
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import duckdb

from checker.api import load_rules
from checker.batch.findings import findings_of
from checker.batch.run import Batch, Settings
from checker.cli.main import main
from checker.engines.sql.plan import compile_plan, highest
from checker.tables.schema import table
from checker.tables.warehouse import connect, empty_lists

BOOK = load_rules()
RULES = ("it-project-second-review", "overrun-above-threshold", "spending-over-adjusted-budget")


def generate(folder, units, items, first=0):
    """Write the tables of *units* units, numbered from *first* on."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    c = duckdb.connect()
    c.execute("SET enable_progress_bar = false")
    c.execute("SET threads=1")
    c.execute(f"SELECT setseed({(first % 9_973) / 10_000})").fetchall()  # seeds once it is read

    def out(entity, select):
        cols = table(BOOK.vocabulary.entities[entity], BOOK.vocabulary)
        c.execute(f"CREATE OR REPLACE TEMP TABLE d AS {select}")
        have = {r[0] for r in c.execute("DESCRIBE d").fetchall()}
        wanted = ", ".join(
            f'CAST("{k.name}" AS {k.type}) AS "{k.name}"' if k.name in have else f'NULL::{k.type} AS "{k.name}"'
            for k in cols
        )
        c.execute(
            f"COPY (SELECT {wanted} FROM d ORDER BY _case{'' if entity == 'unit' else ', _fact'}) TO '{folder}/{entity}.parquet' (FORMAT parquet, COMPRESSION zstd)"
        )

    out(
        "unit",
        f"""SELECT i AS _case, i AS _fact, '第'||i||'单位' AS _id, '第'||i||'单位' AS name, '430112' AS jurisdiction, 'district' AS budget_level,
      'public_institution' AS unit_kind, 2020 AS fiscal_year, 'complete' AS budget_line__state, 'complete' AS review__state, CASE WHEN i%3=0 THEN 'complete' END AS approval__state,
      CASE WHEN i%4<>0 THEN 'whole' END AS _read, 10+i%7 AS establishment, 12 AS in_service FROM range({first}, {first + units}) t(i)""",
    )
    n = f"{items}"

    def miss(e):
        return f"CASE WHEN random()<0.12 AND k > 0 THEN NULL ELSE {e} END"  # a total that is left out would have to be derived

    # figures in units of 100 yuan, by whole numbers: a long tail of budgets; most items spend 85 to 108 % of it, one in 25 far more
    tail = "(1 + (random()*98)::BIGINT) * (10 ** (1 + (random()*3)::INT))::BIGINT"
    c.execute(f"""CREATE TABLE raw AS SELECT _case, _fact, k, {miss("budget * 10000")} AS initial_budget, {miss("budget * spent // 100 * 10000")} AS actual,
      {miss("CASE WHEN adjusted THEN budget * greatest(spent, 100) // 100 * 10000 ELSE budget * 10000 END")} AS adjusted_budget, {miss("budget * 30000")} AS cost, {miss("it < 0.2")} AS is_it,
      ['设备购置','系统运维等相关费用','信息化建设','会议费','专项业务费'][1+(random()*4)::INT] AS name, CASE WHEN random()<0.3 THEN ['据实结算','抢险救灾','应急管理培训'][1+(random()*random()*2.5)::INT] END AS deviation_reason, r, {miss("emergency < 0.03")} AS is_emergency, emergency, paper, random() AS unsaid,
      {miss("budget * (random()*40)::BIGINT // 100 * 10000")} AS added_budget, {miss("budget * (80 + (random()*40)::BIGINT) // 100 * 10000")} AS prior_budget,
      {miss("budget * (40 + (random()*70)::BIGINT) // 100 * 10000")} AS prior_actual, {miss("((random()*100)::BIGINT - 2) * 10000")} AS carry_out, {miss("(random()*100)::BIGINT * 10000")} AS carry_in,
      {miss("budget * (random()*45)::BIGINT // 100 * 10000")} AS fourth_quarter, {miss("random()<0.5")} AS detail_given, CASE WHEN random()<0.5 THEN '完成年度任务' END AS goal
      FROM (SELECT i//{n} AS _case, i AS _fact, i%{n} AS k, {tail} AS budget,
        CASE WHEN random() < 0.04 THEN 110 + (random()*200)::BIGINT ELSE 85 + (random()*23)::BIGINT END AS spent, random() < 0.6 AS adjusted, random() AS it, random() AS r, random() AS emergency, random() AS paper
        FROM range({first}*{n}, {first + units}*{n}) t(i))""")
    figs = [
        "initial_budget",
        "actual",
        "adjusted_budget",
        "cost",
        "added_budget",
        "prior_budget",
        "prior_actual",
        "carry_out",
        "carry_in",
        "fourth_quarter",
    ]
    step = ", ".join(
        f"CASE WHEN {f} IS NOT NULL THEN 10000 END AS {f}__step, CASE WHEN {f} IS NOT NULL THEN '万元' END AS {f}__unit, CASE WHEN {f} IS NOT NULL THEN 2 END AS {f}__decimals"
        for f in figs
    )
    out(
        "budget_line",
        f"""SELECT raw.* EXCLUDE (parent), parent, CASE WHEN parent IS NOT NULL THEN 'p0' END AS parent__id FROM (SELECT _case,_fact,'p'||k AS _id,'p'||k AS id, name, CASE WHEN k=0 THEN 'total' ELSE 'item' END AS kind, CASE WHEN k>0 THEN _fact-k END AS parent,
       'complete' AS sub_line__state, 'complete' AS review__state, CASE WHEN _case%3=0 THEN 'complete' END AS approval__state, is_it, is_emergency, deviation_reason,
       CASE WHEN k > 0 AND unsaid < 0.05 AND (adjusted_budget IS NULL OR goal IS NULL) THEN concat(' ', CASE WHEN adjusted_budget IS NULL THEN 'adjusted_budget ' END, CASE WHEN goal IS NULL THEN 'goal ' END) END AS _none, detail_given, goal, {", ".join(figs)}, {step} FROM raw) raw""",
    )
    out(
        "review",
        """SELECT _case, _fact, _fact AS _owner, 'r'||_fact AS _id, 'r'||_fact AS id, CASE WHEN r<0.5 THEN 'first' ELSE 'second' END AS level, CASE WHEN r<0.2 OR r>0.4 THEN 'passed' WHEN r<0.3 THEN 'rejected' END AS result FROM raw WHERE is_it AND r<0.8""",
    )
    out(  # papers: most with a number and a day, some of them cuts, some of another kind, some without an amount
        "approval",
        """SELECT *, CASE WHEN amount IS NOT NULL THEN 10000 END AS amount__step, CASE WHEN amount IS NOT NULL THEN '万元' END AS amount__unit, CASE WHEN amount IS NOT NULL THEN 2 END AS amount__decimals
          FROM (SELECT _case, _fact, _fact AS _owner, 'a'||_fact AS _id, 'a'||_fact AS id, CASE WHEN unsaid < 0.85 THEN '甲'||_fact||'号' END AS number, CASE WHEN unsaid >= 0.95 THEN ' number ' END AS _none,
            CASE WHEN r < 0.9 THEN DATE '2020-03-01' END AS date, CASE WHEN emergency < 0.95 THEN CASE WHEN paper < 0.05 THEN -1 ELSE 1 END * (1 + (r * 300)::BIGINT) * (10 ** (unsaid * 3)::INT)::BIGINT * 10000 END AS amount,
            CASE WHEN emergency < 0.3 THEN 'addition' WHEN emergency < 0.6 THEN 'transfer' WHEN emergency < 0.7 THEN 'other_approval' END AS kind FROM raw WHERE _case % 3 = 0 AND k > 0 AND paper < 0.2)""",
    )
    c.close()


def given(field: str) -> str:
    """Return whether a figure is shown: not where it is stated as none, unknown where it may stand on a page that was not read."""
    return f"(CASE WHEN {field} IS NOT NULL THEN true WHEN whole OR contains(_none, ' {field} ') THEN false END)"


def passed(level: str) -> str:
    """Return whether a review of a level was passed: unknown where not all reviews are known."""
    return f"(CASE WHEN yes_{level} > 0 THEN true WHEN review__state = 'complete' AND COALESCE(open_{level}, 0) = 0 THEN false END)"


def indicator(over: str, under: str) -> str:
    """Return a total's indicator as a violation: never one, unknown where it has no value."""
    return f"CASE WHEN kind = 'total' AND ({over} IS NULL OR {under} IS NULL OR {under} = 0) THEN NULL ELSE false END"


def sure(condition: str, certainly: str) -> str:
    """Return *condition*, unknown where it holds and what was rounded off could turn it: doubled ends are compared."""
    return f"({condition}) AND (({certainly}) OR NULL)"


def above(*plus: str, minus: tuple[str, ...] = ()) -> str:
    """Return whether a sum of figures less others is certainly above zero."""
    total = " + ".join(plus) + "".join(f" - {figure}" for figure in minus)
    return f"2 * ({total}) > {' + '.join(f'{figure}__step' for figure in (*plus, *minus))}"


RUNNING = [
    "日常事务",
    "日常办公",
    "办公经费",
    "工作经费",
    "工资",
    "年终奖",
    "职工奖金",
    "绩效奖金",
    "津贴",
    "加班费",
    "社会保险缴费",
    "公积金",
    "水电费",
    "物业管理费",
    "差旅费",
]
EMERGENCY, ORDINARY = (
    "|".join(sorted(value, key=len, reverse=True))
    for value in (BOOK.parameters[name].values[0].value for name in ("emergency_words", "ordinary_emergency_words"))
)
TEMPLATE = "(^|[^A-Za-z])(XX|xx)([^A-Za-z]|$)|××|□□|__|待填(写|列|报|$|[^一-龥])|请填写|此处填"
HAS_CLOSING = "(carry_out IS NOT NULL OR kind <> 'component' AND NOT total_closes_at_nil)"
VIOLATIONS = {
    "it-project-second-review": sure(
        f"kind = 'item' AND is_it AND cost > 200000000 AND NOT {passed('second')}", "2 * cost - cost__step > 400000000"
    ),
    "it-project-first-review": f"kind = 'item' AND is_it AND NOT {passed('first')}",
    "overrun-above-threshold": sure(
        f"kind <> 'component' AND initial_budget > 0 AND NOT (kind = 'item' AND NOT {given('initial_budget')} AND (printed OR adjusted_budget IS NOT NULL)) "
        "AND actual * 20 > initial_budget * 21 AND NOT (over_all <= 0 AND (over_all <= cuts_all OR NULL)) AND (over_all > covered OR NULL) "
        "AND NOT (adjusted_budget IS NOT NULL AND actual <= adjusted_budget)",
        "20 * (2 * actual - actual__step) > 21 * (2 * initial_budget + initial_budget__step) "
        f"AND {above('over_all')} AND 2 * (over_all - covered) > over_all__step + left_above__step AND (adjusted_budget IS NULL OR {above('actual', minus=('adjusted_budget',))}) "
        f"AND (rise IS NOT NULL OR approval__state = 'complete' OR rise_above IS NULL OR {above('over_all', minus=('rise_above',))})",
    ),
    "spending-over-adjusted-budget": sure(
        f"kind <> 'component' AND ((kind = 'item' OR parts = 0) AND ({given('adjusted_budget')} OR NOT covered_above AND (NOT unprinted OR above_lacks OR NULL) AND 2 * outside > outside__step) "
        "OR adjusted_budget IS NOT NULL AND parts_adjusted = 0) "
        "AND NOT (adjusted_budget IS NULL AND actual <= initial + carried + approvals) "
        "AND NOT (actual <= adjusted_budget OR adjusted_budget IS NOT NULL AND NOT adjusted_holds_carry_in "
        "AND actual <= adjusted_budget + carried)",
        f"{above('actual', minus=('adjusted_budget',))} AND (adjusted_holds_carry_in "
        f"OR {above('actual', minus=('adjusted_budget', 'carried'))})",
    ),
    "spending-never-budgeted": "kind = 'item' AND NOT covered_above AND (NOT unprinted OR above_lacks OR NULL) AND actual > 0 "
    "AND (initial_budget IS NOT NULL OR adjusted_budget IS NULL) AND NOT initial > 0 "
    "AND NOT (2 * outside <= outside__step AND (cuts = 0 OR outside <= cuts OR NULL)) AND (outside > covered OR NULL)",
    "added-budget-share": sure(
        f"kind = 'total' AND {given('added_budget')} AND {given('initial_budget')} AND initial_budget > 0 "
        "AND added_budget > 0 AND added_budget * 10 > 3 * initial_budget "
        "AND NOT (added_budget <= approved_all AND (added_budget <= approved_all + cuts_all OR NULL))",
        "10 * (2 * added_budget - added_budget__step) > 3 * (2 * initial_budget + initial_budget__step) "
        f"AND {above('added_budget', minus=('approved_all',))}",
    ),
    "carry-over-within-budget": f"{HAS_CLOSING} AND {given('adjusted_budget')} AND (opens_at_nil OR {given('carry_in')}) AND {given('carry_out')} AND carry_out > 0 "
    f"AND {above('carry_out', 'actual', minus=('adjusted_budget', 'opening'))}",
    "amount-unit-plausible": sure(
        f"{given('initial_budget')} AND {given('actual')} AND initial_budget > 0 AND actual > 0 "
        "AND (actual BETWEEN 5000 * initial_budget AND 20000 * initial_budget "
        "OR initial_budget BETWEEN 5000 * actual AND 20000 * actual)",
        " OR ".join(
            f"2 * {one} - {one}__step >= 5000 * (2 * {two} + {two}__step) "
            f"AND 2 * {one} + {one}__step <= 20000 * (2 * {two} - {two}__step)"
            for one, two in (("actual", "initial_budget"), ("initial_budget", "actual"))
        ),
    ),
    "budget-completion-rate": indicator("actual", "initial_budget"),
    "budget-control-rate": indicator("added_budget", "initial_budget"),
    "budget-after-low-execution": sure(
        f"kind = 'item' AND {given('initial_budget')} AND {given('prior_budget')} "
        f"AND {given('prior_actual')} AND prior_budget > 0 AND prior_actual * 10 < 5 * prior_budget "
        "AND initial_budget >= prior_budget",
        "10 * (2 * prior_actual + prior_actual__step) < 5 * (2 * prior_budget - prior_budget__step) "
        "AND 2 * (initial_budget - prior_budget) >= initial_budget__step + prior_budget__step",
    ),
    "bundled-item": sure(
        f"kind = 'item' AND actual >= 100000000 AND NOT ({given('detail_given')} AND detail_given) "
        "AND regexp_matches(name, '等(相关)?(费用|支出|经费)|相关费用|及其他')",
        "2 * actual - actual__step >= 200000000",
    ),
    "carry-over-not-negative": f"{HAS_CLOSING} AND {given('carry_out')} AND carry_out < 0",
    "carry-over-rate": indicator("carry_out", "adjusted_budget"),
    "last-quarter-share": sure(
        f"kind = 'total' AND {given('fourth_quarter')} AND actual > 0 AND fourth_quarter * 10 > 4 * actual",
        "10 * (2 * fourth_quarter - fourth_quarter__step) > 4 * (2 * actual + actual__step)",
    ),
    "no-template-text": " OR ".join(
        f"regexp_matches({text}, '{TEMPLATE}')"
        for text in ("name", *(f"COALESCE({text}, '')" for text in ("purpose", "goal", "deviation_reason")))
    ),
    "running-costs-in-projects": "kind = 'item' AND actual > 0 AND ("
    + " OR ".join(f"contains(name, '{word}')" for word in RUNNING)
    + ")",
    "goal-without-budget": f"kind = 'item' AND {given('goal')} AND NOT (initial > 0 OR COALESCE(adjusted_budget > 0, false) OR carried > 0 OR approved > 0 OR pending > 0 AND NULL)",
    "unbudgeted-two-years": sure(
        f"kind = 'item' AND {given('prior_budget')} AND initial = 0 AND outside > 0 "
        "AND NOT (prior_budget > 0 OR prior_actual <= 0) AND (outside > pending OR NULL)",
        above("outside"),
    ),
    "carried-two-years": sure(
        f"kind = 'item' AND {HAS_CLOSING} AND NOT opens_at_nil AND {given('carry_out')} AND carry_out > 0 AND carry_in <> 0 AND actual < carry_in",
        above("carry_in", minus=("actual",)),
    ),
}
AMOUNTS = {
    "cost": ("it-project-second-review", "it-project-first-review"),
    "CASE WHEN adjusted_budget IS NULL OR over_all IS NULL THEN over_sure ELSE least(over_sure, actual - adjusted_budget) END": (
        "overrun-above-threshold",
    ),
    "CASE WHEN adjusted_holds_carry_in OR actual - adjusted_budget <= carried AND adjusted_holds_carry_in IS NULL THEN actual - adjusted_budget "
    "ELSE actual - adjusted_budget - carried END": ("spending-over-adjusted-budget",),
    "CASE WHEN outside > covered THEN outside - covered ELSE outside END": ("spending-never-budgeted",),
    "outside": ("unbudgeted-two-years",),
    "actual": ("bundled-item",),
    "-carry_out": ("carry-over-not-negative",),
    "CASE WHEN carry_out + carry_in + actual IS NOT NULL THEN least(carry_out, carry_in - actual) END": (
        "carried-two-years",
    ),
}
"""What is at stake, by the rules that state it; a failing parent whose amount is its parts' together states 0."""
GRADED = ("spending-over-adjusted-budget", "spending-never-budgeted")
"""Rules whose severity goes by the amount at stake: 100 and 10 万元."""
SHARED = f"""
m AS (SELECT _owner, SUM(amount) FILTER (valid) AS approved, SUM(amount__step) FILTER (valid) AS approved__step, COUNT(*) FILTER (valid IS NULL OR valid AND amount IS NULL) AS open_,
    SUM(CASE WHEN amount IS NULL THEN 100000000000000 WHEN valid IS NULL THEN amount END) AS doubtful,
    SUM(CASE WHEN amount IS NULL THEN CASE WHEN kind = 'addition' THEN 0 ELSE -100000000000000 END WHEN valid IS NULL THEN least(amount, 0) END) AS cuts
  FROM (SELECT *, NOT (COALESCE(kind, '') = 'other_approval') AND CASE WHEN number IS NOT NULL THEN true WHEN _none LIKE '% number %' THEN false END
    AND CASE WHEN date IS NOT NULL THEN true WHEN _none LIKE '% date %' THEN false END
    AND CASE WHEN budget_year IS NOT NULL THEN budget_year = 2020 WHEN date IS NULL OR year(date) = 2020 THEN true END AS valid FROM approval) GROUP BY 1),
o AS (SELECT s.*, whole, printed, yes_first, open_first, yes_second, open_second, COALESCE(approved, 0) AS approved, COALESCE(approved__step, 0) AS approved__step, COALESCE(doubtful, 0) AS pending, COALESCE(cuts, 0) AS cuts,
    CASE WHEN is_emergency IS NULL THEN COALESCE(regexp_matches(regexp_replace(deviation_reason, '{ORDINARY}', '', 'g'), '{EMERGENCY}'), false) ELSE is_emergency END AS emergency,
    CASE WHEN approval__state = 'complete' AND COALESCE(open_, 0) = 0 THEN COALESCE(approved, 0) END AS approvals,
    COALESCE(carry_in, 0) AS carried, COALESCE(carry_in__step, 0) AS carried__step,
    COALESCE(initial_budget, adjusted_budget, CASE WHEN whole AND (parent IS NOT NULL OR kind = 'total') THEN 0 END) AS own,
    COALESCE(initial_budget__step, adjusted_budget__step, 0) AS initial__step,
    CASE WHEN COALESCE(initial_budget, adjusted_budget) IS NOT NULL THEN false WHEN whole THEN true END AS unprinted,
    CASE WHEN adjusted_budget IS NULL THEN CASE WHEN added_budget > 0 THEN added_budget WHEN added_budget <= 0 THEN 0 END
      WHEN adjusted_budget > initial_budget THEN adjusted_budget - initial_budget WHEN adjusted_budget <= initial_budget THEN 0 END AS rise,
    CASE WHEN adjusted_budget IS NULL THEN added_budget__step ELSE adjusted_budget__step + initial_budget__step END AS rise__step
  FROM budget_line s LEFT JOIN r ON r._owner = s._fact LEFT JOIN m ON m._owner = s._fact LEFT JOIN w ON w._case = s._case),
d AS (SELECT parent AS up, COUNT(*) AS parts, SUM(carried) AS below, SUM(carried__step) AS below__step, SUM(approved) AS approved_below, SUM(approved__step) AS approved_below__step, SUM(pending) AS pending_below, SUM(cuts) AS cuts_below, COUNT(adjusted_budget) AS parts_adjusted,
    SUM(own) FILTER (kind <> 'component') AS given_below, SUM(initial__step) FILTER (kind <> 'component') AS given_below__step,
    SUM(rise) FILTER (kind <> 'component') AS rise_below, SUM(rise__step) FILTER (rise > 0 AND kind <> 'component') AS rise_below__step
  FROM o WHERE parent IS NOT NULL GROUP BY 1),
l AS (SELECT o.*, CASE WHEN sub_line__state = 'complete' THEN COALESCE(parts, 0) END AS parts,
    CASE WHEN parts_adjusted > 0 OR sub_line__state = 'complete' THEN COALESCE(parts_adjusted, 0) END AS parts_adjusted, below, below__step, approved_below, approved_below__step, COALESCE(pending_below, 0) AS pending_below, cuts + COALESCE(cuts_below, 0) AS cuts_all,
    greatest(approved + pending + greatest(carried - COALESCE(below, 0), 0), 0) AS left_,
    approved__step + CASE WHEN carried > COALESCE(below, 0) THEN carried__step + COALESCE(below__step, 0) ELSE 0 END AS left__step,
    own - COALESCE(given_below, 0) AS ungiven, initial__step + COALESCE(given_below__step, 0) AS ungiven__step,
    rise - COALESCE(rise_below, 0) AS rise_left, CASE WHEN rise > 0 THEN rise__step ELSE 0 END + COALESCE(rise_below__step, 0) AS rise_left__step
  FROM o LEFT JOIN d ON d.up = o._fact),
t AS (SELECT _case, SUM(left_) AS left_, SUM(left__step) AS left__step, COALESCE(BOOL_OR(kind = 'total' AND carry_in = 0), false) AS total_opens_at_nil,
    COALESCE(BOOL_OR(kind = 'total' AND carry_out = 0), false) AS total_closes_at_nil FROM l WHERE kind IN ('total', 'basic', 'project') GROUP BY 1),
n AS (SELECT l.*, CASE WHEN l.kind = 'item' THEN COALESCE(t.left_, 0) + CASE WHEN a.kind = 'item' THEN a.left_ ELSE 0 END ELSE COALESCE(a.left_, 0) END AS left_above,
    CASE WHEN l.kind = 'item' THEN COALESCE(t.left__step, 0) + CASE WHEN a.kind = 'item' THEN a.left__step ELSE 0 END ELSE COALESCE(a.left__step, 0) END AS left_above__step,
    COALESCE(l.initial_budget, l.adjusted_budget, CASE WHEN l.whole AND l.printed AND a.ungiven <= 0 THEN 0 END) AS initial,
    l.unprinted AND (l.actual <= CASE WHEN a.ungiven > 0 THEN a.ungiven ELSE 0 END + l.carried OR a.ungiven IS NULL AND NULL) AS covered_above,
    2 * (l.actual - l.carried) - l.actual__step - l.carried__step > CASE WHEN 2 * a.ungiven > -a.ungiven__step THEN 2 * a.ungiven + a.ungiven__step ELSE 0 END AS above_lacks,
    l.actual - initial - l.carried - l.approved AS outside, l.actual__step + l.initial__step + l.carried__step + l.approved__step AS outside__step,
    l.approved + COALESCE(l.approved_below, 0) AS approved_all, l.approved__step + COALESCE(l.approved_below__step, 0) AS approved_all__step,
    l.actual - l.initial_budget - l.approved - COALESCE(l.approved_below, 0) - COALESCE(l.carry_in, l.below, 0) AS over_all,
    l.actual__step + l.initial_budget__step + l.approved__step + COALESCE(l.approved_below__step, 0) + COALESCE(l.carry_in__step, l.below__step, 0) AS over_all__step,
    a.rise_left AS rise_above, a.rise_left__step AS rise_above__step, COALESCE(total_closes_at_nil, false) AS total_closes_at_nil,
    l.carry_in IS NULL AND COALESCE(total_opens_at_nil, false) AS opens_at_nil,
    CASE WHEN l.carry_in IS NULL AND total_opens_at_nil THEN 0 ELSE l.carry_in END AS opening,
    CASE WHEN l.carry_in IS NULL AND total_opens_at_nil THEN 0 ELSE l.carry_in__step END AS opening__step
  FROM l LEFT JOIN l a ON a._fact = l.parent LEFT JOIN t ON t._case = l._case),
s AS (SELECT n.*, left_above + pending + pending_below AS covered, CASE WHEN over_all > left_above + pending + pending_below THEN over_all - left_above - pending - pending_below ELSE over_all END AS over_sure FROM n),"""
"""What several rules share: approvals, carry-over and what a line may spend, of a line and of its parts."""


def by_hand(written: bool = False) -> str:
    """Return one statement for all rules: who wrote it put what rules share in one place.

    *written*: with all columns, and in the order, of the findings that `checker run` leaves.
    """
    shared = {rule: f"a{number}" for number, rules in enumerate(AMOUNTS.values()) for rule in rules}
    reviews = ", ".join(
        f"COUNT(*) FILTER (level = '{level}' AND result = 'passed') AS yes_{level}, "
        f"COUNT(*) FILTER ((level = '{level}' AND result = 'passed') IS NULL) AS open_{level}"
        for level in ("first", "second")
    )
    amounts = ", ".join(f"{sql} AS a{number}" for number, sql in enumerate(AMOUNTS))
    judged = ", ".join(f"{sql} AS v{number}" for number, sql in enumerate(VIOLATIONS.values()))
    sums = ", ".join(
        f"CASE WHEN COUNT(*) FILTER (v{n}) = COUNT({shared[rule]}) FILTER (v{n}) THEN SUM({shared[rule]}) FILTER (v{n}) END AS s{n}"
        for n, rule in enumerate(VIOLATIONS)
        if rule in shared
    )
    found = []
    for number, rule in enumerate(VIOLATIONS):
        amount = "NULL"
        if rule in shared:
            at = shared[rule]
            whole = f"v{number} AND sub_line__state = 'complete' AND {at} = s{number}"
            amount = f"CASE WHEN {whole} THEN 0 ELSE {at} END"
        known = BOOK.rules[rule]
        graded = f"'{highest(known)}'"
        if rule in GRADED:
            graded = (
                f"CASE WHEN emergency OR {at} < 10000000 THEN 'low' WHEN {at} < 100000000 THEN 'medium' ELSE 'high' END"
            )
        if rule == "overrun-above-threshold":
            graded = f"CASE WHEN emergency OR {at} < 10000000 THEN 'low' ELSE 'medium' END"
        more = f", '{known.nature}' AS nature, _fact, name" if written else ""
        found.append(
            f"SELECT _case, '{rule}' AS rule, _id, CASE WHEN v{number} THEN 'fail' ELSE 'undetermined' END AS outcome, "
            f"{graded} AS severity, {amount} AS amount{more} FROM k WHERE v{number} IS NOT FALSE"
        )
    statement = f"""
WITH r AS (SELECT _owner, {reviews} FROM review GROUP BY 1),
w AS (SELECT u._case, COALESCE(_read = 'whole', false) AS whole, CASE WHEN any_ THEN true WHEN COALESCE(_read = 'whole', false) THEN false END AS printed
  FROM unit u LEFT JOIN (SELECT _case, BOOL_OR(kind = 'item' AND initial_budget IS NOT NULL) AS any_ FROM budget_line GROUP BY 1) i ON i._case = u._case),{SHARED}
j AS (SELECT _case, _fact, _id, {"name, " if written else ""}parent, sub_line__state, emergency, {judged}, {amounts} FROM s),
p AS (SELECT parent AS up, {sums} FROM j WHERE parent IS NOT NULL GROUP BY 1),
k AS (FROM j LEFT JOIN p ON p.up = j._fact)
{" UNION ALL ".join(found)}"""
    if not written:
        return statement
    return (
        "SELECT h._case, rule, nature, outcome, severity, CAST(amount AS DECIMAL(38,0)) AS amount, jurisdiction, code, u.name AS unit, "
        f"fiscal_year AS year, 'budget_line' AS entity, h._id AS subject, h.name, h._fact FROM ({statement}) h "
        "LEFT JOIN unit u ON u._case = h._case ORDER BY _case, rule, _fact"
    )


def spent(work) -> float:
    """Return the CPU seconds that *work* takes in this process, all threads."""
    start = time.process_time()
    work()
    return time.process_time() - start


def views(connection, folder, which="true", book=BOOK) -> None:
    """Let the names of the entities stand for the rows *which* of the tables in *folder*, those that are not there being empty."""
    for entity in book.vocabulary.entities.values():
        path = Path(folder) / f"{entity.id}.parquet"
        columns = ", ".join(f'NULL::{c.type} AS "{c.name}"' for c in table(entity, book.vocabulary))
        made = f"SELECT * FROM '{path}' WHERE {which}" if path.exists() else f"SELECT {columns} WHERE false"
        connection.execute(f'CREATE OR REPLACE VIEW "{entity.id}" AS {made}')


def compare(folder: Path) -> None:
    """Run both and print the ratios."""
    connection = connect()
    views(connection, folder)
    plan = BOOK.plan_for(2020, "430112", "district", "public_institution", lambda rule: rule in VIOLATIONS)
    empty = empty_lists(connection, [(entity, entity) for entity in BOOK.vocabulary.entities])  # as `checker run` asks
    (statement,) = compile_plan(plan, "duckdb", lean=True, empty=empty).statements
    assert {rule.id for rule in statement.rules} == set(VIOLATIONS)
    batch = Batch(connection, BOOK, Settings(folder))
    batch.prepare()

    def ours() -> None:
        batch.make("wide", statement)
        connection.execute(
            f"CREATE OR REPLACE TEMP TABLE ours AS SELECT * EXCLUDE (_fact, name, nature, entity) FROM ({findings_of('wide', statement, BOOK.vocabulary)})"
        )

    hand = by_hand()

    def theirs() -> None:
        connection.execute(f"CREATE OR REPLACE TEMP TABLE theirs AS {hand}")

    ours(), theirs()
    mine = "SELECT _case, rule::VARCHAR AS rule, _id, outcome::VARCHAR AS outcome, severity::VARCHAR AS severity, amount::HUGEINT AS amount FROM"
    only = {
        name: connection.execute(f"SELECT rule, COUNT(*) FROM ({mine} {a} EXCEPT ALL {mine} {b}) GROUP BY 1").fetchall()
        for name, a, b in (("compiled", "ours", "theirs"), ("by hand", "theirs", "ours"))
    }
    many = connection.execute("SELECT COUNT(*) FROM ours").fetchone()[0]
    if any(only.values()) or not many:
        sys.exit(f"the findings differ, of {many}: {only}")
    times = [(spent(ours), spent(theirs)) for _ in range(5)]
    own, other = (sorted(side)[2] for side in zip(*times))
    lines = connection.execute("SELECT COUNT(*) FROM budget_line").fetchone()[0]
    print(
        f"{len(VIOLATIONS)} rules over {lines:,} items, {many:,} findings, the same on both sides. "
        f"CPU (median of 5): compiled {own:.2f} s, by hand {other:.2f} s, ratio {own / other:.2f}"
    )
    for rules in (RULES, tuple(VIOLATIONS), tuple(BOOK.rules)):
        with contextlib.redirect_stdout(io.StringIO()) as out:
            words = ["run", str(folder), "--engine", "duckdb", "--lang", "en", "--select", ",".join(rules)]
            took = spent(lambda words=words: click.Group.main(main, words, standalone_mode=False))
        told = next(line for line in out.getvalue().splitlines() if "derived again" in line)
        print(
            f"checker run with {len(rules)} rules, tables checked, record, files and double entry included: CPU {took:.1f} s. {told}"
        )


if __name__ == "__main__":
    units, items = (int(word) for word in sys.argv[1:]) if len(sys.argv) == 3 else (20_000, 40)
    with TemporaryDirectory() as scratch:
        generate(scratch, units, items)
        compare(Path(scratch))
