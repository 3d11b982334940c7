"""A strip over the panels that says what has happened and offers what to do; it never stops the work."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolBar, QWidget

from desktop.ui.panels.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction


class Topic(IntEnum):
    """What a notice is about, the gravest first; only one is shown at a time."""

    CHANGED = auto()
    NOT_SAVED = auto()
    HELD = auto()
    NOT_KEPT = auto()
    REFUSED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What to say, and what the buttons beside it do."""

    words: str
    choices: tuple[tuple[str, Callable[[], None]], ...] = ()


class Banner(QToolBar):
    """Shows the gravest notice, which its Dismiss button takes away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Notice", parent)
        self.setObjectName("banner")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.toggleViewAction().setVisible(False)
        self._notices: dict[Topic, Notice] = {}
        self._shown: Notice | None = None
        self._action: QAction | None = None
        self.hide()

    @property
    def words(self) -> str:
        """What is being said; empty where nothing is."""
        return "" if self._shown is None else self._shown.words

    def say(self, topic: Topic, notice: Notice) -> None:
        """Show a notice, unless a graver one stands; it takes the place of an earlier one on its topic."""
        self._notices[topic] = notice
        self._show()

    def drop(self, topic: Topic) -> None:
        """Take a notice away, where there is one on the topic."""
        if self._notices.pop(topic, None) is not None:
            self._show()

    def clear_all(self) -> None:
        """Take every notice away."""
        self._notices.clear()
        self._show()

    def _show(self) -> None:
        topic = min(self._notices, default=None)
        notice = None if topic is None else self._notices[topic]
        if notice is self._shown:
            return
        self._shown = notice
        if self._action is not None:
            self.removeAction(self._action)
            self._action.deleteLater()
            self._action = None
        self.setVisible(notice is not None)
        if topic is not None and notice is not None:
            self._action = self.addWidget(self._strip(topic, notice))

    def _strip(self, topic: Topic, notice: Notice) -> QWidget:
        strip = QWidget()
        row = QHBoxLayout(strip)
        row.setContentsMargins(6, 2, 6, 2)
        words = PlainLabel(notice.words)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(words, 1)
        for text, act in (*notice.choices, ("&Dismiss", lambda: self.drop(topic))):
            button = QPushButton(text)
            button.setAutoDefault(True)  # Enter presses it as well as the space bar
            button.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(button)
        strip.setAccessibleName(notice.words)
        QAccessible.updateAccessibility(QAccessibleEvent(words, QAccessible.Event.Alert))
        return strip
