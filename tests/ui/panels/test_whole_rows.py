"""The last row in sight is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QStringListModel

from desktop.ui.panels.whole_rows import WholeRows

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("height", [90, 101, 137, 200])
def test_no_row_is_cut_in_half(qtbot: QtBot, height: int) -> None:
    view = WholeRows()
    qtbot.addWidget(view)
    view.setModel(QStringListModel([str(number) for number in range(50)]))
    view.setHeaderHidden(True)
    view.resize(200, height)
    view.show()
    row = view.sizeHintForRow(0)
    assert view.viewport().height() >= 3 * row
    assert view.viewport().height() % row == 0


def test_a_list_without_rows_fits_anywhere(qtbot: QtBot) -> None:
    view = WholeRows()
    qtbot.addWidget(view)
    view.resize(200, 101)
    view.show()
    assert view.viewportMargins().bottom() == 0
