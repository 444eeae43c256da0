"""Times the author's commands on generated rules: python benchmarks/authoring.py [rules…]. Nothing is asserted; read the numbers.

For each number of rules: PyYAML's C loader on their files, then `checker rules lint` and `checker rules test` (evaluator) on the
same files, in one process each, as CPU seconds and as multiples of the loader; then the growth exponent of each.
"""

from __future__ import annotations

import math
import subprocess
import sys
import tempfile
from pathlib import Path

RULE = """id: generated-{n}
title: 第{n}号规则：实际支出不得超过预算的 {percent}%
title_en: Rule {n}, spending within {percent} % of the budget
category: 生成
basis:
  - {{instrument: 《示例办法》, en: Example Measures, article: 第{n}条, verified: text}}
nature: query
severity: medium
for: 支出项目
when: 支出层次 = 明细项目 且 年初预算 > 0元 且 实际支出 > 生成起点{n}
unless: 是否应急 且 存在 批复 满足 (批复.批复金额 >= 追加预算)
require: 实际支出 / 年初预算 不超过 生成线{n}
amount: 实际支出 - 年初预算
message: "{{项目名称}}支出 {{实际支出}}，年初预算 {{年初预算}}，超过 {{生成线{n}}}"
message_en: "{{项目名称}} spent {{实际支出}} of {{年初预算}}, above {{生成线{n}}}"
remedy: 说明原因，附批复
remedy_en: Explain why and attach the approval
parameters:
  - {{id: generated_line_{n}, zh: 生成线{n}, type: percent, value: {percent}%, from: 2015-01-01, basis: {{instrument: 《示例办法》, en: Example Measures, verified: text}}}}
  - {{id: generated_start_{n}, zh: 生成起点{n}, type: money, value: {n}元, basis: {{instrument: 《示例办法》, en: Example Measures, verified: text}}}}
examples:
  - outcome: fail
    name: 超过一分
    facts:
      lines:
        - {{id: a, kind: 明细项目, name: 某专项, 年初预算: 100万元, 实际支出: {over}.01元, 是否应急: 否}}
  - outcome: pass
    name: 恰好
    boundary: true
    facts:
      lines:
        - {{id: a, kind: 明细项目, name: 某专项, 年初预算: 100万元, 实际支出: {even}元, 是否应急: 否}}
  - outcome: undetermined
    name: 没有列示支出
    facts:
      lines:
        - {{id: a, kind: 明细项目, name: 某专项, 年初预算: 100万元, 是否应急: 否}}
  - outcome: not_applicable
    name: 应急且有批复
    facts:
      lines:
        - id: a
          kind: 明细项目
          name: 某专项
          年初预算: 100万元
          实际支出: {over}.01元
          追加预算: 30万元
          是否应急: 是
          批复: [{{文号: 示财预〔2020〕{n}号, 批复日期: 2020-03-05, 批复金额: 30万元}}]
"""

LOADER = """
import sys, time, pathlib, yaml
files = [p.read_bytes() for p in sorted(pathlib.Path(sys.argv[1]).glob("*.yaml"))]
start = time.process_time()
for data in files: yaml.load(data, yaml.CSafeLoader)
print(time.process_time() - start)
"""


def cpu(arguments: list[str]) -> float:
    """Return the CPU seconds of one process; start-up included."""
    import resource

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print one line a size and the exponents between the smallest and the largest."""
    sizes = [int(word) for word in sys.argv[1:]] or [125, 250, 500, 1000]
    points: list[tuple[int, float, float, float]] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            for number in range(size):
                percent = f"{100 + number / 100:.2f}"
                text = RULE.format(
                    n=number, percent=percent, even=1_000_000 + 100 * number, over=1_000_000 + 100 * number
                )
                (Path(folder) / f"generated-{number}.yaml").write_text(text, encoding="utf-8")
            loader = min(float(subprocess.check_output([sys.executable, "-c", LOADER, folder])) for _ in range(3))
            base = [sys.executable, "-m", "checker", "rules"]
            empty = min(cpu([*base, "list"]) for _ in range(3))
            lint = min(cpu([*base, "lint", folder]) for _ in range(2)) - empty
            test = min(cpu([*base, "test", folder, "--engine", "evaluator"]) for _ in range(2)) - empty
        points.append((size, loader, lint, test))
        both = lint + test
        print(
            f"{size:5} rules: C loader {loader:.2f} s; lint {lint:.2f} s = {lint / loader:.1f}x; test {test:.2f} s = {test / loader:.1f}x; together {both / loader:.1f}x"
        )
    (n1, l1, a1, b1), (n2, l2, a2, b2) = points[0], points[-1]
    for name, one, two in (("C loader", l1, l2), ("lint", a1, a2), ("test", b1, b2)):
        print(f"{name}: growth exponent {math.log(two / one) / math.log(n2 / n1):.2f} from {n1} to {n2} rules")


if __name__ == "__main__":
    main()
