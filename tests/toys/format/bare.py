"""A toy format: one line a problem, and nothing else."""

from __future__ import annotations


def render(report, options):
    return "".join(f"{problem.no} {problem.title.say(options.lang)}\n" for problem in report.problems)
