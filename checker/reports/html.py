"""The report as one HTML file: opens without a network, prints on A4, both languages, under a strict content policy."""

from __future__ import annotations

import base64
import hashlib
import json
from html import escape
from pathlib import Path
from typing import Any

from checker import __version__
from checker.base.errors import Text
from checker.base.width import visible
from checker.cases.case import HEADINGS
from checker.engines.outcome import OUTCOME_NAMES, OUTCOMES
from checker.findings.counting import stake
from checker.findings.finding import CaseShown
from checker.findings.problems import ProblemGroup
from checker.findings.report import Report
from checker.findings.rows import Row, rows
from checker.findings.sections import KIND_NAMES, SECTIONS, SEVERITIES
from checker.reports import Options
from checker.reports.charts import both, charts

SPELLED = 2000
"""Findings with their arithmetic in the file; beyond it the page names the command that explains one."""
NAMED = 5
"""Subjects named under a problem at the head of the page; the list below has them all."""
FIGURES = ("initial", "adjusted", "actual", "difference", "ratio", "own", "amount")


def render(report: Report, options: Options) -> str:
    """Return the page; it opens in the language of *options* and switches to the other."""
    style, script = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"  # fmt: skip
    title = Text("预算支出检查报告", "Report on expenditure")
    body = "".join([_head(report, title), _problems(report), _list(report), _papers(report), _charts(report), _ledger(report)])  # fmt: skip
    return (
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if options.lang == "zh" else "en"}" data-lang="{options.lang}"><head>'
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">'
        f"<title>{title.zh} · {title.en}</title><style>{style}</style></head>\n<body>{body}\n"
        f'<script type="application/json" id="data">{_data(report)}</script>\n<script>{script}</script></body></html>\n'
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _data(report: Report) -> str:
    """Return the findings as JSON for the page: what many share once in a table, nothing that could end the element."""
    table: dict[str, int] = {}
    heads: dict[tuple[Any, ...], int] = {}

    def ref(text: str) -> int:
        return table.setdefault(visible(text), len(table))

    entries = [
        _entry(zh, en, ref, heads, number < SPELLED, report)
        for number, (zh, en) in enumerate(zip(rows(report, "zh"), rows(report, "en")))
    ]
    data = {"strings": list(table), "heads": list(heads), "rows": entries}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")  # fmt: skip


def _entry(zh: Row, en: Row, ref: Any, heads: dict[tuple[Any, ...], int], spelled: bool, report: Report) -> list[Any]:
    """Return one finding: its head, then what differs; a number stands for a string of the table, a pair for two languages."""

    def pair(name: str) -> Any:
        both = ref(zh.text(name)), ref(en.text(name))
        return both[0] if both[0] == both[1] else both

    def own(name: str) -> Any:
        both = visible(zh.text(name)), visible(en.text(name))
        return both[0] if both[0] == both[1] else both

    finding = zh.finding
    head = (
        zh.no, report.problems[zh.no - 1].kind, finding.severity, finding.rule.id, _named(finding.case),
        pair("problem"), pair("kind"), pair("severity"), pair("basis"),
        (tuple(ref(text) for text in zh.papers), tuple(ref(text) for text in en.papers)),
    )  # fmt: skip
    entry = [heads.setdefault(head, len(heads)), zh.fingerprint, own("subject"), own("message"), own("source")]
    entry += [pair(name) for name in FIGURES]
    more: dict[str, Any] = {}
    if spelled:
        more["e"] = [[ref(line) for line in finding.explanation.say(lang)] for lang in ("zh", "en")]
    if zh.state:
        more["st"] = own("state")
    return [*entry, more] if more else entry


def _named(case: CaseShown) -> Any:
    """Return the unit and its year, in both languages where they differ."""
    zh, en = (visible(f"{case.unit} {case.heading('fiscal_year', lang, True)}") for lang in ("zh", "en"))
    return zh if zh == en else (zh, en)


def _head(report: Report, title: Text) -> str:
    skip = both(Text("跳到问题清单", "Skip to the findings"))
    parts = [f'<a class="skip" href="#findings">{skip}</a><header><h1>{both(title)}</h1><div>',
             '<button type="button" id="lang" lang="en" aria-label="中文 / English">中文 / English</button> ',
             f'<button type="button" id="print">{both(Text("打印", "Print"))}</button></div></header><main>']  # fmt: skip
    for part in report.cases[:200]:
        case = part.case
        told = (Text(*(visible(case.heading(name, lang, True)) for lang in ("zh", "en"))) for name in HEADINGS[:2])
        year, place = (escape(each.zh) if each.zh == each.en else both(each) for each in told)
        parts.append(f"<h2>{escape(visible(case.unit))} · {year} · {place}</h2>")
        parts += [f'<p class="soft">{both(note)}</p>' for note in part.notes]
        parts.append(f'<p class="verdict">{both(part.headline)}</p>')
        parts += [f'<p class="soft">{both(part.outside_line)}</p>'] if part.outside_line else []
    if len(report.cases) > 200:
        more = len(report.cases) - 200
        parts.append(f'<p class="soft">{both(Text(f"另有 {more} 个案例，问题都在清单里", f"{more} more cases; their findings are in the list"))}</p>')  # fmt: skip
    return "".join(parts)


def _problems(report: Report) -> str:
    parts: list[str] = []
    for kinds, title in SECTIONS:
        members = [problem for problem in report.problems if problem.kind in kinds]
        if members:
            parts.append(f'<h2>{both(title)}</h2><ol class="problems">')
            parts += [_problem(problem) for problem in members[:200]]
            parts.append("</ol>")
            if len(members) > 200:
                parts.append(f'<p class="soft">{both(Text(f"共 {len(members)} 项，其余见清单", f"{len(members)} in all; the rest are in the list"))}</p>')  # fmt: skip
    return "".join(parts)


