from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.cells import CellRef
from desktop.domain.contents import Problem
from desktop.domain.indicators import Measure
from desktop.domain.tables import Column, TableKind
from desktop.rules.registry import check
from desktop.rules.verdicts import Verdicts
from tests.domain.build import (
    HIGHER,
    LOWER,
    PLAN,
    TARGETS,
    amount,
    contents,
    indicator,
    milestone,
    period,
    table,
    target,
)

if TYPE_CHECKING:
    from desktop.domain.contents import Contents
    from desktop.domain.expenditure import Expenditure
    from desktop.domain.indicators import Indicator
    from desktop.domain.plan import Milestone
    from desktop.domain.targets import Target

AS_AT = dt.date(2012, 10, 1)
LATER = dt.date(2013, 1, 31)
HEADERS = ("31/3/00 Provis.", "31/3/01 Planned", "31/3/02 Planned")
RAWS = st.sampled_from(("50", "60", "70", "101", "?", "", "soon", "N/A"))
ROWS = st.integers(5, 12)

SAME = Measure(same_as="PAF A2")
MEAN = Measure(unit="years", relation="mean of bands: PAF A2=4")
MISSED = Problem(sheet="Plan", message="Name a column.", cell=CellRef(sheet="Plan", row=90, column=1))
UNTIDY = replace(
    table(TableKind.INDICATORS, "code", sheet="Plan"),
    columns=(
        Column(column=1, header="Cost centre", field=None),
        *(Column(column=n, header="", field="value", period=period(HEADERS[1])) for n in (2, 3)),
    ),
)

indicators = st.builds(
    lambda raws, code, row, measure: indicator(
        *zip(HEADERS, raws, strict=True), code=code, row=row, measure=measure
    ),
    st.lists(RAWS, min_size=3, max_size=3),
    st.sampled_from(("PAF A1", "paf a1", "PAF A2", "")),
    ROWS,
    st.sampled_from((HIGHER, LOWER, SAME, MEAN)),
)
milestones = st.builds(
    lambda text, status, due, row, strand, ref: milestone(
        text,
        status=status,
        due=due,
        row=row,
        strand=strand,
        ref=ref,
        project=f"Project {ref}",
        comments="- not yet",
    ),
    st.sampled_from(("Review by May 2012", "XXX", "")),
    st.sampled_from(("ONGOING", "COMPLETE", "")),
    st.sampled_from(("31/03/12", "31/12/12", "TBC", "", "31/03/12, revised to Sept 2012")),
    ROWS,
    st.sampled_from(("3. Edge of Care", "3. Finance", "")),
    st.sampled_from(("A", "B")),
)
amounts = st.builds(
    lambda raw, part_of, row: amount(raw, "In the first 6 months", part_of=part_of, row=row),
    st.sampled_from(("£5", "£7", "?", "#REF!")),
    st.sampled_from(("", "In total")),
    ROWS,
)
targets = st.builds(
    lambda raw, year, code: target(raw, dt.date(year, 3, 31), code=code),
    st.sampled_from(("40", "65", "80")),
    st.sampled_from((2001, 2002)),
    st.sampled_from(("PAF A1", "PAF A2")),
)

_Record = TypeVar("_Record")


def edited(
    data: st.DataObject, records: tuple[_Record, ...], fresh: st.SearchStrategy[_Record]
) -> tuple[_Record, ...]:
    """The records with some replaced, some gone and some new."""
    kept: list[_Record] = []
    for record in records:
        what = data.draw(st.sampled_from(("keep", "keep", "keep", "change", "remove")))
        if what != "remove":
            kept.append(record if what == "keep" else data.draw(fresh))
    return (*kept, *data.draw(st.lists(fresh, max_size=2)))


@given(
    st.data(),
    st.lists(indicators, max_size=5),
    st.lists(milestones, max_size=5),
    st.lists(targets, max_size=4),
    st.lists(amounts, max_size=4),
)
def test_after_edits_the_verdicts_are_those_of_a_full_run(
    data: st.DataObject,
    some: list[Indicator],
    plan: list[Milestone],
    promised: list[Target],
    spent: list[Expenditure],
) -> None:
    now = contents(*some, *plan, *promised, *spent)
    verdicts = Verdicts.of(now, AS_AT)
    for _ in range(3):
        now = replace(
            now,
            indicators=edited(data, now.indicators, indicators),
            milestones=edited(data, now.milestones, milestones),
            targets=edited(data, now.targets, targets),
            expenditure=edited(data, now.expenditure, amounts),
            tables=data.draw(st.sampled_from((now.tables, (*now.tables[:3], UNTIDY)))),
            problems=data.draw(st.sampled_from((now.problems, (MISSED,)))),
        )
        day = data.draw(st.sampled_from((AS_AT, LATER)))
        verdicts = verdicts.after(now, day)
        assert verdicts == Verdicts.of(now, day)
        assert verdicts.findings == check(now, day)


def two_late() -> Contents:
    return contents(milestone("One", row=5), milestone("Two", row=6), indicator(("31/3/02 Planned", "soon")))


def test_what_no_edit_touched_keeps_its_findings() -> None:
    before = two_late()
    first = Verdicts.of(before, AS_AT)
    after = first.after(
        replace(before, milestones=(before.milestones[0], milestone("Two", row=6, status="COMPLETE"))), AS_AT
    )
    assert [str(finding.cell) for finding in after.findings] == ["Indicators!D5", "Plan!E5"]
    assert after.findings[0] is first.findings[0]
    assert after.findings[1] is first.findings[1]


def test_another_as_at_date_judges_anew() -> None:
    before = two_late()
    earlier = Verdicts.of(before, AS_AT).after(before, dt.date(2012, 1, 1))
    assert earlier == Verdicts.of(before, dt.date(2012, 1, 1))
    assert [finding.rule for finding in earlier.findings] == ["IND-001"]


def test_another_as_at_date_leaves_alone_what_no_day_changes() -> None:
    before = two_late()
    first = Verdicts.of(before, AS_AT)
    later = first.after(before, LATER)
    assert later.findings[0] is first.findings[0]
    assert later.findings[1] != first.findings[1]


def test_sheets_in_another_order_order_the_findings_anew() -> None:
    before = two_late()
    after = replace(before, tables=(PLAN, before.tables[0], TARGETS))
    assert [finding.cell.sheet for finding in Verdicts.of(before, AS_AT).after(after, AS_AT).findings] == [
        "Plan",
        "Plan",
        "Indicators",
    ]
