"""Asks how the plan is to reach a target, and shows the figures before they are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLineEdit,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from desktop.domain.values import figure, read_value
from desktop.projection.stretch import Course, plannable, stretched
from desktop.ui.panels.plain_label import PlainLabel

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.domain.indicators import Indicator
    from desktop.domain.targets import Target
    from desktop.projection.stretch import Step

_WIDTH = 420
_FIGURE_WIDTH = 120
_TABLE_HEIGHT = 180
_HEADERS = ("Period", "Planned now", "Proposed")
_COURSES = {
    Course.STRAIGHT: "&Straight: the same each year",
    Course.FRONT_LOADED: "&Front-loaded: most of it early",
    Course.BACK_LOADED: "&Back-loaded: most of it late",
}
_OWN = "A figure of your own"


class StretchDialog(QDialog):
    """`steps` are the planned values as proposed, none while the figure can't be read."""

    proposed = Signal(object)
    """The steps, each time that they change."""

    def __init__(
        self, indicator: Indicator, targets: Sequence[Target], parent: QWidget | None = None
    ) -> None:
        """Begins with the first of the targets, which have figures and dates."""
        super().__init__(parent)
        self.setObjectName("stretchDialog")
        self.setWindowTitle(f"Stretch the plan of {indicator.code} to a target")
        self.setMinimumWidth(_WIDTH)
        self.steps: tuple[Step, ...] = ()
        self._indicator, self._targets = indicator, targets
        self._days = [value.period.end for value in plannable(indicator)]
        self._which, self._figure, self._by = QComboBox(), QLineEdit(), QComboBox()
        self._courses = {course: QRadioButton(words) for course, words in _COURSES.items()}
        self._table = QTableWidget(len(self._days), len(_HEADERS))
        self._said = PlainLabel()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._take = self._buttons.addButton("&Take these figures", QDialogButtonBox.ButtonRole.AcceptRole)
        self._fill()
        self._lay_out()
        self._connect()
        self._choose(0)

    @property
    def course(self) -> Course:
        """How the way is spread over the time."""
        return next(course for course, button in self._courses.items() if button.isChecked())

    def _fill(self) -> None:
        self._which.addItems([_words(target) for target in self._targets] + [_OWN])
        self._by.addItems([value.period.label for value in plannable(self._indicator)])
        self._courses[Course.STRAIGHT].setChecked(True)
        self._table.setHorizontalHeaderLabels(_HEADERS)
        self._table.setVerticalHeaderLabels([""] * len(self._days))
        for row, value in enumerate(plannable(self._indicator)):
            for column, text in enumerate((value.period.label, value.value.raw or "–")):
                self._table.setItem(row, column, _item(text, right=column > 0))

    def _lay_out(self) -> None:
        self._which.setAccessibleName("Target")
        self._figure.setAccessibleName("Figure to reach")
        self._figure.setMaximumWidth(_FIGURE_WIDTH)
        self._by.setAccessibleName("By")
        self._by.setMaximumWidth(_FIGURE_WIDTH)
        self._table.setAccessibleName("The plan now and as proposed")
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setTabKeyNavigation(False)
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._table.setFixedHeight(_TABLE_HEIGHT)
        form = QFormLayout()
        form.addRow("&Target", self._which)
        form.addRow("&Figure to reach", self._figure)
        form.addRow("&By", self._by)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addLayout(form)
        for widget in (*self._courses.values(), self._table, self._said, self._buttons):
            column.addWidget(widget)

    def _connect(self) -> None:
        self._which.currentIndexChanged.connect(self._choose)
        self._figure.textChanged.connect(self._propose)
        self._by.currentIndexChanged.connect(self._propose)
        for button in self._courses.values():
            button.toggled.connect(self._propose)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _choose(self, number: int) -> None:
        """Take the figure and the date of a target; the plan meets it by the last period that is in time."""
        if number < len(self._targets):
            target = self._targets[number]
            self._figure.setText(target.value.raw.strip())
            self._by.setCurrentIndex(_last_by(self._days, target.date))
        self._propose()

    def _propose(self) -> None:
        goal = read_value(self._figure.text()).number
        by = self._days[self._by.currentIndex()]
        self.steps = () if goal is None else stretched(self._indicator, by, goal, self.course)
        for row in range(len(self._days)):
            text = self._figured(self.steps[row].number) if self.steps else "–"
            self._table.setItem(row, len(_HEADERS) - 1, _item(text, right=True))
        self._said.setText(self._reason(goal))
        self._take.setEnabled(bool(self.steps))
        self.proposed.emit(self.steps)

    def _reason(self, goal: float | None) -> str:
        if goal is None:
            return "Type the figure that the plan is to reach."
        limit = self._indicator.measure.clip(goal)
        if limit != goal:
            return f"The indicator goes no further than {figure(limit, self._indicator.decimals)}."
        return "All the figures are taken in one step; one undo takes them back."

    def _figured(self, number: float) -> str:
        return figure(number, self._indicator.places)


def _words(target: Target) -> str:
    by = f" by {target.date:%d/%m/%Y}" if target.date is not None else ""
    where = f" ({target.where.strip()})" if target.where.strip() else ""
    return f"{target.value.raw.strip()}{by}{where}"


def _last_by(days: Sequence[dt.date], date: dt.date | None) -> int:
    """Which day is the last that is not after a date: the first where all are, the last without a date."""
    if date is None:
        return len(days) - 1
    return max(0, sum(day <= date for day in days) - 1)


def _item(text: str, *, right: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    if right:
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item
