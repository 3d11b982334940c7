"""The two example workbooks, open, each with a grid of its main table."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.document.document import Document
from desktop.domain.tables import TableKind
from desktop.grid.view import GridView
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

EXAMPLES = Path(__file__).parents[2] / "templates" / "examples"


@cache
def example(name: str) -> Workbook:
    return Workbook.open(EXAMPLES / name)


@pytest.fixture
def leicester(qtbot: QtBot) -> Document:
    del qtbot
    return Document(example("leicester-map-2001.xlsx"), dt.date(2001, 1, 31))


@pytest.fixture
def leeds(qtbot: QtBot) -> Document:
    del qtbot
    return Document(example("leeds-programme-plan-2012.xlsx"), dt.date(2012, 6, 30))


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[..., GridView]:
    def show(document: Document, kind: TableKind, width: int = 900, height: int = 400) -> GridView:
        view = GridView()
        qtbot.addWidget(view)
        view.resize(width, height)
        view.show_table(document, next(table for table in document.contents.tables if table.kind is kind))
        view.show()
        qtbot.waitExposed(view)
        view.setFocus()
        return view

    return show


@pytest.fixture
def indicators(leicester: Document, shown: Callable[..., GridView]) -> GridView:
    return shown(leicester, TableKind.INDICATORS)


@pytest.fixture
def plan(leeds: Document, shown: Callable[..., GridView]) -> GridView:
    return shown(leeds, TableKind.PLAN)