def _problem(problem: ProblemGroup) -> str:
    told = Text(stake(problem, "zh"), stake(problem, "en"))
    money = " · " + both(told) if told.zh else ""
    labels = list(dict.fromkeys(finding.subject.name for finding in problem.findings))
    names = "；".join(escape(visible(label[:60] + ("…" if len(label) > 60 else ""))) for label in labels[:NAMED])
    if len(labels) > NAMED:
        names += "；" + both(Text(f"等 {len(labels)} 个", f"{len(labels)} in all"))
    return (
        f'<li value="{problem.no}"><span class="kind k-{problem.kind}">{both(KIND_NAMES[problem.kind])}</span> '
        f'{both(problem.title)}{money}<br><span class="soft">{names}</span></li>'
    )


def _list(report: Report) -> str:
    kinds = list(dict.fromkeys(problem.kind for problem in report.problems))
    severities = [name for name in SEVERITIES if name and any(f.severity == name for p in report.problems for f in p.findings)]  # fmt: skip
    rules = sorted({finding.rule.id for problem in report.problems for finding in problem.findings})
    every = Text("全部", "all")

    def choice(ident: str, label: Text, choices: list[tuple[str, Text]]) -> str:
        made = "".join(f'<option value="{escape(value)}" data-zh="{escape(text.zh)}" data-en="{escape(text.en)}">{escape(text.zh)}</option>' for value, text in choices)  # fmt: skip
        return f'<label for="{ident}">{both(label)}<select id="{ident}">{made}</select></label>'

    heads = [
        Text("序号", "No"), Text("定性", "Nature"), Text("程度", "Severity"), Text("问题", "Problem"), Text("对象", "Subject"),
        Text("说明", "What was found"), Text("年初预算", "Initial budget"), Text("调整预算", "Adjusted budget"), Text("实际", "Actual"),
        Text("差额（实际－年初预算）", "Difference (actual - initial)"), Text("比率（差额/年初预算）", "Ratio (difference / initial)"),
        Text("本项金额", "Own amount"), Text("计入金额（不重复）", "Counted (no yuan twice)"),
    ]  # fmt: skip
    cells = "".join(f'<th scope="col"{" class=n" if number > 5 else ""}>{both(head)}</th>' for number, head in enumerate(heads))  # fmt: skip
    return (
        f'<h2 id="findings">{both(Text("问题清单（金额单位：万元）", "Findings (amounts in 万元 = 10,000 yuan)"))}</h2>'
        f'<div class="filters" role="search"><label for="q">{both(Text("查找", "Search"))}<input id="q" type="search"></label>'
        + choice("kind", Text("定性", "Nature"), [("", every), *((kind, KIND_NAMES[kind]) for kind in kinds)])
        + choice("severity", Text("程度", "Severity"), [("", every), *((name, SEVERITIES[name]) for name in severities)])
        + f'<label for="rule">{both(Text("规则", "Rule"))}<select id="rule"><option value="">*</option>'
        + "".join(f"<option>{escape(rule)}</option>" for rule in rules)
        + '</select></label></div><p id="status" class="soft" role="status" aria-live="polite"></p>'
        f'<div class="scroll"><table id="list"><thead><tr>{cells}</tr></thead><tbody id="rows"></tbody></table></div>'
        f'<p class="pages"><button type="button" id="more" hidden>{both(Text("再列 100 条", "100 more"))}</button></p>'
        f"<noscript><p>{both(Text('清单的筛选和展开要用脚本；没有脚本时请看上面的问题和下面的资料清单。', 'The list needs scripts; without them see the problems above and the documents below.'))}</p></noscript>"
    )  # fmt: skip


def _papers(report: Report) -> str:
    parts: list[str] = []
    for lang, head, columns in (("zh", "需提供资料", ("序号", "资料", "对应问题")), ("en", "To provide", ("No", "Document", "For"))):  # fmt: skip
        papers = report.papers(lang)
        cells = "".join(f'<th scope="col">{column}</th>' for column in columns)
        lines = "".join(
            f"<tr><td>{number}</td><td>{escape(visible(paper.text))}</td><td>{', '.join(map(str, paper.problems[:40]))}{' …' if len(paper.problems) > 40 else ''}</td></tr>"
            for number, paper in enumerate(papers, 1)
        )
        if papers:
            parts.append(f'<section class="{lang}" lang="{lang}"><h2>{head}</h2><table><thead><tr>{cells}</tr></thead><tbody>{lines}</tbody></table></section>')  # fmt: skip
    return "".join(parts)


def _charts(report: Report) -> str:
    return f"<h2>{both(Text('图', 'Charts'))}</h2>{charts(report)}"


def _ledger(report: Report) -> str:
    counts = report.ledger.counts
    lines = "".join(f'<tr><td>{both(OUTCOME_NAMES[name])}</td><td class="n">{counts[name]}</td></tr>' for name in OUTCOMES)  # fmt: skip
    total = f'<tr><th scope="row">{both(Text("合计", "Total"))}</th><td class="n">{report.ledger.checks}</td></tr>'
    return f'<h2>{both(Text("总账", "Ledger"))}</h2><table><tbody>{lines}{total}</tbody></table><p class="soft">checker {__version__} · {report.rulebook}</p></main>'  # fmt: skip
