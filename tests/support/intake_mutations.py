"""One document as docx, xlsx and pdf, and every way to change one digit of it: exactly one span of the reading may change."""

from __future__ import annotations

import io
import random

import openpyxl
from intake_files import docx, paragraph
from intake_files import table as word_table
from intake_pdf import Page, pdf

from checker.intake.kinds import read
from checker.intake.numbers import held, spans

TITLE = "示例区审计局2023年度部门决算"
SENTENCES = (
    "本年支出合计415.91万元，其中基本支出305.91万元，项目支出110.00万元。",
    "公务接待32批次286人次，机关运行经费比2022年增加1,234.56元。",
)
ROWS = (
    ("项目", "合计", "基本支出", "项目支出"),
    ("合计", "415.91", "305.91", "110.00"),
    ("行政运行", "240.25", "240.25", ""),
    ("审计业务", "1,175.66", "65.66", "1,110.00"),
)


def sources():
    """Return every text of the document, by where it stands."""
    texts = {("title", 0, 0): TITLE, **{("text", n, 0): text for n, text in enumerate(SENTENCES)}}
    return texts | {("cell", r, c): text for r, row in enumerate(ROWS) for c, text in enumerate(row)}


def rows_of(texts):
    return [[texts["cell", r, c] for c in range(len(row))] for r, row in enumerate(ROWS)]


def as_docx(texts):
    lines = [texts["title", 0, 0], *(texts["text", n, 0] for n in range(len(SENTENCES)))]
    return docx("".join(paragraph(line[:7], line[7:]) for line in lines) + word_table(*rows_of(texts)))


def as_xlsx(texts):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([texts["title", 0, 0]])
    for n in range(len(SENTENCES)):
        sheet.append([texts["text", n, 0]])
    for row in rows_of(texts):
        sheet.append([float(each.replace(",", "")) if each[:1].isdigit() else each for each in row])
        for cell in sheet[sheet.max_row][1:]:
            cell.number_format = "#,##0.00"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def as_pdf(texts):
    page = Page().text(60, 60, texts["title", 0, 0])
    for n in range(len(SENTENCES)):
        page.text(60, 90 + 20 * n, texts["text", n, 0])
    return pdf(page.table(60, 160, rows_of(texts), (120, 80, 80, 80)))


MAKERS = {"docx": as_docx, "xlsx": as_xlsx, "pdf": as_pdf}


def reading(kind, texts):
    data = MAKERS[kind](texts)
    document = held(*read(data, f"a.{kind}"))
    return document, spans(document, 1)


def mutations(times, seed):
    """Yield kinds and texts with one digit changed; no first digit becomes a zero, which no program would store."""
    chance = random.Random(seed)
    plain = sources()
    places = [(key, at) for key, text in plain.items() for at, sign in enumerate(text) if sign.isdigit()]
    for number in range(times):
        key, at = chance.choice(places)
        text = plain[key]
        first = key[0] == "cell" and at == 0
        other = chance.choice([each for each in "0123456789"[first:] if each != text[at]])
        yield sorted(MAKERS)[number % 3], (key, at, other), {**plain, key: text[:at] + other + text[at + 1 :]}


def wrong(times, seed):
    """Return what is wrong with so many changes: each a line; nothing for none."""
    before = {kind: reading(kind, sources())[1] for kind in MAKERS}
    found = []
    for kind, what, texts in mutations(times, seed):
        document, after = reading(kind, texts)
        pairs = zip(before[kind], after, strict=False)
        changed = [one.id for one, new in pairs if one._replace(context="") != new._replace(context="")]
        if document.stopped or len(after) != len(before[kind]) or len(changed) != 1:
            found.append(
                f"{kind} {what}: {changed}, {len(after)} numbers, {[each.text.en for each in document.stopped]}"
            )
    return found
