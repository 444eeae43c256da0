"""Broken inputs, by name: what an officer or a rule author may get wrong. Their messages stand in golden/broken-inputs.txt."""

from __future__ import annotations

HEAD = 'name: 示例单位\njurisdiction: "430112"\nlevel: 区县\nunit_kind: 事业单位\nyear: 2020\n'
LINE = HEAD + "lines:\n  - {id: a, kind: 明细项目, name: 甲, %s}\n"
CLAIM = HEAD + "lines:\n  - {id: a, kind: 明细项目, name: 甲, actual: 1万元}\nstated:\n  - %s\n"

CASES: dict[str, str | bytes] = {
    "空文件": "",
    "只有注释": "# 案例\n",
    "只有空白": "  \n\n",
    "Excel 文件": b"PK\x03\x04rest",
    "旧版 Word 文件": b"\xd0\xcf\x11\xe0\xa1\xb1",
    "PDF 文件": b"%PDF-1.7",
    "压缩文件": b"\x1f\x8b\x08",
    "UTF-16": "name: 甲".encode("utf-16"),
    "不是文字": b"name: \xff\xff\xfe\x81",
    "控制字符": HEAD.replace("示例", "示\x00例"),
    "最外层是清单": "- 甲\n- 乙\n",
    "最外层是一句话": "某单位2020年支出情况\n",
    "全角冒号": "name：示例单位\nyear：2020\n",
    "全角冒号夹在中间": "name: 示例单位\nyear：2020\nlevel: 区县\n",
    "冒号后没有空格": "name: 示例单位\nyear:2020\nlevel: 区县\n",
    "续行里的全角冒号": HEAD + "report_title: 自评报告\n  报告日期：2021-01-25\n",
    "键的值另起一行、用全角冒号": HEAD + "report_title:\n  单位：示例单位\n",
    "键的值另起一行、冒号后没有空格": HEAD + "report_title:\n  unit:万元\n",
    "终端控制序列": HEAD + 'report_title: "\\e[31m红\\x07"\n',
    "全角逗号": HEAD + "amounts: {unit: 万元，decimals: 2}\n",
    "制表符缩进": HEAD + "lines:\n\t- {id: a, kind: 明细项目, name: 甲}\n",
    "两处制表符": HEAD + "lines:\n\t- id: a\n\t  kind: 明细项目\n",
    "引号没有配对": HEAD + 'report_title: "自评报告\n',
    "括号没有配对": HEAD + "lines: [{id: a, kind: 明细项目, name: 甲}\n",
    "缩进不对": HEAD + "lines:\n  - id: a\n   kind: 明细项目\n",
    "值里有冒号": HEAD + "report_title: 报告: 2020\n",
    "值以百分号开头": HEAD + "report_title: %报告\n",
    "值以 at 开头": HEAD + "report_title: @报告\n",
    "重复的键": HEAD + "year: 2021\n",
    "中英文重复": HEAD + "预算年度: 2021\n",
    "引用": HEAD + "lines: &all []\nstated: *all\n",
    "引用炸弹": "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n",
    "合并": HEAD + "lines:\n  - {<<: {id: a}, kind: 明细项目}\n",
    "标记": HEAD + "report_title: !!python/object:os.system x\n",
    "自定标记": HEAD + "report_title: !秘密 x\n",
    "两个文档": HEAD + "---\n" + HEAD,
    "键是清单": HEAD + "? [a, b]\n: c\n",
    "套得太深": HEAD + "lines: " + "[" * 60 + "]" * 60 + "\n",
    "流式括号一万层": "[" * 10000,
    "不认识的键": HEAD + "lines:\n  - {id: a, kind: 明细项目, 实际支付: 3万元}\n",
    "最外层不认识的键": HEAD + "编制: 18人\n",
    "没有行政区划": HEAD.replace('jurisdiction: "430112"\n', ""),
    "什么必填的也没有": "name: 示例单位\n",
    "行政区划的名称有几个": HEAD.replace('"430112"', "城区"),
    "行政区划的名称写错": HEAD.replace('"430112"', "望成区"),
    "行政区划已撤销": HEAD.replace('"430112"', '"430124"'),
    "行政区划还没有设立": HEAD.replace('"430112"', '"659012"'),
    "行政区划位数对、没有这个地方": HEAD.replace('"430112"', '"043011"'),
    "行政区划全是九": HEAD.replace('"430112"', '"999999"'),
    "行政区划位数不对": HEAD.replace('"430112"', '"43011"'),
    "级次写错": HEAD.replace("区县", "区里"),
    "单位性质写错": HEAD.replace("事业单位", "企业"),
    "年度不是年份": HEAD.replace("2020", "二〇二〇"),
    "年度带小数": HEAD.replace("2020", "2020.5"),
    "金额没有单位": LINE % "actual: 244.58",
    "金额单位写错": LINE % "actual: 244.58万圆",
    "金额写成比率": LINE % "actual: 244.58%",
    "金额是文字": LINE % "actual: 约二百万元",
    "金额带约字": LINE % "actual: 约244.58万元",
    "金额有两个小数点": LINE % "actual: 244.58.1万元",
    "金额千分位写错": LINE % "actual: '1,23.45万元'",
    "金额比分还细": LINE % "actual: 0.001元",
    "金额大得不合情理": LINE % "actual: 99999999999999亿元",
    "金额用科学计数": LINE % "actual: 1e5元",
    "金额是空的": LINE % "actual: ",
    "文号是引号里的空白": HEAD
    + 'approvals:\n  - {id: p, line: a, 文号: "　 ", 批复日期: 2020-05-01, 批复金额: 60万元}\nlines:\n  - {id: a, kind: 明细项目, name: 甲}\n',
    "金额写成清单": LINE % "actual: [1万元]",
    "金额没有单位，比分还细": HEAD
    + "amounts: {unit: 万元, decimals: 2}\nlines:\n  - {id: a, kind: 明细项目, name: 甲, actual: 19.6250001}\n",
    "口径的单位写错": HEAD + "amounts: {unit: 万, decimals: 2}\n" + "x: 1\n",
    "口径的单位不存在": HEAD + "amounts: {unit: 美元}\n",
    "口径的小数位不对": HEAD + "amounts: {unit: 万元, decimals: 两位}\n",
    "口径多了键": HEAD + "amounts: {单位: 万元, 位数: 2}\n",
    "口径不是一组": HEAD + "amounts: 万元\n",
    "比率没有百分号": CLAIM % "{id: s, kind: 完成率, rate: 99.98}",
    "人数带小数": HEAD + "establishment: 18.5人\n",
    "人数的量词不对": HEAD + "establishment: 18桶\n",
    "日期不存在": HEAD + "report_date: 2021-02-30\n",
    "日期不完整": HEAD + "report_date: 2021年1月\n",
    "是否写错": LINE % "is_it: 也许",
    "枚举值写错": HEAD + "lines:\n  - {id: a, kind: 明细, name: 甲}\n",
    "清单写成一个值": HEAD + "lines: 甲\n",
    "清单里是文字": HEAD + "lines: [甲]\n",
    "清单的完整写错": HEAD + "lines: {complete: 大概, items: []}\n",
    "清单没有明细": HEAD + "lines: {complete: false}\n",
    "没有编号": HEAD + "lines:\n  - {kind: 明细项目, name: 甲}\n",
    "没有层次": HEAD + "lines:\n  - {id: a, name: 甲}\n",
    "编号重复": HEAD + "lines:\n  - {id: a, kind: 明细项目, name: 甲}\n  - {id: a, kind: 明细项目, name: 乙}\n",
    "上级不存在": LINE % "parent: projct",
    "上级是自己": LINE % "parent: a",
    "上级绕圈": HEAD + "lines:\n  - {id: a, kind: 项目支出, parent: b}\n  - {id: b, kind: 项目支出, parent: a}\n",
    "批复没有写属于谁": HEAD + "lines:\n  - {id: a, kind: 明细项目}\napprovals: [{number: 甲1号}]\n",
    "批复属于没有的项目": HEAD + "lines:\n  - {id: abc, kind: 明细项目}\napprovals: [{line: abd, number: 甲1号}]\n",
    "两件批复分不清": LINE % "approvals: [{number: 甲1号, amount: 1元}, {number: 甲1号, amount: 2元}]",
    "评审什么也没写": LINE % "reviews: [{reviewer: 张三}]",
    "值的写法多了键": LINE % "actual: {value: 1万元, 来源: 第3页}",
    "值的写法缺值": LINE % "actual: {source: 第3页}",
    "推断写错": LINE % "is_it: {value: 是, inferred: 可能}",
    "出处写成清单": LINE % "source: [一, 二]",
    "转录写错": HEAD + "transcribed: 大部分\n",
    "未披露不是清单": HEAD + "not_disclosed: 调整预算\n",
    "未披露的字段不存在": HEAD + "not_disclosed: [调整预案]\n",
    "自报数没有值": CLAIM % "{id: s, kind: 合计数}",
    "自报数有两个值": CLAIM % "{id: s, kind: 合计数, amount: 1万元, count: 2个}",
    "完成率写成金额": CLAIM % "{id: s, kind: 完成率, amount: 1万元}",
    "完成率缺分母": CLAIM % "{id: s, kind: 完成率, rate: 99%, of: [{role: 分子, path: a.actual}]}",
    "合计数用了分母": CLAIM
    % "{id: s, kind: 合计数, amount: 1万元, of: [{role: 加数, amount: 1万元}, {role: 分母, amount: 1万元}]}",
    "路径指不到": CLAIM % "{id: s, kind: 合计数, amount: 1万元, of: [{role: 加数, path: b.actual}]}",
    "路径的字段写错": CLAIM % "{id: s, kind: 合计数, amount: 1万元, of: [{role: 加数, path: a.actul}]}",
    "路径指到文字": CLAIM % "{id: s, kind: 合计数, amount: 1万元, of: [{role: 加数, path: a.name}]}",
    "金额和个数混加": CLAIM
    % "{id: s, kind: 合计数, amount: 1万元, of: [{role: 加数, path: a.actual}, {role: 加数, count: 1个}]}",
    "构成没有数": CLAIM % "{id: s, kind: 合计数, amount: 1万元, of: [{role: 加数}]}",
    "一个文件里几处错": LINE.replace("区县", "区里") % "actual: 1万圆, is_it: 也许, 备注: x",
}
"""Case files in YAML."""

