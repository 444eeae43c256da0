"""New cases: files are dropped, read apart, and become a draft case beside what was read."""

from __future__ import annotations

import io
import re
import zipfile
from urllib.parse import unquote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from checker.base.errors import InputError, Text
from checker.base.outputs import write_files
from checker.cases.files import BOOK_SHEETS
from checker.intake.casefile import read_case_file
from checker.intake.draft import draft
from checker.intake.importing import read_documents, understood, ways
from checker.intake.kinds import kind_of
from checker.intake.reading import Reading
from checker.intake.reading_file import written
from checker.intake.summary import KINDS
from checker.serve.folder import READING, Entry
from checker.serve.refusals import Refusal, Refused
from checker.serve.web import Desk, done, entered, field, several

MOST_FILES, MOST_BYTES = 200, 500 * 1024 * 1024
"""Documents that make one case, and their bytes together."""
TEXTS = (".yaml", ".yml", ".json")
NAME = 120
"""Characters of the name of a file that are kept."""
NOTHING = Refusal(
    "nothing", 422, Text("还没有选文件", "no file was chosen"), Text("先把文件拖进来", "drop files first")
)
TOO_MANY = Refusal(
    "too-many",
    413,
    Text(f"一次最多 {MOST_FILES} 个文件、500 MB", f"at most {MOST_FILES} files and 500 MB at once"),
    Text("一个单位一个年度的材料放在一起，分几次收", "take the papers of one unit and year at a time"),
)
NO_CASE = Refusal(
    "no-document",
    422,
    Text("这是案例文件，不是材料", "this is a case file, no document"),
    Text("在案例清单那一页放进来", "drop it on the page of cases"),
)
GONE = Refusal(
    "gone", 422, Text("收下的文件不见了", "a file that was taken is gone"), Text("再拖一次", "drop it again")
)


def routes(desk: Desk) -> list[Route]:
    """Return the routes of this part."""

    async def take(request: Request) -> Response:
        name = file_title(unquote(request.headers.get("x-name", "")))
        sha256 = await desk.folder.take(request.stream())
        return await run_in_threadpool(_taken, desk, name, sha256)

    async def new(request: Request) -> Response:
        data = await entered(request)
        files = list(zip(several(data, "files"), several(data, "names")))
        return await run_in_threadpool(_new, desk, files)

    async def add(request: Request) -> Response:
        data = await entered(request)
        files = list(zip(several(data, "files"), several(data, "names")))
        return await run_in_threadpool(_add, desk, request.path_params["ident"], files, field(data, "version"))

    return [
        Route("/c/{ident}/add", add, methods=["POST"]),
        Route("/files", take, methods=["PUT"]),
        Route("/new", new, methods=["POST"]),
    ]


def file_title(name: str) -> str:
    """Return what a file is called, as text: the last part of whatever path came along, and nothing that cannot be seen."""
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(sign for sign in last if sign.isprintable()).strip()
    return shown[-NAME:] or "文件"


def is_case(name: str, data: bytes) -> bool:
    """Whether a file is a case, not a document that one is read from: a text of that name, or a workbook of `checker new-case`."""
    if data.startswith(b"PK\x03\x04"):
        try:
            return kind_of(data, name) == "xlsx" and _has_sheets(data)
        except InputError:
            return False
    return name.lower().endswith(TEXTS)


