"""checker lsp: the features of this room over the Language Server Protocol, on standard input and output.

Only this module knows pygls. It writes no file and opens no connection; what goes wrong inside is a line in the log of the editor, and
the answer is empty.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import gc
import logging
import os
import sys
from collections.abc import Callable, Generator, Sequence
from typing import Any, TypeVar, cast

from lsprotocol import types as t
from pygls import uris
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

from checker import __version__
from checker.base import collector
from checker.base.errors import Text
from checker.editor.actions import actions
from checker.editor.completion import Item, completion
from checker.editor.definition import definition
from checker.editor.diagnostics import Diagnostic, diagnostics
from checker.editor.documents import Document, Edit, Position, Range
from checker.editor.formatting import formatting
from checker.editor.hover import hover
from checker.editor.inlay import hints
from checker.editor.rename import Refused, prepare, rename
from checker.editor.shelf import Shelf, View

WAIT = 0.2
"""Seconds without a keystroke after which a file is looked through again."""
IDLE = 4.0
"""Seconds after which garbage is looked for."""
MANY = 200
"""Times that a file is looked through before garbage is looked for although somebody types."""
SOURCE = "checker"
KINDS = {
    "key": t.CompletionItemKind.Property,
    "field": t.CompletionItemKind.Field,
    "parameter": t.CompletionItemKind.Constant,
    "definition": t.CompletionItemKind.Variable,
    "value": t.CompletionItemKind.EnumMember,
    "operator": t.CompletionItemKind.Operator,
    "word": t.CompletionItemKind.Keyword,
    "function": t.CompletionItemKind.Function,
    "entity": t.CompletionItemKind.Class,
    "rule": t.CompletionItemKind.Reference,
    "place": t.CompletionItemKind.Value,
}
REQUEST_FAILED = -32803
"""The code by which the protocol says that a request was understood and is refused; the editor shows its message."""
Handler = TypeVar("Handler", bound=Callable[..., Any])


class Protocol(LanguageServerProtocol):
    """Counts characters in UTF-16, which every editor knows, whatever else one offers."""

    @lsp_method(t.INITIALIZE)
    def lsp_initialize(self, params: t.InitializeParams) -> Generator[Any, Any, t.InitializeResult]:
        """Begin a session."""
        if params.capabilities.general is not None:
            params.capabilities.general.position_encodings = None
        return (yield from super().lsp_initialize(params))


class Server(LanguageServer):
    """One session of an editor."""

    def __init__(self, folders: Sequence[str], lang: str | None) -> None:
        super().__init__("checker", __version__, protocol_cls=Protocol)
        self.asked = self.folders = tuple(folders)
        self.given = lang
        self.lang = lang or "zh"
        self.case = ""
        self.inlay = True
        self.snippets = False
        self._shelf: Shelf | None = None
        self.waiting: dict[str, asyncio.TimerHandle] = {}
        self.found: dict[str, tuple[int, list[Diagnostic]]] = {}
        self.looks = 0
        self.tidying: asyncio.TimerHandle | None = None

    @property
    def shelf(self) -> Shelf:
        """The rules, read when they are first asked for."""
        if self._shelf is None:
            self._shelf = Shelf(self.folders)
            collector.keep()  # the rules stay as long as the editor does
        return self._shelf

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Put what went wrong into the log; the person who types is not stopped by it."""
        if not isinstance(error, JsonRpcException) or error.code != REQUEST_FAILED:
            self.log(f"{type(error).__name__}: {error}")

    def log(self, told: str) -> None:
        """Write a line into the log of the editor."""
        self.window_log_message(t.LogMessageParams(t.MessageType.Warning, f"checker: {told}"))

    def say(self, told: Text) -> None:
        """Show a sentence to the person."""
        self.window_show_message(t.ShowMessageParams(t.MessageType.Info, told.say(self.lang)))

    # ---- settings

    def begin(self, params: t.InitializeParams) -> None:
        """Take what the editor says of itself."""
        options = params.initialization_options
        self.configure(options if isinstance(options, dict) else {}, str(params.locale or ""))
        ability = params.capabilities.text_document
        item = ability.completion.completion_item if ability and ability.completion else None
        self.snippets = bool(item and item.snippet_support)

    def configure(self, settings: dict[str, Any], locale: str = "") -> None:
        """Take the settings: language, folders of rules, the case over which outcomes are shown, hints."""
        lang = settings.get("language") or settings.get("lang")
        if lang in ("zh", "en"):
            self.lang = lang
        elif self.given is None and locale:
            self.lang = "zh" if locale.lower().startswith("zh") else "en"
        rules = settings.get("rules")
        if isinstance(rules, list) and all(isinstance(each, str) for each in rules):
            self.folders = (*self.asked, *(each for each in rules if each))
            if self._shelf is not None:
                self._shelf.folders = self.folders
        if isinstance(settings.get("case"), str):
            self.case = settings["case"]
        if isinstance(settings.get("inlayHints"), bool):
            self.inlay = settings["inlayHints"]

    # ---- documents

    def take(self, uri: str) -> Document:
        """Return an open file as it is now."""
        open_ = self.workspace.get_text_document(uri)
        path = uris.to_fs_path(uri) or uri
        known = self.shelf.texts.get(path)
        version = open_.version or 0
        if known is None or known.version != version or version == 0:
            text = open_.source
            if known is None or known.text != text.replace("\r\n", "\n").replace("\r", "\n"):
                known = self.shelf.texts[path] = Document(path, text, version)
            known.version = version
        return known

    def fresh(self, uri: str) -> View:
        """Return what is known of a file, worked out for what is typed now."""
        return self.shelf.view(self.take(uri))

    def latest(self, uri: str) -> View:
        """Return what was worked out last, which is soon enough while one types."""
        return self.shelf.latest(self.take(uri))

    def look(self, uri: str) -> None:
        """Look a file through and tell what is wrong."""
        self.waiting.pop(uri, None)
        view = self.fresh(uri)
        found = diagnostics(view)
        self.found[uri] = view.document.version, found
        for problem in self.shelf.told:
            self.log(problem.render(self.lang))
        self.tidy_later()
        told = [_diagnostic(each, self.lang) for each in found]
        self.text_document_publish_diagnostics(t.PublishDiagnosticsParams(uri, told, view.document.version))

    def look_soon(self, uri: str) -> None:
        """Look a file through when nobody types any more."""
        if (handle := self.waiting.pop(uri, None)) is not None:
            handle.cancel()
        self.waiting[uri] = asyncio.get_running_loop().call_later(WAIT, self.quietly, self.look, uri)

    def tidy_later(self) -> None:
        """Look for garbage when nobody asks anything: it takes half a second, in which nobody is answered."""
        self.looks += 1
        if self.tidying is not None:
            self.tidying.cancel()
        if self.looks >= MANY:
            self.tidy()
        else:
            self.tidying = asyncio.get_running_loop().call_later(IDLE, self.tidy)

    def tidy(self) -> None:
        """Look for garbage now."""
        self.looks, self.tidying = 0, None
        gc.collect()

    def quietly(self, do: Callable[[str], None], uri: str) -> None:
        """Do something of which an error is a line in the log."""
        try:
            do(uri)
        except Exception as error:
            self.report_server_error(error, type(error))


