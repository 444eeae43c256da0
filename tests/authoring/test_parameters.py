"""checker parameters: the thresholds as a table and back; what changes is said, what is wrong has its cell, nothing is lost."""

from __future__ import annotations

import csv
import io
import itertools
import re
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
import yaml
from click.testing import CliRunner
from conftest import BOOK, HEAD

from checker.api import check, load_case, load_rules
from checker.authoring import coverage_map, threshold_coverage
from checker.authoring.threshold_asking import BY_TEXT, asking
from checker.authoring.thresholds import COLUMNS, as_csv, as_xlsx, change, rows
from checker.authoring.thresholds_file import read_table
from checker.base import places
from checker.base.errors import InputError
from checker.base.rates import parse_rates, rate_of
from checker.base.values import parse_money
from checker.cases.reader import read_case
from checker.cli.main import main
from checker.documents.source import parse_text
from checker.engines.evaluator import evaluate

TOP = [head.zh for head in COLUMNS.values()]
NEW = {
    "值": "30万元",
    "自": "2022-01-01",
    "至": "2022-12-31",
    "行政区划": "430112",
    "级次": "区县",
    "文件": "《试行办法》",
    "核对": "未核实",
}


ADDED = 2 + len(BOOK.parameters["goods_limit"].values)
"""The row of a value that is added below those that there are."""


def run(*args, code=0):
    result = CliRunner().invoke(main, ["parameters", *map(str, args)])
    assert result.exit_code == code, result.output
    return result.output


def exported(folder: Path, *names: str) -> Path:
    path = folder / "限额.xlsx"
    run("export", path, *names)
    return path


def edited(path: Path, target: Path, *, of: str = "goods_limit", add=(), cells=None, drop=lambda row: False) -> Path:
    """Write the table anew with rows added, cells set ({(row's id, heading): value}) and rows left out."""
    sheet = openpyxl.load_workbook(path).active
    top = [cell.value for cell in sheet[1]]
    kept = [dict(zip(top, (cell.value for cell in row))) for row in sheet.iter_rows(min_row=2)]
    for (ident, heading), value in (cells or {}).items():
        row = next(row for row in kept if row["编号"] == ident)
        row[heading] = value
    kept = [row for row in kept if not drop(row)]
    first = next((row for row in kept if row["编号"] == of), {"编号": of})
    kept += [{"编号": first["编号"], **row} for row in add]
    book = openpyxl.Workbook()
    book.active.append(top)
    for row in kept:
        book.active.append([row.get(heading) for heading in top])
    book.save(target)
    return target


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_what_is_written_is_read_back_as_it_is(tmp_path, kind, lang):
    table = list(rows(BOOK, BOOK.parameters.values(), lang))
    path = tmp_path / f"table.{kind}"
    path.write_bytes(as_csv(table, lang) if kind == "csv" else as_xlsx(table, lang))
    read = {each.id: each for each in read_table(path, BOOK.vocabulary, BOOK.parameters)}
    assert read.keys() == BOOK.parameters.keys()
    assert [name for name, each in read.items() if change(BOOK.parameters[name], each)] == []
    assert {name for name, each in read.items() if change(None, each) is None} == set()  # the comparison can tell


def test_a_value_of_ones_own_is_added_and_decides(tmp_path):
    own = tmp_path / "我的.yaml"
    table = edited(exported(tmp_path, "goods_limit"), tmp_path / "改.xlsx", add=[NEW])
    told = run("import", table)
    assert "+ 30万元  430112 湖南省长沙市望城区 区县  2022-01-01 至 2022-12-31  《试行办法》" in told
    assert "- " not in told and "没有写文件" in told and not own.exists()
    assert f"写进 {own}" in run("import", table, "-o", own)
    assert "已有参数: 补充" in own.read_text(encoding="utf-8") and "100万元" not in own.read_text(encoding="utf-8")
    book = load_rules(own)
    assert len(book.parameters["goods_limit"].values) == len(BOOK.parameters["goods_limit"].values) + 1
    case = load_case((HEAD.replace("2020", "2022") + "合同: []\n").encode(), book, file="a.yaml")
    assert book.plan(case).parameter("goods_limit", None).text == "30万元"
    assert "没有变化" in run("import", table, "-o", own) and "不用改" in run("import", table, "-o", own)


