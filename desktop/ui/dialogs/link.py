"""Picks the indicator that counts what a milestone promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)

from desktop.domain.promises import promise_in
from desktop.ui.likely import likeliest
from desktop.ui.panels.list_field import ListField
from desktop.ui.panels.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.domain.indicators import Indicator
    from desktop.domain.plan import Milestone

_SIZE = (620, 420)


class LinkDialog(QDialog):
    """`code` is the indicator's that was picked, once it is accepted; `unlinked` where it is to be none."""

    def __init__(
        self, milestone: Milestone, indicators: Sequence[Indicator], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Link a milestone to an indicator")
        self.setObjectName("linkDialog")
        self.resize(*_SIZE)
        self.unlinked = False
        self._milestone = milestone
        self._offers = likeliest(f"{milestone.text} {milestone.project}", indicators)
        self._list = QListWidget()
        self._field = ListField(self._list, placeholder="A code, or words of the definition")
        self._field.setClearButtonEnabled(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._link = self._buttons.addButton("&Link", QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._connect()
        self._offer("")

    @property
    def code(self) -> str:
        """The code of the indicator that is picked; empty where none is."""
        row = self._list.currentRow()
        return str(self._list.item(row).data(Qt.ItemDataRole.UserRole)) if row >= 0 else ""

    def _lay_out(self) -> None:
        field = QLabel("&Indicator that counts it, the likeliest first")
        field.setBuddy(self._field)
        self._field.setAccessibleName("Indicator")
        self._list.setAccessibleName("Indicators")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field moves in it
        column = QVBoxLayout(self)
        for words in self._said():
            column.addWidget(PlainLabel(words))
        for widget in (field, self._field, self._list, self._buttons):
            column.addWidget(widget)
        self._field.setFocus()

    def _said(self) -> list[str]:
        """The milestone, and what it promises."""
        milestone = self._milestone
        text = " ".join(milestone.text.split())
        promise = promise_in(milestone.text)
        what = (
            f"Once linked, its promise of {promise.figure} by {promise.date.raw} is held against the "
            "indicator’s plan."
            if promise is not None
            else "It promises no number by a date that can be read: the link is kept all the same."
        )
        return [text if milestone.subject == text else f"{milestone.subject}: {text}", what]

    def _connect(self) -> None:
        self._field.textChanged.connect(self._offer)
        self._list.itemDoubleClicked.connect(self.accept)
        self._list.currentItemChanged.connect(lambda: self._link.setEnabled(bool(self.code)))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        if self._milestone.indicator:
            unlink = self._buttons.addButton("&Unlink", QDialogButtonBox.ButtonRole.DestructiveRole)
            unlink.clicked.connect(self._unlink)

    def _offer(self, typed: str) -> None:
        """List the indicators that hold all the words; the one that is linked now is chosen first."""
        words = typed.casefold().split()
        self._list.clear()
        for one in self._offers:
            shown = f"{one.code}: {' '.join(one.name.split())}"
            if all(word in shown.casefold() for word in words):
                linked = one.code == self._milestone.indicator
                item = QListWidgetItem(f"{shown} (linked now)" if linked else shown)
                item.setToolTip(shown)
                item.setData(Qt.ItemDataRole.UserRole, one.code)
                self._list.addItem(item)
                if linked:
                    self._list.setCurrentItem(item)
        if self._list.currentRow() < 0:
            self._list.setCurrentRow(0)
        self._link.setEnabled(bool(self.code))

    def _unlink(self) -> None:
        self.unlinked = True
        self.accept()
