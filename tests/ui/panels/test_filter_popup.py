from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QListView, QPushButton

from desktop.domain.findings import Severity
from desktop.grid.filters import Dates, Found, Listed, Numbers, Place, Worded
from desktop.ui.panels.choice_list import ChoiceList
from desktop.ui.panels.filter_popup import FilterPopup
from tests.ui.hands import part

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.grid.filters import Filter

_COUNTS = {"COMPLETE": 29, "ON TRACK": 3, "": 5}
_Key = Qt.Key


@pytest.fixture
def ask(qtbot: QtBot) -> Callable[..., FilterPopup]:
    def show(current: Filter | None = None, kind: str = "") -> FilterPopup:
        popup = FilterPopup("Status", _COUNTS, current)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(popup)
        popup.show_beneath(QRect(50, 50, 80, 20))
        if kind:
            part(popup, QComboBox).setCurrentText(kind)
        return popup

    return show


def taken(popup: FilterPopup, qtbot: QtBot) -> Filter | None:
    with qtbot.waitSignal(popup.chosen) as told:
        QTest.keyClick(popup, _Key.Key_Return)
    assert told.args is not None
    assert not popup.isVisible()
    wanted: Filter | None = told.args[0]
    return wanted


def fields(popup: FilterPopup) -> list[QLineEdit]:
    return [field for field in popup.findChildren(QLineEdit) if field.isVisible()]


def refusal(popup: FilterPopup, qtbot: QtBot) -> str:
    with qtbot.assertNotEmitted(popup.chosen):
        QTest.keyClick(popup, _Key.Key_Return)
    return next(label.text() for label in popup.findChildren(QLabel) if label.accessibleName())


def test_the_texts_are_ticked_from_the_keyboard(ask: Callable[..., FilterPopup], qtbot: QtBot) -> None:
    popup = ask()
    texts = part(popup, QListView, "filterList")
    assert texts.model().index(0, 0).data() == "COMPLETE   29"
    QTest.keyClick(texts, _Key.Key_Space)
    assert taken(popup, qtbot) == Listed(labels=frozenset({"ON TRACK", ""}))


def test_only_the_texts_that_were_searched_for_are_chosen(
    ask: Callable[..., FilterPopup], qtbot: QtBot
) -> None:
    popup = ask()
    QTest.keyClicks(fields(popup)[0], "track")
    assert part(popup, QListView, "filterList").model().rowCount() == 1
    assert taken(popup, qtbot) == Listed(labels=frozenset({"ON TRACK"}))


def test_all_or_none_are_ticked_at_once(ask: Callable[..., FilterPopup], qtbot: QtBot) -> None:
    popup = ask(Listed(labels=frozenset({""})))
    every = next(box for box in popup.findChildren(QCheckBox) if box.text() == "A&ll")
    assert every.checkState() is Qt.CheckState.PartiallyChecked
    every.click()
    assert every.checkState() is Qt.CheckState.Checked
    every.click()
    assert refusal(popup, qtbot).startswith("Tick one of the texts at least")
    every.click()
    assert taken(popup, qtbot) is None


@pytest.mark.parametrize("place", list(Place))
def test_words_are_asked_for(ask: Callable[..., FilterPopup], qtbot: QtBot, place: Place) -> None:
    popup = ask(kind=place.value)
    QTest.keyClicks(fields(popup)[0], "panel ")
    assert taken(popup, qtbot) == Worded(place=place, text="panel")


def test_without_words_every_row_is_shown(ask: Callable[..., FilterPopup], qtbot: QtBot) -> None:
    assert taken(ask(kind="contains"), qtbot) is None


def test_numbers_are_asked_for(ask: Callable[..., FilterPopup], qtbot: QtBot) -> None:
    popup = ask(kind="is a number")
    low, high = fields(popup)
    QTest.keyClicks(low, "about")
    assert refusal(popup, qtbot) == "“about” is no number. Type it such as 12.5, or leave it empty."
    low.setText("£1,200")
    high.setText("")
    assert taken(popup, qtbot) == Numbers(low=1200)


