"""Confirms in the terminal what a program read of documents: one question at a time, and every answer is written at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import click

from checker.base.errors import Text
from checker.base.width import visible, wrap
from checker.cases.vocabulary import Vocabulary
from checker.intake.decisions import Action, Decision, Decisions, Item, parsed, pending, wrong_value
from checker.intake.reading import Reading

Saved = Callable[[Decisions], None]
HEADS = {
    "confirm": Text("要确认", "To confirm"),
    "conflict": Text("几处写的不同", "The documents differ"),
    "expected": Text("没有找到", "Not found"),
    "unread": Text("没有读懂", "Not understood"),
}
KEYS = {
    "confirm": Text(
        "回车 接受 · e 改 · x 搁置 · s 跳过 · u 撤回上一条 · q 停",
        "Enter accept · e edit · x set aside · s skip · u undo the last · q stop",
    ),
    "conflict": Text(
        "号码 选用 · e 改 · x 搁置一个 · s 跳过 · u 撤回上一条 · q 停",
        "number choose · e edit · x set one aside · s skip · u undo the last · q stop",
    ),
    "expected": Text(
        "e 填写 · x 搁置 · s 跳过 · u 撤回上一条 · q 停", "e fill in · x set aside · s skip · u undo the last · q stop"
    ),
    "unread": Text(
        "e 写是哪个字段 · x 搁置 · a 其余没有读懂的都搁置 · s 跳过 · u 撤回上一条 · q 停",
        "e name its field · x set aside · a set all the rest aside · s skip · u undo the last · q stop",
    ),
}


def review(
    reading: Reading,
    vocabulary: Vocabulary,
    decisions: Decisions,
    who: str,
    save: Saved,
    lang: str,
    columns: int,
    now: Callable[[], datetime] = datetime.now,
) -> Decisions:
    """Ask about everything that is pending, one thing at a time; *save* is called after every answer. Returns the decisions."""
    return _Review(reading, vocabulary, decisions, who, save, lang, columns, now).run()


class _Review:
    """One sitting: what was skipped is not asked again until the next."""

    def __init__(
        self,
        reading: Reading,
        vocabulary: Vocabulary,
        decisions: Decisions,
        who: str,
        save: Saved,
        lang: str,
        columns: int,
        now: Callable[[], datetime],
    ) -> None:
        self.reading = reading
        self.vocabulary = vocabulary
        self.decisions = decisions
        self.who = who
        self.save = save
        self.lang = lang
        self.columns = columns
        self.now = now
        self.skipped: set[tuple[str, str, str]] = set()

    def run(self) -> Decisions:
        done = 0
        try:
            while True:
                left = self._left()
                if not left:
                    break
                self._show(left[0], done + 1, done + len(left))
                step = self._ask(left[0])
                if not step:
                    break
                done = max(0, done + step)
        except (click.Abort, EOFError):  # the answers so far are written
            click.echo()
        return self.decisions

    def _left(self) -> list[Item]:
        items = pending(self.reading, self.vocabulary, self.decisions).items
        return [item for item in items if (item.span, item.fact, item.field) not in self.skipped]

    def _show(self, item: Item, number: int, total: int) -> None:
        click.echo()
        head = f"[{number}/{total}] {HEADS[item.kind].say(self.lang)}"
        name = f" {item.name.say(self.lang)}" if item.field else ""
        self._lines(click.style(head, bold=True) + visible(name))
        if item.candidates:
            for at, each in enumerate(item.candidates, 1):
                self._lines(
                    visible(f"  {at}. {each.value or each.printed}  {each.where.say(self.lang)}“{each.sentence}”")
                )
        else:
            if item.shown:
                self._lines(visible(f"  {item.where.say(self.lang)}“{item.shown}”"))
            if item.kind == "confirm":
                read = self._say("读作", "read as")
                cannot = (
                    self._say("（这样写不能直接填）", " (cannot be filled in as printed)") if not item.value else ""
                )
                self._lines(visible(f"  {read} {item.value or item.printed}{cannot}"))
            elif item.kind == "unread":
                self._lines(visible(f"  {item.printed}"))
        self._lines("  " + item.why.say(self.lang))

    def _ask(self, item: Item) -> int:
        """Take answers until one decides, skips (1), takes back (-1) or stops (0)."""
        while True:
            answer = self._prompt(KEYS[item.kind].say(self.lang)).lower()
            if answer == "q":
                return 0
            if answer == "s":
                self.skipped.add((item.span, item.fact, item.field))
                return 1
            if answer == "u":
                if self._undo():
                    return -1
            elif answer == "a" and item.kind == "unread":
                if (count := self._rest()) > 0:
                    return count
            elif (decision := self._decide(item, answer)) is not None:
                self._keep(self.decisions.add(decision))
                return 1

    def _decide(self, item: Item, answer: str) -> Decision | None:
        """Return the decision of an answer; None where there is none yet, and why is said."""
        if answer == "" and item.kind == "confirm":
            if item.value:
                return self._made(item, "accept")
            self._tell(
                "这样写不能直接填：按 e 写出值，或按 x 搁置",
                "it cannot be filled in as printed: e to write the value, x to set it aside",
            )
        elif answer == "e":
            return self._edit(item)
        elif answer == "x" and not item.needed:
            return self._aside(item)
        elif item.candidates and answer.isascii() and answer.isdigit() and 0 < int(answer) <= len(item.candidates):
            return self._made(item, "choose", span=item.candidates[int(answer) - 1].span)
        else:
            self._tell("没有这个答法", "that is no answer")
        return None

    def _edit(self, item: Item) -> Decision | None:
        address = item.address
        if not address and item.kind == "expected":
            self._tell(
                "案例里没有这一项：跳过，或写明理由搁置",
                "a case has no such field: skip it, or set it aside and say why",
            )
            return None
        if not address:
            address = self._prompt(
                self._say("哪个字段（如 支出[项目名称].实际支出）", "which field (as 支出[name].实际支出)")
            )
            if not address:
                return None
        found = parsed(address, self.vocabulary)
        if isinstance(found, Text):
            click.echo("  " + visible(found.say(self.lang)))
            return None
        value = self._prompt(self._say("值（金额要带单位）", "value (an amount has its unit)"))
        if not value:
            return None
        wrong = wrong_value(found[2], value, self.vocabulary)
        if wrong is not None:
            click.echo("  " + visible(wrong[0].say(self.lang)))
            if wrong[1] is not None:
                click.echo("    → " + visible(wrong[1].say(self.lang)))
            return None
        reason = self._prompt(self._say("理由（可不写）", "reason (may be left out)"))
        decision = self._made(item, "set", value=value, reason=reason, field=address)
        return self._fits(decision)

    def _aside(self, item: Item) -> Decision | None:
        span = ""
        if item.candidates:
            number = self._prompt(self._say("搁置哪一个（号码）", "which one (its number)"))
            if not (number.isascii() and number.isdigit() and 0 < int(number) <= len(item.candidates)):
                self._tell("没有这个号码", "there is no such number")
                return None
            span = item.candidates[int(number) - 1].span
        reason = self._prompt(self._say("为什么不采用", "why it is not used"))
        if not reason:
            self._tell("搁置要写理由", "to set it aside, say why")
            return None
        return self._made(item, "aside", reason=reason, span=span)

    def _rest(self) -> int:
        """Set aside every unread figure that was not skipped, each as a decision of its own; returns how many."""
        left = [item for item in self._left() if item.kind == "unread"]
        reason = self._prompt(self._say(f"为什么这 {len(left)} 个都不采用", f"why none of these {len(left)} is used"))
        if not reason:
            self._tell("搁置要写理由", "to set it aside, say why")
            return 0
        made = self.decisions
        for item in left:
            made = made.add(self._made(item, "aside", reason=reason))
        self._keep(made)
        return len(left)

    def _fits(self, decision: Decision) -> Decision | None:
        """Return a decision that holds; of one that does not, say why."""
        from checker.intake.fitting import fitted

        held = fitted(self.reading, self.vocabulary, self.decisions.add(decision))
        lost = next((each.why for each in held.lost if each.decision == decision), None)
        if lost is not None:
            click.echo("  " + lost.say(self.lang))
        return decision if lost is None else None

    def _undo(self) -> bool:
        if not self.decisions.made:
            self._tell("没有可以撤回的", "there is nothing to undo")
            return False
        last = self.decisions.made[-1]
        self._keep(self.decisions.undone(self.who, self._when()))
        self._tell(f"撤回了：{last.field or last.printed}", f"taken back: {last.field or last.printed}")
        return True

    def _made(
        self, item: Item, action: Action, *, value: str = "", reason: str = "", span: str = "", field: str = ""
    ) -> Decision:
        return item.decision(action, self.who, self._when(), value=value, reason=reason, span=span, field=field)

    def _keep(self, decisions: Decisions) -> None:
        self.save(decisions)
        self.decisions = decisions

    def _when(self) -> str:
        return self.now().strftime("%Y-%m-%d %H:%M")

    def _prompt(self, text: str) -> str:
        return " ".join(str(click.prompt("  " + text, default="", show_default=False)).split())

    def _lines(self, text: str) -> None:
        for line in wrap(text, self.columns):
            click.echo(line)

    def _tell(self, zh: str, en: str) -> None:
        click.echo("  " + visible(self._say(zh, en)))

    def _say(self, zh: str, en: str) -> str:
        return zh if self.lang == "zh" else en
