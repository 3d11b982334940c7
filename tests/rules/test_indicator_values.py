from dataclasses import replace

import pytest

from desktop.domain.findings import Severity
from desktop.domain.indicators import Measure
from desktop.domain.values import read_value
from tests.domain.build import COUNT, HIGHER, NEUTRAL, indicator
from tests.rules.speaking import finding, findings


def test_ind_001_speaks_of_a_text_where_a_number_belongs() -> None:
    found = finding("IND-001", indicator(("1998/99 Outturn", "50"), ("31/3/02 Planned", " about 80")))
    assert found.severity is Severity.ERROR
    assert (str(found.cell), found.subject) == ("Indicators!E5", "PAF C20")
    assert found.message == (
        "“about 80” for 31/3/02 planned can't be read as a number. "
        "Type the figure alone, or N/A if the indicator does not apply."
    )


@pytest.mark.parametrize("raw", ["71.4", "4.9 :1", "85%", "1,800", "£348", "?", "N/A", "..", "TBC", ""])
def test_ind_001_is_silent_about_what_can_be_read(raw: str) -> None:
    assert not findings("IND-001", indicator(("31/3/02 Planned", raw), measure=NEUTRAL))


def test_ind_002_speaks_of_a_question_mark() -> None:
    found = finding("IND-002", indicator(("1998/99 Outturn", "?"), ("31/3/02 Planned", "50")))
    assert found.severity is Severity.QUERY
    assert found.message == (
        "The value for 1998/99 outturn is unknown (“?”). Type the figure, or explain why it can't be had."
    )


@pytest.mark.parametrize("raw", ["N/A", "", "TBC", "50", "what?"])
def test_ind_002_is_silent_about_other_answers(raw: str) -> None:
    assert not findings("IND-002", indicator(("1998/99 Outturn", raw)))


@pytest.mark.parametrize(
    ("header", "severity", "message"),
    [
        (
            "1998/99 Outturn",
            Severity.ADVICE,
            "No value for 1998/99 outturn. Add it if it is known, so that the chart shows the full history.",
        ),
        (
            "31/3/00 Provis.",
            Severity.QUERY,
            "No value for 31/3/00 provisional. Type the figure, or explain why there is none yet.",
        ),
        (
            "31/3/02 Planned",
            Severity.QUERY,
            "No value for 31/3/02 planned. Type what is planned, or explain why nothing is.",
        ),
    ],
)
def test_ind_003_speaks_of_a_blank(header: str, severity: Severity, message: str) -> None:
    found = finding("IND-003", indicator((header, "  ")))
    assert (found.severity, found.message) == (severity, message)


@pytest.mark.parametrize("header", ["1998/99 Outturn", "31/3/02 Planned"])
def test_ind_003_speaks_of_a_formula_that_was_never_worked_out(header: str) -> None:
    known = indicator((header, ""))
    (blank,) = known.values
    waiting = replace(known, values=(replace(blank, value=replace(blank.value, stale=True)),))
    found = finding("IND-003", waiting)
    assert found.severity is Severity.ADVICE
    assert found.message.startswith("The formula for ")
    assert found.message.endswith(
        "has not been worked out yet. Open the workbook in Excel and save it there, then open it here again."
    )


@pytest.mark.parametrize(
    ("header", "raw"),
    [
        ("31/3/02 Planned", "N/A"),
        ("31/3/02 Planned", "?"),
        ("31/3/02 Planned", "0"),
        ("31/3/02 Forecast", ""),
    ],
)
def test_ind_003_is_silent_about_anything_typed_and_about_forecasts(header: str, raw: str) -> None:
    assert not findings("IND-003", indicator((header, raw)))


@pytest.mark.parametrize(
    ("measure", "raw", "fault"),
    [
        (HIGHER, "101", "is above 100, the highest value that it can have"),
        (HIGHER, "-0.5", "is below 0, the lowest value that it can have"),
        (COUNT, "2.5", "is not whole, but it counts whole things"),
        (COUNT, "-1", "is below 0, the lowest value that it can have"),
    ],
)
def test_ind_004_speaks_of_what_cannot_be(measure: Measure, raw: str, fault: str) -> None:
    found = finding("IND-004", indicator(("31/3/02 Planned", raw), measure=measure))
    assert found.severity is Severity.ERROR
    assert found.message == f"The value for 31/3/02 planned is {raw}, which {fault}. Correct the figure."


@pytest.mark.parametrize(
    ("measure", "raw"),
    [
        (HIGHER, "0"),
        (HIGHER, "100.0"),
        (COUNT, "106"),
        (COUNT, "3.0"),
        (NEUTRAL, "1800.5"),
        (Measure(), "-5"),
        (HIGHER, "soon"),
        (HIGHER, "?"),
    ],
)
def test_ind_004_is_silent_within_the_limits(measure: Measure, raw: str) -> None:
    assert not findings("IND-004", indicator(("31/3/02 Planned", raw), measure=measure))


def test_ind_004_gives_the_figure_that_the_cell_rounds() -> None:
    known = indicator(("31/3/02 Planned", "14"), measure=COUNT)
    (only,) = known.values
    rounded = replace(known, values=(replace(only, value=read_value("14", 13.5)),))
    assert finding("IND-004", rounded).message == (
        "The value for 31/3/02 planned is 13.5, shown as 14, which is not whole, but it counts whole things. "
        "Correct the figure."
    )
