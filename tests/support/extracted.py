"""What the output formats say, read back out of each file: the facts that must be the same in every format and language.

A reader returns what its format prints, by the names of `expected`; amounts are in fen, whatever unit the format prints.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from decimal import Decimal

from checker.findings.presentation import presentation
from checker.findings.sections import KIND_NAMES
from checker.reports import Options, render

WAN = 1_000_000
MONEY = r"(-?[\d,]+(?:\.\d+)?)(万元|元| yuan)"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOTHING = {"counted above", "前面已计", ""}


def fen(text):
    """Return an amount as printed with its unit in fen; None for an empty text."""
    if not text:
        return None
    number, unit = re.fullmatch(MONEY, text).groups()
    return int(Decimal(number.replace(",", "")) * (WAN if unit == "万元" else 100))


def bare(text, lang):
    """Return an amount in fen that stands under a head naming 万元, or yuan in English; None for an empty text."""
    return int(Decimal(text.replace(",", "")) * (WAN if lang == "zh" else 100)) if text else None


def verdict_amount(text):
    """Return what a verdict says is at stake, its parts added up."""
    zh = re.findall(r"(?:更正|纠正|披露|说明|判断|不可用)，涉及 " + MONEY, text)
    en = re.findall(r"\(" + MONEY + r"\)", text)
    found = sum(fen("".join(each)) for each in (*zh, *en))
    told = re.search(r"合计涉及 " + MONEY, text) or re.search(r"; " + MONEY + " in all", text)
    assert told is None or fen("".join(told.groups())) == found, "the parts of a verdict add up to what it says in all"
    return found


def untold(title, amount, lang):
    """Return a title without the amount that it ends in, if it is the one beside it."""
    found = re.search(r"(?:，|, )" + MONEY + "$", title)
    return title[: found.start()] if found and amount and fen("".join(found.groups())) == amount else title


def expected(report, lang):
    """Return the facts of a report by the presentation, which every format is made of."""
    shown = presentation(report, lang)
    problems = [(page, problem) for page in shown.pages for problem in page.problems]
    say = lambda zh, en: zh if lang == "zh" else en  # noqa: E731
    return {
        "headline": sum(problem.amount or 0 for _, problem in problems),
        "verdicts": [page.verdict for page in shown.pages],
        "notes": [note for page in shown.pages for note in page.notes],
        "problems": [(p.no, p.kind_name, untold(p.title, p.amount, lang), p.amount or 0) for _, p in problems],
        "titles": [(p.no, p.title, p.amount or 0) for _, p in problems],
        "items": {p.no: [(i.name, i.own, i.amount) for i in p.items] for _, p in problems},
        "listed": {
            p.no: [(i.name, i.own or 0, i.amount or 0) for i in p.items] for _, p in problems if len(p.items) > 1
        },
        "counted": {
            p.no: [(i.name, i.amount or 0) for i in p.items]
            for _, p in problems
            if any(i.amount is not None for i in p.items)
            and (p.columns or (len(p.items) > 1 and any(i.own for i in p.items)))
        },
        "findings": {p.no: Counter((f.subject.name, f.own, f.amount) for f in p.group.findings) for _, p in problems},
        "papers": [(x.no, x.text, x.whom, x.problems) for page in shown.pages for x in page.papers],
        "routine": [(x.no, x.text) for page in shown.pages for x in page.routine],
        "figures": [(f.name, f.fen if f.fen is not None else f.value) for page in shown.pages for f in page.figures],
        "indicators": [(i.name, i.value, i.base) for page in shown.pages for i in page.indicators if i.value],
        "missing": [(i.name, i.missing) for page in shown.pages for i in page.indicators if i.missing],
        "agreed": [(a.title, a.places) for page in shown.pages for a in page.agreed],
        "bridge": [(b.total, [(s.label.say(lang), s.amount) for s in b.steps]) for b in report.bridges()],
        "comma": say("、", ", "),
    }


def _numbers(text):
    return tuple(int(number) for number in re.findall(r"\d+", text))


def _figure(text):
    return fen(text) if re.fullmatch(MONEY, text) else text


# ---- texts


def of_table(report, lang="zh"):
    told = render("table", report, Options(lang, papers=True, all=True, columns=100_000)).splitlines()
    told = [line for line in told if not re.match(r"\d+ 个单位：|\d+ units: ", line)]
    kinds = "|".join(map(re.escape, (name.say(lang) for name in KIND_NAMES.values())))
    problems, papers, routine, now = [], [], [], None
    for line in told:
        head = re.match(r"【(.+?)】|(To provide|Routine papers \(not mentioned\)|Every check|Rules not applied)", line)
        if head:
            now = head[1] or head[2]
        elif found := re.match(rf"( \d|\d\d+) ({kinds}) (.*)$", line):
            title, _, money = found[3].partition("  ")
            amount = 0 if money.strip() in NOTHING else fen(money.strip())
            problems.append((int(found[1]), found[2], untold(title, amount, lang), amount))
        elif found := re.match(r" ?(\d+)  (.+)(?:（| \()([^（(]+?)[）)](?:  +(?:对应问题|for) ?([\d、, ]*))?$", line):
            which = papers if now in ("需提供资料", "To provide") else routine
            which.append((int(found[1]), found[2], found[3], _numbers(found[4] or "")))
    indicators = [line[len("指标") :].strip() for line in told if line.startswith("指标  ")]
    indicators += [line[len("Indicators") :].strip() for line in told if line.startswith("Indicators  ")]
    return {
        "headline": sum(
            verdict_amount(line) for line in told if re.match(r"报告有 |\d+ 项检查出错|\d+ [a-z].*\.$", line)
        ),
        "notes": [re.sub(r"^(注意：|Note: )", "", line) for line in told if line.startswith(("注意：", "Note: "))],
        "problems": problems,
        "papers": papers,
        "routine": [entry[:2] for entry in routine],
        "indicators": [
            found for line in indicators for each in re.split("；|; ", line) if (found := _indicator(each)) is not None
        ],
    }


def _indicator(text):
    """Return name, value and base of an indicator that has a value; None for one that has none."""
    found = re.fullmatch(r"(.+?) (-?[\d,]+(?:\.\d+)?%?)(?:（(以.+为分母)）| \((of .+)\))?", text)
    return None if found is None else (found[1], found[2], found[3] or found[4] or "")


def of_markdown(report, lang="zh"):
    plain = lambda text: html.unescape(re.sub(r"\\(.)", r"\1", text)).strip()  # noqa: E731
    problems, listed, papers, routine, indicators, missing, agreed, notes = [], {}, [], [], [], [], [], []
    headline, heads, now, at = 0, [], "", 0
    lines = render("markdown", report, Options(lang)).splitlines()
    for line in lines:
        if line.startswith("#"):
            now, heads = plain(line.lstrip("# ")), []
            if line.startswith("#### "):
                no, kind, title = re.fullmatch(r"(\d+)\. (.+?) · (.+)", now).groups()
                at = int(no)
                problems.append([at, kind, title, 0])
        elif line.startswith("|"):
            cells = [plain(cell) for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            if not heads:
                heads = cells
            elif set(line) <= set("| -:"):
                continue
            elif problems and heads[0] in ("对象", "Subject"):
                cell = dict(zip(heads, cells, strict=True))
                own, amount = (cell.get(name, "") for name in _amount_heads(lang))
                listed.setdefault(at, []).append((cells[0], fen(own) or 0, fen(amount) or 0))
            elif heads[1] in ("资料", "Document"):
                routine_now = now.startswith(("例行", "Routine"))
                entry = (int(cells[0]), cells[1], cells[2], _numbers(cells[3]))
                (routine if routine_now else papers).append(entry[:2] if routine_now else entry)
        elif line.startswith(("注意：", "Note: ")):
            notes.append(plain(re.sub(r"^(注意：|Note: )", "", line)))
        elif problems and re.match(r"涉及 |[\d,.]+ yuan at stake", line):
            problems[-1][3] = fen("".join(re.search(MONEY, line).groups()))
        elif now.count(" · ") > 1:  # under the name of the unit stands its verdict
            headline += verdict_amount(plain(line))
        elif now in ("指标", "Indicators") and line.startswith("- "):
            text = plain(line[2:])
            if (found := _indicator(text)) is not None:
                indicators.append(found)
            else:
                name, _, lack = re.sub("(：缺 |: missing )", "\0", text).partition("\0")
                missing.append((name, tuple(re.split("、|, ", lack))))
        elif now in ("已核对", "Checked and met") and line.startswith("- "):
            title, places = re.match(r"(.+?) (\d+)(?:（其中.*| \(\d+ .*)?$", plain(line[2:])).groups()
            agreed.append((title, int(places)))
    return {
        "headline": headline,
        "notes": notes,
        "problems": [(no, kind, untold(title, amount, lang), amount) for no, kind, title, amount in problems],
        "listed": listed,
        "papers": papers,
        "routine": routine,
        "indicators": indicators,
        "missing": missing,
        "agreed": agreed,
    }


def _amount_heads(lang):
    return ("本项金额", "计入金额（不重复）") if lang == "zh" else ("Own amount", "Counted (no yuan twice)")


def of_csv(report, lang="zh"):
    rows = list(csv.reader(io.StringIO(render("csv", report, Options(lang)).removeprefix("\ufeff"))))
    heads = [re.sub(r"（万元）$| \(万元\)$", "", head) for head in rows[0]]
    own, amount = map(heads.index, _amount_heads(lang))
    no, kind, title, subject = 0, heads.index("定性" if lang == "zh" else "Nature"), 3, 7
    wan = lambda text: bare(text, "zh")  # noqa: E731
    findings, problems = {}, {}
    for row in rows[1:]:
        number = int(row[no])
        findings.setdefault(number, Counter())[row[subject], wan(row[own]), wan(row[amount])] += 1
        found = problems.setdefault(number, [number, row[kind], row[title], 0])
        found[3] += wan(row[amount]) or 0
    return {
        "headline": sum(each[3] for each in problems.values()),
        "problems": [(n, kind, untold(title, amount, lang), amount) for n, kind, title, amount in problems.values()],
        "findings": findings,
    }


# ---- data


def of_json(report, lang="zh"):
    found = json.loads(render("json", report, Options(lang)))
    money = lambda value: None if value is None else value["fen"]  # noqa: E731
    checks = {check["fingerprint"]: check for check in found["checks"]}
    whole = found["totals"].pop("all")["amount"]["fen"]
    assert whole == sum(money(total["amount"]) for total in found["totals"].values())
    assert whole == sum(money(check["amount"]) or 0 for check in found["checks"])
    findings = {
        p["no"]: Counter(
            (c["subject"]["name"], money(c["own"]), money(c["amount"])) for c in map(checks.get, p["checks"])
        )
        for p in found["problems"]
    }
    kinds = {kind: name.say(lang) for kind, name in KIND_NAMES.items()}
    kind = lambda p: kinds[p["outcome"] if p["outcome"] in ("undetermined", "error") else p["nature"]]  # noqa: E731
    several = len(found["cases"]) > 1
    return {
        "headline": whole,
        "notes": [note for case in found["cases"] for note in case["notes"]],
        "problems": [
            (p["no"], kind(p), untold(p["title"], money(p["amount"]), lang), money(p["amount"]) or 0)
            for p in found["problems"]
        ],
        "findings": findings,
        **(
            {}
            if several  # one document a row over all units
            else {
                "papers": [
                    (no, p["text"], p["whom"], tuple(p["problems"]))
                    for no, p in enumerate((p for p in found["papers"] if p["problems"]), 1)
                ]
            }
        ),
        "bridge": [
            (money(b["total"]), [(s["label"], money(s["amount"])) for s in b["steps"]]) for b in found["bridges"]
        ],
    }


def of_jsonl(report, lang="zh"):
    lines = map(json.loads, render("jsonl", report, Options(lang)).splitlines())
    return {"headline": sum(line["amount"]["fen"] for line in lines if line["amount"])}


def of_sarif(report, lang="zh"):
    (run,) = json.loads(render("sarif", report, Options(lang)))["runs"]
    money = lambda value: None if value is None else value["fen"]  # noqa: E731
    findings = {}
    for result in run["results"]:
        at = result["properties"]
        if at["problem"] is not None:
            entry = (at["subject"], money(at["own"]), money(at["amount"]))
            findings.setdefault(at["problem"], Counter())[entry] += 1
    whole = sum(amount * n for each in findings.values() for (_, _, amount), n in each.items() if amount)
    assert whole == sum(money(r["properties"]["amount"]) or 0 for r in run["results"])
    assert whole == run["properties"]["amount"]["fen"]
    return {"headline": whole, "findings": findings}


def of_junit(report, lang="zh"):
    root = ET.fromstring(render("junit", report, Options(lang)).encode())
    told = {"failure": "fail", "error": "error", "skipped": "undetermined"}
    outcomes = Counter()
    for case in root.iter("testcase"):
        for child in case:
            if child.tag in told:
                name = case.get("name").rpartition(" [")[0].rpartition(" · ")[2]
                outcomes[case.get("classname"), name, told[child.tag]] += 1
    notes = [line for out in root.findall("testsuite/system-out") for line in (out.text or "").splitlines()]
    return {"outcomes": outcomes, "notes": notes}


# ---- the page


def of_html(report, lang="zh"):
    page = render("html", report, Options(lang))
    data = json.loads(re.search(r'id="data">(.*?)</script>', page, re.S).group(1))
    side = 0 if lang == "zh" else 1
    string = lambda v: data["strings"][v[side] if isinstance(v, list) else v]  # noqa: E731
    heads = list(data["heads"])
    items = {}
    for row in data["rows"]:
        own, amount = (string(row[5][heads.index(name) - 1]) for name in ("own", "amount"))
        no = data["problems"][row[0]][0]
        items.setdefault(no, []).append((string(row[1]), bare(own, lang), bare(amount, lang)))
    main = page[page.index('<main id="main">') :]
    mine, _, other = main[main.index('<div class="zh"') :].partition('<div class="en" lang="en"><')
    body = mine if lang == "zh" else other[: other.find('<div class="zh"')]
    clean = lambda text: html.unescape(re.sub(r"<[^>]+>", "", text))  # noqa: E731
    problems = []
    for card in re.findall(r'<article class="card.*?</article>', body, re.S):
        no, title = re.search(r'<h4><span class="no">(\d+)\. </span>(.*?)</h4>', card, re.S).groups()
        stake = re.search(r'<p class="stake">(.*?)</p>', card)
        told = re.match(r"涉及 " + MONEY, stake[1]) or re.match(MONEY + " at stake", stake[1]) if stake else None
        kind = clean(re.search(r'class="kind k-\w+">(.*?)</span>', card)[1])
        amount = fen("".join(told.groups())) if told else 0
        problems.append((int(no), kind, untold(clean(title), amount, lang), amount))
    rows = lambda part: [  # noqa: E731
        [clean(cell) for cell in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.S)]
        for row in re.findall(r"<tr.*?</tr>", part, re.S)
    ]
    papers = [
        (int(row[0]), row[1], row[2], _numbers(row[-1]))
        for table in re.findall(r'<table class="stack papers">.*?</table>', body, re.S)
        for row in rows(table)[1:]
    ]
    title = re.escape("指标" if lang == "zh" else "Indicators")
    indicators = [
        (row[0], row[1], row[2] if len(row) > 2 else "")
        for table in re.findall(rf'<h3>{title}</h3><table class="short">(.*?)</table>', body, re.S)
        for row in rows(table)[1:]
    ]
    tiles = [
        (clean(name), _figure(clean(value)))
        for part in re.findall(r'<ul class="tiles">(.*?)</ul>', body, re.S)
        for name, value in re.findall(r"<li><span>([^<]*)</span><strong>(.*?)</strong>", part)
    ]
    return {
        "headline": sum(verdict_amount(clean(told)) for told in re.findall(r'<p class="verdict">(.*?)</p>', body)),
        "verdicts": [clean(told) for told in re.findall(r'<p class="verdict">(.*?)</p>', body)],
        "problems": problems,
        "items": items,
        "papers": papers,
        "routine": [
            (int(no), clean(text))
            for part in re.findall(r'<ol class="routine">(.*?)</ol>', body, re.S)
            for no, text in re.findall(r'<li value="(\d+)">(.*?)</li>', part)
        ],
        "figures": tiles,
        "indicators": indicators,
    }


# ---- office


def sheets(data):
    """Return the name of each sheet and its cells, a list a row."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        strings = [
            "".join(t.text or "" for t in item.iter(f"{S}t"))
            for item in ET.fromstring(archive.read("xl/sharedStrings.xml"))
        ]
        names = [sheet.get("name") for sheet in ET.fromstring(archive.read("xl/workbook.xml")).iter(f"{S}sheet")]
        for number, name in enumerate(names, 1):
            root = ET.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
            assert root.find(f".//{S}f") is None and root.find(f".//{S}hyperlink") is None, "a formula or a link"
            text = lambda c: c.findtext(f"{S}v") or "".join(t.text or "" for t in c.iter(f"{S}t"))  # noqa: E731
            yield (
                name,
                [
                    [strings[int(text(c))] if c.get("t") == "s" else text(c) for c in row]
                    for row in root.iter(f"{S}row")
                ],
            )


