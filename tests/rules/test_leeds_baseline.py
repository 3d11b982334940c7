"""What the rules say of the tables that Leeds printed, held against figures worked out by hand.

The appendix says in a note that the ratios of looked after children, referrals and plans were worked out
with another population than the one it prints. Where that shows, the ratio does not follow from the table.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.rules.registry import check
from desktop.workbook.workbook import Workbook

BASELINE = Path(__file__).parents[2] / "templates" / "examples" / "leeds-baseline-2011.xlsx"
# cluster, column: printed, then count, population, their total and total population as printed, and the ratio
RATIOS = {
    ("Brigshaw", "H"): ("0.3", 16, 5358, 1444, 169902, "0.4"),
    ("C.H.E.S.S.", "H"): ("1.8", 122, 7750, 1444, 169902, "1.9"),
    ("Inner East", "H"): ("2.1", 204, 11101, 1444, 169902, "2.2"),
    ("Inner East", "I"): ("1.7", 1592, 11101, 13643, 169902, "1.8"),
    ("Inner NW Hub", "H"): ("1.0", 57, 7631, 1444, 169902, "0.9"),
    ("Inner NW Hub", "I"): ("1.0", 552, 7631, 13643, 169902, "0.9"),
    ("Inner NW Hub", "J"): ("1.7", 68, 7631, 989, 169902, "1.5"),
    ("J.E.S.S.", "H"): ("2.6", 206, 9545, 1444, 169902, "2.5"),
    ("NEtWORKS", "H"): ("0.7", 37, 5771, 1444, 169902, "0.8"),
    ("OPEN XS", "H"): ("2.1", 58, 4347, 1444, 169902, "1.6"),
    ("OPEN XS", "I"): ("1.1", 288, 4347, 13643, 169902, "0.8"),
    ("OPEN XS", "J"): ("1.1", 21, 4347, 989, 169902, "0.8"),
    ("Upper Beeston and Cottingley", "I"): ("1.4", 499, 4280, 13643, 169902, "1.5"),
}


def test_all_totals_and_shares_hold_and_thirteen_ratios_do_not() -> None:
    found = check(Workbook.open(BASELINE).contents, dt.date(2011, 7, 1))
    assert {finding.rule for finding in found} == {"TAB-003"}
    told = {(finding.subject.split(", ")[0], finding.cell.a1[0]): finding.message for finding in found}
    assert told.keys() == RATIOS.keys()
    for place, (printed, count, population, total, everyone, ratio) in RATIOS.items():
        assert f"{(count / population) / (total / everyone):.1f}" == ratio
        assert told[place].startswith(f"{printed} is said to be the ratio")
        assert f"the figures come to {ratio}." in told[place]
