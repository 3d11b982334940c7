"""The question for a target: dates and figures as officers write them, and the plan's answer at once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton

from desktop.domain.notes import KeptTarget
from desktop.ui.dialogs.target import TargetDialog
from tests.ui.hands import part

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.document.document import Document

KEPT = KeptTarget(
    indicator="PAF A1",
    value=18.5,
    date=dt.date(2002, 3, 31),
    set_by="The council",
    where="B2",
    text="agreed",
    row=4,
)
UNSIGNED = KeptTarget(indicator="paf  a1", value=17, date=dt.date(2002, 3, 31), row=5)


@pytest.fixture
def ask(document: Document, qtbot: QtBot) -> Callable[..., TargetDialog]:
    def build(*kept: KeptTarget) -> TargetDialog:
        indicators = document.contents.indicators
        dialog = TargetDialog(indicators, indicators[0], kept)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.open()
        return dialog

    return build


def box(dialog: TargetDialog, name: str) -> QComboBox:
    [found] = [one for one in dialog.findChildren(QComboBox) if one.accessibleName() == name]
    return found


def line(dialog: TargetDialog, name: str) -> QLineEdit:
    [found] = [one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name]
    return found


def button(dialog: TargetDialog, text: str) -> QPushButton:
    [found] = [one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == text]
    return found


def words(dialog: TargetDialog) -> str:
    return part(dialog, QLabel, "targetWords").text()


def test_it_is_typed_from_field_to_field(ask: Callable[..., TargetDialog]) -> None:
    dialog = ask()
    assert box(dialog, "Indicator").currentText() == "PAF A1: Placement moves"
    assert not box(dialog, "Target").isEnabled()
    assert words(dialog).startswith("Type the value and the date")
    assert QApplication.focusWidget() is line(dialog, "Value")
    for text in ("15", "31/3/02", "The council", "Section B2"):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert words(dialog) == "The plan reads 20 on 31/03/2002: 5 too high; it never gets there."
    QTest.keyClick(line(dialog, "Value"), Qt.Key.Key_Return)
    assert dialog.result() == 1
    assert dialog.target == KeptTarget(
        indicator="PAF A1", value=15, date=dt.date(2002, 3, 31), set_by="The council", where="Section B2"
    )


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("31 March 2002", dt.date(2002, 3, 31)),
        ("March 2002", dt.date(2002, 3, 31)),
        ("Q3 2001/02", dt.date(2001, 12, 31)),
    ],
)
def test_dates_are_read_as_officers_write_them(
    ask: Callable[..., TargetDialog], typed: str, date: dt.date
) -> None:
    dialog = ask()
    line(dialog, "Value").setText("15%")
    line(dialog, "By when").setText(f" {typed} ")
    assert dialog.target is not None
    assert (dialog.target.value, dialog.target.date) == (15, date)


@pytest.mark.parametrize(
    ("value", "date", "said"),
    [
        ("a lot", "", "“a lot” is not a number"),
        ("15", "soon", "“soon” is not a date"),
        ("15", "", "Type the value and the date"),
    ],
)
def test_what_is_wanted_is_said(ask: Callable[..., TargetDialog], value: str, date: str, said: str) -> None:
    dialog = ask()
    line(dialog, "Value").setText(value)
    line(dialog, "By when").setText(date)
    assert words(dialog).startswith(said)
    assert dialog.target is None
    assert not button(dialog, "Add").isEnabled()


def test_a_kept_target_can_be_changed(ask: Callable[..., TargetDialog]) -> None:
    dialog = ask(KEPT, UNSIGNED)
    which = box(dialog, "Target")
    offered = [which.itemText(place) for place in range(which.count())]
    assert offered == ["A new target", "18.5 by 31/03/2002, The council", "17 by 31/03/2002"]
    which.setCurrentIndex(1)
    assert dialog.windowTitle() == "Change a target"
    assert dialog.target == KEPT
    line(dialog, "Value").setText("19")
    assert button(dialog, "Change").isEnabled()
    assert dialog.target.row == KEPT.row
    which.setCurrentIndex(0)
    assert (dialog.windowTitle(), line(dialog, "Value").text()) == ("Add a target", "")


def test_a_kept_target_can_be_removed(ask: Callable[..., TargetDialog]) -> None:
    dialog = ask(KEPT)
    assert not button(dialog, "Remove").isVisible()
    box(dialog, "Target").setCurrentIndex(1)
    button(dialog, "Remove").click()
    assert (dialog.result(), dialog.removed, dialog.old) == (1, True, KEPT)


def test_another_indicator_has_targets_of_its_own(ask: Callable[..., TargetDialog]) -> None:
    dialog = ask(KEPT)
    box(dialog, "Indicator").setCurrentIndex(2)
    assert box(dialog, "Target").count() == 1
    line(dialog, "Value").setText("60")
    line(dialog, "By when").setText("31/3/02")
    assert dialog.target is not None
    assert dialog.target.indicator == "QP 9"
