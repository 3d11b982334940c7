"""The print preview: it paints the very pages that the printer and the file get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.printing.paint import paint_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from desktop.printing.page import Page

FIT = 0.0
"""The zoom at which a whole page is seen, however large the preview is."""
_ROUND_IT = 12
_SHADE, _PAPER, _LINE = "#8a9299", "#ffffff", "#5a6570"
_LEAST, _MOST = 0.25, 4.0
_STEP = 1.25


class _Sheet(QWidget):
    """One page on white paper, at a zoom or as large as the widget leaves room for."""

    def __init__(self) -> None:
        super().__init__()
        self.page: Page | None = None
        self.zoom = FIT
        self.setAccessibleName("Page")

    def paper(self) -> QRectF:
        """Where the paper lies."""
        if self.page is None:
            return QRectF()
        room = QRectF(self.rect()).adjusted(_ROUND_IT, _ROUND_IT, -_ROUND_IT, -_ROUND_IT)
        width, height = self.page.orientation.width, self.page.orientation.height
        scale = self.zoom or max(0.0, min(room.width() / width, room.height() / height))
        paper = QRectF(0, 0, width * scale, height * scale)
        paper.moveCenter(room.center())
        return paper

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper, and the page on it."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(_SHADE))
        if self.page is not None:
            paper = self.paper()
            painter.fillRect(paper, QColor(_PAPER))
            paint_page(self.page, painter, paper)
            painter.setPen(QColor(_LINE))
            painter.drawRect(paper)
        painter.end()


class Preview(QScrollArea):
    """Shows one of several pages: Page Up and Page Down turn them, Ctrl with + and - makes them larger."""

    turned = Signal(int)
    """The place of the page that is shown now, counted from 0."""
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("printPreview")
        self.setAccessibleName("Preview of the pages")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheet = _Sheet()
        self._pages: tuple[Page, ...] = ()
        self._shown = 0
        self.setWidget(self._sheet)

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages, in order."""
        return self._pages

    @property
    def shown(self) -> int:
        """The place of the page that is shown, counted from 0."""
        return self._shown

    @property
    def zoom(self) -> float:
        """How large the page is shown; 1 is as printed on A4 at 96 pixels to the inch, FIT all of it."""
        return self._sheet.zoom

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show other pages, at the same place as far as there is one."""
        self._pages = tuple(pages)
        self.turn_to(self._shown)

    def turn_to(self, place: int) -> None:
        """Show the page of a place, or the nearest that there is."""
        self._shown = max(0, min(place, len(self._pages) - 1))
        page = self._pages[self._shown] if self._pages else None
        self._sheet.page = page
        self._sheet.setAccessibleDescription("" if page is None else _words(page))
        self._fit()
        self.turned.emit(self._shown)

    def set_zoom(self, zoom: float) -> None:
        """Show pages so large, or wholly where it is FIT."""
        self._sheet.zoom = zoom if zoom == FIT else max(_LEAST, min(zoom, _MOST))
        self._fit()
        self.zoomed.emit(self.zoom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and zoom by keys; the arrows scroll."""
        key, held = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        places = {
            Qt.Key.Key_PageDown: self._shown + 1,
            Qt.Key.Key_PageUp: self._shown - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._pages) - 1,
        }
        if key in places:
            self.turn_to(places[Qt.Key(key)])
        elif held and key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self._step(_STEP)
        elif held and key == Qt.Key.Key_Minus:
            self._step(1 / _STEP)
        elif held and key == Qt.Key.Key_0:
            self.set_zoom(FIT)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl held; else scroll, and turn the page where there is nothing to scroll."""
        up = event.angleDelta().y() > 0
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._step(_STEP if up else 1 / _STEP)
        elif self.verticalScrollBar().maximum() == 0:
            self.turn_to(self._shown + (-1 if up else 1))
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the room again."""
        super().resizeEvent(event)
        self._fit()

    def _step(self, factor: float) -> None:
        page = self._sheet.page
        if page is not None:
            self.set_zoom(self._sheet.paper().width() / page.orientation.width * factor)

    def _fit(self) -> None:
        page, room = self._sheet.page, self.maximumViewportSize()
        if page is None or self.zoom == FIT:
            self._sheet.resize(room)
        else:
            wide = round(page.orientation.width * self.zoom) + 2 * _ROUND_IT
            high = round(page.orientation.height * self.zoom) + 2 * _ROUND_IT
            self._sheet.resize(QSize(wide, high).expandedTo(room))
        self._sheet.update()


def _words(page: Page) -> str:
    """A page in words, for those who hear it."""
    said = filter(None, (page.title, page.status, page.source, f"Page {page.number} of {page.of}"))
    return f"{'. '.join(said)}."
