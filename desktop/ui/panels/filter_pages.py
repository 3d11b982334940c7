"""What a filter can ask of a column: each page takes one kind of condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.domain.dates import find_dates
from desktop.domain.findings import Severity
from desktop.domain.values import plain_figure, read_value
from desktop.grid.filters import Dates, Found, Listed, Numbers, Worded
from desktop.ui.panels.choice_list import ChoiceList

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from desktop.grid.filters import Filter, Place

_NAMES = {Severity.ERROR: "&Errors", Severity.QUERY: "&Queries", Severity.ADVICE: "&Advice"}


class Unreadable(Exception):
    """What was typed can't be used; the message says what to type."""


class FilterPage(QWidget):
    """One kind of condition. `wanted` gives the filter, None for one that lets everything through."""

    def wanted(self) -> Filter | None:
        """The filter; raises Unreadable."""
        raise NotImplementedError

    @property
    def keyboard(self) -> QWidget:
        """What takes the keyboard when the page is turned to."""
        raise NotImplementedError


class ListPage(FilterPage):
    """Texts to tick, with a field to search among them."""

    def __init__(self, counts: Mapping[str, int], current: Filter | None) -> None:
        super().__init__()
        ticked = current.labels if isinstance(current, Listed) else frozenset(counts)
        self._model = ChoiceList(counts, ticked, self)
        self._search = QLineEdit(placeholderText="Search the list", clearButtonEnabled=True)
        self._search.setAccessibleName("Search the list")
        self._all = QCheckBox("A&ll")
        self._all.setTristate(True)
        self._list = QListView()
        self._list.setObjectName("filterList")
        self._list.setUniformItemSizes(True)
        self._list.setAccessibleName("Texts of the column")
        self._list.setModel(self._model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._search, self._all, self._list):
            column.addWidget(widget)
        self._search.textChanged.connect(self._narrow)
        self._all.clicked.connect(self._tick_all)
        self._model.dataChanged.connect(self._show_all)
        self._list.setCurrentIndex(self._model.index(0))
        self._show_all()

    def wanted(self) -> Filter | None:
        """The ticked texts that are in view; raises Unreadable where none is ticked."""
        if not self._model.chosen:
            message = "Tick one of the texts at least: without any, no row would be left."
            raise Unreadable(message)
        return None if self._model.whole else Listed(labels=self._model.chosen)

    @property
    def keyboard(self) -> QWidget:
        """The search field."""
        return self._search

    def _narrow(self, words: str) -> None:
        self._model.search(words)
        self._list.setCurrentIndex(self._model.index(0))
        self._show_all()

    def _tick_all(self) -> None:
        self._model.tick_all(self._model.all_state is not Qt.CheckState.Checked)

    def _show_all(self) -> None:
        self._all.setCheckState(self._model.all_state)


class WordsPage(FilterPage):
    """Words that a cell contains, begins with or lacks."""

    def __init__(self, place: Place, current: Filter | None) -> None:
        super().__init__()
        self._place = place
        self._words = QLineEdit(current.text if isinstance(current, Worded) else "")
        self._words.setAccessibleName("Words")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        column.addStretch()

    def wanted(self) -> Filter | None:
        """The words in their place; none of them lets everything through."""
        text = " ".join(self._words.text().split())
        return Worded(place=self._place, text=text) if text else None

    @property
    def keyboard(self) -> QWidget:
        """The words."""
        return self._words


class _RangePage(FilterPage):
    """Two ends, either of which may be left empty."""

    def __init__(self, low: str, high: str, example: str) -> None:
        super().__init__()
        self._ends = QLineEdit(low, placeholderText=example), QLineEdit(high, placeholderText=example)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        for name, end in zip(("&From", "&To"), self._ends, strict=True):
            form.addRow(name, end)

    @property
    def typed(self) -> tuple[str, str]:
        """What stands in both fields."""
        low, high = (end.text().strip() for end in self._ends)
        return low, high

    @property
    def keyboard(self) -> QWidget:
        """The first of the fields."""
        return self._ends[0]


class NumbersPage(_RangePage):
    """From one number to another."""

    def __init__(self, current: Filter | None) -> None:
        ends = (current.low, current.high) if isinstance(current, Numbers) else (None, None)
        low, high = ("" if end is None else plain_figure(end) for end in ends)
        super().__init__(low, high, example="such as 12.5")

    def wanted(self) -> Filter | None:
        """The numbers between."""
        low, high = map(_number, self.typed)
        return None if low is None and high is None else Numbers(low=low, high=high)


class DatesPage(_RangePage):
    """From one date to another."""

    def __init__(self, current: Filter | None) -> None:
        ends = (current.first, current.last) if isinstance(current, Dates) else (None, None)
        first, last = ("" if end is None else f"{end:%d/%m/%Y}" for end in ends)
        super().__init__(first, last, example="31/03/2012")

    def wanted(self) -> Filter | None:
        """The dates between."""
        first, last = map(_date, self.typed)
        return None if first is None and last is None else Dates(first=first, last=last)


class FindingsPage(FilterPage):
    """What the rules say of the row or the cell."""

    def __init__(self, current: Filter | None) -> None:
        super().__init__()
        found = current if isinstance(current, Found) else Found(severities=frozenset({*Severity}))
        self._severities = {severity: QCheckBox(name) for severity, name in _NAMES.items()}
        self._cell = QCheckBox("Only of this &column")
        self._cell.setChecked(not found.whole_row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for severity, box in self._severities.items():
            box.setChecked(severity in found.severities)
            column.addWidget(box)
        column.addSpacing(8)
        column.addWidget(self._cell)
        column.addStretch()

    def wanted(self) -> Filter | None:
        """The ticked severities."""
        severities = frozenset(each for each, box in self._severities.items() if box.isChecked())
        if not severities:
            message = "Tick errors, queries or advice."
            raise Unreadable(message)
        return Found(severities=severities, whole_row=not self._cell.isChecked())

    @property
    def keyboard(self) -> QWidget:
        """The first of the severities."""
        return self._severities[Severity.ERROR]


def _number(text: str) -> float | None:
    if not text:
        return None
    number = read_value(text).number
    if number is None:
        message = f"“{text}” is no number. Type it such as 12.5, or leave it empty."
        raise Unreadable(message)
    return number


def _date(text: str) -> dt.date | None:
    if not text:
        return None
    found = find_dates(text)
    if not found:
        message = f"“{text}” is no date. Type it such as 31/03/2012, or leave it empty."
        raise Unreadable(message)
    return found[0].date
