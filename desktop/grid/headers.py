"""The headers of the grid: titles in two lines above, the sheet's row numbers at the side."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton, QHeaderView

from desktop.grid.columns import Align
from desktop.grid.header_marks import SIDE, paint_signs, signs_of, signs_rect
from desktop.grid.look import LEADING, PADDING, bold, smaller

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QFont, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QTableView

    from desktop.grid.cells_model import CellsModel
    from desktop.grid.columns import GridColumn
    from desktop.grid.dress import Dress
    from desktop.grid.frozen import FrozenColumns
    from desktop.grid.header_marks import HeaderSign

_GRIP = 4
"""Pixels on either side of a border that take hold of it."""
_LEAST = 100
"""The least row number that there is room for."""


class ColumnHeader(QHeaderView):
    """A title in bold, beneath it small and grey the kind of value, and signs of filters and sorts."""

    filter_wanted = Signal(int)
    """The column whose button was pressed."""
    menu_wanted = Signal(int, object)
    """The column on which a menu is asked for, and where on the screen, a QPoint."""

    def __init__(self, view: QTableView, dress: Dress, frozen: FrozenColumns) -> None:
        """Stand above a view's columns, in the colours of its cells."""
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view, self._dress, self._frozen = view, dress, frozen
        self._held: tuple[int, int] | None = None
        self._hovered: int | None = None
        self.setSectionsClickable(True)
        self.setResizeContentsPrecision(0)  # a column is fitted to the rows in view, never to all of them
        self.setMinimumSectionSize(28)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """Two lines where any column has two, else one."""
        return QSize(self.length(), self._height)

    def sectionSizeFromContents(self, section: int) -> QSize:
        """The room that a title wants."""
        column = self._columns[section]
        title, kind = map(QFontMetrics, self._fonts())
        wide, beneath = title.horizontalAdvance(column.title), kind.horizontalAdvance(column.kind)
        signs = SIDE * len(self._signs(section, button=False))
        wide = max(wide, beneath + signs) if column.kind else wide + signs
        return QSize(wide + 2 * PADDING + 1, self._height)

    @property
    def _columns(self) -> tuple[GridColumn, ...]:
        model = cast("CellsModel | None", self.model())
        return model.columns if model is not None else ()

    @property
    def _height(self) -> int:
        title, kind = map(QFontMetrics, self._fonts())
        second = kind.lineSpacing() if any(column.kind for column in self._columns) else 2
        return title.lineSpacing() + second + 2 * LEADING

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one title, the one of the current column on the colour of the selection."""
        column, look = self._columns[section], self._dress.look
        current = self._view.currentIndex().column() == section
        painter.fillRect(rect, look.selected if current else look.header)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.line)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), look.line)
        right = column.align is Align.RIGHT
        across = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        title, kind = self._fonts()
        frozen = self._frozen
        edge = frozen.width if frozen.offset and section >= frozen.count else 0
        if rect.left() < edge or rect.left() < 0:  # never the tail of a title
            return
        room = rect.adjusted(PADDING, LEADING, -PADDING, -LEADING)
        if column.kind:
            painter.setFont(kind)
            painter.setPen(look.muted)
            painter.drawText(room, int(across | Qt.AlignmentFlag.AlignBottom), column.kind)
        painter.setFont(title)
        painter.setPen(look.text)
        down = Qt.AlignmentFlag.AlignTop if column.kind else Qt.AlignmentFlag.AlignVCenter
        signs, ground = self._signs(section), look.selected if current else look.header
        if not column.kind:  # the signs stand beside the title
            room.adjust(SIDE * len(signs) if right else 0, 0, 0 if right else -SIDE * len(signs), 0)
        shown = QFontMetrics(title).elidedText(column.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(across | down), shown)
        if signs:
            paint_signs(painter, self._signs_rect(rect, section), signs, look.text, ground)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the titles, and those of the frozen columns over them."""
        super().paintEvent(event)
        frozen = self._frozen
        if frozen.offset:
            painter = QPainter(self.viewport())
            for section in range(frozen.count):
                rect = QRect(frozen.left(section), 0, self.sectionSize(section), self.viewport().height())
                self.paintSection(painter, rect, section)
            edge = QRect(frozen.width - 2, 0, 2, self.viewport().height())
            painter.fillRect(edge, self._dress.look.edge)
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a frozen column's border, press a button, or select the column on the screen."""
        point = event.position().toPoint()
        x = point.x()
        border, section, pressed = self._frozen_border(x), self._frozen_section(x), self._button_at(point)
        if pressed is not None:
            self.filter_wanted.emit(pressed)
        elif border is not None:
            self._held = (border, x - self.sectionSize(border))
        elif section is not None:
            self._view.selectColumn(section)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Give a frozen column the width that its border is dragged to; show the button under the pointer."""
        x = event.position().toPoint().x()
        self._hover(self._section_at(x))
        if self._held is not None:
            section, start = self._held
            self.resizeSection(section, max(self.minimumSectionSize(), x - start))
        elif self._frozen_border(x) is not None:
            self.viewport().setCursor(Qt.CursorShape.SplitHCursor)
        elif self._frozen_section(x) is not None:
            self.viewport().unsetCursor()
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of a border."""
        self._held = None
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fit a frozen column to its texts."""
        x = event.position().toPoint().x()
        border = self._frozen_border(x)
        if border is not None:
            self.sectionHandleDoubleClicked.emit(border)
        elif self._frozen_section(x) is None:
            super().mouseDoubleClickEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the button away."""
        super().leaveEvent(event)
        self._hover(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the column under the pointer."""
        section = self._section_at(event.pos().x())
        if section is not None:
            self.menu_wanted.emit(section, event.globalPos())

    def column_rect(self, section: int) -> QRect:
        """Where a column's title stands on the screen."""
        frozen = self._frozen
        x = frozen.left(section) if section < frozen.count else self.sectionViewportPosition(section)
        corner = self.viewport().mapToGlobal(QPoint(x, 0))
        return QRect(corner, QSize(self.sectionSize(section), self.viewport().height()))

    def _signs(self, section: int, *, button: bool = True) -> tuple[HeaderSign, ...]:
        model = cast("CellsModel", self.model())
        button = button and model.arrangeable and section == self._hovered
        return signs_of(model.arrangement, model.places[section], button=button)

    def _signs_rect(self, rect: QRect, section: int) -> QRect:
        left = self._columns[section].align is Align.RIGHT
        return signs_rect(rect, len(self._signs(section)), left=left)

    def _button_at(self, point: QPoint) -> int | None:
        """The column whose signs are at a point of the header."""
        section = self._section_at(point.x())
        if section is None or not self._signs(section):
            return None
        rect = self.column_rect(section)
        rect.moveTopLeft(self.viewport().mapFromGlobal(rect.topLeft()))
        return section if self._signs_rect(rect, section).contains(point) else None

    def _hover(self, section: int | None) -> None:
        if section != self._hovered:
            self._hovered = section
            self.viewport().update()

    def _section_at(self, x: int) -> int | None:
        frozen = self._frozen_section(x)
        section = self.logicalIndexAt(x) if frozen is None else frozen
        return section if 0 <= section < len(self._columns) else None

    def _frozen_section(self, x: int) -> int | None:
        """The frozen column at a point of the header, while others are scrolled beneath it."""
        return self._frozen.column_at(x) if self._frozen.offset else None

    def _frozen_border(self, x: int) -> int | None:
        """The frozen column whose right border is at a point of the header."""
        frozen = self._frozen
        sections = range(frozen.count) if frozen.offset else ()
        return next((section for section in sections if abs(x - frozen.left(section + 1)) <= _GRIP), None)

    def _fonts(self) -> tuple[QFont, QFont]:
        return bold(self._view.font()), smaller(self._view.font())


class Corner(QObject):
    """Paints the button in the corner, which selects every cell, as a part of the headers."""

    def __init__(self, view: QTableView, dress: Dress) -> None:
        """Take over the painting of a view's corner."""
        super().__init__(view)
        self._dress = dress
        self._button = view.findChild(QAbstractButton)
        if self._button is not None:
            self._button.setAccessibleName("Select every cell")
            self._button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint in place of the button."""
        if event.type() != QEvent.Type.Paint or self._button is None:
            return super().eventFilter(watched, event)
        painter = QPainter(self._button)
        area, look = self._button.rect(), self._dress.look
        painter.fillRect(area, look.header)
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, look.line)
        painter.fillRect(area.right(), area.top(), 1, area.height(), look.line)
        painter.end()
        return True


class RowHeader(QHeaderView):
    """The row numbers of the sheet, small and grey, beside the lower part of a row with a banner."""

    def __init__(self, view: QTableView, dress: Dress) -> None:
        """Stand beside a view's rows, in the colours of its cells."""
        super().__init__(Qt.Orientation.Vertical, view)
        self._view, self._dress = view, dress
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as the largest row number."""
        model = cast("CellsModel | None", self.model())
        last = model.records[-1].row if model is not None and model.records else 0
        widest = QFontMetrics(smaller(self._view.font())).horizontalAdvance(str(max(_LEAST, last)))
        return QSize(widest + 2 * PADDING, 0)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one row number; the banner above it runs on from the view."""
        model = cast("CellsModel", self.model())
        look = self._dress.look
        body = self._dress.body(rect, banner=section in model.banners)
        current = self._view.currentIndex().row() == section
        painter.fillRect(rect, look.banner)
        painter.fillRect(body, look.selected if current else look.header)
        painter.fillRect(body.left(), body.bottom(), body.width(), 1, look.line)
        painter.fillRect(body.right(), body.top(), 1, body.height(), look.line)
        painter.setFont(smaller(self._view.font()))
        painter.setPen(look.text if current else look.muted)
        room = body.adjusted(0, LEADING, -PADDING, -LEADING)
        room.setHeight(self._dress.measures.line)  # beside the first line of the texts
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(room, flags, str(model.records[section].row))
