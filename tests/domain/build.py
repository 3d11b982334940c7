"""Records for tests, made from the words that stand in their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.breakdown import BreakdownLine, Figure, LineKind, Part
from desktop.domain.cells import CellRef
from desktop.domain.contents import Contents, Problem
from desktop.domain.due_dates import read_due
from desktop.domain.expenditure import Expenditure, Grant
from desktop.domain.indicators import Indicator, IndicatorValue, Measure, Polarity
from desktop.domain.periods import read_period
from desktop.domain.plan import Milestone, read_status
from desktop.domain.tables import Column, Table, TableKind
from desktop.domain.targets import Target
from desktop.domain.values import read_value

if TYPE_CHECKING:
    import datetime as dt

    from desktop.domain.periods import Period

HIGHER = Measure(unit="percent", minimum=0, maximum=100, polarity=Polarity.HIGHER)
LOWER = Measure(unit="percent", minimum=0, maximum=100, polarity=Polarity.LOWER)
NEUTRAL = Measure(unit="rate", minimum=0)
AROUND_TWENTY = Measure(unit="percent", minimum=0, maximum=100, polarity=Polarity.RANGE, ideal=20)
COUNT = Measure(unit="count", minimum=0, polarity=Polarity.LOWER)
FIRST_VALUE_COLUMN = 4
PLAN_FIELDS = (
    "ref",
    "project",
    "milestone",
    "status",
    "due",
    "impact",
    "comments",
    "owner",
    "contributors",
    "targeting",
)


def period(header: str) -> Period:
    found = read_period(header)
    assert found is not None, header
    return found


def indicator(
    *values: tuple[str, str],
    measure: Measure = HIGHER,
    code: str = "PAF C20",
    row: int = 5,
    table: str = "Indicators!A4",
) -> Indicator:
    """An indicator with (header, text of the cell) in columns from D on."""
    cells = enumerate(values, start=FIRST_VALUE_COLUMN)
    return Indicator(
        code=code,
        name="Reviews",
        group="2",
        measure=measure,
        table=table,
        cell=CellRef(sheet="Indicators", row=row, column=1),
        values=tuple(
            IndicatorValue(
                period=period(header),
                cell=CellRef(sheet="Indicators", row=row, column=column),
                value=read_value(raw),
            )
            for column, (header, raw) in cells
        ),
    )


def table(kind: TableKind, *fields: str, sheet: str = "Plan") -> Table:
    """A table whose columns hold the fields from A on, with its headers in row 4."""
    return Table(
        id=f"{sheet}!A4",
        sheet=sheet,
        kind=kind,
        form="",
        header_row=4,
        first_row=4,
        last_row=99,
        columns=tuple(
            Column(column=n, header=field.title(), field=field) for n, field in enumerate(fields, 1)
        ),
    )


PLAN = table(TableKind.PLAN, *PLAN_FIELDS)
INDICATORS = table(TableKind.INDICATORS, "code", "name", "group", sheet="Indicators")
EXPENDITURE = table(TableKind.EXPENDITURE, "group", "area", "question", "amount", sheet="Expenditure")
TARGETS = table(TableKind.TARGETS, "indicator", "value", "date", "set_by", "where", sheet="Targets")


def milestone(  # noqa: PLR0913 - a row has many cells
    text: str = "Review completed",
    *,
    status: str = "ONGOING",
    due: str = "31/03/12",
    row: int = 5,
    project_row: int | None = None,
    strand: str = "3. Edge of Care",
    ref: str = "B",
    project: str = "Expand conferencing",
    impact: str = "",
    comments: str = "",
    owner: str = "J. Smith",
    plan: Table = PLAN,
) -> Milestone:
    """A milestone as its row reads; the columns are those of `PLAN_FIELDS`, from A on."""
    return Milestone(
        table=plan,
        row=row,
        project_row=project_row or row,
        strand=strand,
        ref=ref,
        project=project,
        text=text,
        status=read_status(status),
        due=read_due(due, text=text, comments=comments),
        owner=owner,
        contributors="",
        targeting="",
        impact=impact,
        comments=comments,
    )


def target(
    raw: str,
    date: dt.date | None,
    *,
    code: str = "PAF C20",
    where: str = "Section B2",
    set_by: str = "The council",
    date_raw: str = "",
    row: int = 5,
) -> Target:
    """A target as its row of the targets' table reads."""
    return Target(
        table=TARGETS.id,
        indicator=code,
        value=read_value(raw),
        date=date,
        date_raw=date_raw,
        set_by=set_by,
        where=where,
        words="",
        row=row,
        cell=CellRef(sheet="Targets", row=row, column=2),
    )


def amount(
    raw: str,
    question: str = "How much in total?",
    *,
    part_of: str = "",
    area: str = "Assessment",
    row: int = 5,
) -> Expenditure:
    """An amount as its row of the expenditure's table reads."""
    return Expenditure(
        table=EXPENDITURE.id,
        group="7",
        area=area,
        question=question,
        amount=read_value(raw),
        part_of=part_of,
        row=row,
        cell=CellRef(sheet="Expenditure", row=row, column=4),
    )


def grant(raw: str, name: str = "Main grant", row: int = 17) -> Grant:
    """A grant as its row reads."""
    return Grant(name=name, amount=read_value(raw), row=row, cell=CellRef(sheet="Cover", row=row, column=3))


def contents(
    *records: Indicator | Milestone | Target | Expenditure | Grant | BreakdownLine | Table | Problem,
) -> Contents:
    """Contents with these records, in this order, and with these tables beside those of the records."""
    return Contents(
        tables=(INDICATORS, PLAN, TARGETS, *(record for record in records if isinstance(record, Table))),
        expenditure=tuple(record for record in records if isinstance(record, Expenditure)),
        breakdowns=tuple(record for record in records if isinstance(record, BreakdownLine)),
        grants=tuple(record for record in records if isinstance(record, Grant)),
        problems=tuple(record for record in records if isinstance(record, Problem)),
        indicators=tuple(record for record in records if isinstance(record, Indicator)),
        milestones=tuple(record for record in records if isinstance(record, Milestone)),
        targets=tuple(record for record in records if isinstance(record, Target)),
    )


def figure(
    raw: str, part: Part = Part.COUNT, *, row: int = 5, column: int = 2, of: int | None = None
) -> Figure:
    """A figure of a breakdown as its cell reads."""
    return Figure(
        header=part.value.title(),
        part=part,
        value=read_value(raw),
        cell=CellRef(sheet="Breakdown", row=row, column=column),
        of=of,
    )


def breakdown_line(
    label: str,
    *texts: str,
    kind: LineKind = LineKind.LINE,
    row: int = 5,
    parts: tuple[Part, ...] = (Part.COUNT,),
) -> BreakdownLine:
    """A line of a breakdown with its label in column A; shares and ratios are of the first counts."""
    counts = next((column for column, part in enumerate(parts, start=2) if part is Part.COUNT), None)
    return BreakdownLine(
        table="Breakdown!4",
        label=label,
        kind=kind,
        row=row,
        cell=CellRef(sheet="Breakdown", row=row, column=1),
        figures=tuple(
            figure(
                text, part, row=row, column=column, of=counts if part in {Part.SHARE, Part.RATIO} else None
            )
            for column, (text, part) in enumerate(zip(texts, parts, strict=True), start=2)
        ),
    )
