"""Places are those of GB/T 2260 in the year of the case; a name is read as its code and told, one of several is refused."""

from __future__ import annotations

import pytest
from conftest import BOOK, HEAD, ROOT

from checker.base import places
from checker.base.errors import InputError
from checker.cases.reader import read_case
from checker.documents.source import parse_text


def test_every_place_of_the_rules_is_one():
    for folder in (ROOT / "rules").rglob("*"):
        head = folder.name.split("-")[0]
        if folder.is_dir() and head.isdigit():
            assert places.wrong(head) is None, folder
            name = places.table()[head.ljust(6, "0")][0].name
            assert name in ("浙江省", "湖北省", "湖南省", "望城区"), (
                folder,
                name,
            )  # what the folders are called after the code
    for rule in BOOK.rules.values():
        assert not rule.reach.jurisdiction or places.wrong(rule.reach.jurisdiction) is None, rule.id


def test_the_table_is_whole():
    counties = [code for code, spans in places.table().items() if code[4:] != "00" and not spans[-1].last]
    assert len({code[:2] for code in places.table()}) == 34
    assert 2800 < len(counties) < 3100
    for spans in places.table().values():
        assert all(not span.last or span.first <= span.last for span in spans)


@pytest.mark.parametrize(
    ("code", "year", "good"),
    [
        ("430112", 2020, True),
        ("43", 2020, True),
        ("4301", 2020, True),
        ("430000", 2020, True),
        ("430100", 2020, True),
        ("430112101", 2020, True),
        ("430112101001", 2020, True),
        ("043011", 2020, False),
        ("999999", 2020, False),
        ("439999", 2020, False),
        ("99", 2020, False),
        ("4399", 2020, False),
        ("430199", 2020, False),
        ("990112101", 2020, False),
        ("430124", 2016, True),
        ("430124", 2017, True),
        ("430124", 2018, False),
        ("430182", 2016, False),
        ("430182", 2017, True),
        ("330104", 2020, True),
        ("330104", 2022, False),
        ("330113", 2022, True),
        ("659012", 2021, False),
        ("659012", 2026, True),
        ("430122", 2010, True),
        ("990122", 2010, False),
        ("430124", 0, True),
    ],
)
def test_a_code_goes_by_its_year(code, year, good):
    assert (places.wrong(code, year) is None) is good


@pytest.mark.parametrize("name", ["望城区", "长沙市望城区", "湖南省望城区", "湖南省长沙市望城区", "４３０１１２"])
def test_a_name_is_read_as_its_code_and_told(name):
    case = read_case(parse_text("case.yaml", HEAD.replace('"430112"', name)), BOOK.vocabulary)
    assert case.jurisdiction == "430112"
    assert [note.zh for note in case.notes] == (
        [] if name[0] == "４" else [f"行政区划“{name}”读作 430112（湖南省长沙市望城区）"]
    )


@pytest.mark.parametrize(("name", "count"), [("城区", 3), ("鼓楼区", 4), ("市中区", 4), ("朝阳区", 2), ("铁西区", 3)])
def test_an_ambiguous_name_is_refused_with_all_it_can_mean(name, count):
    with pytest.raises(InputError) as refused:
        read_case(parse_text("case.yaml", HEAD.replace('"430112"', name)), BOOK.vocabulary)
    (problem,) = refused.value.problems
    assert len(places.named(name, 2020)) == count
    assert all(code in problem.hint.zh and full in problem.hint.zh for code, full in places.named(name, 2020))
    for code, full in places.named(name, 2020):  # and each of them with its prefecture is one
        assert places.read(full, 2020)[0] == code


def test_a_name_of_another_year_says_so():
    assert places.read("宁乡县", 2016)[0] == "430124"
    assert "2017 年已撤销" in places.read("宁乡县", 2020)[2][0].zh
    assert places.read("望城", 2020)[2][1].zh == "您是不是想写：望城区"
