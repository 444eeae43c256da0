"""The second catalogue of norms: by its numbers, the rules each became; for the others the norm under which docs/norms-not-encoded says why not."""

from __future__ import annotations

RULES = """
CN-MTG-214-BUD meeting-within-budget
CN-MTG-214-DAYS meeting-days
CN-MTG-214-PEOPLE meeting-people
HEN-MTG-2016-RATE meeting-rate
FJ-MTG-RATE meeting-rate
CN-TRN-540-LECT central-lecture-fee
HN-TRN-2018-20-OWN own-staff-lecture-fee
HN-TRN-2018-20-ALLOW paid-training-no-allowance
CN-TRV-2014-LODGE central-lodging-limit
CN-TRV-531-MEAL central-meal-allowance
CN-TRV-531-CITY central-city-transport
HN-TRV-2014-15-APPR travel-approved
CN-ABR-516-DAYS abroad-allowance-days
CN-ABR-516-FED abroad-hosted-no-allowance
CN-ABR-516-CITY abroad-cities-in-plan
CN-REC-LIST reception-list-kept reception-official-letter
CN-CASH-1000 cash-above-limit
CN-CASH-SIT cash-income-deposited
CN-AST-27-PRN central-office-machine-price
CN-AST-27-COPY central-office-machine-price
CN-AST-27-MFP central-office-machine-price
ZJ-AST-37-LIFE scrapped-at-minimum-life
CN-OPS-023-LEASE office-not-let office-rented-with-approval
CN-HALL-005 no-reception-building
CN-HALL-010 office-building-approved
CN-HALL-013 office-building-money
CN-HALL-028 office-repair-approved
CN-CAR-025-BORROW cars-not-borrowed
HN-CAR-SUB transport-subsidy-within-limit
CN-CAR-SUB-130 transport-subsidy-within-limit
CN-GP-018-CENTRAL central-catalogue-agent
CN-GP-010-IMPORT imported-goods-approved
CN-GP-031-SOLE10 single-source-within-tenth
CN-GP-038-SOLEPUB single-source-announced
CN-GP-031-DOC5 tender-document-five-workdays
CN-GP-035-20D tender-open-twenty-days
CN-GP-214-NEG10 consultation-open-ten-days
CN-GP-033-BIDBOND bid-bond-within-limit bonds-not-in-cash
CN-GP-033-RETURN bid-bond-returned
CN-GP-048-PERF performance-bond-within-tenth bonds-not-in-cash
CN-GP-043-AWARD supplier-chosen-in-time award-notified-in-time
CN-GP-036-THREE three-valid-bids
CN-GP-029-PLAN procurement-plan-filed
CN-GP-030-BUDPUB budget-told-to-bidders
CN-GP-045-ACCEPT accepted-before-final-payment
CN-GP-053-REPLY challenge-answered-in-time
CN-SME-19-PRICE small-bidder-price-deduction
CN-SME-012-AUDIT settlement-not-by-audit
CN-SME-013-DEPOSIT works-deposits-allowed
JX-GP-2020 open-tender-threshold procedure-at-limit
HB-GP-2025 open-tender-retold-threshold procedure-at-retold-limit
JS-GP-2023 open-tender-retold-threshold procedure-at-retold-limit
SC-GP-2020 open-tender-retold-threshold procedure-at-retold-limit
HEN-GP-2020 open-tender-retold-threshold procedure-at-retold-limit
GZ-GP-2020 open-tender-threshold
GD-GP-2018 procedure-at-limit
SD-GP-2019 open-tender-retold-threshold procedure-at-retold-limit
SN-GP-2019 open-tender-retold-threshold
SH-GP-2019 open-tender-retold-threshold
CN-WKS-183-80 progress-payment-at-least-eighty
CN-WKS-3PCT retention-within-three-percent
CN-WKS-183-RETURN overpaid-progress-returned
CN-BID-026 works-bid-bond-within-limit
CN-BID-058 performance-bond-within-tenth
CN-BID-016-5D works-document-five-days
CN-BID-054-3D candidates-announced-three-days
CN-NMG-024 labour-cost-monthly
CN-INV-009-APPR approved-before-paying
CN-INV-010-CODE investment-project-code
CN-AST-031-1Y final-account-within-a-year
CN-INV-504-FEE management-fee-within-rates
CN-BUD-035-DEBT no-borrowing no-guarantees
CN-BUD-035-BOND bond-money-not-basic bond-money-on-capital
CN-BUD-054-EARLY paid-before-budget-approved
CN-BUD-058-CASH spending-of-another-year
CN-ACC-ADV receivables-settled
CN-ACC-INVOICE invoice-names-the-unit
CN-ACC-017-MATCH bank-balance-reconciled
CN-AST-019-DISP disposal-decided-and-approved
CN-AST-036-EVAL disposal-appraised
CN-AST-025-INCOME disposal-income-remitted rent-remitted
CN-AST-016-GIFT gifts-registered
CN-PAY-084 allowance-approved
CN-IIT-009 labour-tax-withheld
CN-HPF-018 housing-fund-rate
CN-SI-058 temporary-staff-insured
CN-UNI-043 union-fee-two-percent
HB-GP-EXPERT review-expert-fee
HB-GP-EXPERT-REP purchaser-no-review-fee
GD-GP-EXPERT review-expert-fee
SX-GP-EXPERT review-expert-fee
CN-GPS-102-010 staffing-not-purchased goods-and-works-not-services
CN-GPS-102-008 class-one-institution-no-purchase
CN-GPS-102-TERM service-term-three-years
CN-RUR-19-NEG transition-funds-not-basic transition-funds-on-purpose
CN-PUB-143-3G three-public-cars-add-up
CN-PUB-143-GP procurement-parts-sum procurement-sme-within-total
CN-TRE-ZERO payee-is-not-the-unit
CN-TRE-DEPOSIT no-fiscal-time-deposits
CN-FEE-003 fee-in-catalogue
CN-FEE-004 revenue-remitted
CN-FINE-004 revenue-remitted
"""

