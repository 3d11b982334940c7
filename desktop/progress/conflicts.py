"""What two officers changed in ways that can't both stand: the first one's stands until somebody decides."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.cells import CellRef
    from desktop.domain.edits import Edit


class Matter(StrEnum):
    """What a conflict is about."""

    CELL = "cell"
    FORMULA = "formula"
    DELETED_THERE = "deleted there"
    DELETED_HERE = "deleted here"
    NOT_DELETED = "not deleted"
    NOT_ADDED = "not added"
    SHEET = "sheet"


_WORDS = {
    Matter.CELL: "both changed it",
    Matter.FORMULA: "a formula was typed there, which only Excel can put here",
    Matter.DELETED_THERE: "the row was deleted there and changed here",
    Matter.DELETED_HERE: "the row was deleted here and changed there",
    Matter.NOT_DELETED: "the row was deleted there and could not be deleted here",
    Matter.NOT_ADDED: "the row is new there and could not be added here",
    Matter.SHEET: "the sheet could not be brought together",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One matter to decide. `cell` is where it stands in the merged workbook, or where it stood last.

    The texts are what was there, what is here now, and what the other one has; `edit` takes over the
    other's, where one edit can.
    """

    matter: Matter
    cell: CellRef
    subject: str
    base: str = ""
    mine: str = ""
    theirs: str = ""
    edit: Edit | None = None

    @property
    def words(self) -> str:
        """Why it has to be decided."""
        return _WORDS[self.matter]
