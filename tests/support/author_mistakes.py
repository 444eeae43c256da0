"""Typical mistakes of rule authors, each a small change of one right rule (what it was, what it became, its English name); docs/mistakes.*.md shows what is said of them."""

from __future__ import annotations

RIGHT = """编号: example-rule
标题: 项目支出不得超过预算
依据: {文件: 《示例办法》, 条款: 第一条, 核对: 转述}
行政区划: "430112"
级次: [区县]
施行: {自: 2018-01-01, 至: 2025-12-31}
定性: 疑点
严重程度: 低
对象: 支出项目
定义: {名称: 超支额, 英文名称: over_budget, 取值: 实际支出 - 年初预算}
适用: 支出层次 = 明细项目 且 年初预算 > 起查额
除非: 存在 批复 满足 (批复.批复金额 >= 超支额)
要求: 实际支出 / 年初预算 不超过 超支线
涉及金额: 超支额
说明: "{项目名称}支出 {实际支出:万元}，预算 {年初预算}"
其他读法:
  - {条件: 实际支出 = 调整预算, 说明: 等于调整预算}
整改: 说明原因
参数:
  - {编号: example_line, 名称: 超支线, 类型: 百分比, 值: 105%, 自: 2018-01-01, 依据: {文件: 《示例办法》}}
  - {编号: example_floor, 名称: 起查额, 类型: 金额, 值: 1万元, 依据: {文件: 《示例办法》}}
示例:
  - {结论: 不符合, 名称: 超一分, 事实: {支出: [{id: a, 支出层次: 明细项目, 年初预算: 1000000.00元, 实际支出: 1050000.01元, 批复: []}]}}
  - {结论: 符合, 边界: 是, 事实: {支出: [{id: a, 支出层次: 明细项目, 年初预算: 100万元, 实际支出: 105万元}]}}
  - {结论: 无法判定, 事实: {支出: [{id: a, 支出层次: 明细项目, 年初预算: 100万元, 批复: []}]}}
"""

