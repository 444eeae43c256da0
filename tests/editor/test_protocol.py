"""checker lsp as an editor drives it: one session from open to exit, over its protocol, in a subprocess."""

from __future__ import annotations

import pytest
from lsp_client import Client, applied, spot, units

pytest.importorskip("pygls", reason="pygls is not installed: the language server was not started")

PACK = '名称: own-rules\n版本: "1.0"\n发布单位: 示例区审计局\n'
WORDS = """实体:
  合同:
    字段:
      工资保证金: {类型: 金额, 资料: {中文: 银行回单, 问谁: 财务}}
      保证金形式: [现金, 保函]
"""
PARAMETERS = """参数:
  - {编号: bond_limit, 名称: 保证金上限, 类型: 百分比, 值: 2%, 自: 2019-01-01, 依据: {文件: 《示例办法》, 核对: 未核实}}
"""
RULE = """# 𠮷林的规则
编号: wage-bond
标题: 工资保证金不得超过合同金额的2%
依据: {文件: 《示例办法》, 核对: 未核实}
定性: 疑点
严重程度: 低
对象: 合同
适用: 合同标的 ≠ "𠮷𠮷" 且 保证金形式 = 现金
要求: 工资保证金 / 合同金额 不超过 保证金上限
涉及金额: 工资保证金
说明: "𠮷：{合同标的}收工资保证金 {工资保证金}，上限 {保证金上限}"
整改: 退还多收的保证金
示例:
  - {结论: 不符合, 事实: {合同: [{编号: a, 合同标的: 甲, 合同金额: 1000000.00元, 工资保证金: 20000.01元, 保证金形式: 现金}]}}
  - {结论: 符合, 边界: 是, 事实: {合同: [{编号: a, 合同标的: 甲, 合同金额: 1000000.00元, 工资保证金: 20000.00元, 保证金形式: 现金}]}}
"""
CASE = """单位名称: 示例单位
行政区划: "430112"
预算级次: 区县
单位性质: 事业单位
预算年度: 2023
合同:
  - {编号: a, 合同标的: 甲项目, 合同金额: 100万元, 工资保证金: 3万元, 保证金形式: 现金}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "pack" / "parameters").mkdir(parents=True)
    for name, text in (
        ("pack.yaml", PACK),
        ("vocabulary.yaml", WORDS),
        ("parameters/own.yaml", PARAMETERS),
        ("wage-bond.yaml", RULE),
    ):
        (tmp_path / "pack" / name).write_text(text, encoding="utf-8")
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "2023.yaml").write_text(CASE, encoding="utf-8")
    return tmp_path


def test_a_session(folder):
    path = folder / "pack" / "wage-bond.yaml"
    files = {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()}
    client = Client(folder, settings={"case": str(folder / "cases" / "2023.yaml")})
    assert client.begun["capabilities"]["positionEncoding"] == "utf-16"
    client.open(path, RULE)
    found = client.diagnostics(path.as_uri())
    assert {each["severity"] for each in found} <= {3, 4}, found

    # two mistakes in one condition and a line that is no YAML: three errors, each in its place
    broken = RULE.replace("保证金形式 = 现金", "保证金形式 = 现钱").replace('≠ "𠮷𠮷"', "≠ 5").replace("整改:", "整改")
    client.change(path, 2, broken)
    errors = [each for each in client.diagnostics(path.as_uri(), 2) if each["severity"] == 1]
    told = {each["message"].split("\n")[0]: each["range"] for each in errors}
    assert len(errors) == 3 and all("→" in each["message"] for each in errors)
    line, character = spot(broken, "现钱")
    place = next(range_ for message, range_ in told.items() if "现钱" in message or "保证金形式" in message)
    assert place == {"start": {"line": line, "character": character}, "end": {"line": line, "character": character + 2}}
    action = client.ask(
        "textDocument/codeAction",
        textDocument={"uri": path.as_uri()},
        range=place,
        context={"diagnostics": errors},
    )
    assert "现金" in action[0]["title"]
    assert "= 现金" in applied(broken, action[0]["edit"]["changes"][path.as_uri()])

    # one letter by an edit in place, behind characters that count two
    line, character = spot(RULE, "保证金形式 = ", behind=True)
    client.change(path, 3, RULE)
    end = {"line": line, "character": character + 2}
    client.change(path, 4, "", {"start": {"line": line, "character": character}, "end": end})
    items = client.at("completion", path, (line, character))["items"]
    assert [each["label"] for each in items[:2]] == ["现金", "保函"]
    edit = items[0]["textEdit"]
    typed = RULE.replace("保证金形式 = 现金", "保证金形式 = ", 1)
    assert applied(typed, [edit]) == RULE
    client.change(path, 5, RULE)

    hover = client.at("hover", path, spot(RULE, "保证金上限"))
    assert "2%" in hover["contents"]["value"] and "2023 年度用这个" in hover["contents"]["value"]
    hover = client.at("hover", path, spot(RULE, "工资保证金", 2))
    assert "银行回单" in hover["contents"]["value"]
    hover = client.at("hover", path, spot(RULE, "要求"))
    assert "示例单位 2023" in hover["contents"]["value"] and "疑点" in hover["contents"]["value"]
    hover = client.at("hover", path, spot(RULE, "不超过"))
    assert "民法典" in hover["contents"]["value"]

    there = client.at("definition", path, spot(RULE, "保证金上限"))
    assert there["uri"] == (folder / "pack" / "parameters" / "own.yaml").as_uri()
    assert there["range"]["start"]["line"] == 1
    there = client.at("definition", path, spot(RULE, "保证金形式"))
    assert there["uri"] == (folder / "pack" / "vocabulary.yaml").as_uri() and there["range"]["start"]["line"] == 4

    edits = client.at("rename", path, spot(RULE, "保证金上限"), newName="保证金比例")["changes"]
    assert set(edits) == {path.as_uri(), (folder / "pack" / "parameters" / "own.yaml").as_uri()}
    renamed = applied(RULE, edits[path.as_uri()])
    assert renamed == RULE.replace("保证金上限", "保证金比例")
    refused = client.at("prepareRename", path, spot(RULE, "合同金额", 1))
    assert "内置" in refused["message"] and refused["code"] == -32803
    assert client.at("prepareRename", path, spot(RULE, "保证金上限"))["placeholder"] == "保证金上限"

    untidy = RULE.replace("工资保证金 / 合同金额 不超过", "工资保证金/合同金额   不超过")
    client.change(path, 6, untidy)
    edits = client.ask(
        "textDocument/formatting", textDocument={"uri": path.as_uri()}, options={"tabSize": 2, "insertSpaces": True}
    )
    assert applied(untidy, edits) == RULE
    client.change(path, 7, RULE)

    hints = client.ask(
        "textDocument/inlayHint",
        textDocument={"uri": path.as_uri()},
        range={"start": {"line": 0, "character": 0}, "end": {"line": 12, "character": 0}},
    )
    shown = {(each["position"]["line"], each["position"]["character"]): each["label"] for each in hints}
    line, character = spot(RULE, "合同金额 不超过")
    assert shown[line, character + units("合同金额")] == "amount"
    assert shown[spot(RULE, "保证金上限", behind=True)] == "bond_limit"

    client.tell("textDocument/didClose", textDocument={"uri": path.as_uri()})
    code, said = client.close()
    assert (code, said) == (0, "")
    assert not [message for message in client.told if message.get("method") == "window/logMessage"]
    assert {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()} == files, (
        "a server changes no file"
    )
