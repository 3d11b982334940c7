"""milepost set: the edits that were asked for, and not one byte more."""

from __future__ import annotations

import hashlib
import zipfile
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook, load_workbook

from desktop.cli.words import entry_from
from tests.cli.conftest import EXAMPLES
from tests.made_workbooks import INDICATOR_HEADERS, make

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done


def value(file: Path, sheet: str, a1: str) -> object:
    return load_workbook(file)[sheet][a1].value


def parts(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_a_cell_is_set_and_the_rest_stays(milepost: Callable[..., Done], whole: Path) -> None:
    before = parts(whole)
    done = milepost("set", whole, "Indicators!G3=16.5", "Programme Plan!F4=30/09/2012")
    assert done == (0, f"{whole}: 2 cells set\n", "")
    assert value(whole, "Indicators", "G3") == 16.5
    after = parts(whole)
    changed = {name for name in before if before[name] != after[name]}
    assert "xl/worksheets/sheet1.xml" in changed
    assert not {"xl/worksheets/sheet2.xml", "xl/worksheets/sheet4.xml", "xl/theme/theme1.xml"} & changed
    assert set(before) == set(after)


def test_out_leaves_the_file_as_it_was(milepost: Callable[..., Done], whole: Path, tmp_path: Path) -> None:
    before, out = digest(whole), tmp_path / "new.xlsx"
    assert milepost("set", whole, "Indicators!G3=16", "--out", out) == (0, f"{out}: 1 cell set\n", "")
    assert digest(whole) == before
    assert value(out, "Indicators", "G3") == 16


def test_options_may_stand_before_or_among_the_cells(
    milepost: Callable[..., Done], whole: Path, tmp_path: Path
) -> None:
    out, row = tmp_path / "new.xlsx", "Programme Plan!4"
    named = ("--row-insert", row, "Programme Plan!D4=New", "--out", out, "Programme Plan!F4=31/12/2012")
    assert milepost("set", whole, *named) == (0, f"{out}: 1 row inserted, 2 cells set\n", "")
    assert value(out, "Programme Plan", "D4") == "New"


def test_a_sheet_is_known_in_small_and_capital_letters(
    milepost: Callable[..., Done], whole: Path, tmp_path: Path
) -> None:
    out = tmp_path / "new.xlsx"
    named = ("--row-insert", "programme plan!4", "PROGRAMME PLAN!D4=New", "indicators!G3=16")
    assert milepost("set", whole, *named, "--out", out) == (0, f"{out}: 1 row inserted, 2 cells set\n", "")
    assert value(out, "Indicators", "G3") == 16


def test_the_later_of_two_sets_of_a_cell_counts(milepost: Callable[..., Done], whole: Path) -> None:
    done = milepost("set", whole, "Indicators!G3=16", "'Indicators'!$G$3=17")
    said = "1 cell set; named more than once, and the last value counts: Indicators!G3"
    assert done == (0, f"{whole}: {said}\n", "")
    assert value(whole, "Indicators", "G3") == 17


def test_what_a_cell_holds_already_is_no_edit(milepost: Callable[..., Done], whole: Path) -> None:
    before = digest(whole)
    done = milepost("set", whole, "Indicators!D3=30", "Indicators!E3=25", "Indicators!E3=24")
    said = "0 cells set; named more than once, and the last value counts: Indicators!E3"
    assert done == (0, f"{whole}: {said}\n", "")
    assert digest(whole) == before


@pytest.mark.parametrize("sheet", ["O'Brien & Co", "Now! What", "a=b", "Über 1"])
def test_sheets_of_any_name(milepost: Callable[..., Done], tmp_path: Path, sheet: str) -> None:
    rows = (INDICATOR_HEADERS, ("Stability", "PAF A1", "Moves", 30, 24, 22, 20))
    file = make(tmp_path / "named.xlsx", {sheet: rows})
    quoted = "'" + sheet.replace("'", "''") + "'"
    assert milepost("set", file, f"{sheet}!G2=19", f"{quoted}!F2=21").status == 0
    assert (value(file, sheet, "G2"), value(file, sheet, "F2")) == (19, 21)


def test_text_that_looks_like_something_else(milepost: Callable[..., Done], whole: Path) -> None:
    assert milepost("set", whole, "Indicators!C3='=SUM(A1)", "Indicators!C4=a=b!C1=2").status == 0
    sheet = load_workbook(whole)["Indicators"]
    assert (sheet["C3"].value, sheet["C3"].data_type) == ("=SUM(A1)", "s")
    assert sheet["C4"].value == "a=b!C1=2"


def test_nothing_empties_a_cell(milepost: Callable[..., Done], whole: Path) -> None:
    assert milepost("set", whole, "Indicators!G3=").status == 0
    assert value(whole, "Indicators", "G3") is None


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("Nowhere!A1=1", "There is no sheet “Nowhere” in whole.xlsx. Its sheets are: Indicators, Targets"),
        ("G3=1", "“G3=1” does not say which cell to set. Write it as Sheet!C7=85."),
        ("Indicators!G3==1+1", "whole.xlsx: Indicators!G3: Milepost does not calculate formulas."),
        ("Indicators!G3=" + "x" * 32_768, "whole.xlsx: Indicators!G3: a cell can hold 32,767 characters"),
    ],
)
def test_a_refusal_changes_nothing(
    milepost: Callable[..., Done], whole: Path, tmp_path: Path, word: str, says: str
) -> None:
    before, out = digest(whole), tmp_path / "new.xlsx"
    for place in ([], ["--out", out]):
        done = milepost("set", whole, "Indicators!D3=31", word, *place)
        assert (done.status, done.out) == (2, "")
        assert says in done.err
        assert done.err.count("\n") == 1
    assert digest(whole) == before
    assert list(tmp_path.iterdir()) == [whole]


