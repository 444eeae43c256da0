"""Starts and ends the server: a socket on this machine alone, the start link, the browser, the stop after nobody asked for long."""

from __future__ import annotations

import ipaddress
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from checker.base.errors import InputError, Place, Problem, Text
from checker.reports.extras import need
from checker.serve.guard import Activity, Keys

PORT = 8765
"""The port where it is free; another that is free otherwise."""
SHORTEST = 12
"""Characters of a password that lets other machines in."""


class Request(NamedTuple):
    """What `checker serve` is asked for; `exposed` says that other machines may come in, with `password`; `idle` is in minutes, 0 for never."""

    folder: Path
    rules: tuple[str, ...] = ()
    lang: str = "zh"
    host: str = "127.0.0.1"
    port: int = 0
    exposed: bool = False
    password: str = ""
    browser: bool = True
    idle: int = 120


def checked(request: Request) -> None:
    """Refuse what must not be served: a folder that is none, an address of other machines without option and password."""
    problems = []
    where = Place("checker serve")
    if not request.folder.is_dir():
        told = Text("没有这个文件夹", "there is no such folder")
        problems.append(Problem("no-folder", Place(str(request.folder)), told, Text("先建好文件夹", "make it first")))
    address = _address(request.host)
    if address is None or address.is_unspecified or address.is_multicast:
        told = Text(f"--host 要写一个地址，不是“{request.host}”", f"--host wants one address, not {request.host!r}")
        hint = Text(
            "例如 127.0.0.1，或这台机器在内网的地址", "such as 127.0.0.1, or the address of this machine in its network"
        )
        problems.append(Problem("host", where, told, hint))
    elif not address.is_loopback and not request.exposed:
        told = Text(f"{request.host} 会让别的机器进来", f"{request.host} would let other machines in")
        hint = Text(
            "确要这样，加 --expose，并设口令；没有加密，只可用于可信的内网",
            "if that is meant, add --expose and a password; nothing is encrypted: only in a network that is trusted",
        )
        problems.append(Problem("exposed", where, told, hint))
    elif not address.is_loopback and len(request.password) < SHORTEST:
        told = Text(
            f"让别的机器进来要有 {SHORTEST} 个字符以上的口令",
            f"letting other machines in takes a password of at least {SHORTEST} characters",
        )
        hint = Text(
            "写在环境变量 CHECKER_SERVE_PASSWORD 里", "put it into the environment variable CHECKER_SERVE_PASSWORD"
        )
        problems.append(Problem("password", where, told, hint))
    if problems:
        raise InputError(problems)


def _address(host: str) -> ipaddress.IPv4Address | None:
    try:
        return ipaddress.IPv4Address("127.0.0.1" if host == "localhost" else host)
    except ValueError:
        return None


def bound(host: str, port: int) -> socket.socket:
    """Return a socket that listens; where no port is asked for, the usual one or any that is free. Raises InputError."""
    failed = ""
    for each in (port,) if port else (PORT, 0):
        made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            if sys.platform == "win32":
                made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)  # nobody else may take the port over
            else:
                made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            made.bind((host, each))
            made.listen(128)
            return made
        except OSError as error:
            made.close()
            failed = error.strerror or str(error)
    told = Text(f"不能在 {host} 端口 {port} 上等待：{failed}", f"cannot listen on {host} port {port}: {failed}")
    raise InputError([Problem("port", Place("checker serve"), told, Text("换一个 --port", "choose another --port"))])


def names(host: str, port: int) -> tuple[str, ...]:
    """Return what may stand in the header Host."""
    address = _address(host)
    hosts = (
        ("127.0.0.1", "localhost")
        if address is not None and address.is_loopback and host in ("127.0.0.1", "localhost")
        else (host,)
    )
    return tuple(f"{each}:{port}" for each in hosts) + (hosts if port == 80 else ())


def serve(request: Request, say: Callable[[Text], None], opened: Callable[[str], object] = webbrowser.open) -> None:
    """Serve until it is stopped; *say* tells the start link. Raises InputError before anything is opened."""
    uvicorn = need("uvicorn", "serve", "checker serve")
    need("starlette", "serve", "checker serve")
    need("jinja2", "serve", "checker serve")
    from checker.serve.app import application

    checked(request)
    listening = bound("127.0.0.1" if request.host == "localhost" else request.host, request.port)
    port = int(listening.getsockname()[1])
    keys = Keys(port, names(request.host, port), request.password if request.exposed else "")
    activity, ended = Activity(), threading.Event()
    app = application(request.folder, request.rules, request.lang, keys, activity, ended.set)
    config = uvicorn.Config(
        app,
        log_config=None,  # without a terminal there is nothing to log to, and figures are never logged
        log_level="critical",
        access_log=False,
        ws="none",
        lifespan="off",
        server_header=False,
        limit_concurrency=64,
        timeout_keep_alive=10,
        timeout_graceful_shutdown=5,
    )
    server = uvicorn.Server(config)
    link = f"http://{keys.hosts[0]}/start?token={keys.start}"
    threading.Thread(target=_watch, args=(server, activity, ended, request.idle * 60), daemon=True).start()
    say(_told(request, link, keys))
    if request.browser:
        threading.Thread(target=opened, args=(link,), daemon=True).start()
    try:
        server.run(sockets=[listening])
    finally:
        ended.set()
        listening.close()


def _watch(server: object, activity: Activity, ended: threading.Event, seconds: float) -> None:
    """End the server when it is told to, or when nobody has asked for anything for long."""
    while not ended.wait(min(seconds or 30, 30)):
        if seconds and activity.idle() >= seconds:
            break
    server.should_exit = True  # type: ignore[attr-defined]


def _told(request: Request, link: str, keys: Keys) -> Text:
    folder = str(request.folder)
    zh = [
        f"检查页面已经打开，案例在 {folder}",
        f"浏览器没有自己打开的，把这个链接复制到地址栏（只能用一次）：\n  {link}",
    ]
    en = [
        f"the page is open; the cases are in {folder}",
        f"where no browser opens, copy this link into its address bar (it works once):\n  {link}",
    ]
    if keys.password:
        zh.append(f"别的机器用口令进来：http://{keys.hosts[0]}/login。内容不加密，用完请停止。")
        en.append(
            f"other machines come in with the password: http://{keys.hosts[0]}/login. Nothing is encrypted; stop it after use."
        )
    zh.append("停止：页面上的“停止”，或按 Ctrl-C" + (f"；{request.idle} 分钟没有人用会自己停" if request.idle else ""))
    en.append(
        "to stop it: “Stop” on the page, or Ctrl-C"
        + (f"; it stops by itself after {request.idle} minutes" if request.idle else "")
    )
    return Text("\n".join(zh), "\n".join(en))
