"""What is chosen is seen at once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QSpinBox, QToolButton

from desktop.printing.page import CardPage, ChartPage, Orientation, Paper, SpreadPage
from desktop.ui.dialogs.print_pages import PrintPages
from desktop.ui.page_choices import Choice
from desktop.ui.page_setup import Setup, Subject, pages_of
from tests.ui.hands import part

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.document.document import Document
    from desktop.ui.page_choices import Offers

PRINTED = dt.datetime(2012, 6, 1, 9, 30)  # noqa: DTZ001 - the officer's own clock
CHARTS = Setup()


class OpenDialog(Protocol):
    def __call__(self, offers: Offers, setup: Setup = ..., part: str | None = ...) -> PrintPages: ...


@pytest.fixture
def offers(document: Document) -> Offers:
    every = document.contents.indicators
    some = (
        Choice(label="This indicator: PAF A1", name="PAF A1", indicators=every[:1]),
        Choice(label="All 3 indicators", name="whole", indicators=every),
    )
    strand = document.contents.milestones[0].strand
    plan = (Choice(label="The whole plan", name="plan"), Choice(label=strand, name="strand", part=strand))
    small = (Choice(label="All indicators", name="small", indicators=every),)
    return {
        Subject.CHARTS: some,
        Subject.CARDS: some,
        Subject.SMALL: small,
        Subject.TIMELINE: plan,
        Subject.TREND: plan,
    }


@pytest.fixture
def open_dialog(document: Document, qtbot: QtBot) -> OpenDialog:
    def build(offers: Offers, setup: Setup = CHARTS, part: str | None = None) -> PrintPages:
        made = PrintPages(
            offers, setup, lambda setup, chosen: pages_of(document, setup, chosen, PRINTED), part=part
        )
        qtbot.addWidget(made)
        made.show()
        return made

    return build


@pytest.fixture
def dialog(open_dialog: OpenDialog, offers: Offers) -> PrintPages:
    return open_dialog(offers)


def choose(dialog: PrintPages, which: str, place: int) -> None:
    part(dialog, QComboBox, which).setCurrentIndex(place)


def tick(dialog: PrintPages, words: str, *, on: bool) -> None:
    [box] = [box for box in dialog.findChildren(QCheckBox) if words in box.text()]
    box.setChecked(on)


def test_it_begins_with_the_chart_that_is_current(dialog: PrintPages) -> None:
    [page] = dialog.pages
    assert isinstance(page, ChartPage)
    assert page.title.startswith("PAF A1")
    assert page.notes
    assert page.figures.values


def test_other_indicators_are_seen_at_once(dialog: PrintPages) -> None:
    choose(dialog, "which", 1)
    assert dialog.choice.name == "whole"
    assert [page.of for page in dialog.pages] == [3, 3, 3]


def test_paper_lies_as_chosen_and_what_is_not_wanted_is_gone(dialog: PrintPages) -> None:
    choose(dialog, "orientation", 1)
    choose(dialog, "paper", 1)
    choose(dialog, "resolution", 2)
    tick(dialog, "Notes", on=False)
    tick(dialog, "Figures", on=False)
    tick(dialog, "imits", on=True)
    assert dialog.setup == Setup(
        paper=Paper.A3,
        orientation=Orientation.PORTRAIT,
        notes=False,
        figures=False,
        limits=True,
        resolution=300,
    )
    [page] = dialog.pages
    assert isinstance(page, ChartPage)
    assert page.orientation is Orientation.PORTRAIT
    assert (page.notes, page.figures.values) == ((), ())


def test_a_report_card_has_no_say_in_how_it_lies(dialog: PrintPages) -> None:
    choose(dialog, "subject", 1)
    [page] = dialog.pages
    assert isinstance(page, CardPage)
    assert dialog.setup.subject is Subject.CARDS
    assert not part(dialog, QComboBox, "orientation").isEnabled()
    choose(dialog, "subject", 0)
    assert part(dialog, QComboBox, "orientation").isEnabled()


def test_an_overview_lies_and_is_as_large_as_the_paper(dialog: PrintPages) -> None:
    choose(dialog, "subject", 2)
    choose(dialog, "orientation", 1)
    choose(dialog, "paper", 1)
    [page] = dialog.pages
    assert isinstance(page, SpreadPage)
    assert (page.title, page.orientation, page.paper) == ("All indicators", Orientation.PORTRAIT, Paper.A3)
    boxes = {box.text(): box.isEnabled() for box in dialog.findChildren(QCheckBox)}
    assert set(boxes.values()) == {False}


def test_each_subject_is_of_its_own_parts_and_a_part_stays_chosen(dialog: PrintPages) -> None:
    which = part(dialog, QComboBox, "which")
    choose(dialog, "which", 1)
    choose(dialog, "subject", 1)
    assert which.currentText() == "All 3 indicators"
    choose(dialog, "subject", 3)
    assert [which.itemText(place) for place in range(which.count())] == ["The whole plan", "1. Edge of care"]
    assert which.currentIndex() == 0
    choose(dialog, "which", 1)
    choose(dialog, "subject", 4)
    assert which.currentText() == "1. Edge of care"
    assert dialog.pages[0].title == "Milestone trend of 1. Edge of care"


def test_it_begins_with_the_part_that_is_wanted(open_dialog: OpenDialog, offers: Offers) -> None:
    made = open_dialog(offers, Setup(subject=Subject.TIMELINE), "1. Edge of care")
    assert made.choice.label == "1. Edge of care"
    assert made.pages[0].title == "Timeline of 1. Edge of care"


def test_what_is_not_offered_gives_way_to_what_is(open_dialog: OpenDialog, offers: Offers) -> None:
    made = open_dialog({Subject.TIMELINE: offers[Subject.TIMELINE]}, Setup(), "no such strand")
    assert made.setup.subject is Subject.TIMELINE
    assert made.choice.label == "The whole plan"


def test_a_new_choice_takes_back_what_was_said_of_the_last_file(dialog: PrintPages) -> None:
    dialog.said.setText("Written: a.pdf.")
    choose(dialog, "paper", 1)
    assert dialog.said.text() == ""


def arrow(dialog: PrintPages, name: str) -> QToolButton:
    [found] = [one for one in dialog.findChildren(QToolButton) if one.accessibleName() == name]
    return found


def test_pages_are_turned_beneath_the_preview(dialog: PrintPages) -> None:
    choose(dialog, "which", 1)
    number = part(dialog, QSpinBox)
    arrow(dialog, "Next page").click()
    assert (dialog.preview.shown, number.value()) == (1, 2)
    number.setValue(3)
    assert dialog.preview.shown == 2
    assert not arrow(dialog, "Next page").isEnabled()
    arrow(dialog, "Previous page").click()
    assert dialog.preview.shown == 1
    assert any(label.text() == "of 3" for label in dialog.findChildren(QLabel))


def test_the_zoom_is_chosen_and_followed(dialog: PrintPages) -> None:
    [zoom] = [one for one in dialog.findChildren(QComboBox) if "large" in one.accessibleName()]
    zoom.activated.emit(zoom.findText("150 %"))
    assert dialog.preview.zoom == 1.5
    dialog.preview.set_zoom(1.9)
    assert zoom.currentText() == "200 %"
    dialog.preview.set_zoom(0.0)
    assert zoom.currentText() == "Whole page"


def test_every_part_says_its_name(dialog: PrintPages) -> None:
    for kind in (QComboBox, QToolButton, QSpinBox):
        assert all(one.accessibleName() for one in dialog.findChildren(kind))


def test_enter_prints(dialog: PrintPages, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.print_wanted):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_no_two_parts_share_a_letter(dialog: PrintPages) -> None:
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    texts += [button.text() for button in dialog.findChildren(QAbstractButton)]
    letters = [text.partition("&")[2][:1].casefold() for text in texts if "&" in text]
    assert len(letters) >= 9
    assert len(letters) == len(set(letters))
