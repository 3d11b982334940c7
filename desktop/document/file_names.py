"""Under which name a workbook may be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.errors import InputRefused

if TYPE_CHECKING:
    from pathlib import Path

_WORKBOOKS = {".xlsx", ".xlsm"}


def named_as(workbook: Path, chosen: Path) -> Path:
    """The chosen name with the workbook's own ending, which is added where there is none.

    A workbook keeps its type: Excel opens none whose ending says another. Raises InputRefused for such a
    name, and where the name with the ending added is another file's already.
    """
    own, other = workbook.suffix.lower(), chosen.suffix.lower()
    if other == own or own not in _WORKBOOKS:
        return chosen
    if other in _WORKBOOKS:
        raise InputRefused(
            f"{workbook.name} can't be saved as {chosen.name}: Excel would not open it under that ending. "
            f"Choose a name that ends in {own}."
        )
    full = chosen.with_name(chosen.name + own)
    if full.exists():
        raise InputRefused(
            f"There is already a {full.name} in {full.absolute().parent}. Choose another name."
        )
    return full
