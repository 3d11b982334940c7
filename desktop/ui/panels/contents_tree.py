"""The contents tree: the tables of the workbook, their groups, the sheets, and how many findings each has."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTreeView

from desktop.document.findings_index import FindingCounts
from desktop.domain.cells import CellRef
from desktop.domain.indicators import Indicator
from desktop.domain.records import group_of, records_of
from desktop.domain.tables import TableKind
from desktop.ui.panels.contents_rows import ContentsRows
from desktop.ui.panels.findings_order import Standing
from desktop.workbook.indicator_records import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.document.document import Document
    from desktop.domain.contents import Contents
    from desktop.domain.findings import Finding
    from desktop.domain.tables import Table

    _Kind: TypeAlias = tuple[Standing, tuple[str, str]]

_CELL = Qt.ItemDataRole.UserRole
_SHEET = Qt.ItemDataRole.UserRole + 1
_LEAST_WIDTH = 170
_INDENT = 14
_NOWHERE = ("", "")
_COUNTED = (Standing.ERROR, Standing.QUERY, Standing.EXPLAINED)
_BY_SHAPE = {standing.shape: standing for standing in _COUNTED}


class ContentsTree(QTreeView):
    """Tables and groups; choosing one goes to its first record."""

    chosen = Signal(object)
    """The CellRef of the first record of what was chosen."""
    sheet_chosen = Signal(str)
    """The name of a sheet that is wanted whole."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._items = QStandardItemModel(0, 2, self)
        self._places: Mapping[tuple[str, int], Mapping[str, str]] = {}
        self._naming: frozenset[tuple[str, int]] = frozenset()
        self._counts = FindingCounts(self._kind)
        self.setObjectName("contentsTree")
        self.setAccessibleName("Contents of the workbook")
        self.setModel(self._items)
        self.setHeaderHidden(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setRootIsDecorated(False)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.setUniformRowHeights(True)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setIndentation(_INDENT)
        self.setItemDelegate(ContentsRows(self))
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.activated.connect(self._choose)
        self.clicked.connect(self._choose)
        document.contents_changed.connect(self._outdate)
        document.cells_changed.connect(self._follow)
        document.changed.connect(self._keep_up)
        self.rebuild()

    def rebuild(self) -> None:
        """Lay the tree out anew from the document's tables; what was current stays so by its place."""
        place = self.currentIndex().parent().row(), self.currentIndex().row()
        self._items.removeRows(0, self._items.rowCount())
        for table in self._document.contents.tables:
            self._items.appendRow(
                self._row(_title(table), _first_cell(self._document.contents, table), bold=True)
            )
            parent = self._items.item(self._items.rowCount() - 1)
            parent.setToolTip("\n".join((parent.toolTip(), *_head_words(self._document.contents, table))))
            for group, cell in _groups(self._document.contents, table):
                parent.appendRow(self._row(group, cell))
        self._add_sheets()
        self.expandAll()
        self._make_current(*place)
        # Rows and groups move only where the tree is laid out anew.
        self._places, self._naming = _places(self._document.contents), _naming(self._document.contents)
        self._counts = FindingCounts(self._kind)
        self._count()
        self._outdated = False

    def _make_current(self, parent: int, row: int) -> None:
        """Make a row current again; a parent of -1 stands for the top."""
        within = self._items.index(parent, 0) if parent >= 0 else QModelIndex()
        if row >= 0:
            self.setCurrentIndex(self._items.index(row, 0, within))

    def _add_sheets(self) -> None:
        """The whole sheets, after all tables: what stands in no table is seen there."""
        known = {table.sheet for table in self._document.contents.tables}
        for name in self._document.workbook.visible_sheets:
            row = self._row(f"{name}, whole sheet" if name in known else name, None)
            row[0].setData(name, _SHEET)
            row[0].setToolTip(f"The whole sheet {name}, to be read")
            self._items.appendRow(row)

    def _outdate(self) -> None:
        self._outdated = True

    def _follow(self, cells: frozenset[CellRef]) -> None:
        """The tree is out of date where a cell was edited that may name a group."""
        self._outdated = self._outdated or any(
            (cell.sheet, cell.column) in self._naming or (cell.sheet, cell.row) not in self._places
            for cell in cells
        )

    def _keep_up(self) -> None:
        """Lay the tree out anew where it is out of date, once all is known of an edit; else only count."""
        if self._outdated:
            self.rebuild()
        else:
            self._count()

    def _row(self, text: str, cell: CellRef | None, *, bold: bool = False) -> list[QStandardItem]:
        item, count = QStandardItem(_in_sentence_case(text)), QStandardItem()
        item.setToolTip(text)
        item.setData(cell, _CELL)
        font = item.font()
        font.setBold(bold)
        item.setFont(font)
        count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return [item, count]

    def _count(self) -> None:
        """Write beside each table and group how many errors and queries it has, those explained apart."""
        self._counts.take(self._document.findings)
        shown = []
        for index, table in enumerate(self._document.contents.tables):
            parent = self._items.item(index)
            tally = "" if parent.rowCount() else _tally(self._counts, table.id, "")
            shown.append((self._items.item(index, 1), tally))
            for child in range(parent.rowCount()):
                group = parent.child(child).toolTip()
                shown.append((parent.child(child, 1), _tally(self._counts, table.id, group)))
        self._write(shown)

    def _kind(self, finding: Finding) -> _Kind:
        return Standing.of(finding), self._place(finding.cell)

    def _place(self, cell: CellRef) -> tuple[str, str]:
        """The table and group that a cell counts for; of tables side by side, those that it stands in."""
        there = self._places.get((cell.sheet, cell.row), {})
        if len(there) > 1:
            within = [table.id for table in self._document.contents.tables if table.holds(cell)]
            there = {table: group for table, group in there.items() if table in within}
        return next(iter(there.items()), _NOWHERE)

    def _write(self, shown: Sequence[tuple[QStandardItem, str]]) -> None:
        """Write the counts, and then give their column its width: a header would do so after each one."""
        for item, text in shown:
            if item.text() != text:
                item.setText(text)
                item.setData(_spoken(text), Qt.ItemDataRole.AccessibleTextRole)
        if shown:
            width = self.fontMetrics().horizontalAdvance
            widest, _ = max(shown, key=lambda pair: width(pair[1]))
            self.header().resizeSection(1, self.sizeHintForIndex(widest.index()).width())

    def _choose(self, index: QModelIndex) -> None:
        cell, sheet = index.siblingAtColumn(0).data(_CELL), index.siblingAtColumn(0).data(_SHEET)
        if cell is not None:
            self.chosen.emit(cell)
        elif sheet:
            self.sheet_chosen.emit(sheet)


def _tally(counts: FindingCounts[_Kind], table: str, group: str) -> str:
    numbers = ((standing, counts[standing, (table, group)]) for standing in _COUNTED)
    marks = [f"{standing.shape} {number}" for standing, number in numbers if number]
    return " ".join(marks) or "✓"


def _spoken(tally: str) -> str:
    """The counts in words, for those who hear them: "1 error, 2 queries"."""
    said = []
    for shape, number in zip(tally.split()[::2], tally.split()[1::2], strict=False):
        said.append(_BY_SHAPE[shape].counted(int(number)))
    return ", ".join(said) or ("no errors or queries" if tally else "")


def _title(table: Table) -> str:
    """The sheet with the number of records; a breakdown, one of several there, by its labels too."""
    name = table.sheet
    if table.kind is TableKind.BREAKDOWN and table.columns[0].header:
        name = f"{name}: {' '.join(table.columns[0].header.split())}"
    return f"{name} ({table.records})"


def _head_words(contents: Contents, table: Table) -> Iterator[str]:
    """What is said above a plan of who answers for it and what it is to move."""
    return (words for head in contents.plan_heads if head.table == table.id for _, words in head.told)


def _first_cell(contents: Contents, table: Table) -> CellRef:
    """The cell of the table's first record; its first header where it has none."""
    heading = CellRef(sheet=table.sheet, row=table.header_row, column=table.columns[0].column)
    return next((record.cell for record in records_of(contents, table)), heading)


def _groups(contents: Contents, table: Table) -> Iterator[tuple[str, CellRef]]:
    """The groups of a table with the cell of their first record, in the order of the sheet."""
    found: dict[str, CellRef] = {}
    for record in records_of(contents, table):
        if group_of(record):
            found.setdefault(group_of(record), record.cell)
    return iter(found.items())


def _naming(contents: Contents) -> frozenset[tuple[str, int]]:
    """The sheets' columns that say of a record to which group it belongs."""
    return frozenset(
        (table.sheet, column.column)
        for table in contents.tables
        for column in table.columns
        if column.field in {"group", "strand"}
    )


def _places(contents: Contents) -> Mapping[tuple[str, int], Mapping[str, str]]:
    """The tables of each row that holds a record, with its group in them."""
    places: defaultdict[tuple[str, int], dict[str, str]] = defaultdict(dict)
    for table in contents.tables:
        for record in records_of(contents, table):
            for row in rows_of(record) if isinstance(record, Indicator) else (record.row,):
                places[table.sheet, row][table.id] = group_of(record)
    return places


def _in_sentence_case(text: str) -> str:
    """Headings in capitals are easier to read, and narrower, in sentence case."""
    return text.capitalize() if text.isupper() else text
