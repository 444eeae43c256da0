"""Writes the template of the Word report as it is shipped: python scripts/report_template.py [FILE].

Layout after GB/T 9704 (A4, margins 37/35/28/26 mm, 小标宋 for the title, 黑体 and 楷体 for headings, 仿宋 for the text, "— 1 —" at
the foot). An office changes its own copy in Word; what is shipped is changed here.
"""

from __future__ import annotations

import sys
from pathlib import Path

from checker.base.archive import zipped

TARGET = Path(__file__).parents[1] / "checker" / "reports" / "templates" / "report.docx"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATED = "http://schemas.openxmlformats.org/package/2006"
LATIN = "Times New Roman"
SONG, FANGSONG, HEI, KAI, TITLE = "宋体", "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"
INSTEAD = {
    TITLE: "方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,SimSun",
    FANGSONG: "仿宋,FangSong,华文仿宋,STFangsong",
    KAI: "楷体,KaiTi,华文楷体,STKaiti",
    HEI: "SimHei",
    SONG: "SimSun",
}
"""What Word takes where a font is not installed, by name."""
PT = 20  # the unit of lengths is a twentieth of a point
MM = 1440 / 25.4


def font(name: str, size: float, bold: bool = False) -> str:
    """Return the properties of text: Chinese in *name*, Latin letters and digits in Times New Roman."""
    weight = "<w:b/><w:bCs/>" if bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
    fonts = f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:cs="{LATIN}" w:eastAsia="{name}"/>'
    return f'<w:rPr>{fonts}{weight}<w:color w:val="000000"/><w:sz w:val="{size * 2:.0f}"/><w:szCs w:val="{size * 2:.0f}"/></w:rPr>'


def spaced(line: float, before: float = 0, after: float = 0) -> str:
    """Return the distances of a paragraph: lines exactly *line* points apart; 0 is one line as high as the font is."""
    rule = f'w:line="{line * PT:.0f}" w:lineRule="exact"' if line else 'w:line="240" w:lineRule="auto"'
    return f'<w:spacing w:before="{before * PT:.0f}" w:after="{after * PT:.0f}" {rule}/>'


INDENT = '<w:ind w:firstLineChars="200" w:firstLine="{0}"/>'


def style(ident: str, name: str, layout: str, text: str, more: str = "") -> str:
    """Return one style of paragraphs; built-in ones keep the names by which Word knows them."""
    kind = "" if name in ("Title", "footer") or name.startswith("heading") else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{ident}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>{more}'
        f'<w:uiPriority w:val="1"/><w:qFormat/><w:pPr>{layout}</w:pPr>{text}</w:style>'
    )


def heading(level: int, name: str, size: float, line: float, before: float, bold: bool) -> str:
    """Return the style of one level of headings, which never stands alone at the foot of a page."""
    layout = f'<w:keepNext/><w:keepLines/>{spaced(line, before)}{INDENT.format(int(size * 2 * PT))}<w:outlineLvl w:val="{level - 1}"/>'
    return style(f"Heading{level}", f"heading {level}", layout, font(name, size, bold), '<w:next w:val="ReportText"/>')


