"""Indicators to draw."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtWidgets import QToolTip

from desktop.domain.cells import CellRef
from desktop.domain.due_dates import read_due
from desktop.domain.findings import Finding, Severity
from desktop.domain.indicators import Indicator, IndicatorValue, Measure, Polarity
from desktop.domain.periods import read_period
from desktop.domain.plan import Milestone, read_status
from desktop.domain.tables import Column, Table, TableKind
from desktop.domain.targets import Target
from desktop.domain.values import read_value

if TYPE_CHECKING:
    from collections.abc import Mapping

PERCENT = Measure(unit="percent", minimum=0, maximum=100, polarity=Polarity.HIGHER)
REVIEWS = {
    "1998/99 Outturn": "N/A",
    "31/3/00 Provisional": "71.4",
    "31/3/01 Planned": "85.0",
    "31/3/02 Planned": "95.0",
    "31/3/03 Planned": "98.0",
    "31/3/04 Planned": "98.0",
}


class MakeIndicator(Protocol):
    def __call__(
        self, values: Mapping[str, str] = ..., *, measure: Measure = ..., code: str = ..., name: str = ...
    ) -> Indicator: ...


class MakeTarget(Protocol):
    def __call__(
        self, value: str = ..., date: dt.date | None = ..., *, code: str = ..., where: str = ...
    ) -> Target: ...


class MakeFinding(Protocol):
    def __call__(
        self, cell: CellRef, message: str = ..., *, severity: Severity = ..., explained: bool = ...
    ) -> Finding: ...


@pytest.fixture
def tips(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What tool tips say, without their windows."""
    said: list[str] = []

    def note(_spot: object, text: str, _widget: object) -> None:
        said.append(text)

    monkeypatch.setattr(QToolTip, "showText", note)
    return said


@pytest.fixture
def make_indicator() -> MakeIndicator:
    def make(
        values: Mapping[str, str] = REVIEWS,
        *,
        measure: Measure = PERCENT,
        code: str = "PAF C20",
        name: str = "Reviews of child protection cases",
    ) -> Indicator:
        return Indicator(
            code=code,
            name=name,
            group="Objective 2",
            measure=measure,
            table="indicators-1",
            cell=CellRef(sheet="Indicators", row=14, column=1),
            values=tuple(_value(*item, column) for column, item in enumerate(values.items(), start=3)),
        )

    return make


def _value(header: str, text: str, column: int) -> IndicatorValue:
    period = read_period(header)
    assert period is not None, header
    cell = CellRef(sheet="Indicators", row=14, column=column)
    return IndicatorValue(period=period, cell=cell, value=read_value(text))


@pytest.fixture
def make_target() -> MakeTarget:
    def make(
        value: str = "100",
        date: dt.date | None = dt.date(2002, 3, 31),
        *,
        code: str = "PAF C20",
        where: str = "section B2",
    ) -> Target:
        return Target(
            table="targets-1",
            indicator=code,
            value=read_value(value),
            date=date,
            date_raw="" if date is None else f"{date.day}/{date.month}/{date:%y}",
            set_by="the council",
            where=where,
            words="",
            row=5,
            cell=CellRef(sheet="Targets", row=5, column=2),
        )

    return make


@pytest.fixture
def make_finding() -> MakeFinding:
    def make(
        cell: CellRef,
        message: str = "The plan reads 95.0 where section B2 promises 100.",
        *,
        severity: Severity = Severity.ERROR,
        explained: bool = False,
    ) -> Finding:
        return Finding(
            rule="TRJ-005",
            severity=severity,
            cell=cell,
            subject="PAF C20",
            message=message,
            explained=explained,
        )

    return make


class MakeMilestone(Protocol):
    def __call__(
        self, text: str = ..., due: str = ..., status: str = ..., *, strand: str = ..., ref: str = ...
    ) -> Milestone: ...


@pytest.fixture
def make_milestone() -> MakeMilestone:
    rows = itertools.count(5)
    table = Table(
        id="plan-1",
        sheet="Plan",
        kind=TableKind.PLAN,
        form="programme plan",
        header_row=4,
        first_row=4,
        last_row=99,
        columns=(Column(column=4, header="KEY MILESTONE", field="milestone"),),
    )

    def make(
        text: str = "Teams to be up and running across the city",
        due: str = "30/09/12",
        status: str = "ON TRACK",
        *,
        strand: str = "1. Prevention & Early Intervention",
        ref: str = "B",
    ) -> Milestone:
        row = next(rows)
        return Milestone(
            table=table,
            row=row,
            project_row=row,
            strand=strand,
            ref=ref,
            project="Adopt the findings of the review",
            text=text,
            status=read_status(status),
            due=read_due(due),
            owner="",
            contributors="",
            targeting="",
            impact="",
            comments="",
        )

    return make