def test_dates_are_asked_for(ask: Callable[..., FilterPopup], qtbot: QtBot) -> None:
    popup = ask(kind="is a date")
    first, last = fields(popup)
    first.setText("soon")
    assert refusal(popup, qtbot) == "“soon” is no date. Type it such as 31/03/2012, or leave it empty."
    first.setText("1/4/12")
    last.setText("March 2013")
    assert taken(popup, qtbot) == Dates(first=dt.date(2012, 4, 1), last=dt.date(2013, 3, 31))


@pytest.mark.parametrize("kind", ["is a number", "is a date"])
def test_without_an_end_every_row_is_shown(ask: Callable[..., FilterPopup], qtbot: QtBot, kind: str) -> None:
    assert taken(ask(kind=kind), qtbot) is None


def test_findings_are_asked_for(ask: Callable[..., FilterPopup], qtbot: QtBot) -> None:
    popup = ask(kind="has findings")
    boxes = {box.text(): box for box in popup.findChildren(QCheckBox) if box.isVisible()}
    boxes["&Advice"].click()
    boxes["&Queries"].click()
    boxes["Only of this &column"].click()
    boxes["&Errors"].click()
    assert refusal(popup, qtbot) == "Tick errors, queries or advice."
    boxes["&Errors"].click()
    assert taken(popup, qtbot) == Found(severities=frozenset({Severity.ERROR}), whole_row=False)


@pytest.mark.parametrize(
    "current",
    [
        Listed(labels=frozenset({"ON TRACK"})),
        Worded(place=Place.LACKS, text="x"),
        Numbers(low=1.5, high=2),
        Dates(first=dt.date(2012, 3, 1), last=dt.date(2012, 3, 31)),
        Found(severities=frozenset({Severity.QUERY}), whole_row=True),
    ],
)
def test_it_opens_on_the_filter_that_there_is(
    ask: Callable[..., FilterPopup], qtbot: QtBot, current: Filter
) -> None:
    assert taken(ask(current), qtbot) == current


def test_escape_leaves_everything_as_it_is(ask: Callable[..., FilterPopup], qtbot: QtBot) -> None:
    popup = ask()
    with qtbot.assertNotEmitted(popup.chosen):
        QTest.keyClick(popup, _Key.Key_Escape)
    assert not popup.isVisible()


@pytest.mark.parametrize(("name", "descending"), [("Sort &up ▲", False), ("Sort &down ▼", True)])
def test_it_sorts_too(ask: Callable[..., FilterPopup], qtbot: QtBot, name: str, descending: bool) -> None:
    popup = ask()
    button = next(button for button in popup.findChildren(QPushButton) if button.text() == name)
    with qtbot.waitSignal(popup.sort_wanted) as told:
        button.click()
    assert told.args == [descending]


def test_every_row_is_shown_again(ask: Callable[..., FilterPopup], qtbot: QtBot) -> None:
    popup = ask(Listed(labels=frozenset({""})))
    button = next(button for button in popup.findChildren(QPushButton) if button.text() == "&Show all")
    with qtbot.waitSignal(popup.chosen) as told:
        button.click()
    assert told.args == [None]


def test_a_screen_reader_hears_each_text_with_its_rows_and_its_tick(qtbot: QtBot) -> None:
    del qtbot
    texts = ChoiceList({"Done": 1, "": 2000}, frozenset({"Done"}))
    spoken = [texts.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert spoken == ["Done, 1 row, ticked", "blank, 2,000 rows, not ticked"]
    assert texts.index(1).data() == "(blank)   2,000"
    assert texts.index(0).data(Qt.ItemDataRole.ToolTipRole) == "Done"
    assert texts.index(0).data(Qt.ItemDataRole.FontRole) is None
    assert not texts.setData(texts.index(0), "x")
    assert texts.rowCount(texts.index(0)) == 0
    texts.search("nothing of the kind")
    texts.tick_all(False)
    assert texts.all_state is Qt.CheckState.Unchecked
