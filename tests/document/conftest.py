"""A document over a small workbook, and a record of what it tells its views."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

import pytest

from desktop.document.document import Document
from desktop.workbook.workbook import Workbook
from tests.made_workbooks import WHOLE, make

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

AS_AT = dt.date(2012, 3, 1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "whole.xlsx", WHOLE)


@pytest.fixture
def document(qtbot: QtBot, path: Path) -> Document:
    del qtbot
    return Document(Workbook.open(path), AS_AT)


@pytest.fixture
def told(document: Document) -> list[str]:
    """The names of the document's signals in the order of their emission."""
    names: list[str] = []
    for name in (
        "cells_changed",
        "contents_changed",
        "findings_changed",
        "as_at_changed",
        "saved",
        "changed",
    ):
        getattr(document, name).connect(partial(_note, names.append, name))
    return names


def _note(note: Callable[[str], None], name: str, *_: object) -> None:
    note(name)
