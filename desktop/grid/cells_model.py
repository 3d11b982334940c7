"""Cells of the document as Qt sees them: rows of the sheet down, declared columns across."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, Signal

from desktop.domain.errors import MilepostError
from desktop.domain.values import Value
from desktop.grid.as_declared import AsDeclared
from desktop.grid.columns import Align
from desktop.grid.marks import gravest
from desktop.grid.readings import spoken, tip
from desktop.grid.rows import banners_of, positions_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from PySide6.QtCore import QObject, QPersistentModelIndex

    from desktop.document.document import Document
    from desktop.domain.cells import CellRef
    from desktop.domain.findings import Finding, Severity
    from desktop.grid.columns import GridColumn, Reading
    from desktop.grid.marks import Mark
    from desktop.grid.rows import Record
    from desktop.grid.standing import Standing

    AnyIndex = QModelIndex | QPersistentModelIndex


_USER = int(Qt.ItemDataRole.UserRole)
CellRole: Final = _USER + 1
"""A cell's address in the sheet, a CellRef."""
FindingRole: Final = _USER + 2
"""The severity of a cell's gravest finding; None where nothing is said of it."""
GroupRole: Final = _USER + 3
"""The heading above a row that begins a group; None for any other row."""
FieldRole: Final = _USER + 4
"""The field that a column holds, asked of the header."""

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemNeverHasChildren
)
_ALIGNMENTS = {
    Align.LEFT: int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
    Align.RIGHT: int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
    Align.CENTRE: int(Qt.AlignmentFlag.AlignCenter),
}
_NOWHERE = QModelIndex()
_MOST_KEPT = 50_000
_MANY = 500
"""Cells changed at once: more are told as one change of everything, which costs the view no more."""


