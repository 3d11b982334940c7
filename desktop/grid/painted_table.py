"""The grid as it is painted: frozen columns, banners, row heights and column widths."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QTableView

from desktop.grid.banners import paint_banners
from desktop.grid.column_layout import LEAST_ZOOM, MOST_ZOOM, WHOLE, ColumnLayout, zoomed
from desktop.grid.delegate import CellDelegate
from desktop.grid.dress import Dress
from desktop.grid.frozen import FrozenColumns
from desktop.grid.headers import ColumnHeader, Corner, RowHeader
from desktop.grid.hits import paint_hits
from desktop.grid.look import PADDING
from desktop.grid.painting import CellPainter
from desktop.grid.row_fitting import RowFitter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import (
        QItemSelection,
        QModelIndex,
        QPersistentModelIndex,
        QPoint,
        QRect,
    )
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from desktop.domain.cells import CellRef
    from desktop.grid.arrangement import Arrangement
    from desktop.grid.cells_model import CellsModel
    from desktop.grid.columns import GridColumn
    from desktop.grid.rows import Record

    AnyIndex = QModelIndex | QPersistentModelIndex

_ScrollHint = QAbstractItemView.ScrollHint
_DRESS = {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange}


_SAMPLE = 100
"""Rows whose texts decide the width of a narrow column."""
_MOST = 4
"""Widths of its title that a narrow column takes at most, however long its texts."""


class PaintedTable(QTableView):
    """A table view that paints its own cells and headers, and keeps its leading columns in view."""

    zoom_wanted = Signal(int)
    """One step larger, 1, or smaller, -1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a view without a table."""
        super().__init__(parent)
        self.dress = Dress(self.font(), self.palette())
        self.delegate = CellDelegate(self.dress, self)
        self.frozen = FrozenColumns(self)
        self.cells = CellPainter(self, self.dress, self.frozen)
        self.column_layout = ColumnLayout(self)
        self.row_fitter = RowFitter(self)
        self._hits: frozenset[CellRef] = frozenset()
        self._arrangements: dict[str, Arrangement] = {}
        self._least_widths: tuple[int, ...] = ()
        self.setItemDelegate(self.delegate)
        self.setHorizontalHeader(ColumnHeader(self, self.dress, self.frozen))
        self.setVerticalHeader(RowHeader(self, self.dress))
        Corner(self, self.dress)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().sectionResized.connect(self._column_resized)
        self.horizontalScrollBar().valueChanged.connect(self._repaint_all)
        self.verticalScrollBar().valueChanged.connect(self.row_fitter.fit_in_view)

    @property
    def table_model(self) -> CellsModel | None:
        """The model of the table that is shown; None before the first."""
        return cast("CellsModel | None", self.model())

    @property
    def columns(self) -> tuple[GridColumn, ...]:
        """The columns that are shown."""
        return self.table_model.columns if self.table_model is not None else ()

    @property
    def records(self) -> tuple[Record, ...]:
        """The records that are shown."""
        return self.table_model.records if self.table_model is not None else ()

    @property
    def banners(self) -> Mapping[int, str]:
        """The headings above the rows that begin a group."""
        return self.table_model.banners if self.table_model is not None else {}

    @property
    def header(self) -> ColumnHeader:
        """The titles above the columns."""
        return cast("ColumnHeader", self.horizontalHeader())

    @property
    def zoom(self) -> int:
        """How large everything is, in per cent of the window's font."""
        return self.column_layout.zoom

    def set_zoom(self, percent: int) -> None:
        """Make everything larger or smaller, within what can be read and used."""
        self.column_layout.zoom = max(LEAST_ZOOM, min(MOST_ZOOM, percent))
        font, plain = QFont(), QApplication.font(self)
        if self.zoom != WHOLE:
            font = zoomed(plain, self.zoom)
        self.setFont(font)  # lays the table out anew where it is another

    def arrange(self, arrangement: Arrangement) -> None:
        """Filter and sort the table that is shown; it is so again when it is shown again."""
        model = self.table_model
        if model is not None and model.arrangeable:
            self._arrangements[model.identity] = arrangement
            model.arrange(arrangement)

    def mark_hits(self, hits: frozenset[CellRef]) -> None:
        """Mark the cells that a search has found."""
        if hits != self._hits:
            self._hits = hits
            self.viewport().update()

    def set_rows_fitted(self, fitted: bool) -> None:
        """Make rows as high as their texts, or all of one height."""
        self.row_fitter.on = fitted
        self.lay_out()

    def show_model(self, model: CellsModel) -> None:
        """Show a model with the columns and the arrangement that its table had before."""
        self.column_layout.take_up(model)
        model.arrange(self._arrangements.get(model.identity, model.arrangement))
        self.row_fitter.rest()
        self.setModel(model)
        model.modelAboutToBeReset.connect(self.row_fitter.rest)
        model.dataChanged.connect(self.row_fitter.fit_again)

    def lay_out(self) -> None:
        """Give rows and columns their sizes, for the table, the font and the palette as they are now."""
        lines = max((column.lines for column in self.columns), default=1)
        self.dress.take_up(self.font(), self.palette(), lines)
        rows, measures = self.verticalHeader(), self.dress.measures
        rows.setDefaultSectionSize(measures.row)
        self.row_fitter.size_rows()
        self.verticalScrollBar().setSingleStep(max(1, measures.row // lines))
        self._least_widths = tuple(map(self._least_width, range(len(self.columns))))
        self._lay_out_columns()
        self.row_fitter.fit_in_view()

    def visualRect(self, index: AnyIndex) -> QRect:
        """Where a cell stands in the view; a frozen one wherever the others are scrolled to."""
        rect = super().visualRect(index)
        if self.frozen.offset and index.isValid() and index.column() < self.frozen.count:
            rect.moveLeft(self.frozen.left(index.column()))
        return rect

    def indexAt(self, position: QPoint) -> QModelIndex:
        """The cell at a point of the view, a frozen one where the point is on the frozen part."""
        column = self.frozen.column_at(position.x()) if self.frozen.offset and position.x() >= 0 else None
        if column is None:
            return super().indexAt(position)
        return self.model().index(self.rowAt(position.y()), column)

    def scrollTo(
        self, index: AnyIndex, hint: QAbstractItemView.ScrollHint = _ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into view, and out from beneath the frozen columns."""
        across = self.horizontalScrollBar()
        before = across.value()
        super().scrollTo(index, hint)
        super().scrollTo(index, hint)  # rows that came into view may have grown and pushed it out again
        if not self.frozen.count or not index.isValid():
            return
        if index.column() < self.frozen.count:
            across.setValue(before)
            return
        hidden = self.frozen.width - self.columnViewportPosition(index.column())
        if hidden > 0:
            across.setValue(across.value() - hidden)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, and the banners over them."""
        model = self.table_model
        if model is None:
            return
        painter = QPainter(self.viewport())
        self.cells.paint(model, painter, event.rect())
        if model.banners:
            paint_banners(self, self.dress, model.banners, painter, event.rect())
        if self._hits:
            paint_hits(self, self._hits, painter, event.rect())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new width."""
        super().resizeEvent(event)
        self._lay_out_columns()
        self.row_fitter.fit_in_view()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y():
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Take up another font or palette."""
        super().changeEvent(event)
        if event.type() in _DRESS:
            self.lay_out()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Repaint; Qt does not know where the frozen columns stand."""
        super().selectionChanged(selected, deselected)
        if self.frozen.offset:
            self.viewport().update()

    def _least_width(self, number: int) -> int:
        """The width that shows a title whole, and the codes, numbers or words of the first rows."""
        column, model = self.columns[number], self.table_model
        title = self.horizontalHeader().sectionSizeFromContents(number).width()
        if model is None or column.stretch:
            return title
        advance = self.dress.fitter(column).metrics.horizontalAdvance
        texts = [model.text(row, number) for row in range(min(_SAMPLE, len(model.records)))]
        parts = {word for text in texts for word in text.split()} if column.lines > 1 else set(texts)
        badge = self.dress.measures.badge if column.standing is not None else 0
        widest = max(map(advance, parts), default=0) + badge + 2 * PADDING + 1
        return max(title, min(widest, _MOST * title))

    def _lay_out_columns(self) -> None:
        model = self.table_model
        if model is None or len(self._least_widths) != len(model.columns):
            return  # the columns are being read anew: all is laid out once they are
        self.column_layout.lay_out(model, self._least_widths, self.dress.measures.character)
        self.frozen.recount(model.columns)

    def _column_resized(self) -> None:
        """Keep the widths that an officer chose."""
        model = self.table_model
        if model is not None and self.column_layout.keep_widths(model):
            self.frozen.recount(model.columns)
            self.row_fitter.size_rows()
            self.row_fitter.fit_in_view()
            self._repaint_all()

    def _repaint_all(self) -> None:
        self.viewport().update()
        self.horizontalHeader().viewport().update()
