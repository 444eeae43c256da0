"""Sentences as units write them, each with what the grammar makes of every figure in it: a field, a claim, or nothing.

"unread" is a right answer: a figure that nobody can place is no defect, one that is placed wrong is. A ? marks what has to be confirmed.
"""

from __future__ import annotations

import re

import pytest
from conftest import BOOK
from prose_tools import document, read, told

from checker.intake.reading import Reading

FINAL = "2024年度部门决算"
PLAN = "2025年部门预算"
EVALUATION = "2024年度部门整体支出绩效自评报告"
# fmt: off
SENTENCES = [
    ("income and spending, with a rise", FINAL, ("某局2024年度收、支总计均为3,052.34万元。与上年度相比，收、支总计各增加56.95万元，增长1.90%。",),
     {"3,052.34万元": "unit.total_expenditure & unit.total_income", "56.95万元": "operand", "1.90%": "growth(unit.total_income, =2995.39万元)"}),
    ("income by kind, with shares", FINAL, ("本年收入合计2946.25万元，其中：财政拨款收入2940.05万元，占99.79%；其他收入6.2万元，占0.21%。",),
     {"2946.25万元": "sum(2940.05万元, 6.2万元) & unit.income", "2940.05万元": "operand", "99.79%": "ratio(2940.05万元, unit.income)", "6.2万元": "operand", "0.21%": "ratio(6.2万元, unit.income)"}),
    ("spending by level, with shares", FINAL, ("本年支出合计2940.05万元，其中：基本支出2336.91万元，占79.49%；项目支出603.14万元，占20.51%。",),
     {"2940.05万元": "sum(基本支出.actual, 项目支出.actual) & 总支出.actual", "2336.91万元": "基本支出.actual", "79.49%": "ratio(基本支出.actual, 总支出.actual)", "603.14万元": "项目支出.actual", "20.51%": "ratio(项目支出.actual, 总支出.actual)"}),
    ("spending by level that does not add up", FINAL, ("本年支出合计2940.05万元，其中：基本支出2336.91万元，占79.49%；项目支出604.14万元，占20.51%。",),
     {"2940.05万元": "sum(基本支出.actual, 项目支出.actual) & 总支出.actual?", "2336.91万元": "基本支出.actual?", "79.49%": "ratio(基本支出.actual, 总支出.actual)", "604.14万元": "项目支出.actual?", "20.51%": "ratio(项目支出.actual, 总支出.actual)"}),
    ("a total of one fund that falls", FINAL, ("财政拨款收、支总计均为2961.68万元。与2023年度相比，财政拨款收、支总计各减少63.14万元，下降2.09%。",),
     {"2961.68万元": "operand", "63.14万元": "operand", "2.09%": "growth(2961.68万元, =3024.82万元)"}),
    ("a fund whose share has no whole", FINAL, ("一般公共预算财政拨款支出2940.05万元，占本年支出合计的100.00%。与2023年度相比，一般公共预算财政拨款支出减少63.14万元，下降2.10%。",),
     {"2940.05万元": "operand", "100.00%": "unread", "63.14万元": "operand", "2.10%": "growth(2940.05万元, =3003.19万元)"}),
    ("a fund as a share of what was said before", FINAL, ("本年支出合计2940.05万元。", "一般公共预算财政拨款支出2940.05万元，占本年支出合计的100.00%。"),
     {"2940.05万元": ["总支出.actual", "operand"], "100.00%": "ratio(2940.05万元, 总支出.actual)"}),
    ("a fund: budget, account, rate", FINAL, ("一般公共预算财政拨款支出年初预算为2993.92万元，支出决算为2940.05万元，完成年初预算的98.20%。决算数小于年初预算数的主要原因是压减一般性支出。",),
     {"2993.92万元": "一般公共预算财政拨款支出.initial_budget", "2940.05万元": "一般公共预算财政拨款支出.actual", "98.20%": "ratio(一般公共预算财政拨款支出.actual, 一般公共预算财政拨款支出.initial_budget)"}),
    ("an item of the accounts, numbered", FINAL, ("1、一般公共服务支出（类）财政事务（款）行政运行（项）。主要用于：人员经费。年初预算为1560.05万元，支出决算为1511.89万元，完成年初预算的96.91%。",),
     {"1560.05万元": "一般公共服务支出（类）财政事务（款）行政运行（项）.initial_budget", "1511.89万元": "一般公共服务支出（类）财政事务（款）行政运行（项）.actual", "96.91%": "ratio(一般公共服务支出（类）财政事务（款）行政运行（项）.actual, 一般公共服务支出（类）财政事务（款）行政运行（项）.initial_budget)"}),
    ("an item of the accounts without copulas", FINAL, ("2.卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。年初预算62.29万元，支出决算60.99万元，决算数小于预算数的主要原因是人员减少。",),
     {"62.29万元": "卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）.initial_budget", "60.99万元": "卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）.actual"}),
    ("spending on staff and running, with lists of names", FINAL, ("一般公共预算财政拨款基本支出2336.91万元。其中：人员经费2152.26万元，主要包括：基本工资、津贴补贴；公用经费184.65万元，主要包括：办公费、印刷费。",),
     {"2336.91万元": "sum(2152.26万元, 184.65万元)", "2152.26万元": "operand", "184.65万元": "operand"}),
    ("the three public expenses with rates", FINAL, ("“三公”经费财政拨款支出年初预算为5.00万元，支出决算为3.20万元，完成预算的64%，其中：因公出国（境）费决算为0.00万元；公务用车购置及运行维护费支出决算为2.00万元，完成预算的66.67%；公务接待费支出决算为1.20万元，完成预算的60%。",),
     {"5.00万元": "three_public_total.budget", "3.20万元": "sum(abroad.actual, cars_together.actual, reception.actual) & three_public_total.actual", "64%": "ratio(three_public_total.actual, three_public_total.budget)", "0.00万元": "abroad.actual", "2.00万元": "cars_together.actual", "66.67%": "ratio(cars_together.actual, cars_together.budget)", "1.20万元": "reception.actual", "60%": "ratio(reception.actual, reception.budget)"}),
    ("the three public expenses against last year", FINAL, ("2024年度“三公”经费财政拨款支出决算为3.20万元，比2023年度减少0.80万元，下降20%。",),
     {"3.20万元": "three_public_total.actual", "0.80万元": "difference(three_public_total.actual, -three_public_total.prior_actual)", "20%": "growth(three_public_total.actual, three_public_total.prior_actual)"}),
    ("receptions and guests", FINAL, ("公务接待费支出决算为1.20万元。国内公务接待12批次、96人次。",),
     {"1.20万元": "reception.actual", "12批次": "reception.batches", "96人次": "reception.persons"}),
    ("delegations and travellers", FINAL, ("因公出国（境）费支出决算为8.5万元，全年安排因公出国（境）团组2个，累计5人次。",),
     {"8.5万元": "abroad.actual", "2个": "abroad.batches", "5人次": "abroad.persons"}),
    ("running costs that rose", FINAL, ("机关运行经费支出184.65万元，比2023年度增加2.55万元，增长1.40%。",),
     {"184.65万元": "operand", "2.55万元": "operand", "1.40%": "growth(184.65万元, =182.10万元)"}),
    ("procurement by category", FINAL, ("某局2024年度政府采购支出总额251.26万元，其中：政府采购货物支出4.79万元、政府采购工程支出0万元、政府采购服务支出246.47万元。",),
     {"251.26万元": "sum(4.79万元, 0万元, 246.47万元) & unit.procurement_actual", "4.79万元": "operand", "0万元": "operand", "246.47万元": "operand"}),
    ("procurement from small companies", FINAL, ("政府采购支出总额251.26万元，授予中小企业合同金额246.47万元，占政府采购支出总额的98.09%，其中：授予小微企业合同金额100万元，占政府采购支出总额的39.80%。",),
     {"251.26万元": "unit.procurement_actual", "246.47万元": "operand", "98.09%": "ratio(246.47万元, unit.procurement_actual)", "100万元": "operand", "39.80%": "ratio(100万元, unit.procurement_actual)"}),
    ("cars by purpose, and a threshold", FINAL, ("截至2024年12月31日，某局共有车辆5辆，其中：部级领导干部用车0辆、执法执勤用车3辆、其他用车2辆。单价100万元（含）以上设备（不含车辆）2台（套）。",),
     {"5辆": "sum(0辆, 3辆, 2辆) & unit.cars", "0辆": "operand", "3辆": "operand", "2辆": "operand", "2台": "unread"}),
    ("objectives of projects", FINAL, ("编报绩效目标的2024年度项目4个，涉及预算金额598.42万元，平均得分99.43分。",),
     {"4个": "unread", "598.42万元": "unread", "99.43分": "unread"}),
    ("receptions told as groups received are no delegations", FINAL, ("公务接待费支出决算为3.50万元，全年共接待来访团组42个、来宾350人次。",),
     {"3.50万元": "reception.actual", "42个": "reception.batches", "350人次": "reception.persons"}),
    ("groups of which nobody says whether they came or went", FINAL, ("全年团组3个，累计12人次。",),
     {"3个": "unread", "12人次": "unread"}),
    ("as budgeted, and then against last year", FINAL, ("公务接待费支出预算为8.00万元，支出决算为8.00万元，决算数与预算数持平，与上年相比增加0.50万元，增长6.67%。",),
     {"8.00万元": ["reception.budget", "reception.actual"], "0.50万元": "difference(reception.actual, -reception.prior_actual)", "6.67%": "growth(reception.actual, reception.prior_actual)"}),
    ("what one fund carried over is not the unit's", FINAL, ("政府性基金预算财政拨款收入50.00万元；年初结转和结余3万元；支出51.00万元，其中基本支出1万元，项目支出50.00万元；年末结转和结余2万元。",),
     {"50.00万元": ["unread", "operand"], "3万元": "unread", "51.00万元": "sum(1万元, 50.00万元)", "1万元": "operand", "2万元": "unread"}),
    ("money appropriated, budget and account", FINAL, ("2024年度财政拨款支出年初预算数为1,050.00万元，支出决算数为1,110.36万元，完成年初预算的105.75%，其中：",),
     {"1,050.00万元": "财政拨款支出.initial_budget", "1,110.36万元": "财政拨款支出.actual", "105.75%": "ratio(财政拨款支出.actual, 财政拨款支出.initial_budget)"}),
    ("parts of one fund are not those of all money", FINAL, ("本年支出合计8,450.00万元，其中：基本支出6,000.00万元，项目支出2,450.00万元。", "一般公共预算财政拨款支出年初预算为8,000.00万元，支出决算为8,300.00万元，完成年初预算的103.75%。其中：基本支出6,000.00万元，项目支出2,300.00万元。"),
     {"8,450.00万元": "sum(基本支出.actual, 项目支出.actual) & 总支出.actual", "6,000.00万元": ["基本支出.actual", "operand"], "2,450.00万元": "项目支出.actual", "8,000.00万元": "一般公共预算财政拨款支出.initial_budget", "8,300.00万元": "sum(6,000.00万元, 2,300.00万元) & 一般公共预算财政拨款支出.actual", "103.75%": "ratio(一般公共预算财政拨款支出.actual, 一般公共预算财政拨款支出.initial_budget)", "2,300.00万元": "operand"}),
    ("the three public expenses against the budget of the whole year", FINAL, ("“三公”经费财政拨款支出全年预算为30.00万元，支出决算为25.00万元，完成全年预算的83.33%。", "公务接待费支出全年预算为10.00万元，支出决算为7.00万元，完成全年预算的70%。"),
     {"30.00万元": "three_public_total.budget", "25.00万元": "three_public_total.actual", "83.33%": "ratio(three_public_total.actual, three_public_total.budget)", "10.00万元": "reception.budget", "7.00万元": "reception.actual", "70%": "ratio(reception.actual, reception.budget)"}),
    ("a rate without 的, and cars kept", FINAL, ("公务接待费支出决算7万元，完成预算70%。截至2024年12月31日，单位共有公务用车6辆。",),
     {"7万元": "reception.actual", "70%": "ratio(reception.actual, reception.budget)", "6辆": "unit.cars"}),
    ("carry-over", FINAL, ("年初结转和结余49.14万元，年末结转和结余55.34万元。",),
     {"49.14万元": "总支出.carry_in", "55.34万元": "总支出.carry_out"}),
    ("another year", FINAL, ("2023年度支出决算为1200万元。",),
     {"1200万元": "unread"}),
    ("income planned, by kind", PLAN, ("2025年收入预算37,151.47万元，其中：财政拨款收入37,151.47万元，事业收入0万元，其他收入0万元。",),
     {"37,151.47万元": ["sum(37,151.47万元, 0万元, 0万元)", "operand"], "0万元": ["operand", "operand"]}),
    ("the three public expenses planned", PLAN, ("2025年“三公”经费预算数为1.00万元，与2024年预算持平。",),
     {"1.00万元": "three_public_total.budget"}),
    ("two expenses planned in one sentence", PLAN, ("因公出国（境）费预算222.5万元，公务接待费预算427.5万元。",),
     {"222.5万元": "abroad.budget", "427.5万元": "reception.budget"}),
    ("procurement planned", PLAN, ("2025年度政府采购预算38.20万元，其中：货物7.80万元、工程0万元、服务30.40万元。",),
     {"38.20万元": "sum(7.80万元, 0万元, 30.40万元) & unit.procurement_budget", "7.80万元": "operand", "0万元": "operand", "30.40万元": "operand"}),
    ("running costs planned, against last year", PLAN, ("基本支出预算数为7666.68万元。与上年相比增加844.15万元，增长12.37%。",),
     {"7666.68万元": "基本支出.initial_budget", "844.15万元": "difference(基本支出.initial_budget, -基本支出.prior_budget)", "12.37%": "growth(基本支出.initial_budget, 基本支出.prior_budget)"}),
    ("projects planned, as last year", PLAN, ("项目支出预算数为5853.96万元。与上年持平。",),
     {"5853.96万元": "项目支出.initial_budget"}),
    ("initial and adjusted budget, spent, rate", EVALUATION, ("全年基本支出年初预算为300万元，调整预算为320万元，实际支出310.5万元，预算完成率97.03%。",),
     {"300万元": "基本支出.initial_budget", "320万元": "基本支出.adjusted_budget", "310.5万元": "基本支出.actual", "97.03%": "ratio(基本支出.actual, 基本支出.adjusted_budget)"}),
    ("a rate beside two budgets that nobody placed", EVALUATION, ("2024年年初预算1860万元，调整预算2110.5万元，全年实际支出2058.36万元，预算执行率97.53%。",),
     {"1860万元": "unread", "2110.5万元": "unread", "2058.36万元": "总支出.actual", "97.53%": "unread"}),
    ("projects and their parts", EVALUATION, ("项目支出年初预算500万元，实际支出480万元，其中：档案数字化项目300万元、网络租赁费180万元。",),
     {"500万元": "项目支出.initial_budget", "480万元": "sum(档案数字化项目.actual, 网络租赁费.actual) & 项目支出.actual", "300万元": "档案数字化项目.actual", "180万元": "网络租赁费.actual"}),
    ("projects and parts that do not add up", EVALUATION, ("项目支出年初预算500万元，实际支出480万元，其中：档案数字化项目300万元、网络租赁费190万元。",),
     {"500万元": "项目支出.initial_budget", "480万元": "sum(档案数字化项目.actual, 网络租赁费.actual) & 项目支出.actual?", "300万元": "档案数字化项目.actual?", "190万元": "网络租赁费.actual?"}),
    ("a project with a rate", EVALUATION, ("档案数字化项目年初预算300万元，实际支出295.5万元，完成率98.50%。",),
     {"300万元": "档案数字化项目.initial_budget", "295.5万元": "档案数字化项目.actual", "98.50%": "ratio(档案数字化项目.actual, 档案数字化项目.initial_budget)"}),
    ("a purpose behind the amount", EVALUATION, ("信访维稳经费预算30万元用于信访接待，实际支出28万元。",),
     {"30万元": "信访维稳经费.initial_budget", "28万元": "信访维稳经费.actual"}),
    ("about so many, and tens of thousands", EVALUATION, ("本年度共接待群众80余万人，其中网上信访8万件。",),
     {"80余万人": "unread", "8万件": "unread"}),
    ("thresholds of a procedure", EVALUATION, ("单价200万元以内的项目由中心审核，超过200万元的项目报局长审批。",),
     {}),
    ("people of the unit", EVALUATION, ("现有在职人员45人，退休人员12人，临聘人员3名。",),
     {"45人": "unit.in_service", "12人": "unit.retired", "3名": "unit.temporary_staff"}),
    ("people fewer than last year", EVALUATION, ("在职人员较上年减少3人。",),
     {"3人": "difference(unit.in_service, -unit.prior_in_service)"}),
    ("numerals and an approximation", EVALUATION, ("全年接待群众三百人次，投入资金约50万元。",),
     {"三百人次": "unread", "50万元": "unread"}),
    ("a range", EVALUATION, ("项目资金30-50万元不等。",),
     {"30-50万元": "unread"}),
    ("a bound of a rate", EVALUATION, ("预算执行率不低于95%。",),
     {"95%": "unread"}),
    ("a fall with nothing before it", EVALUATION, ("公用经费支出比上年下降5.2%。",),
     {"5.2%": "unread"}),
    ("more than the budget, in a difference", EVALUATION, ("基本支出决算数263.01万元，比预算数增加18.43万元。",),
     {"263.01万元": "基本支出.actual", "18.43万元": "difference(基本支出.actual, -基本支出.initial_budget)"}),
    ("three sources of money", EVALUATION, ("年初结转20万元，上级补助30万元，本级财政安排50万元。",),
     {"20万元": "unread", "30万元": "unread", "50万元": "unread"}),
    ("money sent and received", EVALUATION, ("区财政局下达资金100万元，实际到位80万元。",),
     {"100万元": "unread", "80万元": "unread"}),
    ("an amount in brackets", EVALUATION, ("本年度项目支出预算621万元（不含上年结转20万元），实际支出600万元。",),
     {"621万元": "项目支出.initial_budget", "20万元": "unread", "600万元": "项目支出.actual"}),
    ("an investment and payments", EVALUATION, ("总投资1200万元，已支付800万元。",),
     {"1200万元": "unread", "800万元": "unread"}),
    ("the three public expenses in an evaluation", EVALUATION, ("“三公”经费预算10万元，实际支出8万元，完成率80%。",),
     {"10万元": "three_public_total.budget", "8万元": "three_public_total.actual", "80%": "ratio(three_public_total.actual, three_public_total.budget)"}),
    ("the unit as a whole", EVALUATION, ("部门整体支出年初预算1000万元，实际支出990万元，预算执行率99%。",),
     {"1000万元": "总支出.initial_budget", "990万元": "总支出.actual", "99%": "ratio(总支出.actual, 总支出.initial_budget)"}),
    ("spending without a name", EVALUATION, ("本年度支出预算1000万元，实际支出990万元。",),
     {"1000万元": "总支出.initial_budget", "990万元": "总支出.actual"}),
    ("a kind of cost that is no project", EVALUATION, ("培训费支出年初预算3万元，决算2.5万元。",),
     {"3万元": "unread", "2.5万元": "unread"}),
    ("two years in one sentence", EVALUATION, ("2023年基本支出实际支出300万元，2024年基本支出实际支出310万元。",),
     {"300万元": "unread", "310万元": "基本支出.actual"}),
    ("a cost per head and a standard", EVALUATION, ("人均公用经费1.5万元，标准为2万元。",),
     {"1.5万元": "unread", "2万元": "unread"}),
    ("Chinese numerals", EVALUATION, ("基本支出年初预算三百万元，实际支出310万元。",),
     {"三百万元": "基本支出.initial_budget", "310万元": "基本支出.actual"}),
    ("income of two funds", EVALUATION, ("一般公共预算拨款收入500万元，政府性基金预算拨款收入0万元。",),
     {"500万元": "unread", "0万元": "unread"}),
    ("spent less than a budget that is named again", EVALUATION, ("项目支出实际支出480万元，较年初预算500万元减少20万元，下降4%。",),
     {"480万元": "项目支出.actual", "500万元": "unread", "20万元": "unread", "4%": "unread"}),
    ("costs without a role", EVALUATION, ("设备购置费12.5万元，会议费3万元。",),
     {"12.5万元": "unread", "3万元": "unread"}),
    ("projects counted with an amount", EVALUATION, ("共实施项目8个，涉及资金1200万元。",),
     {"8个": "unread", "1200万元": "unread"}),
    ("a subsidy and whom it reached", EVALUATION, ("发放补贴资金56.8万元，惠及群众1200人。",),
     {"56.8万元": "unread", "1200人": "unread"}),
    ("rates of an investment plan", EVALUATION, ("完成投资计划的95%，资金使用率100%。",),
     {"95%": "unread", "100%": "unread"}),
    ("an establishment under other words", EVALUATION, ("该单位编制数20名，实有人数18人。",),
     {"20名": "unread", "18人": "unread"}),
    ("fixed assets", EVALUATION, ("年末固定资产总额1,234.56万元。",),
     {"1,234.56万元": "unit.fixed_assets"}),
    ("a negative budget", EVALUATION, ("项目支出预算数-5万元，实际支出0万元。",),
     {"-5万元": "unread", "0万元": "unread"}),
    ("shares of the three public expenses", FINAL, ("“三公”经费财政拨款支出决算中，因公出国（境）费支出决算0万元，占0.00%；公务用车购置及运行维护费支出决算2.00万元，占62.50%；公务接待费支出决算1.20万元，占37.50%。",),
     {"0万元": "abroad.actual", "0.00%": "unread", "2.00万元": "cars_together.actual", "62.50%": "unread", "1.20万元": "reception.actual", "37.50%": "unread"}),
    ("no expense at all", FINAL, ("2024年度无“三公”经费财政拨款支出。",),
     {}),
    ("accounts without a subject", FINAL, ("部门决算数为12.50万元。",),
     {"12.50万元": "unread"}),
    ("two levels in one sentence", FINAL, ("基本支出决算数120万元，项目支出决算数80万元。",),
     {"120万元": "基本支出.actual", "80万元": "项目支出.actual"}),
    ("the same figure in another paragraph", FINAL, ("本年支出合计200万元，其中：基本支出120万元，占60%；项目支出80万元，占40%。", "基本支出120万元。"),
     {"200万元": "sum(基本支出.actual, 项目支出.actual) & 总支出.actual", "120万元": ["基本支出.actual", "same_as(基本支出.actual)"], "60%": "ratio(基本支出.actual, 总支出.actual)", "80万元": "项目支出.actual", "40%": "ratio(项目支出.actual, 总支出.actual)"}),
    ("a bracket between name and role", EVALUATION, ("网络租赁费（含上年结转5万元）年初预算20万元，实际支出18万元。",),
     {"5万元": "unread", "20万元": "unread", "18万元": "unread"}),
    ("parts without a total", EVALUATION, ("项目支出由两部分组成：日常事务专项100万元、信息系统维护521万元。",),
     {"100万元": "unread", "521万元": "unread"}),
    ("a numbered sentence with its year", EVALUATION, ("1. 2024年项目支出实际支出600万元。",),
     {"600万元": "项目支出.actual"}),
    ("two expenses with budget and account", EVALUATION, ("因公出国（境）费年初预算10万元，实际支出0万元；公务接待费年初预算2万元，实际支出1.5万元。",),
     {"10万元": "abroad.budget", "0万元": "abroad.actual", "2万元": "reception.budget", "1.5万元": "reception.actual"}),
    ("a price above which things count", EVALUATION, ("采购单价50万元以上的设备3台。",),
     {"3台": "unread"}),
    ("a project by source of money", EVALUATION, ("档案数字化项目预算300万元，其中省级资金100万元，市级资金200万元。",),
     {"300万元": "sum(100万元, 200万元) & 档案数字化项目.initial_budget", "100万元": "operand", "200万元": "operand"}),
    ("things counted by outcome", EVALUATION, ("全年共审核项目15个，其中通过14个，在审1个。",),
     {"15个": "sum(14个, 1个)", "14个": "operand", "1个": "operand"}),
    ("things counted by outcome that do not add up", EVALUATION, ("全年共审核项目15个，其中通过12个，在审1个。",),
     {"15个": "unread", "12个": "unread", "1个": "unread"}),
    ("establishment by kind", EVALUATION, ("人员编制20人，其中行政编制12人，事业编制8人。",),
     {"20人": "sum(12人, 8人) & unit.establishment", "12人": "operand", "8人": "operand"}),
    ("cars that do not add up", EVALUATION, ("共有车辆3辆，其中：执法执勤用车2辆、其他用车2辆。",),
     {"3辆": "sum(2辆, 2辆) & unit.cars?", "2辆": ["operand", "operand"]}),
    ("wages that look like people", EVALUATION, ("编制内在职职工工资120万元。",),
     {"120万元": "unread"}),
    ("a share of a whole that is not there", EVALUATION, ("项目支出实际支出480万元，占支出总额的61.5%。",),
     {"480万元": "项目支出.actual", "61.5%": "unread"}),
    ("planned and done investment", EVALUATION, ("本项目计划投资300万元，实际完成投资280万元。",),
     {"300万元": "unread", "280万元": "unread"}),
    ("an added budget", EVALUATION, ("项目支出年初预算500万元，追加预算50万元，实际支出540万元。",),
     {"500万元": "项目支出.initial_budget", "50万元": "项目支出.added_budget", "540万元": "项目支出.actual"}),
    ("a budget of the whole year without a name", EVALUATION, ("上年结转资金20万元，全年预算520万元，实际支出510万元。",),
     {"20万元": "unread", "520万元": "unread", "510万元": "unread"}),
    ("against last year, with a rate", EVALUATION, ("基本支出实际支出310.5万元，比上年增加10.5万元，增长3.5%。",),
     {"310.5万元": "基本支出.actual", "10.5万元": "difference(基本支出.actual, -基本支出.prior_actual)", "3.5%": "growth(基本支出.actual, 基本支出.prior_actual)"}),
    ("full-width digits", EVALUATION, ("项目支出年初预算５００万元，实际支出４８０万元。",),
     {"５００万元": "项目支出.initial_budget", "４８０万元": "项目支出.actual"}),
    ("a budget of this year and what was carried over", EVALUATION, ("项目支出年初预算500万元，其中：本年预算480万元，上年结转20万元。",),
     {"500万元": "sum(480万元, 20万元) & 项目支出.initial_budget", "480万元": "operand", "20万元": "operand"}),
    ("parts by source of money", EVALUATION, ("项目支出实际支出480万元，其中：财政拨款400万元，其他资金80万元。",),
     {"480万元": "sum(400万元, 80万元) & 项目支出.actual", "400万元": "operand", "80万元": "operand"}),
    ("parts by quarter", EVALUATION, ("项目支出实际支出480万元，其中：一季度200万元，二季度280万元。",),
     {"480万元": "sum(200万元, 280万元) & 项目支出.actual", "200万元": "operand", "280万元": "operand"}),
    ("parts that are paid and not", EVALUATION, ("项目支出实际支出480万元，其中：已支付300万元，未支付180万元。",),
     {"480万元": "sum(300万元, 180万元) & 项目支出.actual", "300万元": "operand", "180万元": "operand"}),
    ("parts by district", EVALUATION, ("项目支出实际支出480万元，其中：望城区300万元，岳麓区180万元。",),
     {"480万元": "sum(300万元, 180万元) & 项目支出.actual", "300万元": "operand", "180万元": "operand"}),
    ("projects by economic class", EVALUATION, ("项目支出实际支出480万元，其中：工资福利支出100万元、商品和服务支出380万元。",),
     {"480万元": "sum(工资福利支出.actual, 商品和服务支出.actual) & 项目支出.actual", "100万元": "工资福利支出.actual", "380万元": "商品和服务支出.actual"}),
    ("a rise with its parts", EVALUATION, ("项目支出实际支出480万元，比上年增加20万元，其中：设备购置增加15万元，维修增加5万元。",),
     {"480万元": "项目支出.actual", "20万元": "difference(项目支出.actual, -项目支出.prior_actual)", "15万元": "unread", "5万元": "unread"}),
    ("spending of a whole sector", EVALUATION, ("我局负责的全区教育支出预算10亿元，实际支出9亿元。",),
     {"10亿元": "unread", "9亿元": "unread"}),
    ("spending of a county", EVALUATION, ("全县一般公共预算支出完成50.2亿元，比上年增长5%。",),
     {"50.2亿元": "unread", "5%": "unread"}),
    ("a subsidy with a budget", EVALUATION, ("补助资金年初预算100万元，实际支出90万元。",),
     {"100万元": "unread", "90万元": "unread"}),
    ("projects of last year", EVALUATION, ("上年度项目支出年初预算500万元，实际支出480万元。",),
     {"500万元": "unread", "480万元": "unread"}),
    ("a part with a share and a rise", EVALUATION, ("基本支出实际支出300万元，其中在职人员工资福利支出250万元，占83.33%，比上年增加5万元。",),
     {"300万元": "基本支出.actual", "250万元": "在职人员工资福利支出.actual?", "83.33%": "ratio(在职人员工资福利支出.actual, 基本支出.actual)", "5万元": "difference(在职人员工资福利支出.actual, -在职人员工资福利支出.prior_actual)"}),
    ("parts with a rate between them", EVALUATION, ("项目支出年初预算500万元，实际支出480万元，其中：档案整理项目300万元，完成率98%，场地租赁费180万元。",),
     {"500万元": "项目支出.initial_budget", "480万元": "sum(档案整理项目.actual, 场地租赁费.actual) & 项目支出.actual", "300万元": "档案整理项目.actual", "98%": "ratio(档案整理项目.actual, 档案整理项目.initial_budget)", "180万元": "场地租赁费.actual"}),
    ("a budget that rises", EVALUATION, ("2024年项目支出预算比2023年增加20万元。",),
     {"20万元": "unread"}),
    ("a purpose opened by of which", EVALUATION, ("项目支出预算500万元，其中用于设备购置300万元。",),
     {"500万元": "项目支出.initial_budget", "300万元": "unread"}),
    ("four figures of a project", EVALUATION, ("办公楼维修项目预算50万元，调整后预算60万元，决算数58万元，结余2万元。",),
     {"50万元": "办公楼维修项目.initial_budget", "60万元": "办公楼维修项目.adjusted_budget", "58万元": "办公楼维修项目.actual", "2万元": "unread"}),
    ("a rate of money in place", EVALUATION, ("项目资金到位率100%，实际支出480万元。",),
     {"100%": "unread", "480万元": "unread"}),
    ("money passed down", EVALUATION, ("下拨各镇街道项目支出300万元。",),
     {"300万元": "unread"}),
    ("a budget without a thing", EVALUATION, ("预算编制数500万元，批复数480万元。",),
     {"500万元": "unread", "480万元": "unread"}),
    ("levels without a role", EVALUATION, ("本单位基本支出300万元，项目支出480万元，合计780万元。",),
     {"300万元": "unread", "480万元": "unread", "780万元": "unread"}),
    ("spending of a year by level", EVALUATION, ("全年支出780万元，其中基本支出300万元，项目支出480万元。",),
     {"780万元": "sum(300万元, 480万元)", "300万元": "operand", "480万元": "operand"}),
    ("a verb before the name", EVALUATION, ("预算安排项目支出500万元，实际支出480万元，预算完成率96%。",),
     {"500万元": "unread", "480万元": "unread", "96%": "unread"}),
    ("over the budget, in a rate", EVALUATION, ("人员经费年初预算200万元，实际支出210万元，超支10万元，超支率5%。",),
     {"200万元": "人员经费.initial_budget", "210万元": "人员经费.actual", "10万元": "difference(人员经费.actual, -人员经费.initial_budget)", "5%": "growth(人员经费.actual, 人员经费.initial_budget)"}),
    ("people with kinds in brackets", EVALUATION, ("实有在职人员45人（其中：行政编制30人，事业编制15人）。",),
     {"45人": "sum(30人, 15人) & unit.in_service", "30人": "operand", "15人": "operand"}),
    ("training courses", EVALUATION, ("组织培训3期，培训人员120人次，支出12万元。",),
     {"3期": "unread", "120人次": "unread", "12万元": "unread"}),
    ("cars with a cost", EVALUATION, ("公务用车3辆，运行维护费9万元。",),
     {"3辆": "unit.cars", "9万元": "unread"}),
    ("a role that opens the sentence", EVALUATION, ("项目支出实际支出480万元。实际支出中设备购置费300万元。",),
     {"480万元": "项目支出.actual", "300万元": "unread"}),
]
# fmt: on


