"""One module a command; `COMMANDS` is the list, each imported only when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from checker.base.collector import loading
from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.cli.config import Config
from checker.cli.console import language
from checker.cli.words import Words

Table = dict[str, tuple[str, str, Text]]
"""Each command: its module in this folder, the function there, and what --help says of it."""

COMMANDS: Table = {
    "run": ("run", "run", Text("检查案例文件或文件夹", "check case files or folders")),
    "overview": (
        "overview",
        "overview",
        Text("很多单位一起看：排名、合计、每个单位一份报告", "many units together: ranked, summed, a report of each"),
    ),
    "explain": ("explain", "explain", Text("说明一条规则对一个案例是怎样判断的", "explain how a rule judges a case")),
    "new-case": ("new_case", "new_case", Text("写一个待填的案例文件", "write a case file to fill in")),
    "import": (
        "import_documents",
        "import_documents",
        Text("把 Word、Excel、PDF 读成草稿案例", "read Word, Excel and PDF files into a draft case"),
    ),
    "serve": (
        "serve",
        "serve",
        Text("在浏览器里核对材料、出报告（本机网页）", "check papers and get the report in a browser"),
    ),
    "diff": ("diff", "diff", Text("比较两次检查：新增、消除、变化", "compare two runs: new, settled, changed")),
    "score": ("score", "score", Text("按计分表给指标计分", "fill in the score sheet of a case")),
    "history": (
        "history",
        "history_group",
        Text("保存历次检查，看历年变化", "keep runs by unit and year, for trends"),
    ),
    "sample": (
        "sample",
        "sample",
        Text("货币单元抽样：抽取、评价", "monetary-unit sampling: draw and evaluate"),
    ),
    "parties": (
        "parties",
        "parties",
        Text(
            "供应商、收款人：哪些可能是同一家，信用代码对不对",
            "suppliers and payees: which may be one, and their codes",
        ),
    ),
    "pack": ("pack", "pack", Text("案例文件做成表格，或变回来", "case files into tables, and back")),
    "verify": ("verify", "verify", Text("用求值器复核批量检查的结果", "re-derive the result of a batch")),
    "compile": ("compile", "compile_rules", Text("把规则译成 SQL", "rules as SQL")),
    "watch": ("watch", "watch", Text("逐笔检查到来的付款、批复、评审、合同", "check events as they arrive")),
    "rules": ("rules", "rules_group", Text("查看、编写、检验规则", "look at, write and test rules")),
    "parameters": (
        "parameters",
        "parameters_group",
        Text("查看、导出、导入限额等参数", "list, export and import limits and other parameters"),
    ),
    "replay": ("replay", "replay", Text("把证据包重新检查一遍", "judge an evidence bundle again")),
    "followup": ("followup", "followup_group", Text("记录每个问题的整改情况", "keep what becomes of each finding")),
    "waivers": ("waivers", "waivers_group", Text("检查豁免文件", "look after the file of waivers")),
    "vocabulary": (
        "vocabulary",
        "vocabulary",
        Text("列出对象和字段，加自己的", "list entities and fields, add one's own"),
    ),
    "schema": ("schema", "schema", Text("输出 JSON Schema（编辑器补全用）", "print a JSON Schema, for editors")),
    "lsp": ("lsp", "lsp", Text("编辑器的语言服务（由编辑器启动）", "the language server, started by editors")),
    "completion": ("completion", "completion", Text("输出命令行补全脚本", "print the completion script for a shell")),
}

RULES_COMMANDS: Table = {
    "list": ("rules_list", "list_rules", Text("列出全部规则", "list every rule")),
    "show": ("rules_list", "show_rule", Text("显示一条规则", "show one rule")),
    "new": (
        "rules_new",
        "new_rule",
        Text("写一条新规则（问答，或用选项）", "write a new rule (asks, or takes options)"),
    ),
    "test": ("rules_test", "test_rules", Text("运行规则文件里的示例", "run the examples in rule files")),
    "lint": ("rules_lint", "lint_rules", Text("指出规则里可疑的地方", "say what is doubtful about rules")),
    "fmt": (
        "rules_fmt",
        "format_rules",
        Text("整理规则文件，中英文互改", "put rule files in order, in Chinese or English"),
    ),
    "try": (
        "rules_try",
        "try_rules",
        Text("用以前的案例试查自己的规则", "try one's own rules over cases of earlier years"),
    ),
    "impact": (
        "rules_impact",
        "impact_rules",
        Text("改动规则或参数会增减哪些问题", "which findings a change adds and removes"),
    ),
    "review": (
        "rules_review",
        "review_rules",
        Text("给法律人员复核的表，签好读回", "a sheet for a lawyer to sign, and to read back"),
    ),
    "pages": (
        "rules_pages",
        "rules_pages",
        Text("每条规则一页说明，按条款索引", "a page for every rule, indexed by article"),
    ),
    "pack": ("rules_pack", "pack_rules", Text("把规则文件夹打成一个文件", "make one file of a folder of rules")),
}
"""The commands of `checker rules`."""

PARAMETERS_COMMANDS: Table = {
    "list": ("parameters", "list_parameters", Text("列出参数的取值", "list the values of the parameters")),
    "coverage": (
        "parameters",
        "parameters_coverage",
        Text("哪些地方、哪些年度知道", "the places and years that are known"),
    ),
    "export": ("parameters", "export_parameters", Text("写成 Excel 或 CSV", "write them as Excel or CSV")),
    "import": ("parameters", "import_parameters", Text("读回改好的表", "read the edited table back")),
}
"""The commands of `checker parameters`."""

VOCABULARY_COMMANDS: Table = {
    "list": ("vocabulary", "list_words", Text("列出对象和字段", "list the entities and fields")),
    "add": ("vocabulary", "add_word", Text("加自己的字段和对象", "add fields and objects of one's own")),
}
"""The commands of `checker vocabulary`; without one it lists."""

WAIVERS_COMMANDS: Table = {
    "lint": ("waivers_lint", "lint", Text("检查豁免文件", "check a file of waivers")),
    "new": ("waivers_list", "new", Text("写一份待填的豁免清单", "write a list of waivers to fill in")),
    "update": ("waivers_list", "update", Text("把填好的豁免清单接在文件后面", "add a filled-in list to the file")),
}
"""The commands of `checker waivers`."""

HISTORY_COMMANDS: Table = {
    "add": ("history", "add", Text("记入一次检查", "add a run")),
}
"""The commands of `checker history`."""

FOLLOWUP_COMMANDS: Table = {
    "update": (
        "followup",
        "update",
        Text("把新问题、填好的台账接在文件后面", "add new findings, or a filled-in ledger, to the file"),
    ),
    "show": ("followup", "show", Text("列出每个问题的整改情况", "list what stands of each finding")),
}
"""The commands of `checker followup`."""

GROUPS: dict[str, Table] = {
    "rules": RULES_COMMANDS,
    "parameters": PARAMETERS_COMMANDS,
    "vocabulary": VOCABULARY_COMMANDS,
    "followup": FOLLOWUP_COMMANDS,
    "waivers": WAIVERS_COMMANDS,
    "history": HISTORY_COMMANDS,
}
"""The commands that are groups of commands."""


def _all_rules(ctx: click.Context, option: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Return the folders of the configuration, then those of the command line: an option adds, it takes nothing away."""
    config = ctx.find_root().obj
    return (*config.values.get("rules", ()), *value) if isinstance(config, Config) else value


