"""Asks what the columns beneath a header hold, and shows the first records as they would then be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
)

from desktop.domain.cells import column_letters
from desktop.domain.tables import TableKind
from desktop.ui.field_words import KIND_WORDS, LACKS, field_words
from desktop.ui.panels.plain_label import PlainLabel
from desktop.ui.panels.row_table import RowTable
from desktop.workbook.candidates import KINDS, choices, guessed, preview
from desktop.workbook.mappings import NOT_A_TABLE, enough, mapping_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.workbook.candidates import Candidate, CandidateColumn
    from desktop.workbook.mappings import ColumnMapping
    from desktop.workbook.sheet import Sheet

_SIZE = (860, 620)
_RECORDS = 5  # shown in the preview
_UNUSED = "Not used"
_COLUMNS = ("Column", "Header", "First values", "Holds")
_HOLDS = 3
_Role = QDialogButtonBox.ButtonRole


class MappingDialog(QDialog):
    """Lets an officer give each column a field; `answer` is what they said once it is accepted."""

    def __init__(self, sheet: Sheet, candidate: Candidate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Columns of a table")
        self.setObjectName("mappingDialog")
        self.resize(*_SIZE)
        self._sheet, self._candidate = sheet, candidate
        self.answer: ColumnMapping | None = None
        self._kind = QComboBox()
        self._fields = _Fields(candidate)
        self._lacks = PlainLabel()
        self._preview = RowTable("First records as they would be read")
        self._buttons = QDialogButtonBox()
        self._use = self._buttons.addButton("&Use these columns", _Role.AcceptRole)
        self._none = self._buttons.addButton("&Not a table", _Role.DestructiveRole)
        self._buttons.addButton("Not n&ow", _Role.RejectRole)
        self._lay_out()
        self._fill()
        self._show()

    def _lay_out(self) -> None:
        words = PlainLabel(
            f"{self._candidate.sheet}, row {self._candidate.row}: say what the columns hold. "
            "Milepost remembers it for every table with these headers, until you choose Forget the columns."
        )
        form = QFormLayout()
        form.addRow("&Kind of table", self._kind)
        records = QLabel("First records as they would be &read")
        records.setBuddy(self._preview)
        column = QVBoxLayout(self)
        column.addWidget(words)
        column.addLayout(form)
        column.addWidget(self._fields, stretch=3)
        column.addWidget(records)
        column.addWidget(self._preview, stretch=2)
        column.addWidget(self._lacks)
        column.addWidget(self._buttons)

    def _fill(self) -> None:
        for kind in KINDS:
            self._kind.addItem(KIND_WORDS[kind], kind)
        self._kind.setCurrentIndex(KINDS.index(self._candidate.kind))
        self._kind.setAccessibleName("Kind of table")
        found = {column.column: column.field for column in self._candidate.columns if column.field}
        self._fields.offer(self._candidate.kind, found)
        self._kind.currentIndexChanged.connect(self._take_kind)
        self._fields.chosen_anew.connect(self._show)
        self._use.clicked.connect(self._accept_columns)
        self._none.clicked.connect(self._accept_none)
        self._buttons.rejected.connect(self.reject)

    @property
    def _chosen_kind(self) -> TableKind:
        return KINDS[self._kind.currentIndex()]

    def _take_kind(self) -> None:
        self._fields.offer(self._chosen_kind, guessed(self._chosen_kind, self._candidate))
        self._show()

    def _mapping(self) -> ColumnMapping:
        return mapping_of(self._candidate.texts, self._chosen_kind, self._fields.chosen)

    def _show(self) -> None:
        """What the choice makes: the first records, or what is still wanted."""
        mapping = self._mapping()
        whole = enough(mapping)
        rows = preview(self._sheet, self._candidate, mapping, _RECORDS) if whole else []
        chosen = self._fields.chosen
        self._preview.show_rows([self._heading(column, chosen[column]) for column in sorted(chosen)], rows)
        self._preview.fit_columns()
        self._use.setEnabled(whole)
        self._lacks.setText(_advice(self._chosen_kind, list(chosen.values()), whole=whole, read=bool(rows)))

    def _heading(self, column: int, field: str) -> str:
        """What heads a column of the first records: values, of which there are many, by their period."""
        if field != "value" or self._chosen_kind is TableKind.TARGETS:
            return field_words(self._chosen_kind, field)
        header = next(each.header for each in self._candidate.columns if each.column == column)
        return " ".join(header.split())

    def _accept_columns(self) -> None:
        self.answer = self._mapping()
        self.accept()

    def _accept_none(self) -> None:
        self.answer = NOT_A_TABLE
        self.accept()


class _Fields(RowTable):
    """The columns, each with its header, its first values, and a choice of fields."""

    chosen_anew = Signal()

    def __init__(self, candidate: Candidate) -> None:
        super().__init__("Columns of the table")
        self._columns = candidate.columns
        self._choices: list[QComboBox] = []
        self.show_rows(_COLUMNS, [_shown(column) for column in candidate.columns])
        for row, (letters, header, *_) in enumerate(map(_shown, candidate.columns)):
            choice = QComboBox()
            choice.setAccessibleName(f"Column {letters} {header} holds")
            choice.currentIndexChanged.connect(self.chosen_anew)
            self.setCellWidget(row, _HOLDS, choice)
            self._choices.append(choice)
        self.fit_columns()

    @property
    def chosen(self) -> dict[int, str]:
        """The fields given to columns, by their number in the sheet."""
        pairs = zip(self._columns, self._choices, strict=True)
        return {column.column: str(choice.currentData()) for column, choice in pairs if choice.currentData()}

    def offer(self, kind: TableKind, given: Mapping[int, str]) -> None:
        """Offer the fields of a kind of table, with those that are given now."""
        for column, choice in zip(self._columns, self._choices, strict=True):
            choice.blockSignals(True)
            choice.clear()
            choice.addItem(_UNUSED, "")
            for field in choices(kind, column):
                choice.addItem(field_words(kind, field), field)
            choice.setCurrentIndex(max(0, choice.findData(given.get(column.column, ""))))
            choice.blockSignals(False)


def _shown(column: CandidateColumn) -> tuple[str, str, str]:
    """The letters of a column, its header and its first values."""
    header = " ".join(column.header.split())
    return column_letters(column.column), header, " · ".join(column.samples)


def _advice(kind: TableKind, fields: Sequence[str], *, whole: bool, read: bool) -> str:
    """What to do where the choice makes no table yet; empty where it does."""
    if whole:
        return "" if read else "No records were found beneath the header with these columns."
    twice = sorted({field for field in fields if fields.count(field) > 1 and field != "value"})
    if twice:
        words = ", ".join(field_words(kind, field) for field in twice)
        return f"Two columns can’t hold the same: {words}. Choose “{_UNUSED}” for one of them."
    return LACKS[kind]
