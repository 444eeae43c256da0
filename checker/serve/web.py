"""What every page needs: the templates, the language and the person of a browser, texts that came in, answers to the script."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from checker import __version__
from checker.base.errors import LANGUAGES, Text
from checker.base.width import visible
from checker.cases.vocabulary import Vocabulary
from checker.serve import refusals
from checker.serve.folder import Folder
from checker.serve.forming import Forming
from checker.serve.guard import Activity, Keys, as_data
from checker.serve.judging import Judge
from checker.serve.own import Own
from checker.serve.refusals import Refusal, Refused
from checker.serve.survey import Survey
from checker.serve.uses import Uses

if TYPE_CHECKING:
    from checker.serve.settling import Settling
    from checker.serve.shelf import Shelf

YEAR = 365 * 24 * 3600
LONGEST = 4000
"""Characters of one text that is entered."""


class Desk:
    """All that the pages of one server share."""

    def __init__(
        self, folder: Folder, judge: Judge, lang: str, keys: Keys, activity: Activity, stop: Callable[[], None]
    ) -> None:
        self.folder = folder
        self.judge = judge
        self.survey = Survey(folder, judge)
        self.forming = Forming(folder, judge)
        self.own = Own(folder, judge)
        self._uses: Uses | None = None
        self._shelf: Shelf | None = None
        self._settling: Settling | None = None
        self.lang = lang
        self.keys = keys
        self.activity = activity
        self.stop = stop
        self.templates = Environment(
            loader=PackageLoader("checker.serve"),
            autoescape=True,
            finalize=_shown,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    @property
    def shelf(self) -> Shelf:
        """The documents behind the cases; what reads documents is not even imported before one is asked for."""
        if self._shelf is None:
            with self.judge.lock:  # there is one, however many ask at once
                from checker.serve.shelf import Shelf

                self._shelf = self._shelf or Shelf(self.folder)
        return self._shelf

    @property
    def settling(self) -> Settling:
        """What people decide about a reading."""
        if self._settling is None:
            with self.judge.lock:
                from checker.serve.settling import Settling

                self._settling = self._settling or Settling(self.folder, self.judge, self.shelf)
        return self._settling

    @property
    def uses(self) -> Uses:
        """The rules by the fields they rest on."""
        if self._uses is None or self._uses.book is not self.judge.book:
            self._uses = Uses(self.judge.book)
        return self._uses

    def page(self, request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
        """Return a page in the language of the browser."""
        return HTMLResponse(self.part(request, template, **context), status)

    def part(self, request: Request, template: str, **context: Any) -> str:
        """Return a template filled in, a page or a part of one."""
        lang = language(request, self.lang)
        made = {
            "lang": lang,
            "t": lambda zh, en: zh if lang == "zh" else en,
            "say": lambda text: text.say(lang),
            "page_token": self.keys.page,
            "who": person(request),
            "version": "",
            "path": request.url.path,
            "program": __version__,
            "data": script_data,
            **context,
        }
        return self.templates.get_template(template).render(made)

    def refused(self, request: Request, refusal: Refusal) -> Response:
        """Return what is said of a request that is refused: to the script as data, else as a page."""
        if request.method in ("GET", "HEAD"):
            return self.page(request, "refused.html", status=refusal.status, refusal=refusal)
        return JSONResponse(as_data(refusal), refusal.status)


def _shown(value: object) -> object:
    """Return what is put into a page: no character stays hidden, and a float or a None is never meant."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, int):
        return str(value)
    raise TypeError(f"{type(value).__name__} in a page")


def choices(vocabulary: Vocabulary, lang: str) -> dict[str, list[list[str]]]:
    """Return the words that a field may hold, by its type: what is written, and what it is called in the language of the page."""
    found = {
        name: [[known.name(each, "zh"), known.name(each, lang).replace("_", " ")] for each in known.values]
        for name, known in vocabulary.enumerations.items()
    }
    yes, no = Text("是", "yes"), Text("否", "no")
    return found | {"flag": [[each.zh, each.say(lang)] for each in (yes, no)]}


def script_data(value: object) -> Markup:
    """Return data for a `data-` attribute or a script block: JSON in which nothing can end the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e").replace("'", "\\u0027"))


def language(request: Request, usual: str) -> str:
    """Return the language that the browser chose."""
    chosen = request.cookies.get("checker_lang", "")
    return chosen if chosen in LANGUAGES else usual


def person(request: Request) -> str:
    """Return who sits there, as entered once; "" where nobody said."""
    return "".join(sign for sign in unquote(request.cookies.get("checker_who", ""))[:60] if sign.isprintable())


def remember(response: Response, name: str, value: str) -> None:
    """Have the browser keep a choice that is no secret."""
    response.set_cookie(name, quote(value, safe=""), max_age=YEAR, httponly=True, samesite="strict")


async def entered(request: Request, longest: int = LONGEST) -> Mapping[str, Any]:
    """Return the fields that the script sent; raises Refused for anything but one object of texts and lists of texts."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise Refused(refusals.BODY)
    try:
        found = json.loads(await request.body())
    except (ValueError, RecursionError):
        raise Refused(refusals.BODY) from None
    if not isinstance(found, dict) or not all(_plain(each) for each in found.values()):
        raise Refused(refusals.BODY)
    if any(len(each) > longest for each in found.values() if isinstance(each, str)):
        raise Refused(refusals.LONG)
    return found


def _plain(value: object) -> bool:
    if isinstance(value, list):
        return len(value) <= 5000 and all(_text(each) and len(each) <= LONGEST for each in value)
    return _text(value)


def _text(value: object) -> bool:
    """Whether it is a text that a file can hold: half a character of UTF-16 is none."""
    return isinstance(value, str) and not any("\ud800" <= sign <= "\udfff" for sign in value)


def field(data: Mapping[str, Any], name: str) -> str:
    """Return one text that was entered; "" where it was left out. Raises Refused where it is a list."""
    value = data.get(name, "")
    if not isinstance(value, str):
        raise Refused(refusals.BODY)
    return value


def several(data: Mapping[str, Any], name: str) -> list[str]:
    """Return several texts that were entered."""
    value = data.get(name, [])
    if not isinstance(value, list):
        raise Refused(refusals.BODY)
    return value


def done(**told: Any) -> JSONResponse:
    """Tell the script that it was done."""
    return JSONResponse({"done": True, **told})


def as_texts(**told: Text) -> dict[str, dict[str, str]]:
    """Return texts in both languages as the script reads them."""
    return {name: {"zh": text.zh, "en": text.en} for name, text in told.items()}