def _say_config(ctx: click.Context, option: click.Parameter, value: bool) -> None:
    """Say which configuration holds, if that is asked for."""
    config = ctx.find_root().obj
    if value and isinstance(config, Config):
        click.echo(config.say().say(language(ctx.params.get("lang") or config.language)), err=True)


RULES = click.option(
    "--rules",
    "rules",
    multiple=True,
    metavar="DIR",
    callback=_all_rules,
    help="再加一个规则文件夹 / add a folder of rules",
)
FAIL_ON = click.option(
    "--fail-on",
    type=Words(["info", "low", "medium", "high"]),
    default="low",
    show_default=True,
    help="达到这个严重程度的问题使退出码为 1 / severity that makes the exit code 1",
)
SAME_UNIT = click.option(
    "--same-unit",
    is_flag=True,
    help="允许同一单位、同一年度有几个案例 / take several cases of one unit and year",
)
HISTORY = click.option(
    "--history",
    metavar="FILE",
    help="检查历史（checker history add 写的）：历年合计、连续几年不符合的 / history (by checker history add): sums by year, what fails year after year",
)
LANG = click.option("--lang", type=Words(["zh", "en"]), help="输出语言 / language of the output")


class Commands(click.Group):
    """A group whose commands are imported when they are asked for; `table` lists them."""

    def __init__(self, *args: Any, table: Table, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order in which people meet them."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return one command, imported now; raises InputError for one that does not exist."""
        if cmd_name not in self.table:
            lead = ctx.command_path or "checker"
            hint = did_you_mean(cmd_name, list(self.table)) or Text(f"看 {lead} --help", f"see {lead} --help")
            told = Text(f"没有命令“{cmd_name}”", f"there is no command {cmd_name!r}")
            raise InputError([Problem("no-command", Place(lead), told, hint)])
        module, function, _ = self.table[cmd_name]
        with loading():
            command: click.Command = getattr(import_module(f"checker.cli.commands.{module}"), function)
        if not isinstance(command, click.Group) and not any(option.name == "verbose" for option in command.params):
            about = "说明用了哪个配置文件 / say which configuration holds"
            command.params.append(
                click.Option(["--verbose"], is_flag=True, expose_value=False, callback=_say_config, help=about)
            )
        return command if "make_parser" in vars(command) else _once(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, f"{told.zh} / {told.en}") for name, (_, _, told) in self.table.items()])


def _once(command: click.Command) -> click.Command:
    """Let a command refuse an option with a value that is written twice and taken once: click would pass over the first."""
    make = command.make_parser

    def make_parser(ctx: click.Context) -> Any:
        parser = make(ctx)
        read = parser.parse_args

        def parse_args(args: list[str]) -> Any:
            found = read(args)
            named = [each for each in found[2] if isinstance(each, click.Option) and each.metavar and not each.multiple]
            twice = next((each for each in named if named.count(each) > 1), None)
            if twice is not None and not ctx.resilient_parsing:
                name = max(twice.opts, key=len)
                told = Text(f"{name} 写了两次，只能写一次", f"{name} is written twice and taken once")
                raise InputError([Problem("usage", Place(ctx.command_path), told)])
            return found

        parser.parse_args = parse_args  # type: ignore[method-assign]
        return parser

    command.make_parser = make_parser  # type: ignore[method-assign]
    return command