def test_a_changed_value_takes_the_place_of_the_old_one(tmp_path):
    own = tmp_path / "我的.yaml"
    table = edited(exported(tmp_path), tmp_path / "改.xlsx", cells={("overrun_alert_line", "值"): "300%"})
    told = run("import", table, "-o", own, "--lang", "en")
    assert "overrun_alert_line" in told and "+ 300%" in told and "- 5%" in told
    assert "existing: replace" in own.read_text(encoding="utf-8")

    def overruns(book):
        case = load_case("cases/2020.yaml", book)
        return [c for c in check([case], book).checks if c.rule.id == "overrun-above-threshold" and c.outcome == "fail"]

    assert overruns(BOOK) and len(overruns(load_rules(own))) < len(overruns(BOOK))
    (tmp_path / "x").mkdir()
    again = run("import", exported(tmp_path / "x"), "-o", own)
    assert "- 300%" in again and "parameters: []" in own.read_text(encoding="utf-8")
    assert load_rules(own).parameters == BOOK.parameters


def test_what_an_import_of_another_table_wrote_stays(tmp_path):
    own = tmp_path / "我的.yaml"
    run("import", edited(exported(tmp_path, "goods_limit"), tmp_path / "一.xlsx", add=[NEW]), "-o", own)
    (tmp_path / "二").mkdir()
    other = edited(exported(tmp_path / "二", "services_limit"), tmp_path / "二.xlsx", of="services_limit", add=[NEW])
    run("import", other, "-o", own)
    assert {"goods_limit", "services_limit"} <= {
        name for name, each in load_rules(own).parameters.items() if each != BOOK.parameters[name]
    }


def test_a_file_of_somebody_elses_is_not_written(tmp_path):
    own = tmp_path / "我的.yaml"
    own.write_text("# 自己写的\n参数: []\n", encoding="utf-8")
    table = edited(exported(tmp_path, "goods_limit"), tmp_path / "改.xlsx", add=[NEW])
    assert "not-ours" in run("import", table, "-o", own, code=2)
    assert own.read_text(encoding="utf-8").startswith("# 自己写的")
    (tmp_path / "b.yaml").write_bytes(table.read_bytes())
    assert "output-is-input" in run("import", tmp_path / "b.yaml", "-o", tmp_path / "b.yaml", code=2)
    assert "exists" in run("export", table, code=2)


TABLE = (
    *(
        "宁河 320元",
        "天津 380元",
        "（新）港 500.50元",
        "长沙 350元",
        "长沙县 200元",
        "北京 500元",
        "昆明 380元",
        "上海 510元",
    ),
    *("海西 300元", "山南 310元", "吉林市 330元"),
)
PLACES = {
    "天津市宁河区": "320元",
    "天津市": "380元",
    "(新)港镇": "500.50元",
    "河北省": None,
    "昆明市北京路": "380元",
    "湖南省长沙市雨花区北京御园酒店": "350元",
    "湖南长沙": "350元",
    "长沙县某局": "200元",
    "上海西郊宾馆": "510元",
    "中山南区": None,
    "青海西海镇": None,
    "北京、长沙": None,
    "长沙和北京": None,
    "吉林省吉林市": "330元",
    "吉林市": "330元",
    "": None,
}


@pytest.mark.parametrize("place", PLACES)
def test_a_table_gives_the_amount_of_the_name_that_begins_a_text(place):
    """A street, a hotel or letters of two names are no place; several names leave it open."""
    amount = PLACES[place]
    assert rate_of(place, TABLE) == (None if amount is None else parse_money(amount).value)


@pytest.mark.parametrize("entry", ["长沙", "长沙 350", "350元", "长沙 三百五", "长沙350元"])
def test_a_table_takes_no_entry_without_a_name_and_an_amount(tmp_path, entry):
    path = tmp_path / "表.yaml"
    path.write_text(
        f"parameters:\n  - {{id: own_rates, type: rates, value: [武汉 350元, {entry}], basis: {{instrument: 《试行办法》, verified: no}}}}\n",
        encoding="utf-8",
    )
    with pytest.raises(InputError) as refused:
        load_rules(path)
    assert [problem.code for problem in refused.value.problems] == ["bad-value"]