JSON_CASES: dict[str, str] = {
    "JSON 没有写完": '{"name": "示例单位"',
    "JSON 多了逗号": '{"name": "示例单位",}',
    "JSON 用单引号": "{'name': '示例单位'}",
    "JSON 有注释": '{"name": "示例单位" // 名称\n}',
    "JSON 有 NaN": '{"name": NaN}',
    "JSON 数字带单位": '{"actual": 12万元}',
    "JSON 有前导零": '{"year": 02020}',
    "JSON 里的控制字符": '{"name": "\\u001b[31m甲", "jurisdiction": "430112", "level": "区县", "unit_kind": "机关", "year": 2020}',
    "JSON 键没有引号": '{name: "示例单位"}',
    "JSON 键重复": '{"name": "甲", "name": "乙"}',
    "JSON 全角逗号": '{"name": "甲"，"year": 2020}',
    "JSON 结束后还有": '{"name": "甲"} x',
    "JSON 括号不配对": '{"name": ["甲"}',
    "JSON 半个字符": '{"name": "\\ud800"}',
    "JSON 换行在文字里": '{"name": "甲\n乙"}',
    "JSON 套一万层": "[" * 10000,
    "JSON 是一个数": "12",
    "JSON 缺冒号": '{"name" "甲"}',
}
"""Case files in JSON."""

