import datetime as dt
from dataclasses import replace

from desktop.domain.findings import Severity
from desktop.domain.indicators import Indicator, Measure
from desktop.domain.values import read_value
from tests.domain.build import AROUND_TWENTY, LOWER, NEUTRAL, indicator, target
from tests.rules.speaking import finding, findings

END_OF_MARCH_2002 = dt.date(2002, 3, 31)
C20 = indicator(
    ("31/3/00 Provis.", "71.4"),
    ("31/3/01 Planned", "85.0"),
    ("31/3/02 Planned", "95.0"),
    ("31/3/03 Planned", "98.0"),
    ("31/3/04 Planned", "98.0"),
)
PLANNED = ("31/3/01 Planned", "31/3/02 Planned", "31/3/03 Planned", "31/3/04 Planned")


def plan(*raws: str, measure: Measure, row: int = 5) -> Indicator:
    return indicator(*zip(PLANNED, raws, strict=False), measure=measure, row=row)


def message(subject: Indicator, raw: str, date: dt.date = END_OF_MARCH_2002) -> str:
    return finding("TRJ-005", subject, target(raw, date)).message


def test_trj_005_speaks_of_a_promise_that_the_plan_never_keeps() -> None:
    found = finding("TRJ-005", C20, target("100", END_OF_MARCH_2002))
    assert (found.severity, found.subject, str(found.cell)) == (Severity.ERROR, "PAF C20", "Indicators!F5")
    assert found.message == (
        "Section B2 promises 100 by 31/3/02, but the plan reads 95.0 there, 5.0 short, "
        "and never reaches 100. Raise the plan or correct the promise."
    )


def test_trj_005_speaks_of_the_date_on_which_the_promise_is_kept_late() -> None:
    assert message(C20, "98") == (
        "Section B2 promises 98 by 31/3/02, but the plan reads 95.0 there, 3.0 short, and reaches 98 only by "
        "31/3/03. Raise the plan or correct the promise."
    )


def test_trj_005_speaks_on_the_planned_value_before_a_date_between_two() -> None:
    between = dt.date(2001, 9, 30)  # 183 of the 365 days from 85.0 to 95.0: 90.01
    found = finding("TRJ-005", C20, target("92", between))
    assert str(found.cell) == "Indicators!E5"
    assert found.message == (
        "Section B2 promises 92 by 30/09/2001, but the plan reads 90.01 there, 1.99 short, "
        "and reaches 92 only by 12/12/2001. Raise the plan or correct the promise."
    )


def test_trj_005_speaks_of_a_plan_that_falls_back() -> None:
    assert message(plan("99", "90", "91", measure=C20.measure), "98") == (
        "Section B2 promises 98 by 31/3/02, but the plan reads 90 there, 8 short, "
        "and has fallen back from 98 by then. Raise the plan or correct the promise."
    )


def test_trj_005_speaks_of_too_much_where_lower_is_better() -> None:
    assert message(plan("17.0", "15.0", "14.0", measure=LOWER), "10") == (
        "Section B2 promises 10 by 31/3/02, but the plan reads 15.0 there, 5.0 too high, "
        "and never reaches 10. Lower the plan or correct the promise."
    )


def test_trj_005_speaks_of_the_distance_from_the_best_of_a_range() -> None:
    assert message(plan("10", "12", "14", measure=AROUND_TWENTY), "18") == (
        "Section B2 promises 18 by 31/3/02, but the plan reads 12 there, 6 further from 20, "
        "and never reaches 18. Change the plan or correct the promise."
    )


def test_trj_005_speaks_with_decimals_enough_to_show_the_gap() -> None:
    assert "reads 95.00 there, 0.04 short" in message(C20, "95.04")
    assert "reads 85.0 there, 15.0 short" in message(C20, "100", dt.date(2001, 3, 31))


def test_trj_005_speaks_once_of_a_cell_and_for_the_promise_missed_by_most() -> None:
    promises = [
        target(raw, END_OF_MARCH_2002, row=row) for row, raw in enumerate(("97", "100", "94", "96"), 5)
    ]
    assert "promises 100 by" in finding("TRJ-005", C20, *promises).message
    assert (
        "never reaches 100. 2 more promises are missed here. Raise"
        in finding("TRJ-005", C20, *promises).message
    )
    assert ". Another promise is missed here too. Raise" in finding("TRJ-005", C20, *promises[:2]).message


def test_trj_005_names_who_set_a_target_that_is_written_nowhere() -> None:
    assert finding("TRJ-005", C20, target("100", END_OF_MARCH_2002, where=" ")).message.startswith(
        "The council promises 100"
    )
    nobody = target("100", END_OF_MARCH_2002, where="", set_by="")
    assert finding("TRJ-005", C20, nobody).message.startswith("A target promises 100")


def test_trj_005_speaks_of_the_first_of_two_copies_only() -> None:
    copy = plan("85.0", "95", "98", "98.0", measure=C20.measure, row=30)
    assert finding("TRJ-005", C20, copy, target("100", END_OF_MARCH_2002)).cell.row == 5


def test_trj_005_speaks_of_each_of_two_different_plans() -> None:
    other = plan("85.0", "96.0", "98.0", "98.0", measure=C20.measure, row=30)
    found = findings("TRJ-005", C20, other, target("100", END_OF_MARCH_2002))
    assert [each.cell.row for each in found] == [5, 30]


def test_trj_005_is_silent_where_the_plan_keeps_the_promise() -> None:
    assert not findings("TRJ-005", C20, target("95", END_OF_MARCH_2002))
    assert not findings("TRJ-005", C20, target("90", END_OF_MARCH_2002))


def test_trj_005_is_silent_about_other_indicators() -> None:
    assert not findings("TRJ-005", C20, target("100", END_OF_MARCH_2002, code="PAF C21"))
    assert findings("TRJ-005", C20, target("100", END_OF_MARCH_2002, code="paf c20 "))


def test_trj_005_is_silent_outside_the_planned_span() -> None:
    assert not findings("TRJ-005", C20, target("100", dt.date(2004, 4, 1)))
    assert not findings("TRJ-005", C20, target("100", dt.date(2001, 3, 30)))


def test_trj_005_is_silent_without_a_number_or_a_date() -> None:
    assert not findings("TRJ-005", C20, target("100", None), target("as good as it gets", END_OF_MARCH_2002))


def test_trj_005_is_silent_about_neutral_measures() -> None:
    assert not findings("TRJ-005", plan("1", "2", measure=NEUTRAL), target("100", END_OF_MARCH_2002))


def test_trj_005_gives_the_figure_that_the_cell_rounds() -> None:
    shown = plan("20", "15", measure=LOWER)
    first, last = shown.values
    rounded = replace(shown, values=(first, replace(last, value=read_value("15", 15.4))))
    assert "but the plan reads 15.4 there (shown as 15), 0.4 too high" in message(rounded, "15")