def test_a_merged_cell_of_an_example(milepost: Callable[..., Done], leicester: Path, tmp_path: Path) -> None:
    done = milepost("set", leicester, "Indicators!C7=1", "--out", tmp_path / "new.xlsx")
    assert done.status == 2
    assert "leicester-map-2001.xlsx: Indicators!C7 is hidden within a merged cell." in done.err


def test_a_workbook_keeps_its_type(milepost: Callable[..., Done], whole: Path, tmp_path: Path) -> None:
    done = milepost("set", whole, "Indicators!G3=16", "--out", tmp_path / "new.xlsm")
    assert done.status == 2
    assert "whole.xlsx can't be saved as new.xlsm" in done.err
    assert milepost("set", whole, "Indicators!G3=16", "--out", tmp_path / "new v1.2").status == 0
    assert value(tmp_path / "new v1.2.xlsx", "Indicators", "G3") == 16


def test_a_formula_that_is_replaced_is_named(milepost: Callable[..., Done], tmp_path: Path) -> None:
    rows = (INDICATOR_HEADERS, ("Stability", "PAF A1", "Moves", 30, 24, 22, "=F2-2"))
    file = make(tmp_path / "sums.xlsx", {"Return": rows})
    said = f"{file}: 2 cells set; formulas replaced: Return!G2 (=F2-2)\n"
    assert milepost("set", file, "Return!F2=21", "Return!G2=19") == (0, said, "")


def test_a_folder_that_is_not_there_is_named(
    milepost: Callable[..., Done], whole: Path, tmp_path: Path
) -> None:
    done = milepost("set", whole, "Indicators!G3=16", "--out", tmp_path / "sent" / "new.xlsx")
    assert done.status == 2
    assert f"new.xlsx could not be saved: there is no folder {tmp_path / 'sent'}. Check its name" in done.err


def test_a_formula_may_stay_what_it_is(milepost: Callable[..., Done], tmp_path: Path) -> None:
    rows = (INDICATOR_HEADERS, ("Stability", "PAF A1", "Moves", 30, 24, 22, "=F2-2"))
    file = make(tmp_path / "sums.xlsx", {"Return": rows})
    before = digest(file)
    assert milepost("set", file, "Return!G2==F2-2") == (0, f"{file}: 0 cells set\n", "")
    assert digest(file) == before


def test_a_row_is_inserted_before_cells_are_set(
    milepost: Callable[..., Done], whole: Path, tmp_path: Path
) -> None:
    before, out = digest(whole), tmp_path / "new.xlsx"
    words = ("--row-insert", "Indicators!4", "--row-insert", "'Programme Plan'!3", "--out", out)
    done = milepost("set", whole, "Indicators!B4=PAF C20", "Indicators!C4=Reviews", *words)
    assert done == (0, f"{out}: 2 rows inserted, 2 cells set\n", "")
    assert digest(whole) == before
    assert [value(out, "Indicators", f"B{row}") for row in (3, 4, 5)] == ["PAF A1", "PAF C20", "PAF C23"]
    assert [value(out, "Programme Plan", f"D{row}") for row in (2, 3, 4)] == [
        "Milestone",
        None,
        "Team in place",
    ]


