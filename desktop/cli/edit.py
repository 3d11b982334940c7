"""milepost set: scripted edits, through the same apply path and the same lossless save as the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.words import assignment_from
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    import argparse

HELP = "set cells and save; every other cell and part of the workbook stays as it was"


def declare(command: argparse.ArgumentParser) -> None:
    """The words that the command takes."""
    command.add_argument("file", type=Path)
    command.add_argument("cells", nargs="+", metavar="SHEET!CELL=VALUE")
    command.add_argument("--out", type=Path, help="write here instead of over FILE")


def run(chosen: argparse.Namespace) -> int:
    """Make the edits and save."""
    workbook = Workbook.open(chosen.file)
    edits = [workbook.typed(cell, text) for cell, text in map(assignment_from, chosen.cells)]
    workbook.refuse_unsafe(edits)
    out = chosen.out or chosen.file
    workbook.apply(edits).save(out)
    print(f"{out}: {len(edits)} {'cell' if len(edits) == 1 else 'cells'} set")
    return 0
