"""Word documents, one trap each: what is printed is read, what is deleted or hidden is said, and both ways of counting agree."""

from __future__ import annotations

import pytest
from intake_files import cell, docx, paragraph, run, table

from checker.base.errors import InputError
from checker.intake.document import Table
from checker.intake.numbers import held, runs
from checker.intake.readers.docx import count, read

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BOX = "<w:txbxContent>{}</w:txbxContent>"
TWICE = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{0}</wps:txbx></mc:Choice>'
    "<mc:Fallback><w:pict><v:textbox>{0}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
LISTS = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="t1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="gone"><w:name w:val="gone"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="up"><w:name w:val="up"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)
NUMBERED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="3"/></w:numPr>'
TRAPS = {
    "一个数分在几段字里": (paragraph("预算 ", "24", "4.5", "8 万元"), ["预算 244.58 万元"]),
    "修订插入按接受读": (paragraph("支出 ", f'<w:ins w:id="1">{run("625")}</w:ins>', " 万元"), ["支出 625 万元"]),
    "整段是插入的": (paragraph(f'<w:ins w:id="1">{run("625 万元")}</w:ins>'), ["inserted:625 万元"]),
    "修订删去": (
        paragraph("支出 62", "<w:del><w:r><w:delText>1</w:delText></w:r></w:del>", "5 万元"),
        ["支出 625 万元", "deleted:1"],
    ),
    "两处删去各自成段": (
        paragraph(
            "<w:del><w:r><w:delText>1</w:delText></w:r></w:del>",
            "2",
            "<w:del><w:r><w:delText>3</w:delText></w:r></w:del>",
        ),
        ["2", "deleted:1", "deleted:3"],
    ),
    "移走的文字": (paragraph("甲", f"<w:moveFrom>{run('88 万元')}</w:moveFrom>"), ["甲", "deleted:88 万元"]),
    "移来的文字": (paragraph("甲", f"<w:moveTo>{run('88 万元')}</w:moveTo>"), ["甲88 万元"]),
    "段落标记删去，后段接上": (
        paragraph("支出 12", properties="<w:rPr><w:del/></w:rPr>") + paragraph("34 万元"),
        ["支出 1234 万元"],
    ),
    "隐藏文字": (paragraph("甲", run("999.99", "<w:vanish/>"), "万元"), ["甲万元", "hidden:999.99"]),
    "不隐藏写成零": (paragraph("甲", run("1", '<w:vanish w:val="0"/>'), "万元"), ["甲1万元"]),
    "样式里隐藏": (paragraph("甲", run("999", '<w:rStyle w:val="gone"/>'), "乙"), ["甲乙", "hidden:999"]),
    "删除线": (paragraph("支出 ", run("62", "<w:strike/>"), "63 万元"), ["支出 63 万元", "deleted:62"]),
    "上标不并进数里": (paragraph("5.57", run("2", '<w:vertAlign w:val="superscript"/>')), ["5.57²"]),
    "提升的数字不并进数里": (
        paragraph("5.57", run("2", '<w:position w:val="6"/>'), "，3.10", run("1", '<w:position w:val="-1"/>')),
        ["5.57²，3.101"],
    ),
    "下标": (paragraph("CO", run("2", '<w:vertAlign w:val="subscript"/>')), ["CO₂"]),
    "样式里的上标": (paragraph("5.57", run("2", '<w:rStyle w:val="up"/>')), ["5.57²"]),
    "自定的注号": (paragraph("5.57", '<w:r><w:footnoteReference w:id="2"/><w:t>3</w:t></w:r>'), ["5.57³"]),
    "内容控件": (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('决算 12.34 万元')}</w:sdtContent></w:sdt>",
        ["决算 12.34 万元"],
    ),
    "段内的内容控件": (
        paragraph("决算 ", f"<w:sdt><w:sdtContent>{run('12.34')}</w:sdtContent></w:sdt>"),
        ["决算 12.34"],
    ),
    "文本框": (
        paragraph("见", f"<w:r><w:pict><v:textbox>{BOX.format(paragraph('编制 18 人'))}</v:textbox></w:pict></w:r>"),
        ["见", "编制 18 人"],
    ),
    "文本框两种写法只读一次": (
        paragraph("见", TWICE.format(BOX.format(paragraph("编制 18 人")))),
        ["见", "编制 18 人"],
    ),
    "文本框在数的中间": (
        paragraph("12", f"<w:r><w:pict>{BOX.format(paragraph('5'))}</w:pict></w:r>", "34"),
        ["1234", "5"],
    ),
    "域的结果": (
        paragraph(
            FIELD.format("begin"),
            "<w:r><w:instrText> =12+3 </w:instrText></w:r>",
            FIELD.format("separate"),
            "15",
            FIELD.format("end"),
        ),
        ["15"],
    ),
    "套着的域": (
        paragraph(
            FIELD.format("begin"),
            FIELD.format("begin"),
            FIELD.format("separate"),
            "7",
            FIELD.format("end"),
            FIELD.format("separate"),
            "8",
            FIELD.format("end"),
        ),
        ["8", "hidden:7"],
    ),
    "简单域": (paragraph("率 ", f'<w:fldSimple w:instr=" =1 ">{run("134.71%")}</w:fldSimple>'), ["率 134.71%"]),
    "没有结束的域": (paragraph("甲", FIELD.format("begin"), "77 万元"), ["甲", "hidden:77 万元"]),
    "链接": (paragraph(f"<w:hyperlink>{run('77.7 万元')}</w:hyperlink>"), ["77.7 万元"]),
    "智能标记": (paragraph(f"<w:smartTag>{run('77.7 万元')}</w:smartTag>"), ["77.7 万元"]),
    "不断行的连字号": (paragraph("增长 ", "<w:r><w:noBreakHyphen/><w:t>3.5%</w:t></w:r>"), ["增长 -3.5%"]),
    "制表符隔开两个数": (paragraph("12", "<w:r><w:tab/></w:r>", "34"), ["12\t34"]),
    "软回车隔开两个数": (paragraph("12", "<w:r><w:br/></w:r>", "34"), ["12\n34"]),
    "符号字体的数字": (paragraph("共 ", '<w:r><w:sym w:font="Symbol" w:char="F031"/></w:r>', "2 个"), ["共 12 个"]),
    "勾选框": (paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "是"), ["☑是"]),
    "全角数字照印": (paragraph("１２３．４５万元"), ["１２３．４５万元"]),
    "字符实体": (paragraph("&#49;&#x32; 万元 &amp; 甲"), ["12 万元 & 甲"]),
    "公式的分子分母": (
        "<w:p><m:oMath><m:f><m:num><m:r><m:t>12</m:t></m:r></m:num><m:den><m:r><m:t>34</m:t></m:r></m:den></m:f></m:oMath></w:p>",
        [" 12 34"],
    ),
    "自动编号": (
        paragraph("甲", properties=NUMBERED.format(0))
        + paragraph("乙", properties=NUMBERED.format(1))
        + paragraph("丙", properties=NUMBERED.format(0)),
        ["[一、]甲", "[1.]乙", "[二、]丙"],
    ),
    "标题样式": (paragraph("概况", properties='<w:pStyle w:val="h1"/>'), ["heading:概况"]),
    "目录": (paragraph("概况", "<w:r><w:tab/></w:r>", "3", properties='<w:pStyle w:val="t1"/>'), ["contents:概况\t3"]),
    "没有隐藏的空段": ("<w:p/>" + paragraph("1") + "<w:p/>", ["1"]),
}


