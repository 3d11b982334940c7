"""The strip over the panels: the gravest notice first, every button reached from the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton

from desktop.ui.panels.banner import Banner, Notice, Topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def banner(qtbot: QtBot) -> Iterator[Banner]:
    window = QMainWindow()
    qtbot.addWidget(window)
    banner = Banner(window)
    window.addToolBar(banner)
    window.resize(900, 200)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield banner
    window.close()  # it has to live as long as the banner in it


def buttons(banner: Banner) -> dict[str, QPushButton]:
    QApplication.processEvents()  # the tool bar lays itself out and lets go of what it showed before
    return {button.text(): button for button in banner.findChildren(QPushButton) if button.isVisible()}


def test_with_nothing_to_say_it_is_not_there(banner: Banner) -> None:
    assert not banner.isVisible()
    assert banner.words == ""
    banner.drop(Topic.HELD)
    assert not banner.isVisible()


def test_it_says_what_happened_and_does_what_is_chosen(banner: Banner) -> None:
    done: list[str] = []
    words = "plan.xlsx was <changed>."
    banner.say(Topic.CHANGED, Notice(words=words, choices=(("&Reload", lambda: done.append("reload")),)))
    assert banner.isVisible()
    assert banner.words == words
    assert list(buttons(banner)) == ["&Reload", "&Dismiss"]
    [label] = [label for label in banner.findChildren(QLabel) if label.isVisible()]
    assert label.text() == words
    assert label.textFormat() is Qt.TextFormat.PlainText
    buttons(banner)["&Reload"].click()
    assert done == ["reload"]
    assert banner.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_its_buttons_answer_the_keyboard(banner: Banner, key: Qt.Key) -> None:
    banner.say(Topic.HELD, Notice(words="plan.xlsx is open elsewhere."))
    button = buttons(banner)["&Dismiss"]
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    button.setFocus()
    QTest.keyClick(button, key)
    assert not banner.isVisible()


def test_the_gravest_comes_first_and_the_next_when_it_goes(banner: Banner) -> None:
    banner.say(Topic.HELD, Notice(words="held"))
    banner.say(Topic.CHANGED, Notice(words="changed"))
    banner.say(Topic.NOT_KEPT, Notice(words="not kept"))
    assert banner.words == "changed"
    banner.say(Topic.CHANGED, Notice(words="changed again"))
    assert banner.words == "changed again"
    buttons(banner)["&Dismiss"].click()
    assert banner.words == "held"
    banner.drop(Topic.NOT_KEPT)
    assert banner.words == "held"
    banner.clear_all()
    assert not banner.isVisible()
