"""The card of an indicator: what the library says, and what the officer says instead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from desktop.domain.indicators import Polarity
from desktop.domain.notes import IndicatorSetting
from desktop.ui.dialogs.indicator_card import IndicatorCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.document.document import Document
    from desktop.domain.indicators import Measure


@pytest.fixture
def ask(document: Document, qtbot: QtBot) -> Callable[..., IndicatorCard]:
    def build(said: Measure | None = None) -> IndicatorCard:
        first, *others = document.contents.indicators
        shown = first if said is None else replace(first, measure=said)
        dialog = IndicatorCard(shown, first.measure, ("count", "percent"), others)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return build


def box(dialog: IndicatorCard, name: str) -> QComboBox:
    [found] = [one for one in dialog.findChildren(QComboBox) if one.accessibleName() == name]
    return found


def line(dialog: IndicatorCard, name: str) -> QLineEdit:
    [found] = [one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name]
    return found


def button(dialog: IndicatorCard, text: str) -> QPushButton:
    [found] = [one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == text]
    return found


def said(dialog: IndicatorCard) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_it_shows_what_the_library_says(ask: Callable[..., IndicatorCard]) -> None:
    dialog = ask()
    assert dialog.windowTitle() == "Indicator card: PAF A1"
    assert "Placement moves" in said(dialog)
    assert box(dialog, "Unit").currentText() == "percent"
    assert box(dialog, "What is better").currentText() == "Lower is better"
    assert any(words.startswith("The library says: lower is better (published") for words in said(dialog))
    assert line(dialog, "Greatest possible value").text() == "100"
    assert not button(dialog, "Reset to the library").isEnabled()
    dialog.accept()
    assert dialog.setting is None


def test_what_is_changed_is_the_setting(ask: Callable[..., IndicatorCard]) -> None:
    dialog = ask()
    box(dialog, "What is better").setCurrentText("Higher is better")
    box(dialog, "Unit").setEditText("moves")
    assert any(words.startswith("Said in this workbook. The library says") for words in said(dialog))
    assert dialog.setting == IndicatorSetting(code="PAF A1", unit="moves", polarity=Polarity.HIGHER)


def test_a_range_wants_an_ideal(ask: Callable[..., IndicatorCard]) -> None:
    dialog = ask()
    assert not line(dialog, "Ideal value").isEnabled()
    box(dialog, "What is better").setCurrentText("Nearer the ideal is better")
    assert "Type the ideal value: nearer it is better." in said(dialog)
    assert not button(dialog, "Keep").isEnabled()
    line(dialog, "Ideal value").setText("12")
    line(dialog, "Alike within").setText("1.5")
    assert button(dialog, "Keep").isEnabled()
    assert dialog.setting == IndicatorSetting(code="PAF A1", polarity=Polarity.RANGE, ideal=12, tolerance=1.5)


@pytest.mark.parametrize(
    ("typed", "comparator"),
    [
        ("PAF C23: Adoptions", "PAF C23"),
        ("England", "England"),
        (" ", None),
    ],
)
def test_it_is_compared_with_an_indicator_or_a_name(
    ask: Callable[..., IndicatorCard], typed: str, comparator: str | None
) -> None:
    dialog = ask()
    box(dialog, "Compared with").setEditText(typed)
    assert (dialog.setting.comparator if dialog.setting else None) == comparator


@pytest.mark.parametrize(("comparator", "shown"), [("PAF C23", "PAF C23: Adoptions"), ("England",) * 2])
def test_what_was_said_is_shown_and_goes_when_it_is_reset(
    document: Document, ask: Callable[..., IndicatorCard], comparator: str, shown: str
) -> None:
    setting = IndicatorSetting(code="PAF A1", polarity=Polarity.NEUTRAL, comparator=comparator)
    dialog = ask(setting.applied(document.contents.indicators[0].measure))
    assert box(dialog, "What is better").currentText() == "Neither: nobody may claim it"
    assert box(dialog, "Compared with").currentText() == shown
    assert dialog.setting == setting
    button(dialog, "Reset to the library").click()
    assert box(dialog, "What is better").currentText() == "Lower is better"
    assert box(dialog, "Compared with").currentText() == ""
    assert dialog.setting is None