def told(block):
    """Return a paragraph in short: its state or kind where it is no plain body, its label, its text."""
    kind = block.kind if block.kind in ("heading", "contents") else ""
    lead = block.state or kind
    return (f"{lead}:" if lead else "") + (f"[{block.label}]" if block.label else "") + block.text


@pytest.mark.parametrize("name", TRAPS)
def test_traps_in_paragraphs(name):
    body, expected = TRAPS[name]
    data = docx(body, {"styles": STYLES, "numbering": LISTS})
    document = read(data, "a.docx")
    assert [told(block) for block in document.blocks] == expected
    assert held(document, count(data)).stopped == ()
    assert len({place for place, _ in document.texts()}) == len(list(document.texts()))


MERGE, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
GRIDS = {
    "简单": (
        table(("甲", "1"), ("乙", "2")),
        [(1, 1, "甲", 1, 1), (1, 2, "1", 1, 1), (2, 1, "乙", 1, 1), (2, 2, "2", 1, 1)],
    ),
    "横向合并": (
        table((cell("88", properties='<w:gridSpan w:val="3"/>'), "1")),
        [(1, 1, "88", 1, 3), (1, 4, "1", 1, 1)],
    ),
    "纵向合并只读一次": (
        table((cell("8", properties=MERGE), "1"), (cell(properties=GOES_ON), "2")),
        [(1, 1, "8", 2, 1), (1, 2, "1", 1, 1), (2, 2, "2", 1, 1)],
    ),
    "合并格里盖住的字": (
        table((cell("8", properties=MERGE),), (cell("9", properties=GOES_ON),)),
        [(1, 1, "8", 2, 1), (2, 1, "9", 1, 1)],
    ),
    "没有起头的续格": (table((cell("9", properties=GOES_ON),)), [(1, 1, "9", 1, 1)]),
    "前面空列": (
        '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>' + cell("5") + "</w:tr></w:tbl>",
        [(1, 3, "5", 1, 1)],
    ),
    "控件里的行": (
        "<w:tbl><w:sdt><w:sdtContent><w:tr>" + cell("5") + "</w:tr></w:sdtContent></w:sdt></w:tbl>",
        [(1, 1, "5", 1, 1)],
    ),
    "一格几段": (table((cell("甲", "5"),)), [(1, 1, "甲\n5", 1, 1)]),
}


