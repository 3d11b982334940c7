"""milepost set: scripted edits, through the same apply path and the same lossless save as the window."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.words import assignment_from, entry_from, plural, row_from
from desktop.document.file_names import named_as
from desktop.domain.bullets import bullets, with_bullet
from desktop.domain.errors import EditRefused, InputRefused
from desktop.domain.row_edits import InsertRows
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.domain.cells import CellRef
    from desktop.domain.tables import Table

HELP = "set cells, insert rows and save; everything else in the workbook stays as it was"


def declare(command: argparse.ArgumentParser) -> None:
    """The words that the command takes."""
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument(
        "cells",
        nargs="*",
        default=[],
        metavar="SHEET!CELL=VALUE",
        help="SHEET!CELL#2=VALUE sets the second entry of a cell that lists several, and leaves the others",
    )
    command.add_argument(
        "--row-insert",
        action="append",
        default=[],
        metavar="SHEET!ROW",
        help="insert a row before this one, which then has its number; cells are set after that",
    )
    command.add_argument("--out", type=Path, metavar="PATH", help="write here instead of over FILE")


def run(chosen: argparse.Namespace) -> int:
    """Insert rows in turn, make the edits and save; where a cell is set twice, the later counts."""
    out = named_as(chosen.file, chosen.out or chosen.file)
    entries = [entry for word in chosen.cells if (entry := entry_from(word)) is not None]
    wholes = [assignment_from(word) for word in chosen.cells if entry_from(word) is None]
    rows_named = list(map(row_from, chosen.row_insert))
    if not wholes and not entries and not rows_named:
        raise InputRefused("Nothing was said to change. Name a cell as Sheet!C7=85, or a row to insert.")
    workbook = Workbook.open(chosen.file)
    own = {sheet.casefold(): sheet for sheet in workbook.sheets}
    named = [(_of_sheet(cell, own), text) for cell, text in wholes]
    entries = [(_of_sheet(cell, own), number, words) for cell, number, words in entries]
    inserted = [InsertRows(sheet=own.get(sheet.casefold(), sheet), at=row) for sheet, row in rows_named]
    typed = dict(named)
    try:
        before = _with_rows(workbook, inserted)
        edited = _edited(before, _with_entries(before, typed, entries))
    except EditRefused as refusal:
        raise EditRefused(f"{chosen.file.name}: {refusal}") from refusal
    edited.save(out)
    number = len(edited.edits)
    rows = f"{plural(len(inserted), 'row', 'rows')} inserted, " if inserted else ""
    print(f"{out}: {rows}{plural(number, 'cell', 'cells')} set{_replaced(before, edited)}{_repeated(named)}")
    return 0


def _replaced(before: Workbook, edited: Workbook) -> str:
    """Which formulas are gone; empty where none is."""
    formulas = [
        f"{edit.cell} (={formula})"
        for edit in edited.edits
        if (formula := before.formula(edit.cell)) is not None
    ]
    return f"; formulas replaced: {', '.join(formulas)}" if formulas else ""


def _of_sheet(cell: CellRef, own: Mapping[str, str]) -> CellRef:
    """The cell with its sheet's own name; like Excel's, it is known in small and capital letters."""
    return replace(cell, sheet=own.get(cell.sheet.casefold(), cell.sheet))


def _repeated(named: Iterable[tuple[CellRef, str]]) -> str:
    """Which cells were named more than once; empty where none was."""
    times = Counter(cell for cell, _ in named)
    cells = [str(cell) for cell, number in times.items() if number > 1]
    return f"; named more than once, and the last value counts: {', '.join(cells)}" if cells else ""


def _with_rows(workbook: Workbook, inserted: Sequence[InsertRows]) -> Workbook:
    for edit in inserted:
        _refuse_torn(workbook.contents.tables, edit)
        workbook = workbook.with_rows(edit)
    return workbook


def _refuse_torn(tables: Iterable[Table], edit: InsertRows) -> None:
    """Raise EditRefused where a new row would run through tables that stand side by side."""
    torn = [
        table.range
        for table in tables
        if table.beside and table.sheet == edit.sheet and table.first_row < edit.at <= table.last_row
    ]
    if len(torn) > 1:
        raise EditRefused(
            f"A row before row {edit.at} of sheet {edit.sheet} would run through the tables in "
            f"{' and '.join(torn)}, which stand side by side. Put them on sheets of their own, or insert "
            "the row in Excel."
        )


def _with_entries(
    workbook: Workbook, typed: Mapping[CellRef, str], entries: Iterable[tuple[CellRef, int, str]]
) -> Mapping[CellRef, str]:
    """What is typed, each entry changed in its cell's text; raises EditRefused where there is none such."""
    texts = dict(typed)
    for cell, number, words in entries:
        text = texts[cell] if cell in texts else workbook.edit_text(cell)
        try:
            texts[cell] = with_bullet(text, number, words)
        except IndexError as cause:
            listed = plural(len(bullets(text)), "entry", "entries")
            raise EditRefused(f"{cell} has {listed}, so there is no entry {number} to set.") from cause
    return texts


def _edited(workbook: Workbook, typed: Mapping[CellRef, str]) -> Workbook:
    """The workbook as if the texts had been typed; raises EditRefused or WorkbookSigned."""
    edits = [workbook.typed(cell, text) for cell, text in typed.items() if text != workbook.edit_text(cell)]
    workbook.refuse_unsafe(edits)
    return workbook.apply(edits)
