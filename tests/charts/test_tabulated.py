"""The table beside the chart holds every figure that is drawn."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.charts.compose import compose
from desktop.charts.tabulated import tabulated
from desktop.domain.notes import ChartNote

if TYPE_CHECKING:
    from tests.charts.conftest import MakeFinding, MakeIndicator, MakeTarget


def test_every_figure_has_a_row_in_the_order_of_dates(
    make_indicator: MakeIndicator, make_target: MakeTarget, make_finding: MakeFinding
) -> None:
    indicator = make_indicator(
        {"1998/99 Outturn": "N/A", "31/3/00 Outturn": "70", "31/3/00 Planned": "75", "31/3/01 Planned": "80"}
    )
    england = replace(
        make_indicator({"31/3/00 Outturn": "60", "30/9/00 Outturn": "61"}),
        name="England",
        cell=replace(indicator.cell, row=20),
    )
    picture = compose(
        indicator,
        [
            make_target("90", dt.date(2001, 3, 31)),
            make_target("99", dt.date(2001, 6, 30)),
            make_target("50", None),
        ],
        [make_finding(indicator.values[1].cell, "Below.")],
        notes=[ChartNote(indicator="PAF C20", date=dt.date(2000, 12, 1), text="Why", by="JS", row=3)],
        others=[england],
    )
    assert tabulated(picture) == (
        ("1998/99", "no number", "N/A", ""),
        ("31/3/00", "outturn", "70", "■ R 1: Below."),
        ("31/3/00", "planned", "75", ""),
        ("31/3/00", "England", "60", ""),
        ("30/09/2000", "England", "61", ""),
        ("01/12/2000", "note N1", "", "Why (JS)"),
        ("31/3/01", "planned", "80", ""),
        ("31/3/01", "if nothing changes", "70", ""),
        ("31/3/01", "target", "90", "the plan is 10 short"),
        ("30/06/2001", "target", "99", ""),
        ("no date", "target", "50", ""),
    )


def test_a_chart_with_nothing_to_draw_tells_why(make_indicator: MakeIndicator) -> None:
    assert tabulated(compose(make_indicator({"1998/99 Outturn": "?"}))) == (
        ("1998/99", "no number", "?", ""),
    )
