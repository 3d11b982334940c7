"""The question why queries stand: filled in, changed and taken back by keyboard."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QPushButton

from desktop.domain.findings import Finding, Severity
from desktop.domain.notes import Explanation, Remarked
from desktop.ui.dialogs.explain import ExplainDialog
from tests.ui.hands import at, part

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

TODAY = dt.date(2012, 3, 1)
QUERY = Finding(
    rule="TRJ-002",
    severity=Severity.QUERY,
    cell=at("Indicators!F5"),
    subject="QP 9",
    message="The plan goes back.",
)
OF = Remarked(rule="TRJ-002", subject="QP 9", point="31/3/01 Planned", held="55")
EXPLAINED = replace(
    QUERY, explained=True, explanation=Explanation(of=OF, text="A small year", by="AB", date=TODAY)
)


@pytest.fixture
def ask(qtbot: QtBot) -> Callable[..., ExplainDialog]:
    def build(*queries: Finding) -> ExplainDialog:
        dialog = ExplainDialog(queries, "JS", TODAY)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.open()
        return dialog

    return build


def button(dialog: ExplainDialog, text: str) -> QPushButton:
    [found] = [one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == text]
    return found


def test_it_wants_words_and_knows_the_initials(ask: Callable[..., ExplainDialog]) -> None:
    dialog = ask(QUERY)
    assert not button(dialog, "Explain").isEnabled()
    assert QApplication.focusWidget() is part(dialog, QPlainTextEdit)
    QTest.keyClicks(part(dialog, QPlainTextEdit), "  A small year ")
    assert button(dialog, "Explain").isEnabled()
    QTest.keyClick(part(dialog, QPlainTextEdit), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is part(dialog, QLineEdit)
    assert dialog.by == "JS"
    QTest.keyClicks(part(dialog, QLineEdit), "AB")
    QTest.keyClick(part(dialog, QLineEdit), Qt.Key.Key_Return)
    assert (dialog.result(), dialog.text, dialog.by) == (1, "A small year", "AB")
    assert not dialog.withdrawn


def test_it_shows_the_query_and_the_day(ask: Callable[..., ExplainDialog]) -> None:
    dialog = ask(QUERY)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert "QP 9, Indicators!F5: The plan goes back." in said
    assert "on 01/03/2012" in said


def test_several_are_listed(ask: Callable[..., ExplainDialog]) -> None:
    dialog = ask(QUERY, replace(QUERY, cell=at("Indicators!G5")))
    shown = part(dialog, QListWidget)
    assert dialog.windowTitle() == "Explain 2 queries"
    assert [shown.item(row).text() for row in range(shown.count())] == [
        "QP 9, F5: The plan goes back.",
        "QP 9, G5: The plan goes back.",
    ]


def test_ctrl_enter_explains_from_within_the_words(ask: Callable[..., ExplainDialog]) -> None:
    dialog = ask(QUERY)
    text = part(dialog, QPlainTextEdit)
    QTest.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    QTest.keyClicks(text, "A small year")
    QTest.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (dialog.result(), dialog.text) == (1, "A small year")


def test_what_was_said_is_offered_to_be_changed(ask: Callable[..., ExplainDialog]) -> None:
    dialog = ask(EXPLAINED)
    assert dialog.text == "A small year"
    QTest.keyClicks(part(dialog, QPlainTextEdit), "Two moved")
    assert dialog.text == "Two moved"


def test_of_several_that_differ_nothing_is_offered(ask: Callable[..., ExplainDialog]) -> None:
    assert ask(EXPLAINED, QUERY).text == ""


def test_it_can_be_taken_back(ask: Callable[..., ExplainDialog]) -> None:
    dialog = ask(EXPLAINED)
    button(dialog, "Withdraw").click()
    assert (dialog.result(), dialog.withdrawn) == (1, True)


def test_what_was_never_said_is_not_taken_back(ask: Callable[..., ExplainDialog]) -> None:
    dialog = ask(QUERY)
    assert not [one for one in dialog.findChildren(QPushButton) if "Withdraw" in one.text()]


def test_escape_says_nothing(ask: Callable[..., ExplainDialog]) -> None:
    dialog = ask(QUERY)
    QTest.keyClicks(part(dialog, QPlainTextEdit), "A small year")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == 0
