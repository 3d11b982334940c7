"""The targets set for an indicator, however its code is spaced."""

from __future__ import annotations

from desktop.domain.cells import CellRef
from desktop.domain.targets import Target, own_targets
from desktop.domain.values import read_value


def target(indicator: str, row: int) -> Target:
    return Target(
        table="Targets!1",
        indicator=indicator,
        value=read_value("85"),
        date=None,
        date_raw="",
        set_by="",
        where="",
        words="",
        row=row,
        cell=CellRef(sheet="Targets", row=row, column=2),
    )


def test_a_code_is_the_same_however_it_is_typed() -> None:
    targets = [target("BVPI 50", 2), target("bvpi  50 ", 3), target("BVPI 51", 4)]
    assert [one.row for one in own_targets("BVPI 50", targets)] == [2, 3]
