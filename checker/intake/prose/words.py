"""The words of budget prose: which words give a figure its role, which name a field of the unit, which a change."""

from __future__ import annotations

import re

FUNDS = re.compile(r"一般公共预算|公共财政预算|政府性基金预算|国有资本经营预算|国有资本预算|社会保险基金预算")
"""Names of funds and budgets of the state: the 预算 in them says nothing of a figure's role."""
HIDE = {"预": "\ue010", "算": "\ue011"}
BRACKET = re.compile(r"（[^（）]{1,24}）")

ROLES: tuple[tuple[str, str], ...] = (
    (r"上年(?:度)?(?:支出)?决算(?:数)?", "prior_actual"),
    (r"上年(?:度)?(?:支出)?预算(?:数)?", "prior_budget"),
    (r"年初(?:部门)?预算(?:安排|批复|下达)?(?:数|额|金额|资金)?", "initial_budget"),
    (r"(?:调整后?|全年|调整后的)预算(?:安排)?(?:数|额|金额)?|预算调整数", "adjusted_budget"),
    (r"追加预算(?:数|额|金额)?", "added_budget"),
    (r"决算(?:数|额)?|(?:全年|实际)?(?:预算)?执行数", "actual"),
    (r"实际(?:完成|执行)?支出(?:数|额|金额)?|实际支付(?:数|额|金额)?|实际使用(?:数|额|金额)?|实支(?:数|额)?", "actual"),
    (r"预算(?:安排|批复)?(?:数|额|金额|总额)?", "initial_budget"),
)
"""What a lead ends with and the field it gives; 预算 alone is the one the year began with."""
_COPULA = r"(?:共计|合计|总计|总额|共|均|计)?(?:为|是|达到?|：)?"
ROLE = [(re.compile(rf"^(?P<label>.*?)(?:的)?(?P<role>{words}){_COPULA}$"), field) for words, field in ROLES]
ACTUALLY = re.compile(rf"^(?:全年|本年|当年)?实际(?P<label>.*支出){_COPULA}$")
"""实际项目支出: the role stands before the name."""
PLAIN = re.compile(rf"^(?P<label>.*?){_COPULA}$")

LEADING = re.compile(
    r"^(?:(?:其中|主要(?!领导|负责)|包括|包含|分别为|分别是|另有|另外|另|以及|和|及|并|同时|此外|截至|目前|(?:全年|本年度?|当年|今年|年度)(?!预算|执行数|追加|调整)|我单位|本单位|我局|本局|本部门|我部门|"
    r"本期|累计|无|：|[一二三四五六七八九十]+是|20\d\d年(?:度|末|底)?)(?:的)?)+"
)
"""What may stand before the name of a thing and is no part of it."""
MANNER = re.compile(r"^(?:按实|据实)(?:结算|支付|支出)的?$|^$")

RISES = "增加|增长|上升|提高|增幅|多|超"
FALLS = "减少|下降|降低|降幅|压减|减幅|少|节约"
CHANGE = re.compile(
    r"^(?P<before>.*?)(?:各|均|共|实际|分别|相应)?(?P<word>超预算|超支|增加|增长|上升|提高|增幅|减少|减幅|下降|降低|降幅|压减|增支|减支)(?:了|额|额为|率|率为|为|达|达到|金额)?$"
)
AGAINST = re.compile(
    r"(?:与|比|较|和|同)(?P<base>(?:20\d\d年度?|上年度?|去年|上一年度?|年初预算数?|预算数?|全年预算数?)(?:同期|决算数?|执行数|预算数?|年初预算数?)?)(?:相比|对比|比较)?(?:，)?"
)
PRIOR = re.compile(r"^(?:20\d\d年度?|上年度?|去年|上一年度?)(?:同期|决算数?)?$")

SHARE = re.compile(r"占(?P<whole>[^，。；]{0,30}?)(?:的)?(?:比例|比重|比)?(?:为)?$")
COMPLETED = re.compile(
    r"^(?P<label>.*?)(?:(?:完成|占)(?P<base>年初|全年|调整后?)?预算数?的|完成(?P<plain>年初|全年|调整后?)?预算数?)$"
)
COMPLETION = re.compile(
    r"^(?P<label>.*?)(?P<base>年初|全年|调整后?)?(?:预算)?(?:支出)?(?P<word>完成率|执行率)(?:为|达|达到|是)?$"
)

ABOUT = re.compile(r"(?:约|近|大约|左右|预计|不足|超过|超|逾|不低于|不超过|不少于|不高于|至少|最多|达到|突破)$")
"""Before a figure: an approximation or a bound, which is not the figure itself."""
BOUNDED = re.compile(r"^(?:[（\ue000]含[）\ue001])?(?:及)?(?:以上|以下|以内|之内|之间|左右|多|余|起|内)")
"""Behind a figure: the same."""

