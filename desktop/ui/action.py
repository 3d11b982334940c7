"""One action of the window: its menu, its keys, and when it can be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QKeySequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One action. `separate` draws a line above; of those with the same `choice` one is ticked.

    `needs_document` disables it while no workbook is open, `needs_indicators` while that has none, and
    `needs_records` while it has neither indicators nor milestones.
    """

    id: str
    menu: str
    text: str
    keys: tuple[QKeySequence.StandardKey | str, ...] = ()
    hint: str = ""
    needs_document: bool = True
    needs_indicators: bool = False
    needs_records: bool = False
    separate: bool = False
    choice: str = ""
