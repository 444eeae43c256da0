"""The child process of the durable engine: reads shards as two JSON lines each, lets durable-rules judge, answers a line each.

It talks to the C module alone (no Host, no threads), and only as the measurements allow: own ids, one fact at a time,
lookups before subjects, a boot fact, both deletes. If the C code crashes or hangs, only this process is lost.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from typing import Any


class Rules:
    """The ruleset of the shard before: many cases are judged by one rule, and to build it takes as long as to judge by it."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine
        self._text = ""
        self._handle: Any = None

    def of(self, rules: str, labels: list[str]) -> Any:
        """Return the ruleset of a shard, that of the one before where it has the same patterns."""
        own: dict[str, Any] = {"_boot": {"all": [{"s": {"_boot": 1}}]}}
        for label in labels:
            own[f"_seen|{label}"] = {"all": [{"s": {"$and": [{"_s": label}, {"_1": 1}]}}]}
        text = f"{rules.rstrip()[:-1]}, {json.dumps(own, ensure_ascii=False)[1:]}"
        if self._handle is None or text != self._text:
            self.drop()
            self._handle = self._engine.create_ruleset("checker", text)
            self._text = text
        return self._handle

    def drop(self) -> None:
        """Let go of what is held."""
        if self._handle is not None:
            handle, self._handle = self._handle, None
            self._engine.delete_ruleset(handle)


def judge(engine: Any, rules: str, shard: dict[str, Any], kept: Rules) -> dict[str, Any]:
    """Return what fired for each subject of one shard: [[rule, subject number, verdict], …] and which were seen.

    *rules* are a text in JSON, as durable-rules takes them: they are not read here.
    """
    handle = kept.of(rules, shard["labels"])
    fired: list[list[Any]] = []
    seen: list[list[Any]] = []
    try:
        rows = [{"_boot": 1}, *shard["rows"]]
        try:
            for number, row in enumerate(rows):
                result, offset = engine.assert_fact(handle, json.dumps({**row, "id": f"#{number}"}, ensure_ascii=False))
                if result == 2:
                    raise RuntimeError("two facts with one id")
                answer = engine.start_action_for_state(handle, offset) if result == 0 else None
                message = answer[1] if answer else None
                while message:
                    ((name, facts),) = json.loads(message).items()
                    if name.startswith("_seen|"):
                        seen.append([name[6:], facts["s"]["p:me"]])
                    elif name != "_boot":
                        rule, verdict, _ = name.rsplit("|", 2)
                        fired.append([rule, facts["s"]["p:me"], verdict])
                    message = engine.complete_and_start_action(handle, offset)
        finally:
            engine.delete_state(handle, "0")  # allowed only because the boot fact fired first
    except Exception:
        kept.drop()  # who knows what it holds
        raise
    return {"fired": fired, "seen": seen}


def main() -> None:
    """Answer every line of standard input."""
    engine = import_module("durable_rules_engine")
    kept = Rules(engine)
    for rules in sys.stdin:
        shard = json.loads(sys.stdin.readline())
        try:
            answer = judge(engine, rules, shard, kept)
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    kept.drop()


if __name__ == "__main__":
    main()
