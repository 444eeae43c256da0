"""Names of parties that are one but for how they are written: marks, traditional characters, numerals, and what stands in brackets behind them.

Each yields the forms of two names and the reason. The table of characters is no whole one: it holds what names of firms have often, where
one character stands for one; a library would be needed for the rest, and what is missing here is a proposal that is not made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations

from checker.base.errors import Text
from checker.base.parties import party
from checker.units.parties import Party

Pair = tuple[str, str, Text]
_PAIRS = (
    "責责業业電电國国華华東东車车設设築筑實实發发廣广貿贸務务開开創创聯联網网資资產产環环藥药醫医學学樂乐興兴達达進进運运輸输機机氣气節节銀银"
    "鐵铁鋼钢銅铜鋁铝紙纸綠绿維维經经營营質质億亿財财寶宝龍龙飛飞馬马麗丽萬万蘇苏灣湾濱滨漢汉潔洁測测檢检標标樓楼橋桥專专導导師师廠厂廳厅"
    "張张強强數数時时會会書书術术衛卫裝装計计訊讯試试詢询認认語语誠诚調调諮咨證证譯译護护豐丰貨货購购趙赵軟软輕轻軍军農农遠远適适郵邮鄉乡"
    "鄭郑銷销錄录鎮镇長长門门間间關关陽阳陳陈陸陆隊队雙双雲云靈灵順顺頭头顧顾風风館馆驗验黃黄齊齐園园圖图報报場场塊块壓压處处備备傳传"
    "優优價价僑侨儀仪內内兩两劉刘劃划動动勞劳區区協协壯壮壽寿將将島岛嶽岳帶带莊庄應应戰战擴扩擇择據据攝摄斷断"
)
SIMPLE = {ord(one): other for one, other in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)}
"""Traditional characters that names of firms have often, each with the simplified one."""
DIGITS = {ord(one): str(value) for value, one in enumerate("零一二三四五六七八九")} | {ord("〇"): "0"}
_BEHIND = re.compile(r"^(.{2,}?)[（(【\[〔]([^（()）【】\[\]〔〕]+)[)）】\]〕]$")
_FORMER = re.compile(r"^(?:原名称?|曾用名|原)[:：]?(.{3,})$")


def written(known: Mapping[str, Party]) -> Iterator[Pair]:
    """Yield the names of *known* that are the same but for how they are written."""
    yield from _alike(known, _without_marks, Text("标点以外相同", "the same but for marks"))
    yield from _alike(
        known,
        lambda key: party(key.translate(SIMPLE)),
        Text("繁体简体以外相同", "the same but for traditional characters"),
    )
    yield from _alike(
        known, lambda key: key.translate(DIGITS), Text("数字写法以外相同", "the same but for how numbers are written")
    )
    yield from _brackets(known)


def _without_marks(key: str) -> str:
    return "".join(sign for sign in key if sign.isalnum())


def _alike(known: Mapping[str, Party], plain: Callable[[str], str], why: Text) -> Iterator[Pair]:
    """Yield the names that are the same when each is made *plain*."""
    found: dict[str, list[str]] = {}
    for key in sorted(known):
        found.setdefault(plain(key), []).append(key)
    for form, keys in found.items():
        for one, other in combinations(keys if form else (), 2):
            yield one, other, why


def _brackets(known: Mapping[str, Party]) -> Iterator[Pair]:
    """Yield names that another one has with something in brackets behind it, or names as its former one."""
    for key in sorted(known):
        for spelled in sorted(known[key].spellings):
            text = spelled.strip()
            behind = _BEHIND.match(text)
            inside = behind[2].strip() if behind else ""
            if behind and (main := party(behind[1])) != key and main in known:
                yield key, main, Text(f"一个后面多写了（{inside}）", f"one has ({inside}) behind it")
            former = _FORMER.match(inside or text)
            if former and (old := party(former[1])) != key and old in known:
                yield key, old, Text("一个写明另一个是原名", "one says that the other is its former name")
