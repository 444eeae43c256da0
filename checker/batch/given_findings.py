"""The findings that a batch left, in any of its forms, read with their types: an id that looks like a date stays text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from checker.base.errors import InputError, Place, Problem, Text
from checker.tables.packer import read_json
from checker.tables.warehouse import quoted, read_parquet


def read_findings(connection: Any, path: Path) -> str:
    """Return the name of the findings in a file or folder of any form that a batch writes; raises InputError.

    *path* may also be the result that holds them.
    """
    import duckdb

    if not path.exists():
        raise InputError([Problem("missing-file", Place(str(path)), Text("没有这个文件", "there is no such file"))])
    inside = [each for each in sorted(path.glob("findings*")) if each.suffix in ("", ".csv", ".jsonl", ".duckdb")]
    if len(inside) > 1:
        told = Text(
            f"这里有几份问题清单：{'、'.join(each.name for each in inside)}",
            f"there are several lists of findings here: {', '.join(each.name for each in inside)}",
        )
        raise InputError(
            [Problem("findings", Place(str(path)), told, Text("写出是哪一份", "name the one that is meant"))]
        )
    path = inside[0] if inside else path
    try:
        if path.suffix == ".duckdb":
            connection.execute(f"ATTACH {quoted(str(path))} AS result (READ_ONLY)")
            return "result.findings"
        if path.is_dir():
            files = [each for each in path.rglob("*.parquet") if "record" not in each.relative_to(path).parts]
            if not files:
                told = Text("这个文件夹里没有问题清单", "this folder holds no findings")
                hint = Text("写上 checker run 的结果文件夹", "name the folder that checker run wrote its result to")
                raise InputError([Problem("findings", Place(str(path)), told, hint)])
            source = read_parquet(files)
        elif path.suffix == ".csv":
            source = f"read_csv({quoted(str(path))}, header=true, all_varchar=true, quote='\"', escape='\"', delim=',', skip=0)"
            described = connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()
            columns_there = {row[0] for row in described}
            if "amount_fen" in columns_there:
                if "amount_yuan" in columns_there:
                    _same_amounts(connection, source, path)
                source = f"(SELECT * RENAME (amount_fen AS amount) FROM {source})"
        elif path.suffix == ".parquet":
            source = f"read_parquet({quoted(str(path))})"
        elif path.suffix == ".jsonl":
            kinds = {"_case": "INTEGER", "amount": "DECIMAL(38,0)"}  # an id that looks like a date stays text
            source = read_json(
                path,
                [(c, kinds.get(c, "VARCHAR")) for c in ("_case", "rule", "outcome", "severity", "amount", "subject")],
            )
        else:
            endings = "parquet, csv, jsonl, duckdb"
            told = Text(f"不是问题清单（{endings}）", f"these are no findings ({endings})")
            raise InputError([Problem("findings", Place(str(path)), told)])
        wanted = "_case::INTEGER AS _case, rule, outcome, severity, amount::DECIMAL(38,0) AS amount, subject"
        connection.execute(f"CREATE TEMP TABLE given_findings AS SELECT {wanted} FROM {source}")
    except duckdb.BinderException:
        columns = "_case, rule, outcome, severity, amount, subject"
        told = Text(
            f"不是一份完整的问题清单，要有这几列：{columns}",
            f"this is no whole list of findings, which has the columns {columns}",
        )
        raise InputError(
            [Problem("findings", Place(str(path)), told, Text("重新检查", "run the check again"))]
        ) from None
    except duckdb.Error as wrong:
        first = str(wrong).splitlines()[0]
        told = Text(f"读不了这份问题清单：{first}", f"these findings cannot be read: {first}")
        raise InputError([Problem("findings", Place(str(path)), told)]) from wrong
    return "given_findings"


def _same_amounts(connection: Any, source: str, path: Path) -> None:
    """Raise InputError where a list states an amount in yuan that is not its amount in fen: only that is compared."""
    wrong = "TRY_CAST(amount_yuan AS DECIMAL(38,2)) * 100 IS DISTINCT FROM TRY_CAST(amount_fen AS DECIMAL(38,0))"
    found = connection.execute(f"SELECT COUNT(*), MIN(rule), MIN(subject) FROM {source} WHERE {wrong}").fetchone()
    if not found[0]:
        return
    told = Text(
        f"有 {found[0]:,} 行的 amount_yuan 不是 amount_fen 折成的元（例如 {found[1]} · {found[2]}），清单被改过",
        f"{found[0]:,} rows have an amount_yuan that is not amount_fen in yuan (such as {found[1]}, {found[2]}): the list was changed",
    )
    raise InputError(
        [
            Problem(
                "findings",
                Place(str(path)),
                told,
                Text("重新检查，或用没有改过的清单", "run the check again, or take the list as it was"),
            )
        ]
    )