@pytest.mark.parametrize(
    ("title", "paragraphs", "expected"), [each[1:] for each in SENTENCES], ids=[each[0] for each in SENTENCES]
)
def test_each_figure_of_a_sentence_is_placed_as_it_is_meant_or_left_unread(title, paragraphs, expected):
    found = told(read(document(title, *paragraphs)))
    assert {text: meant for text, meant in found.items() if meant != "unit.fiscal_year"} == expected


STORY = (
    EVALUATION,
    "人员编制18人，实有在职在编人员12名，较上年度在职人员增加2人。",
    "本年度基本支出预算244.58万元，实际支出263.01万元，超预算18.43万元，增幅7.54%。其中：工资福利支出257.43万元，公用经费支出5.58万元。",
    "本年度项目支出预算600万元，一般专项2个。其中日常事务专项100万元、信息系统维护500万元。实际项目支出1000万元，其中：日常事务专项90万元、信息系统维护510万元，另增加的项目共计2个400万元，包括弱电井改造、网闸购置费150万元，整体规划设计采购250万元。",
    "日常事务专项100万元，完成率90%，信息系统维护500万元，实际支出510万元。",
    "“三公”经费年初预算10万元，实际支出8万元，其中：因公出国（境）费0万元，公务接待费8万元。",
    "全年审核项目15个，其中通过14个，在审1个。",
)


