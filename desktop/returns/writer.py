"""Writes a return: a prescribed form filled from the records of a workbook, with the check sheet."""

from __future__ import annotations

import io
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import InputRefused, SaveFailed, WorkbookInUse
from desktop.returns.forms import read_form

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from openpyxl import Workbook

    from desktop.domain.contents import Contents
    from desktop.domain.findings import Finding


def write_return(
    contents: Contents,
    findings: Sequence[Finding],
    *,
    form: str,
    out: Path,
    source: str,
    as_at: dt.date,
    title: Sequence[str] = (),
) -> None:
    """Write a return in the form of that name to `out`, all of it or nothing.

    `source` is the workbook that the records come from, by path or name; `title` the lines that name the
    authority and its plan. Raises InputRefused for an unknown form, for a workbook without indicators and
    for an `out` that is the workbook itself; WorkbookInUse and SaveFailed where the file can't be written.
    """
    chosen = read_form(form)
    name = Path(source).name
    if not contents.indicators:
        raise InputRefused(
            f"{name}: no indicators were found, so there is nothing to return. "
            "Open a workbook that has a table of indicators."
        )
    if _same_file(source, out):
        raise InputRefused(
            f"{out.name}: the return can't take the workbook's own place. Choose another name."
        )
    from desktop.returns.filling import filled

    workbook = filled(chosen, contents.indicators, findings, source=name, as_at=as_at, title=tuple(title))
    _save(workbook, out)


def _same_file(source: str, out: Path) -> bool:
    """Whether `out` is the workbook; where only its name is known, a file of that name counts as it."""
    if not out.exists():
        return False
    path = Path(source)
    if path.exists():
        return path.samefile(out)
    return path.name == source and source.casefold() == out.name.casefold()


def _save(workbook: Workbook, out: Path) -> None:
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
            f"{out.name}: could not be written to {out.parent}. Check that the folder is there and has room."
        ) from cause
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
