"""A cell reads in Milepost as it reads in Excel."""

from __future__ import annotations

import datetime as dt
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.workbook.formats import BUILT_IN, is_date_format, shown

ACCOUNTS = '_-£* #,##0_-;-£* #,##0_-;_-£* "-"??_-;_-@_-'
LAST_DAY = dt.date(2002, 3, 31)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("9.5 :1", "9.5 :1"),
        (" =A1", " =A1"),
        (True, "TRUE"),
        (False, "FALSE"),
        (0, "0"),
        (-0.0, "0"),
        (85.0, "85"),
        (71.4, "71.4"),
        (-71.4, "-71.4"),
        (0.1 + 0.2, "0.3"),
        (2 / 3, "0.666666667"),
        (1234567.891234, "1234567.891"),
        (12345678901, "12345678901"),
        (9999999999.9, "10000000000"),
        (99999999999.9, "1E+11"),
        (123456789012, "1.23457E+11"),
        (-1.5e20, "-1.5E+20"),
        (0.00012345678, "0.000123457"),
        (0.00001, "0.00001"),
        (0.0000123456789, "1.23457E-05"),
        (9.999999e-7, "1E-06"),
        (1e-300, "1E-300"),
        (LAST_DAY, "37346"),
        (math.inf, "inf"),
    ],
)
def test_general(value: str | float | dt.date | None, text: str) -> None:
    assert shown(value, "General") == text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (2.5, "0", "3"),
        (-2.5, "0", "-3"),
        (-0.3, "0", "-0"),
        (1.005, "0.00", "1.01"),
        (6, "0.0", "6.0"),
        (5, "000", "005"),
        (5, "0,000", "0,005"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (0.5, "#.##", ".5"),
        (5, "#.##", "5."),
        (0, "#", ""),
        (1.5, "0.0??", "1.5"),
        (0.855, "0%", "86%"),
        (0.855, "0.0%", "85.5%"),
        (1355598, '"£"#,##0', "£1,355,598"),
        (-1234.5, "[$£-809]#,##0.00", "-£1,234.50"),
        (1234, "[$-809]0", "1234"),
        (1234, "\\£0", "£1234"),
        (-5, '0.0;-0.0;"-"', "-5.0"),
        (-5, "0.0;(0.0)", "(5.0)"),
        (0, '0.0;-0.0;"-"', "-"),
        (5, "0;;", "5"),
        (-5, "0;;", ""),
        (1234, ACCOUNTS, "£1,234"),
        (-1234, ACCOUNTS, "-£1,234"),
        (0, ACCOUNTS, "£-"),
        (1234567, '#,##0,"k"', "1,235k"),
        (1234567, '0.0,,"m"', "1.2m"),
        (12345.678, "0.00E+00", "1.23E+04"),
        (9.999, "0.00E+00", "1.00E+01"),
        (0, "0.00E+00", "0.00E+00"),
        (0.00012, "0.0E-0", "1.2E-4"),
        (123456, "##0.0E+0", "123.5E+3"),
        (9.5, '0.0 ":1"', "9.5 :1"),
        (123456, "00-00-00", "12-34-56"),
        (12, "###-####", "-12"),
        (5, '"about "General', "about 5"),
        (-5, '"Total"', "-Total"),
        (1e300, "0.0", f"{10**300}.0"),
        (math.nan, "0.0", "nan"),
    ],
)
def test_numbers(value: float, code: str, text: str) -> None:
    assert shown(value, code) == text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (85, "[Red][<90]0.0;[Green]0", "85.0"),
        (95, "[Red][<90]0.0;[Green]0", "95"),
        (-5, "[>=100]0;0.0", "-5.0"),
        (-5, "[<0]0;0.0", "5"),
        (-5, "[<=-5]0;0.0", "5"),
        (-4, "[<=-5]0;0.0", "-4.0"),
        (-4, "[<=4]0;0.0", "-4"),
        (7, '[=1]"one";[<>7]0;"seven"', "seven"),
        (-7, '[>100]"many";0.0;"few"', "7.0"),
        (5, "[>100]0.0", "5"),
        (5, "[DBNum1]0.0", "5.0"),
    ],
)
def test_conditions_choose_the_section_and_colours_are_left_aside(value: float, code: str, text: str) -> None:
    assert shown(value, code) == text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("@", "N/A"),
        ("0.0", "N/A"),
        ('0;0;0;"code "@', "code N/A"),
        ("dd/mm/yyyy;@", "N/A"),
        (";;;", ""),
        ('@" / "@', "N/A / N/A"),
    ],
)
def test_texts(code: str, text: str) -> None:
    assert shown("N/A", code) == text


