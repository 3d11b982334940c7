"""What a check looked at: which workbook, as it was saved when, which of its records, by which rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.findings import RULE_SET
from desktop.domain.wording import counted, listed

if TYPE_CHECKING:
    import datetime as dt

    from desktop.domain.contents import Contents

_RECORDS = (
    ("indicators", "indicator", "indicators"),
    ("milestones", "milestone", "milestones"),
    ("targets", "target", "targets"),
    ("expenditure", "amount", "amounts"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """The contents of a workbook, its name, the day on which it was judged and that on which it was saved.

    `saved` is None where that is not known, as of a workbook that was never written.
    """

    contents: Contents
    source: str
    as_at: dt.date
    saved: dt.date | None = None

    @property
    def words(self) -> str:
        """One line: what was checked, by which version of the rules, and how much advice is hidden."""
        saved = "" if self.saved is None else f", saved on {self.saved:%d/%m/%Y}"
        hidden = len(self.contents.notes.silenced)
        return (
            f"Checked: {self._records()} of {self.source}{saved}, by version {RULE_SET} of the rules, as at "
            f"{self.as_at:%d/%m/%Y}. Advice that is hidden: {hidden or 'none'}."
        )

    def _records(self) -> str:
        numbers = [(len(getattr(self.contents, kind)), one, many) for kind, one, many in _RECORDS]
        words = [counted(number, one, many) for number, one, many in numbers if number]
        return listed(words, "and") if words else "the tables"
