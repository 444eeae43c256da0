"""The report as one HTML file: opens without a network, prints on A4, both languages, under a strict content policy."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from pathlib import Path

from checker.base.errors import Text
from checker.findings.presentation import presentation
from checker.findings.presented import Presentation
from checker.findings.problems import CLASSES
from checker.findings.report import Report
from checker.findings.sections import KIND_NAMES, SEVERITIES
from checker.reports import Options
from checker.reports.markup import Html, tag, text
from checker.reports.page import TITLE, annex, units
from checker.reports.page_data import embedded


def render(report: Report, options: Options) -> str:
    """Return the page; it opens in the language of *options* and switches to the other."""
    style, script = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"
    zh, en = shown = presentation(report, "zh"), presentation(report, "en")
    title = zh.pages[0].case.unit if len(zh.pages) == 1 else ""
    titles = (f"{TITLE.zh} {title}".rstrip(), f"{TITLE.en} {title}".rstrip())
    main = tag(
        "main",
        *(_in(page, units(page)) for page in shown),
        _list(zh),
        _annex(shown),
        id="main",
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if options.lang == "zh" else "en"}" data-lang="{options.lang}"><head>'
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">'
        f"{tag('title', titles[options.lang != 'zh'])}<style>{style}</style></head>\n<body>{_header()}{main}\n"
        f'<script type="application/json" id="data">{embedded(zh, en, titles)}</script>\n<script>{script}</script></body></html>\n'
    )


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _in(shown: Presentation, content: str) -> Html:
    """Return what is said in one language, hidden while the page speaks the other."""
    return tag("div", content, class_=shown.lang, lang=shown.say("zh-CN", "en"))


def _both(said: Text) -> Html:
    """Return a text in both languages, of which the page shows one."""
    if said.zh == said.en:
        return text(said.zh)
    return text(tag("span", said.zh, class_="zh", lang="zh-CN"), tag("span", said.en, class_="en", lang="en"))


def _header() -> Html:
    return text(
        tag("a", _both(Text("跳到正文", "Skip to the report")), class_="skip", href="#main"),
        tag(
            "header",
            tag("h1", _both(TITLE)),
            tag(
                "div",
                tag("button", "中文 / English", type="button", id="lang", lang="en", aria_label="中文 / English"),
                " ",
                tag("button", _both(Text("打印", "Print")), type="button", id="print"),
            ),
            class_="top",
        ),
    )


def _list(shown: Presentation) -> Html:
    """Return the frame of the list of items, which the script fills, with what filters it."""
    problems = [problem for page in shown.pages for problem in page.problems]
    if not problems:
        return Html()
    kinds = [(kind, KIND_NAMES[kind]) for kind in CLASSES if any(problem.kind == kind for problem in problems)]
    severities = [
        (said.zh, said)
        for said in SEVERITIES.values()
        if said.zh and any(item.severity == said.zh for problem in problems for item in problem.items)
    ]
    names = [(str(at), Text(page.heading, page.heading)) for at, page in enumerate(shown.pages)]
    every = ("", Text("全部", "all"))
    filters = [
        tag("label", _both(Text("查找", "Search")), tag("input", id="q", type="search"), for_="q"),
        _choice("kind", Text("定性", "Nature"), [every, *kinds]),
        _choice("severity", Text("程度", "Severity"), [every, *severities]),
        *([_choice("unit", Text("单位", "Unit"), [every, *names])] if len(names) > 1 else []),
        tag("button", _both(Text("清除筛选", "Clear")), type="button", id="clear"),
    ]
    no_script = Text(
        "清单的筛选和排序要用脚本；没有脚本时请看上面的问题。",
        "The list needs scripts; without them see the problems above.",
    )
    return tag(
        "section",
        tag("h2", _both(Text("逐项明细（金额单位：万元）", "Items (amounts in yuan)")), id="list", tabindex="-1"),
        tag("div", *filters, class_="filters", role="search"),
        tag("p", class_="soft", id="status", role="status", aria_live="polite"),
        tag("div", id="rows"),
        tag(
            "p",
            tag("button", _both(Text("再列 100 行", "100 more")), type="button", id="more", hidden=""),
            class_="pages",
        ),
        tag("noscript", tag("p", _both(no_script))),
        class_="items",
    )


def _choice(ident: str, label: Text, choices: list[tuple[str, Text]]) -> Html:
    made = (tag("option", said.zh, value=value, data_zh=said.zh, data_en=said.en) for value, said in choices)
    return tag("label", _both(label), tag("select", *made, id=ident), for_=ident)


def _annex(shown: tuple[Presentation, Presentation]) -> Html:
    title = Text("审计附件：文件、规则编号、算式", "Annex for auditors: files, ids of rules, arithmetic")
    return tag(
        "details",
        tag("summary", _both(title)),
        *(_in(page, annex(page)) for page in shown),
        tag("div", id="proofs"),
        id="annex",
    )
