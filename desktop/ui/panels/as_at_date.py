"""The date as at which overdue and off-trajectory are judged: typed as officers write dates, or picked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QWidget

from desktop.domain.dates import sole_date

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent

_FORMAT = "dd/MM/yyyy"
_DAYS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_MONTHS = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}
_STAYS = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
"""Ways to lose the keyboard for a while, in which what is half typed stays."""


class AsAtDate(QDateEdit):
    """A date field that takes a whole date at once; Enter or leaving it commits, Esc gives up."""

    refused = Signal(str)
    """Why what was typed is no date, and what to do."""
    left = Signal()
    """Enter or Esc: the officer is done with the date."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("asAtDate")
        self.setAccessibleName("Date as at which overdue and off-trajectory are judged")
        self.setCalendarPopup(True)
        self.setDisplayFormat(_FORMAT)
        line = self.lineEdit()
        # Qt reads and rewrites the text section by section while it is typed, so that no 31 can be typed
        # into a November: here the text is read once, when all of it is there.
        line.cursorPositionChanged.disconnect()
        line.textChanged.disconnect()
        line.setValidator(None)  # type: ignore[arg-type] # Qt takes none as no validator

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter commits, Esc restores, arrows go on by a day and page keys by a month; the rest is typed."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._commit():
                self.left.emit()
        elif key == Qt.Key.Key_Escape:
            self._restore()
            self.left.emit()
        elif key in _DAYS or key in _MONTHS:
            self._go_on(_DAYS.get(Qt.Key(key), 0), _MONTHS.get(Qt.Key(key), 0))
        else:
            self.lineEdit().event(event)

    def stepBy(self, steps: int) -> None:  # noqa: N802 - Qt calls it by this name
        """Go on by days, whichever part of the date the cursor is in."""
        self._go_on(steps, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by key selects the whole date, so that typing replaces it."""
        QAbstractSpinBox.focusInEvent(self, event)
        if event.reason() not in {Qt.FocusReason.MouseFocusReason, *_STAYS}:
            self.lineEdit().selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere commits."""
        self.lineEdit().event(event)
        QWidget.focusOutEvent(self, event)
        if event.reason() not in _STAYS:
            self._commit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the date alone: one that is turned by accident judges everything anew."""
        event.ignore()

    def _go_on(self, days: int, months: int) -> None:
        if self._commit():
            self.setDate(self.date().addMonths(months).addDays(days))
            self._restore()

    def _commit(self) -> bool:
        """Take what was typed for the date; where it is none, say so and keep the old one."""
        typed = " ".join(self.lineEdit().text().split())
        read = sole_date(typed)
        if read is None:
            self._restore()
            kept = self.date().toString(_FORMAT)
            what = f"“{typed}” is not a date" if typed else "No date was typed"
            self.refused.emit(
                f"{what}. Type the day first, such as 31/07/2012 or 31 July 2012. {kept} was kept."
            )
            return False
        self.setDate(QDate(read.date.year, read.date.month, read.date.day))
        self._restore()
        return True

    def _restore(self) -> None:
        self.lineEdit().setText(self.date().toString(_FORMAT))
        self.lineEdit().selectAll()
