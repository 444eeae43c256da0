"""What is known of the parameters as a map: a tile for each province, a bar for each year, drawn from the same lines as the table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import NamedTuple
from xml.sax.saxutils import escape

from checker.authoring.threshold_asking import Asking, asking
from checker.authoring.threshold_coverage import Line
from checker.base.errors import Text
from checker.rulebook.book import Rulebook
from checker.rulebook.rule import Reach


class Tile(NamedTuple):
    """Where a province stands on the map, and its short name."""

    column: int
    row: int
    name: Text


CENTRE = ""
TILES: Mapping[str, Tile] = {
    CENTRE: Tile(0, 0, Text("中央", "Centre")),
    "23": Tile(7, 0, Text("黑龙江", "Heilongjiang")),
    "15": Tile(4, 1, Text("内蒙古", "Inner Mongolia")),
    "11": Tile(5, 1, Text("北京", "Beijing")),
    "22": Tile(7, 1, Text("吉林", "Jilin")),
    "65": Tile(0, 2, Text("新疆", "Xinjiang")),
    "62": Tile(2, 2, Text("甘肃", "Gansu")),
    "64": Tile(3, 2, Text("宁夏", "Ningxia")),
    "14": Tile(4, 2, Text("山西", "Shanxi")),
    "13": Tile(5, 2, Text("河北", "Hebei")),
    "12": Tile(6, 2, Text("天津", "Tianjin")),
    "21": Tile(7, 2, Text("辽宁", "Liaoning")),
    "63": Tile(1, 3, Text("青海", "Qinghai")),
    "61": Tile(3, 3, Text("陕西", "Shaanxi")),
    "41": Tile(4, 3, Text("河南", "Henan")),
    "37": Tile(5, 3, Text("山东", "Shandong")),
    "54": Tile(0, 4, Text("西藏", "Tibet")),
    "51": Tile(2, 4, Text("四川", "Sichuan")),
    "50": Tile(3, 4, Text("重庆", "Chongqing")),
    "42": Tile(4, 4, Text("湖北", "Hubei")),
    "34": Tile(5, 4, Text("安徽", "Anhui")),
    "32": Tile(6, 4, Text("江苏", "Jiangsu")),
    "31": Tile(7, 4, Text("上海", "Shanghai")),
    "53": Tile(2, 5, Text("云南", "Yunnan")),
    "52": Tile(3, 5, Text("贵州", "Guizhou")),
    "43": Tile(4, 5, Text("湖南", "Hunan")),
    "36": Tile(5, 5, Text("江西", "Jiangxi")),
    "33": Tile(6, 5, Text("浙江", "Zhejiang")),
    "45": Tile(3, 6, Text("广西", "Guangxi")),
    "44": Tile(4, 6, Text("广东", "Guangdong")),
    "35": Tile(5, 6, Text("福建", "Fujian")),
    "71": Tile(6, 6, Text("台湾", "Taiwan")),
    "46": Tile(3, 7, Text("海南", "Hainan")),
    "82": Tile(4, 7, Text("澳门", "Macao")),
    "81": Tile(5, 7, Text("香港", "Hong Kong")),
}
"""The provinces, municipalities and regions of GB/T 2260, about where they lie; the central government apart."""
APART = ("71", "81", "82")
"""Places with laws of their own, which none of these norms bind."""
WIDE, HIGH, GAP, LEFT, TOP = 110, 68, 6, 16, 92
BAR = 26
TITLE = Text(
    "采购限额和公开招标数额标准：哪些地方、哪些年知道",
    "Procurement limits and open-tender thresholds: where and for which years known",
)
MAPPED = (
    "open_tender_threshold",
    "goods_limit",
    "services_limit",
    "works_limit",
    "retold_threshold",
    "retold_limit_goods",
    "retold_limit_works",
)
"""The parameters of the map of the documentation."""
LEGEND = (
    ("text", Text("读到原文", "text read")),
    ("retold", Text("只见转述（低的疑点）", "retold only (low queries)")),
    ("city", Text("半格：只有个别城市", "half a bar: some cities only")),
    ("none", Text("未知：待核", "unknown: stays open")),
    ("idle", Text("不问：没有规则约束", "not asked: no rule binds")),
)
STYLE = (
    "text{font-family:'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',Arial,sans-serif;fill:#1f2933}"
    ".title{font-size:19px;font-weight:600}.small{font-size:12px;fill:#52606d}.name{font-size:13px;font-weight:600}"
    ".years{font-size:9px;fill:#7b8794}.tile{fill:#fff;stroke:#cbd2d9}.empty{fill:#f5f7fa;stroke:#e4e7eb}"
    ".none{fill:#c3cad2}.idle{fill:#fff;stroke:#e4e7eb}.text{fill:#0b6e6e}.retold{fill:url(#retold)}"
)


class Known(NamedTuple):
    """What is known of one province in one year: by a text or retold (nothing: not at all), and whether in some cities only."""

    read: str
    cities: bool


def known(lines: Iterable[Line], province: str, year: int) -> Known:
    """Return the most that any line of the province, or of a place in it, says of the year."""
    found = [
        (all(basis.verified == "text" for value, _, _ in line.cells[year].values for basis in value.basis), line)
        for line in lines
        if line.reach.jurisdiction[:2] == province and line.cells[year].values
    ]
    if not found:
        return Known("", False)
    whole = [read for read, line in found if len(line.reach.jurisdiction) <= len(province)]
    return Known("text" if any(whole or [read for read, _ in found]) else "retold", not whole)


def asked(ask: Asking, lines: Iterable[Line], province: str, year: int, levels: Iterable[str]) -> bool:
    """Whether any rule asks units of the province, of any level, for what the lines are about."""
    names = dict.fromkeys(line.parameter.id for line in lines)
    of = [Reach("-", ("central",))] if province == CENTRE else [Reach(province, (level,)) for level in levels]
    return any(ask.of(name, reach, year) for name in names for reach in of)


def titled(lines: Sequence[Line]) -> Text:
    """Return the title of a map: that of the documentation, or the names of its parameters."""
    drawn = dict.fromkeys(line.parameter for line in lines)
    if {each.id for each in drawn} == set(MAPPED):
        return TITLE
    shown = list(drawn)[:3]
    more = len(drawn) - len(shown)
    return Text(
        "参数的覆盖：" + "、".join(each.zh for each in shown) + (f"等 {len(drawn)} 个" if more else ""),
        "Known: " + ", ".join(each.id for each in shown) + (f" and {more} more" if more else ""),
    )


def draw(lines: Sequence[Line], book: Rulebook, years: Sequence[int], lang: str) -> str:
    """Return the map as SVG."""
    title = titled(lines)
    ask = asking(book)
    levels = [level for level in book.vocabulary.enumerations["budget_level"].values if level != "central"]
    silent = {(code, year) for code in TILES for year in years if not asked(ask, lines, code, year, levels)}
    columns, rows = (max(place) + 1 for place in zip(*((t.column, t.row) for t in TILES.values()), strict=True))
    width = LEFT * 2 + columns * (WIDE + GAP) - GAP
    height = TOP + rows * (HIGH + GAP) + 34
    made = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-labelledby="title what">',
        f'<title id="title">{escape(title.say(lang))}</title>',
        f'<desc id="what">{escape(_told(lines, years, lang))}</desc>',
        f"<style>{STYLE}</style>",
        '<defs><pattern id="retold" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<rect width="5" height="5" fill="#f7dca0"/><rect width="2" height="5" fill="#b9770e"/></pattern></defs>',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<text class="title" x="{LEFT}" y="32">{escape(title.say(lang))}</text>',
        *_legend(lang),
        *(part for code, tile in TILES.items() for part in _tile(code, tile, lines, years, silent, lang)),
    ]
    note = Text(
        "一格一年，从左到右；有一个级次、一年里有一段日子知道就算知道，各级次的数见表。台湾、香港、澳门不适用这些规定。",
        "A bar a year, from left to right; known where one level or a part of the year is, see the table. These rules do not apply in Taiwan, Hong Kong and Macao.",
    )
    made.append(f'<text class="small" x="{LEFT}" y="{height - 14}">{escape(note.say(lang))}</text>')
    return "\n".join([*made, "</svg>"]) + "\n"


def _tile(
    code: str, tile: Tile, lines: Sequence[Line], years: Sequence[int], silent: Set[tuple[str, int]], lang: str
) -> list[str]:
    x, y = LEFT + tile.column * (WIDE + GAP), TOP + tile.row * (HIGH + GAP)
    apart = code in APART
    name = escape(tile.name.say(lang))
    made = [
        f'<rect class="{"empty" if apart else "tile"}" x="{x}" y="{y}" width="{WIDE}" height="{HIGH}" rx="5"/>',
        f'<text class="name" x="{x + 8}" y="{y + 20}">{name}</text>',
    ]
    if apart:
        return made
    for at, year in enumerate(years):
        found = known(lines, code, year)
        begin, end = (10 * (x + 8) + 10 * (WIDE - 14) * turn // len(years) for turn in (at, at + 1))
        bar = BAR // 2 if found.cities else BAR
        if found.cities or not found.read:
            kind = "idle" if (code, year) in silent else "none"
            made.append(_bar(kind, begin, y + 28, end - begin - 20, BAR))
        if found.read:
            made.append(_bar(found.read, begin, y + 28 + BAR - bar, end - begin - 20, bar))
    made.append(f'<text class="years" x="{x + 8}" y="{y + HIGH - 4}">{years[0]}</text>')
    made.append(f'<text class="years" x="{x + WIDE - 8}" y="{y + HIGH - 4}" text-anchor="end">{years[-1]}</text>')
    return made


def _bar(kind: str, x: int, y: int, wide: int, high: int) -> str:
    """Return a bar; *x* and *wide* are tenths of a point."""
    return f'<rect class="{kind}" x="{_tenths(x)}" y="{y}" width="{_tenths(wide)}" height="{high}"/>'


def _tenths(number: int) -> str:
    return f"{number // 10}.{number % 10}"


def _legend(lang: str) -> list[str]:
    made, x = [], 10 * LEFT
    for kind, said in LEGEND:
        if kind == "city":
            made += [_bar("none", x, 50, 100, 16), _bar("text", x, 58, 100, 8)]
        else:
            made.append(_bar(kind, x, 50, 100, 16))
        made.append(f'<text class="small" x="{_tenths(x + 160)}" y="63">{escape(said.say(lang))}</text>')
        x += 360 + (125 if lang == "zh" else 64) * len(said.say(lang))
    return made


def _told(lines: Sequence[Line], years: Sequence[int], lang: str) -> str:
    """Return the map in words, for who cannot see it."""
    said = []
    for code, tile in TILES.items():
        by_read = {
            read: [str(year) for year in years if known(lines, code, year).read == read] for read in ("text", "retold")
        }
        parts = [
            f"{word.say(lang)} {', '.join(by_read[read])}" for read, word in (LEGEND[0], LEGEND[1]) if by_read[read]
        ]
        if parts:
            said.append(f"{tile.name.say(lang)}: {'; '.join(parts)}")
    return " | ".join(said)