def test_every_place_of_the_lodging_tables_has_one_rate_for_each_rank():
    """The three ranks name the same places in 2017, a peak is of a place that has a rate, and no peak is below it."""
    tables = {
        name: dict(parse_rates(BOOK.parameters[name].values[-1].value))
        for rank in ("minister", "bureau", "other")
        for name in (f"{rank}_lodging", f"{rank}_peak_lodging")
    }
    assert tables["minister_lodging"].keys() == tables["bureau_lodging"].keys() == tables["other_lodging"].keys()
    for rank in ("minister", "bureau", "other"):
        off_season, peaks = tables[f"{rank}_lodging"], tables[f"{rank}_peak_lodging"]
        assert len(peaks) == 55 and peaks.keys() <= off_season.keys()
        assert all(peaks[place] > off_season[place] for place in peaks)
    assert all(
        tables["minister_lodging"][p] > tables["bureau_lodging"][p] > tables["other_lodging"][p]
        for p in tables["other_lodging"]
    )


def test_gaps_and_overlaps_are_told(tmp_path):
    start = exported(tmp_path, "goods_limit")
    later = {**NEW, "自": "2023-06-01", "至": None}
    assert "2023-01-01 至 2023-05-31 没有取值" in run("import", edited(start, tmp_path / "a.xlsx", add=[NEW, later]))
    both = edited(start, tmp_path / "b.xlsx", add=[NEW, {**NEW, "自": "2022-06-01", "值": "40万元"}])
    told = run("import", both, code=2)
    assert "overlap" in told and f"Sheet!D{ADDED + 1}" in told and "30万元、40万元" in told


