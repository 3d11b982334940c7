"""The words of a command: cells, dates and lines."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.cli.parser import one_of
from desktop.cli.words import as_at_from, assignment_from, date_from, one_line, plural
from desktop.domain.cells import CellRef
from desktop.domain.errors import InputRefused


@pytest.mark.parametrize(
    ("word", "sheet", "a1", "text"),
    [
        ("Plan!C7=85", "Plan", "C7", "85"),
        ("Plan!c7=", "Plan", "C7", ""),
        ("Programme Plan!C7=on track", "Programme Plan", "C7", "on track"),
        ("'Programme Plan'!$C$7=85", "Programme Plan", "C7", "85"),
        ("'O''Brien'!C7=85", "O'Brien", "C7", "85"),
        ("O'Brien!C7=85", "O'Brien", "C7", "85"),
        ("Now!What!C7=85", "Now!What", "C7", "85"),
        ("a=b!C7=85", "a=b", "C7", "85"),
        ("Plan!C7=a=b", "Plan", "C7", "a=b"),
        ("Plan!C7=See Plan!C8=9", "Plan", "C7", "See Plan!C8=9"),
        ("Plan!C7==A1", "Plan", "C7", "=A1"),
        ("Plan!C7=  padded ", "Plan", "C7", "  padded "),
    ],
)
def test_an_assignment(word: str, sheet: str, a1: str, text: str) -> None:
    cell, typed = assignment_from(word)
    assert isinstance(cell, CellRef)
    assert (cell.sheet, cell.a1, typed) == (sheet, a1, text)


@pytest.mark.parametrize("word", ["", "C7=85", "Plan!C7", "Plan!=85", "!C7=85", "Plan!C0=1", "Plan!XFE1=1"])
def test_no_assignment(word: str) -> None:
    with pytest.raises(InputRefused, match="does not say which cell to set"):
        assignment_from(word)


@pytest.mark.parametrize("text", ["31/07/2012", "31/7/12", "31 July 2012", "2012-07-31"])
def test_a_date(text: str) -> None:
    assert date_from(text) == as_at_from(text) == dt.date(2012, 7, 31)


@pytest.mark.parametrize("text", ["July 2012", "31/13/2012", "99", "31/07/2012 or so", "today"])
def test_no_date(text: str) -> None:
    with pytest.raises(InputRefused, match="is not a date"):
        date_from(text)


def test_without_a_date_it_is_today() -> None:
    assert as_at_from("") == dt.datetime.now().astimezone().date()


def test_one_line_and_its_number() -> None:
    assert one_line("  a\tb\r\nc £") == "  a b  c £"
    assert (plural(1, "cell", "cells"), plural(0, "cell", "cells")) == ("1 cell", "0 cells")


def test_a_single_choice() -> None:
    with pytest.raises(InputRefused, match=r"^--form takes report, not “x”\.$"):
        one_of("--form", ("report",))("x")
