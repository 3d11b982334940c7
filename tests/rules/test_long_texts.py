"""What the rules say of cells that hold a whole page: a message stays one to read."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from desktop.rules.registry import check
from desktop.workbook.workbook import Workbook
from tests.made_workbooks import make

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "wobble " * 4_000
LONGEST = 300  # characters, with what is quoted


def test_no_message_quotes_a_whole_page(tmp_path: Path) -> None:
    file = make(
        tmp_path / "long.xlsx",
        {
            "Plan": [
                ["Ref", "Project", "Key milestone", "Status", "By when", "Owner", "Impact", "Comments"],
                ["A", "One " + PAGE, "Text", PAGE, PAGE, "Ann", "", ""],
                ["A", "Two " + PAGE, "Text", "ongoing, done " + PAGE, f"31/3/2011 {PAGE}", "Ann", "", ""],
                ["B", "Three", "Text", "ongoing", "31/3/2013", "Ann", "", ""],
            ],
            "Indicators": [
                ["Code", "Definition", "31/3/01 Outturn", "31/3/02 Planned", PAGE],
                ["A1", "Share", PAGE, "2", ""],
                ["A2", "Share", "1", "2", ""],
            ],
        },
    )
    findings = check(Workbook.open(file).contents, dt.date(2012, 7, 31))
    spoken = {finding.rule for finding in findings}
    assert {"PLN-002", "PLN-004", "PLN-005", "PLN-011", "PLN-013", "WBK-002", "IND-001"} <= spoken
    assert max(len(finding.message) for finding in findings) < LONGEST
    assert any("wobble …”" in finding.message for finding in findings)