WRONG = {
    "no unit": ({**NEW, "值": "30"}, "D", "bad-value"),
    "no date": ({**NEW, "自": "去年"}, "E", "bad-date"),
    "ends before it begins": ({**NEW, "至": "2021-01-01"}, "F", "period"),
    "no year": ({**NEW, "自": None, "至": None, "所见年度": "二〇二二"}, "G", "bad-year"),
    "no place": ({**NEW, "行政区划": "999999"}, "H", "jurisdiction"),
    "no level": ({**NEW, "级次": "区县、村"}, "I", "choice"),
    "no kind of unit": ({**NEW, "单位性质": "公司"}, "J", "choice"),
    "no instrument": ({**NEW, "文件": None}, "K", "basis"),
    "no such verification": ({**NEW, "核对": "看过"}, "M", "choice"),
    "another name": ({**NEW, "名称": "限额"}, "B", "not-the-same"),
    "another type": ({**NEW, "类型": "百分比"}, "C", "not-the-same"),
    "no id": ({**NEW, "编号": None}, "A", "no-id"),
    "an id that is none": ({**NEW, "编号": "货物 限额"}, "A", "parameter-id"),
    "the same row twice": (None, "", "repeated"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_has_its_cell(tmp_path, name):
    row, column, code = WRONG[name]
    start = exported(tmp_path, "goods_limit")
    if row is None:
        sheet = openpyxl.load_workbook(start).active
        row = dict(zip(TOP, (each.value for each in sheet[4])))
    told = run("import", edited(start, tmp_path / "坏.xlsx", add=[row]), code=2)
    assert f"坏.xlsx Sheet!{column}{ADDED}: " in told, told
    assert f"[{code}]" in told, told


def test_headings_are_closed(tmp_path):
    for heading, code in (("数值", "heading"), ("编号", "heading")):
        out = io.StringIO()
        csv.writer(out).writerows([[*TOP, heading], ["goods_limit"]])
        path = tmp_path / "a.csv"
        path.write_bytes(out.getvalue().encode("utf-8-sig"))
        assert code in run("import", path, code=2)
    path.write_bytes("编号,名称\r\ngoods_limit,货物采购限额\r\n".encode("utf-8-sig"))
    assert "没有表头：值、文件" in run("import", path, code=2)


def test_cells_that_show_something_else_are_refused(tmp_path):
    book = openpyxl.load_workbook(exported(tmp_path, "overrun_alert_line"))
    sheet = book.active
    sheet["D2"] = 0.05
    sheet["D2"].number_format = "0%"
    book.save(tmp_path / "b.xlsx")
    assert "写 5%" in run("import", tmp_path / "b.xlsx", code=2)
    sheet["D2"] = "=1+1"
    book.save(tmp_path / "c.xlsx")
    assert "formula" in run("import", tmp_path / "c.xlsx", code=2)


PACK = "参数:\n  - 编号: goods_limit\n    {}\n    取值: [{{值: 30万元, 自: 2022-01-01, 至: 2022-12-31, 行政区划: '430112', 依据: {{文件: 《试行办法》}}}}]\n"
WRONG_PACKS = {
    "without a word": (PACK.format("名称: 货物采购限额\n    类型: 金额"), "duplicate-parameter"),
    "another type": (PACK.format("已有参数: 补充\n    类型: 百分比"), "type"),
    "another name": (PACK.format("已有参数: 补充\n    名称: 货物限额"), "name"),
    "nothing below": (PACK.format("已有参数: 补充").replace("goods_limit", "my_limit"), "no-parameter"),
    "an unknown word": (PACK.format("已有参数: 加"), "choice"),
    "twice in one pack": (
        PACK.format("已有参数: 补充") + PACK.format("已有参数: 补充").removeprefix("参数:\n"),
        "duplicate-parameter",
    ),
    "at the same time": (PACK.format("已有参数: 补充").replace("'430112'", "'43'").replace("2022", "2021"), "overlap"),
}


@pytest.mark.parametrize("name", WRONG_PACKS)
def test_a_pack_says_what_it_does_with_a_parameter_that_is_there(tmp_path, name):
    text, code = WRONG_PACKS[name]
    path = tmp_path / "own.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as error:
        load_rules(path)
    assert code in {problem.code for problem in error.value.problems}


def test_the_list_is_of_a_year_and_a_place():
    whole = run("list", "goods_limit")
    assert whole.count("goods_limit") == len(BOOK.parameters["goods_limit"].values)
    assert run("list", "goods_limit", "--year", "2025", "--jurisdiction", "430112").count("goods_limit") == 2
    assert "no-parameter" in run("list", "没有的", code=2)
    assert "没有取值" in run("list", "转述", "--jurisdiction", "浙江省")


@pytest.mark.parametrize("command", ["list", "coverage"])
def test_a_place_is_asked_for_by_name_or_code_and_another_is_refused_with_the_places(command):
    """The whole of a province, or what binds a county; never an empty table for a word that is no place."""
    by_name, by_code = (run(command, "转述", "--jurisdiction", place) for place in ("湖北省", "42"))
    assert by_code in by_name and "读作 420000" in by_name and "4201 湖北省武汉市" in by_code and "河南" not in by_code
    county = run(command, "转述", "--jurisdiction", "孝感市孝南区")
    assert "42 湖北省" in county and "武汉" not in county
    for wrong in ("999999", "湖北", "hubei"):
        told = run(command, "转述", "--jurisdiction", wrong, code=2)
        assert "[jurisdiction]" in told and "42 湖北省" in told and "430112 湖南省长沙市望城区" in told


HUBEI = """name: 示例单位
jurisdiction: "420902"
level: 区县
unit_kind: 机关
year: 2025
transcribed: whole
contracts:
  - {id: c1, subject_matter: 数据平台, category: 服务, budget: 260万元, amount: 255万元, method: 竞争性磋商, method_approval: 无, start_date: 2025-03-10}
  - {id: c2, subject_matter: 家具, category: 货物, budget: 45万元, amount: 44万元, method: 自行采购, start_date: 2025-03-10}
  - {id: c3, subject_matter: 围墙, category: 工程, budget: 88万元, amount: 87万元, method: 自行采购, start_date: 2025-03-10}
  - {id: c4, subject_matter: 窗帘, category: 工程, budget: 8万元, amount: 8万元, method: 自行采购, start_date: 2025-03-10}
"""
LIMITS = ("open-tender-threshold", "open-tender-retold-threshold", "procedure-at-limit", "procedure-at-retold-limit")


def test_a_contract_is_asked_once_by_the_text_or_by_what_was_retold(tmp_path):
    """What nobody retold stays open at an amount that any limit may have; a value of one's own takes the place of both."""

    def asked(book):
        checks = check([load_case(HUBEI.encode(), book, file="a.yaml")], book, selected=LIMITS.__contains__).checks
        return {(c.subject.id, c.rule.id, c.outcome) for c in checks if c.outcome not in ("not_applicable", "pass")}

    assert asked(BOOK) == {
        ("c1", "open-tender-retold-threshold", "fail"),
        ("c2", "procedure-at-retold-limit", "fail"),
        ("c3", "procedure-at-limit", "undetermined"),
    }
    own = tmp_path / "自己的.yaml"
    values = "取值: [{{值: {}, 自: 2025-01-01, 行政区划: '420902', 依据: {{文件: 《试行办法》, 核对: 原文}}}}]"
    own.write_text(
        "参数:\n"
        + "".join(
            f"  - {{编号: {name}, 已有参数: 补充, {values.format(value)}}}\n"
            for name, value in (
                ("open_tender_threshold", "250万元"),
                ("goods_limit", "50万元"),
                ("works_limit", "60万元"),
            )
        ),
        encoding="utf-8",
    )
    assert asked(load_rules(own)) == {("c1", "open-tender-threshold", "fail"), ("c3", "procedure-at-limit", "fail")}


def test_no_limit_is_below_the_floor_from_which_an_unknown_one_is_asked():
    """Of its own place, level and day: what is below the floor has certainly not reached a limit."""
    floors = {"works_limit": "works_floor", "retold_limit_works": "works_floor"}
    for name in ("goods_limit", "services_limit", "works_limit", "retold_limit_goods", "retold_limit_works"):
        floor = BOOK.parameters[floors.get(name, "limit_floor")]
        for value in BOOK.parameters[name].values:
            for level in value.reach.levels:
                for day in [turn for turn in value.validity.turns() if value.validity.holds(turn, turn.year)]:
                    least = floor.value(value.reach.jurisdiction, level, "administrative", day, day.year)
                    assert least is not None and value.value >= least.value, (name, value.text, level)


def test_coverage_names_what_is_known_and_what_is_not(tmp_path):
    """By place, level and year: a part of a year says so, a district has the value of its province only where it binds it."""
    told = run("coverage", "open_tender", "--jurisdiction", "430112", "--years", "2020-2026", "--lang", "en")
    district = next(line for line in told.splitlines() if " district " in line)
    assert re.findall(r"200万元(?: \([^)]*\))?|unknown", district) == [
        "unknown",
        "200万元",
        "unknown",
        "unknown",
        "unknown",
        "200万元 (from 09-01)",
        "unknown",
    ]
    assert "江西" not in told and "of 35 cells 15 are known, 20 unknown" in told
    path = tmp_path / "覆盖.csv"
    run("coverage", "goods_limit", "--years", "2021", "-o", path, "--lang", "zh")
    rows_ = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    assert ["货物采购限额", "goods_limit", "43 湖南省", "省级", "2021", "50万元"] in [row[:6] for row in rows_]
    assert all((row[5] == "未知") == (row[6] == "") for row in rows_[1:])
    book = openpyxl.load_workbook(io.BytesIO(_xlsx_of_coverage()))
    assert [sheet.title for sheet in book] == ["By year", "Sources"]
    assert "2018-2026" in run("coverage", "--years", "二〇二一", code=2)


def test_the_map_has_a_place_for_every_province_and_shows_what_the_table_knows(tmp_path):
    """Two digits of GB/T 2260 each, no two in one place; a text, a retelling and a single city look different."""
    provinces = {code[:2] for code in places.table()}
    assert set(coverage_map.TILES) - {coverage_map.CENTRE} == provinces
    assert len({(tile.column, tile.row) for tile in coverage_map.TILES.values()}) == len(coverage_map.TILES)
    path = tmp_path / "地图.svg"
    run("coverage", "采购限额", "公开招标", "转述", "--years", "2018-2026", "-o", path, "--lang", "en")
    svg = ElementTree.fromstring(path.read_text("utf-8"))
    told = svg.find("{*}desc").text.split(" | ")
    assert "Hunan: text read 2021, 2025" in told and "Guangdong: text read 2018, 2020" in told
    assert any(each.startswith("Hubei: retold only") for each in told)
    assert not any("Zhejiang" in each for each in told)
    shapes = [each.get("class") for each in svg.findall(".//{*}rect")]
    assert shapes.count("none") > 100 and shapes.count("idle") == 1  # in the legend only: some rule always asks
    run("coverage", "二审限额", "--years", "2020-2021", "-o", path)
    shapes = [each.get("class") for each in ElementTree.fromstring(path.read_text("utf-8")).findall(".//{*}rect")]
    assert shapes.count("none") == 2 and shapes.count("idle") > 60  # those of the legend
    lines = threshold_coverage.coverage(BOOK, [BOOK.parameters["open_tender_threshold"]], [2020])
    assert coverage_map.known(lines, "44", 2020) == ("text", True)
    assert coverage_map.known(lines, "36", 2020) == ("text", False)
    assert coverage_map.known(lines, "33", 2020) == ("", False)


def _xlsx_of_coverage():
    lines = threshold_coverage.coverage(BOOK, [BOOK.parameters["goods_limit"]], range(2020, 2022))
    return threshold_coverage.as_xlsx(lines, BOOK, range(2020, 2022), "en")


WALKED = load_rules(examples=True)


class Moved:
    """The failing examples of a rule, moved to another place, level and year: what a parameter decides there."""

    def __init__(self, rule):
        data = yaml.load(rule.source.text, Loader=yaml.BaseLoader)
        examples = data.get("examples", data.get("示例"))
        facts = [each.get("facts", each.get("事实")) for each in examples]
        self.rule = rule
        self.facts = [
            {key: value for key, value in fact.items() if key not in ("level", "级次")}
            for fact, example in zip(facts, rule.examples)
            if example.outcome == "fail" and not example.rule and not example.others
        ]

    def checks(self, reach, year):
        place = (reach.jurisdiction or "11").ljust(6, "0")
        unit = {
            "name": "示例单位",
            "jurisdiction": place,
            "fiscal_year": year,
            "budget_level": "".join(reach.levels) or "district",
            "unit_kind": "".join(reach.unit_kinds) or "public_institution",
        }
        for fact in self.facts:
            text = re.sub(r"\b20\d\d(?=-\d\d-\d\d)", str(year), yaml.dump(fact, allow_unicode=True))
            case = read_case(parse_text("a.yaml", text), WALKED.vocabulary, defaults=unit, closed=True)
            plan = WALKED.plan_of(case, self.rule.id)
            if not plan.not_in_force:
                yield from (check for check in evaluate(plan, case) if check.rule.id == self.rule.id)


def test_the_page_says_of_every_place_level_and_year_what_the_engine_does():
    """Unknown: an example stays open for want of the very parameter; known: none does; not asked: no rule speaks."""
    ask = asking(WALKED)
    moved = {rule.id: Moved(rule) for rules in ask.readers.values() for rule in rules}
    walked = {"known": 0, "unknown": 0, "not asked": 0}
    for line in threshold_coverage.coverage(WALKED, WALKED.parameters.values(), range(2018, 2027)):
        unit = line.reach if line.named or line.reach.jurisdiction else line.reach._replace(jurisdiction="65")
        names = {line.parameter.id, *BY_TEXT.get(line.parameter.id, ())}
        done = set()
        for year, cell in line.cells.items():
            part = any((first.month, first.day, last.month) != (1, 1, 12) for _, first, last in cell.values)
            alike = tuple(value for value, _, _ in cell.values), cell.asked
            if part or alike in done:
                continue  # as in another year; a part of a year is for the examples of the rules
            done.add(alike)
            said = "known" if cell.values else "unknown" if cell.asked else "not asked"
            walked[said] += 1
            where = (line.parameter.id, line.reach, year, said)
            rules = ask.readers.get(line.parameter.id, ())
            if not any(moved[rule.id].facts for rule in rules):
                assert said == "known" and line.parameter.id.startswith("score_weight_"), where  # of the score sheets
                continue
            checks = (check for rule in rules for check in moved[rule.id].checks(unit, year))
            if said == "unknown":
                check = next((c for c in checks if any(m.name in names for m in c.missing)), None)
                assert check is not None and check.outcome == "undetermined", where
                continue
            found = list(itertools.islice(checks, 6))
            assert bool(found) == cell.asked, where
            assert not any(m.name == line.parameter.id for check in found for m in check.missing), where
    print(walked)
    assert all(walked.values())
