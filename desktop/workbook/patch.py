"""Edits → the workbook's new bytes: edited cells are spliced in, all else is copied as it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.workbook.archive import Damaged
from desktop.workbook.archive_write import assembled
from desktop.workbook.patch_book import recalculated, without_calculation_chain
from desktop.workbook.patch_limits import check_contents, check_places, check_signature, damaged_there
from desktop.workbook.patch_sheet import SheetPatch
from desktop.workbook.patch_styles import DateStyles
from desktop.workbook.rename_columns import new_names
from desktop.workbook.shared_formulas import rehomed
from desktop.workbook.splices import spliced

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.domain.edits import Content, Edit
    from desktop.workbook.formulas import Place
    from desktop.workbook.package import Package
    from desktop.workbook.rename_columns import NewNames


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a save changes.

    `parts` holds the new content of each part that changes, None for one that goes; `contents` what each
    sheet's edited cells are to hold; `names` the columns of Excel tables that are renamed before that.
    """

    parts: Mapping[str, bytes | None]
    contents: Mapping[str, Mapping[Place, Content]]
    names: NewNames | None = None


def patched(package: Package, edits: Sequence[Edit]) -> bytes:
    """The bytes of the workbook with its edited cells; of two edits of one cell the later counts.

    Raises EditRefused or WorkbookSigned, and then nothing was changed.
    """
    plan = planned(package, edits)
    return assembled(package.data, package.archive, plan.parts) if plan.parts else package.data


def planned(package: Package, edits: Sequence[Edit]) -> Plan:
    """The parts that the edits change; raises as `patched` does."""
    try:
        return _planned(package, edits)
    except Damaged as cause:
        raise damaged_there(package) from cause


def _planned(package: Package, edits: Sequence[Edit]) -> Plan:
    check_contents(package, edits)
    names = new_names(package, edits)
    parts: dict[str, bytes | None] = {}
    if names:
        package = names.after
        parts |= names.parts
    styles = DateStyles(package)
    patches = [
        SheetPatch.of(sheet, package.scan(sheet), contents, styles.styled, date_1904=package.date_1904)
        for sheet, contents in _by_sheet(edits).items()
    ]
    patches = [patch for patch in patches if patch.contents]
    if not patches:
        return Plan(parts={}, contents={})
    check_signature(package)
    for patch in patches:
        check_places(package, patch.sheet, patch.contents)
        parts[package.sheet(patch.sheet).part] = _patched_sheet(patch)
    if any(not patch.scan.formulas.keys().isdisjoint(patch.contents) for patch in patches):
        parts |= without_calculation_chain(package)
    spots = [(patch.sheet, row, column) for patch in patches for row, column in patch.contents]
    if package.dependents.of(spots, ()):
        parts |= recalculated(package)
    return Plan(
        parts=parts | styles.patched_parts(),
        contents={patch.sheet: patch.contents for patch in patches},
        names=names,
    )


def _by_sheet(edits: Sequence[Edit]) -> dict[str, dict[Place, Content]]:
    contents: dict[str, dict[Place, Content]] = {}
    for edit in edits:
        contents.setdefault(edit.cell.sheet, {})[edit.cell.row, edit.cell.column] = edit.content
    return contents


def _patched_sheet(patch: SheetPatch) -> bytes:
    scan = patch.scan
    splices = [*patch.splices(), *rehomed(scan, patch.contents.keys())]
    return scan.encoding.encode(spliced(scan.text, splices))
