"""The name of a new sheet: as Excel allows it, and no other sheet's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook

_LONGEST = 31
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def free_name(workbook: Workbook, wanted: str) -> str:
    """The name that is wanted, as short as Excel wants it; with a number where the workbook has it."""
    name = " ".join(wanted.translate(_NOT_IN_NAMES).split())
    taken = {sheet.title.casefold() for sheet in workbook.worksheets}
    names = [name[:_LONGEST].strip(" '")]
    names += [f"{name[: _LONGEST - 4]} {number}" for number in range(2, len(taken) + 3)]
    return next(one for one in names if one.casefold() not in taken)
