from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.indicators import Polarity
from desktop.domain.values import Missing
from tests.workbook.sheets import workbook

if TYPE_CHECKING:
    from desktop.domain.indicators import Indicator
    from tests.workbook.sheets import Cell

PERIODS = ("2010/11", "2011/12 Target")
PAIRED = (None, *PERIODS)
FLAT = ("Code", "Definition", *PERIODS)


def read(*rows: tuple[Cell, ...], merges: tuple[str, ...] = ()) -> tuple[Indicator, ...]:
    return workbook(*rows, merges=merges).contents.indicators


def said(*rows: tuple[Cell, ...]) -> list[tuple[str, str, list[str]]]:
    """Group, code and the raw values of each indicator."""
    return [(one.group, one.code, [value.value.raw for value in one.values]) for one in read(*rows)]


def test_an_indicator_has_its_code_definition_measure_and_cells() -> None:
    (found,) = read(FLAT, (" PAF  C20", "Reviews of\nchild protection", 71.4, "N/A"))
    assert (found.code, found.name) == ("PAF  C20", "Reviews of child protection")
    assert found.measure.polarity is Polarity.HIGHER
    assert (str(found.cell), str(found.name_cell)) == ("Sheet!A2", "Sheet!B2")
    first, second = found.values
    assert (str(first.cell), first.value.number, first.period.label) == ("Sheet!C2", 71.4, "2010/11")
    assert (str(second.cell), second.value.missing) == ("Sheet!D2", Missing.NOT_APPLICABLE)


def test_an_unknown_code_is_neutral() -> None:
    assert read(FLAT, ("LI 1", "Local", 1, 2))[0].measure.polarity is Polarity.NEUTRAL


def test_a_definition_alone_is_the_code_too() -> None:
    (found,) = read(("Definition", *PERIODS), ("Adoptions of children", 1, 2))
    assert (found.code, found.name) == ("Adoptions of children", "Adoptions of children")
    assert found.cell == found.name_cell


def test_a_code_alone_has_no_definition() -> None:
    (found,) = read(("Code", *PERIODS), ("NI 61", 1, 2))
    assert (found.name, found.name_cell) == ("", None)


def test_values_may_stand_beneath_the_definition() -> None:
    (one, two) = read(
        PAIRED, ("PAF A1", "Moves in one year"), (None, 30, 24), ("PAF C23", "Adoptions"), (None, 5, 6)
    )
    assert (one.name, str(one.name_cell)) == ("Moves in one year", "Sheet!B2")
    assert [str(value.cell) for value in one.values] == ["Sheet!B3", "Sheet!C3"]
    assert two.row == 4


def test_a_definition_over_values_comes_before_longer_remarks_under_a_header_of_their_own() -> None:
    rows = [("PAF A1", "Moves", None, "A remark that is much longer"), (None, 30, 24)]
    assert read((*PAIRED, "Remarks"), *rows)[0].name == "Moves"
    assert read((*PAIRED, "Remarks"), ("PAF A1",), *rows[1:])[0].name_cell is None


def test_pairs_and_values_beside_the_code_may_stand_in_one_table() -> None:
    rows = [("PAF A1", "Moves"), (None, 30, 24), ("PAF A2", "Exams"), (None, 4, 5), ("PAF A3", 22.7, 13.6)]
    assert [code_values[1:] for code_values in said(PAIRED, *rows)] == [
        ("PAF A1", ["30", "24"]),
        ("PAF A2", ["4", "5"]),
        ("PAF A3", ["22.7", "13.6"]),
    ]


def test_blank_values_stand_beneath_all_the_same_and_missing_rows_have_none() -> None:
    rows = [("PAF A1", "Moves"), (None, 30, 24), ("PAF A2", "Exams"), (), ("PAF A3", "Register")]
    blank, missing = read(PAIRED, *rows, ("PAF A4", "Work"), (None, "?", 5))[1:3]
    assert [str(value.cell) for value in blank.values] == ["Sheet!B5", "Sheet!C5"]
    assert missing.values == ()


def test_the_last_pair_may_lack_its_values() -> None:
    last = read(PAIRED, ("PAF A1", "Moves"), (None, 30, 24), ("PAF A2", "Exams"))[1]
    assert [str(value.cell) for value in last.values] == ["Sheet!B5", "Sheet!C5"]


def test_a_heading_beneath_a_code_is_not_its_values() -> None:
    rows = [("PAF A1", "Moves"), (None, 30, 24), ("PAF A2", "Exams"), (None, "OBJECTIVE 2"), ("PAF A3", "x")]
    assert said(PAIRED, *rows, (None, 1, 2))[1:] == [
        ("", "PAF A2", []),
        ("OBJECTIVE 2", "PAF A3", ["1", "2"]),
    ]


@pytest.mark.parametrize(
    "heading", [("Objective 2",), (None, None, "Being healthy"), (None, "Objective 2", None, None, 7)]
)
def test_groups_are_headings_among_the_rows(heading: tuple[Cell, ...]) -> None:
    groups = [
        group for group, *_ in said(FLAT, ("NI 1", "x", 1, 2), heading, ("NI 2", "y", 3, 4), ("NI 3", "z", 5))
    ]
    name = next(str(cell) for cell in heading if cell)
    assert groups == ["", name, name]


def test_a_heading_may_stand_beside_the_table() -> None:
    rows = [("NI 1", "x", 1, 2, 1), (None, None, None, None, 2, "Objective 2"), ("NI 2", "y", 3, 4, 3)]
    assert [group for group, *_ in said(FLAT, *rows)] == ["", "Objective 2"]


@pytest.mark.parametrize(
    "aside", [("Source: Department",), ("Note: draft",), ("Total", None, 4, 6), (None, None, 4, 6)]
)
def test_notes_and_totals_are_neither_indicators_nor_groups(aside: tuple[Cell, ...]) -> None:
    rows = said(("Objective 1",), FLAT, ("NI 1", "x", 1, 2), aside, ("NI 2", "y", 3, 4))
    assert [(group, code) for group, code, _ in rows] == [("Objective 1", "NI 1"), ("Objective 1", "NI 2")]


def test_titles_that_are_repeated_are_no_groups() -> None:
    rows = [
        ("INDICATORS",),
        ("Objective 1",),
        FLAT,
        ("NI 1", "x", 1, 2),
        ("INDICATORS",),
        FLAT,
        ("NI 2", "y", 3, 4),
    ]
    assert [(group, code) for group, code, _ in said(*rows)] == [
        ("Objective 1", "NI 1"),
        ("Objective 1", "NI 2"),
    ]


def test_a_column_of_groups_holds_until_it_says_another() -> None:
    rows = [("Safe", "NI 1", "x", 1), (None, "NI 2", "y", 1), ("Well", "NI 3", "z", 1)]
    assert [group for group, *_ in said(("Outcome", *FLAT), *rows)] == ["Safe", "Safe", "Well"]


def test_a_code_that_stands_alone_is_an_indicator_without_values() -> None:
    assert said(FLAT, ("NI 1", "x", 1, 2), ("NI 2",)) == [("", "NI 1", ["1", "2"]), ("", "NI 2", ["", ""])]


def test_a_code_of_no_known_shape_is_one_where_something_stands_beside_it() -> None:
    rows = [("PAF A1", 1, 2), ("PAF A2", 1, 2), ("local (b)", 3, 4), ("being healthy",), ("PAF A3", 5, 6)]
    assert said(PAIRED, *rows)[2:] == [("", "local (b)", ["3", "4"]), ("being healthy", "PAF A3", ["5", "6"])]
