"""What a test does with a window: finds its parts, types into cells, waits until work is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from desktop.domain.cells import parse_cell

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.document.document import Document
    from desktop.domain.cells import CellRef
    from desktop.ui.main_window import MainWindow
    from desktop.ui.workspace import Workspace

_Part = TypeVar("_Part", bound=QObject)


def at(address: str) -> CellRef:
    cell = parse_cell(address)
    assert cell is not None, address
    return cell


def document_of(window: MainWindow) -> Document:
    assert window.document is not None
    return window.document


def workspace_of(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def part(window: QObject, kind: type[_Part], name: str = "") -> _Part:
    found = window.findChildren(kind, name) if name else window.findChildren(kind)
    assert len(found) == 1, f"{len(found)} parts of type {kind.__name__} named {name}"
    return found[0]


def type_in(window: MainWindow, address: str, text: str) -> None:
    document_of(window).type_texts([(at(address), text)], "Type")


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until slow work is done."""
    qtbot.waitUntil(lambda: not window._tasks.busy)
