"""Takes a target: a value of an indicator by a date, by whom it was set and where that is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
)

from desktop.domain.dates import sole_date
from desktop.domain.library import normal_code
from desktop.domain.notes import KeptTarget
from desktop.domain.values import read_value
from desktop.domain.wording import day
from desktop.ui.panels.plain_label import PlainLabel
from desktop.ui.target_words import target_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.domain.indicators import Indicator

_WIDTH = 560
_SHORT_WIDTH = 160
_LINES = 2
_NEW = "A new target"


class TargetDialog(QDialog):
    """`target` is the target to keep, once it is accepted; `removed` where it is to be kept no more."""

    def __init__(
        self,
        indicators: Sequence[Indicator],
        chosen: Indicator,
        kept: Sequence[KeptTarget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("targetDialog")
        self.setMinimumWidth(_WIDTH)
        self.removed = False
        self._indicators, self._every = indicators, kept
        self._of_indicator: list[KeptTarget] = []
        self._indicator, self._which = QComboBox(), QComboBox()
        self._value, self._date, self._who, self._where = (QLineEdit() for _ in range(4))
        self._words = PlainLabel()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._keep = self._buttons.addButton("&Add", QDialogButtonBox.ButtonRole.AcceptRole)
        self._remove = self._buttons.addButton("&Remove", QDialogButtonBox.ButtonRole.DestructiveRole)
        self._lay_out()
        self._connect()
        self._indicator.addItems([f"{one.code}: {one.name}" for one in indicators])
        self._indicator.setCurrentIndex(indicators.index(chosen))
        self._value.setFocus()

    @property
    def target(self) -> KeptTarget | None:
        """The target as it stands in the fields; None while the value or the date is none."""
        value, date = self._number, sole_date(self._typed_date)
        if value is None or date is None:
            return None
        old = self.old
        return KeptTarget(
            indicator=self._chosen.code,
            value=value,
            date=date.date,
            set_by=self._who.text().strip(),
            where=self._where.text().strip(),
            text=old.text if old is not None else "",
            row=old.row if old is not None else 0,
        )

    @property
    def _chosen(self) -> Indicator:
        return self._indicators[self._indicator.currentIndex()]

    @property
    def old(self) -> KeptTarget | None:
        """The kept target that is being changed; None for a new one."""
        place = self._which.currentIndex() - 1
        return self._of_indicator[place] if place >= 0 else None

    @property
    def _number(self) -> float | None:
        return read_value(self._value.text()).number

    @property
    def _typed_date(self) -> str:
        return " ".join(self._date.text().split())

    def _lay_out(self) -> None:
        self._words.setObjectName("targetWords")
        self._words.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())
        for box in (self._indicator, self._which):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for field in (self._value, self._date):
            field.setMaximumWidth(_SHORT_WIDTH)
        self._date.setPlaceholderText("Such as 31/03/2004")
        self._who.setPlaceholderText("Such as the council, or the department")
        self._where.setPlaceholderText("Such as section B2, page 14")
        form = QFormLayout()
        fields: tuple[tuple[str, QWidget], ...] = (
            ("&Indicator", self._indicator),
            ("&Target", self._which),
            ("&Value", self._value),
            ("By &when", self._date),
            ("&Set by", self._who),
            ("W&here it is written", self._where),
        )
        for label, widget in fields:
            widget.setAccessibleName(label.replace("&", ""))
            form.addRow(label, widget)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(form)
        column.addWidget(self._words)
        column.addWidget(self._buttons)

    def _connect(self) -> None:
        self._indicator.currentIndexChanged.connect(self._offer)
        self._which.currentIndexChanged.connect(self._show)
        for field in (self._value, self._date, self._who, self._where):
            field.textChanged.connect(self._follow)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._remove.clicked.connect(self._take_away)

    def _offer(self) -> None:
        """Offer a new target for the indicator, and those that are kept of it."""
        code = normal_code(self._chosen.code)
        self._of_indicator = [one for one in self._every if normal_code(one.indicator) == code]
        self._which.blockSignals(True)
        self._which.clear()
        self._which.addItems([_NEW, *map(_named, self._of_indicator)])
        self._which.blockSignals(False)
        self._which.setEnabled(bool(self._of_indicator))
        self._follow()

    def _show(self) -> None:
        """Put the target that was picked into the fields."""
        old = self.old
        self._value.setText("" if old is None else f"{old.value:g}")
        self._date.setText("" if old is None else f"{old.date:%d/%m/%Y}")
        self._who.setText("" if old is None else old.set_by)
        self._where.setText("" if old is None else old.where)
        self._follow()

    def _follow(self) -> None:
        """Say what the plan comes to there, or what is wanted still."""
        old, target = self.old, self.target
        self.setWindowTitle("Add a target" if old is None else "Change a target")
        self._keep.setText("&Add" if old is None else "&Change")
        self._remove.setVisible(old is not None)
        self._keep.setEnabled(target is not None)
        self._words.setText(
            target_words(self._chosen, target.value, target.date) if target is not None else self._wanted()
        )

    def _wanted(self) -> str:
        value, date = self._value.text().strip(), self._typed_date
        if value and self._number is None:
            return f"“{value}” is not a number. Type the figure alone."
        if date and sole_date(date) is None:
            return f"“{date}” is not a date. Type the day first, such as 31/03/2004 or March 2004."
        return "Type the value and the date: what the plan comes to there is told here."

    def _take_away(self) -> None:
        self.removed = True
        self.accept()


def _named(target: KeptTarget) -> str:
    by = f", {target.set_by}" if target.set_by else ""
    return f"{target.value:g} by {day(target.date)}{by}"
