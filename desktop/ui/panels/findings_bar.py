"""The bar above the findings: how many there are of each weight, how they are grouped, and the filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop.ui.panels.findings_order import Grouping, Standing, Wish

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILTER_WIDTH = 220
_GROUPINGS = tuple(Grouping)


class FindingsBar(QWidget):
    """One button for each standing, pressed while its findings are shown; a choice of groups; a filter."""

    changed = Signal()
    """The officer wants to see something else."""

    def __init__(self) -> None:
        super().__init__()
        self._buttons = {standing: self._button(standing) for standing in Standing}
        self._shown = QLabel()
        self._grouping = QComboBox()
        self._filter = QLineEdit(placeholderText="Filter findings…", clearButtonEnabled=True)
        self._lay_out()
        self._grouping.currentIndexChanged.connect(self.changed)
        self._filter.textChanged.connect(self.changed)

    @property
    def wish(self) -> Wish:
        """What the officer wants to see now."""
        return Wish(
            grouping=_GROUPINGS[self._grouping.currentIndex()],
            words=self._filter.text(),
            standings=frozenset(standing for standing, button in self._buttons.items() if button.isChecked()),
        )

    def say(self, counts: Mapping[Standing, int], shown: int) -> None:
        """Tell how many findings there are of each standing, and how many of all are shown."""
        for standing, button in self._buttons.items():
            words = standing.counted(counts.get(standing, 0))
            button.setVisible(standing is not Standing.EXPLAINED or counts.get(standing, 0) > 0)
            button.setText(f"{standing.shape} {words}")
            button.setAccessibleName(f"Show {words}")
        every = sum(counts.values())
        self._shown.setText("" if shown == every else f"{shown:,} of {every:,} shown")

    def focus_filter(self) -> None:
        """Put the keyboard into the filter."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def _lay_out(self) -> None:
        title, by = QLabel("<b>Findings</b>"), QLabel("&By")
        self._grouping.addItems([grouping.value for grouping in _GROUPINGS])
        self._grouping.setAccessibleName("Group findings by")
        by.setBuddy(self._grouping)
        self._filter.setAccessibleName("Filter findings")
        self._filter.setMaximumWidth(_FILTER_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 8, 2)
        row.setSpacing(4)
        row.addWidget(title)
        for button in self._buttons.values():
            row.addWidget(button)
        row.addWidget(self._shown)
        row.addStretch(1)
        for widget in (by, self._grouping, self._filter):
            row.addWidget(widget)

    def _button(self, standing: Standing) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setChecked(True)
        button.setAutoRaise(True)
        button.setToolTip("Show or leave out")
        button.setObjectName(f"show_{standing.value}")
        button.toggled.connect(self.changed)
        return button
