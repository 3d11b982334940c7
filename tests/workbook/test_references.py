"""A formula's references follow the rows, and all else in it stays."""

from __future__ import annotations

import pytest

from desktop.domain.cells import MAX_ROW
from desktop.domain.errors import EditRefused
from desktop.domain.row_edits import DeleteRows, InsertRows, MoveRows
from desktop.workbook.references import Setting
from desktop.workbook.row_shift import Shift

TABS = ("My Sheet", "Two", "Three")
INSERTED = Setting(shift=Shift(InsertRows(sheet="My Sheet", at=5)), tabs=TABS)
DELETED = Setting(shift=Shift(DeleteRows(sheet="My Sheet", first=3, count=2)), tabs=TABS)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A4+A5", "A4+A6"),
        ("$A$5+A$5+$a5", "$A$6+A$6+$a6"),
        ("SUM(A1:A10)", "SUM(A1:A11)"),
        ("SUM(A1:A4)", "SUM(A1:A4)"),
        ("SUM(5:7,$5:$7,A:C,$A:C)", "SUM(6:8,$6:$8,A:C,$A:C)"),
        ("SUM(A1:A1048576)", "SUM(A1:A1048576)"),
        ("SUM(A9:A1048576)", "SUM(A10:A1048576)"),
        ("A1048576", "#REF!"),
        ("'My Sheet'!A5&Two!A5&'Three'!A5", "'My Sheet'!A6&Two!A5&'Three'!A5"),
        ('"A5"&A5&"say ""A5"""', '"A5"&A6&"say ""A5"""'),
        ("LOG10(A5)+ATAN2(B5,1)", "LOG10(A6)+ATAN2(B6,1)"),
        ("A5:INDEX(B1:B9,3)", "A6:INDEX(B1:B10,3)"),
        ("Table1[A5]+Table1[[#All],[A5]]", "Table1[A5]+Table1[[#All],[A5]]"),
        ("[1]One!A9+'[Book.xlsx]My Sheet'!A9", "[1]One!A9+'[Book.xlsx]My Sheet'!A9"),
        ("Q5.x+A5_z+ABCD5+XFE5+A1048577+A0", "Q5.x+A5_z+ABCD5+XFE5+A1048577+A0"),
        ("1.5E10+#REF!+'My Sheet'!#REF!+'My Sheet'!name5", "1.5E10+#REF!+'My Sheet'!#REF!+'My Sheet'!name5"),
        ("_xlfn.ANCHORARRAY(A5)", "_xlfn.ANCHORARRAY(A6)"),
        ("'It''s'!A5", "'It''s'!A5"),
        ("'My Sheet:My Sheet'!A5", "'My Sheet:My Sheet'!A6"),
    ],
)
def test_rows_below_an_insertion_are_counted_on(before: str, after: str) -> None:
    assert INSERTED.formula(before, "My Sheet") == after


def test_a_reference_without_a_sheet_is_to_the_formulas_own() -> None:
    assert INSERTED.formula("A5+'my sheet'!A5", "Two") == "A5+'my sheet'!A6"


def test_what_is_deleted_is_an_error_and_ranges_keep_what_is_left() -> None:
    text = "A2+A3+A5+SUM(A1:A3)+SUM(A3:A4)+SUM(A4:A9)+$3:$4+'My Sheet'!A3"
    found = DELETED.formula(text, "My Sheet")
    assert found == "A2+#REF!+A3+SUM(A1:A2)+SUM(#REF!)+SUM(A3:A7)+#REF!+'My Sheet'!#REF!"


def test_cells_of_several_sheets_at_once_can_not_follow_one_of_them() -> None:
    assert INSERTED.formula("SUM('My Sheet:Three'!A4)", "Two") == "SUM('My Sheet:Three'!A4)"
    assert INSERTED.formula("SUM(Two:Three!A9)", "Two") == "SUM(Two:Three!A9)"
    assert INSERTED.formula("SUM(Two:Nowhere!A9)", "Two") == "SUM(Two:Nowhere!A9)"
    with pytest.raises(EditRefused, match=r"several sheets at once \(My Sheet to Three\)"):
        INSERTED.formula("SUM('My Sheet:Three'!A9)", "Two")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("$A6>A$6", "$A8>A$7"),
        ("SUM(A$1:A6)", "SUM(A$1:A8)"),
        ("SUM(A6:A$9)", "SUM(A8:A$10)"),
        ("$A$6:$A$9", "$A$7:$A$10"),
        ("Two!A6+Two!A$6", "Two!A8+Two!A$6"),
    ],
)
def test_a_rule_keeps_its_distance_from_its_cells(before: str, after: str) -> None:
    assert INSERTED.relative_formula(before, "My Sheet", 2) == after


def test_a_rule_that_counted_on_a_deleted_row_is_an_error() -> None:
    assert DELETED.relative_formula("A$3+A1", "My Sheet", -1) == "#REF!+#REF!"
    assert DELETED.relative_formula("SUM(A$3:A9)", "My Sheet", 0) == "SUM(#REF!)"


def test_a_copy_keeps_fixed_rows() -> None:
    text = "A1+A$1+SUM($A$1:A1)+Two!B2:B3"
    assert INSERTED.relative_formula(text, "My Sheet", 2) == "A3+A$1+SUM($A$1:A3)+Two!B4:B5"


def test_the_span_and_the_look_of_rows() -> None:
    moved = Shift(MoveRows(sheet="One", first=3, count=2, before=8))
    assert [moved.row(row) for row in range(1, 10)] == [1, 2, 6, 7, 3, 4, 5, 8, 9]
    assert moved.span(1, 9) == (1, 9)
    assert moved.span(3, 4) == (6, 7)
    assert moved.span(2, 5) == (2, 3)
    assert moved.span(5, 9) == (3, 9)
    assert moved.look(2, 5) == ((2, 3), (6, 7))
    assert moved.look(1, MAX_ROW) == ((1, MAX_ROW),)
    up = Shift(MoveRows(sheet="One", first=6, before=2))
    assert up.look(4, 6) == ((2, 2), (5, 6))
    like = Shift(InsertRows(sheet="One", at=7, count=2, like=5, record=True))
    assert like.look(6, 6) == ((6, 6), (8, 8))
    assert like.look(5, 6) == ((5, 8),)
    assert Shift(InsertRows(sheet="One", at=5)).look(1, 3) == ((1, 3),)
    assert Shift(DeleteRows(sheet="One", first=2, count=3)).look(3, 4) == ()