def styles() -> str:
    """Return every style."""
    both, left, right, centre = (f'<w:jc w:val="{each}"/>' for each in ("both", "left", "right", "center"))
    tab = "".join(f'<w:tab w:val="left" w:leader="underscore" w:pos="{each * MM:.0f}"/>' for each in (50, 103, 156))
    border = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    cell = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 20), ("left", 60), ("bottom", 20), ("right", 60))
    )
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:cs="{LATIN}" '
        f'w:eastAsia="{FANGSONG}"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl/>{both}</w:pPr>{font(FANGSONG, 12)}</w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        + style("Title", "Title", f"<w:keepNext/><w:keepLines/>{spaced(33, 0, 8)}{centre}", font(TITLE, 22))
        + heading(1, HEI, 16, 24, 5, False)
        + heading(2, KAI, 14, 20, 2, False)
        + heading(3, FANGSONG, 12, 16, 3, True)
        + style("ReportSummary", "报告摘要", f"{spaced(26)}{INDENT.format(32 * PT)}", font(FANGSONG, 16))
        + style("ReportText", "报告正文", f"{spaced(15.5)}{INDENT.format(24 * PT)}", font(FANGSONG, 12))
        + style("ReportNote", "报告注", f"{spaced(12.5, 2, 2)}{left}", font(FANGSONG, 9))
        + style("ReportCell", "报告表文", f"<w:keepLines/>{spaced(12)}{left}", font(SONG, 9))
        + style("ReportFigure", "报告表数", f"<w:keepLines/>{spaced(12)}{right}", font(SONG, 9))
        + style("ReportHead", "报告表头", f"{spaced(12)}{centre}", font(HEI, 9))
        + style(
            "ReportSign",
            "报告签署",
            f"<w:keepNext/><w:keepLines/><w:tabs>{tab}</w:tabs>{spaced(26)}{left}",
            font(FANGSONG, 14),
        )
        + style("footer", "footer", f"{spaced(0)}", font(SONG, 14))
        + f'<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="报告表格"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{border}</w:tblBorders><w:tblCellMar>{cell}</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="character" w:customStyle="1" w:styleId="ReportLabel"><w:name w:val="报告标签"/><w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>'
        "</w:styles>"
    )


def fonts() -> str:
    """Return the table of fonts, each with what stands in for it."""
    told = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:charset w:val="86"/><w:family w:val="{"modern" if name == HEI else "roman"}"/><w:pitch w:val="default"/></w:font>'
        for name, instead in INSTEAD.items()
    )
    latin = f'<w:font w:name="{LATIN}"><w:altName w:val="Liberation Serif"/><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
    return f'<w:fonts xmlns:w="{W}">{told}{latin}</w:fonts>'


def footer(side: str) -> str:
    """Return the foot of a page, its number on the outer side, a character from the edge."""
    page = '<w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r>'
    indent = f'<w:ind w:{side}="280"/><w:jc w:val="{side}"/>'
    return f'<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="footer"/>{indent}</w:pPr>{page}</w:p></w:ftr>'


def parts() -> dict[str, str]:
    """Return every part of the package by name."""
    size = f'<w:pgSz w:w="{210 * MM:.0f}" w:h="{297 * MM:.0f}"/>'
    margins = f'<w:pgMar w:top="{37 * MM:.0f}" w:right="{26 * MM:.0f}" w:bottom="{35 * MM:.0f}" w:left="{28 * MM:.0f}" w:header="{15 * MM:.0f}" w:footer="{25 * MM:.0f}" w:gutter="0"/>'
    section = f'<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>{size}{margins}</w:sectPr>'
    kinds = {
        "document": "document.main",
        "styles": "styles",
        "fontTable": "fontTable",
        "settings": "settings",
        "footer1": "footer",
        "footer2": "footer",
    }
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{OFFICE}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{R}/{kind}" Target="{name}.xml"/>'
        for n, (name, kind) in enumerate(
            (
                ("styles", "styles"),
                ("fontTable", "fontTable"),
                ("settings", "settings"),
                ("footer1", "footer"),
                ("footer2", "footer"),
            ),
            1,
        )
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{RELATED}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{RELATED}/relationships"><Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{RELATED}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{RELATED}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title></dc:title></cp:coreProperties>',
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{section}</w:body></w:document>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATED}/relationships">{relations}</Relationships>',
        "word/styles.xml": styles(),
        "word/fontTable.xml": fonts(),
        "word/settings.xml": f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:evenAndOddHeaders/><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/></w:settings>',
        "word/footer1.xml": footer("right"),
        "word/footer2.xml": footer("left"),
    }


def template() -> bytes:
    """Return the template."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return zipped([(name, (head + text).encode()) for name, text in parts().items()], "")


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else TARGET).write_bytes(template())
