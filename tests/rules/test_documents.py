"""The rules on the two real plans, read from the example workbooks; every line was checked against print."""

import datetime as dt
from collections import Counter
from pathlib import Path

from desktop.domain.findings import Finding
from desktop.rules.catalogue import RULES
from desktop.rules.registry import check
from desktop.workbook.workbook import Workbook

EXAMPLES = Path(__file__).resolve().parents[2] / "templates" / "examples"

LEICESTER = [
    ("IND-007", "PAF C23"),  # 5.3 to 6.5, then steps of 0.12
    ("TRJ-002", "PAF C23"),  # 6.0 planned after 6.5
    ("TRJ-001", "PAF C23"),  # and 6.0 at the end
    ("TRJ-003", "PAF C23"),  # 6.0 four times
    ("TRJ-007", "PAF C23"),  # 6.5 is there already
    ("IND-007", "PAF D35"),  # 49.3 to 59.5, then steps of 1.6
    ("IND-007", "PAF E44"),  # 42.7 to 36.3, then steps of 1.4
    ("IND-009", "QP 2"),  # 26.5 months where the bands give 2.1 years
    ("IND-006", "QP 2"),  # 26.5 to 2.1
    ("IND-007", "PAF A3"),  # 22.7 to 13.6, then steps of 1.9
    ("TRJ-002", "PAF A3"),  # 17.0 after 13.6
    ("TRJ-005", "PAF C20"),  # 95.0 where 100 is promised
    ("IND-007", "PAF C21"),  # 11.8 to 7.5, then steps of 1.4
    ("TRJ-002", "PAF C21"),  # 8.0 after 7.0
    ("TRJ-004", "QP 4"),  # 18 of 28 in the first step
    ("IND-007", "QP 5"),  # 1.3 to 2.6, then steps of 0.35
    ("TRJ-004", "QP 5"),  # 1.0 of 1.4 in the first step
    ("TRJ-006", "PAF A2"),  # 35.0 where 15 is promised
    ("TRJ-004", "PAF C18"),  # 11.5 to 10.0 in the first step
    ("TRJ-003", "PAF C18"),  # and 10.0 four times
    ("TRJ-005", "PAF C19"),  # 87.0 where 100 is promised
    ("IND-006", "QP 10"),  # 5.00 to 0.38
    ("IND-008", "PAF A4"),  # blank where QP 5.1.2a has 35.9
    ("TRJ-005", "PAF A4"),  # 55.0 where 75 is promised; 55 is promised too, and kept
    ("TRJ-005", "QP 5.1.2a"),  # the same
    ("IND-008", "QP 11"),  # blank where QP 5.2.1a has 66.7
    ("IND-008", "QP 12"),  # blank where QP 5.3.1a has 69.2
    ("IND-007", "QP 7.1"),  # 40.6 to 70.0, then steps of 8.8
    ("IND-002", "QP 7.2"),
    ("IND-002", "QP 7.4"),
    ("TRJ-004", "QP 7.4"),  # 40 of 55 in the first step
    ("TRJ-004", "PAF B7"),  # 76 to 80 in the first step
    ("TRJ-003", "PAF B7"),  # and 80 four times
    ("IND-007", "PAF B10"),  # 144 to 170, then steps of 5
    ("IND-007", "PAF C22"),  # 89.6 to 82.9, then hardly a step
    ("TRJ-003", "PAF C22"),  # 83.0 four times
    ("IND-005", "PAF E45"),  # under objectives 3 and 11, alike
    ("TRJ-009", "PAF C25"),  # 100 by 31/3/2002, planned for 31/3/01 only
    ("FIN-003", "16+ year olds in and leaving care"),  # the first 6 months
]


def findings(name: str, as_at: dt.date) -> tuple[Finding, ...]:
    return check(Workbook.open(EXAMPLES / f"{name}.xlsx").contents, as_at)


def test_the_leicester_return() -> None:
    found = findings("leicester-map-2001", dt.date(2001, 1, 31))
    assert [(each.rule, each.subject) for each in found if each.rule != "IND-003"] == LEICESTER
    blanks = Counter((each.subject, each.severity) for each in found if each.rule == "IND-003")
    assert blanks == {
        ("PAF C25", "query"): 3,
        ("PAF E45", "advice"): 2,
        **{
            (code, "advice"): 1
            for code in (
                "PAF A2",
                "PAF C18",
                "PAF C19",
                "PAF C24",
                "QP 8",
                "PAF A4",
                "QP 11",
                "QP 12",
                "QP 7.3",
            )
        },
    }


