"""The rules on the two real plans, read from the example workbooks; every line was checked against print."""

import datetime as dt
from collections import Counter
from pathlib import Path

from desktop.domain.findings import Finding
from desktop.rules.registry import check
from desktop.workbook.workbook import Workbook

EXAMPLES = Path(__file__).resolve().parents[2] / "templates" / "examples"


def findings(name: str, as_at: dt.date) -> tuple[Finding, ...]:
    return check(Workbook.open(EXAMPLES / f"{name}.xlsx").contents, as_at)


def test_the_leicester_return() -> None:
    found = findings("leicester-map-2001", dt.date(2001, 1, 31))
    assert [(each.rule, each.subject) for each in found if each.rule != "IND-003"] == [
        ("TRJ-002", "PAF C23"),  # 6.0 planned after 6.5
        ("TRJ-001", "PAF C23"),  # and 6.0 at the end
        ("TRJ-002", "PAF A3"),  # 17.0 after 13.6
        ("TRJ-005", "PAF C20"),  # 95.0 where 100 is promised
        ("TRJ-002", "PAF C21"),  # 8.0 after 7.0
        ("TRJ-005", "PAF C19"),  # 87.0 where 100 is promised
        ("TRJ-005", "PAF A4"),  # 55.0 where 75 is promised; 55 is promised too, and kept
        ("TRJ-005", "QP 5.1.2a"),  # the same
        ("IND-002", "QP 7.2"),
        ("IND-002", "QP 7.4"),
        ("IND-005", "PAF E45"),  # under objectives 3 and 11, alike
    ]
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
    assert [(each.rule, each.subject) for each in found] == [
        ("PLN-005", "1A"),  # 30/09/12
        ("PLN-005", "1B"),
        ("PLN-005", "2A"),  # revised to Sept 2012
        ("PLN-008", "2C"),  # x% reduction
        ("PLN-005", "2D"),
        ("PLN-005", "2E"),
        ("PLN-005", "3B"),  # revised in the comments to September 2012
        ("PLN-005", "3C"),
        ("PLN-005", "3D"),
        ("PLN-001", "3D"),
        ("PLN-005", "3D"),
        ("PLN-005", "4A"),
        ("PLN-005", "4B"),
        ("PLN-001", "4B"),
        ("PLN-003", "4B"),  # April 2012 in its text
    ]


def test_the_leeds_plan_a_day_before() -> None:
    """On 30/9/2012 nothing that is due in September 2012 is late."""
    late = [
        each.subject
        for each in findings("leeds-programme-plan-2012", dt.date(2012, 9, 30))
        if each.rule == "PLN-005"
    ]
    assert late == ["1B", "2D", "2E", "3C", "3D", "3D"]