MISTAKES: dict[str, tuple[str, str, str]] = {
    # 名称 names
    "字段名写错一个字": ("要求: 实际支出 /", "要求: 实际支岀 /", "A field with one wrong character"),
    "字段名用了同义词": ("要求: 实际支出 /", "要求: 实际支付 /", "A synonym for a field"),
    "英文字段名拼错": ("要求: 实际支出 /", "要求: actaul /", "An English field name misspelt"),
    "参数名写错": ("不超过 超支线", "不超过 超支限", "A parameter misspelt"),
    "参数没有定义": ("不超过 超支线", "不超过 报警线", "A parameter that was never declared"),
    "用了别的对象的字段": ("要求: 实际支出 / 年初预算", "要求: 合同金额 / 年初预算", "A field of another entity"),
    "对象名写错": ("对象: 支出项目", "对象: 支出项", "An entity misspelt"),
    "对象写成字段": ("对象: 支出项目", "对象: 实际支出", "A field where an entity belongs"),
    "分组的字段写错": ("对象: 支出项目", "对象: 合同 按 供应上", "The field to group by misspelt"),
    "关联写错": ("存在 批复 满足 (批复.批复金额", "存在 批覆 满足 (批覆.批复金额", "A relation misspelt"),
    "从这里到不了的关联": (
        "存在 批复 满足 (批复.批复金额 >= 超支额)",
        "存在 补充合同 满足 (补充合同.补充金额 >= 超支额)",
        "A relation that cannot be reached from here",
    ),
    "关联的字段写错": ("批复.批复金额 >=", "批复.批复数额 >=", "A field of a relation misspelt"),
    "把关联当作值": (
        "除非: 存在 批复 满足 (批复.批复金额 >= 超支额)",
        "除非: 批复 >= 超支额",
        "A relation used as a value",
    ),
    "多条关联直接取值": (
        "除非: 存在 批复 满足 (批复.批复金额 >= 超支额)",
        "除非: 批复.批复金额 >= 超支额",
        "A value taken straight from many records",
    ),
    "内外层名称分不清": ("(批复.批复金额 >= 超支额)", "(id = 项目名称)", "Inner and outer names mixed up"),
    "枚举值不存在": ("支出层次 = 明细项目", "支出层次 = 明细", "A value that the enumeration does not have"),
    "枚举值加了引号": ("支出层次 = 明细项目", '支出层次 = "明细项目"', "Quotes around an enumeration value"),
    "枚举值和别的枚举比较": ("支出层次 = 明细项目", "支出层次 = 通过", "A value of another enumeration"),
    "两边都是枚举值": ("支出层次 = 明细项目", "总支出 = 明细项目", "Enumeration values on both sides"),
    "枚举值是别的词": ("支出层次 = 明细项目", "支出层次 = 甲乙丙", "A word that no enumeration has"),
    "属于里有不存在的取值": (
        "支出层次 = 明细项目",
        "支出层次 属于 (明细项目, 丙丁)",
        "A value that does not exist in a list",
    ),
    # 类型 types
    "金额没有单位": ("年初预算 > 起查额", "年初预算 > 10000", "Money without a unit"),
    "金额少写了万元的元": ("年初预算 > 起查额", "年初预算 > 1万", "万 without 元"),
    "金额单位写错": ("年初预算 > 起查额", "年初预算 > 1万圆", "A money unit miswritten"),
    "金额和比率比较": ("年初预算 > 起查额", "年初预算 > 105%", "Money compared with a ratio"),
    "比率没有写百分号": ("不超过 超支线", "不超过 105", "A ratio without its percent sign"),
    "比率和金额比较": ("不超过 超支线", "不超过 105万元", "A ratio compared with money"),
    "金额加数字": ("年初预算 > 起查额", "年初预算 + 100 > 起查额", "A bare number added to money"),
    "金额乘金额": ("年初预算 > 起查额", "年初预算 * 年初预算 > 起查额", "Money times money"),
    "不同类的数相除": ("实际支出 / 年初预算 不超过", "实际支出 / 3 不超过", "A division of unlike figures"),
    "日期和文字比较": ("年初预算 > 起查额", '首次付款日期 > "2020-01-01"', "A date compared with text"),
    "日期不存在": ("年初预算 > 起查额", "首次付款日期 > 2020-02-30", "A date that does not exist"),
    "日期用了斜线": ("年初预算 > 起查额", "首次付款日期 > 2020/01/01", "A date with slashes"),
    "日期写成文字": ("年初预算 > 起查额", "首次付款日期 > 二〇二〇年", "A date in Chinese numerals"),
    "是否和数字比较": ("年初预算 > 起查额", "是否应急 = 1", "A yes-or-no compared with a number"),
    "文字比大小用了数字": ("年初预算 > 起查额", "项目名称 > 3", "Text compared with a number"),
    "枚举比大小": ("支出层次 = 明细项目", "支出层次 > 明细项目", "An enumeration compared by size"),
    "要求不是条件": ("实际支出 / 年初预算 不超过 超支线", "实际支出 / 年初预算", "A requirement that is no condition"),
    "涉及金额不是金额": ("涉及金额: 超支额", "涉及金额: 实际支出 / 年初预算", "An amount that is no money"),
    "日期依据不是日期": ("整改: 说明原因", "整改: 说明原因\n日期依据: 实际支出", "A date basis that is no date"),
    "计数写了字段": ("年初预算 > 起查额", "计数(批复.批复金额) > 0", "count() of a field"),
    "合计没有写字段": ("年初预算 > 起查额", "合计(批复) > 起查额", "sum() without a field"),
    "合计了文字": ("年初预算 > 起查额", "合计(批复.文号) > 起查额", "sum() of text"),
    "比率用了等号而不是勾稽一致": ("不超过 超支线", "= 105.26%", "= instead of ≈ for a ratio"),
    "勾稽一致两边不同类": ("实际支出 / 年初预算 不超过 超支线", "实际支出 ≈ 105%", "≈ between unlike figures"),
    "勾稽一致用了乘法": (
        "实际支出 / 年初预算 不超过 超支线",
        "实际支出 * (实际支出 / 年初预算) ≈ 年初预算",
        "≈ with a product",
    ),
    "匹配式不通用": ("年初预算 > 起查额", '项目名称 匹配 "(?=专项)"', "A pattern that not every engine knows"),
    "函数参数个数不对": ("年初预算 > 起查额", "长度(项目名称, 用途) > 3", "A function with too many arguments"),
    "函数的参数不对": ("年初预算 > 起查额", "长度(实际支出) > 3", "A function with the wrong argument"),
    "没有这个函数": ("年初预算 > 起查额", "四舍五入(实际支出) > 起查额", "A function that does not exist"),
    "已列示用在算式上": ("年初预算 > 起查额", "(实际支出 - 年初预算) 已列示", "“is given” after an expression"),
    "比率写成小数": ("不超过 超支线", "不超过 1.05", "A ratio held against a bare number"),
    "中文数字没有单位": ("年初预算 > 起查额", "年初预算 > 一百万", "Chinese numerals without a unit"),
    "零没有单位": ("年初预算 > 起查额", "年初预算 不等于 零", "Nought in Chinese without a unit"),
    # 句法 syntax
    "括号没有配对": ("要求: 实际支出 / 年初预算", "要求: (实际支出 / 年初预算", "A bracket that is not closed"),
    "全角括号没有配对": (
        "(批复.批复金额 >= 超支额)",
        "（批复.批复金额 >= 超支额",
        "A full-width bracket that is not closed",
    ),
    "多了一个括号": ("不超过 超支线", "不超过 超支线)", "A bracket too many"),
    "少了运算符": ("实际支出 / 年初预算", "实际支出 年初预算", "An operator left out"),
    "少了右边": ("年初预算 > 起查额", "年初预算 >", "The right side left out"),
    "连写两个运算符": ("年初预算 > 起查额", "年初预算 > = 起查额", "Two operators in a row"),
    "且写成和": ("明细项目 且 年初预算", "明细项目 和 年初预算", "“和” instead of “and”"),
    "且写成逗号": ("明细项目 且 年初预算", "明细项目，年初预算", "A comma instead of “and”"),
    "用了并列的&&": ("明细项目 且 年初预算", "明细项目 && 年初预算", "&& instead of “and”"),
    "大于等于写反": ("批复金额 >= 超支额", "批复金额 => 超支额", "=> instead of >="),
    "满足后面没有括号": (
        "满足 (批复.批复金额 >= 超支额)",
        "满足 批复.批复金额 >= 超支额",
        "No bracket after “satisfies”",
    ),
    "缺少量词": ("存在 批复 满足 (", "批复 满足 (", "A quantifier left out"),
    "缺少满足": ("存在 批复 满足 (", "存在 批复 (", "“satisfies” left out"),
    "若没有否则": ("年初预算 > 起查额", "若 是否应急 则 年初预算 > 起查额", "if without else"),
    "若的两支不同类": ("涉及金额: 超支额", "涉及金额: 若 是否应急 则 实际支出 否则 50%", "Branches of different kinds"),
    "介于没有到": ("年初预算 > 起查额", "年初预算 介于 1万元、5万元", "between without “and its end”"),
    "属于没有括号": ("年初预算 > 起查额", "项目名称 属于", "in without a list"),
    "引号没有配对": ("年初预算 > 起查额", '项目名称 = "专项', "A quotation mark that is not closed"),
    "不认识的符号": ("年初预算 > 起查额", "年初预算 > 起查额 ？", "A character that means nothing here"),
    "百分号写在前面": ("不超过 超支线", "不超过 %105", "The percent sign in front"),
    "数字里有字母": ("年初预算 > 起查额", "年初预算 > 1O万元", "A letter inside a number"),
    "条件不会变": ("要求: 实际支出 / 年初预算 不超过 超支线", "要求: 是", "A condition that never changes"),
    "且和或连着写": (
        "年初预算 > 起查额",
        "年初预算 > 起查额 或 是否应急",
        "“and” beside “or” without brackets",
    ),
    "或和且连着写": (
        "支出层次 = 明细项目 且",
        "是否应急 或 支出层次 = 明细项目 且",
        "“or” beside “and” without brackets",
    ),
    "以上写在后面": ("年初预算 > 起查额", "年初预算 起查额以上", "“or more” behind a limit"),
    "以内写在后面": ("不超过 超支线", "超支线以内", "“within” behind a limit"),
    "零宽空格": ("年初预算 > 起查额", "年初\u200b预算 > 起查额", "A zero-width space in a condition"),
    "零宽连字": ("年初预算 > 起查额", "年初预算 > 起\u200d查额", "A zero-width joiner in a condition"),
    # 键 keys
    "键写错": ("整改: 说明原因", "整该: 说明原因", "A key misspelt"),
    "中英文键重复": (
        "标题: 项目支出不得超过预算",
        "标题: 项目支出不得超过预算\ntitle: 项目支出不得超过预算",
        "A key in Chinese and in English",
    ),
    "键后面用了全角冒号": ("整改: 说明原因", "整改：说明原因", "A full-width colon after a key"),
    "键后面没有空格": ("整改: 说明原因", "整改:说明原因", "No blank after a colon"),
    "没有写依据": ("依据: {文件: 《示例办法》, 条款: 第一条, 核对: 转述}\n", "", "No basis"),
    "没有写标题": ("标题: 项目支出不得超过预算\n", "", "No title"),
    "没有写对象": ("对象: 支出项目\n", "", "No entity"),
    "没有写要求": ("要求: 实际支出 / 年初预算 不超过 超支线\n", "", "No requirement"),
    "没有写说明": ('说明: "{项目名称}支出 {实际支出:万元}，预算 {年初预算}"\n', "", "No message"),
    "没有写整改": ("整改: 说明原因\n", "", "No remedy"),
    "要求和取值都写": ("整改: 说明原因", "整改: 说明原因\n取值: 实际支出", "Both a requirement and a value"),
    "指标写了要求": ("定性: 疑点", "定性: 指标", "An indicator with a requirement"),
    "编号和内置规则重复": ("编号: example-rule", "编号: stated-sum", "The id of a built-in rule"),
    "细化的规则不存在": (
        "整改: 说明原因",
        "整改: 说明原因\n细化: overrun-above-threshhold",
        "Refining a rule that does not exist",
    ),
    "适用写成当": ("适用: 支出层次", "当: 支出层次", "Another word for a key"),
    "除非写成例外": ("除非: 存在", "例外: 存在", "Another word for an exception"),
    "整改写成处理建议": ("整改: 说明原因", "处理建议: 说明原因", "Another word for the remedy"),
    "冒号后面是不换行空格": ("对象: 支出项目", "对象:\u00a0支出项目", "A no-break space after a colon"),
    "冒号后面是全角空格": ("对象: 支出项目", "对象:\u3000支出项目", "A full-width blank after a colon"),
    # 值 values
    "定性写错": ("定性: 疑点", "定性: 疑问", "A nature that does not exist"),
    "严重程度写错": ("严重程度: 低", "严重程度: 很低", "A severity that does not exist"),
    "严重程度超过依据": ("严重程度: 低", "严重程度: 高", "A severity above what the basis carries"),
    "核对程度写错": ("核对: 转述}", "核对: 听说}", "How far it was verified, miswritten"),
    "依据没有文件名": (
        "{文件: 《示例办法》, 条款: 第一条, 核对: 转述}",
        "{条款: 第一条, 核对: 转述}",
        "A basis without its document",
    ),
    "依据写成一句话": (
        "依据: {文件: 《示例办法》, 条款: 第一条, 核对: 转述}",
        "依据: 《示例办法》第一条",
        "A basis written as a sentence",
    ),
    "行政区划写名称": ('行政区划: "430112"', "行政区划: 望城区", "A jurisdiction by name"),
    "行政区划位数不对": ('行政区划: "430112"', '行政区划: "43011"', "A jurisdiction with a wrong number of digits"),
    "级次写错": ("级次: [区县]", "级次: [县区]", "A budget level misspelt"),
    "施行日期写错": ("自: 2018-01-01, 至: 2025", "自: 2018-13-01, 至: 2025", "A validity date that does not exist"),
    "施行先止后起": (
        "施行: {自: 2018-01-01, 至: 2025-12-31}",
        "施行: {自: 2026-01-01, 至: 2025-12-31}",
        "A validity that ends before it begins",
    ),
    "施行的键写错": ("施行: {自: 2018-01-01", "施行: {从: 2018-01-01", "A key of the validity misspelt"),
    "所见年度写错": (
        "施行: {自: 2018-01-01, 至: 2025-12-31}",
        "施行: {所见年度: 二〇二〇}",
        "An observed year that is no year",
    ),
    "说明的花括号没有配对": (
        "{实际支出:万元}，预算",
        "{实际支出:万元，预算",
        "A brace in the message that is not closed",
    ),
    "说明里的名称写错": ("{项目名称}支出", "{项目名}支出", "A name in the message misspelt"),
    "说明里的单位写错": ("{实际支出:万元}", "{实际支出:万}", "A unit in the message misspelt"),
    "其他读法写错": ("条件: 实际支出 = 调整预算", "条件: 实际支出 = 调正预算", "Another reading misspelt"),
    "施行只写日期": (
        "施行: {自: 2018-01-01, 至: 2025-12-31}",
        "施行: 2018-01-01",
        "A validity that is a date alone",
    ),
    "标题里有井号": ("标题: 项目支出不得", "标题: 项目支出 #1 不得", "A # that cuts a title"),
    "整改以井号开头": ("整改: 说明原因", "整改: #1 说明原因", "A # that leaves nothing"),
    "标题里有零宽空格": ("标题: 项目支出", "标题: 项目\u200b支出", "A zero-width space in a title"),
    "说明用了全角花括号": ("{项目名称}支出", "｛项目名称｝支出", "Full-width braces in a message"),
    # 参数 parameters
    "参数没有依据": (
        ", 自: 2018-01-01, 依据: {文件: 《示例办法》}}",
        ", 自: 2018-01-01}",
        "A parameter without a basis",
    ),
    "参数没有值": ("类型: 百分比, 值: 105%, ", "类型: 百分比, ", "A parameter without a value"),
    "参数的值没有单位": ("类型: 金额, 值: 1万元", "类型: 金额, 值: 10000", "A parameter value without a unit"),
    "参数的值不是百分比": (
        "类型: 百分比, 值: 105%",
        "类型: 百分比, 值: 105",
        "A parameter value that is no percentage",
    ),
    "参数类型写错": ("类型: 百分比", "类型: 比例", "A parameter type misspelt"),
    "参数编号用了中文": ("编号: example_line", "编号: 超支线", "A parameter id in Chinese"),
    "参数名和字段重名": ("名称: 起查额", "名称: 造价", "A parameter named like a field"),
    "参数和别的文件重复": ("编号: example_line", "编号: it_review_threshold", "A parameter that another file has"),
    "参数的键写错": ("名称: 超支线", "名字: 超支线", "A key of a parameter misspelt"),
    "参数日期写错": ("值: 105%, 自: 2018-01-01", "值: 105%, 自: 2018年13月1日", "A date of a parameter miswritten"),
    "参数的金额写成文字": (
        "类型: 金额, 值: 1万元",
        "类型: 文字, 值: 一百万元",
        "An amount declared as a text",
    ),
    "参数的百分比写成文字": (
        "类型: 百分比, 值: 105%",
        "类型: 文字, 值: 百分之一百零五",
        "A percentage declared as a text",
    ),
    "参数的面积写成文字": (
        "类型: 百分比, 值: 105%",
        "类型: 文字, 值: 9平方米",
        "A measure declared as a text",
    ),
    # 定义 definitions
    "定义绕圈": ("取值: 实际支出 - 年初预算}", "取值: 超支额 + 1元}", "A definition that uses itself"),
    "定义缺英文名称": (
        "{名称: 超支额, 英文名称: over_budget,",
        "{名称: 超支额,",
        "A definition without its English name",
    ),
    "定义和字段重名": (
        "名称: 超支额, 英文名称: over_budget",
        "名称: 造价, 英文名称: over_budget",
        "A definition named like a field",
    ),
    "定义里名称写错": ("取值: 实际支出 - 年初预算}", "取值: 实际支出 - 年初预祘}", "A name in a definition misspelt"),
    # 示例 examples
    "示例的结论写错": ("结论: 符合", "结论: 合格", "The outcome of an example miswritten"),
    "示例没有事实": (
        "{结论: 符合, 边界: 是, 事实: {支出: [{id: a, 支出层次: 明细项目, 年初预算: 100万元, 实际支出: 105万元}]}}",
        "{结论: 符合}",
        "An example without facts",
    ),
    "示例不是清单": ("示例:\n  - {结论: 不符合", "示例: 无\n备注:\n  - {结论: 不符合", "Examples that are no list"),
    "示例的字段写错": ("实际支出: 105万元", "实际支岀: 105万元", "A field in an example misspelt"),
    "示例的金额没有单位": ("实际支出: 105万元", "实际支出: 105", "Money in an example without a unit"),
    "示例的枚举值写错": (
        "支出层次: 明细项目, 年初预算: 100万元, 实际支出: 105万元",
        "支出层次: 明细, 年初预算: 100万元, 实际支出: 105万元",
        "An enumeration value in an example miswritten",
    ),
    "示例的结论不对": ("{结论: 符合", "{结论: 不符合", "An example with the wrong outcome"),
    "示例缺一种": (
        "  - {结论: 符合, 边界: 是, 事实: {支出: [{id: a, 支出层次: 明细项目, 年初预算: 100万元, 实际支出: 105万元}]}}\n",
        "",
        "A kind of example left out",
    ),
    # 文件 files
    "用了制表符": ("  - {编号: example_line", "\t- {编号: example_line", "A tab in the indentation"),
    "花括号没有配对": (
        "值: 1万元, 依据: {文件: 《示例办法》}}",
        "值: 1万元, 依据: {文件: 《示例办法》}",
        "A brace that is not closed",
    ),
    "逗号用了全角": ("名称: 超支线, 类型", "名称: 超支线，类型", "A full-width comma"),
    "引号没有闭合": ('预算 {年初预算}"', "预算 {年初预算}", "A quotation mark that is never closed"),
    "说明没有加引号": (
        '说明: "{项目名称}支出 {实际支出:万元}，预算 {年初预算}"',
        "说明: {项目名称}支出 {实际支出}",
        "A message without quotes",
    ),
    "缩进没有对齐": ("  - {编号: example_floor", "   - {编号: example_floor", "Lines that do not line up"),
    "值里有冒号": ("标题: 项目支出不得超过预算", "标题: 项目: 支出不得超过预算", "A colon inside a value"),
    "用了引用": ("整改: 说明原因", "整改: *说明", "A YAML reference"),
}
