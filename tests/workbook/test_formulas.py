"""A formula that is moved names the cells that it named, as many rows and columns further."""

from __future__ import annotations

import pytest

from desktop.workbook.formulas import shifted


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A1+$A1+A$1+$A$1", "C5+$A5+C$1+$A$1"),
        ("SUM(A1:B$2)*2", "SUM(C5:D$2)*2"),
        ("SUM(1:$3,A:$C)", "SUM(5:$3,C:$C)"),
        ("sum(a1,Z9)", "sum(C5,AB13)"),
        ("'R&D 1'!A1+Two!B2+[1]Three!C3", "'R&D 1'!C5+Two!D6+[1]Three!E7"),
        ("'Jan B2:Mar'!B2+Jan:Mar!B2", "'Jan B2:Mar'!D6+Jan:Mar!D6"),
        ("B1\r\n  +B2", "D5\r\n  +D6"),
        ("XFB1", "XFD5"),
        ("B1#", "D5#"),
    ],
)
def test_what_has_no_dollar_moves(before: str, after: str) -> None:
    assert shifted(before, (2, 2), (6, 4)) == after


@pytest.mark.parametrize(
    "text",
    [
        '"A1"&"say ""B2"""',
        "LOG10(2)+1E5+1.5e3+#REF!",
        "Plan[A1]+Plan[[#This Row],[B2]]+Plan['[C3]",
        "total_A1+A1.total+\\A1+YEAR2010+XFE1+A1048577000",
        "AB12!$A$1",
        "TRUE+rate*2",
        "",
    ],
)
def test_what_is_no_place_stays(text: str) -> None:
    assert shifted(text, (2, 2), (6, 4)) == text


@pytest.mark.parametrize(
    ("text", "target", "moved"),
    [
        ("A1", (1, 1), "XFD1048576"),
        ("$A:A", (2, 1), "$A:XFD"),
        ("1:$3", (1, 2), "1048576:$3"),
        ("A1048576", (3, 2), "A1"),
        ("XFD1", (2, 3), "A1"),
    ],
)
def test_beyond_an_edge_the_sheet_begins_anew(text: str, target: tuple[int, int], moved: str) -> None:
    assert shifted(text, (2, 2), target) == moved