def of_xlsx(report, lang="zh"):
    """Read the workbook of one unit."""
    say = lambda zh, en: zh if lang == "zh" else en  # noqa: E731
    book = dict(sheets(render("xlsx", report, Options(lang))))
    money = lambda text: None if text == "" else round(Decimal(text) * (WAN if lang == "zh" else 100))  # noqa: E731
    flat = lambda row: [re.sub(r"\s+", "", cell) for cell in row]  # noqa: E731
    own_head, amount_head = (name.replace(" ", "") for name in _amount_heads(lang))

    def table(rows, first):
        """Return the heads of the table whose first heads are those, and its rows up to an empty or short one."""
        at = next((n for n, row in enumerate(rows) if flat(row)[: len(first)] == list(first)), None)
        if at is None:
            return [], []
        body = []
        for row in rows[at + 1 :]:
            if not any(row[1:]):
                break
            body.append(row)
        return flat(rows[at]), body

    summary = book[say("摘要", "Summary")]
    heads, body = table(summary, [say("序号", "No"), say("定性", "Nature")])
    problems, counted = [], 0
    for row in body:
        amount = money(row[heads.index(amount_head)])
        if not row[0]:
            counted = amount
            break
        problems.append((int(row[0]), row[1], untold(row[3], amount, lang), amount or 0))
    figures = []
    for row in summary:
        if row and row[0] in (
            "年初预算",
            "实际支出",
            "超出",
            "未用完",
            "Initial budget",
            "Spending",
            "Excess",
            "Unspent",
        ):
            figures.append((row[0], money(next(cell for cell in row[1:] if cell))))
        elif row and row[0] in ("完成率", "Completion"):
            figures.append((row[0], _percent(next(cell for cell in row[1:] if cell))))
    ledger, lines = table(book.get(say("整改台账", "Follow-up"), []), [say("序号", "No"), say("定性", "Nature")])
    told = [(int(row[0]), row[1], row[3], money(row[ledger.index(amount_head)]) or 0) for row in lines]
    heads, body = table(book.get(say("明细", "Details"), []), [say("序号", "No"), say("对象", "Subject")])
    findings, sums = {}, {}
    for row in body:
        own, amount = (money(row[heads.index(name)]) for name in (own_head, amount_head))
        if row[-1] and len(row) == len(heads):
            findings.setdefault(int(row[0]), Counter())[row[1], own, amount] += 1
        else:
            sums[int(row[0])] = (row[1], amount or 0)
    assert told == [(no, kind, sums[no][0], sums[no][1]) for no, kind, _, _ in told], "the ledger as the details"
    assert [(no, kind, untold(title, amount, lang), amount) for no, kind, title, amount in told] == problems
    whole = sum(amount for *_, amount in problems)
    assert counted in (whole, 0)
    sheet = book.get(say("需提供资料", "Papers"), [])
    papers, routine = [], []
    for row in sheet:
        if row and row[0].isdigit():
            which = (
                routine
                if any(r and r[0] in ("例行资料", "Routine papers") for r in sheet[: sheet.index(row)])
                else papers
            )
            which.append((int(row[0]), row[1], row[2], _numbers(row[3])))
    heads, body = table(book.get(say("指标与构成", "Indicators"), []), [say("指标", "Indicator"), say("数值", "Value")])
    indicators = [(row[0], _percent(row[1]), row[heads.index(say("分母", "Base"))]) for row in body if row[1]]
    missing = [
        (row[0], tuple(re.split("、|, ", row[heads.index(say("缺少什么", "Whatismissing"))])))
        for row in body
        if not row[1]
    ]
    _, body = table(book.get(say("已核对", "Checked"), []), [say("核对了什么", "Whatwaschecked")])
    return {
        "headline": whole,
        "verdicts": [row[0] for row in summary[1:2]],
        "problems": problems,
        "findings": findings,
        "papers": papers,
        "routine": [entry[:2] for entry in routine],
        "figures": figures,
        "indicators": indicators,
        "missing": missing,
        "agreed": [(row[0], int(row[1])) for row in body],
    }