def test_the_leeds_plan() -> None:
    found = findings("leeds-programme-plan-2012", dt.date(2012, 10, 1))
    assert [(each.rule, each.cell.a1, each.subject) for each in found] == [
        ("PLN-016", "C6", "1A"),  # 650 children by 30/9/2012
        ("PLN-005", "E6", "1A"),  # 30/09/12
        ("PLN-016", "C7", "1A"),  # 2,300 children by 31/3/2014
        ("PLN-006", "G8", "1B"),  # still in the process
        ("PLN-005", "E9", "1B"),
        ("PLN-007", "E14", "1E"),  # revised in the text to 31/3/2012
        ("PLN-007", "E15", "1E"),
        ("PLN-007", "E16", "1F"),
        ("PLN-005", "E18", "2A"),  # revised to Sept 2012
        ("PLN-015", "E18", "2A"),  # from 28/2/12
        ("PLN-006", "G19", "2B"),  # delay in recruitment
        ("PLN-008", "F21", "2C"),  # x% reduction
        ("PLN-005", "E25", "2D"),
        ("PLN-005", "E26", "2E"),
        ("PLN-016", "C31", "3B"),  # 2 teams by 31st March 2012
        ("PLN-005", "E31", "3B"),  # revised in the comments to September 2012
        ("PLN-015", "E31", "3B"),
        ("PLN-005", "E32", "3C"),
        ("PLN-005", "E34", "3D"),
        ("PLN-001", "D35", "3D"),
        ("PLN-005", "E35", "3D"),
        ("PLN-002", "D36", "3D"),  # COMPLETE (& ONGOING)
        ("PLN-005", "E39", "4A"),
        ("PLN-015", "E39", "4A"),
        ("PLN-005", "E44", "4B"),
        ("PLN-007", "E44", "4B"),  # January 2012 in its text
        ("PLN-015", "E44", "4B"),
        ("PLN-016", "C45", "4B"),  # 5 placements by April 2012
        ("PLN-001", "D45", "4B"),
        ("PLN-003", "E45", "4B"),  # April 2012 in its text
        ("PLN-007", "E54", "6D"),
        ("PLN-015", "E54", "6D"),  # 31/12/11 to 31/3/2012
        ("PLN-013", "E57", "6F"),  # 31/01/11
        ("PLN-014", "E58", "6G"),  # G) December 2012
        ("PLN-011", "A61", "6. Forecasting & Finance"),
    ]


def test_the_leeds_plan_on_31_july_2012() -> None:
    """What is due or revised to August or later is not late yet, and 2A, 3B, 4A and 4B are not."""
    early = findings("leeds-programme-plan-2012", dt.date(2012, 7, 31))
    late = [each.cell.a1 for each in early if each.rule == "PLN-005"]
    assert late == ["E25", "E26", "E32", "E34", "E35"]
    others = [
        each for each in findings("leeds-programme-plan-2012", dt.date(2012, 10, 1)) if each.rule != "PLN-005"
    ]
    places = [(each.rule, each.cell) for each in early if each.rule != "PLN-005"]
    assert places == [(each.rule, each.cell) for each in others]


def test_the_leeds_plan_a_day_before() -> None:
    """On 30/9/2012 nothing that is due in September 2012 is late."""
    late = [
        each.subject
        for each in findings("leeds-programme-plan-2012", dt.date(2012, 9, 30))
        if each.rule == "PLN-005"
    ]
    assert late == ["1B", "2D", "2E", "3C", "3D", "3D"]


def test_a_rule_that_offers_a_change_says_so() -> None:
    offers = {rule.code for rule in RULES if rule.offers}
    leeds = findings("leeds-programme-plan-2012", dt.date(2012, 10, 1))
    leicester = findings("leicester-map-2001", dt.date(2001, 1, 31))
    baseline = findings("leeds-baseline-2011", dt.date(2012, 10, 1))
    fixed = {each.rule for each in (*leeds, *leicester, *baseline) if each.fix is not None}
    assert offers - fixed == {"TAB-001", "WBK-004"}  # of which these documents have none
    assert fixed <= offers
