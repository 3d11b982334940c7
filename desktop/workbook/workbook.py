"""The officer's workbook, open: the package as it lies on disk, the edits over it, and its records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.domain.errors import EditRefused, InputRefused
from desktop.workbook.hidden import hidden_lines
from desktop.workbook.mappings import NO_MAPPINGS
from desktop.workbook.noted import noted
from desktop.workbook.notes_layout import free_name, is_named_for_notes, is_notes_sheet, notes_sheet
from desktop.workbook.notes_sheet import NOTHING_KEPT, empty_sheet, read_notes
from desktop.workbook.package import Package
from desktop.workbook.reader import read_sheets
from desktop.workbook.records import read_contents
from desktop.workbook.staleness import after_rows, carried, restaled, values_touched

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from desktop.domain.contents import Contents
    from desktop.domain.edits import Content
    from desktop.domain.row_edits import RowEdit
    from desktop.domain.tables import Table
    from desktop.workbook.mappings import Mappings
    from desktop.workbook.new_sheet import NewSheet
    from desktop.workbook.notes_sheet import Kept
    from desktop.workbook.sheet import Sheet
    from desktop.workbook.shift import RowStep


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """A workbook at one moment; an edit makes another one that shares what did not change.

    `package` is the file on disk. Where rows have changed since, `changed` is the package that this made,
    over which the cells were edited, and `row_steps` are the changes, each with what it was made from.

    `kept` is what the sheet of notes keeps; where it changes the records, `as_read` are the contents without.
    """

    package: Package
    sheets: Mapping[str, Sheet]
    contents: Contents
    changed: Package | None = None
    row_steps: tuple[RowStep, ...] = ()
    mappings: Mappings = NO_MAPPINGS
    kept: Kept = NOTHING_KEPT
    as_read: Contents | None = None

    @classmethod
    def open(cls, path: Path, mappings: Mappings = NO_MAPPINGS) -> Workbook:
        """The workbook at that path, its unsure headers read as `mappings` say.

        Raises the named errors of `domain.errors`.
        """
        package = Package.open(path)
        sheets = {sheet.name: replace(sheet, mappings=mappings) for sheet in read_sheets(package)}
        read = read_contents(sheets.values())
        return _noted(cls(package=package, sheets=sheets, contents=read, mappings=mappings), sheets, read)

    def with_mappings(self, mappings: Mappings) -> Workbook:
        """The workbook as it reads where other things were said of its headers."""
        if mappings == self.mappings:
            return self
        sheets = {name: replace(sheet, mappings=mappings) for name, sheet in self.sheets.items()}
        return _noted(replace(self, mappings=mappings), sheets, read_contents(sheets.values()))

    @property
    def base(self) -> Package:
        """The package over which the cells are edited."""
        return self.package if self.changed is None else self.changed

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What differs from the file, in the order of sheets and cells."""
        return tuple(
            Edit(cell=CellRef(sheet=name, row=row, column=column), content=content)
            for name, sheet in self.sheets.items()
            for (row, column), content in sorted(sheet.edits.items(), key=lambda item: item[0])
        )

    @property
    def notes_name(self) -> str:
        """The name of the sheet that keeps the notes, or that an edit makes for them."""
        found = notes_sheet(self.sheets)
        if found is not None:
            return found.name
        from desktop.workbook.new_sheet import sheet_names

        return free_name((*sheet_names(self.base), *self.sheets))

    @property
    def new_sheet(self) -> str:
        """The name of the sheet that was made since and is not in the package; empty where there is none."""
        filed = {part.name for part in self.base.sheets}
        return next((name for name in self.sheets if name not in filed), "")

    @property
    def visible_sheets(self) -> tuple[str, ...]:
        """The names of the sheets that Excel shows, in the order of their tabs."""
        hidden = {part.name for part in self.package.sheets if part.hidden}
        return tuple(name for name in self.sheets if name not in hidden)

    @property
    def hidden_lines(self) -> tuple[str, ...]:
        """What Excel hides of the tables, in sentences: Milepost shows it."""
        filed = {part.name for part in self.base.sheets}
        tables = (table for table in self.contents.tables if table.sheet in filed)
        return tuple(line for table in tables for line in hidden_lines(self.base.scan(table.sheet), table))

    def content(self, cell: CellRef) -> Content:
        """What the cell holds; raises InputRefused where the workbook has no such sheet."""
        return self._sheet(cell).content(cell.row, cell.column)

    def text(self, cell: CellRef) -> str:
        """What the cell shows; raises InputRefused where the workbook has no such sheet."""
        return self._sheet(cell).text(cell.row, cell.column)

    def edit_text(self, cell: CellRef, *, result: bool = False) -> str:
        """What an editor of the cell starts with: the formula or its `result`, the whole number, the text."""
        return self._sheet(cell).edit_text(cell.row, cell.column, result=result)

    def formula(self, cell: CellRef) -> str | None:
        """The formula that works out what the cell holds, without its =; None where there is none."""
        return self._sheet(cell).formula(cell.row, cell.column)

    def typed(self, cell: CellRef, text: str) -> Edit:
        """The edit that typing the text into the cell makes; raises EditRefused where it may not be made."""
        from desktop.workbook.typed import content_typed  # a workbook is opened without what edits it

        sheet = self.sheets.get(cell.sheet)
        if sheet is None:
            raise self._no_such(cell)
        content = content_typed(text, sheet, cell)
        is_heading = (cell.row, cell.column) in self.base.headings.get(cell.sheet, {})
        if is_heading and content is not None and not isinstance(content, str):
            content = text.strip()  # an Excel table's heading is text, whatever it looks like
        return Edit(cell=cell, content=content)

    def refuse_unsafe(self, edits: Sequence[Edit]) -> None:
        """Raise EditRefused or WorkbookSigned where an edit could not be saved without harm."""
        from desktop.workbook.patch_limits import check_contents, check_places, check_signature

        sheets = {edit.cell.sheet for edit in edits}
        filed = {part.name for part in self.base.sheets}
        if sheets - filed == {name := self.notes_name}:
            from desktop.workbook.new_sheet import check_new_sheet

            check_new_sheet(self.base)
        check_contents(self.base, edits, new_sheet=name)
        check_signature(self.base)
        for sheet in sheets & filed:
            places = [(edit.cell.row, edit.cell.column) for edit in edits if edit.cell.sheet == sheet]
            check_places(self.base, sheet, places)
        if any(self.base.headings.values()):
            from desktop.workbook.table_headings import renames

            renames(self.base, [*self.edits, *edits])

    def save(self, out: Path) -> Workbook:
        """Write the workbook with its edits to `out`, and go on from what was written.

        Raises WorkbookChanged, WorkbookInUse or SaveFailed; the file on disk is then as it was.
        """
        from desktop.workbook.save import save  # a workbook is opened without what writes it

        package = save(
            self.base,
            self.edits,
            out,
            on_disk=self.package,
            row_steps=self.row_steps,
            new_sheet=self._unfiled(),
        )
        sheets = {sheet.name: replace(sheet, mappings=self.mappings) for sheet in read_sheets(package)}
        sheets = carried(self.sheets, sheets)
        return replace(self, package=package, sheets=sheets, changed=None, row_steps=())

    def _unfiled(self) -> NewSheet | None:
        """The sheet that the file has yet to be given."""
        name = self.new_sheet
        if not name:
            return None
        from desktop.workbook.new_sheet import NewSheet
        from desktop.workbook.notes_markup import lines_of, notes_markup

        return NewSheet(name=name, markup=partial(notes_markup, lines=lines_of(self.sheets[name])))

    def with_rows(self, edit: RowEdit) -> Workbook:
        """The workbook with rows inserted, deleted or moved, and all that refers to them.

        Raises EditRefused or WorkbookSigned.
        """
        from desktop.workbook.rereading import reread_sheets
        from desktop.workbook.row_shift import Shift
        from desktop.workbook.shift import row_step
        from desktop.workbook.shift_cells import shifted_cells

        new = self.new_sheet
        if edit.sheet == new:
            raise EditRefused(f"Sheet {new} is not in the file yet. Save the workbook, then change its rows.")
        step = row_step(self.base, edit)
        package = step.after
        shift = Shift(edit)
        sheets = after_rows(
            {
                name: replace(sheet, package=package) if name == new else shifted_cells(sheet, shift, package)
                for name, sheet in self.sheets.items()
            }
        )
        read = reread_sheets(self._read, sheets, (edit.sheet,))
        changed = replace(self, changed=package, row_steps=(*self.row_steps, step))
        return _noted(changed, sheets, read)

    def lying_at(self, package: Package) -> Workbook:
        """The same workbook, an earlier one, where the file on disk is another since."""
        if package is self.package:
            return self
        return replace(self, package=package, changed=self.base)

    def title_lines(self, table: Table) -> tuple[str, ...]:
        """What stands above a table and is no part of it: rows in which one text stands alone."""
        sheet = self.sheets[table.sheet]
        groups = {indicator.group for indicator in self.contents.indicators if indicator.table == table.id}
        lines = []
        for row in range(1, table.header_row):
            filled = list(sheet.filled(row))
            text = sheet.text(row, filled[0][0]).strip() if len(filled) == 1 else ""
            if text and text not in groups:
                lines.append(text)
        return tuple(lines)

    def apply(self, edits: Iterable[Edit]) -> Workbook:
        """The workbook with the edits made and its records read anew where they can have changed."""
        from desktop.workbook.rereading import reread

        by_sheet: dict[str, dict[tuple[int, int], Content]] = {}
        before = dict(self.sheets)
        for edit in edits:
            before.setdefault(edit.cell.sheet, self._sheet(edit.cell))
            by_sheet.setdefault(edit.cell.sheet, {})[edit.cell.row, edit.cell.column] = edit.content
        sheets = dict(before)
        for name, contents in by_sheet.items():
            sheets[name] = sheets[name].with_edits(contents)
        sheets = restaled(before, sheets)
        cells = [
            CellRef(sheet=name, row=row, column=column)
            for name, contents in by_sheet.items()
            if not (is_notes_sheet(before[name]) and is_notes_sheet(sheets[name]))
            for row, column in contents
        ]
        cells += values_touched(self._read, before, sheets)
        read = reread(self._read, before, sheets, cells) if cells else self._read
        filed = {part.name for part in self.base.sheets}
        kept = {name: sheet for name, sheet in sheets.items() if name in filed or sheet.edits}
        return _noted(self, kept, read)

    @property
    def _read(self) -> Contents:
        """The contents as the sheets have them, without what is kept beside."""
        return self.contents if self.as_read is None else self.as_read

    def _sheet(self, cell: CellRef) -> Sheet:
        """The sheet of a cell; for that of the notes, where there is none yet, an empty one."""
        sheet = self.sheets.get(cell.sheet)
        if sheet is None and is_named_for_notes(cell.sheet) and cell.sheet == self.notes_name:
            return replace(empty_sheet(cell.sheet, self.base), mappings=self.mappings)
        if sheet is None:
            raise self._no_such(cell)
        return sheet

    def _no_such(self, cell: CellRef) -> InputRefused:
        names = ", ".join(self.sheets)
        return InputRefused(
            f"There is no sheet “{cell.sheet}” in {self.package.path.name}. Its sheets are: {names}."
        )


def _noted(workbook: Workbook, sheets: Mapping[str, Sheet], read: Contents) -> Workbook:
    """The workbook with these sheets, whose contents take on what is kept."""
    same = workbook.sheets is not sheets and notes_sheet(workbook.sheets) is notes_sheet(sheets)
    kept = workbook.kept if same else read_notes(sheets)
    contents = noted(read, sheets, kept)
    as_read = None if contents is read else read
    return replace(workbook, sheets=sheets, contents=contents, as_read=as_read, kept=kept)