OF_ANOTHER = re.compile(r"(?:的|全区|全市|全县|全省|本级|本单位|我单位|本部门)$")
"""What may stand before a name that was said without it: whatever else stands there may make another thing of it."""
UNIT_FIELDS: tuple[tuple[str, str], ...] = (
    (r"(?:核定|批准)?(?:人员|事业|机关|行政)?编制(?:人数|数)?(?:共|为)?|编制人员", "establishment"),
    (
        r"(?:现有|实有|共有|有|年末){0,2}(?:在职|在编|在岗|在职在编|在职编制|在编在职|实有在职在编)(?:人员|职工|人数|干部)(?:人数)?|实有在职(?:在编|编制)?人员",
        "in_service",
    ),
    (r"政府雇员(?:人数)?", "government_employees"),
    (r"(?:临聘|编外|临时聘用|临时|编外聘用)(?:人员|人数)", "temporary_staff"),
    (r"(?:离退休|退休)(?:人员|人数)", "retired"),
)
"""People of the unit: a whole lead (without what may stand before it) and its field."""
MONEY_FIELDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        r"收[、，]?支(?:决算)?总计|收入支出(?:决算)?总计|收入(?:总计)?[、和与]支出总计",
        ("total_income", "total_expenditure"),
    ),
    (r"(?:本年)?收入总计", ("total_income",)),
    (r"(?:本年)?支出总计", ("total_expenditure",)),
    (r"本年收入(?:合计)?|收入合计", ("income",)),
    (
        r"政府采购(?:支出)?(?:总额|金额|总金额)|政府采购支出(?:总额|合计)?|政府采购金额（以合同签订为准）",
        ("procurement_actual",),
    ),
    (r"(?:年末)?固定资产总额", ("fixed_assets",)),
    (r"政府采购预算(?:总额|金额|总金额)?", ("procurement_budget",)),
)
TOTALS = re.compile(r"(?:本年|全年|年度|部门整体|整体|部门)?(?:预算)?支出(?:合计)?|总支出|支出合计")
"""Names of the spending as a whole, where no other thing is named."""
CARS = re.compile(
    r"(?:年末|年底|期末)?(?:共有|拥有|共有公务|公务用车保有|保有|实有|共)?(?:公务用车|公务车辆|车辆|公车)(?:保有量|数量)?(?:为|共|共计)?|.{0,24}共有(?:车辆|公务用车|公务车辆)"
)

THREE: tuple[tuple[str, str], ...] = (
    (r"“?三公”?经费.*", "three_public_total"),
    (r"因公出国（境）(?:费用?|经费)?", "abroad"),
    (r"公务用车购置费?(?:及|和)运行(?:维护)?费?用?", "cars_together"),
    (r"公务用车购置费?用?", "car_purchase"),
    (r"公务用车运行(?:维护)?费?用?", "car_running"),
    (r"公务接待费?用?", "reception"),
)
LEVELS = {"基本支出": "basic", "项目支出": "project"}
ITEM = re.compile(r"(?:项目|专项|工程|经费|资金|费|费用|采购|改造|升级|建设|维护|服务|补助|补贴|奖金|设备|系统)$")
COMPONENT = re.compile(
    r"(?:工资福利支出|商品和服务支出|对个人和家庭的补助(?:支出)?|资本性支出|人员经费|公用经费|人员支出|公用支出|公用经费支出|人员经费支出|\ue000[类款项]\ue001)$"
)
PART = re.compile(r"(?:支出|工作|活动|设计|规划|租赁|整治|培训|工资|公积金|保险|保险费|购置)$")
"""Besides those of `ITEM` and `COMPONENT`, what the name of a part of the spending ends with."""
COUNTED = re.compile(r"(?:项目|专项|工程|经费)")
NOT_A_LINE = re.compile(
    r"机关运行经费|^政府采购|政府采购项目$|中小企业|小微企业|收入(?:预算)?(?:合计|总计)?$|^“?三公|^收[、，]?支|拨款$|结转|结余|贷款$|债券$|公司$"
    r"|(?:级|上级|财政|财政性|自筹|配套|其他|补助)资金$|^(?:本年|上年|当年|年初|年末|已|未|尚|待|第|全部|剩余|累计|平均)|季度|\d月|(?:区|县|市|镇|乡|街道|村)$"
)
"""What has a name and is no line of the budget."""
NOT_A_NAME = re.compile(
    r"[，。；：“]|主要|原因|比|较|相比|由于|因为|增加|减少|完成|涉及|其中|用于|要求|以上|以下|不超过|投资|争取|拨付|签订|中标(?!金额)|合同(?!金额)|占|平均|人均|每|标准|预计|计划"
)
WITHOUT_BUDGET = re.compile(
    r"年初未(?:批示|批复|安排|列入|编列|纳入|申报)?(?:列)?预算|未纳入年初预算|未列入年初预算|没有年初预算|无年初预算"
)
SCORED = re.compile(r"^.{0,20}?自评(?:综合)?(?:总分|得分|总得分|评分|分数)(?:为|是)?$")
ADDED = re.compile(r"另(?:外)?(?:增加|追加|新增)")