@pytest.mark.parametrize("name", GRIDS)
def test_grids(name):
    body, expected = GRIDS[name]
    data = docx(body)
    document = read(data, "a.docx")
    found = [block for block in document.blocks if isinstance(block, Table)]
    assert [(each.row, each.column, each.text, each.rows, each.columns) for each in found[0].cells] == expected
    assert held(document, count(data)).stopped == ()


def test_a_nested_table_stands_behind_its_table():
    inner = table(("嵌套 5.57",))
    data = docx(table((cell("284.79", inner), "1")))
    outer, nested = read(data, "a.docx").blocks
    assert [each.text for each in outer.cells] == ["284.79", "1"]
    assert (
        nested.place.hops == (("table", 1), ("row", 1), ("column", 1), ("table", 1))
        and nested.cells[0].text == "嵌套 5.57"
    )


def test_hidden_and_deleted_rows():
    data = docx(
        f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>{cell('5')}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{cell('6')}</w:tr></w:tbl>"
    )
    (found,) = read(data, "a.docx").blocks
    assert [(each.text, each.state) for each in found.cells] == [("5", "hidden"), ("6", "deleted")]


def test_notes_headers_and_comments():
    parts = {
        "footnotes": f'<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">{paragraph("含结转 3 万元")}</w:footnote>'
        f'<w:footnote w:id="9">{paragraph("没有引用 4")}</w:footnote>',
        "header1": paragraph("2024 年度"),
        "footer1": paragraph("7"),
        "comments": f'<w:comment w:id="1">{paragraph("这个 5 不对")}</w:comment>',
    }
    body = (
        paragraph("甲", '<w:r><w:footnoteReference w:id="2"/></w:r>')
        + '<w:sectPr><w:headerReference r:id="r2"/></w:sectPr>'
    )
    data = docx(body, parts)
    document = read(data, "a.docx")
    assert [(each.place.say("zh"), each.kind, each.state, each.text) for each in document.blocks] == [
        ("¶1", "body", "", "甲"),
        ("页眉1 ¶1", "header", "", "2024 年度"),
        ("页脚1 ¶1", "footer", "hidden", "7"),
        ("注1 ¶1", "note", "", "含结转 3 万元"),
        ("注2 ¶1", "note", "hidden", "没有引用 4"),
        ("批注1 ¶1", "comment", "hidden", "这个 5 不对"),
    ]
    assert held(document, count(data)).stopped == ()


def test_what_holds_no_text_is_said():
    body = (
        paragraph("<w:r><w:drawing><pic:pic/></w:drawing></w:r>", "<w:r><w:drawing><c:chart/></w:drawing></w:r>", "甲")
        + "<w:altChunk/>"
    )
    notes = [note.text.zh for note in read(docx(body), "a.docx").notes]
    assert len(notes) == 3 and any("图片" in note for note in notes) and any("图表" in note for note in notes)


def test_another_prefix_and_the_strict_namespace():
    main = paragraph("支出 ", run("9", "<w:vanish/>"), "12 万元")
    other = main.replace("<w:", "<q:").replace("</w:", "</q:").replace("w:val", "q:val")
    data = docx(
        "",
        **{
            "word/document.xml": f'<q:document xmlns:q="http://purl.oclc.org/ooxml/wordprocessingml/main"><q:body>{other}</q:body></q:document>'
        },
    )
    document = read(data, "a.docx")
    assert [each.text for each in document.blocks] == ["支出 12 万元", "9"] and held(
        document, count(data)
    ).stopped == ()


REFUSED = {
    "DTD": (docx(paragraph("1"), prolog='<!DOCTYPE a [<!ENTITY b "1">]>'), "hostile"),
    "套得太深": (docx("<w:sdt>" * 400 + "</w:sdt>" * 400), "hostile"),
    "表里套表": (docx("<w:tbl><w:tr><w:tc>" * 200 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 200), "hostile"),
    "不是完整的 XML": (docx("<w:p>"), "damaged"),
    "没有正文": (docx("", **{"_rels/.rels": "<Relationships/>"}), "damaged"),
    "炸弹": (docx(" " * 30_000_000), "hostile"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_hostile_and_damaged_files(name):
    data, code = REFUSED[name]
    with pytest.raises(InputError) as error:
        read(data, "a.docx")
    (problem,) = error.value.problems
    assert (problem.code, problem.place.file) == (code, "a.docx") and problem.hint is not None


def test_a_difference_stops_the_file():
    data = docx(paragraph("支出 625 万元"))
    document, counted = read(data, "a.docx"), count(docx(paragraph("支出 626 万元")))
    (note,) = held(document, counted).stopped
    assert "625" in note.text.zh and "626" in note.text.zh
    assert runs(["12 １２ 5²"]) == {"12": 2, "5": 1, "2": 1}