def guarded(empty: Callable[[], Any]) -> Callable[[Handler], Handler]:
    """Answer with nothing, and a line in the log, where something goes wrong inside."""

    def wrap(answer: Handler) -> Handler:
        @functools.wraps(answer)
        def safe(server: Server, params: Any) -> Any:
            try:
                return answer(server, params)
            except Refused as refused:
                raise JsonRpcException(refused.told.say(server.lang), REQUEST_FAILED) from None
            except Exception as error:
                server.log(f"{answer.__name__}: {type(error).__name__}: {error}")
                return empty()

        return cast(Handler, safe)

    return wrap


# ---- what is sent


def _position(position: Position) -> t.Position:
    return t.Position(position.line, position.character)


def _range(range_: Range) -> t.Range:
    return t.Range(_position(range_.start), _position(range_.end))


def _place(position: t.Position) -> Position:
    return Position(position.line, position.character)


def _stretch(range_: t.Range) -> Range:
    return Range(_place(range_.start), _place(range_.end))


def _edit(edit: Edit) -> t.TextEdit:
    return t.TextEdit(_range(edit.range), edit.text)


def _diagnostic(each: Diagnostic, lang: str) -> t.Diagnostic:
    return t.Diagnostic(
        _range(each.range),
        each.say(lang),
        severity=t.DiagnosticSeverity(each.severity),
        code=each.problem.code,
        source=SOURCE,
    )


