"""A workbook made from nothing: begun with the looks that its cells take on, written all of it or nothing."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from desktop.domain.errors import InputRefused
from desktop.workbook.replace_file import write_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from openpyxl import Workbook

    from desktop.returns.layouts import Look


def fresh_workbook(looks: Iterable[Look], title: str) -> Workbook:
    """A workbook without sheets that knows these looks; `title` is what it says of itself."""
    from openpyxl import Workbook

    from desktop.returns.cells import add_looks

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    add_looks(workbook, looks)
    workbook.properties.creator = "Milepost"
    workbook.properties.title = title
    return workbook


def write_fresh(workbook: Workbook, out: Path) -> None:
    """Write the workbook to `out`; raises WorkbookInUse or SaveFailed, and what was there stays.

    Raises InputRefused for a name that says another kind of file: Excel would not open it.
    """
    if out.suffix.casefold() != ".xlsx":
        raise InputRefused(
            f"{out.name} would be an Excel workbook under another name. Choose a name that ends in .xlsx."
        )
    packed = io.BytesIO()
    workbook.save(packed)
    write_file(out, packed.getvalue())