@pytest.mark.parametrize(
    "code", ["foo", '0"', "# ?/?", "0.0.0", "0,0-0", "0\\", ",0", "0-,", "0General", "", "@"]
)
def test_a_code_that_is_not_understood_reads_as_general(code: str) -> None:
    assert shown(3.5, code) == "3.5"


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (37346, "d/m/yy", "31/3/02"),
        (37346, BUILT_IN[14], "31/03/2002"),
        (37346, "mm-dd-yy", "31/03/2002"),
        (37346.5, "m/d/yy h:mm", "31/03/2002 12:00"),
        (37346, "[$-F800]dddd, mmmm dd, yyyy", "31 March 2002"),
        (37346.25, "[$-F400]h:mm:ss AM/PM", "06:00:00"),
        (37346, "[$-809]dddd, dd mmmm yyyy", "Sunday, 31 March 2002"),
        (37346, "ddd d mmm yy", "Sun 31 Mar 02"),
        (37346, "mmm-yy", "Mar-02"),
        (37346, "mmmmm", "M"),
        (37346, "yyyy\\-mm\\-dd", "2002-03-31"),
        (37346, "dd/mm/yyyy;@", "31/03/2002"),
        (37346.99999999, "dd/mm/yyyy hh:mm:ss", "01/04/2002 00:00:00"),
        (0.75, "h:mm AM/PM", "6:00 PM"),
        (0, "h:mm a/p", "12:00 A"),
        (0.5, "hh:mm AM/PM", "12:00 PM"),
        (1.5, "[h]:mm", "36:00"),
        (0.0625, "[mm]:ss", "90:00"),
        (0.001, "[s]", "86"),
        (0.5123456, "mm:ss.000", "17:46.660"),
        (0, "dd/mm/yyyy", "00/01/1900"),
        (1, "ddd d/m/yyyy", "Sun 1/1/1900"),
        (59, "d/m/yyyy", "28/2/1900"),
        (60, "d/m/yyyy", "29/2/1900"),
        (61, "ddd d/m/yyyy", "Thu 1/3/1900"),
        (2_958_465, "d/m/yyyy", "31/12/9999"),
        (2_958_466, "d/m/yyyy", "2958466"),
        (-1, "d/m/yyyy", "-1"),
        (37346, "d/m/yyyy 0", "37346"),
        (LAST_DAY, "d/m/yy", "31/3/02"),
        (dt.date(1900, 2, 28), "d/m/yyyy", "28/2/1900"),
        (dt.datetime.combine(LAST_DAY, dt.time(14, 29, 59, 999_999)), "d/m/yy h:mm", "31/3/02 14:30"),
        (dt.time(9, 5), "hh:mm", "09:05"),
        (dt.timedelta(hours=30), "[h]:mm", "30:00"),
    ],
)
def test_dates(value: float | dt.date | dt.time | dt.timedelta, code: str, text: str) -> None:
    assert shown(value, code) == text


def test_dates_of_the_1904_system() -> None:
    assert shown(0, "d/m/yyyy", date_1904=True) == "1/1/1904"
    assert shown(37346 - 1462, "d/m/yyyy", date_1904=True) == "31/3/2002"
    assert shown(LAST_DAY, "d/m/yyyy", date_1904=True) == "31/3/2002"
    assert shown(LAST_DAY, "0", date_1904=True) == "35884"


@pytest.mark.parametrize(
    "code", ["d/m/yy", "mmm-yy", "hh:mm", "[h]:mm:ss", "[$-809]dd mmmm yyyy;@", "mm-dd-yy"]
)
def test_codes_of_dates(code: str) -> None:
    assert is_date_format(code)


@pytest.mark.parametrize(
    "code", ["General", "0.0", '0.0" days"', "[Red]0", "@", "0\\d", "##0.0E+0", "made up"]
)
def test_codes_that_are_not_of_dates(code: str) -> None:
    assert not is_date_format(code)


def test_every_built_in_code_is_understood() -> None:
    texts = {number: shown(1234.5, code) for number, code in BUILT_IN.items()}
    assert {number for number, text in texts.items() if text == "1234.5"} == {0, 49}


@given(st.integers(-(10**9), 10**9), st.integers(0, 4))
def test_decimals_are_rounded_half_away_from_zero(thousandths: int, places: int) -> None:
    tenths = abs(thousandths) * 10**places // 1000
    tenths += abs(thousandths) * 10**places % 1000 >= 500
    expected = f"{tenths / 10**places:.{places}f}"
    code = f"0.{'0' * places}" if places else "0"
    assert shown(thousandths / 1000, code) == ("-" if thousandths < 0 else "") + expected


@given(
    st.one_of(st.floats(), st.integers(), st.text()), st.text(alphabet='0#?.,%@;E+-/"\\_*[]$<>=mdyhs£ Gx:')
)
def test_no_code_and_no_value_stops_it(value: str | float, code: str) -> None:
    assert isinstance(shown(value, code), str)


@given(st.dates(min_value=dt.date(1900, 1, 1)))
def test_a_date_is_shown_as_itself(date: dt.date) -> None:
    assert shown(date, "d/m/yyyy dddd") == f"{date.day}/{date.month}/{date.year} {shown(date, 'dddd')}"
