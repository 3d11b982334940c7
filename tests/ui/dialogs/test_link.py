"""The question which indicator counts a milestone's promise: the likeliest first, one key to take it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QPushButton

from desktop.ui.dialogs.link import LinkDialog
from tests.ui.hands import part

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.document.document import Document

PROMISE = "7 adoptions to be agreed by 31/3/02"


@pytest.fixture
def ask(document: Document, qtbot: QtBot) -> Callable[..., LinkDialog]:
    def build(text: str = PROMISE, indicator: str = "") -> LinkDialog:
        milestone = replace(document.contents.milestones[0], text=text, indicator=indicator)
        dialog = LinkDialog(milestone, document.contents.indicators)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.open()
        return dialog

    return build


def offered(dialog: LinkDialog) -> list[str]:
    shown = part(dialog, QListWidget)
    return [shown.item(row).text() for row in range(shown.count())]


def button(dialog: LinkDialog, text: str) -> QPushButton:
    [found] = [one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == text]
    return found


def said(dialog: LinkDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_enter_takes_the_likeliest(ask: Callable[..., LinkDialog]) -> None:
    dialog = ask()
    assert offered(dialog)[0] == "PAF C23: Adoptions"
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (dialog.result(), dialog.code, dialog.unlinked) == (1, "PAF C23", False)


def test_words_and_arrows_find_another(ask: Callable[..., LinkDialog]) -> None:
    dialog = ask()
    field = part(dialog, QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_PageDown)
    assert dialog.code == offered(dialog)[-1].partition(":")[0]
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert dialog.code == offered(dialog)[1].partition(":")[0]
    QTest.keyClicks(field, "birth touch")
    assert offered(dialog) == ["QP 9: In touch at their 19th birthday"]
    assert dialog.code == "QP 9"
    QTest.keyClicks(field, " nobody")
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert (offered(dialog), dialog.code) == ([], "")
    assert not button(dialog, "Link").isEnabled()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (PROMISE, "Once linked, its promise of 7 by 31/3/02 is held against the indicator’s plan."),
        ("Team in place", "It promises no number by a date that can be read: the link is kept all the same."),
    ],
)
def test_it_tells_what_the_milestone_promises(ask: Callable[..., LinkDialog], text: str, words: str) -> None:
    dialog = ask(text)
    assert f"1A: {text}" in said(dialog)
    assert words in said(dialog)


def test_what_is_linked_is_picked_and_can_be_unlinked(ask: Callable[..., LinkDialog]) -> None:
    unlinked = ask()
    assert not [one for one in unlinked.findChildren(QPushButton) if "Unlink" in one.text()]
    dialog = ask(indicator="QP 9")
    assert dialog.code == "QP 9"
    assert "QP 9: In touch at their 19th birthday (linked now)" in offered(dialog)
    button(dialog, "Unlink").click()
    assert (dialog.result(), dialog.unlinked) == (1, True)


def test_a_double_click_takes_one(ask: Callable[..., LinkDialog]) -> None:
    dialog = ask()
    shown = part(dialog, QListWidget)
    place = shown.visualItemRect(shown.item(1)).center()
    for act in (QTest.mouseClick, QTest.mouseDClick):
        act(shown.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert (dialog.result(), dialog.code) == (1, offered(dialog)[1].partition(":")[0])


def test_a_milestone_that_is_its_own_name_is_told_once(document: Document, qtbot: QtBot) -> None:
    milestone = replace(document.contents.milestones[0], ref="", project="", text="Team in place")
    dialog = LinkDialog(milestone, document.contents.indicators)
    qtbot.addWidget(dialog)
    assert "Team in place" in said(dialog)