RULE = """id: my-rule
title: 示例规则
title_en: An example
basis:
  - {instrument: 《某办法》, article: 第一条, verified: text}
nature: query
severity: medium
for: 支出项目
require: 实际支出 <= 年初预算
message: "{项目名称}超支"
message_en: "{项目名称} overspent"
remedy: 说明原因
remedy_en: Explain
"""

RULES: dict[str, str] = {
    "规则不认识的键": RULE + "提示: 注意\n",
    "规则键重复（中英文）": RULE + "标题: 另一个\n",
    "规则没有依据": RULE.replace("basis:\n  - {instrument: 《某办法》, article: 第一条, verified: text}\n", ""),
    "规则没有要求": RULE.replace("require: 实际支出 <= 年初预算\n", ""),
    "规则没有对象": RULE.replace("for: 支出项目\n", ""),
    "规则没有标题": RULE.replace("title_en: An example\n", "").replace("title: ", "limits: ", 1),
    "规则的对象写错": RULE.replace("for: 支出项目", "for: 支出项"),
    "规则分组的字段写错": RULE.replace("for: 支出项目", "for: 合同 按 供应上"),
    "规则的定性写错": RULE.replace("nature: query", "nature: 疑问"),
    "规则的严重程度写错": RULE.replace("severity: medium", "severity: 很高"),
    "依据没核实却写高": RULE.replace("verified: text", 'verified: "no"'),
    "依据为转述却写高": RULE.replace("verified: text", "verified: secondary").replace("medium", "high"),
    "核对程度写错": RULE.replace("verified: text", "verified: 已核"),
    "依据没有文件名": RULE.replace("instrument: 《某办法》, ", ""),
    "要求里名称写错": RULE.replace("实际支出 <= 年初预算", "实际支岀 <= 年初预算"),
    "要求里少了单位": RULE.replace("实际支出 <= 年初预算", "实际支出 <= 2000000"),
    "要求里括号不配对": RULE.replace("实际支出 <= 年初预算", "(实际支出 <= 年初预算"),
    "要求不是条件": RULE.replace("实际支出 <= 年初预算", "实际支出 - 年初预算"),
    "要求永远成立": RULE.replace("实际支出 <= 年初预算", "是"),
    "指标写了要求": RULE.replace("nature: query", "nature: indicator"),
    "要求和取值都写": RULE + "value: 实际支出\n",
    "说明里括号不配对": RULE.replace("{项目名称}超支", "{项目名称超支"),
    "说明里名称写错": RULE.replace("{项目名称}超支", "{项目名字}超支"),
    "多行表达式里写错": RULE.replace(
        "require: 实际支出 <= 年初预算", "require: >-\n  实际支出 <= 年初预算\n  且 造价 > 二申限额"
    ),
    "涉及金额不是金额": RULE + "amount: 编制人数\n",
    "日期依据不是日期": RULE + "as_of: 实际支出\n",
    "施行日期不存在": RULE + "in_force: {from: 2020-02-30}\n",
    "施行先止后起": RULE + "in_force: {from: 2020-02-01, to: 2019-01-01}\n",
    "施行年度写错": RULE + "in_force: {stated_for: 二〇二〇}\n",
    "规则的行政区划写错": RULE + "jurisdiction: 望城\n",
    "规则的级次写错": RULE + "levels: [区里]\n",
    "参数没有依据": RULE + "parameters:\n  - {id: my_limit, zh: 我的限额, type: money, value: 3万元}\n",
    "参数没有单位": RULE
    + "parameters:\n  - {id: my_limit, zh: 我的限额, type: money, value: 3, basis: {instrument: 《某办法》}}\n",
    "参数类型写错": RULE
    + "parameters:\n  - {id: my_limit, zh: 我的限额, type: 钱, value: 3万元, basis: {instrument: 《某办法》}}\n",
    "参数编号是中文": RULE
    + "parameters:\n  - {id: 限额, type: money, value: 3万元, basis: {instrument: 《某办法》}}\n",
    "参数没有取值": RULE + "parameters:\n  - {id: my_limit, zh: 我的限额, type: money}\n",
    "参数名和字段重": RULE
    + "parameters:\n  - {id: my_limit, zh: 造价, type: money, value: 3万元, basis: {instrument: 《某办法》}}\n",
    "参数取值重叠": RULE
    + "parameters:\n  - {id: my_limit, zh: 我的限额, type: money, basis: {instrument: 《某办法》}, values: [{value: 3万元, from: 2019-01-01}, {value: 4万元, from: 2020-01-01}]}\n",
    "参数和别的文件重": RULE
    + "parameters:\n  - {id: it_review_threshold, zh: 另一个限额, type: money, value: 3万元, basis: {instrument: 《某办法》}}\n",
    "定义绕圈": RULE
    + "define:\n  - {zh: 甲数, en: aa_number, value: 乙数 + 1元}\n  - {zh: 乙数, en: bb_number, value: 甲数 + 1元}\n",
    "定义用到自己": RULE + "define: {zh: 甲数, en: aa_number, value: 甲数 + 1元}\n",
    "定义缺英文": RULE + "define: {zh: 甲数, value: 实际支出}\n",
    "定义名和字段重": RULE + "define: {zh: 造价, en: aa_number, value: 实际支出}\n",
    "规则编号和内置的重": RULE.replace("id: my-rule", "id: stated-sum"),
    "规则不是一组键": "- 甲\n",
    "规则有制表符": RULE + "limits:\n\t注意\n",
    "规则文件是空的": "",
}
"""Rule files, each alone in a folder given with --rules."""
