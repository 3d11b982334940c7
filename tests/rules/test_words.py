"""A message gives the figure that counts, and what the cell makes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain.values import read_value
from desktop.rules.words import held_against, stated
from tests.domain.build import indicator


@pytest.mark.parametrize(
    ("raw", "number", "said"),
    [
        ("14", 13.5, "13.5, shown as 14"),
        ("14", 13.75, "13.75, shown as 14"),
        ("14", 13.123456789, "13.12, shown as 14"),
        ("14", 14.0001, "14.0001, shown as 14"),
        ("85%", 0.853, "85.3, shown as 85%"),
        ("£1,234", 1234.4, "1,234.4, shown as £1,234"),
        ("14.0", 14, "14.0"),
        ("0.3", 0.1 + 0.2, "0.3"),
        ("1.2E+11", 1.2e11, "1.2E+11"),
        (" 4.9 :1", None, "4.9 :1"),
        ("N/A", None, "N/A"),
    ],
)
def test_a_rounded_figure_is_given_with_what_is_shown(raw: str, number: float | None, said: str) -> None:
    (value,) = indicator(("31/3/02 Planned", "1")).values
    assert stated(replace(value, value=read_value(raw, number))) == said


def test_two_values_are_held_against_one_another_as_they_are_stored() -> None:
    before, after = indicator(("31/3/01 Planned", "1"), ("31/3/02 Planned", "2")).values
    rounded = replace(after, value=read_value("2", 1.5))
    assert held_against(rounded, before) == ("1.5, shown as 2", "1")
