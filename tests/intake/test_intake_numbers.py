"""Numbers as spans: what each looks like, and the laws: every digit once, no repair, one changed digit changes one span."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from intake_files import REPORT, docx, paragraph, table

from checker.base.numerals import spoken, whole
from checker.intake.document import Cell, Document, Paragraph, Place, Table
from checker.intake.numbers import RUN, held, numbers, runs, spans
from checker.intake.readers import docx as word
from checker.intake.readers import text as plain_text

READ = {
    "万元": ("支出 257.43 万元", ("money", "257.43 万元", "257.43", "万元")),
    "行末断开的单位": ("支出 8 万\n元", ("money", "8 万\n元", "8", "万元")),
    "全角": ("支出１２３．４５万元", ("money", "１２３．４５万元", "123.45", "万元")),
    "千分位": ("支出 1,234,567.80 元", ("money", "1,234,567.80 元", "1234567.80", "元")),
    "千分位后有空格": ("支出 1, 537.4 万元", ("money", "1, 537.4 万元", "", "万元")),
    "全角逗号的千分位": ("支出１，２３４．５元", ("money", "１，２３４．５元", "", "元")),
    "分节不对": ("支出 12,34 万元", ("money", "12,34 万元", "", "万元")),
    "数中间断开": ("支出 25 7.43 万元", ("money", "25 7.43 万元", "", "万元")),
    "小数点后换行": ("支出 263.\n01 万元", ("money", "263.\n01 万元", "", "万元")),
    "空格作千分位": ("支出 30 000 元", ("money", "30 000 元", "", "元")),
    "句号作小数点": ("支出 12。5 万元", ("money", "12。5 万元", "", "万元")),
    "只写万": ("造价 200 万以内", ("number", "200 万", "200", "万")),
    "余": ("约 80 余万人", ("count", "80 余万人", "", "万人")),
    "万余": ("共 200 万余元", ("money", "200 万余元", "", "万元")),
    "区间": ("补助 50-60 万元", ("money", "50-60 万元", "", "")),
    "两端有单位的区间": ("5 万元至 10 万元", ("money", "5 万元至 10 万元", "", "")),
    "百分区间": ("在 5%～10% 之间", ("percent", "5%～10%", "", "")),
    "增长率为负": ("增长率为-3.5%", ("percent", "-3.5%", "-3.5", "%")),
    "字后的横线不一定是负号": ("同比-3.5%", ("percent", "-3.5%", "", "%")),
    "负": ("结余负 3.5 万元", ("money", "负 3.5 万元", "-3.5", "万元")),
    "三角": ("结余△3.5 万元", ("money", "△3.5 万元", "", "万元")),
    "破折号": ("合计——100 万元", ("money", "100 万元", "100", "万元")),
    "亿万": ("收入1亿2345万元", ("money", "1亿2345万元", "123450000", "元")),
    "万千": ("补助3万5千元", ("money", "3万5千元", "35000", "元")),
    "万后的零头": ("补助2万500元", ("money", "2万500元", "", "元")),
    "角分": ("单价3元5角", ("money", "3元5角", "", "")),
    "大写": ("伍佰元整", ("money", "伍佰元", "500", "元")),
    "汉字金额": ("五十万元", ("money", "五十万元", "50", "万元")),
    "汉字金额带千": ("一百二十三万四千元", ("money", "一百二十三万四千元", "1234000", "元")),
    "数十万": ("数十万元", ("money", "数十万元", "", "万元")),
    "汉字个数": ("共三十二人", ("count", "三十二人", "32", "人")),
    "两个": ("两个项目", ("count", "两个", "2", "个")),
    "三四个": ("三四个", ("count", "三四个", "", "个")),
    "百分之": ("百分之七点五", ("percent", "百分之七点五", "7.5", "百分之")),
    "百分点": ("提高 3.5 个百分点", ("number", "3.5 个百分点", "3.5", "个百分点")),
    "千分号": ("税率 5‰", ("number", "5‰", "5", "‰")),
    "外币": ("捐款 100 万美元", ("number", "100 万美元", "100", "万美元")),
    "每人": ("标准 500 元/人", ("number", "500 元/人", "500", "元/人")),
    "人民币符号": ("￥1,234.50", ("money", "￥1,234.50", "1234.50", "¥")),
    "年度": ("2020 年度", ("year", "2020 年度", "2020", "")),
    "起止年度": ("2019 年-2020 年", ("year", "2019 年-2020 年", "", "")),
    "汉字年": ("二〇二〇年", ("year", "二〇二〇年", "2020", "")),
    "年数": ("近 3 年", ("count", "3 年", "3", "年")),
    "日期": ("2021 年 1 月 25 日", ("date", "2021 年 1 月 25 日", "", "")),
    "月份区间": ("2020年1-9月", ("date", "2020年1-9月", "", "")),
    "横线日期": ("2020-12-31", ("date", "2020-12-31", "", "")),
    "月": ("截至 10 月底", ("date", "10 月", "", "")),
    "个月": ("共 12 个月", ("count", "12 个月", "12", "个月")),
    "文号": ("财预〔2020〕10号", ("reference", "〔2020〕10号", "", "")),
    "条": ("第 8 条", ("reference", "第 8 条", "", "")),
    "批次": ("第 2 批", ("ordinal", "第 2 批", "", "")),
    "汉字标题": ("一、概况", ("ordinal", "一、", "", "")),
    "括号标题": ("（1）基本支出", ("ordinal", "（1）", "", "")),
    "圈码": ("①基本支出", ("ordinal", "①", "", "")),
    "电话": ("0731-88062345", ("code", "0731-88062345", "", "")),
    "信用代码": ("91430112MA4L1234XY", ("code", "91430112MA4L1234XY", "", "")),
    "网址": ("https://a.b/2020/1.html", ("code", "https://a.b/2020/1.html", "", "")),
    "前导零": ("编码 0012", ("code", "0012", "", "")),
    "IPV6": ("网站 IPV6 改造", ("name", "IPV6", "", "")),
    "4G": ("建设 4G 网络", ("name", "4G", "", "")),
    "字母后的金额": ("PPP50万元", ("money", "50万元", "50", "万元")),
    "字母后的比率": ("GDP2.5%", ("percent", "2.5%", "2.5", "%")),
    "标准号": ("GB/T 33190-2016", ("code", "GB/T 33190-2016", "", "")),
    "科学计数": ("1.2E+05", ("number", "1.2E+05", "", "")),
    "比": ("比例 1:3", ("number", "1:3", "", "")),
    "分": ("得 95.5 分", ("number", "95.5 分", "95.5", "分")),
    "分钟": ("用时 8.5 分钟", ("count", "8.5 分钟", "8.5", "分钟")),
    "公里": ("道路 12.5 公里", ("number", "12.5 公里", "12.5", "公里")),
    "万条": ("数据 3.7 万条", ("count", "3.7 万条", "3.7", "万条")),
    "项目不是量词": ("共 12 项目", ("number", "12", "12", "")),
    "脚注号": ("支出 5.57² 万元", ("number", "5.57", "5.57", "")),
    "括号里的数": ("结余（1,234.50）", ("number", "1,234.50", "", "")),
    "减号在后": ("结余 100-", ("number", "100", "", "")),
}
CELLS = {
    "负数": ("-5.6", ("number", "-5.6", "-5.6", "")),
    "括号": ("(5)", ("number", "(5)", "", "")),
    "横线后有空格": ("- 100", ("number", "- 100", "", "")),
    "七位数": ("5386400", ("number", "5386400", "5386400", "")),
    "身份证号": ("430112199001011234", ("code", "430112199001011234", "", "")),
    "一格两个数": ("100\n200", ("number", "100\n200", "", "")),
    "零": ("0.00", ("number", "0.00", "0.00", "")),
}
NONE = ("一个", "“四个意识”", "第三条", "第一季度", "单位：千元", "十分重视", "统一个人", "万元", "几个", "三公经费")


def said(text, cell=False):
    return [(each.kind, text[each.start : each.end], each.value, each.unit) for each in numbers(text, cell)]


@pytest.mark.parametrize("name", READ)
def test_what_a_number_is(name):
    text, expected = READ[name]
    assert said(text)[0] == expected


@pytest.mark.parametrize("name", CELLS)
def test_what_a_number_of_a_cell_is(name):
    text, expected = CELLS[name]
    assert said(text, True) == [expected]


@pytest.mark.parametrize("text", NONE)
def test_words_that_are_no_figures(text):
    assert said(text) == []


def test_two_numbers_are_two():
    assert [each.value for each in numbers("12.5 13.6 14.7")] == ["12.5", "13.6", "14.7"]
    assert [each.value for each in numbers("分别为 3 人、4 人和 5 人")] == ["3", "4", "5"]
    assert [each.value for each in numbers("2019、2020年")] == ["2019", "2020"]


NUMERALS = {
    "十": 10,
    "十二": 12,
    "二十": 20,
    "一百零五": 105,
    "一千二百": 1200,
    "两万三千": 23000,
    "一亿零五十万": 100500000,
    "壹万贰仟": 12000,
}


@pytest.mark.parametrize("text", NUMERALS)
def test_chinese_numerals(text):
    assert whole(text) == NUMERALS[text]


@pytest.mark.parametrize("text", ["三四", "百十", "十百", "万", "一二三", "二万三亿", ""])
def test_no_single_numeral(text):
    assert whole(text) is None and spoken(text) == ""


PIECES = st.one_of(
    st.text(
        alphabet="0123456789０１２３.,，。-—～%％ \n（）()万亿千元人个年月日第号〔〕一二三十百余负A/:：²①", max_size=12
    ),
    st.sampled_from(
        ["2020 年", "万元", "1,234.5", "5%", "至", "〔2020〕10号", "IPV6", "共计", "、", "￥", "http://a/1"]
    ),
    st.text(max_size=4),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=10).map("".join), st.booleans())
def test_every_digit_belongs_to_one_span(text, cell):
    found = numbers(text, cell)
    owner = [0] * len(text)
    for each in found:
        assert 0 <= each.start < each.end <= len(text)
        for at in range(each.start, each.end):
            owner[at] += 1
    assert max(owner, default=0) <= 1
    for run in RUN.finditer(text):
        holders = [each for each in found if each.start < run.end() and run.start() < each.end]
        assert len(holders) == 1 and holders[0].start <= run.start() and run.end() <= holders[0].end


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=8).map("".join))
def test_a_value_is_its_printed_digits(text):
    for each in numbers(text):
        printed = "".join(run for run in runs_of(text[each.start : each.end]))
        if (
            each.value
            and each.kind in ("money", "percent", "count", "number")
            and printed
            and not set("亿万千百") & set(text[each.start : each.end])
        ):
            assert each.value.lstrip("-").replace(".", "").lstrip("0") == printed.lstrip("0")


def runs_of(text):
    return [run.translate({0xFF10 + each: 0x30 + each for each in range(10)}) for run in RUN.findall(text)]


def test_a_long_hostile_text_is_read_in_reasonable_steps():
    for text in (
        "1 " * 20_000,
        "1." * 20_000,
        "1," * 20_000,
        "A" * 40_000,
        "一" * 20_000,
        "www." * 10_000,
        "a@" * 20_000,
        "（" * 20_000,
    ):
        numbers(text)  # what is not linear here takes minutes


def test_an_unread_cell_has_spans_without_a_value():
    from checker.base.errors import Text

    cell = Cell(
        Place((("sheet", "甲"), ("cell", "A1"))),
        1,
        1,
        "12.5",
        unread=Text("公式没有结果", "a formula without a result"),
    )
    document = Document("a", "", 0, "xlsx", (Table(Place((("sheet", "甲"),)), "甲", 1, 1, (cell,)),))
    assert [(each.text, each.value) for each in spans(document, 1)] == [("12.5", "")]


def test_a_word_of_measure_ends_a_number_and_a_scale_does_not():
    assert [each.value for each in numbers("公务接待32批次286人次")] == ["32", "286"]
    assert numbers("支出3万5千")[0].value == ""


def test_a_row_is_the_context_of_a_cell_and_a_sentence_that_of_a_word():
    data = docx(paragraph("前一句 1 个。支出 2 万元；后一句") + table(("甲", "5")))
    found = spans(word.read(data, "a.docx"), 3)
    assert [each.context for each in found] == ["前一句 1 个", "支出 2 万元", "甲 | 5"]
    assert [each.id for each in found] == ["n3.1", "n3.2", "n3.3"] and {each.file for each in found} == {3}


MADE = {
    "docx": (
        lambda text: docx(
            "".join(paragraph(line[: len(line) // 2], line[len(line) // 2 :]) for line in text.splitlines())
            + table(*(line.split("，")[:3] for line in text.splitlines() if "，" in line))
        ),
        word,
    ),
    "text": (lambda text: text.encode(), plain_text),
    "gb18030": (lambda text: text.encode("gb18030"), plain_text),
    "utf-16": (lambda text: text.encode("utf-16"), plain_text),
}


@pytest.mark.parametrize("name", MADE)
def test_one_changed_digit_changes_one_span(name):
    make, reader = MADE[name]
    chance = random.Random(20241231)
    places = [at for at, sign in enumerate(REPORT) if sign.isdigit()]
    before = spans(held(reader.read(make(REPORT), "a"), reader.count(make(REPORT))), 1)
    twice = name == "docx"  # a line with a comma stands in a table as well
    for _ in range(125):
        at = chance.choice(places)
        other = chance.choice([each for each in "0123456789" if each != REPORT[at]])
        data = make(REPORT[:at] + other + REPORT[at + 1 :])
        document = held(reader.read(data, "a"), reader.count(data))
        after = spans(document, 1)
        assert document.stopped == () and len(after) == len(before), (at, other)
        changed = [one.id for one, new in zip(before, after) if one._replace(context="") != new._replace(context="")]
        line = REPORT[REPORT.rfind("\n", 0, at) + 1 : REPORT.find("\n", at)]
        copied = twice and "，" in line and at - REPORT.rfind("\n", 0, at) - 1 < len("，".join(line.split("，")[:3]))
        assert len(changed) == (2 if copied else 1), (line, changed)


def test_the_ways_of_writing_a_text_give_the_same_numbers():
    found = {
        name: [each._replace(context="", place=Place(())) for each in spans(reader.read(make(REPORT), "a"), 1)]
        for name, (make, reader) in MADE.items()
        if name != "docx"
    }
    assert found["text"] == found["gb18030"] == found["utf-16"]
    body = docx("".join(paragraph(line) for line in REPORT.splitlines()))
    fromword = [each.text for each in spans(word.read(body, "a"), 1)]
    assert fromword == [each.text for each in found["text"]]
    assert runs([text for _, text in word.read(body, "a").texts()]) == word.count(body)[0].runs


def test_paragraphs_of_a_text_that_is_broken_into_lines():
    wide = "本年度项目支出预算共计六百二十一万元其中日常事务专项一百万元信息系统维修维护"
    lines = "\n\n".join(f"{number}、{wide[:30]}\n\n{wide[30:]}{wide[:22]}\n\n{wide[:5]}。" for number in range(1, 6))
    blocks = plain_text.read(lines.encode(), "a.txt").blocks
    assert len(blocks) == 5 and all(
        isinstance(each, Paragraph) and each.text.startswith(f"{number}、") for number, each in enumerate(blocks, 1)
    )
    short = plain_text.read("一行\n两行\n三行".encode(), "a.txt").blocks
    assert [each.place.say("zh") for each in short] == ["第1行", "第2行", "第3行"]


@given(st.from_regex(r"-?(\d{1,3}(,\d{3}){1,3}|\d{1,17})(\.\d{1,4})?", fullmatch=True))
@settings(max_examples=400, deadline=None)
def test_a_cell_that_is_one_number_is_what_the_patterns_say(text):
    text = text.translate({ord(sign): "0" for sign in text if sign.isdigit() and not sign.isascii()})
    shortcut = numbers(text, True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("checker.intake.numbers._BARE", re.compile("never"))
        assert numbers(text, True) == shortcut
