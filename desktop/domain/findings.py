"""Findings: what a rule says of a cell, in words, with the next step."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.cells import CellRef
    from desktop.domain.edits import Edit
    from desktop.domain.notes import Explanation


RULE_SET = "1.0"
"""The version of the rules, as it stands on a check sheet.

The first number rises where a rule comes, goes, or speaks of other cells or more gravely than before: the
same workbook may then have other findings. The second rises where only words and offered changes differ.
"""


class Severity(StrEnum):
    """How much a finding weighs: an error stops the return, a query asks, advice is worth a look."""

    ERROR = "error"
    QUERY = "query"
    ADVICE = "advice"

    @property
    def letter(self) -> str:
        """The letter that stands for it, so that colour never speaks alone."""
        return self.value[0].upper()

    @property
    def rank(self) -> int:
        """Its place when the gravest comes first."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """A change that mends what a finding speaks of: what it says on the button, and its edits."""

    label: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one rule says of one cell; `explanation` is why it stands, where it is `explained`."""

    rule: str
    severity: Severity
    cell: CellRef
    subject: str
    message: str
    fix: Fix | None = None
    explained: bool = False
    explanation: Explanation | None = None
