"""When a workbook says that it was saved last."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.workbook.package import Package

_PROPERTIES = "docProps/core.xml"
_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>\s*(\d{4}-\d\d-\d\d)")
"""ECMA-376 part 2, 11.1: core properties; the day of a W3C date and time."""


def saved_on(package: Package) -> dt.date | None:
    """The day in the workbook's own properties; None where they hold none that can be read."""
    if _PROPERTIES not in package.part_names:
        return None
    found = _MODIFIED.search(package.part(_PROPERTIES))
    try:
        return None if found is None else dt.date.fromisoformat(found[1].decode())
    except ValueError:
        return None
