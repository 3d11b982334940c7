"""Edits cells in place: opens the editor, and hands its text to the model."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemDelegate, QStyledItemDelegate, QToolTip

from desktop.grid.look import MARK, PADDING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QRect
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

    from desktop.grid.cells_model import CellsModel
    from desktop.grid.dress import Dress
    from desktop.grid.editor import CellEditor

    AnyIndex = QModelIndex | QPersistentModelIndex

_WIDEST = 60
"""Characters that a column fitted to its texts shows at most."""


class CellDelegate(QStyledItemDelegate):
    """Edits cells. `stepped` tells that an edit was made and the current cell is to move on.

    `turned_away` carries a cell's index and the text that it refused as the editor was left.
    """

    stepped = Signal(int, int)
    turned_away = Signal(object, str)
    typing = False
    """Whether the next editor is opened by typing, so that what is typed replaces what stood there."""
    typed: str | None = None
    """What is typed already in the next editor; None where it begins with what the cell holds."""
    _taken = True
    _leaving = True

    def __init__(self, dress: Dress, parent: QObject) -> None:
        """Edit cells in the font that they are shown in."""
        super().__init__(parent)
        self._dress = dress
        self.spread: Callable[[str], bool] = lambda _text: False
        """Types a text into every selected cell; False where that was refused."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """The room that the whole text wants, up to a readable width."""
        del option
        model = cast("CellsModel", index.model())
        text = model.text(index.row(), index.column())
        fitter, measures = self._dress.fitter(model.columns[index.column()]), self._dress.measures
        widest = max(map(fitter.metrics.horizontalAdvance, text.splitlines()), default=0)
        badge = self._badge(model, index)
        room = min(widest + badge, _WIDEST * measures.character)
        return QSize(room + 2 * PADDING + MARK, measures.row)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        """The editor of a cell, in the font of the grid."""
        from desktop.grid.editor import CellEditor

        model = cast("CellsModel", index.model())
        column = model.columns[index.column()]
        editor = CellEditor(parent, column, typing=self.typing)
        editor.setFont(self._dress.fitter(column).font)
        editor.place(self._dress.body(option.rect, banner=index.row() in model.banners))
        if self.typed is None:
            editor.begin(model.edit_text(index.row(), index.column()))
        else:
            editor.begin(self.typed, typed=True)
        editor.stepped.connect(lambda rows, columns: self._step(editor, rows, columns))
        editor.spread.connect(lambda: self._spread(editor))
        editor.abandoned.connect(lambda: self._close(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Leave the editor as it is: it began with the cell's text, and what is typed since stays."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        """Type the editor's text into the cell; what is refused as the officer leaves is not lost."""
        text = cast("CellEditor", editor).text
        self._taken = model.setData(index, text)
        if self._leaving and not self._taken:
            self.turned_away.emit(index, text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Keep the editor on the cell, beneath the banner where the row has one."""
        model = cast("CellsModel", index.model())
        cast("CellEditor", editor).place(self._dress.body(option.rect, banner=index.row() in model.banners))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let the editor have its keys; Qt commits it when it loses the focus."""
        if event.type() == QEvent.Type.KeyPress:
            return False
        return super().eventFilter(editor, event)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """Tell of a cell what it does not show: the rest of its text, its reading, its findings."""
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        from html import escape

        tip = self._tip(option.rect, index) if index.isValid() else ""
        paragraphs = "".join(f"<p>{escape(line)}</p>" for line in tip.splitlines())
        QToolTip.showText(event.globalPos(), paragraphs, view)
        return True

    def _tip(self, rect: QRect, index: AnyIndex) -> str:
        model = cast("CellsModel", index.model())
        column, text = model.columns[index.column()], model.text(index.row(), index.column())
        badge = self._badge(model, index)
        body = self._dress.body(rect, banner=index.row() in model.banners)
        lines = self._dress.lines_in(column, body.height())
        fitted = self._dress.fitter(column).fit(text, body.width() - 2 * PADDING - badge, lines)
        tip = str(index.data(Qt.ItemDataRole.ToolTipRole))
        cut = any(line.endswith("…") for line in fitted[-1:])
        return tip if cut or tip != text.strip() else ""

    def _badge(self, model: CellsModel, index: AnyIndex) -> int:
        """The width of the badge before a cell's text; 0 where it has none."""
        standing = model.standing(index.row(), index.column())
        return self._dress.measures.badge if standing is not None and standing.badge else 0

    def _step(self, editor: CellEditor, rows: int, columns: int) -> None:
        """Commit and move on; a text that was refused stays in the editor to be mended."""
        self._leaving = False
        self.commitData.emit(editor)
        self._leaving = True
        if self._taken:
            self._close(editor)
            self.stepped.emit(rows, columns)

    def _spread(self, editor: CellEditor) -> None:
        """Type the text into the whole selection; one that was refused stays in the editor to be mended."""
        if self.spread(editor.text):
            self._close(editor)

    def _close(self, editor: CellEditor) -> None:
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
