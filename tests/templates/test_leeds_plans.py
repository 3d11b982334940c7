"""Leeds' action plans and its nine point plan against what was printed, counted by hand."""

from collections import Counter
from pathlib import Path

from desktop.domain.ratings import Rag, Travel
from desktop.domain.tables import TableKind
from desktop.workbook.workbook import Workbook
from templates.examples.make_examples import HERE
from templates.examples.plan_facts import (
    read_action_plan,
    read_aims,
    read_areas_of_focus,
    read_obsession_plans,
    read_priorities,
)

PROGRESS = HERE / "leeds-action-plan-2011.xlsx"
OBSESSIONS = HERE / "leeds-obsession-plans-2011.xlsx"
NINE_POINTS = HERE / "leeds-nine-point-plan-2012.xlsx"


def plans(path: Path) -> Workbook:
    return Workbook.open(path)


def test_the_action_plan_has_its_generic_milestones_and_26_actions() -> None:
    first, *actions = read_action_plan()
    assert not first.action
    assert len(first.milestone.split("\n• ")) == 7
    assert [int(one.action.split(".")[0]) for one in actions] == list(range(1, 27))
    assert Counter(one.band.split()[0] for one in actions) == {"Information": 3, "Early": 12, "Capacity": 11}
    assert sum(bool(one.progress) for one in actions) == 23


def test_an_action_reads_as_it_was_printed() -> None:
    action = read_action_plan()[21]
    assert (action.action, action.targeting, action.owner, action.contributors) == (
        "21. Redesign of Social Care LAC/Child Protection service provision",
        "City Wide",
        "Jackie Wilson",
        "All integrated service providers",
    )
    assert action.milestone == (
        "• Approval and funding by May 2011\n"
        "• CYPSC staff into new structure by Sept. 2011.\n"
        "• Develop integrated teams by March 2012"
    )
    assert action.progress == "Redesign on target for September 2011 implemention."


def test_the_areas_of_focus_are_rated_as_they_were_printed() -> None:
    contents = plans(PROGRESS).contents
    assert [(one.area, one.update, one.rating.raw) for one in contents.focus] == list(read_areas_of_focus())
    assert [(one.rating.rag, one.rating.travel) for one in contents.focus] == [
        (Rag.AMBER, Travel.LEVEL),
        (Rag.AMBER, Travel.LEVEL),
        (Rag.GREEN, None),  # printed with a sign that is no arrow
        (Rag.AMBER, Travel.LEVEL),
    ]


def test_the_three_initial_plans() -> None:
    found = read_obsession_plans()
    assert {plan: len(actions) for plan, actions in found.items()} == {
        "Looked after children": 25,  # 23 with a number, and two without
        "Attendance": 7,
        "NEET": 10,
    }
    assert found["NEET"][2].owner == "to be agreed"
    assert found["Attendance"][6].milestone == "Initial launch September 2011 Evaluation end of December 2011"


def test_the_nine_points_their_priorities_and_aims() -> None:
    priorities = read_priorities()
    points = Counter(one.point[0] for one in priorities)
    assert points == dict(zip("123456789", (10, 9, 5, 10, 3, 10, 5, 11, 10), strict=True))
    assert [one.ref for one in priorities if one.point[0] == "7"] == ["7.1", "7.2", "7.3", "7.4", "7.5"]
    assert Counter(point[0] for point, _ in read_aims())["6"] == 11
    assert [one.ref for one in priorities if not one.milestones] == ["2.4", "3.5", "5.2", "9.10"]


def test_a_priority_reads_as_it_was_printed() -> None:
    (found,) = (one for one in read_priorities() if one.ref == "6.5")
    assert (found.lead, found.point) == (
        "Girish Solanki",
        "6 - Improving ICT Systems and the estate for social work and families",
    )
    assert found.milestones.split("\n") == [
        "• GCSx emails in place for all staff by Oct 2012",
        "• EDRMS system in place by implementation of new core logic IT system.",
        "• SharePoint resources available to social care staff by March 2014.",
        "• Staff satisfied with ICT provided",
    ]


def test_the_action_plan_is_recognised_as_it_stands() -> None:
    contents = plans(PROGRESS).contents
    (table,) = (table for table in contents.tables if table.sheet == "Action plan")
    assert (table.kind, table.form) == (TableKind.PLAN, "action-plan")
    found = [one for one in contents.milestones if one.table.id == table.id]
    assert [(one.strand, one.project, one.targeting, one.owner) for one in found] == [
        (one.band, one.action, one.targeting, one.owner) for one in read_action_plan()
    ]
    assert [(one.contributors, one.text, one.comments) for one in found] == [
        (one.contributors, one.milestone, one.progress) for one in read_action_plan()
    ]


def test_the_initial_plans_are_recognised_each_on_its_sheet() -> None:
    contents = plans(OBSESSIONS).contents
    assert [(table.sheet, table.form, table.records) for table in contents.tables] == [
        ("Looked after children", "action-plan", 25),
        ("Attendance", "action-plan", 7),
        ("NEET", "action-plan", 10),
    ]
    assert [(one.project, one.text) for one in contents.milestones] == [
        (one.action, one.milestone) for actions in read_obsession_plans().values() for one in actions
    ]


def test_what_stands_above_an_initial_plan_is_its_head() -> None:
    workbook = plans(OBSESSIONS)
    lines = workbook.title_lines(workbook.contents.table("NEET!9"))
    assert lines[1].endswith("have the skills for life")
    assert lines[2].endswith("Delivery Lead- Sally Threlfall CTB Sponsors- Martin Fleetwood & Diana Towler")
    assert "baseline- 8.3% (average monthly figure for November-January 2010/11)" in lines[5]


def test_the_nine_point_plan_is_recognised_with_two_lists_to_a_priority() -> None:
    contents = plans(NINE_POINTS).contents
    (table,) = contents.tables
    assert (table.form, table.records) == ("nine-point-plan", 73)
    assert [
        (one.strand, one.ref, one.project, one.owner, one.action, one.text) for one in contents.milestones
    ] == [
        (one.point, one.ref, one.priority, one.lead, one.action, one.milestones) for one in read_priorities()
    ]


def test_the_dates_stand_in_the_bullets() -> None:
    (found,) = (one for one in plans(NINE_POINTS).contents.milestones if one.ref == "7.5")
    assert [entry.date and entry.date.raw for entry in found.entries] == [
        "30th October 2012",
        "End January 2013",
        "1st March 2013",
    ]
