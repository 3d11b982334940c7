"""Save: patch, check, and only then replace the officer's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.errors import MilepostError, SaveFailed, WorkbookChanged
from desktop.workbook.archive import Damaged
from desktop.workbook.archive_write import assembled
from desktop.workbook.new_sheet import check_added, with_sheet
from desktop.workbook.package import Package
from desktop.workbook.patch import planned
from desktop.workbook.replace_file import not_written, replace_file
from desktop.workbook.shift_verify import check_shifted
from desktop.workbook.verify import check_saved

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.domain.edits import Edit
    from desktop.workbook.new_sheet import NewSheet, SheetStep
    from desktop.workbook.patch import Plan
    from desktop.workbook.shift import RowStep


def save(
    package: Package,
    edits: Sequence[Edit],
    out: Path,
    *,
    on_disk: Package | None = None,
    row_steps: Sequence[RowStep] = (),
    new_sheet: NewSheet | None = None,
) -> Package:
    """Write the workbook with its edits to a file, and return it as it was written.

    `row_steps` are the changes of rows that made the package from the file that was opened, `on_disk`;
    `new_sheet` is the one that is added before the cells are edited.

    Raises EditRefused, WorkbookSigned, WorkbookChanged (the file on disk is no longer the one that was
    opened), WorkbookInUse or SaveFailed; whatever is raised, the file on disk is as it was.
    """
    opened = on_disk or package
    added = None if new_sheet is None else with_sheet(package, new_sheet)
    package = package if added is None else added.after
    plan = planned(package, edits)
    saved = _checked(package, plan, out, row_steps, added)
    try:
        changed = _same_file(out, opened.path) and out.exists() and not opened.is_current()
    except OSError as cause:
        raise not_written(out, cause) from cause
    if changed:
        raise WorkbookChanged(
            f"{out.name} was changed by another program since you opened it. Save your work under another "
            "name, then compare the two."
        )
    status = replace_file(out, saved.data)
    return saved.as_written(out, status.st_mtime_ns)


def _checked(
    package: Package, plan: Plan, out: Path, row_steps: Sequence[RowStep], added: SheetStep | None
) -> Package:
    data = assembled(package.data, package.archive, plan.parts) if plan.parts else package.data
    try:
        for step in row_steps:
            check_shifted(step)
        if added is not None:
            check_added(added)
        saved = Package.of(out, data, package.mtime_ns)
        check_saved(package, saved, plan)
    except (Damaged, MilepostError) as cause:
        raise SaveFailed(
            f"{out.name} was not saved: the new file did not pass its check, so the file on disk was left as "
            "it was. Your changes are still in the window."
        ) from cause
    return saved


def _same_file(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()