def _item(item: Item, number: int, snippets: bool) -> t.CompletionItem:
    text = item.edit.text
    plain = not item.snippet or not snippets
    if plain and item.snippet:
        text = text.replace("$1", "").replace("$2", "").replace("$3", "").replace("  ", " ").rstrip()
    return t.CompletionItem(
        item.label,
        kind=KINDS[item.kind],
        detail=item.detail or None,
        documentation=t.MarkupContent(t.MarkupKind.Markdown, item.doc) if item.doc else None,
        sort_text=f"{number:04}",
        filter_text=item.filter or None,
        insert_text_format=t.InsertTextFormat.PlainText if plain else t.InsertTextFormat.Snippet,
        text_edit=t.TextEdit(_range(item.edit.range), text),
    )


def server(folders: Sequence[str] = (), lang: str | None = None) -> Server:
    """Return a server over the built-in rules and those in *folders*, that speaks *lang* unless the editor says otherwise."""
    made = Server(folders, lang)
    _documents(made)
    _asked(made)
    _changing(made)
    return made


def _documents(made: Server) -> None:
    @made.feature(t.INITIALIZE)
    @guarded(lambda: None)
    def _initialize(self: Server, params: t.InitializeParams) -> None:
        self.begin(params)

    @made.feature(t.INITIALIZED)
    @guarded(lambda: None)
    def _initialized(self: Server, params: t.InitializedParams) -> None:
        _ = self.shelf  # read now, not at the first keystroke

    @made.feature(t.TEXT_DOCUMENT_DID_OPEN)
    @guarded(lambda: None)
    def _opened(self: Server, params: t.DidOpenTextDocumentParams) -> None:
        self.look(params.text_document.uri)

    @made.feature(t.TEXT_DOCUMENT_DID_CHANGE)
    @guarded(lambda: None)
    def _changed(self: Server, params: t.DidChangeTextDocumentParams) -> None:
        self.look_soon(params.text_document.uri)

    @made.feature(t.TEXT_DOCUMENT_DID_SAVE)
    @guarded(lambda: None)
    def _saved(self: Server, params: t.DidSaveTextDocumentParams) -> None:
        for uri in list(self.workspace.text_documents):  # a parameter or a word may be another now
            self.look(uri)

    @made.feature(t.TEXT_DOCUMENT_DID_CLOSE)
    @guarded(lambda: None)
    def _closed(self: Server, params: t.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        if (handle := self.waiting.pop(uri, None)) is not None:
            handle.cancel()
        self.found.pop(uri, None)
        self.shelf.forget(uris.to_fs_path(uri) or uri)
        self.text_document_publish_diagnostics(t.PublishDiagnosticsParams(uri, []))

    @made.feature(t.WORKSPACE_DID_CHANGE_CONFIGURATION)
    @guarded(lambda: None)
    def _configured(self: Server, params: t.DidChangeConfigurationParams) -> None:
        settings = params.settings
        if isinstance(settings, dict):
            self.configure(settings.get("checker", settings))
        for uri in list(self.workspace.text_documents):
            self.look(uri)


def _asked(made: Server) -> None:
    @made.feature(t.TEXT_DOCUMENT_COMPLETION, t.CompletionOptions(trigger_characters=[".", "{", "(", " ", ":", "="]))
    @guarded(lambda: t.CompletionList(is_incomplete=False, items=[]))
    def _complete(self: Server, params: t.CompletionParams) -> t.CompletionList:
        view = self.latest(params.text_document.uri)
        found = completion(view, view.document.offset(_place(params.position)), self.lang)
        items = [_item(each, number, self.snippets) for number, each in enumerate(found)]
        return t.CompletionList(is_incomplete=True, items=items)

    @made.feature(t.TEXT_DOCUMENT_HOVER)
    @guarded(lambda: None)
    def _hover(self: Server, params: t.HoverParams) -> t.Hover | None:
        view = self.fresh(params.text_document.uri)
        case = self.shelf.case_for(view, self.case) if view.kind != "case" else view.case
        found = hover(view, view.document.offset(_place(params.position)), self.lang, case)
        if found is None:
            return None
        return t.Hover(t.MarkupContent(t.MarkupKind.Markdown, found.text), _range(found.range))

    @made.feature(t.TEXT_DOCUMENT_DEFINITION)
    @guarded(lambda: None)
    def _definition(self: Server, params: t.DefinitionParams) -> t.Location | None:
        view = self.fresh(params.text_document.uri)
        found = definition(self.shelf, view, view.document.offset(_place(params.position)))
        return t.Location(uris.from_fs_path(found.path) or "", _range(found.range)) if found is not None else None

    @made.feature(t.TEXT_DOCUMENT_INLAY_HINT)
    @guarded(list)
    def _inlay(self: Server, params: t.InlayHintParams) -> list[t.InlayHint]:
        if not self.inlay:
            return []
        view = self.latest(params.text_document.uri)
        return [
            t.InlayHint(_position(each.position), each.text, padding_left=True)
            for each in hints(view, _stretch(params.range))
        ]


def _changing(made: Server) -> None:
    @made.feature(t.TEXT_DOCUMENT_CODE_ACTION, t.CodeActionOptions(code_action_kinds=[t.CodeActionKind.QuickFix]))
    @guarded(list)
    def _actions(self: Server, params: t.CodeActionParams) -> list[t.CodeAction]:
        uri = params.text_document.uri
        view = self.fresh(uri)
        version, known = self.found.get(uri, (-1, []))
        found = known if version == view.document.version else None
        return [
            t.CodeAction(
                each.title,
                kind=t.CodeActionKind.QuickFix,
                diagnostics=[_diagnostic(each.diagnostic, self.lang)],
                edit=t.WorkspaceEdit(changes={uri: [_edit(edit) for edit in each.edits]}),
            )
            for each in actions(view, _stretch(params.range), self.lang, found)
        ]

    @made.feature(t.TEXT_DOCUMENT_FORMATTING)
    @guarded(list)
    def _format(self: Server, params: t.DocumentFormattingParams) -> list[t.TextEdit]:
        found = formatting(self.fresh(params.text_document.uri))
        if isinstance(found, Text):
            self.say(found)
            return []
        return [_edit(each) for each in found]

    @made.feature(t.TEXT_DOCUMENT_PREPARE_RENAME)
    @guarded(lambda: None)
    def _prepare(self: Server, params: t.PrepareRenameParams) -> t.PrepareRenamePlaceholder | None:
        view = self.fresh(params.text_document.uri)
        found, name = prepare(self.shelf, view, view.document.offset(_place(params.position)))
        return t.PrepareRenamePlaceholder(_range(found), name)

    @made.feature(t.TEXT_DOCUMENT_RENAME, t.RenameOptions(prepare_provider=True))
    @guarded(lambda: None)
    def _rename(self: Server, params: t.RenameParams) -> t.WorkspaceEdit | None:
        view = self.fresh(params.text_document.uri)
        found = rename(self.shelf, view, view.document.offset(_place(params.position)), params.new_name)
        return t.WorkspaceEdit(
            changes={uris.from_fs_path(path) or "": [_edit(edit) for edit in edits] for path, edits in found.items()}
        )


def serve(folders: Sequence[str] = (), lang: str | None = None) -> None:
    """Answer on standard input and output until the editor goes away; what anything else prints goes to the error output."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    coming = os.fdopen(os.dup(sys.stdin.fileno()), "rb")
    going = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    gc.disable()  # see Server.tidy
    with contextlib.redirect_stdout(sys.stderr):
        server(folders, lang).start_io(coming, going)