def statuses(reading: Reading):
    found = {}
    for proposal in reading.understood.proposals:
        found.setdefault(proposal.span, set()).add(proposal.status)
    for span, _ in reading.understood.context:
        found.setdefault(span, set()).add("context")
    return found


def test_every_span_has_one_status_at_most_and_every_proposal_a_span_and_a_fact():
    for name, title, paragraphs, _ in SENTENCES:
        reading = read(document(title, *paragraphs))
        assert {span: given for span, given in statuses(reading).items() if len(given) > 1} == {}, name
        spans = {span.id for span in reading.spans}
        facts = {fact.key: fact for fact in reading.understood.facts}
        for proposal in reading.understood.proposals:
            assert proposal.span in spans, name
            assert proposal.field in BOOK.vocabulary.entities[facts[proposal.fact].entity].fields, name
            assert proposal.evidence, name


def test_the_same_text_is_understood_the_same_way():
    assert read(document(*STORY)) == read(document(*STORY))


def values(reading: Reading):
    """Each field with the figures that were put into it, in order."""
    facts = {fact.key: fact for fact in reading.understood.facts}
    spans = {span.id: span for span in reading.spans}
    found = {}
    for proposal in reading.understood.proposals:
        fact = facts[proposal.fact]
        if fact.entity not in ("stated_figure", "operand"):
            name = next((text for field, text, _ in fact.texts if field in ("name", "kind")), fact.key)
            found.setdefault((name, proposal.field), []).append(spans[proposal.span].value)
    return found


