"""What the chart of an indicator says, before anything is drawn."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from desktop.charts.compose import compose
from desktop.domain.cells import CellRef
from desktop.domain.findings import Severity
from desktop.domain.indicators import Measure, Polarity
from desktop.domain.periods import Kind
from desktop.projection.baseline import Shape

if TYPE_CHECKING:
    from tests.charts.conftest import MakeFinding, MakeIndicator, MakeTarget

COUNT = Measure(unit="count", minimum=0, polarity=Polarity.LOWER)


def test_points_keep_their_label_kind_and_figure(make_indicator: MakeIndicator) -> None:
    picture = compose(make_indicator())
    assert [(point.label, point.kind, point.figure) for point in picture.points][:2] == [
        ("31/3/00", Kind.PROVISIONAL, "71.4"),
        ("31/3/01", Kind.PLANNED, "85.0"),
    ]
    assert [(absence.label, absence.text) for absence in picture.absences] == [("1998/99", "N/A")]
    assert [tick.label for tick in picture.ticks] == ["1998/99"] + [f"31/3/0{year}" for year in range(5)]
    assert picture.title == "PAF C20 Reviews of child protection cases"
    assert picture.subtitle == "percent · higher is better · 1 actual value: no trend is claimed"
    assert picture.empty == ""


def test_the_plan_sets_out_from_the_last_actual(make_indicator: MakeIndicator) -> None:
    picture = compose(make_indicator())
    assert [[point.value for point in line] for line in picture.plan] == [[71.4, 85.0, 95.0, 98.0, 98.0]]
    assert [[point.value for point in line] for line in picture.measured] == [[71.4]]


def test_lines_break_where_a_value_is_missing(make_indicator: MakeIndicator) -> None:
    picture = compose(
        make_indicator(
            {
                "1997/98 Outturn": "1",
                "1998/99 Outturn": "",
                "31/3/00 Provisional": "3",
                "31/3/01 Planned": "?",
                "31/3/02 Planned": "5",
                "31/3/03 Planned": "6",
            }
        )
    )
    assert [[point.value for point in line] for line in picture.measured] == [[1], [3]]
    assert [[point.value for point in line] for line in picture.plan] == [[5, 6]]
    assert [absence.text for absence in picture.absences] == ["no value", "?"]


def test_a_plan_for_a_date_with_an_actual_stands_by_itself(make_indicator: MakeIndicator) -> None:
    values = {"31/3/01 Outturn": "80.0", "31/3/01 Planned": "85.0", "31/3/02 Planned": "90.0"}
    picture = compose(make_indicator(values))
    assert [[point.value for point in line] for line in picture.plan] == [[85.0, 90.0]]
    assert picture.status == "■ R red: 80.0 at 31/3/01, 85.0 planned"
    assert [tick.label for tick in picture.ticks] == ["31/3/01", "31/3/02"]


def test_a_target_that_the_plan_misses_shows_the_gap(
    make_indicator: MakeIndicator, make_target: MakeTarget
) -> None:
    (promise,) = compose(make_indicator(), [make_target(), make_target("5", code="PAF A1")]).promises
    assert promise.text == "target 100 by 31/3/02 (section B2)"
    assert (promise.reading, promise.gap) == (95.0, "5.0 short")


def test_a_target_that_is_met_shows_none(make_indicator: MakeIndicator, make_target: MakeTarget) -> None:
    picture = compose(make_indicator(), [make_target("90"), make_target("98", dt.date(2009, 3, 31))])
    assert [(promise.reading, promise.gap) for promise in picture.promises] == [(None, None), (None, None)]
    assert picture.dates[-1] == dt.date(2009, 3, 31)
    assert picture.projection is not None
    assert picture.projection.points[-1].date == dt.date(2009, 3, 31)


def test_targets_that_say_the_same_are_one_with_both_places(
    make_indicator: MakeIndicator, make_target: MakeTarget
) -> None:
    picture = compose(
        make_indicator(),
        [
            make_target(where="page 3"),
            make_target(),
            make_target(),
            make_target("?"),
            make_target("80", None),
        ],
    )
    assert [promise.text for promise in picture.promises] == [
        "target 100 by 31/3/02 (page 3; section B2)",
        "target 80, no date given (section B2)",
    ]


def test_lower_is_better_gaps_are_over_and_as_fine_as_needed(
    make_indicator: MakeIndicator, make_target: MakeTarget
) -> None:
    indicator = make_indicator(
        {"31/3/00 Outturn": "12", "31/3/01 Planned": "10", "31/3/02 Planned": "9"}, measure=COUNT
    )
    (promise,) = compose(indicator, [make_target("9.3", dt.date(2001, 9, 28))]).promises
    assert promise.gap == "0.2 over"


@pytest.mark.parametrize(
    ("actuals", "shape", "claim", "words"),
    [
        (["50.0"], Shape.HELD, "1 actual value: no trend is claimed", "50.0 (1 value, held)"),
        (["40.0", "50.0"], Shape.HELD, "2 actual values: no trend is claimed", "50.0 (2 values, held)"),
        (["40.0", "50.0", "60.0"], Shape.INDICATIVE, "3 actual values: indicative only", "70.0 (indicative"),
        (
            ["40.0", "50.0", "60.0", "70.0", "80.0"],
            Shape.TREND,
            "5 actual values: a trend",
            "90.0 (trend of 5",
        ),
    ],
)
def test_the_baseline_claims_no_more_than_its_points_allow(
    make_indicator: MakeIndicator, actuals: list[str], shape: Shape, claim: str, words: str
) -> None:
    values = {f"31/3/{year} Outturn": text for year, text in enumerate(actuals, start=90)}
    picture = compose(make_indicator({**values, f"31/3/{90 + len(actuals)} Planned": "90.0"}))
    assert picture.projection is not None
    assert picture.projection.shape is shape
    assert picture.projection.text.startswith(f"if nothing changes: {words}")
    assert picture.subtitle.endswith(claim)


def test_a_plan_alone_has_no_baseline(make_indicator: MakeIndicator) -> None:
    picture = compose(make_indicator({"31/3/01 Planned": "5"}))
    assert picture.projection is None
    assert picture.subtitle.endswith("no actual value yet")


def test_nothing_to_draw_is_said_in_words(make_indicator: MakeIndicator) -> None:
    picture = compose(make_indicator({"1998/99 Outturn": "N/A", "31/3/01 Planned": ""}))
    assert picture.empty == (
        "There is no number to draw yet (1998/99 N/A; 31/3/01 no value). "
        "Type a value in the table to start the chart."
    )
    assert "There is no number to draw." in picture.summary
    assert compose(make_indicator({})).empty.startswith("There is nothing to draw")


def test_notes_are_numbered_from_left_to_right_in_the_words_of_the_findings(
    make_indicator: MakeIndicator, make_finding: MakeFinding
) -> None:
    indicator = make_indicator()
    missing, first, second = (indicator.values[number].cell for number in (0, 2, 3))
    picture = compose(
        indicator,
        findings=[
            make_finding(second, "Mend it.", severity=Severity.ADVICE),
            make_finding(second, "It goes back.", severity=Severity.QUERY, explained=True),
            make_finding(first, "It is flat."),
            make_finding(missing, "It is blank."),
        ],
    )
    assert [(note.number, note.point.label, note.text, note.severity) for note in picture.notes] == [
        (1, "31/3/01", "It is flat.", Severity.ERROR),
        (2, "31/3/02", "Mend it. It goes back. (explained)", Severity.QUERY),
    ]
    assert [(remark.cell, remark.text) for remark in picture.remarks] == [(missing, "It is blank.")]


def test_what_is_said_of_cells_without_a_point_is_a_remark(
    make_indicator: MakeIndicator, make_target: MakeTarget, make_finding: MakeFinding
) -> None:
    indicator = make_indicator({"31/3/00 Outturn": "5", "31/3/02 Planned": "", "31/3/03 Planned": "?"})
    blank, unknown = (value.cell for value in indicator.values[1:])
    target = make_target()
    elsewhere = CellRef(sheet="Indicators", row=15, column=4)
    picture = compose(
        indicator,
        [target],
        [
            make_finding(indicator.cell, "It stands twice.", severity=Severity.ADVICE),
            make_finding(blank, "It is blank.", severity=Severity.QUERY),
            make_finding(unknown, "It is unknown.", severity=Severity.ADVICE),
            make_finding(unknown, "Type it.", severity=Severity.QUERY),
            make_finding(target.cell, "It lies outside the plan."),
            make_finding(elsewhere, "Of another indicator."),
        ],
    )
    assert picture.notes == ()
    assert [(remark.text, remark.severity) for remark in picture.remarks] == [
        ("It stands twice.", Severity.ADVICE),
        ("It is blank.", Severity.QUERY),
        ("It is unknown. Type it.", Severity.QUERY),
        ("It lies outside the plan.", Severity.ERROR),
    ]
    assert picture.summary.endswith("Note without a point on the chart: It lies outside the plan.")


def test_what_is_said_of_other_indicators_targets_is_none_of_its_own(
    make_indicator: MakeIndicator, make_target: MakeTarget, make_finding: MakeFinding
) -> None:
    other = make_target(code="QP 8")
    assert compose(make_indicator(), [other], [make_finding(other.cell)]).remarks == ()


def test_the_summary_says_the_whole_chart(
    make_indicator: MakeIndicator, make_target: MakeTarget, make_finding: MakeFinding
) -> None:
    indicator = make_indicator()
    picture = compose(indicator, [make_target()], [make_finding(indicator.values[3].cell)])
    assert picture.summary == (
        "PAF C20 Reviews of child protection cases. "
        "percent · higher is better · 1 actual value: no trend is claimed. "
        "Provisional: 71.4 at 31/3/00. "
        "Planned: 85.0 at 31/3/01, 95.0 at 31/3/02, 98.0 at 31/3/03, 98.0 at 31/3/04. "
        "If nothing changes: 71.4 (1 value, held). "
        "Target 100 by 31/3/02 (section B2): the plan is 5.0 short. "
        "Note 1, 31/3/02: The plan reads 95.0 where section B2 promises 100."
    )


def test_a_neutral_measure_is_not_judged(make_indicator: MakeIndicator) -> None:
    values = {"31/3/00 Outturn": "7", "31/3/01 Outturn": "9", "31/3/01 Planned": "8"}
    picture = compose(make_indicator(values, measure=Measure(unit="GBP per week")))
    assert picture.subtitle.startswith("£ per week · neither ")
    assert picture.status == (f"not judged, {Measure().polarity_words}: 9 at 31/3/01, 8 planned · rising")
    assert compose(make_indicator(values, measure=Measure())).subtitle.startswith("unit not known")


def test_the_status_gives_letter_shape_and_direction(make_indicator: MakeIndicator) -> None:
    values = {"31/3/00 Outturn": "70.0", "31/3/01 Outturn": "84.0", "31/3/01 Planned": "85.0"}
    assert compose(make_indicator(values)).status == ("▲ A amber: 84.0 at 31/3/01, 85.0 planned · improving")


def test_a_point_moves_and_its_gap_and_note_move_or_go(
    make_indicator: MakeIndicator, make_target: MakeTarget, make_finding: MakeFinding
) -> None:
    indicator = make_indicator()
    cell = indicator.values[3].cell
    picture = compose(indicator, [make_target()], [make_finding(cell)])
    point = picture.point_at(cell)
    assert point is not None
    moved = picture.moved(point, 97.5)
    there = moved.point_at(cell)
    assert there is not None
    assert (there.value, there.figure) == (97.5, "97.5")
    assert there in moved.plan[0]
    assert (moved.notes, moved.remarks) == ((), ())
    assert moved.promises[0].gap is None
    assert moved.scale == picture.scale


def test_values_are_snapped_to_the_decimals_and_limits(make_indicator: MakeIndicator) -> None:
    picture = compose(make_indicator())
    assert [picture.snapped(value) for value in (85.04, 130.0, -4.0)] == [85.0, 100.0, 0.0]
    free = compose(make_indicator({"31/3/01 Planned": "5"}, measure=Measure()))
    assert free.snapped(-3.6) == -4.0
    whole = compose(make_indicator({"31/3/01 Planned": "5.5"}, measure=COUNT))
    assert whole.snapped(5.5) == 6.0
