"""The places of the units of a batch: each code held against GB/T 2260 in the unit's year, each name read as its code."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checker.base import places
from checker.base.errors import Problem, Text
from checker.base.values import half_width
from checker.cases.vocabulary import Vocabulary
from checker.tables.places_of_rows import fault
from checker.tables.said import place_of
from checker.tables.warehouse import name, quoted, set_aside

MOST = 50
"""Wrong places that are told one by one; of more only the number."""


def settle_places(
    connection: Any, vocabulary: Vocabulary, files: Mapping[str, str | Path] | None, codes_only: bool
) -> tuple[list[Problem], list[Text]]:
    """Let the table of units state codes; returns what is wrong, and what to tell of places that were stated by name.

    With *codes_only* the rows that are judged stand where nothing can be changed, and a name is wrong, too.
    """
    root = vocabulary.root
    if "jurisdiction" not in root.fields or "fiscal_year" not in root.fields:
        return [], []
    source = name("all_" + root.id)
    stated = connection.execute(
        f"SELECT jurisdiction, fiscal_year, COUNT(*) FROM {source} WHERE jurisdiction IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2"
    ).fetchall()
    problems: list[Problem] = []
    notes: list[Text] = []
    codes: list[tuple[str, int | None, str]] = []
    left = 0
    for text, year, many in stated:
        if not text.strip():
            continue  # said as a text of blanks
        code, told, wrong = places.read(half_width(text).strip(), int(year or 0))
        if wrong is None and code == text:
            continue
        if wrong is None and codes_only:
            wrong = Text(f"“{text}”不是代码", f"{text!r} is no code"), Text(f"写 {code}", f"write {code}")
        if wrong is None:
            codes.append((text, year, code))
            if told is not None:
                notes.append(Text(f"{told.zh}，{many} 个单位", f"{told.en}: {many} unit{'s' if many > 1 else ''}"))
        elif len(problems) < MOST:
            same = f"c.jurisdiction = {quoted(text)} AND c.fiscal_year IS NOT DISTINCT FROM {'NULL' if year is None else int(year)}"
            said = Text(f"：{wrong[0].zh}", f": {wrong[0].en}")
            found = fault(connection, root, files, "jurisdiction", ("jurisdiction",), said, same, wrong[1])
            problems += [found] if found is not None else []
        else:
            left += many
    if left:
        told = Text(f"还有 {left} 个单位的行政区划不对", f"the jurisdictions of {left} more units are wrong")
        problems.append(Problem("jurisdiction", place_of(root, files), told))
    if codes and not problems:
        given = name("stated_" + root.id)
        set_aside(connection, "all_" + root.id, "stated_" + root.id)
        connection.execute("CREATE TABLE settled_places (stated VARCHAR, year BIGINT, code VARCHAR)")
        connection.executemany("INSERT INTO settled_places VALUES (?, ?, ?)", codes)
        connection.execute(
            f"CREATE VIEW {source} AS SELECT u.* REPLACE (COALESCE(s.code, u.jurisdiction) AS jurisdiction) FROM {given} u "
            "LEFT JOIN settled_places s ON s.stated = u.jurisdiction AND s.year IS NOT DISTINCT FROM u.fiscal_year"
        )
    return problems, notes
