from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.breakdown import Part
from desktop.domain.cells import CellRef
from desktop.domain.contents import Contents
from desktop.domain.periods import read_period
from desktop.domain.records import group_of
from desktop.domain.tables import Column, Table, TableKind
from desktop.domain.values import Value
from desktop.grid.columns import Align, Emphasis, columns_for
from desktop.grid.rows import (
    PlainRow,
    banners_of,
    positions_at,
    records_of,
    same_places,
    sheet_rows,
)
from tests.domain.build import breakdown_line

if TYPE_CHECKING:
    from desktop.document.document import Document


def table_of(kind: TableKind, *columns: tuple[str, str | None]) -> Table:
    return Table(
        id="Sheet!1",
        sheet="Sheet",
        kind=kind,
        form="",
        header_row=1,
        first_row=1,
        last_row=4,
        columns=tuple(
            Column(
                column=number,
                header=header,
                field=field,
                period=read_period(header) if field == "value" and kind is TableKind.INDICATORS else None,
            )
            for number, (header, field) in enumerate(columns, 1)
        ),
    )


def titles(table: Table) -> list[str]:
    return [column.title for column in columns_for(table)]


def test_an_indicator_table_has_code_definition_and_periods(leicester: Document) -> None:
    columns = columns_for(leicester.contents.tables[0])
    assert [(column.title, column.kind) for column in columns] == [
        ("Code", ""),
        ("Definition", ""),
        ("1998/99", "Outturn"),
        ("31/3/00", "Provis."),
        *[(f"31/3/0{year}", "Planned") for year in range(1, 5)],
        ("Course", ""),
    ]
    assert [column.frozen for column in columns] == [True, True, *[False] * 7]
    assert all(column.align is Align.RIGHT for column in columns[2:-1])
    assert [column.emphasis for column in columns[3:5]] == [Emphasis.PLAIN, Emphasis.TINTED]


def test_a_plan_has_its_columns_in_their_own_order(leeds: Document) -> None:
    table = leeds.contents.tables[0]
    assert titles(table) == ["Ref", "Project", "Milestone", "Status", "By when", "Impact", "Comments"]
    assert columns_for(table)[2].hint == "Column C: KEY MILESTONE"


def test_a_column_that_matches_no_field_is_shown_at_the_end() -> None:
    columns = ("RAG colour", None), ("Lead", "owner"), ("", None), ("Action", "milestone")
    table = table_of(TableKind.PLAN, *columns)
    assert titles(table) == ["Milestone", "Owner", "RAG colour", "Column C"]
    assert columns_for(table)[2].cell(PlainRow(row=3)) == CellRef(sheet="Sheet", row=3, column=1)


def test_a_second_column_of_the_same_field_is_shown_too() -> None:
    table = table_of(TableKind.PLAN, ("Action", "milestone"), ("Task", "milestone"))
    assert titles(table) == ["Milestone", "Action"]


def test_an_expenditure_table_bears_the_officers_word_for_its_group(leicester: Document) -> None:
    table = next(table for table in leicester.contents.tables if table.kind is TableKind.EXPENDITURE)
    assert titles(table) == ["Objective", "Area", "Question", "Amount"]
    amount = columns_for(table)[3].reading(records_of(leicester.contents, table)[0])
    assert isinstance(amount, Value)
    assert amount.number == 463950


def test_a_list_of_indicators_without_definitions_has_no_such_column() -> None:
    table = table_of(TableKind.INDICATORS, ("Code", "code"), ("2000/01", "value"), ("2001/02", "value"))
    assert titles(table) == ["Code", "2000/01", "2001/02", "Course"]


def test_a_table_of_a_kind_without_records_is_shown_as_it_stands() -> None:
    table = table_of(TableKind.FORECAST, ("Ward", None), ("Children", "count"))
    assert titles(table) == ["Ward", "Children"]
    assert records_of(Contents(), table) == tuple(PlainRow(row=row) for row in (2, 3, 4))
    assert group_of(PlainRow(row=2)) == ""


def test_a_value_that_an_indicator_lacks_has_no_cell(leicester: Document) -> None:
    table = leicester.contents.tables[0]
    first = leicester.contents.indicators[0]
    last = columns_for(table)[-2]
    assert last.cell(first) is not None
    short = replace(first, values=first.values[:2])
    assert last.cell(short) is None
    assert last.reading(short) is None


def test_records_stand_in_rows_and_under_headings(leicester: Document, leeds: Document) -> None:
    indicators = records_of(leicester.contents, leicester.contents.tables[0])
    assert list(sheet_rows(indicators[0])) == [7, 8]
    milestones = records_of(leeds.contents, leeds.contents.tables[0])
    assert [list(sheet_rows(record)) for record in milestones[:2]] == [[6], [7, 6]]
    assert banners_of(milestones)[0] == "1. Prevention & Early Intervention"
    targets = records_of(leicester.contents, leicester.contents.tables[1])
    assert banners_of(targets) == {}


def test_the_records_of_a_row_are_found_by_halves(leeds: Document) -> None:
    records = records_of(leeds.contents, leeds.contents.tables[0])
    for row in (1, 6, 7, 30, 62, 99):
        everywhere = {number for number, record in enumerate(records) if row in sheet_rows(record)}
        assert everywhere <= set(positions_at(records, row))
        assert len(set(positions_at(records, row))) <= len(everywhere) + 1


def test_places_are_the_same_until_a_row_or_a_heading_differs(leicester: Document) -> None:
    records = records_of(leicester.contents, leicester.contents.tables[0])
    first = leicester.contents.indicators[0]
    said = (replace(first, name="Something else"), *records[1:])
    moved = (replace(first, cell=CellRef(sheet="Indicators", row=6, column=1)), *records[1:])
    headed = (replace(first, group="OBJECTIVE 99"), *records[1:])
    assert same_places(records, said)
    assert not same_places(records, moved)
    assert not same_places(records, headed)
    assert not same_places(records, records[1:])


def test_a_breakdown_has_its_labels_first_and_its_numbers_to_the_right() -> None:
    table = table_of(TableKind.BREAKDOWN, ("Cluster", "label"), ("CAFs", "count"), ("Ratio CAFs", "ratio"))
    label, count, ratio = columns_for(table)
    assert (label.title, label.frozen) == ("Cluster", True)
    assert (count.title, count.align, count.standing) == ("CAFs", Align.RIGHT, None)
    long = table_of(TableKind.BREAKDOWN, ("", "label"), ("Children looked after on 31/03/11", "count"))
    _, children = columns_for(long)
    assert (children.title, children.kind) == ("Children looked", "after on 31/03/11")
    assert children.spoken == "Children looked after on 31/03/11"
    line = breakdown_line("ACES", "43", "1.3", parts=(Part.COUNT, Part.RATIO))
    assert count.reading(line) == line.figures[0].value
    assert ratio.says(line, dt.date(2012, 7, 31)) == "Above the whole"
    beside = breakdown_line("Alwoodley", parts=())
    assert count.reading(beside) is None


def test_a_definition_shows_as_many_lines_as_its_row_has() -> None:
    code, name = ("Code", "code"), ("Definition", "name")
    alone = columns_for(table_of(TableKind.INDICATORS, code, name))
    beside = columns_for(table_of(TableKind.INDICATORS, code, name, ("Measured", "baseline_period")))
    assert [column.lines for column in alone if column.field == "name"] == [1]
    assert [column.lines for column in beside if column.field in {"name", "baseline_period"}] == [2, 2]
