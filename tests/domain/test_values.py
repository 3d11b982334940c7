import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.values import Missing, decimals_of, figure, plain_figure, read_value


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("71.4", 71.4),
        (" 100.0 ", 100),
        ("9.5 :1", 9.5),
        ("4 :1", 4),
        ("4.9:1", 4.9),
        ("85%", 85),
        ("85 %", 85),
        ("1,800", 1800),
        ("1,234,567.5", 1234567.5),
        ("£348", 348),
        ("£463,950", 463950),
        ("£1.2m", 1.2e6),
        ("£250k", 250e3),
        ("£3 million", 3e6),
        ("-5", -5),
        ("−5", -5),
        ("+5", 5),
        (".5", 0.5),
        ("0", 0),
    ],
)
def test_reads_numbers_as_officers_write_them(raw: str, number: float) -> None:
    value = read_value(raw)
    assert (value.raw, value.missing, value.readable) == (raw, None, True)
    assert value.number == pytest.approx(number)


@pytest.mark.parametrize(
    ("raw", "missing"),
    [
        ("", Missing.NOT_SUPPLIED),
        ("  ", Missing.NOT_SUPPLIED),
        ("-", Missing.NOT_SUPPLIED),
        ("..", Missing.NOT_SUPPLIED),
        ("[x]", Missing.NOT_SUPPLIED),
        ("N/A", Missing.NOT_APPLICABLE),
        ("n/a ", Missing.NOT_APPLICABLE),
        ("?", Missing.UNKNOWN),
        ("Not known", Missing.UNKNOWN),
        ("*", Missing.SUPPRESSED),
        ("[c]", Missing.SUPPRESSED),
        ("TBC", Missing.TO_BE_CONFIRMED),
        ("To be agreed", Missing.TO_BE_CONFIRMED),
    ],
)
def test_reads_the_markers_of_missing_values(raw: str, missing: Missing) -> None:
    value = read_value(raw)
    assert (value.number, value.missing, value.readable) == (None, missing, True)


@pytest.mark.parametrize(
    "raw", ["about 80", "80ish", "8 0", "1,5", "12,34", "3k", "5m", "80-85", "1e5", "#REF!", "9" * 400]
)
def test_what_is_neither_is_kept_unread(raw: str) -> None:
    value = read_value(raw)
    assert (value.raw, value.number, value.missing, value.readable) == (raw, None, None, False)


def test_a_real_number_stands_before_its_text() -> None:
    assert read_value("71.4", 71.3999).number == 71.3999
    assert read_value("about 80", 80).number == 80


def test_a_real_number_shown_as_a_percentage_is_read_as_shown() -> None:
    assert read_value("85% ", 0.85).number == 85
    assert read_value("7%", 0.07).number == 7


def test_only_white_space_is_blank() -> None:
    assert [raw for raw in ("", " \n", "-", "N/A", "0") if read_value(raw).blank] == ["", " \n"]


def test_missing_markers_have_words() -> None:
    assert Missing.TO_BE_CONFIRMED.words == "to be confirmed"


@pytest.mark.parametrize(
    ("raw", "decimals"), [("95.0", 1), ("95", 0), ("0.90 :1", 2), ("N/A", 0), ("1,234.567", 3)]
)
def test_counts_the_decimals_that_were_written(raw: str, decimals: int) -> None:
    assert read_value(raw).decimals == decimals_of(raw) == decimals


@pytest.mark.parametrize(
    ("number", "decimals", "text"),
    [
        (95, 1, "95.0"),
        (1234.5, 0, "1,234"),
        (-0.04, 1, "0.0"),
        (-0.5, 1, "-0.5"),
        (0, 0, "0"),
        (-1234.5, 2, "-1,234.50"),
    ],
)
def test_writes_figures_as_officers_do(number: float, decimals: int, text: str) -> None:
    assert figure(number, decimals) == text


@given(st.floats(-1e9, 1e9), st.integers(0, 6))
def test_a_figure_is_read_as_it_is_written(number: float, decimals: int) -> None:
    value = read_value(figure(number, decimals))
    assert value.decimals == decimals
    assert value.number == pytest.approx(number, abs=0.5 * 10.0**-decimals + 1e-6)


@given(st.text() | st.text(alphabet="0123456789.,%£:-+ km?*", max_size=10))
def test_any_text_is_a_number_or_a_marker_or_neither(raw: str) -> None:
    value = read_value(raw)
    assert value.raw == raw
    assert value.number is None or value.missing is None


@pytest.mark.parametrize(
    ("number", "text"), [(12.0, "12"), (12.5, "12.5"), (1234.25, "1,234.25"), (0.1 + 0.2, "0.3"), (-0.0, "0")]
)
def test_a_plain_figure_has_the_decimals_that_the_number_has(number: float, text: str) -> None:
    assert plain_figure(number) == text
