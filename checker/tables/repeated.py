"""Whether a table says the same thing twice: one approval under two ids, or at a total and at its parts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checker.base.errors import Problem, Text
from checker.base.typography import FROM, TO
from checker.cases.repeated import hint, hint_above
from checker.cases.vocabulary import Entity, Vocabulary
from checker.tables.places_of_rows import fault
from checker.tables.warehouse import name, quoted

Files = Mapping[str, str | Path] | None


def repeated(connection: Any, entity: Entity, files: Files) -> list[Problem]:
    """No fact is there again under another id: typography tells none from another."""
    if not entity.once or entity.parent is None:
        return []
    owner = "_owner"
    listed = ", ".join(f"{_folded(entity, field, '')} AS k{n}" for n, field in enumerate(entity.once))
    keys = ", ".join(f"k{n}" for n in range(len(entity.once)))
    given = " AND ".join(f"k{n} IS NOT NULL" for n in range(len(entity.once)))
    twice = f"(SELECT {owner} AS o, {keys} FROM (SELECT {owner}, {listed} FROM {name('all_' + entity.id)}) WHERE {given} GROUP BY {owner}, {keys} HAVING COUNT(*) > 1)"
    if not connection.execute(f"SELECT COUNT(*) FROM {twice} t").fetchone()[0]:
        return []
    alike = " AND ".join(f"{_folded(entity, field, 'c.')} = d.k{n}" for n, field in enumerate(entity.once))
    told = Text(
        f"在同一项下和别的{entity.zh}都相同，会算两次",
        f"are those of another {entity.name('en')} of the same owner: it would count twice",
    )
    problem = fault(
        connection,
        entity,
        files,
        "repeated",
        entity.once,
        told,
        "TRUE",
        hint(entity),
        f"JOIN {twice} d ON c.{owner} = d.o AND {alike}",
    )
    return [problem] if problem is not None else []


def repeated_above(connection: Any, entity: Entity, vocabulary: Vocabulary, files: Files) -> list[Problem]:
    """No total repeats what its parts, up to three levels below, list of the same paper."""
    lines = vocabulary.entities[entity.parent] if entity.once and entity.parent else None
    if lines is None or lines.tree is None:
        return []
    source, above = name("all_" + lines.id), name(lines.tree[0])
    papers, amount = name("all_" + entity.id), name(entity.once[-1])
    alike = " AND ".join(
        f"{_folded(entity, field, 'x.')} = {_folded(entity, field, 'y.')}" for field in entity.once[:-1]
    )
    wrong = (
        f"SELECT x._fact AS f FROM {papers} x JOIN {papers} y ON x._case = y._case AND x._owner <> y._owner AND {alike} "
        f"JOIN {source} p ON p._fact = y._owner LEFT JOIN {source} q ON q._fact = p.{above} LEFT JOIN {source} r ON r._fact = q.{above} "
        f"WHERE x._owner IN (p.{above}, q.{above}, r.{above}) AND x.{amount} IS NOT NULL AND y.{amount} IS NOT NULL GROUP BY x._fact, x.{amount} "
        f"HAVING SUM(y.{amount}) BETWEEN least(x.{amount}, 0) AND greatest(x.{amount}, 0)"
    )
    if not connection.execute(f"SELECT COUNT(*) FROM ({wrong}) t").fetchone()[0]:
        return []
    told = Text("下级项目也列了，会算两次", "are listed at a part of the line as well: it would count twice")
    problem = fault(
        connection,
        entity,
        files,
        "repeated",
        entity.once,
        told,
        "TRUE",
        hint_above(entity),
        f"JOIN ({wrong}) d ON c._fact = d.f",
    )
    return [problem] if problem is not None else []


def _folded(entity: Entity, field: str, of: str) -> str:
    """Return a column as it is compared where typography decides nothing."""
    column = f"{of}{name(field)}"
    return f"TRANSLATE({column}, {quoted(FROM)}, {quoted(TO)})" if entity.fields[field].type == "text" else column
