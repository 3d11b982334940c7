"""What differs on disk and in the window, cell by cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.document.comparison import NO_ROW, aligned_differences, differences, unsaved
from desktop.domain.edits import Edit
from desktop.workbook.workbook import Workbook
from tests.document.journals import change
from tests.made_workbooks import make

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.document.comparison import Difference

ROWS = (("Code", "Planned"), ("A1", 20), ("B2", 30))


def told(found: tuple[Difference, ...]) -> list[tuple[str, str, str]]:
    return [(str(one.cell), one.on_disk, one.here) for one in found]


def test_nothing_differs_from_itself(path: Path) -> None:
    workbook = Workbook.open(path)
    assert tuple(differences(workbook, workbook)) == ()


def test_cells_rows_columns_and_sheets_that_only_one_has(tmp_path: Path) -> None:
    here = Workbook.open(make(tmp_path / "here.xlsx", {"Data": ROWS, "Mine": (("x",),)}))
    disk = Workbook.open(
        make(tmp_path / "disk.xlsx", {"Data": (*ROWS[:2], ("B2", 31, "late"), ("C3",)), "Theirs": (("y",),)})
    )
    assert told(tuple(differences(disk, here))) == [
        ("Data!B3", "31", "30"),
        ("Data!C3", "late", ""),
        ("Data!A4", "C3", ""),
        ("Theirs!A1", "y", ""),
        ("Mine!A1", "", "x"),
    ]


def test_a_row_that_only_one_has_moves_no_other(tmp_path: Path) -> None:
    codes = [(f"C{number}", number) for number in range(3, 300)]
    here = Workbook.open(make(tmp_path / "here.xlsx", {"Data": (*ROWS, ("New", "one"), *codes, ("Z", 9))}))
    disk = Workbook.open(
        make(
            tmp_path / "disk.xlsx",
            {"Data": (*ROWS[:2], ("B2", 31), *codes, ("Y", 1, "wide")), "X": (("x",),)},
        )
    )
    assert told(tuple(aligned_differences(disk, here))) == [
        ("Data!B3", "31", "30"),
        ("Data!A4", NO_ROW, "New | one"),
        ("Data!A302", "Y", "Z"),
        ("Data!B302", "1", "9"),
        ("Data!C302", "wide", ""),
        ("X!A1", "x", NO_ROW),
    ]
    assert len(tuple(differences(disk, here))) > 500


def test_blank_rows_and_columns_are_no_difference(tmp_path: Path) -> None:
    one = Workbook.open(make(tmp_path / "one.xlsx", {"Data": ((), *ROWS)}))
    other = Workbook.open(make(tmp_path / "other.xlsx", {"Data": ((), (), *ROWS)}))
    assert tuple(aligned_differences(one, other)) == ()
    assert tuple(aligned_differences(one, one)) == ()


def test_what_is_not_saved_is_told_with_what_the_file_holds(path: Path) -> None:
    g3, new = change("Indicators!G3", 20, 16), change("Indicators!K40", None, "new")
    workbook = Workbook.open(path)
    edited = workbook.apply(
        [Edit(cell=g3.cell, content=17), Edit(cell=g3.cell, content=16), Edit(cell=new.cell, content="new")]
    )
    assert unsaved(workbook) == ()
    assert unsaved(edited) == (g3, new)
