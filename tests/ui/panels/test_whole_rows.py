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
    view = WholeRows(22)
    qtbot.addWidget(view)
    view.setModel(QStringListModel([str(number) for number in range(50)]))
    view.resize(200, height)
    view.show()
    assert view.rowHeight(0) == 22
    assert view.viewport().height() >= 3 * 22
    assert view.viewport().height() % 22 == 0
