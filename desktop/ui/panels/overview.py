"""Everything at once in the place of the grid: all indicators, strands, the timeline, the milestone trend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.panels.overview_pages import PAGES
from desktop.ui.panels.plain_label import PlainLabel
from desktop.ui.panels.quiet_label import QuietLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.document.document import Document
    from desktop.ui.panels.overview_pages import Drawing, OverviewPage

_LETTERS = 14
"""How many letters of a group's name its list shows at the least."""


class Overview(QWidget):
    """One page for each overview; it is drawn when it is seen, and again when the document has changed."""

    cell_wanted = Signal(object)
    """The CellRef of what was opened."""
    version_wanted = Signal()
    left = Signal()
    """The officer wants the grid back."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.setObjectName("overview")
        self.setAccessibleName("Overview")
        self._document = document
        self._drawings: dict[str, Drawing] = {}
        self._chosen: dict[str, str | None] = {}
        self._tabs, self._groups = QTabBar(), QComboBox()
        self._add = QPushButton("Keep an earlier version…")
        self._told, self._note = PlainLabel(), QuietLabel()
        self._views = QStackedWidget()
        self._nothing = PlainLabel()
        self._lay_out()
        self._connect()

    @property
    def page(self) -> OverviewPage:
        """The overview that is chosen."""
        return PAGES[self._tabs.currentIndex()]

    @property
    def group(self) -> str | None:
        """The group or the strand that the overview is narrowed to; None where it shows the whole."""
        return self._chosen.get(self.page.id)

    @property
    def keyboard(self) -> QWidget:
        """What takes the keyboard: the view, or the tabs where there is nothing to show."""
        drawing = self._drawings.get(self.page.id)
        return drawing.view if drawing is not None and self._any else self._tabs

    def show_page(self, name: str) -> None:
        """Choose an overview by its id."""
        self._tabs.setCurrentIndex([page.id for page in PAGES].index(name))
        self.refresh()

    def refresh(self) -> None:
        """Draw the chosen overview of the document as it is now."""
        page, groups = self.page, self.page.groups(self._document.contents)
        self._any = groups is not None
        self._fill_groups(groups or ())
        self._add.setVisible(page.compares and self._any)
        self._note.setText(page.note if self._any else "")
        if not self._any:
            self._told.setText("")
            self._nothing.setText(page.nothing)
            self._views.setCurrentWidget(self._nothing)
            return
        drawing = self._drawing(page)
        self._told.setText(drawing.draw(self._document, self._chosen.get(page.id)))
        self._views.setCurrentWidget(drawing.view)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the grid back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _drawing(self, page: OverviewPage) -> Drawing:
        if page.id not in self._drawings:
            drawing = page.build()
            drawing.view.cell_wanted.connect(self.cell_wanted)
            self._views.addWidget(drawing.view)
            self._drawings[page.id] = drawing
        return self._drawings[page.id]

    def _fill_groups(self, groups: tuple[str, ...]) -> None:
        """Offer the groups there are; one that is gone gives way to the whole."""
        page, chosen = self.page, self._chosen.get(self.page.id)
        if chosen not in groups:
            chosen = self._chosen[page.id] = None
        self._groups.blockSignals(True)
        self._groups.clear()
        self._groups.addItem(page.whole, None)
        for group in groups:
            self._groups.addItem(" ".join(group.split()) or "(without a name)", group)
        self._groups.setCurrentIndex(self._groups.findData(chosen) if chosen is not None else 0)
        self._groups.blockSignals(False)
        self._groups.setVisible(len(groups) > 1)

    def _choose_group(self) -> None:
        self._chosen[self.page.id] = self._groups.currentData()
        self.refresh()

    def _refresh_seen(self) -> None:
        """Draw anew what the officer sees; what is hidden is drawn when it is shown."""
        if not self.isHidden():
            self.refresh()

    def _lay_out(self) -> None:
        self._any = False
        for page in PAGES:
            self._tabs.addTab(page.title)
        self._tabs.setAccessibleName("Overviews")
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._groups.setAccessibleName("What is shown")
        self._groups.setMinimumContentsLength(_LETTERS)
        self._groups.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._told.setObjectName("overviewTold")
        self._note.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._views.addWidget(self._nothing)
        head = QHBoxLayout()
        head.setContentsMargins(8, 4, 8, 0)
        head.addWidget(self._tabs)
        head.addStretch(1)
        head.addWidget(self._groups, stretch=1)
        head.addWidget(self._add)
        words = QVBoxLayout()
        words.setContentsMargins(12, 4, 12, 4)
        words.setSpacing(2)
        words.addWidget(self._told)
        words.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(words)
        column.addWidget(self._views, stretch=1)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._refresh_seen)
        self._groups.activated.connect(self._choose_group)
        self._add.clicked.connect(self.version_wanted)
        for told in (
            self._document.changed,
            self._document.contents_changed,
            self._document.earlier.changed,
        ):
            told.connect(self._refresh_seen)