def _percent(cell):
    """Return the number of a cell as a percentage as printed, or its text."""
    try:
        return f"{Decimal(repr(float(cell))) * 100:,.2f}%"
    except ValueError:
        return cell


def of_docx(report, lang="zh"):
    """Read the document of one unit."""
    say = lambda zh, en: zh if lang == "zh" else en  # noqa: E731
    with zipfile.ZipFile(io.BytesIO(render("docx", report, Options(lang)))) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))
        names = {
            style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val").lower()
            for style in ET.fromstring(archive.read("word/styles.xml")).iter(f"{W}style")
        }
    text = lambda part: "".join(t.text or "" for t in part.iter(f"{W}t"))  # noqa: E731
    problems, stakes, counted, papers, routine, indicators, summary = [], {}, {}, [], [], [], ""
    heading, no = "", 0
    for part in root.find(f"{W}body"):
        if part.tag == f"{W}p":
            style = part.find(f"{W}pPr/{W}pStyle")
            name = names.get(style.get(f"{W}val"), "") if style is not None else ""
            if name == "heading 1":
                heading = text(part)
            elif name == "heading 3" and (found := re.match(r"(\d+)\. (.*)", text(part))):
                no = int(found[1])
            elif name == "报告摘要":
                summary = summary or text(part)
            elif found := re.search(r"(?:金额：涉及 |Amount: )" + MONEY + say("", " at stake"), text(part)):
                stakes[no] = fen("".join(found.groups()))
        elif part.tag == f"{W}tbl":
            rows = [[text(cell) for cell in row.iter(f"{W}tc")] for row in part.iter(f"{W}tr")]
            heads = rows[0]
            if heads[:3] == [say("序号", "No"), say("问题", "Problem"), say("定性", "Nature")]:
                problems += [
                    (int(r[0]), r[2], r[1], 0 if len(r) < 4 or r[3] in NOTHING else fen(r[3])) for r in rows[1:]
                ]
            elif heads[0] == say("项目", "Item") and heads[-1] == say("计入金额", "Counted"):
                counted[no] = [(row[0], bare(row[-1], lang) or 0) for row in rows[1:]]
            elif heads[:2] == [say("序号", "No"), say("资料", "Document")]:
                if say("问题", "For") in heads:
                    papers += [(int(r[0]), r[1], r[2], _numbers(r[-1])) for r in rows[1:]]
                else:
                    routine += [(int(r[0]), r[1]) for r in rows[1:]]
            elif heads[:2] == [say("指标", "Indicator"), say("数值", "Value")]:
                indicators += [(r[0], r[1], r[2] if len(r) > 2 else "") for r in rows[1:]]
    assert heading, "annexes follow"
    assert {p[0]: p[3] for p in problems if p[3]} == stakes, "the amount of a problem as the list of problems has it"
    return {
        "headline": sum(p[3] for p in problems),
        "said": verdict_amount(summary),
        "problems": [(n, kind, untold(title, amount, lang), amount) for n, kind, title, amount in problems],
        "counted": counted,
        "papers": papers,
        "routine": routine,
        "indicators": indicators,
    }


READERS = {
    "table": (of_table, {"headline", "notes", "problems", "papers", "routine", "indicators"}),
    "markdown": (
        of_markdown,
        {"headline", "notes", "problems", "listed", "papers", "routine", "indicators", "missing", "agreed"},
    ),
    "csv": (of_csv, {"headline", "problems", "findings"}),
    "json": (of_json, {"headline", "notes", "problems", "findings", "papers", "bridge"}),
    "jsonl": (of_jsonl, {"headline"}),
    "sarif": (of_sarif, {"headline", "findings"}),
    "junit": (of_junit, {"outcomes", "notes"}),
    "html": (
        of_html,
        {"headline", "verdicts", "problems", "items", "papers", "routine", "figures", "indicators"},
    ),
    "xlsx": (
        of_xlsx,
        {
            "headline",
            "verdicts",
            "problems",
            "findings",
            "papers",
            "routine",
            "figures",
            "indicators",
            "missing",
            "agreed",
        },
    ),
    "docx": (of_docx, {"headline", "said", "problems", "counted", "papers", "routine", "indicators"}),
}
"""How each format is read, and what it says: a fact that a format no longer prints fails here."""
HEAVY = ("html", "xlsx", "docx")
"""The formats that take longest to write and read."""
