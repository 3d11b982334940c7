"""What became of milestones, indicators and targets."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.domain.ratings import Rag
from desktop.progress.changes import FieldChange, compare
from desktop.progress.identity import strand_key
from tests.domain.build import contents, indicator, milestone, target

if TYPE_CHECKING:
    from desktop.domain.indicators import Indicator
    from desktop.domain.plan import Milestone
    from desktop.domain.targets import Target
    from desktop.progress.changes import Comparison

MARCH = dt.date(2012, 3, 31)


def between(old: Indicator | Milestone | Target, new: Indicator | Milestone | Target) -> Comparison:
    return compare(contents(old), contents(new))


def test_the_same_records_differ_in_nothing() -> None:
    records = (milestone(), indicator(("1998/99 Outturn", "70")), target("80", MARCH))
    found = compare(contents(*records), contents(*records))
    assert not found.different
    assert (len(found.kept_milestones), len(found.kept_indicators)) == (1, 1)


def test_what_is_only_moved_or_spaced_anew_is_no_change() -> None:
    old, new = milestone("Panel meets", row=5), milestone("Panel  meets\n", row=9)
    assert not between(old, new).different


def test_a_status_and_a_slipped_date() -> None:
    old = milestone(status="ONGOING", due="31/03/12")
    new = milestone(status="COMPLETE", due="31/03/12 (Revised to 1/7/2012)")
    (change,) = between(old, new).milestones
    assert [field.field for field in change.fields] == ["status", "due"]
    assert (change.slipped, change.completed) == (92, True)


def test_an_unread_date_slips_by_nothing() -> None:
    (change,) = between(milestone(due="31/03/12"), milestone(due="soon")).milestones
    assert (change.slipped, change.completed) == (0, False)


def test_a_milestone_worded_anew_in_its_project_is_the_same() -> None:
    old = milestone("Family group conferencing team in place", ref="C")
    new = milestone("Family group conferencing team recruited", ref="C")
    (change,) = between(old, new).milestones
    assert change.fields == (FieldChange(field="text", before=old.text, after=new.text),)


def test_a_milestone_in_another_strand_is_found_by_its_words() -> None:
    old, new = milestone(strand="3. Edge of Care", ref="B"), milestone(strand="4. Placements", ref="A")
    (change,) = between(old, new).milestones
    assert [field.field for field in change.fields] == ["strand", "ref"]


def test_new_and_dropped_milestones() -> None:
    old = milestone("Audit of case files", project="Files", ref="A")
    new = milestone("Twelve new carers approved", project="Carers", ref="D")
    found = between(old, new)
    assert (found.dropped_milestones, found.new_milestones, found.milestones) == ((old,), (new,), ())
    assert found.different


def test_values_that_changed_arrived_and_went() -> None:
    old = indicator(("1998/99 Outturn", "70"), ("31/3/01 Planned", "75"), ("31/3/02 Planned", "80"))
    new = indicator(("1998/99 Outturn", "70.0"), ("1999/00 Outturn", "72"), ("31/3/01 Planned", "78"))
    (change,) = between(old, new).indicators
    assert [(value.period.label, value.before.raw, value.after.raw) for value in change.values] == [
        ("1999/00", "", "72"),
        ("31/3/01", "75", "78"),
        ("31/3/02", "80", ""),
    ]
    assert [value.arrived for value in change.values] == [True, False, False]
    assert [str(change.cell_of(value)) for value in change.values] == [
        "Indicators!E5",
        "Indicators!F5",
        str(new.cell),
    ]


def test_words_in_place_of_a_number_are_a_change_and_other_spaces_are_not() -> None:
    old, new = indicator(("1998/99 Outturn", "?")), indicator(("1998/99 Outturn", "N/A"))
    assert between(old, new).indicators
    assert not between(old, indicator(("1998/99 Outturn", " ? "))).different


def test_the_status_before_and_after() -> None:
    plan = ("31/3/01 Planned", "80")
    old = indicator(("31/3/01 Outturn", "70"), plan)
    new = indicator(("31/3/01 Outturn", "81"), plan)
    (change,) = between(old, new).indicators
    assert change.statuses == (Rag.RED, Rag.GREEN)


def test_an_indicator_is_known_by_its_code_then_by_its_words() -> None:
    old = indicator(("1998/99 Outturn", "70"), code="PAF C20")
    recoded = replace(old, code="paf  c20", name="Reviews in time")
    renamed = replace(old, code="KIGS 1")
    assert not between(old, recoded).different
    assert not between(old, renamed).different
    other = replace(old, code="PAF A1", name="Moves")
    found = between(old, other)
    assert (found.dropped_indicators, found.new_indicators) == ((old,), (other,))


def test_targets_changed_new_and_dropped() -> None:
    old, new = target("80", MARCH, set_by="The council"), target("85", MARCH, set_by="The board")
    (change,) = between(old, new).targets
    assert [(one.field, one.before, one.after) for one in change.fields] == [
        ("value", "80", "85"),
        ("set_by", "The council", "The board"),
    ]
    later = target("80", dt.date(2013, 3, 31), date_raw="31/3/13", where="Section B2")
    (moved,) = between(replace(old, date_raw="31/3/12"), later).targets
    assert [one.field for one in moved.fields] == ["date"]
    found = between(old, replace(new, indicator="PAF A1"))
    assert (len(found.new_targets), len(found.dropped_targets)) == (1, 1)


@pytest.mark.parametrize(
    ("strand", "key"),
    [("3. Edge of Care", "3"), (" 3 Edge", "3"), ("Edge  of Care", "edge of care"), ("", "")],
)
def test_a_strand_is_known_by_its_number_or_else_its_words(strand: str, key: str) -> None:
    assert strand_key(strand) == key
