"""A report card is written beside its page; nothing that was typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton

from desktop.document import notes
from desktop.domain.errors import EditRefused
from desktop.printing.page import CardPage
from desktop.ui.dialogs.report_card import ReportCard
from tests.ui.hands import part

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.document.document import Document

STORY = "Story behind the baseline"


@pytest.fixture
def dialog(document: Document, qtbot: QtBot) -> ReportCard:
    return opened(document, qtbot)


def opened(document: Document, qtbot: QtBot) -> ReportCard:
    made = ReportCard(document, document.contents.indicators[0])
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def text(dialog: ReportCard, heading: str) -> QPlainTextEdit:
    [found] = [one for one in dialog.findChildren(QPlainTextEdit) if one.accessibleName() == heading]
    return found


def written(document: Document) -> dict[str, str]:
    return {card.section: card.text for card in document.contents.notes.cards}


def seen(dialog: ReportCard) -> str:
    [page] = dialog.preview.pages
    assert isinstance(page, CardPage)
    return "\n".join(cell for one in page.parts for line in one.lines for cell in line.cells)


def test_what_is_typed_is_seen_and_not_yet_kept(dialog: ReportCard, document: Document, qtbot: QtBot) -> None:
    text(dialog, STORY).setPlainText("Too few carers.")
    qtbot.waitUntil(lambda: "Too few carers." in seen(dialog))
    assert not document.dirty


def test_a_text_is_kept_when_it_is_left_as_one_step(
    dialog: ReportCard, document: Document, qtbot: QtBot
) -> None:
    part(dialog, QLineEdit, "writtenBy").setText("JS")
    story = text(dialog, STORY)
    story.setFocus()
    qtbot.keyClicks(story, "Too few carers.")
    qtbot.keyClick(story, Qt.Key.Key_Tab)
    assert written(document) == {STORY: "Too few carers."}
    assert document.contents.notes.cards[0].by == "JS"
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert written(document) == {}


def test_closing_keeps_what_is_still_being_written(dialog: ReportCard, document: Document) -> None:
    text(dialog, STORY).setPlainText("Too few carers.")
    text(dialog, "Partners").setPlainText("Schools\nNHS Leeds")
    dialog.reject()
    assert not dialog.isVisible()
    assert written(document) == {STORY: "Too few carers.", "Partners": "Schools\nNHS Leeds"}


def test_a_text_that_is_emptied_is_kept_no_more(document: Document, qtbot: QtBot) -> None:
    notes.write_card(document, "PAF A1", STORY, "Too few carers.", by="JS", on=document.as_at)
    dialog = opened(document, qtbot)
    assert text(dialog, STORY).toPlainText() == "Too few carers."
    assert part(dialog, QLineEdit, "writtenBy").text() == "JS"
    text(dialog, STORY).clear()
    dialog.reject()
    assert written(document) == {}


def test_looking_at_a_card_changes_nothing(dialog: ReportCard, document: Document) -> None:
    assert dialog.keep()
    dialog.reject()
    assert not document.dirty


def test_sections_of_the_officers_own_are_written_too(document: Document, qtbot: QtBot) -> None:
    notes.write_card(document, "PAF A1", "Risks", "Agency costs", by="", on=document.as_at)
    dialog = opened(document, qtbot)
    assert text(dialog, "Risks").toPlainText() == "Agency costs"


def test_what_cannot_be_kept_is_said_and_only_given_up_on_a_second_wish(
    dialog: ReportCard, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise EditRefused("The workbook is signed.")

    monkeypatch.setattr("desktop.ui.dialogs.report_card.write_card", refuse)
    text(dialog, STORY).setPlainText("Too few carers.")
    dialog.reject()
    assert dialog.isVisible()
    assert any(
        label.text().startswith("The workbook is signed. Copy your text")
        for label in dialog.findChildren(QLabel)
    )
    dialog.reject()
    assert not dialog.isVisible()
    assert written(document) == {}


@pytest.mark.parametrize(("refused", "asked"), [(False, 1), (True, 0)])
def test_printing_keeps_the_texts_first(
    dialog: ReportCard, document: Document, monkeypatch: pytest.MonkeyPatch, *, refused: bool, asked: int
) -> None:
    wanted: list[dict[str, str]] = []
    dialog.print_wanted.connect(lambda: wanted.append(written(document)))
    text(dialog, STORY).setPlainText("Too few carers.")
    monkeypatch.setattr(dialog, "keep", (lambda: False) if refused else dialog.keep)
    [button] = [one for one in dialog.findChildren(QPushButton) if "Print" in one.text()]
    button.click()
    assert wanted == [{STORY: "Too few carers."}] * asked
    monkeypatch.undo()
    dialog.reject()


def test_it_fits_the_screen(dialog: ReportCard) -> None:
    room = dialog.screen().availableSize()
    assert dialog.width() < room.width()
    assert dialog.height() < room.height()
