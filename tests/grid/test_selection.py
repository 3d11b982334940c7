from __future__ import annotations

import pytest

from desktop.domain.values import read_value
from desktop.grid.selection import Statistics, statistics


def of(*texts: str) -> Statistics:
    return statistics(map(read_value, texts))


def test_numbers_are_summed_averaged_and_counted() -> None:
    expected = Statistics(sum=3.5, average=1.75, count=2, least=1.0, most=2.5, decimals=1)
    assert of("1", "2.5", "N/A", "") == expected


def test_no_numbers_no_average() -> None:
    assert of("N/A", "?") == of() == Statistics()


def test_tenths_add_up() -> None:
    assert of(*["0.1"] * 10).sum == 1.0


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (("98.0",), "Sum 98.0   Average 98.0   Count 1"),
        (("1", "2"), "Sum 3   Average 1.5   Count 2   Min 1   Max 2"),
        (
            ("1,000", "2,000.50"),
            "Sum 3,000.50   Average 1,500.250   Count 2   Min 1,000.00   Max 2,000.50",
        ),
        (("-5", "5"), "Sum 0   Average 0.0   Count 2   Min -5   Max 5"),
        (("N/A",), ""),
    ],
)
def test_the_words_of_the_status_bar(texts: tuple[str, ...], words: str) -> None:
    assert of(*texts).words == words
