"""Folders of tables as they lie on a desk: each way is read as it is meant, or refused with a message that names the file."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import shutil

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("sqlglot")

import duckdb
from conftest import BOOK, HEAD, ROOT

from checker.api import check, load_case
from checker.base.errors import InputError
from checker.base.telling import Silent
from checker.intake.casefile import read_case_file
from checker.tables.attaching import attach
from checker.tables.case_rows import case_rows
from checker.tables.checks import check_tables
from checker.tables.folder import table_files
from checker.tables.packing import pack_cases
from checker.tables.rows import case_of
from checker.tables.warehouse import connect

CASE = """
transcribed: whole
lines:
- {id: total, kind: 总支出, 年初预算: 100万元, 实际支出: 130万元}
- {id: "007", parent: total, kind: 明细项目, name: "设备,费", 年初预算: 0元, 追加预算: 3万元, 实际支出: 30.55万元, is_it: 是}
contracts: [{id: c1, supplier: 甲, line: total, amount: 150万元}]
payments: [{line: total, date: 2020-02-01, amount: 30.5万元, contract: c1}]
three_public: [{kind: 公务接待, budget: 2万元, actual: 1万元}]
stated: [{id: s, kind: 合计数, text: 合计130万元, amount: 130万元, of: [{role: term, path: total.actual}]}]
reviews: []
"""
LINE = "budget_line.csv"
OTHERS = ("contracts", "payments", "three_public", "stated")


def of_two(folder, text):
    """Write tables of two cases with the facts of *text* as CSV, and return the folder and the files of the cases."""
    files = []
    for number in range(2):
        files.append(str(folder / f"{number}.yaml"))
        (folder / f"{number}.yaml").write_text(HEAD.replace("示例单位", f"单位{number}") + text, encoding="utf-8")
    pack_cases(files, BOOK.vocabulary, folder / "t", "csv", Silent(), read_case_file)
    return folder / "t", files


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    """Tables of two cases as CSV, and the cases."""
    folder, files = of_two(tmp_path_factory.mktemp("packed"), CASE)
    return folder, [load_case(file, BOOK) for file in files]


@pytest.fixture(scope="module")
def lines_only(tmp_path_factory):
    """Tables of the same units and lines, and of nothing else: half as many to ask of each wrong folder."""
    text = "".join(part for part in CASE.splitlines(keepends=True) if not part.startswith(OTHERS))
    return of_two(tmp_path_factory.mktemp("lines"), text)[0]


def checked(folder):
    """Return the tables in *folder*, and what is told of them; raises InputError."""
    connection = connect()
    files = table_files(folder, BOOK.vocabulary)
    attach(connection, BOOK.vocabulary, files)
    return connection, check_tables(connection, BOOK.vocabulary, files)


def read(folder, notes=None):
    """Return what the tables in *folder* say, as the values of its facts; raises InputError."""
    connection, told = checked(folder)
    if notes is not None:
        notes += told
    return [said(case_of(rows, BOOK.vocabulary)) for _, rows in case_rows(connection, BOOK.vocabulary, range(2))]


def said(case):
    return sorted(
        (f.entity, f.id, sorted((k, str(getattr(v, "id", v))) for k, v in f.values.items() if k[0] != "^"))
        for f in case.each()
    )


def rows(path):
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))


def write(path, table, delimiter=",", encoding="utf-8"):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(table)
    path.write_bytes(out.getvalue().encode(encoding))


def renamed(to):
    return lambda folder: (folder / LINE).rename(folder / to)


def parted(delimiter, ending=".csv", encoding="utf-8"):
    def change(folder):
        table = rows(folder / LINE)
        (folder / LINE).unlink()
        write(folder / f"budget_line{ending}", table, delimiter, encoding)

    return change


def as_json(ending, lines, squeeze=False):
    def change(folder):
        heads, *table = rows(folder / LINE)
        (folder / LINE).unlink()
        made = [{h: c for h, c in zip(heads, row, strict=True) if c} for row in table]
        text = "".join(json.dumps(each) + "\n" for each in made) if lines else json.dumps(made, ensure_ascii=False)
        (folder / f"budget_line{ending}").write_bytes(gzip.compress(text.encode()) if squeeze else text.encode())

    return change


def squeezed(to):
    def change(folder):
        data = (folder / LINE).read_bytes()
        (folder / LINE).unlink()
        (folder / to).write_bytes(gzip.compress(data))

    return change


def as_parquet(to):
    def change(folder):
        duckdb.sql(f"COPY (FROM read_csv('{folder / LINE}', all_varchar=true)) TO '{folder / to}' (FORMAT parquet)")
        (folder / LINE).unlink()

    return change


def cell(column, value, row=2, file=LINE):
    """Put *value* into *column* (added where it is not there) of one row; `row` is 0 for every row."""

    def change(folder):
        table = rows(folder / file)
        if column not in table[0]:
            table = [[*table[0], column], *([*each, ""] for each in table[1:])]
        place = table[0].index(column)
        for number, each in enumerate(table[1:], 1):
            if row in (0, number):
                each[place] = value
        write(folder / file, table)

    return change


def heading(old, new, file=LINE):
    def change(folder):
        table = rows(folder / file)
        table[0][table[0].index(old)] = new
        write(folder / file, table)

    return change


def without(*columns, file=LINE):
    def change(folder):
        table = rows(folder / file)
        kept = [n for n, head in enumerate(table[0]) if head not in columns]
        write(folder / file, [[row[n] for n in kept] for row in table])

    return change


def beside(name, data=b"a,b\n1,2\n"):
    return lambda folder: (folder / name).write_bytes(data)


def text(change):
    return lambda folder: (folder / LINE).write_bytes(change((folder / LINE).read_bytes()))


def both(*changes):
    def change(folder):
        for each in changes:
            each(folder)

    return change


READ = {
    "as packed": lambda folder: None,
    "plural": renamed("budget_lines.csv"),
    "Chinese name": renamed("支出项目.csv"),
    "Chinese name with 表": renamed("支出项目表.csv"),
    "collection": renamed("支出.csv"),
    "alias": renamed("item.csv"),
    "hyphen": renamed("budget-line.csv"),
    "blank": renamed("Budget Line.csv"),
    "ending in capitals": renamed("budget_line.CSV"),
    "name in capitals": renamed("BUDGET_LINE.Csv"),
    "txt": renamed("budget_line.txt"),
    "csv named tsv": renamed("budget_line.tsv"),
    "csv named parquet": renamed("budget_line.parquet"),
    "csv named json": renamed("budget_line.json"),
    "csv named gz": renamed("budget_line.csv.gz"),
    "tabs": parted("\t", ".tsv"),
    "tabs in txt": parted("\t", ".txt"),
    "semicolons": parted(";"),
    "bars": parted("|"),
    "byte order mark": parted(",", ".csv", "utf-8-sig"),
    "gzip": squeezed("budget_line.csv.gz"),
    "gzip named csv": squeezed("budget_line.csv"),
    "gzip Chinese": squeezed("支出项目.CSV.GZ"),
    "JSON Lines": as_json(".jsonl", True),
    "JSON Lines in capitals": as_json(".JSONL", True),
    "JSON Lines named json": as_json(".json", True),
    "a JSON list": as_json(".json", False),
    "JSON Lines in gzip": as_json(".jsonl.gz", True, True),
    "a JSON list in gzip": as_json(".json.gz", False, True),
    "Parquet": as_parquet("budget_line.parquet"),
    "Parquet in capitals": as_parquet("支出项目.PARQUET"),
    "Parquet named csv": as_parquet("budget_lines.csv"),
    "Chinese headings": both(heading("actual", "实际支出"), heading("name", "项目名称")),
    "line ends of Windows": text(lambda data: data.replace(b"\n", b"\r\n")),
    "no last line end": text(lambda data: data.rstrip(b"\n")),
    "what a file manager left": both(beside(".DS_Store"), beside("Thumbs.db")),
    "reference without its id": without("parent__id"),
    "contract without the id of its line": without("line__id", file="contract.csv"),
    "columns in another order": lambda folder: write(folder / LINE, [row[::-1] for row in rows(folder / LINE)]),
}


@pytest.mark.parametrize("change", READ.values(), ids=READ.keys())
def test_a_folder_is_read_as_it_is_meant(packed, tmp_path, change):
    folder, cases = packed
    shutil.copytree(folder, tmp_path / "t")
    change(tmp_path / "t")
    assert read(tmp_path / "t") == [said(case) for case in cases]


def test_a_place_by_name_is_read_as_its_code_and_told(packed, tmp_path):
    folder, cases = packed
    shutil.copytree(folder, tmp_path / "t")
    both(cell("jurisdiction", "望城区", 1, "unit.csv"), cell("jurisdiction", "４３０１１２", 2, "unit.csv"))(
        tmp_path / "t"
    )
    notes = []
    assert read(tmp_path / "t", notes) == [said(case) for case in cases]
    assert [note.zh for note in notes] == ["行政区划“望城区”读作 430112（湖南省长沙市望城区），1 个单位"]


def gone(file):
    return lambda folder: (folder / file).unlink()


def mapped(file, change):
    return lambda folder: (folder / file).write_bytes(change((folder / file).read_bytes()))


REFUSED = {
    "table of units gone": gone("unit.csv"),
    "table of lines gone": both(gone(LINE), gone("contract.csv")),
    "empty table gone": gone("review.csv"),
    "unknown name": renamed("明细.csv"),
    "misspelt name": renamed("budget_lin.csv"),
    "copy beside": lambda folder: shutil.copy(folder / LINE, folder / "budget_line (1).csv"),
    "two names of one table": lambda folder: shutil.copy(folder / LINE, folder / "支出项目.csv"),
    "two forms of one table": beside("budget_line.parquet"),
    "workbook": beside("approval.xlsx", b"PK\x03\x04xl/"),
    "old workbook": beside("approval.xls", b"\xd0\xcf\x11\xe0"),
    "workbook named csv": beside("approval.csv", b"PK\x03\x04xl/"),
    "UTF-16": parted(",", ".csv", "utf-16"),
    "GBK": parted(",", ".csv", "gb18030"),
    "binary": beside("approval.csv", b"a\0b"),
    "empty file": beside("approval.csv", b""),
    "blanks only": beside("approval.csv", b" \n\n"),
    "damaged gzip": beside("approval.csv.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\x03abc"),
    "cut Parquet": beside("approval.parquet", b"PAR1abc"),
    "note": beside("README.txt"),
    "Word file": beside("说明.docx"),
    "case beside": beside("a.yaml"),
    "backup": beside("budget_line.csv.bak"),
    "lock of a spreadsheet": beside(".~lock.budget_line.csv#"),
    "folder": lambda folder: (folder / "more").mkdir(),
    "folder named as a table": lambda folder: (folder / "approval.csv").mkdir(),
    "dangling link": lambda folder: (folder / "approval.csv").symlink_to("nowhere"),
    "title above the headings": text(lambda data: b"2020\n" + data),
    "comment line": text(lambda data: data + b"# end\n"),
    "a cell too many": text(lambda data: data.rstrip(b"\n") + b',"x"\n'),
    "a cell too few": text(lambda data: data.rstrip(b"\n").rpartition(b",")[0] + b"\n"),
    "open quote": text(lambda data: data + b'"open'),
    "bad byte": text(lambda data: data.replace("设备".encode(), b"\xb0\xa1", 1)),
    "heading twice": heading("prior_actual", "actual"),
    "heading in two languages": heading("prior_actual", "实际支出"),
    "unknown heading": heading("actual", "actuall"),
    "unknown key in JSON": both(heading("goal", "gaol"), cell("gaol", "x"), as_json(".jsonl", True)),
    "key twice in JSON": both(
        as_json(".jsonl", True),
        mapped("budget_line.jsonl", lambda d: d.replace(b"{", b'{"name": "x", "name": "y", ', 1)),
    ),
    "parent and its id differ": cell("parent__id", "007"),
    "id of a parent that is not there": cell("parent__id", "total", 1),
    "parent without its id": cell("parent__id", "", 2),
    "line and its id differ": cell("line__id", "007", 1, "contract.csv"),
    "id and _id differ": cell("id", "7"),
    "_id and id differ": cell("_id", "7"),
    "name and _id of a unit differ": cell("name", "另一单位", 1, "unit.csv"),
    "code and _id of a unit differ": cell("code", "001", 1, "unit.csv"),
    "control character": cell("name", "a\x1b[31m"),
    "control character in an id": cell("supplier", "a\x07", 1, "contract.csv"),
    "unknown name in _none": cell("_none", " colour "),
    "_none without blanks": cell("_none", "carry_in"),
    "unknown name in _derived": cell("_derived", " sum "),
    "broken notes": cell("_notes", "{"),
    "notes that are a list": cell("_notes", "[1]"),
    "unknown kind": cell("kind", "明细"),
    "finer than its last digit": both(cell("actual", "30550001"), cell("actual__text", "")),
    "decimals in fen": cell("actual", "30.5"),
    "grouped digits": cell("actual", "30,550,000"),
    "full-width digits": cell("actual", "３０"),
    "a word for a flag": cell("is_it", "maybe"),
    "a day that is none": cell("sign_date", "2020-02-30", 1, "contract.csv"),
    "the same number twice": cell("_fact", "0", 0),
    "no number": cell("_fact", ""),
    "no case": cell("_case", ""),
    "a case that is not there": cell("_case", "77"),
    "unknown state": cell("budget_line__state", "whole", 1, "unit.csv"),
    "case of a unit repeated": cell("_case", "0", 2, "unit.csv"),
    "id repeated in a case": both(cell("_id", "007", 1), cell("id", "007", 1)),
    "figure without its last digit": cell("actual__step", ""),
    "unknown unit of money": cell("actual__unit", "美元"),
    "blanks for a name": cell("name", "　"),
    "left blank in words": cell("purpose", "留空"),
    "natural key and _id differ": both(
        cell("_id", "接待", 1, "three_public_line.csv"), cell("kind", "reception", 1, "three_public_line.csv")
    ),
    "natural key below a line and _id differ": cell("_id", "total/2020-02-01/1万元", 1, "payment.csv"),
    "owner in another case": cell("_owner", "2", 1, "payment.csv"),
    "owner that is not there": cell("_owner", "99", 1, "payment.csv"),
    "place that is none": cell("jurisdiction", "043011", 0, "unit.csv"),
    "place of another year": cell("jurisdiction", "430124", 2, "unit.csv"),
    "name of several places": cell("jurisdiction", "鼓楼区", 1, "unit.csv"),
    "name of no place": cell("jurisdiction", "望成区", 2, "unit.csv"),
    "quote in the middle": text(lambda data: data.replace(b'"007"', b'"0"07"', 1)),
    "gzip whose sum is wrong": both(
        squeezed("budget_line.csv.gz"), mapped("budget_line.csv.gz", lambda d: d[:-8] + b"abcd" + d[-4:])
    ),
    "people below zero": cell("in_service", "-1", 1, "unit.csv"),
    "quantity below zero": cell("quantity", "-1", 1, "three_public_line.csv"),
    "price below zero": both(
        cell("amount", "-150000000", 1, "contract.csv"), cell("amount__text", "", 1, "contract.csv")
    ),
    "cut within a character": mapped("budget_line.csv", lambda d: d[: d.rindex("费".encode()) + 1]),
    "damaged gzip behind its start": both(
        squeezed("budget_line.csv.gz"), mapped("budget_line.csv.gz", lambda d: d[:-9])
    ),
    "derived total that is not the sum": cell("added_budget", "99", 1),
    "derived total of parts that are not all known": both(
        cell("_derived", " carry_out ", 1),
        *(
            cell(f"carry_out{end}", value, 1)
            for end, value in (("", "100"), ("__step", "100"), ("__unit", "元"), ("__decimals", "0"))
        ),
    ),
    "own parent in the end": both(cell("parent", "1", 1), cell("parent__id", "007", 1)),
    "text of another amount": cell("actual__text", "77万元"),
    "text that is no amount": cell("actual__text", "abc"),
    "text of another day": cell("date__text", "2020-03-01", 1, "payment.csv"),
    "none and a value": cell("_none", " actual "),
    "required field empty": cell("kind", ""),
    "year that is none": cell("fiscal_year", "3020", 1, "unit.csv"),
    "figure of a claim and its amount differ": cell("figure", "1", 1, "stated_figure.csv"),
    "two figures of a claim": cell("count", "3", 1, "stated_figure.csv"),
    "hidden beside the unit's own list": cell("_hidden", " goal ", 2),
    "broken list of what is not disclosed": cell("_not_disclosed", "[[", 1, "unit.csv"),
    "field that is not disclosed does not exist": cell(
        "_not_disclosed", '[["budget_line", "", "colour"]]', 1, "unit.csv"
    ),
    "transcribed by half": cell("_read", "half", 1, "unit.csv"),
    "unknown list at the top": cell("_top", " papers ", 1, "unit.csv"),
    "unit of amounts abroad": cell("_amounts", "美元 2", 1, "unit.csv"),
    "a day before year 1": cell("date", "0000-01-01", 1, "payment.csv"),
    "a source that is a number": cell("_notes", '{"actual": 1}'),
    "a source of an unknown field": cell("_notes", '{"colour": "表1"}'),
    "an object in JSON": both(
        as_json(".jsonl", True),
        mapped("budget_line.jsonl", lambda d: d.replace(b'"name": ', b'"goal": {"a": 1}, "name": ', 1)),
    ),
    "a list in Parquet": lambda folder: (
        duckdb.sql(
            f"COPY (SELECT * REPLACE ([name] AS name) FROM read_csv('{folder / LINE}', all_varchar=true)) TO '{folder / 'budget_line.parquet'}'"
        ),
        (folder / LINE).unlink(),
    ),
    "six bad rows": both(*(cell("kind", "x", row) for row in range(1, 5)), cell("_none", "x", 0)),
}
GOLDEN = ROOT / "tests" / "golden"


AMONG_ALL = ("table of lines gone", "case of a unit repeated", "unknown list at the top")
"""What is told otherwise where there are other tables; changes of other tables lie among all of them anyway."""


@pytest.fixture(scope="module")
def refusals(packed, lines_only, tmp_path_factory):
    """What is wrong with every wrong folder: its name, where it lay, and the problems."""
    told = []
    for what, change in REFUSED.items():
        folder = tmp_path_factory.mktemp("refused") / "t"
        shutil.copytree(packed[0] if what in AMONG_ALL else lines_only, folder)
        try:
            change(folder)
        except FileNotFoundError:  # it changes another table
            shutil.copytree(packed[0], folder, dirs_exist_ok=True)
            change(folder)
        with pytest.raises(InputError) as caught:
            read(folder)
        told.append((what, str(folder), caught.value.problems))
    return told


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_folder_that_would_be_misread_is_refused_in_these_words(refusals, lang):
    """The golden file is what the officer sees; look at it when it changes (UPDATE_GOLDEN=1 writes it anew)."""
    shown = [(what, folder, "\n".join(each.render(lang) for each in problems)) for what, folder, problems in refusals]
    found = "\n".join(f"# {what}\n{text.replace(folder, 'T')}\n" for what, folder, text in shown)
    path = GOLDEN / f"table-folders.{lang}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")
    assert len(REFUSED) >= 60 and found.count("\n# ") == len(REFUSED) - 1


PAPERS = """lines:
- {id: p, kind: 项目支出, 年初预算: 100万元, 批复: [{文号: 乙1号, 批复日期: 2020-03-01, 批复金额: 90万元}]}
- {id: a, parent: p, kind: 明细项目, 年初预算: 0元, 批复: [{id: x, 文号: 甲1号, 批复日期: 2020-03-01, 批复金额: 30万元}, {id: y, 文号: 甲１号, 批复日期: 2020-03-01, 批复金额: 20万元}]}
- {id: b, parent: p, kind: 明细项目, 年初预算: 0元, 批复: [{id: z, 文号: 甲1号, 批复日期: 2020-03-01, 批复金额: 30万元}]}
"""
AMOUNT = {"amount": "30000000", "amount__text": "30万元"}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ((), ""),
        (
            tuple(cell(column, value, 3, "approval.csv") for column, value in AMOUNT.items()),
            "are those of another approval",
        ),
        (
            (cell("number", "甲１号", 1, "approval.csv"), cell("_id", "p/甲１号/2020-03-01", 1, "approval.csv")),
            "at a part of the line as well",
        ),
    ],
    ids=["three papers", "one under two ids", "one at the total as well"],
)
def test_no_approval_of_a_table_counts_twice(tmp_path, changes, told):
    (tmp_path / "a.yaml").write_text(HEAD.replace("示例单位", "单位0") + PAPERS, encoding="utf-8")
    pack_cases([str(tmp_path / "a.yaml")], BOOK.vocabulary, tmp_path / "t", "csv", Silent(), read_case_file)
    both(*changes)(tmp_path / "t")
    connection, files = connect(), table_files(tmp_path / "t", BOOK.vocabulary)
    attach(connection, BOOK.vocabulary, files)
    if not told:
        check_tables(connection, BOOK.vocabulary, files)
        return
    with pytest.raises(InputError) as caught:
        check_tables(connection, BOOK.vocabulary, files)
    assert told in caught.value.problems[0].render("en")


ITEMS = """
transcribed: whole
lines:
- {id: total, kind: 总支出, name: 总支出, 年初预算: 60万元, 实际支出: 60万元}
- {id: "1", parent: total, kind: 项目支出, name: 甲, 年初预算: 20万元, 实际支出: 20万元}
- {id: "2", parent: total, kind: 项目支出, name: 乙, 年初预算: 40万元, 实际支出: 40万元}
- {id: "3", parent: total, kind: 项目支出, name: NAME, 年初预算: 60万元, 实际支出: 60万元}
"""


def renamed_last(folder, file, called):
    """Give the last row of a table another name, and return what is raised when the tables are checked."""
    table = rows(folder / file)
    table[-1][table[0].index("name")] = called
    write(folder / file, table)
    with pytest.raises(InputError) as caught:
        checked(folder)
    return caught


@pytest.mark.parametrize("parent", ["parent: total, ", ""])
@pytest.mark.parametrize("called", ["∑", "合 计", "本年累计", "一、支出合计", "其中：维修"])
def test_an_entry_called_a_total_is_refused_in_cases_and_tables(called, parent, tmp_path):
    """Alone it is no sum of others; beside them its yuan would be counted twice, with a total above or without."""
    lines = ITEMS.replace("parent: total, ", parent)
    paid = "payments: [{date: 2020-03-01, amount: 1万元, payee: %s}, {date: 2020-03-02, amount: 1万元, payee: %s}]"
    for text, refused in (
        (lines.replace("NAME", f'"{called}"'), True),
        ("lines:\n  - {id: a, kind: 明细项目, name: " + called + ", actual: 1万元}\n", False),
        ("lines:\n  - {id: a, kind: 明细项目, name: 甲, " + paid % ("某店", called) + "}\n", True),
        ("lines:\n  - {id: a, kind: 明细项目, name: 甲, " + paid % (called, called) + "}\n", False),
    ):
        file = tmp_path / "case.yaml"
        file.write_text(HEAD + text, encoding="utf-8")
        if refused:
            with pytest.raises(InputError) as caught:
                load_case(str(file), BOOK)
            assert [problem.code for problem in caught.value.problems] == ["totals"]
        else:
            load_case(str(file), BOOK)
    file.write_text(HEAD + lines.replace("NAME", "丙"), encoding="utf-8")
    pack_cases([str(file)], BOOK.vocabulary, tmp_path / "t", "csv", Silent(), read_case_file)
    caught = renamed_last(tmp_path / "t", LINE, called)
    assert [problem.code for problem in caught.value.problems] == ["totals"]


def test_a_unit_that_is_called_a_total_is_refused(tmp_path):
    """The last row of a table of units is their sum: as a unit it would be counted beside them."""
    file = tmp_path / "case.yaml"
    file.write_text(HEAD + ITEMS.replace("NAME", "丙"), encoding="utf-8")
    pack_cases([str(file)], BOOK.vocabulary, tmp_path / "t", "csv", Silent(), read_case_file)
    caught = renamed_last(tmp_path / "t", "unit.csv", "全区合计")
    assert "totals" in [problem.code for problem in caught.value.problems]  # its key is another one, too


@pytest.mark.parametrize("called", ["工资总额", "支出汇总"])
def test_a_row_of_totals_is_not_added_to_the_rows_that_it_sums(called, tmp_path):
    """The sum of all rows, this one as well, would be told as an error of the report."""
    for name in (called, "丙"):
        file = tmp_path / f"{name}.yaml"
        file.write_text(HEAD + ITEMS.replace("NAME", f'"{name}"'), encoding="utf-8")
        case = load_case(str(file), BOOK)
        found = {
            c.outcome
            for c in check([case], BOOK, selected=lambda rule: rule == "parts-sum-to-total").checks
            if c.subject.id == "total"
        }
        assert ("fail" in found) is (name == "丙")
        assert any(f"“{name}”像是合计行" in note.zh for note in case.notes) is (name == called)
        pack_cases([str(file)], BOOK.vocabulary, tmp_path / name, "csv", Silent(), read_case_file)
        checked(tmp_path / name)
    caught = renamed_last(tmp_path / "丙", LINE, called)
    assert [problem.code for problem in caught.value.problems] == ["totals"]


def test_every_wrong_file_is_named_at_once(packed, tmp_path):
    shutil.copytree(packed[0], tmp_path / "t")
    for file in ("a.docx", "b.csv", "review.xlsx"):
        (tmp_path / "t" / file).write_bytes(b"PK\x03\x04")
    with pytest.raises(InputError) as caught:
        read(tmp_path / "t")
    assert [problem.place.file.rpartition("/")[2] for problem in caught.value.problems] == [
        "a.docx",
        "b.csv",
        "review.xlsx",
    ]


def test_a_folder_of_cases_is_no_folder_of_tables(tmp_path):
    (tmp_path / "a.yaml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "unit.json").write_text('{\n "name": "x"}', encoding="utf-8")
    (tmp_path / "notes.csv").write_text("a\n", encoding="utf-8")
    assert table_files(tmp_path, BOOK.vocabulary) == {}


def test_findings_are_read_with_their_types(tmp_path):
    from checker.batch.given_findings import read_findings

    found = []
    for ident in ("2020-01-02", "10:30", "00000000-0000-0000-0000-000000000001", "007", "1e3"):
        found.append({"_case": 1, "rule": "r", "outcome": "fail", "severity": "low", "amount": "100", "subject": ident})
    (tmp_path / "f.jsonl").write_text("".join(json.dumps(each) + "\n" for each in found), encoding="utf-8")
    connection = connect()
    source = read_findings(connection, tmp_path / "f.jsonl")
    told = connection.execute(f"SELECT subject FROM {source}").fetchall()
    assert [row[0] for row in told] == [each["subject"] for each in found]


@pytest.mark.parametrize(
    ("file", "told"), [("a.YAML", "would not be read"), ("a.yml", "would not be read"), ("a.txt", "no rule file")]
)
def test_a_folder_of_rules_is_read_whole_or_refused(tmp_path, file, told):
    from checker.rulebook.packs import read_pack

    (tmp_path / file).write_text("x: 1\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_pack(tmp_path)
    assert told in caught.value.problems[0].render("en")


def test_spark_reads_what_duckdb_reads_or_refuses_it_aloud(packed, tmp_path):
    """Without Spark itself: tables that are no Parquet are handed over as Parquet on this machine, and refused for a cluster."""
    from checker.batch.spark_story import _as_parquet, _is_parquet

    folder, cases = packed
    shutil.copytree(folder, tmp_path / "t")
    both(renamed("支出项目.csv"), cell("jurisdiction", "望城区", 0, "unit.csv"))(tmp_path / "t")
    files = table_files(tmp_path / "t", BOOK.vocabulary, parts=True)
    others = [path for path in files.values() if not _is_parquet(path)]
    assert _as_parquet(files, others, BOOK, tmp_path / "p", "local[2]", Silent()) == str(tmp_path / "p")
    assert read(tmp_path / "p") == [said(case) for case in cases]
    with pytest.raises(InputError) as caught:
        _as_parquet(files, others, BOOK, tmp_path / "q", "spark://host:7077", Silent())
    assert {problem.place.file.rpartition("/")[2] for problem in caught.value.problems} == {
        path.name for path in others
    }
    (
        tmp_path / "t" / "budget_line.parquet"
    ).mkdir()  # a table in parts, as Spark writes it, is the table that is there already
    with pytest.raises(InputError, match="is the same table as"):
        table_files(tmp_path / "t", BOOK.vocabulary, parts=True)
