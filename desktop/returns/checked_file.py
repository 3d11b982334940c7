"""What the check of one workbook gave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.findings import Severity

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from desktop.domain.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedFile:
    """The findings on a workbook, or in words why there are none; `fault` where Milepost is to blame.

    `hidden` tells in sentences what of its tables Excel hides: it was checked like the rest.
    """

    file: Path
    as_at: dt.date
    findings: tuple[Finding, ...] = ()
    refused: str = ""
    fault: bool = False
    hidden: tuple[str, ...] = ()

    @property
    def errors(self) -> bool:
        """Whether a finding stops the return."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)
