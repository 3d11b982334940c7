"""A value goes into the return as a number wherever a format shows that number as it was printed."""

from __future__ import annotations

import pytest

from desktop.domain.values import read_value
from desktop.returns.forms import read_form
from desktop.returns.printed import as_printed

LAYOUT = read_form("map-indicators").indicators
assert LAYOUT is not None
FORMATS = LAYOUT.number_formats


@pytest.mark.parametrize(
    ("raw", "held", "code"),
    [
        ("30", 30, "0"),
        ("100.0", 100, "0.0"),
        (" 0.90 ", 0.9, "0.00"),
        ("-1.5", -1.5, "0.0"),
        ("1,680", 1680, "#,##0"),
        ("85%", 0.85, "0%"),
        ("7.1%", 0.071, "0.0%"),
        ("£463,950", 463950, '"£"#,##0'),
        ("£170.50", 170.5, '"£"#,##0.00'),
        ("0.123456", 0.123456, "General"),
    ],
)
def test_numbers_keep_the_printed_decimals(raw: str, held: float, code: str) -> None:
    assert as_printed(read_value(raw), FORMATS) == (held, code)


def test_a_number_keeps_more_than_it_shows() -> None:
    assert as_printed(read_value("71.4", 71.4285), FORMATS) == (71.4285, "0.0")
    assert as_printed(read_value("86%", 0.857), FORMATS) == (0.857, "0%")


@pytest.mark.parametrize("raw", ["9.5 :1", "?", "N/A", "=4/8", "£1.2m", "007", "about 4"])
def test_whatever_else_stays_text(raw: str) -> None:
    assert as_printed(read_value(raw), FORMATS) == (raw, "General")


@pytest.mark.parametrize("raw", ["", "  "])
def test_a_blank_stays_blank(raw: str) -> None:
    assert as_printed(read_value(raw), FORMATS) == (None, "General")
