"""milepost set: scripted edits, through the same apply path and the same lossless save as the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.words import assignment_from, plural
from desktop.document.file_names import named_as
from desktop.domain.errors import EditRefused
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from desktop.domain.cells import CellRef

HELP = "set cells and save; every other cell and part of the workbook stays as it was"


def declare(command: argparse.ArgumentParser) -> None:
    """The words that the command takes."""
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("cells", nargs="+", metavar="SHEET!CELL=VALUE")
    command.add_argument("--out", type=Path, metavar="PATH", help="write here instead of over FILE")


def run(chosen: argparse.Namespace) -> int:
    """Make the edits and save; where a cell is set twice, the later counts."""
    out = named_as(chosen.file, chosen.out or chosen.file)
    typed = dict(map(assignment_from, chosen.cells))
    workbook = Workbook.open(chosen.file)
    try:
        edited = _edited(workbook, typed)
    except EditRefused as refusal:
        raise EditRefused(f"{chosen.file.name}: {refusal}") from refusal
    edited.save(out)
    number = len(edited.edits)
    print(f"{out}: {plural(number, 'cell', 'cells')} set")
    return 0


def _edited(workbook: Workbook, typed: Mapping[CellRef, str]) -> Workbook:
    """The workbook as if the texts had been typed; raises EditRefused or WorkbookSigned."""
    edits = [workbook.typed(cell, text) for cell, text in typed.items() if text != workbook.edit_text(cell)]
    workbook.refuse_unsafe(edits)
    return workbook.apply(edits)