REASONS = """
HEN-MTG-2016-200 河南省省级会议费管理办法
CN-TRN-540-30D 财行〔2016〕214号、财行〔2016〕540号、财行〔2013〕531号
HN-TRN-2018-20-GRADE 湘财行〔2018〕20号附件一
HEN-TRN-NOEXTRA 河南省培训费的通知
CN-TRV-531-CLASS 财行〔2016〕214号、财行〔2016〕540号、财行〔2013〕531号
HN-TRV-2014-15-CLASS 湘财行〔2014〕15号
CN-ABR-516-LODGE 财行〔2013〕516号
CN-ABR-516-CLASS 财行〔2013〕516号
CN-REC-028-STD 各地公务接待标准、资产配置标准
XX-REC-SAMECITY 党政机关国内公务接待管理规定
CN-CARD-2011 公务交通补贴、公务卡强制结算目录
AH-AST-491 安徽 财资〔2013〕491号
CN-AST-053-STD 各地公务接待标准、资产配置标准
CN-OFF-2674-AREA 办公用房面积标准
CN-CAR-SUB-DOUBLE 公务交通补贴、公务卡强制结算目录
CN-CAR-8Y 公务用车使用满 8 年更新
CN-GP-037-REBID 政府采购法第三十七条
CN-SME-46-SMALL 财库〔2020〕46号、财库〔2022〕19号
CN-SME-46-30 财库〔2020〕46号、财库〔2022〕19号
CN-SME-19-40 财库〔2020〕46号、财库〔2022〕19号
CN-SME-017-INTEREST 保障中小企业款项支付条例（2025年）第十七条
CN-WKS-369-PRE 财建〔2004〕369号
CN-BID-029-PROV 招标投标法实施条例第二十九条
CN-BID-009-EXEMPT 招标投标法实施条例第九条
CN-NMG-032 人社部发〔2021〕65号
CN-INV-021-CHANGE 政府投资条例第二十一条
CN-BUD-040-RESERVE 预算法第四十条、财预〔2015〕15号、国办发〔2014〕70号
CN-BUD-15-AGE 财预〔2015〕15号（改变用途的结转从初次安排算起）
CN-BUD-15-FUND30 预算法第四十条、财预〔2015〕15号、国办发〔2014〕70号
CN-BUD-70-9PCT 预算法第四十条、财预〔2015〕15号、国办发〔2014〕70号
SC-DZ-FORM 达州、湖南变体和县级的自评表
HN-IDX-V2 达州、湖南变体和县级的自评表
XX-IDX-9PCT 达州、湖南变体和县级的自评表
CN-ACC-BOOKS 会计法第十六条
CS-AST-DISP-500 长沙市国有资产处置审批的通知
CN-LEAVE-003 职工带薪年休假条例
CN-EXP-128 鄂、粤、晋评审专家报酬，财科教〔2017〕128号
HB-RUR-VILLAGE 农村综合改革美丽乡村奖补
CN-RUR-19-1PCT 财农〔2021〕19号
CN-EDU-PUPIL-2023 义务教育法、学前教育法，生均公用经费，学校食堂
CN-EDU-049 义务教育法、学前教育法，生均公用经费，学校食堂
CN-EDU-069-MEAL 义务教育法、学前教育法，生均公用经费，学校食堂
XX-EDU-CANTEEN 义务教育法、学前教育法，生均公用经费，学校食堂
HN-IT-PLAN 湖南省省直单位政务信息系统项目管理办法
CS-IT-2020-SCOPE 长政办发〔2020〕7号第二条、芙蓉区办法第二条
FR-IT-2021-SCOPE 长政办发〔2020〕7号第二条、芙蓉区办法第二条
CN-PUB-143-EMPTY 财预〔2016〕143号
CN-PUB-143-8T 财预〔2016〕143号
CN-TRE-76-1Y 财库〔2017〕76号
"""
