from __future__ import annotations

import pytest

from desktop.domain.cells import CellRef
from desktop.domain.expenditure import Expenditure, Grant, reconciled
from desktop.domain.values import read_value


def spend(amount: str, part_of: str = "") -> Expenditure:
    return Expenditure(
        table="Money!1",
        group="",
        area="",
        question="",
        amount=read_value(amount),
        part_of=part_of,
        row=2,
        cell=CellRef(sheet="Money", row=2, column=4),
    )


def grant(amount: str) -> Grant:
    return Grant(name=amount, amount=read_value(amount), row=2, cell=CellRef(sheet="Cover", row=2, column=2))


def test_spends_are_held_against_the_grants_that_come_nearest() -> None:
    found = reconciled(
        (spend("£1,492,300"), spend("£36,900", part_of="in total")),
        (grant("£1,355,598"), grant("£983,648"), grant("£136,699")),
    )
    assert found is not None
    assert (found.planned, found.held, found.over) == (1_492_300, 1_492_297, 3)
    assert [one.name for one in found.grants] == ["£1,355,598", "£136,699"]


@pytest.mark.parametrize(("spent", "given"), [("plenty", "£5"), ("£5", "?")])
def test_an_amount_that_is_not_read_lets_nothing_be_said(spent: str, given: str) -> None:
    assert reconciled((spend(spent),), (grant(given),)) is None


def test_without_grants_all_is_planned_beyond_them() -> None:
    found = reconciled((spend("£5"),), ())
    assert found is not None
    assert (found.grants, found.over) == ((), 5)


def test_of_very_many_grants_all_are_taken() -> None:
    found = reconciled((spend("£5"),), (grant("£1"),) * 13)
    assert found is not None
    assert found.held == 13
