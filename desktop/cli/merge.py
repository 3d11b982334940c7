"""milepost merge: what two officers changed in copies of a workbook, brought together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.status import FINDINGS, FINE
from desktop.cli.words import one_line, plural
from desktop.document.file_names import named_as
from desktop.domain.errors import InputRefused
from desktop.progress.merging import merge, merged
from desktop.workbook.replace_file import is_one_of
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    import argparse

    from desktop.progress.conflicts import Conflict

HELP = "bring together what two people changed in copies of one workbook"


def declare(command: argparse.ArgumentParser) -> None:
    """The words that the command takes."""
    command.add_argument("base", type=Path, metavar="BASE", help="the workbook that both began with")
    command.add_argument("mine", type=Path, metavar="MINE", help="what stands where both changed a cell")
    command.add_argument("theirs", type=Path, metavar="THEIRS")
    command.add_argument("--out", type=Path, required=True, metavar="PATH", help="the workbook to write")


def run(chosen: argparse.Namespace) -> int:
    """Write the merged workbook, and list what is to be decided; the status says whether anything is."""
    out = named_as(chosen.mine, chosen.out)
    if is_one_of(out, (chosen.base, chosen.theirs)):
        raise InputRefused(f"{out.name} is one of the workbooks to be brought together. Choose another name.")
    base, mine, theirs = (Workbook.open(path) for path in (chosen.base, chosen.mine, chosen.theirs))
    found = merge(base, mine, theirs)
    merged(mine, found).save(out)
    rows = f"{plural(found.added, 'row', 'rows')} added, {found.deleted} deleted, "
    cells = plural(len(found.edits), "cell", "cells")
    print(f"{out}: {rows}{cells} taken from {chosen.theirs.name}; {len(found.conflicts)} to decide")
    for conflict in found.conflicts:
        print(one_line(f"  {conflict.cell}  {_line(conflict)}"))
    return FINDINGS if found.conflicts else FINE


def _line(conflict: Conflict) -> str:
    texts = (("was", conflict.base), ("kept", conflict.mine), ("theirs", conflict.theirs))
    sides = "; ".join(f"{name}: {text or 'blank'}" for name, text in texts)
    return f"{conflict.subject}: {conflict.words}. {sides}"
