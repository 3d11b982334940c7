"""Writes a workbook that was made from nothing: all of it or nothing."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from desktop.workbook.replace_file import write_file

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook


def write_fresh(workbook: Workbook, out: Path) -> None:
    """Write the workbook to `out`; raises WorkbookInUse or SaveFailed, and what was there stays."""
    packed = io.BytesIO()
    workbook.save(packed)
    write_file(out, packed.getvalue())
