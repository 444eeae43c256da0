"""checker rules pack: one file of a folder of rules, whose manifest holds a hash of each part."""

from __future__ import annotations

from pathlib import Path

import click

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.outputs import Target, write_files
from checker.cli.commands import LANG
from checker.cli.console import guard, language


@click.command("pack")
@click.argument("folder", metavar="DIR")
@click.option("--output", "-o", metavar="FILE", help="默认：名称-版本.pack / default: NAME-VERSION.pack")
@LANG
def pack_rules(folder: str, output: str | None, lang: str | None) -> int:
    """把规则文件夹打成一个文件，改动一个字节都会被发现 / make one file of a folder of rules; any altered byte is found."""
    import hashlib

    from checker.base.files import builtin
    from checker.rulebook.loader import assemble
    from checker.rulebook.packs import MANIFEST, PACKED, Part, packed, read_pack

    tongue = language(lang)
    if output is not None:
        guard(output=[Target(output, (PACKED,))])
    pack = read_pack(Path(folder))
    path = Path(folder) / MANIFEST
    if pack.manifest is None:
        told = Text(
            f"文件夹里没有 {MANIFEST}（规则包的清单）",
            f"there is no {MANIFEST} (the manifest of the pack) in this folder",
        )
        hint = Text("写 名称、版本、发布单位 三行", "write three lines: name, version, publisher")
        raise InputError([Problem("manifest", Place(str(path)), told, hint)])
    assemble([read_pack(builtin("rules")), pack._replace(manifest=pack.manifest._replace(needs=()))], examples=True)
    data = packed(pack, Part(MANIFEST, str(path), path.read_bytes()))
    target = output or f"{pack.manifest.name}-{pack.manifest.version}{PACKED}"
    guard(output=[Target(target, (PACKED,))])  # the name that is made of the manifest as well
    if target == "-":
        click.echo(data, nl=False)
        return 0
    write_files({target: data})
    digest = hashlib.sha256(data).hexdigest()
    count = len(pack.parts)
    click.echo(
        f"已写 {target}：{count} 个部件，SHA-256 {digest}"
        if tongue == "zh"
        else f"wrote {target}: {count} parts, SHA-256 {digest}"
    )
    return 0
