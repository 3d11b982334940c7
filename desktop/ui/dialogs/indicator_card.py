"""The card of an indicator: its unit, what is better, its limits and what it is compared with."""

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

from desktop.domain.errors import InputRefused
from desktop.domain.indicators import Polarity
from desktop.domain.notes import SAID_HERE
from desktop.ui.indicator_settings import NUMBERS, Card, card_of, polarity_ground, setting_of
from desktop.ui.panels.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.domain.indicators import Indicator, Measure
    from desktop.domain.notes import IndicatorSetting

_WIDTH = 520
_NUMBER_WIDTH = 120
_POLARITIES = {
    Polarity.HIGHER: "Higher is better",
    Polarity.LOWER: "Lower is better",
    Polarity.RANGE: "Nearer the ideal is better",
    Polarity.NEUTRAL: "Neither: nobody may claim it",
}
_LABELS = {
    "minimum": "&Least possible value",
    "maximum": "&Greatest possible value",
    "ideal": "I&deal value",
    "tolerance": "&Alike within",
}
_HINTS = {
    "minimum": "No limit",
    "maximum": "No limit",
    "ideal": "None",
    "tolerance": "Nothing",
}


class IndicatorCard(QDialog):
    """`setting` is what the officer says of the measure, once it is accepted; None to go by the library."""

    def __init__(
        self,
        indicator: Indicator,
        published: Measure,
        units: Sequence[str],
        others: Sequence[Indicator],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Indicator card: {indicator.code}")
        self.setObjectName("indicatorCard")
        self.setMinimumWidth(_WIDTH)
        self.setting: IndicatorSetting | None = None
        self._indicator, self._published = indicator, published
        self._unit, self._polarity, self._comparator = QComboBox(), QComboBox(), QComboBox()
        self._numbers = {name: QLineEdit() for name in NUMBERS}
        self._ground, self._fault = PlainLabel(), PlainLabel()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._keep = self._buttons.addButton("&Keep", QDialogButtonBox.ButtonRole.AcceptRole)
        self._reset = self._buttons.addButton("&Reset to the library", QDialogButtonBox.ButtonRole.ResetRole)
        self._offer(units, others)
        self._lay_out()
        self._show(card_of(indicator.measure))
        self._connect()
        self._follow()

    @property
    def card(self) -> Card:
        """What stands in the fields."""
        return Card(
            unit=self._unit.currentText(),
            polarity=list(_POLARITIES)[self._polarity.currentIndex()],
            comparator=_code_alone(self._comparator),
            **{name: field.text() for name, field in self._numbers.items()},
        )

    def _offer(self, units: Sequence[str], others: Sequence[Indicator]) -> None:
        self._polarity.addItems(list(_POLARITIES.values()))
        for box, name in ((self._unit, "Unit"), (self._comparator, "Compared with")):
            box.setEditable(True)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setAccessibleName(name)
        self._unit.addItems(list(units))
        for other in others:
            self._comparator.addItem(f"{other.code}: {other.name}", other.code)
        line = self._comparator.lineEdit()
        if line is not None:
            line.setPlaceholderText("An indicator, or a name such as England")
        self._polarity.setAccessibleName("What is better")

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow("&Unit", self._unit)
        form.addRow("&What is better", self._polarity)
        form.addRow("", self._ground)
        for key, field in self._numbers.items():
            field.setMaximumWidth(_NUMBER_WIDTH)
            field.setPlaceholderText(_HINTS[key])
            field.setAccessibleName(_LABELS[key].replace("&", ""))
            form.addRow(_LABELS[key], field)
        form.addRow("&Compared with", self._comparator)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(PlainLabel(self._indicator.name))
        column.addLayout(form)
        column.addWidget(self._fault)
        column.addWidget(self._buttons)

    def _connect(self) -> None:
        self._polarity.currentIndexChanged.connect(self._follow)
        for field in (*self._numbers.values(), self._unit.lineEdit(), self._comparator.lineEdit()):
            if field is not None:
                field.textChanged.connect(self._follow)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._reset.clicked.connect(lambda: self._show(card_of(self._published)))

    def _show(self, card: Card) -> None:
        self._unit.setEditText(card.unit)
        self._polarity.setCurrentIndex(list(_POLARITIES).index(card.polarity))
        for name, field in self._numbers.items():
            field.setText(getattr(card, name))
        place = self._comparator.findData(card.comparator)
        self._comparator.setCurrentIndex(place)
        self._comparator.setEditText(
            self._comparator.itemText(place) if card.comparator and place >= 0 else card.comparator
        )

    def _follow(self) -> None:
        """Say on what ground it is better, and what is wrong, as it is typed."""
        card = self.card
        for name in ("ideal", "tolerance"):
            self._numbers[name].setEnabled(card.polarity is Polarity.RANGE)
        fault = ""
        try:
            self.setting = setting_of(self._indicator.code, card, self._published)
        except InputRefused as refusal:
            fault = str(refusal)
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
        self._keep.setEnabled(not fault)
        own = self.setting is not None and self.setting.polarity is not None
        self._ground.setText(
            f"{SAID_HERE.capitalize()}. {polarity_ground(self._published)}"
            if own and not fault
            else polarity_ground(self._published)
        )
        self._reset.setEnabled(card != card_of(self._published))


def _code_alone(box: QComboBox) -> str:
    """The code of the indicator that was picked; else what was typed."""
    typed = box.currentText().strip()
    place = box.findText(typed)
    return str(box.itemData(place)) if typed and place >= 0 else typed
