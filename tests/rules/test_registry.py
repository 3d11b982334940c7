import ast
import datetime as dt
from pathlib import Path

import pytest

from desktop.domain.contents import Contents
from desktop.rules.catalogue import RULES
from desktop.rules.registry import check
from desktop.rules.rule import Rule
from tests.domain.build import NEUTRAL, indicator, milestone, target

AS_AT = dt.date(2012, 10, 1)
TESTS = {
    node.name
    for file in Path(__file__).parent.glob("test_*.py")
    for node in ast.parse(file.read_text(encoding="utf-8")).body
    if isinstance(node, ast.FunctionDef)
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_test_that_makes_it_speak_and_one_that_keeps_it_silent(rule: Rule) -> None:
    stem = f"test_{rule.code.lower().replace('-', '_')}"
    assert any(name.startswith(f"{stem}_speaks") for name in TESTS)
    assert any(name.startswith(f"{stem}_is_silent") for name in TESTS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_says_what_it_finds_why_and_for_example(rule: Rule) -> None:
    lines = (rule.function.__doc__ or "").strip().splitlines()
    assert lines[0].endswith(".")
    assert lines[1] == ""
    assert any(line.strip().startswith("Example: ") for line in lines)
    assert rule.title
    assert not rule.title.endswith(".")


def test_codes_stand_once_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))


def test_findings_come_in_the_order_of_sheets_rows_columns_and_rules() -> None:
    records = Contents(
        tables=(milestone().table,),
        milestones=(
            milestone("One", status="", due="", row=9, ref="C", project="Other"),
            milestone(status="TBC", row=6, impact="x%"),
        ),
    )
    found = [(each.cell.a1, each.rule) for each in check(records, AS_AT)]
    assert found == [
        ("D6", "PLN-002"),
        ("D6", "PLN-008"),
        ("E6", "PLN-005"),
        ("F6", "PLN-008"),
        ("D9", "PLN-001"),
        ("E9", "PLN-003"),
    ]


def test_a_sheet_without_a_table_comes_last() -> None:
    records = Contents(
        tables=(milestone().table,),
        indicators=(indicator(("31/3/02 Planned", "soon")),),
        milestones=(milestone(status="", row=99),),
    )
    assert [each.cell.sheet for each in check(records, AS_AT)][-1] == "Indicators"


def test_nothing_gives_no_findings() -> None:
    assert check(Contents(), AS_AT) == ()
    assert (
        check(
            Contents(
                targets=(target("100", AS_AT),),
                indicators=(
                    indicator(("30/9/12 Planned", "100"), ("31/12/12 Planned", "102"), measure=NEUTRAL),
                ),
            ),
            AS_AT,
        )
        == ()
    )


def test_no_rule_speaks_twice_of_a_subject_and_cell() -> None:
    rows = [milestone("XXX to be agreed, x%, XXX", status="", due="", row=row) for row in (5, 6)]
    found = check(Contents(tables=(rows[0].table,), milestones=tuple(rows)), AS_AT)
    assert len({(each.rule, each.subject, each.cell) for each in found}) == len(found) == 7
