"""Writes a workbook that was made from nothing: all of it or nothing."""

from __future__ import annotations

import io
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop.domain.errors import SaveFailed, WorkbookInUse

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook


def write_fresh(workbook: Workbook, out: Path) -> None:
    """Write the workbook to `out`; raises WorkbookInUse or SaveFailed, and what was there stays."""
    packed = io.BytesIO()
    workbook.save(packed)
    beside = out.with_name(f"~{out.name}.{os.getpid()}.tmp")
    try:
        beside.write_bytes(packed.getvalue())
        beside.replace(out)
    except PermissionError as cause:
        raise WorkbookInUse(
            f"{out.name}: can't be written now. Close it if it is open in Excel, or choose another name."
        ) from cause
    except OSError as cause:
        raise SaveFailed(
            f"{out.name}: could not be written to {out.absolute().parent}. Check that the folder is there "
            "and has room."
        ) from cause
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
