"""What the page refuses, in words: each with the status of HTTP, what is wrong and what to do."""

from __future__ import annotations

from typing import NamedTuple

from checker.base.errors import InputError, Text


class Refusal(NamedTuple):
    """A request that is not answered: its stable code, the status, what is wrong and what to do about it."""

    code: str
    status: int
    told: Text
    hint: Text


class Refused(Exception):
    """Raised by whatever answers a request; the page says what the refusal says."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


_OWN = Text(
    "关掉那个网页；要用检查页面，从 checker serve 给出的链接进来", "close that page; enter by the link of checker serve"
)
_RELOAD = Text("刷新这一页，再做一次", "load this page anew and do it again")

HOST = Refusal(
    "host",
    421,
    Text("访问的地址不是这台机器上的检查页面", "this is not the address of the page on this machine"),
    Text("用 checker serve 给出的链接打开", "open the link that checker serve prints"),
)
ORIGIN = Refusal(
    "origin", 403, Text("请求来自别的网页，没有执行", "the request comes from another page; nothing was done"), _OWN
)
NO_ORIGIN = Refusal(
    "no-origin",
    403,
    Text("请求没有写明来自哪个网页，没有执行", "the request does not say where it comes from; nothing was done"),
    _OWN,
)
CROSS_SITE = Refusal(
    "cross-site",
    403,
    Text("请求是别的网站引过来的，没有回答", "another site led here; nothing was answered"),
    Text("把 checker serve 给出的链接复制到地址栏里打开", "copy the link of checker serve into the address bar"),
)
TOKEN = Refusal(
    "token",
    403,
    Text("这个链接已经用过，或不是这一次启动给出的", "this link was used already, or is of another start"),
    Text(
        "已经打开的页面可以继续用；没有的，重新运行 checker serve",
        "go on with the page that is open, or start checker serve again",
    ),
)
SESSION = Refusal(
    "session",
    401,
    Text(
        "没有进来的凭据：这个浏览器没有用过启动链接，或者程序重新启动过",
        "this browser has not used the start link, or the program was started anew",
    ),
    Text(
        "用 checker serve 给出的链接打开；没有的，重新运行 checker serve",
        "open the link that checker serve prints, or start it again",
    ),
)
CSRF = Refusal(
    "csrf",
    403,
    Text("这一页是上一次启动时打开的，没有执行", "this page is of an earlier start; nothing was done"),
    _RELOAD,
)
METHOD = Refusal("method", 405, Text("不支持这种请求", "there is no such request"), _RELOAD)
PATH = Refusal("path", 400, Text("地址里有不能用的字符", "the address holds characters that cannot be used"), _RELOAD)
BODY = Refusal(
    "body", 415, Text("内容的格式不对，没有执行", "the content is of another kind; nothing was done"), _RELOAD
)
NOT_FOUND = Refusal(
    "not-found",
    404,
    Text("没有这一页，或这个案例已经移走", "there is no such page, or the case was moved away"),
    Text("回到案例清单", "go back to the list of cases"),
)
TOO_LARGE = Refusal(
    "too-large",
    413,
    Text("文件超过 50 MB，没有收", "the file is larger than 50 MB and was not taken"),
    Text(
        "把文件拆小；扫描件请换成原来的 Word、Excel 或 PDF",
        "split it; instead of a scan take the original Word, Excel or PDF file",
    ),
)
LONG = Refusal(
    "long",
    413,
    Text("一次填的内容太长，没有保存", "too much at once; nothing was saved"),
    Text("分几次填", "enter it in parts"),
)
CHANGED = Refusal(
    "changed",
    409,
    Text(
        "这个案例在别的窗口或命令行里改过，这一次没有保存",
        "the case was changed in another window or on the command line; this was not saved",
    ),
    Text("刷新这一页看最新的内容，再做一次", "load this page anew, look at what stands now, and do it again"),
)
PASSWORD = Refusal("password", 403, Text("口令不对", "the password is wrong"), Text("再输一次", "enter it again"))
WAIT = Refusal(
    "wait",
    429,
    Text("口令错了几次，先停一分钟", "the password was wrong several times: wait a minute"),
    Text("一分钟以后再试", "try again in a minute"),
)
BROKEN = Refusal(
    "broken",
    500,
    Text(
        "程序出错，这一次没有做成；已经保存的内容没有受影响", "the program failed at this; what was saved is as it was"
    ),
    Text(
        "刷新再试；还不行的，把屏幕上的出错位置告诉维护人",
        "try again; if it stays so, tell whoever maintains it what the terminal says",
    ),
)


def of_input(error: InputError) -> Refusal:
    """Return what to say of an input that cannot be used: all that is wrong with it, each with what to do."""
    told = list(dict.fromkeys(each.message for each in error.problems))[:20]
    hints = list(dict.fromkeys(each.hint for each in error.problems if each.hint is not None))[:20]
    return Refusal(
        error.problems[0].code if error.problems else "input",
        422,
        Text("；".join(each.zh for each in told), "; ".join(each.en for each in told)),
        Text("；".join(each.zh for each in hints), "; ".join(each.en for each in hints)),
    )