def _has_sheets(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("xl/workbook.xml") as file:
        text = file.read(1 << 20).decode("utf-8", "replace")
    names = set(re.findall(r'<(?:\w+:)?sheet\b[^>]*?\bname="([^"]*)"', text))
    return any(names.issuperset(sheets) for sheets in BOOK_SHEETS)


def _taken(desk: Desk, name: str, sha256: str) -> Response:
    """Say what a file is that was taken just now; one that no reader can read is told at once, with what to do."""
    data = desk.folder.document(sha256)
    if data is None:
        raise Refused(GONE)
    if is_case(name, data):
        kind = Text("案例文件", "case file")
        read_case_file(name, data, desk.judge.book.vocabulary)
    else:
        kind = KINDS[kind_of(data, name)]
    return done(sha256=sha256, name=name, size=len(data), kind={"zh": kind.zh, "en": kind.en})


def _new(desk: Desk, files: list[tuple[str, str]]) -> Response:
    """Make a case of documents, and one of every case file; says where to go on."""
    if not files:
        raise Refused(NOTHING)
    if len(files) > MOST_FILES:
        raise Refused(TOO_MANY)
    documents: dict[str, tuple[str, bytes]] = {}
    made: list[Entry] = []
    size = 0
    for sha256, name in files:
        data = desk.folder.document(sha256)
        if data is None:
            raise Refused(GONE)
        size += len(data)
        if size > MOST_BYTES:
            raise Refused(TOO_MANY)
        title = file_title(name)
        if is_case(title, data):
            made.append(_copied(desk, title, data))
        else:
            documents.setdefault(sha256, (title, data))  # the same file twice would bear itself out
    if documents:
        made.append(_imported(desk, list(documents.values())))
    go = f"/c/{made[0].id}" if len(made) == 1 else "/"
    return done(go=go)


def _copied(desk: Desk, name: str, data: bytes) -> Entry:
    """Put a case file into the folder; raises InputError with all that is wrong with it."""
    case = read_case_file(name, data, desk.judge.book.vocabulary)
    ending = ".xlsx" if data.startswith(b"PK") else ".json" if name.lower().endswith(".json") else ".yaml"
    wanted = f"{case.root.values.get('name') or name.rpartition('.')[0]}-{case.year or ''}"
    path = desk.folder.free_name(wanted, ending)
    write_files({str(path): data})
    return _found(desk, path.name)


def _read(desk: Desk, files: list[tuple[str, bytes]]) -> Reading:
    """Read documents, each in a process of its own; their texts are kept. Raises InputError with every one that cannot be read."""
    documents = read_documents((name, lambda data=data: data) for name, data in files)  # type: ignore[misc]
    with desk.judge.lock:
        vocabulary = desk.judge.book.vocabulary
        reading = understood(documents, vocabulary, ways(desk.judge.packs, vocabulary))
    for document in documents:
        desk.shelf.know(document)
    return reading


def _imported(desk: Desk, files: list[tuple[str, bytes]]) -> Entry:
    """Read documents and write the reading and the draft case, both or neither."""
    reading = _read(desk, files)
    with desk.judge.lock:
        text = draft(reading, desk.judge.book.vocabulary)
    path = desk.folder.free_name(_title(reading, files[0][0]), ".yaml")
    beside = path.with_name(path.name.removesuffix(".yaml") + READING)
    write_files({str(beside): written(reading).encode(), str(path): text.encode()})
    entry = _found(desk, path.name)
    desk.settling.note(entry, text.encode())
    return entry


def _add(desk: Desk, ident: str, files: list[tuple[str, str]], known: str) -> Response:
    """Read more documents into a case that was read from some; one of a name that is there takes the place of that one."""
    entry = desk.folder.entry(ident)
    with desk.judge.lock:
        before = desk.settling.state(entry).papers.reading.documents
    held: dict[str, bytes] = {}
    for document in before:
        data = desk.folder.document(document.sha256, document.size)
        if data is None:
            raise Refused(_gone(document.name))
        held[document.name] = data
    for sha256, name in files:
        title, data = file_title(name), desk.folder.document(sha256)
        if data is None:
            raise Refused(GONE)
        if is_case(title, data):
            raise Refused(NO_CASE)
        if data not in held.values():  # the same file twice would bear itself out
            held[title] = data
    if not files or len(held) > MOST_FILES or sum(map(len, held.values())) > MOST_BYTES:
        raise Refused(TOO_MANY if files else NOTHING)
    reading = _read(desk, list(held.items()))
    with desk.judge.lock:
        desk.settling.reread(entry, known, reading)
    return done(go=f"/c/{entry.id}/figures")


def _gone(name: str) -> Refusal:
    told = Text(
        f"以前的材料“{name}”不在了，不能一起重读", f"the document {name!r} is gone, so all cannot be read together"
    )
    return Refusal("document-gone", 422, told, Text("把它再放进来一次", "drop it again, together with the others"))


def _title(reading: Reading, name: str) -> str:
    """Return what a case is called after: the unit and the year, as far as they were read, else its first file."""
    unit = next(
        (
            text
            for fact in reading.understood.facts
            if fact.entity == "unit"
            for field, text, _ in fact.texts
            if field == "name"
        ),
        "",
    )
    spans = {span.id: span for span in reading.spans}
    year = next(
        (
            "".join(spans[each.span].text.split())[:4]
            for each in reading.understood.proposals
            if each.field == "fiscal_year"
        ),
        "",
    )
    return f"{unit}-{year}" if unit else name.rpartition(".")[0] or name


def _found(desk: Desk, name: str) -> Entry:
    return next(entry for entry in desk.folder.entries() if entry.name == name)
