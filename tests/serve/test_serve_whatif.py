"""What if a figure or a parameter were another: worked out on the page, and nothing is saved."""

from __future__ import annotations

import json

import pytest
from conftest import ROOT

pytest.importorskip("starlette", reason="the extra serve is not installed")
pytest.importorskip("jinja2", reason="the extra serve is not installed")

from serve_tools import Window

CASE = (ROOT / "cases" / "2020.yaml").read_bytes()


def test_findings_before_and_after_and_nothing_is_saved(tmp_path):
    window = Window(tmp_path)
    go = window.take(("2020.yaml", CASE))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and path.name != "lock"}
    version = window.version(f"{go}/findings")
    page = window.get(f"{go}/whatif?path=x&field=y").text
    known = json.loads(page.split('id="assume">')[1].split("</script>")[0])
    line = next(each for each in known["facts"] if each[3].get("id") == "maintenance")

    def assume(value, **more):
        data = {"paths": [line[0]], "fields": ["actual"], "values": [value], **more}
        return window.post(f"{go}/whatif/judge", data).json()

    html = assume("521")["html"]  # as budgeted: what was over the budget is not
    assert "减少" in html and "信息系统维修维护" in html and "没有保存任何东西" in html
    assert "没有一处问题会变" in assume("538.64")["html"]
    assert assume("五百")["fields"]["actual"]["zh"].startswith("实际支出")
    limits = {"paths": [], "fields": [], "values": []}
    name = known["parameters"][0][0]
    told = window.post(f"{go}/whatif/judge", {**limits, "parameters": [name], "amounts": ["很多"]}).json()
    assert told["refused"] == "bad-value"
    assert window.post(f"{go}/whatif/judge", {**limits}).refused == "nothing-assumed"
    lowest = next(each for each in known["parameters"] if "万元" in each[2])[0]
    assert "html" in window.post(f"{go}/whatif/judge", {**limits, "parameters": [lowest], "amounts": ["1元"]}).json()
    for path in ("1", "[1]", "{", "[" * 3000):
        assert window.post(f"{go}/whatif/judge", {"paths": [path], "fields": ["x"], "values": ["1"]}).refused == "body"
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and path.name != "lock"}
    assert after == before and window.version(f"{go}/findings") == version
