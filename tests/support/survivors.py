"""The changes of the built-in rules that no example notices: each is listed, with the reason why none can."""

from __future__ import annotations

REASONS = {
    "A": (
        "案例读入时核对自报数各项的数据角色，另一种汇总或没有这个条件，读得进来的案例得数相同",
        "the loader checks the roles of a claim's operands: for any case that can be read both come to the same figure",
    ),
    "D": (
        "处置原值不是负数；不是负数的，加上它已经不够，减去更不够",
        "what was disposed of is not negative, and if adding it is not enough, taking it away is not either",
    ),
    "E": (
        "人数是整数：10 人按三分之一也是 3 人，9 人、11 人两种算法的上限相同",
        "people are whole: a third of 10 allows 3 as well, and for 9 and 11 both ways allow the same",
    ),
    "F": ("个数、年度是整数，没有四舍五入，“≈”就是“=”", "counts and years are whole and never rounded: ≈ is ="),
    "G": (
        "提示线 50 万元是整数支出单位 10 万元的整倍数，少 1 分的数不是",
        "the line of 500,000 yuan is a multiple of the unit of 100,000, and one fen less is not",
    ),
    "H": (
        "末位总是 1 分、1 角、1 元……的十倍数，没有比 10 万元少 1 分的",
        "the last digit stands for a power of ten: never for one fen less than 100,000 yuan",
    ),
    "I": (
        "只有两数相等时不同，相等的两个数“≈”已经排除；金额是整分，比零大和比负一分大只差零",
        "they differ only where both figures are equal, which ≈ has excluded; amounts are whole fen: above zero and above minus one fen differ by zero alone",
    ),
    "J": (
        "按调整预算取值的情形，适用条件已经排除",
        "the condition of the rule has excluded where the adjusted budget would be taken",
    ),
    "K": (
        "记号只分零和大于零，记作 1 还是 2 一样",
        "a mark is nil or above nil: whether it is one or two is all the same",
    ),
    "L": (
        "适用条件限定只有一项，最大和最小是同一个数",
        "the condition allows one item only: its greatest and least are the same",
    ),
    "M": (
        "调整预算不知道时，右边的比较也不知道，整个条件仍是未知",
        "where the adjusted budget is not known, neither is the comparison beside it: the whole stays unknown",
    ),
    "R": (
        "金额没有写的批复，取一个没有单位花得完的数，多 1 分少 1 分一样",
        "an approval without an amount is taken for more than any unit spends; one fen more or less is all the same",
    ),
    "N": (
        "只决定点名缺哪一份材料，结论都是无法判定",
        "it only decides which paper is named as missing: the outcome is open either way",
    ),
    "P": (
        "列示的批复覆盖了的，“或”的另一半已经包含；这一半只在批复没有列全时使结论未知",
        "what listed approvals cover is met by the other side of the “or”; this side only leaves the outcome open where not all are listed",
    ),
    "V": ("同一天的批复先算哪一件，合计一样", "which paper of one day comes first changes nothing in their sum"),
    "X": (
        "只问有没有，取最早的、最晚的，记 1、记 2 都一样",
        "only whether there is one is asked: the first and the last day are there together, and one counts as well as two",
    ),
    "Z": ("金额为零的，算不算在内，合计一样", "an amount of zero adds nothing to a sum, whether it is counted or not"),
    "W": (
        "不符合的前提是批复列全了，列出的就是全部",
        "a fail requires that all approvals are listed: what is listed is all",
    ),
    "AA": (
        "没有批复增加的，适用条件要有一笔付款超出当日可用，那一笔就可能早付，这一边不单独决定结论",
        "where nothing was added, the rule applies only with a payment beyond the day's money, which is possibly too early as well: this side decides nothing alone",
    ),
    "AB": (
        "早付没有早付未知的，“或”的另一半也未知，取哪一支结论都待核",
        "where it is unknown what was paid too early, the other side of the “or” is unknown as well: either branch leaves the outcome open",
    ),
    "AJ": (
        "整万元的付款合计是整万元：超过 50 万元的至少 51 万元",
        "payments in whole ten thousands add up to whole ten thousands: above 500,000 means 510,000 at least",
    ),
    "AK": (
        "起点 1 万元是零头单位 100 元的整倍数：正好 1 万元的没有零头，已经排除",
        "the line of 10,000 yuan is a multiple of 100: exactly 10,000 has no odd sum and is excluded already",
    ),
    "AL": (
        "三公经费每一类只有一条：合计、最大、最小是同一个数",
        "each kind of the three public expenses has one line: sum, greatest and least are the same",
    ),
    "AM": (
        "条件已经要求至少有一行：缺一行的数，合计和最大的都未知",
        "the same condition asks for a line at least: where one figure is missing, neither sum nor greatest is known",
    ),
    "AC": (
        "同一个条件要求各项金额都知道：列出的就是全部",
        "the same condition asks that every amount is known: what is listed is all",
    ),
    "AE": (
        "“已知”只问限额有没有取值，多 1 分少 1 分一样",
        "known asks only whether there is a limit: one fen more or less is all the same",
    ),
    "AD": (
        "这时适用条件已经未知，要求不成立和未知，结论一样待核",
        "whether the rule applies is unknown then: a requirement that is not met and one that is unknown both leave it open",
    ),
}
EQUIVALENT = {
    **{
        ("procedure-at-limit", "适用", f"{kind}采购限额 {sign} 0.01元"): "AE"
        for kind in ("货物", "服务", "工程")
        for sign in "+-"
    },
    ("account-columns-add-up", "要求", "去掉右边的条件"): "AD",
    ("account-rows-add-up", "要求", "去掉右边的条件"): "AD",
    ("approved-before-spending", "要求", "去掉左边的条件"): "AA",
    ("approved-before-spending", "要求", "> → >="): "AA",
    ("approved-before-spending", "要求", "0元 - 0.01元"): "AA",
    ("approved-before-spending", "可能早付", "0.01元 + 0.01元"): "K",
    ("approved-before-spending", "首付日", "汇总 min → max"): "N",
    ("overrun-above-threshold", "可能调减", "-10000亿元 + 0.01元"): "R",
    ("overrun-above-threshold", "可能调减", "-10000亿元 - 0.01元"): "R",
    ("supplement-within-tenth", "待填份", "1 + 1"): "K",
    ("unbudgeted-share", "未安排支出", "去掉右边的条件"): "N",
    ("approved-before-spending", "可能早付", "总是取“否则”"): "AB",
    ("supplement-within-tenth", "除非", "汇总 listed_sum → sum"): "AC",
    ("supplement-within-tenth", "除非", "汇总 sum → max"): "X",
    ("approved-before-spending", "先付金额", "< → >"): "V",
    ("approved-before-spending", "已批增加", "> → >="): "Z",
    ("approved-before-spending", "已批增加", "0元 - 0.01元"): "Z",
    ("approved-before-spending", "当日调减", "< → <="): "Z",
    ("approved-before-spending", "当日调减", "0元 + 0.01元"): "Z",
    ("approved-before-spending", "付后才批", "汇总 listed_sum → sum"): "W",
    ("open-tender-threshold", "应急项数", "1 + 1"): "X",
    ("spending-of-another-year", "别年付款数", "1 + 1"): "X",
    ("addition-approved", "适用", "去掉右边的条件"): "N",
    ("addition-approved", "本年指标", "= → !="): "N",
    ("addition-approved", "年初可用", "去掉左边的条件"): "J",
    ("addition-approved", "要求", "- → +"): "P",
    ("addition-approved", "要求", "<= → <"): "P",
    ("assets-grow-with-purchases", "要求", "+ → -"): "D",
    ("carried-two-years", "无上年结转记号", "1 + 1"): "K",
    ("carry-over-not-negative", "无结转记号", "1 + 1"): "K",
    ("execution-rate-score", "项目执行率", "汇总 max → min"): "L",
    ("payments-within-contract", "最早往年付款日", "汇总 min → max"): "X",
    ("reception-hosts", "要求", "<= → <"): "E",
    ("reception-hosts", "要求", "陪餐分界人数 + 1"): "E",
    ("reception-hosts", "要求", "陪餐分界人数 - 1"): "E",
    ("round-sum-without-detail", "适用", "整数支出提示线 - 0.01元"): "G",
    ("round-sum-without-detail", "适用", "整数支出单位 - 0.01元"): "H",
    ("spending-never-budgeted", "确属预算外", "0元 - 0.01元"): "I",
    ("spending-never-budgeted", "待定批复", "10000亿元 + 0.01元"): "R",
    ("spending-never-budgeted", "待定批复", "10000亿元 - 0.01元"): "R",
    ("spending-never-budgeted", "待定批复额", "10000亿元 + 0.01元"): "R",
    ("spending-never-budgeted", "待定批复额", "10000亿元 - 0.01元"): "R",
    ("spending-never-budgeted", "待定调减额", "-10000亿元 + 0.01元"): "R",
    ("spending-never-budgeted", "待定调减额", "-10000亿元 - 0.01元"): "R",
    ("spending-never-budgeted", "要求", "不问“已定”"): "N",
    ("spending-never-budgeted", "要求", "去掉左边的条件"): "N",
    ("spending-over-adjusted-budget", "要求", "去掉左边的条件"): "M",
    ("opening-carry-in-agrees", "适用", "汇总 sum → max"): "AM",
    ("prior-spending-agrees", "适用", "汇总 sum → max"): "AM",
    ("prior-staff-agrees", "要求", "≈ → ="): "F",
    ("reception-per-head-outlier", "适用", "汇总 sum → max"): "AL",
    ("car-running-per-car-outlier", "适用", "汇总 sum → max"): "AL",
    ("car-running-per-car-outlier", "车均运行维护费", "汇总 max → min"): "AL",
    ("reception-per-head-outlier", "人均公务接待费", "汇总 max → min"): "AL",
    ("round-payments-share-outlier", "适用", "大额比较起点 + 0.01元"): "AJ",
    ("same-payment-in-two-units", "适用", "> → >="): "AK",
    ("same-payment-in-two-units", "适用", "小额比较起点 - 0.01元"): "AK",
    ("same-payment-in-two-years", "适用", "> → >="): "AK",
    ("same-payment-in-two-years", "适用", "小额比较起点 - 0.01元"): "AK",
    ("stated-count", "要求", "= → ≈"): "F",
    ("stated-sum", "要求", "去掉“其中”的条件"): "A",
}
