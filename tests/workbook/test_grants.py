from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop import assets
from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.workbook.records import read_contents
from desktop.workbook.workbook import Workbook
from tests.workbook.sheets import workbook

if TYPE_CHECKING:
    from tests.workbook.sheets import Cell

HEAD = ("Grant 2001-2002", "Amount (£)")


def test_the_example_names_the_grants_that_its_spends_come_from() -> None:
    found = Workbook.open(assets.template("examples", "leicester-map-2001.xlsx")).contents.grants
    assert [(str(grant.cell), grant.amount.number) for grant in found] == [
        ("Cover!C17", 1_355_598),
        ("Cover!C18", 983_648),
        ("Cover!C19", 136_699),
    ]
    assert found[0].name == "Children's main special grant to support Quality Protects"


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ([HEAD, ("Main", 5), ("Disabled", 6), ("Total", 11), ("Other", 1)], ["Main", "Disabled"]),
        ([("Grants", None, "£"), ("Main", "x", "tbc"), (), ("Other", None, 1)], ["Main"]),
        ([("x", "Grant", "Amount"), (1, "Main", 5)], ["Main"]),
        ([("Grant", "Area", "Amount (£)"), ("Main", "Care", 5)], []),
        ([("Granted", "Amount (£)"), ("Main", 5)], []),
        ([("Grant", "Sum of it all"), ("Main", 5)], []),
        ([("Grant funding is late", "Amount (£)"), ("Main", 5)], []),
    ],
)
def test_grants_stand_beneath_their_word_and_beside_an_amount(
    rows: list[tuple[Cell, ...]], names: list[str]
) -> None:
    found = workbook(*rows).contents
    assert [grant.name for grant in found.grants] == names


def test_grants_follow_edits_and_stay_the_identical_objects_else() -> None:
    start = workbook(
        ("Priority area", "Amount (£)", None, *HEAD),
        ("Care", 5, None, "Main", 5),
        ("Health", 6, None, "More", 6),
    )
    assert [grant.name for grant in start.contents.grants] == ["Main", "More"]
    after = start.apply([Edit(cell=CellRef(sheet="Sheet", row=2, column=5), content=7)])
    assert after.contents == read_contents(after.sheets.values())
    assert after.contents.grants[0].amount.number == 7
    assert after.contents.grants[1] is start.contents.grants[1]
