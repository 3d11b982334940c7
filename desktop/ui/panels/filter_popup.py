"""Asks which rows of a table to show, by one of its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
)

from desktop.grid.filters import Dates, Found, Numbers, Place, Worded
from desktop.ui.panels.filter_pages import (
    DatesPage,
    FindingsPage,
    ListPage,
    NumbersPage,
    Unreadable,
    WordsPage,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop.grid.filters import Filter
    from desktop.ui.panels.filter_pages import (
        FilterPage,
    )

_SIZE = QSize(300, 380)
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Button = QDialogButtonBox.StandardButton


class FilterPopup(QFrame):
    """Hangs beneath a header; Enter takes what is chosen, Esc leaves everything as it is."""

    chosen = Signal(object)
    """The Filter, or None to show every row."""
    sort_wanted = Signal(bool)
    """Whether the largest comes first."""

    def __init__(
        self, title: str, counts: Mapping[str, int], current: Filter | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("filterPopup")
        self.setAccessibleName(f"Filter by {title}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.resize(_SIZE)
        self._pages: dict[str, FilterPage] = {
            "is one of": ListPage(counts, current),
            **{place.value: WordsPage(place, current) for place in Place},
            "is a number": NumbersPage(current),
            "is a date": DatesPage(current),
            "has findings": FindingsPage(current),
        }
        self._kind = QComboBox()
        self._kind.setAccessibleName("Condition")
        self._kind.addItems(list(self._pages))
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        self._said = QLabel(wordWrap=True)
        self._said.hide()
        self._said.setAccessibleName("What can't be used")
        self._lay_out(title)
        self._kind.currentIndexChanged.connect(self._turn)
        self._kind.setCurrentText(_kind_of(current))
        self._turn()

    def show_beneath(self, header: QRect) -> None:
        """Show it beneath a header, as far as that lies on the screen."""
        corner = header.bottomLeft()
        screen = QGuiApplication.screenAt(corner) or self.screen()
        room = screen.availableGeometry()
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        corner.setY(max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.move(corner)
        self.show()
        self._focus_page()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is chosen."""
        if event.key() in _RETURN:
            self._take()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, title: str) -> None:
        whole = QVBoxLayout(self)
        sorts = QHBoxLayout()
        for name, descending in (("Sort &up ▲", False), ("Sort &down ▼", True)):
            button = QPushButton(name, autoDefault=False)
            button.setToolTip("Largest or last first" if descending else "Smallest or first first")
            button.clicked.connect(lambda _=False, way=descending: self._sort(way))
            sorts.addWidget(button)
        label = QLabel(f"Show the rows in which “{title}”", textFormat=Qt.TextFormat.PlainText)
        label.setBuddy(self._kind)
        buttons = QDialogButtonBox(_Button.Ok | _Button.Cancel)
        clear = buttons.addButton("&Show all", QDialogButtonBox.ButtonRole.ResetRole)
        whole.addLayout(sorts)
        whole.addWidget(label)
        whole.addWidget(self._kind)
        whole.addWidget(self._stack, stretch=1)
        whole.addWidget(self._said)
        whole.addWidget(buttons)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.close)
        clear.clicked.connect(self._clear)

    @property
    def _page(self) -> FilterPage:
        return self._pages[self._kind.currentText()]

    def _turn(self) -> None:
        self._stack.setCurrentIndex(self._kind.currentIndex())
        self._said.hide()

    def _focus_page(self) -> None:
        self._page.keyboard.setFocus(Qt.FocusReason.PopupFocusReason)

    def _sort(self, descending: bool) -> None:
        self.close()
        self.sort_wanted.emit(descending)

    def _clear(self) -> None:
        self.close()
        self.chosen.emit(None)

    def _take(self) -> None:
        try:
            wanted = self._page.wanted()
        except Unreadable as refusal:
            self._said.setText(str(refusal))
            self._said.show()
            self._focus_page()
            return
        self.close()
        self.chosen.emit(wanted)


def _kind_of(current: Filter | None) -> str:
    """The name of the page that a filter was made on."""
    if isinstance(current, Worded):
        return current.place.value
    names = {Numbers: "is a number", Dates: "is a date", Found: "has findings"}
    return next((name for kind, name in names.items() if isinstance(current, kind)), "is one of")