class CellsModel(AsDeclared):
    """Some cells of one sheet of a document; `identity` tells it from what else the sheet can be shown as.

    `refused` carries the message of an edit that was not carried out; nothing was changed then.
    """

    refused = Signal(str)

    def __init__(
        self,
        document: Document,
        sheet: str,
        columns: tuple[GridColumn, ...],
        records: tuple[Record, ...],
        parent: QObject | None = None,
    ) -> None:
        """Show these columns of these records, and follow what becomes of them."""
        super().__init__(columns, parent)
        self.document = document
        self.sheet = sheet
        self.records = records
        self.banners: Mapping[int, str] = banners_of(records)
        self._texts: dict[int, str] = {}
        self._marks: dict[int, Mark | None] = {}
        document.cells_changed.connect(self._cells_changed)
        document.findings_changed.connect(self._findings_changed)
        document.contents_changed.connect(self._contents_changed)

    @property
    def reason(self) -> str:
        """Why nothing can be edited here; empty where cells can be."""
        return ""

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """How many records there are."""
        return 0 if parent.isValid() else len(self.records)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Every cell can be selected, and edited where it is not drawn; the document has the last word."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        drawn = self.columns[index.column()].drawn
        return _FLAGS & ~Qt.ItemFlag.ItemIsEditable if drawn else _FLAGS

    def data(self, index: AnyIndex, role: int = _DISPLAY) -> object:
        """What a role says of a cell; roles that nobody answers return at once."""
        answer = self._answers.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(index.row(), index.column())

    @cached_property
    def _answers(self) -> Mapping[int, Callable[[int, int], object]]:
        return {
            _DISPLAY: self.text,
            _EDIT: self.edit_text,
            int(Qt.ItemDataRole.TextAlignmentRole): lambda _, column: _ALIGNMENTS[self.columns[column].align],
            int(Qt.ItemDataRole.ToolTipRole): self._tip,
            int(Qt.ItemDataRole.AccessibleTextRole): self._spoken,
            CellRole: self.cell,
            FindingRole: self._severity,
            GroupRole: lambda row, _: self.banners.get(row),
        }

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Titles above, with the kind of value beneath; the sheet's row numbers at the side."""
        if orientation is Qt.Orientation.Vertical:
            return (
                str(self.records[section].row) if role == _DISPLAY and section < len(self.records) else None
            )
        if not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == _DISPLAY:
            return f"{column.title}\n{column.kind}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.hint
        return column.field if role == FieldRole else None

    def setData(self, index: AnyIndex, value: object, role: int = _EDIT) -> bool:
        """Type a text into a cell; False where it was refused."""
        cell = self.cell_at(index)
        if role != _EDIT or cell is None:
            return False
        typed = str(value)
        if typed == self.document.edit_text(cell):
            return True
        return self.type_texts([(cell, typed)], f"Type in {cell.a1}")

    def type_texts(self, typed: Sequence[tuple[CellRef, str]], label: str) -> bool:
        """Type texts into cells as one step to undo; False, and `refused`, where they were refused."""
        try:
            self.document.type_texts(typed, label)
        except MilepostError as refusal:
            self.refused.emit(str(refusal))
            return False
        return True

    def text(self, row: int, column: int) -> str:
        """A cell's text as the sheet shows it."""
        key = row * len(self.columns) + column
        found = self._texts.get(key)
        if found is None:
            cell = self.cell(row, column)
            found = self.document.text(cell) if cell is not None else ""
            if len(self._texts) >= _MOST_KEPT:
                self._texts.clear()
            self._texts[key] = found
        return found

    def edit_text(self, row: int, column: int) -> str:
        """What an editor of the cell starts with."""
        cell = self.cell(row, column)
        return self.document.edit_text(cell) if cell is not None else ""

    def reading(self, row: int, column: int) -> Reading:
        """How a cell's text was read; None where it is plain text."""
        return self.columns[column].reading(self.records[row])

    def standing(self, row: int, column: int) -> Standing | None:
        """The verdict on a cell; None where there is none."""
        judge = self.columns[column].standing
        return judge(self.records[row], self.document.as_at) if judge is not None else None

    def mark(self, row: int, column: int) -> Mark | None:
        """The gravest finding of a cell, one that waits for an answer before any that is explained."""
        key = row * len(self.columns) + column
        if key not in self._marks:
            if len(self._marks) >= _MOST_KEPT:
                self._marks.clear()
            self._marks[key] = gravest(self._findings(row, column))
        return self._marks[key]

    def values(self, column: int, top: int, bottom: int) -> Iterator[Value]:
        """The readings of a stretch of a column that may be numbers."""
        read = self.columns[column].reading
        for row in range(top, bottom + 1):
            reading = read(self.records[row])
            if isinstance(reading, Value):
                yield reading

    def cell(self, row: int, column: int) -> CellRef | None:
        """The cell of the sheet at a place of the grid; None where the record has none there."""
        return self.columns[column].cell(self.records[row])

    def repeated(self, row: int, column: int) -> bool:
        """Whether the cell stands beside an earlier record and is only shown again here."""
        if not self.columns[column].shared:
            return False
        cell = self.cell(row, column)
        return cell is not None and cell.row != self.records[row].row

    def cell_at(self, index: AnyIndex) -> CellRef | None:
        """The cell of the sheet that an index stands for."""
        return self.cell(index.row(), index.column()) if index.isValid() else None

    def index_of(self, cell: CellRef) -> QModelIndex:
        """The first place that shows a cell of the sheet; invalid where none does."""
        row, column = next(self._places(cell), (-1, -1))
        return self.index(row, column) if row >= 0 else QModelIndex()

    def _places(self, cell: CellRef) -> Iterator[tuple[int, int]]:
        """Every place that shows a cell: a project's name is shown beside each of its milestones."""
        if cell.sheet != self.sheet:
            return
        for position in self._positions_at(cell.row):
            record = self.records[position]
            for number, column in enumerate(self.columns):
                if column.number in {cell.column, None} and column.cell(record) == cell:
                    yield position, number

    def _positions_at(self, row: int) -> Iterator[int]:
        return positions_at(self.records, row)

    def _findings(self, row: int, column: int) -> tuple[Finding, ...]:
        cell = self.cell(row, column)
        return self.document.findings_at(cell) if cell is not None else ()

    def _severity(self, row: int, column: int) -> Severity | None:
        mark = self.mark(row, column)
        return mark.severity if mark is not None else None

    def _tip(self, row: int, column: int) -> str:
        findings, text = self._findings(row, column), self.text(row, column)
        return tip(self.reading(row, column), findings, text, self._says(row, column))

    def _spoken(self, row: int, column: int) -> str:
        findings, text = self._findings(row, column), self.text(row, column)
        declared = self.columns[column]
        return spoken(declared, self.reading(row, column), findings, text, self._says(row, column))

    def _says(self, row: int, column: int) -> str:
        return self.columns[column].says(self.records[row], self.document.as_at)

    def _cells_changed(self, cells: frozenset[CellRef]) -> None:
        if not self._take_up_records():
            return
        if len(cells) > _MANY:
            self._texts.clear()
            self._all_changed([])
            return
        places = [place for cell in cells for place in self._places(cell)]
        for row, column in places:
            self._texts.pop(row * len(self.columns) + column, None)
        if places:
            rows, columns = [row for row, _ in places], [column for _, column in places]
            first, last = self.index(min(rows), min(columns)), self.index(max(rows), max(columns))
            self.dataChanged.emit(first, last, [])
            self._followers_changed(min(rows), max(rows))

    def _followers_changed(self, top: int, bottom: int) -> None:
        """The cells of these rows that tell of the whole record."""
        for number, column in enumerate(self.columns):
            if column.follows:
                self.dataChanged.emit(self.index(top, number), self.index(bottom, number), [])

    def _findings_changed(self) -> None:
        self._marks.clear()
        self._all_changed([FindingRole])

    def _contents_changed(self) -> None:
        self._forget()
        if self._take_up_records():
            self._all_changed([])

    def _all_changed(self, roles: Sequence[int]) -> None:
        if self.records and self.columns:
            last = self.index(len(self.records) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last, roles)

    def _begin_anew(self, columns: tuple[GridColumn, ...], records: tuple[Record, ...]) -> None:
        """Take up another shape."""
        self.beginResetModel()
        self._declare(columns)
        self.records = records
        self.banners = banners_of(records)
        self._forget()
        self.endResetModel()

    def _forget(self) -> None:
        self._texts.clear()
        self._marks.clear()

    def _take_up_records(self) -> bool:
        """Take up the records as they read now; False where they have another shape and all began anew."""
        raise NotImplementedError
