import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.cells import (
    MAX_COLUMN,
    MAX_ROW,
    CellRef,
    column_letters,
    column_number,
    parse_a1,
    parse_cell,
)


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA"), (MAX_COLUMN, "XFD")]
)
def test_columns_are_named_as_excel_names_them(number: int, letters: str) -> None:
    assert column_letters(number) == letters
    assert column_number(letters.lower()) == number


@given(st.integers(1, MAX_COLUMN))
def test_letters_and_numbers_go_there_and_back(number: int) -> None:
    assert column_number(column_letters(number)) == number


def test_a_cell_says_where_it_is() -> None:
    cell = CellRef(sheet="My plan", row=5, column=28)
    assert (cell.a1, str(cell)) == ("AB5", "My plan!AB5")


def test_cells_sort_by_sheet_row_and_column() -> None:
    cells = [
        CellRef(sheet=sheet, row=row, column=column) for sheet in "BA" for row in (2, 1) for column in (2, 1)
    ]
    assert [str(cell) for cell in sorted(cells)] == [
        "A!A1", "A!B1", "A!A2", "A!B2", "B!A1", "B!B1", "B!A2", "B!B2"
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["C5", "c5", "$C$5", " C5 ", "$C5"])
def test_reads_an_address(text: str) -> None:
    assert parse_a1(text) == (5, 3)


@pytest.mark.parametrize(
    "text", ["", "C", "5", "C0", "C05", "XFE1", "A1048577", "AAAA1", "C5:D6", "C-5", "C5!", "R1C1"]
)
def test_reads_no_address_where_there_is_none(text: str) -> None:
    assert parse_a1(text) is None


def test_the_last_cell_of_a_sheet_is_one() -> None:
    assert parse_a1("XFD1048576") == (MAX_ROW, MAX_COLUMN)


@pytest.mark.parametrize(
    ("text", "sheet"),
    [
        ("Plan!C5", "Plan"),
        ("'My plan'!C5", "My plan"),
        ("'Jo''s plan'!C5", "Jo's plan"),
        ("Odd!name!C5", "Odd!name"),
    ],
)
def test_reads_a_cell_with_its_sheet(text: str, sheet: str) -> None:
    assert parse_cell(text) == CellRef(sheet=sheet, row=5, column=3)


@pytest.mark.parametrize("text", ["C5", "!C5", "''!C5", "Plan!", "Plan!C", "Plan!C5:D6", ""])
def test_reads_no_cell_where_there_is_none(text: str) -> None:
    assert parse_cell(text) is None


@given(
    st.from_regex(r"[A-Za-z0-9 &]{1,31}", fullmatch=True), st.integers(1, MAX_ROW), st.integers(1, MAX_COLUMN)
)
def test_a_cell_is_read_as_it_is_written(sheet: str, row: int, column: int) -> None:
    cell = CellRef(sheet=sheet, row=row, column=column)
    assert parse_cell(str(cell)) == cell


@given(st.text(alphabet="ABX159$!'& ", max_size=12))
def test_no_text_makes_it_fail(text: str) -> None:
    cell = parse_cell(text)
    assert cell is None or parse_a1(cell.a1) == (cell.row, cell.column)
