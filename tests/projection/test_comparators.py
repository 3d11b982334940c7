"""What an indicator is compared with is found by code, by name and by the words for elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.cells import CellRef
from desktop.domain.indicators import Indicator, Measure
from desktop.projection.comparators import comparators

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def make() -> Callable[..., Indicator]:
    rows = iter(range(5, 99))

    def build(code: str, name: str = "", *, unit: str = "percent", comparator: str = "") -> Indicator:
        return Indicator(
            code=code,
            name=name,
            group="",
            measure=Measure(unit=unit, comparator=comparator),
            table="indicators-1",
            cell=CellRef(sheet="Indicators", row=next(rows), column=1),
            values=(),
        )

    return build


def names(indicator: Indicator, *others: Indicator) -> list[str]:
    return [name for name, _ in comparators(indicator, (indicator, *others))]


def test_a_code_or_a_name_that_was_set_comes_first(make: Callable[..., Indicator]) -> None:
    reviews = make("PAF C20", "Reviews", comparator="qp  9")
    assert names(reviews, make("PAF C20 England"), make("QP 9")) == ["QP 9", "England"]
    named = make("PAF C20", "Reviews", comparator="reviews next door")
    assert names(named, make("", "Reviews next door")) == ["Reviews next door"]


def test_another_unit_is_never_compared(make: Callable[..., Indicator]) -> None:
    reviews = make("PAF C20", "Reviews", comparator="QP 9")
    assert names(reviews, make("QP 9", unit="count"), make("PAF C20", "England", unit="count")) == []


@pytest.mark.parametrize(
    ("code", "name", "said"),
    [
        ("PAF C20", "England", "England"),
        ("PAF C20 – England", "", "England"),
        ("PAF C20 (statistical neighbours)", "Reviews of cases", "statistical neighbours"),
        ("Benchmark", "Reviews: Statistical Neighbour", "Statistical Neighbour"),
    ],
)
def test_a_line_for_elsewhere_is_known_by_its_words(
    make: Callable[..., Indicator], code: str, name: str, said: str
) -> None:
    assert names(make("PAF C20", "Reviews"), make(code, name, unit="")) == [said]


def test_what_is_elsewhere_itself_or_speaks_of_something_else_is_not_compared(
    make: Callable[..., Indicator],
) -> None:
    england, other, plain = make("PAF C20", "England"), make("PAF A1", "England"), make("PAF C21", "Moves")
    assert names(make("PAF C20", "Reviews"), other, plain) == []
    assert names(england, make("PAF C20", "Statistical neighbours")) == []
    assert names(make("", ""), make("", "England")) == []


def test_one_line_is_given_once(make: Callable[..., Indicator]) -> None:
    reviews = make("PAF C20", "Reviews", comparator="PAF C20 England")
    assert len(comparators(reviews, [make("PAF C20 England")])) == 1
