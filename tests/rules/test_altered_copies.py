"""Copies of the two real documents with a fault put in: what is said then, and nothing else.

Each line was worked out by hand from the printed documents. Beside the rule that the fault is for stand the
others that it touches, with the reason; what falls silent is listed too.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.domain.cells import parse_cell
from desktop.domain.edits import Edit
from desktop.rules.registry import check
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    from desktop.domain.edits import Content
    from desktop.domain.findings import Finding

EXAMPLES = Path(__file__).resolve().parents[2] / "templates" / "examples"
AS_AT = {"leeds-programme-plan-2012": dt.date(2012, 7, 31), "leicester-map-2001": dt.date(2001, 1, 31)}

# What stands in the cells from now on; the rules that speak then; those that have fallen silent.
LEEDS: list[tuple[dict[str, Content], str, str]] = [
    # Due 31/03/12: without a status, or with one that nobody knows, it is not complete, so it is late too.
    ({"D12": ""}, "PLN-001 D12, PLN-005 E12", ""),
    ({"D12": "Amber"}, "PLN-002 D12, PLN-005 E12", ""),
    ({"D18": "ONGOING / DELAYED"}, "PLN-002 D18", ""),
    ({"D12": "TBC"}, "PLN-002 D12, PLN-005 E12, PLN-008 D12", ""),
    ({"D12": "CANCELLED"}, "", ""),
    ({"E22": ""}, "PLN-003 E22", ""),
    ({"C45": ""}, "", "PLN-016 C45, PLN-001 D45, PLN-003 E45"),  # the row asks for nothing any more
    ({"E22": "38/04/2019"}, "PLN-004 E22", ""),
    ({"E22": "TBC"}, "PLN-004 E22, PLN-008 E22", ""),
    ({"E32": "Ongoing"}, "PLN-004 E32", "PLN-005 E32"),  # what has no date is never late
    ({"D40": "ONGOING"}, "PLN-005 E40", ""),
    ({"E25": "30/07/12"}, "PLN-005 E25", "PLN-005 E25"),  # a day late, where it was 122
    ({"E25": "31/07/12"}, "", "PLN-005 E25"),  # due on the very day
    ({"E25": "31/03/12 (Revised to July 2012)"}, "PLN-015 E25", "PLN-005 E25"),
    ({"G12": "Contracts are not yet varied"}, "PLN-006 G12", ""),
    ({"C12": "Vary contracts by June 2012"}, "PLN-007 E12", ""),
    ({"C12": "Vary contracts by March 2012"}, "", ""),  # any day in the month agrees
    ({"E14": "27/01/2012; Revised to 31/3/2012"}, "", "PLN-007 E14"),
    ({"F22": "XX% of placements"}, "PLN-008 F22", ""),
    ({"G22": "Start date to be agreed"}, "PLN-008 G22", ""),
    ({"C52": "Quarterly Report card to CTB"}, "PLN-010 C52", ""),
    ({"B50": "Reliable LAC placement information to meet business needs."}, "PLN-010 B54", ""),
    ({"A50": "A"}, "PLN-011 A50", ""),
    # The strand's name is a row of its own: its first project is spoken of.
    ({"A46": "4. Decision-making & Governance"}, "PLN-011 A47", ""),
    # The revision lies before 31/03/2012, which is the latest date again, and long gone.
    ({"E39": "31/03/2012 (Revised to Sept '11)"}, "PLN-012 E39, PLN-005 E39", "PLN-015 E39"),
    ({"E22": "31/03/11"}, "PLN-013 E22", ""),
    ({"E28": "31/12/12"}, "PLN-014 E28", ""),
    ({"E12": "31/03/12; Revised to 30/06/12"}, "PLN-015 E12", ""),  # by 91 days
    ({"E12": "31/03/12; Revised to 29/06/12"}, "", ""),
    ({"C28": "2 new teams to be recruited by 31/03/12"}, "PLN-016 C28", ""),
    ({"F4": "COST CENTRE"}, "WBK-002 F4", ""),
    ({"G12": "#REF!"}, "WBK-003 G12", ""),
    ({"G12": "- Contracts varied"}, "WBK-004 G12", ""),
]

LEICESTER: list[tuple[dict[str, Content], str, str]] = [
    ({"F112": "about 47"}, "IND-001 F112", ""),
    ({"B110": "?"}, "IND-002 B110", ""),
    ({"B110": "N/A"}, "", ""),
    ({"E112": None}, "IND-003 E112", ""),
    ({"B112": None}, "IND-003 B112", ""),
    ({"G112": 710}, "IND-004 G112, TRJ-004 G112", ""),  # 663 of 710 in the last step
    ({"D20": 2.5}, "IND-004 D20", ""),  # a count of children
    ({"D127": 0.86, "E127": 0.91}, "IND-005 D127, IND-005 E127", "IND-005 A126"),  # no more all equal
    ({"C123": 14.2}, "IND-006 C123", "IND-007 C123"),
    ({"C117": 60}, "IND-007 C117, TRJ-004 D117", "TRJ-004 D117"),  # 77 to 60, then 20 at once, and 0
    ({"C74": 36.9}, "IND-008 C74", ""),
    ({"B72": 35.9}, "", "IND-008 B72, IND-003 B72"),
    ({"D18": 3.0}, "IND-009 D18, TRJ-002 D18", ""),  # the bands give 2.1; and it was 2.1 already
    ({"C18": 25.2}, "IND-009 C18, TRJ-004 D18", "IND-006 C18"),  # then 1.9 years are planned
    # 50 at the end after 60 measured and 85 planned, which is reached already.
    ({"G96": 50}, "TRJ-001 G96, TRJ-002 G96, TRJ-007 G96", ""),
    ({"F96": 70}, "TRJ-002 F96", ""),
    ({"D110": 41, "E110": 41, "F110": 41, "G110": 41}, "TRJ-003 G110, TRJ-004 D110", ""),
    ({"D94": 70}, "TRJ-004 D94", ""),  # 40 of 65
    ({"D94": 69}, "", ""),  # 39 of 65 are 60 %, and not more
    ({"G8": 16}, "TRJ-005 G8", ""),
    ({"E35": 100, "F35": 100, "G35": 100}, "", "TRJ-005 E35"),
    ({"G8": 14}, "TRJ-006 G8", ""),
    ({"C96": 95}, "TRJ-002 D96, TRJ-007 G96", ""),  # 65 planned after 95
    ({"Targets!A5": "PAF Z9"}, "TRJ-009 Targets!B5", ""),
    ({"Targets!C5": "31/3/2005"}, "TRJ-009 Targets!B5", ""),
    ({"Targets!C16": "31/3/2001"}, "", "TRJ-009 Targets!B16"),
    ({"Expenditure!D4": 463_850}, "FIN-001 Expenditure!D4", ""),  # £97 less than the grants
    ({"Expenditure!D4": 463_900}, "", ""),  # £47
    ({"Expenditure!D5": 463_951}, "FIN-002 Expenditure!D5", ""),
    ({"Expenditure!C7": "In total in 2001-2002"}, "", "FIN-003 Expenditure!D7"),
]


@cache
def opened(name: str) -> Workbook:
    return Workbook.open(EXAMPLES / f"{name}.xlsx")


def said_of(workbook: Workbook, name: str) -> dict[tuple[str, str, str], Finding]:
    """The findings by rule, cell and message."""
    found = check(workbook.contents, AS_AT[name])
    return {(each.rule, str(each.cell), each.message): each for each in found}


@pytest.mark.parametrize(
    ("name", "sheet", "altered", "speak", "silent"),
    [
        *(("leeds-programme-plan-2012", "Programme Plan", *line) for line in LEEDS),
        *(("leicester-map-2001", "Indicators", *line) for line in LEICESTER),
    ],
)
def test_a_fault_is_found_where_it_stands_and_nowhere_else(
    name: str, sheet: str, altered: dict[str, Content], speak: str, silent: str
) -> None:
    def whole(place: str) -> str:
        return place if "!" in place else f"{sheet}!{place}"

    def places(listed: str) -> list[tuple[str, str]]:
        words = (one.split(" ") for one in listed.split(", ") if one)
        return sorted((rule, whole(place)) for rule, place in words)

    edits = []
    for place, content in altered.items():
        cell = parse_cell(whole(place))
        assert cell is not None
        edits.append(Edit(cell=cell, content=content))
    before, after = (said_of(each, name) for each in (opened(name), opened(name).apply(edits)))
    assert sorted(key[:2] for key in after.keys() - before.keys()) == places(speak)
    assert sorted(key[:2] for key in before.keys() - after.keys()) == places(silent)
