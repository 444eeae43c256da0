"""The rows of all sheets of a workbook → the lists of a case, each entry within the one it belongs to."""

from __future__ import annotations

from collections.abc import Mapping

from checker.base.errors import Text, suggest
from checker.base.width import clipped, visible
from checker.cases.totals import BLANKS
from checker.cases.vocabulary import Entity, Vocabulary
from checker.documents.node import Node
from checker.documents.unfilled import BLANK as BLANK_WORD
from checker.documents.unfilled import UNFILLED
from checker.intake.casebook.cells import HIDDEN_WORDS, NONE_WORDS, Cells
from checker.intake.casebook.layout import NO, STATES, UNSAID, WHOLE, YES, Head
from checker.intake.casebook.log import Log
from checker.intake.casebook.sheet import Row, SheetReader, Spot
from checker.intake.casebook.unit import Pairs, with_note


class Tree:
    """Puts the entries of one workbook together."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        cells: Cells,
        sheets: Mapping[str, SheetReader],
        rows: Mapping[str, list[Row]],
        hidden: list[Node],
    ) -> None:
        self.vocabulary, self.cells, self.log = vocabulary, cells, cells.log
        self.sheets, self.rows, self.hidden = sheets, rows, hidden
        self.ids: dict[str, dict[str, str]] = {}
        self.names: dict[str, dict[str, list[str]]] = {}
        self.by_id: dict[tuple[str, str], list[Row]] = {}
        self.under: dict[tuple[str, str], list[Row]] = {}
        for entity in vocabulary.entities.values():
            self._index(entity)
        self.owners: dict[int, tuple[str, Spot] | None] = {}
        for entity_id, found in rows.items():
            for row in found:
                owner = self.owners[id(row)] = self._owner(row)
                if owner is not None and owner[0]:
                    self.under.setdefault((entity_id, owner[0]), []).append(row)

    def _index(self, entity: Entity) -> None:
        """Note the ids of the entries of a sheet, and which of them go by a name."""
        ids, names = self.ids.setdefault(entity.id, {}), self.names.setdefault(entity.id, {})
        key = entity.fields.get(entity.key[0]) if entity.key else None
        for row in self.rows.get(entity.id, ()):
            texts = {}
            for head, (given, spot) in row.cells.items():
                if head.field is not None and head.field.id in (entity.label, key.id if key else ""):
                    quiet = Cells(Log(self.log.file), self.vocabulary, self.cells.amounts)
                    quiet.log.lines = self.log.lines
                    node = quiet.value(given, head.field, spot)
                    texts[head.field.id] = node.text if node is not None else ""
            ident = texts.get(key.id, "") if key else ""
            if ident:
                ids[ident] = ident
                self.by_id.setdefault((entity.id, ident), []).append(row)
                if entity.label and texts.get(entity.label):
                    names.setdefault(" ".join(texts[entity.label].split()), []).append(ident)

    def _resolve(self, entity: str, text: str, spot: Spot, field: Text) -> str:
        """Return the id that a reference names, by id or by a name that only one entry has; "" where several have it."""
        named = list(dict.fromkeys(self.names.get(entity, {}).get(" ".join(text.split()), [])))
        if text in self.ids.get(entity, {}):
            if named and named != [text]:
                self.log.tell(
                    "既是一项的编号又是另一项的名称，按编号读",
                    "is the id of one entry and the name of another: read as the id",
                    spot[0].cell,
                )
            return text
        if len(named) > 1:
            listed = "、".join(named[:5])
            self.log.problem(
                "ambiguous",
                spot,
                f"{field.zh}：叫“{clipped(text, 40)}”的有 {len(named)} 项（{listed}）",
                f"{field.en}: {len(named)} entries are called {clipped(text, 40)!r} ({', '.join(named[:5])})",
                Text("写编号", "write the id"),
            )
            return ""
        return named[0] if named else text

    def _owner(self, row: Row) -> tuple[str, Spot] | None:
        """Return the id of what a row belongs to; none where that is not said."""
        for head, (given, spot) in row.cells.items():
            if head.kind == "owner" and head.child is not None:
                key = head.child.fields[head.child.key[0]]
                node = self.cells.value(given, key, spot)
                if node is None or node.text in ("无", "待填", BLANK_WORD) or node.text in HIDDEN_WORDS:
                    if node is not None:
                        self.log.problem(
                            "no-link",
                            spot,
                            f"{head.zh}要写属于哪一项",
                            f"{head.en}: say which entry it belongs to",
                            None,
                        )
                    return "", spot
                return self._resolve(head.child.id, node.text, spot, Text(head.zh, head.en)), spot
        return None

    def pairs(self) -> Pairs:
        """Return the lists at the top of the case."""
        found: Pairs = []
        root = self.vocabulary.root
        for entity in self.vocabulary.entities.values():
            sheet = self.sheets.get(entity.id)
            if sheet is None or entity.parent is None:
                continue
            rows = self.rows[entity.id]
            if entity.parent != root.id:
                rows = [row for row in rows if not self._nested(entity, row)]
                if entity.link is None:
                    self._strays(entity, rows)
                    continue
            state = sheet.whole or ("", self.log.at(sheet.grid.sheet.name, sheet.head_row or 1, 1))
            made = self._list(entity, rows, *state)
            if made is not None:
                found.append((self.log.node("plain", entity.collection[0], made[1]), made[0]))
        return found

    def _nested(self, entity: Entity, row: Row) -> bool:
        """Whether a row stands within the entry that it belongs to, which says how whole its list is."""
        owner = self.owners.get(id(row))
        if owner is None or not owner[0] or owner[0] not in self.ids.get(str(entity.parent), {}):
            return False
        return entity.link is None or any(
            self._state(other, entity)[0] for other in self.by_id[str(entity.parent), owner[0]]
        )

    def _state(self, row: Row, child: Entity) -> tuple[str, Spot]:
        """Return what an entry says of its list of *child*, and where."""
        for head, (given, spot) in row.cells.items():
            if head.kind == "list" and head.child is child:
                return given.text.strip(BLANKS), spot
        return "", row.spot

    def _strays(self, entity: Entity, rows: list[Row]) -> None:
        """Note rows that belong to nothing, of a list that stands within others only."""
        parent = self.vocabulary.entities[str(entity.parent)]
        for row in rows:
            owner = self.owners.get(id(row))
            name = parent.fields[parent.key[0]]
            if owner is None or not owner[0]:
                if owner is None:
                    self.log.problem(
                        "no-link",
                        row.spot,
                        f"这一行没有写属于哪一条{parent.zh}（{name.zh}）",
                        f"this row does not say which {parent.name('en')} it belongs to",
                        None,
                    )
                continue
            near = suggest(owner[0], list(self.ids.get(parent.id, {})))
            hint = Text("您是不是想写：" + "、".join(near), "did you mean: " + ", ".join(near)) if near else None
            self.log.problem(
                "no-such-id",
                owner[1],
                f"没有编号为“{clipped(owner[0], 40)}”的{parent.zh}",
                f"there is no {parent.name('en')} with the id {clipped(owner[0], 40)!r}",
                hint,
            )

    def _list(self, entity: Entity, rows: list[Row], state: str, spot: Spot) -> tuple[Node, Spot] | None:
        """Return a list with what is said of it, none where neither is there."""
        log = self.log
        names = {name: text for text in STATES for name in text} | dict.fromkeys(("to_fill", *UNFILLED), STATES[4])
        said = names.get(state)
        if state and said is None:
            log.problem(
                "whole",
                spot,
                f"“{visible(clipped(state, 40))}”不是列全的一种",
                f"{visible(clipped(state, 40))!r} says nothing of whether a list is whole",
                Text("写 " + "、".join(t.zh for t in STATES), "write " + ", ".join(t.en for t in STATES)),
            )
            return None
        word = said.zh if said is not None else ""
        entries = log.node("list", [self._entry(entity, row) for row in rows], spot)
        bare = word in (NONE_WORDS[0], BLANK_WORD, UNSAID.zh)
        if rows and word in (NONE_WORDS[0], BLANK_WORD):
            log.problem(
                "whole",
                spot,
                f"写着{word}，表里却有 {len(rows)} 行{entity.zh}",
                f"says {state}, and there are {len(rows)} rows of {entity.name('en')}",
                Text("改成 是、否 或 不详，或删去这些行", "write yes, no or not said, or delete the rows"),
            )
            return None
        if not rows and word in ("", UNSAID.zh):
            if word:
                log.problem(
                    "whole",
                    spot,
                    f"写着不详，表里却没有一行{entity.zh}",
                    f"says not said, and there is no row of {entity.name('en')}",
                    Text(
                        "没有的写 无；没有录的空着",
                        "write none where there is none, leave it empty where nothing was transcribed",
                    ),
                )
            return None
        if rows and not word and entity.link is None and entity.parent != self.vocabulary.root.id:
            bare = True
        elif rows and not word:
            log.problem(
                "whole",
                spot,
                f"{entity.zh}写了 {len(rows)} 行，没有写{WHOLE.zh}",
                f"there are {len(rows)} rows of {entity.name('en')}, and whether they are all is not said",
                Text(
                    "是＝都列了；否＝没有列全；不详＝报告没有说",
                    "yes: all are there; no: not all; not said: the report does not say",
                ),
            )
        if word in (NONE_WORDS[0], BLANK_WORD) or (word in UNFILLED and not rows):
            return log.node("plain", word, spot), spot
        if bare or not word:
            return entries, spot
        flag = "true" if word == YES.zh else "false" if word == NO.zh else "待填"
        pairs = [
            (log.node("plain", "complete", spot), log.node("plain", flag, spot)),
            (log.node("plain", "items", spot), entries),
        ]
        return log.node("map", pairs, spot), spot

    def _entry(self, entity: Entity, row: Row) -> Node:
        """Return one entry with what belongs to it."""
        log, sheet = self.log, self.sheets[entity.id]
        pairs: Pairs = []
        owner = self.owners.get(id(row))
        ident = ""
        for head, (given, spot) in row.cells.items():
            if head.kind == "source":
                pairs.insert(0, (log.node("plain", "source", spot), log.node("text", given.text.strip(BLANKS), spot)))
        if owner is not None and owner[0] and entity.link is not None and not self._nested(entity, row):
            pairs.append((log.node("plain", entity.link[0], owner[1]), log.node("text", owner[0], owner[1])))
        elif owner is not None and not owner[0] and entity.link is not None:
            log.faulty.add((sheet.grid.sheet.name, row.number, "^"))
            pairs.append((log.node("plain", entity.link[0], owner[1]), log.node("text", "", owner[1])))
        hidden: list[tuple[Head, Spot]] = []
        for head, (given, spot) in row.cells.items():
            if head.kind != "field" or head.field is None:
                if row.comments.get(head):
                    self.cells.tell_comment(row.comments[head], spot[0].cell)
                continue
            if given.text.strip(BLANKS) in HIDDEN_WORDS:
                hidden.append((head, spot))
                continue
            node = self.cells.value(given, head.field, spot)
            if node is None:
                log.faulty.add((sheet.grid.sheet.name, row.number, head.field.id))
                continue
            if head.field.ref is not None and node.kind == "text":
                ident_ = self._resolve(head.field.ref, node.text, spot, Text(head.zh, head.en))
                if not ident_:
                    continue
                node = log.node("text", ident_, spot)
            if entity.key and head.field.id == entity.key[0] == "id":
                ident = node.text
            noted = self.cells.noted(row.comments.get(head, ""), spot)
            node = with_note(log, node, noted.source, noted.inferred, noted.derived, spot)
            pairs.append((log.node("plain", head.field.id, spot), node))
        for head, spot in hidden:
            assert head.field is not None
            if ident:
                self.hidden.append(log.node("text", f"{ident}.{head.field.zh}", spot))
            else:
                log.problem(
                    "not-disclosed",
                    spot,
                    f"{head.zh}：没有编号的行不能写未披露",
                    f"{head.en}: a row without an id cannot say that it is not disclosed",
                    Text("写在“单位”表的“未披露”里", "write it in the sheet of the unit, at “not disclosed”"),
                )
        for child in self.vocabulary.children(entity.id):
            state, spot = self._state(row, child)
            rows = []
            if child.id in self.sheets and ident and (state or child.link is None):
                rows = self.under.get((child.id, ident), [])
            made = self._list(child, rows, state, spot)
            if made is not None:
                pairs.append((log.node("plain", child.collection[0], made[1]), made[0]))
        return log.node("map", pairs, row.spot)