def test_rows_may_be_all_that_changes(milepost: Callable[..., Done], whole: Path) -> None:
    assert milepost("set", whole, "--row-insert", "Targets!1") == (
        0,
        f"{whole}: 1 row inserted, 0 cells set\n",
        "",
    )
    assert value(whole, "Targets", "A2") == "Targets set elsewhere"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--row-insert", "Indicators"], "“Indicators” does not say which row. Write it as Sheet!12."),
        (["--row-insert", "Indicators!B4"], "“Indicators!B4” does not say which row."),
        (["--row-insert", "Nowhere!4"], "whole.xlsx has no sheet Nowhere. Check the sheet's name."),
        ([], "Nothing was said to change. Name a cell as Sheet!C7=85, or a row to insert."),
    ],
)
def test_a_row_that_can_not_be_inserted(
    milepost: Callable[..., Done], whole: Path, words: list[str], says: str
) -> None:
    before = digest(whole)
    done = milepost("set", whole, *words)
    assert (done.status, done.out) == (2, "")
    assert says in done.err
    assert digest(whole) == before


NINE_POINTS = EXAMPLES / "leeds-nine-point-plan-2012.xlsx"
LISTED = "9 Point Plan!E66"


def test_one_entry_of_a_cell_is_set_and_the_others_stay(
    milepost: Callable[..., Done], tmp_path: Path
) -> None:
    out = tmp_path / "set.xlsx"
    before = str(value(NINE_POINTS, "9 Point Plan", "E66"))
    first, second = before.split("\n")
    words = "Agreed in full #1=done"
    assert milepost("set", NINE_POINTS, f"{LISTED}#2={words}", "--out", out).status == 0
    assert second.startswith("• Agree audit programme")
    assert value(out, "9 Point Plan", "E66") == f"{first}\n• {words}"


def test_entries_are_set_in_what_is_set_with_them(milepost: Callable[..., Done], tmp_path: Path) -> None:
    out = tmp_path / "set.xlsx"
    words = (f"{LISTED}=• one\n• two", f"{LISTED}#1=first", f"{LISTED}#2=second")
    assert milepost("set", NINE_POINTS, *words, "--out", out) == (0, f"{out}: 1 cell set\n", "")
    assert value(out, "9 Point Plan", "E66") == "• first\n• second"


def test_an_entry_that_is_not_there(milepost: Callable[..., Done], tmp_path: Path) -> None:
    done = milepost("set", NINE_POINTS, f"{LISTED}#3=x", "--out", tmp_path / "set.xlsx")
    assert done.status == 2
    assert f"{LISTED} has 2 entries, so there is no entry 3 to set." in done.err
    assert not list(tmp_path.iterdir())


def test_a_mark_in_a_text_or_the_name_of_a_sheet_is_no_entry() -> None:
    assert entry_from("Sheet!C7=see #2=x") is None
    assert entry_from("#2=x") is None
    found = entry_from("No #1=2!C7#2=x")
    assert found is not None
    assert (str(found[0]), found[1:]) == ("No #1=2!C7", (2, "x"))


def test_a_row_through_tables_side_by_side_is_refused(milepost: Callable[..., Done], tmp_path: Path) -> None:
    file, book = tmp_path / "Beside.xlsx", Workbook()
    codes = [
        ("Code", "Definition", "2010/11", "2011/12"),
        ("PAF A1", "Moves", 1, 2),
        ("PAF C23", "Care", 3, 4),
    ]
    actions = [("Action", "Lead", "By when"), ("Train", "JS", "1/4/12"), ("Plan", "AB", "1/5/12")]
    for left, right in zip(codes, actions, strict=True):
        book.worksheets[0].append([*left, None, *right])
    book.save(file)
    before = digest(file)
    status, _, said = milepost("set", file, "--row-insert", "Sheet!3")
    assert status == 2
    assert "row 3 of sheet Sheet would run through the tables in A1:D3 and F1:H3, which stand side" in said
    assert digest(file) == before
    assert milepost("set", file, "--row-insert", "Sheet!4").status == 0
