"""A table that is brought in is shown first, from a file or from the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QTableWidget

from desktop.ui.dialogs.import_text import ImportText
from tests.ui.hands import part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def _clipboard(qtbot: QtBot) -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Callable[[Path | None], ImportText]:
    def build(chosen: Path | None) -> ImportText:
        dialog = ImportText(tmp_path, lambda _: chosen)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return build


def click(dialog: ImportText, text: str) -> None:
    [button] = [one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == text]
    button.click()


def bring(dialog: ImportText) -> QPushButton:
    [button] = [one for one in dialog.findChildren(QPushButton) if "workbook" in one.text()]
    return button


def test_a_file_is_shown_and_taken(opened: Callable[[Path | None], ImportText], tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("Code,Value\n" + "PAF A1,23\n" * 30, encoding="utf-8")
    dialog = opened(path)
    assert not bring(dialog).isEnabled()
    click(dialog, "From a file…")
    preview = part(dialog, QTableWidget)
    assert (preview.rowCount(), preview.columnCount()) == (20, 2)
    assert preview.item(0, 1).text() == "23"  # type: ignore[union-attr]
    assert any("30 rows" in label.text() for label in dialog.findChildren(QLabel))
    bring(dialog).click()
    assert dialog.result() == ImportText.DialogCode.Accepted
    assert dialog.rows is not None
    assert len(dialog.rows) == 31


def test_no_file_chosen_changes_nothing(opened: Callable[[Path | None], ImportText]) -> None:
    dialog = opened(None)
    click(dialog, "From a file…")
    assert dialog.rows is None


def test_what_is_copied_already_is_shown_at_once(opened: Callable[[Path | None], ImportText]) -> None:
    QGuiApplication.clipboard().setText("Code\tValue\nPAF A1\t23")
    dialog = opened(None)
    assert dialog.rows == (("Code", "Value"), ("PAF A1", "23"))
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "2 columns, 1 row beneath their headers." in words


def test_a_table_from_word_is_taken_with_its_cells(opened: Callable[[Path | None], ImportText]) -> None:
    dialog = opened(None)
    mime = QMimeData()
    mime.setText("Code Value PAF A1 23")
    mime.setHtml("<table><tr><td>Code<td>Value<tr><td>PAF A1<td>23</table>")
    QGuiApplication.clipboard().setMimeData(mime)
    click(dialog, "From the clipboard")
    assert dialog.rows == (("Code", "Value"), ("PAF A1", "23"))
    QGuiApplication.clipboard().setText("A sentence.")
    click(dialog, "From the clipboard")
    assert not bring(dialog).isEnabled()
    assert any("What was copied holds no table" in label.text() for label in dialog.findChildren(QLabel))
