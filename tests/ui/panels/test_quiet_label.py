"""Quiet words can be read on every ground, and follow the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from desktop.charts.theme import contrast
from desktop.ui.panels.quiet_label import QuietLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def seen(label: QuietLabel, ground: QColor) -> QColor:
    """The colour of the words on a ground that shines through them."""
    ink = label.palette().color(label.foregroundRole())
    share = ink.alphaF()
    parts = ((ink.red(), ground.red()), (ink.green(), ground.green()), (ink.blue(), ground.blue()))
    return QColor(*(round(above * share + below * (1 - share)) for above, below in parts))


@pytest.mark.parametrize(
    ("window", "base"),
    [("#f3f4f6", "#ffffff"), ("#2b2d30", "#1e2124"), ("#000000", "#000000"), ("#ffffff", "#ffffff")],
)
def test_quiet_words_can_be_read(qtbot: QtBot, window: str, base: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    label = QuietLabel()
    label.setParent(parent)
    palette = QPalette(QColor(window), QColor(window))
    palette.setColor(QPalette.ColorRole.Base, QColor(base))
    parent.setPalette(palette)
    for ground in (window, base):
        assert contrast(seen(label, QColor(ground)).name(), ground) >= 4.5, ground
