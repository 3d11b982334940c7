"""milepost merge: what two people changed, brought together in one workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import load_workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

PLAN = "Programme Plan"


def copy(path: Path, name: str, **cells: object) -> Path:
    """A copy of the workbook in which these cells of the plan hold something else."""
    book = load_workbook(path)
    for place, held in cells.items():
        book[PLAN][place].value = held
    made = path.with_name(name)
    book.save(made)
    return made


def test_both_change_different_cells(milepost: Callable[..., Done], whole: Path) -> None:
    mine, theirs = copy(whole, "mine.xlsx", E3="DELAYED"), copy(whole, "theirs.xlsx", E4="COMPLETE")
    kept = mine.read_bytes(), theirs.read_bytes()
    out = whole.with_name("both.xlsx")
    done = milepost("merge", whole, mine, theirs, "--out", out)
    assert done.status == 0
    assert done.out == f"{out}: 0 rows added, 0 deleted, 1 cell taken from theirs.xlsx; 0 to decide\n"
    sheet = load_workbook(out)[PLAN]
    assert (sheet["E3"].value, sheet["E4"].value) == ("DELAYED", "COMPLETE")
    assert (mine.read_bytes(), theirs.read_bytes()) == kept


def test_what_both_changed_is_told_and_stays_ones_own(milepost: Callable[..., Done], whole: Path) -> None:
    mine, theirs = copy(whole, "mine.xlsx", E4="COMPLETE"), copy(whole, "theirs.xlsx", E4=None)
    out = whole.with_name("both.xlsx")
    done = milepost("merge", whole, mine, theirs, "--out", out)
    assert done.status == 1
    _, line = done.out.splitlines()
    assert line.startswith("  Programme Plan!E4  1. Edge of care, Status: both changed it.")
    assert line.endswith(" was: ONGOING; kept: COMPLETE; theirs: blank")
    assert load_workbook(out)[PLAN]["E4"].value == "COMPLETE"


def test_neither_of_the_others_is_written_over(milepost: Callable[..., Done], whole: Path) -> None:
    mine, theirs = copy(whole, "mine.xlsx", E4="COMPLETE"), copy(whole, "theirs.xlsx", E3="DELAYED")
    kept = whole.read_bytes(), theirs.read_bytes()
    for out in (whole, theirs):
        done = milepost("merge", whole, mine, theirs, "--out", out)
        assert (done.status, "Choose another name." in done.err) == (2, True)
    assert (whole.read_bytes(), theirs.read_bytes()) == kept