def test_a_changed_digit_changes_one_value():
    before = values(read(document(*STORY)))
    tried = 0
    for number, paragraph in enumerate(STORY[1:], 1):
        for match in re.finditer(r"\d", paragraph):
            digit = "7" if match[0] != "7" else "3"
            changed = paragraph[: match.start()] + digit + paragraph[match.end() :]
            after = values(read(document(*STORY[:number], changed, *STORY[number + 1 :])))
            first = {key: found[0] for key, found in after.items()}
            differ = [key for key in before if first.get(key) != before[key][0]]
            assert len(differ) <= 1, (changed, differ)
            assert set(after) == set(before), changed
            tried += 1
    assert tried >= 80


def test_without_a_paragraph_only_its_own_figures_and_those_that_cite_it_change():
    whole = read(document(*STORY))
    meant = _by_place(whole)
    for gone in range(1, len(STORY)):
        kept = [*STORY[:gone], "", *STORY[gone + 1 :]]
        rest = _by_place(read(document(*kept)))
        cited = _citing(whole, gone + 1)
        for place, said in rest.items():
            assert said == meant[place] or place in cited, (STORY[gone], place, said, meant[place])


def _by_place(reading):
    facts = {fact.key: fact for fact in reading.understood.facts}
    found = {}
    for span in reading.spans:
        said = sorted(
            facts[p.fact].entity
            + "."
            + next((t for f, t, _ in facts[p.fact].texts if f in ("name", "kind")), "")
            + "."
            + p.field
            for p in reading.understood.proposals
            if p.span == span.id
        )
        found[span.place, span.start] = said
    return found


def _citing(reading, paragraph):
    """The figures that speak of something in a paragraph: they name its figures, or a fact that stands there."""
    spans = {span.id: span for span in reading.spans}
    here = {span.id for span in reading.spans if span.place.hops == (("paragraph", paragraph),)}
    held = {p.fact for p in reading.understood.proposals if p.span in here}
    facts = {fact.key: fact for fact in reading.understood.facts}
    claims = {
        facts[fact.parent].key
        for fact in facts.values()
        if fact.entity == "operand"
        and any(text.split(".")[0] in held for field, text, _ in fact.texts if field == "path")
    }
    return {
        (spans[p.span].place, spans[p.span].start)
        for p in reading.understood.proposals
        if p.fact in held | claims or any(each.detail in here for each in p.evidence)
    }
