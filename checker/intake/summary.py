"""What `checker import` prints: what was found, where documents disagree, what is to be confirmed, what nobody could read."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from checker.base.errors import Text
from checker.base.width import cut, visible, wrap
from checker.base.width import width as text_width
from checker.cases.vocabulary import Vocabulary
from checker.intake.decisions import Confirmed, Item, confirmed
from checker.intake.document import Document, is_unread_column
from checker.intake.folder import COLUMNS, RESULTS, Row
from checker.intake.reading import Grade, Reading, Status
from checker.intake.standing import GRADES, STATUSES, standing

KINDS = {
    "docx": Text("Word 文档", "Word document"),
    "xlsx": Text("Excel 工作簿", "Excel workbook"),
    "xls": Text("Excel 97 工作簿", "workbook of Excel 97"),
    "ods": Text("ODS 工作簿", "ODS workbook"),
    "csv": Text("表格文本", "table as text"),
    "text": Text("文本", "text"),
    "pdf": Text("PDF", "PDF"),
    "ofd": Text("OFD", "OFD"),
}
SAID: dict[Status, Text] = {
    "used": Text("填进草稿", "in the draft"),
    "stated": Text("自报数", "claims"),
    "restated": Text("重复", "said again"),
    "context": Text(
        "不是本单位的数（年份、序号、文号等）", "no figures of the unit (years, numbers in order, articles)"
    ),
    "unread": Text("没有读懂", "not understood"),
}
GRADED: dict[Grade, Text] = {
    "certain": Text("有两处印证", "borne out twice"),
    "read": Text("有明确的字样", "by an explicit word"),
    "confirm": Text("要人确认", "to be confirmed"),
}
_T = TypeVar("_T")
MOST = 20
"""Lines of a list that are printed unless all are asked for."""


class Summary:
    """Tells a reading in one language, in lines of at most *columns*."""

    def __init__(
        self,
        reading: Reading,
        vocabulary: Vocabulary,
        lang: str,
        columns: int,
        everything: bool = False,
        made: Confirmed | None = None,
        decided: int = 0,
    ) -> None:
        """Keep what is told, and how; *made* is what it came to with the decisions, of which *decided* hold."""
        self.reading = reading
        self.made = made or confirmed(reading, vocabulary)
        self.decided = decided
        self.lang = lang
        self.columns = columns
        self.most = sys.maxsize if everything else MOST
        self.standing = standing(reading)

    @property
    def complete(self) -> bool:
        """Whether nobody has to look at anything: then the exit code is 0."""
        return not (self.made.pending.items or self.made.lost or self.standing.stopped)

    def lines(self) -> Iterator[str]:
        """Yield what is printed, line by line."""
        for number, document in enumerate(self.reading.documents, 1):
            yield from self._document(number, document)
        found = self.standing
        total = len(self.reading.spans)
        counts = self._counts([(SAID[status], found.statuses[status]) for status in STATUSES])
        yield self._say(f"共 {total} 个数", f"{total} numbers") + (self._say("：", ":") + counts if total else "")
        if any(found.grades.values()):
            yield self._say("把握：", "Grades:") + self._counts(
                [(GRADED[grade], found.grades[grade]) for grade in GRADES]
            )
        if self.decided:
            yield self._say(f"用了 {self.decided} 条决定", f"{self.decided} decisions hold")
        pending = self.made.pending
        lost = [
            f"{each.decision.field or each.decision.printed}{self._say('：', ': ')}{each.why.say(self.lang)}"
            for each in self.made.lost
        ]
        head = Text("决定对不上现在的材料，没有用", "Decisions that do not fit the documents, not used")
        yield from self._list(head, lost, str)
        for head, items, said in (
            (
                Text("同一个数，几处写的不同", "Different figures for the same thing"),
                pending.conflicts,
                lambda each: f"{each.name.say(self.lang)}{self._say('：', ': ')}{self._many(each)}",
            ),
            (
                Text("要人确认", "To be confirmed"),
                pending.confirm,
                lambda each: f"{each.name.say(self.lang)} {self._shown(each.value or each.printed, each)}",
            ),
            (
                Text("应有而没有找到", "Expected and not found"),
                pending.expected,
                lambda each: f"{each.name.say(self.lang)}{self._say('：', ': ')}{each.why.say(self.lang)}",
            ),
            (
                Text("没有读懂", "Not understood"),
                pending.unread,
                lambda each: f"{self._shown(each.printed, each)} {each.sentence}",
            ),
        ):
            yield from self._list(head, items, said)
        columns = [
            self._placed(note.text.say(self.lang), note.place.say(self.lang))
            for document in self.reading.documents
            for note in document.notes
            if is_unread_column(note)
        ]
        yield from self._list(Text("没有读懂的列", "Columns not understood"), columns, str)

    def _document(self, number: int, document: Document) -> Iterator[str]:
        count = sum(span.file == number for span in self.reading.spans)
        pages = self._say(f"，{document.pages} 页", f", {document.pages} pages") if document.pages else ""
        yield visible(f"{document.name}  {KINDS[document.kind].say(self.lang)}{pages}") + self._say(
            f"，{count} 个数", f", {count} numbers"
        )
        other = [note for note in document.notes if not is_unread_column(note)]  # told in a list of their own
        for mark, notes in (("  ! ", document.stopped), ("  · ", other)):
            for note in notes[:MOST]:
                lead = mark
                where = note.place.say(self.lang)
                said = visible((f"{where}: " if where else "") + note.text.say(self.lang))
                for line in wrap(said, self.columns - 4):
                    yield lead + line
                    lead = "    "
            if len(notes) > MOST:
                yield self._say(f"  …… 另 {len(notes) - MOST} 条", f"  … {len(notes) - MOST} more")

    def _counts(self, pairs: list[tuple[Text, int]]) -> str:
        if self.lang == "zh":
            return "，".join(f"{told.zh} {count}" for told, count in pairs if count)
        return " " + ", ".join(f"{count} {told.en}" for told, count in pairs if count)

    def _list(self, head: Text, items: Sequence[_T], said: Callable[[_T], str]) -> Iterator[str]:
        if not items:
            return
        yield ""
        yield f"{head.zh}（{len(items)}）" if self.lang == "zh" else f"{head.en} ({len(items)})"
        for item in items[: self.most]:
            yield self._fit(f"  {said(item)}")
        if len(items) > self.most:
            more = len(items) - self.most
            yield self._say(f"  …… 另 {more} 个，加 --all 全部列出", f"  … {more} more; --all lists them")

    def _many(self, item: Item) -> str:
        several = (self._placed(each.value or each.printed, each.where.say(self.lang)) for each in item.candidates)
        return ("；" if self.lang == "zh" else "; ").join(several)

    def _shown(self, text: str, item: Item) -> str:
        return self._placed(text, item.where.say(self.lang))

    def _placed(self, text: str, where: str) -> str:
        return f"{text}（{where}）" if self.lang == "zh" else f"{text} ({where})"

    def _fit(self, line: str) -> str:
        return cut(visible(" ".join(line.split(" ")).replace("\n", " ")), self.columns)

    def _say(self, zh: str, en: str) -> str:
        return zh if self.lang == "zh" else en


def folder_lines(rows: Sequence[Row], gone: Sequence[str], lang: str, columns: int, everything: bool) -> Iterator[str]:
    """Yield what became of a folder: how many units by result, then those that somebody has to see to, the worst first."""
    zh = lang == "zh"
    order = list(RESULTS)
    counts = Counter(row.result for row in rows)
    said = "，".join if zh else ", ".join
    again = sum(row.again for row in rows)
    total = f"共 {len(rows)} 个" if zh else f"{len(rows)} in all"
    known = (f"（{again} 个没有变，没有重读）" if zh else f" ({again} unchanged, not read again)") if again else ""
    each = [f"{RESULTS[result].say(lang)} {counts[result]}" for result in order if counts[result]]
    yield f"{total}{known}{'：' if zh else ': '}{said(each)}" if rows else total
    several = [row for row in sorted(rows, key=lambda row: order.index(row.result)) if row.result != "complete"]
    shown = several if everything else several[:MOST]
    wide = max((text_width(row.name) for row in shown), default=0)
    wide = min(wide, columns // 2)
    for row in shown:
        counted = row.counts
        words = [
            f"{COLUMNS[key].say(lang)} {counted[key]}"
            for key in ("confirm", "unread", "conflicts", "expected")
            if counted.get(key)
        ]
        told = [Text(*problem).say(lang) for problem in row.problems]
        name = visible(cut(row.name, wide))
        lead = f"  {name}{' ' * (wide - text_width(name))}  {RESULTS[row.result].say(lang)}  "
        yield cut(lead + said(words), columns)
        yield from (cut(f"      {visible(each)}", columns) for each in told)
    if len(several) > len(shown):
        left = len(several) - len(shown)
        yield (
            f"  另有 {left} 个，见表（--all 全部列出）" if zh else f"  {left} more are in the table (--all lists them)"
        )
    if gone:
        names = visible(cut(said(gone), columns - 30))
        yield (
            f"以前读过、现在没有了，草稿还在：{names}" if zh else f"read before and gone now, drafts are kept: {names}"
        )
