"""Headers that can't be told: what is asked, what is remembered, and how it is applied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.domain.tables import TableKind
from desktop.workbook.candidates import candidate_at, choices, guessed, preview, unsure
from desktop.workbook.columns import FLAT, PAIRED
from desktop.workbook.mappings import (
    NO_MAPPINGS,
    NOT_A_TABLE,
    ColumnMapping,
    columns_of,
    enough,
    mapping_of,
    signature_of,
)
from desktop.workbook.workbook import Workbook
from tests.workbook.sheets import sheet, workbook

if TYPE_CHECKING:
    from pathlib import Path

# A plan whose milestones stand beneath a header that nobody could know.
STRANGE = (
    ("Our plan",),
    ("Strand", "Deliverables", "Status", "By when", "Lead"),
    ("1. Edge of care", "Team in place", "COMPLETE", "30/09/11", "J Smith"),
    ("1. Edge of care", "Panel meets", "ONGOING", "31/03/12", "A Jones"),
)
HEADERS = dict(enumerate(STRANGE[1], start=1))
SIGNATURE = "strand | deliverables | status | by when | lead"
FIELDS = {1: "strand", 2: "milestone", 3: "status", 4: "due", 5: "owner"}
MAPPING = mapping_of(HEADERS, TableKind.PLAN, FIELDS)
SIDE_BY_SIDE = (
    ("Code", "Definition", "1999/00 Outturn", "2000/01 Planned", "", "Code", "Definition", "1999/00 Outturn"),
    ("PAF A1", "Moves", 24, 23, "", "PAF C23", "Adoptions", 6.5),
    ("PAF B8", "Cost", 400, 410, "", "PAF C20", "Reviews", 90),
)
UNKNOWN = (
    ("Kennzahl", "Wording", "31/3/00", "31/3/01"),
    ("K1", "First of the measures", 24, 23),
    ("", "", "", ""),
    ("K2", "Second of the measures", 5, 6),
)


def test_a_signature_tells_headers_apart_whatever_their_place_and_case() -> None:
    assert signature_of(HEADERS) == SIGNATURE
    assert signature_of({column + 2: text.upper() for column, text in HEADERS.items()}) == SIGNATURE
    assert signature_of({1: "Code", 3: "31/3/01"}) == "code |  | (period)"
    assert signature_of({1: "Code", 3: "31/3/02"}) == "code |  | (period)"
    assert signature_of({}) == ""


def test_a_mapping_follows_its_headers_to_another_place() -> None:
    shifted = {column + 2: text for column, text in HEADERS.items()}
    assert columns_of(MAPPING, shifted) == {column + 2: field for column, field in FIELDS.items()}
    left = ColumnMapping(kind=TableKind.PLAN, fields=((-1, "ref"), (0, "milestone")))
    assert columns_of(left, {2: "Deliverables"}) == {1: "ref", 2: "milestone"}
    assert columns_of(left, {1: "Deliverables"}) == {1: "milestone"}


def test_what_is_said_last_of_headers_counts_until_it_is_forgotten() -> None:
    known = NO_MAPPINGS.keeping("a", MAPPING).keeping("b", MAPPING).keeping("a", NOT_A_TABLE)
    assert known.of("a") == NOT_A_TABLE
    assert known.forgetting("a").of("a") is None
    assert known.forgetting("a").of("b") == MAPPING


def test_a_row_may_be_known_where_it_begins_as_a_known_header() -> None:
    known = NO_MAPPINGS.keeping(SIGNATURE, MAPPING)
    assert known.may_know(["", "STRAND", "x"])
    assert not known.may_know(["", 7, "Status"])
    assert not known.may_know(["", ""])
    assert not NO_MAPPINGS.may_know(["Strand"])


@pytest.mark.parametrize(
    ("kind", "fields", "whole"),
    [
        (TableKind.PLAN, ("milestone", "status"), True),
        (TableKind.PLAN, ("milestone",), False),
        (TableKind.PLAN, ("milestone", "status", "status"), False),
        (TableKind.INDICATORS, ("code", "value", "value"), True),
        (TableKind.INDICATORS, ("value", "value"), False),
        (TableKind.INDICATORS, ("code", "name"), False),
        (TableKind.TARGETS, ("indicator", "value", "date"), True),
        (TableKind.TARGETS, ("indicator", "value", "value", "date"), False),
        (TableKind.BREAKDOWN, ("milestone",), False),
        (None, ("milestone", "status"), False),
    ],
)
def test_a_table_wants_its_columns_once_each(
    kind: TableKind | None, fields: tuple[str, ...], whole: bool
) -> None:
    assert enough(ColumnMapping(kind=kind, fields=tuple(enumerate(fields)))) is whole


def test_a_table_that_lacks_a_column_is_asked_of() -> None:
    [candidate] = unsure(sheet(*STRANGE))
    assert (candidate.row, candidate.kind, candidate.signature) == (2, TableKind.PLAN, SIGNATURE)
    assert [column.field for column in candidate.columns] == ["strand", None, "status", "due", "owner"]
    assert candidate.columns[1].samples == ("Team in place", "Panel meets")
    assert candidate.columns[0].samples == ("1. Edge of care",)


def test_with_a_mapping_it_is_read_and_no_longer_asked_of() -> None:
    opened = workbook(*STRANGE).with_mappings(NO_MAPPINGS.keeping(SIGNATURE, MAPPING))
    assert [milestone.text for milestone in opened.contents.milestones] == ["Team in place", "Panel meets"]
    assert opened.contents.milestones[0].owner == "J Smith"
    assert opened.contents.problems == ()
    assert unsure(opened.sheets["Sheet"]) == ()


def test_not_a_table_is_neither_read_nor_told_of() -> None:
    opened = workbook(*STRANGE).with_mappings(NO_MAPPINGS.keeping(SIGNATURE, NOT_A_TABLE))
    assert opened.contents.tables == ()
    assert [problem.sheet for problem in opened.contents.problems] == [""]
    assert unsure(opened.sheets["Sheet"]) == ()


def test_a_mapping_that_makes_no_table_is_not_followed() -> None:
    half = mapping_of(HEADERS, TableKind.PLAN, {1: "strand"})
    opened = workbook(*STRANGE).with_mappings(NO_MAPPINGS.keeping(SIGNATURE, half))
    assert opened.contents.tables == ()
    assert len(unsure(opened.sheets["Sheet"])) == 1


def test_a_mapping_outlives_edits_and_saving(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbook(*STRANGE).package.data)
    known = NO_MAPPINGS.keeping(SIGNATURE, MAPPING)
    opened = Workbook.open(path, known)
    assert opened.with_mappings(known) is opened
    cell = CellRef(sheet="Sheet", row=4, column=2)
    edited = opened.apply([Edit(cell=cell, content="Panel sits")])
    assert edited.contents.milestones[1].text == "Panel sits"
    saved = edited.save(path).apply([Edit(cell=cell, content="Panel meets")])
    assert saved.contents.milestones[1].text == "Panel meets"


def test_headers_in_no_known_word_can_be_mapped() -> None:
    found = sheet(*UNKNOWN)
    candidate = candidate_at(found, 1)
    assert candidate is not None
    mapping = mapping_of(
        candidate.texts, TableKind.INDICATORS, {1: "code", 2: "name", 3: "value", 4: "value"}
    )
    assert preview(found, candidate, mapping, 5) == [
        ["K1", "First of the measures", "24", "23"],
        ["K2", "Second of the measures", "5", "6"],
    ]
    assert len(preview(found, candidate, mapping, 1)) == 1
    assert preview(found, candidate, NOT_A_TABLE, 5) == []


def test_the_form_of_mapped_indicators_is_seen_in_what_they_hold() -> None:
    flat = {1: "code", 2: "name", 3: "value", 4: "value"}
    known = NO_MAPPINGS.keeping(
        signature_of(dict(enumerate(map(str, UNKNOWN[0]), start=1))),
        mapping_of(dict.fromkeys(range(1, 5), "x"), TableKind.INDICATORS, flat),
    )
    assert workbook(*UNKNOWN).with_mappings(known).contents.tables[0].form == FLAT
    paired = (UNKNOWN[0], ("K1", "First", "", ""), ("", "", 24, 23), ("K2", "Second", "", ""), ("", "", 5, 6))
    assert workbook(*paired).with_mappings(known).contents.tables[0].form == PAIRED


def test_a_row_without_texts_is_no_candidate_and_any_other_is() -> None:
    found = sheet(("A note",), (), ("Something", "else"))
    assert candidate_at(found, 2) is None
    candidate = candidate_at(found, 3)
    assert candidate is not None
    assert candidate.kind is TableKind.PLAN
    assert [column.field for column in candidate.columns] == [None, None]


def test_only_a_dated_column_can_hold_values() -> None:
    candidate = candidate_at(sheet(*UNKNOWN), 1)
    assert candidate is not None
    name, dated = candidate.columns[1], candidate.columns[2]
    assert "value" not in choices(TableKind.INDICATORS, name)
    assert "value" in choices(TableKind.INDICATORS, dated)
    assert "value" not in choices(TableKind.PLAN, dated)


def test_for_another_kind_the_headers_are_read_anew() -> None:
    candidate = candidate_at(sheet(*STRANGE), 2)
    assert candidate is not None
    assert guessed(TableKind.PLAN, candidate)[3] == "status"
    assert guessed(TableKind.INDICATORS, candidate) == {1: "group", 5: "lead"}
    other = candidate_at(sheet(*UNKNOWN), 1)
    assert other is not None
    assert guessed(TableKind.INDICATORS, other) == {3: "value", 4: "value"}


def test_indicators_without_codes_are_asked_of_with_their_periods() -> None:
    [candidate] = unsure(sheet(("Area", "31/3/00 Outturn", "31/3/01 Planned"), ("North", 1, 2)))
    assert candidate.kind is TableKind.INDICATORS
    assert [column.field for column in candidate.columns][1:] == ["value", "value"]


def test_two_tables_side_by_side_are_both_read() -> None:
    opened = workbook(*SIDE_BY_SIDE)
    assert [table.range for table in opened.contents.tables] == ["A1:D3", "F1:H3"]
    assert [indicator.code for indicator in opened.contents.indicators] == [
        "PAF A1",
        "PAF B8",
        "PAF C23",
        "PAF C20",
    ]
    assert [len(indicator.values) for indicator in opened.contents.indicators] == [2, 2, 1, 1]
    assert opened.contents.problems == ()
    assert unsure(opened.sheets["Sheet"]) == ()


def test_the_columns_of_either_table_can_be_said() -> None:
    opened = workbook(*SIDE_BY_SIDE)
    found = opened.sheets["Sheet"]
    left, right = candidate_at(found, 1), candidate_at(found, 1, 7)
    assert left is not None
    assert right is not None
    assert [column.column for column in left.columns] == [1, 2, 3, 4]
    assert [column.column for column in right.columns] == [6, 7, 8]
    mapping = mapping_of(right.texts, TableKind.INDICATORS, {7: "code", 8: "value"})
    assert preview(found, right, mapping, 5) == [["Adoptions", "6.5"], ["Reviews", "90"]]


def test_a_header_twice_in_one_table_is_read_once_and_asked_of() -> None:
    opened = workbook(
        ("Code", "Definition", "Definition", "1999/00 Outturn", "2000/01 Planned"),
        ("PAF A1", "Moves of children", "Longer words for moves", 24, 23),
    )
    [indicator] = opened.contents.indicators
    assert len(indicator.values) == 2
    [problem] = opened.contents.problems
    assert "the header Definition stands over column C" in problem.message
    assert "Only the first was read as such." in problem.message


DOUBLED = (
    ("Definition", "Code", "1999/00 Outturn", "2000/01 Planned", "Code", "Definition"),
    ("Moves", "PAF A1", 24, 23, "PAF C23", "Adoptions of children"),
    ("Cost", "PAF B8", 400, 410, "PAF C20", "Reviews in time"),
)


def test_what_was_said_of_a_doubled_header_settles_it() -> None:
    opened = workbook(*DOUBLED)
    [candidate] = unsure(opened.sheets["Sheet"])
    right = mapping_of(candidate.texts, TableKind.INDICATORS, {3: "value", 5: "code", 6: "name"})
    settled = opened.with_mappings(NO_MAPPINGS.keeping(candidate.signature, right))
    assert [indicator.code for indicator in settled.contents.indicators] == ["PAF C23", "PAF C20"]
    assert settled.contents.problems == ()


def test_what_was_said_of_a_whole_row_keeps_it_one_table() -> None:
    opened = workbook(*SIDE_BY_SIDE)
    whole = {1: "Code", 2: "Definition", 3: "1999/00", 4: "2000/01", 6: "Code", 7: "Definition", 8: "1999/00"}
    said = mapping_of(whole, TableKind.INDICATORS, {3: "value", 6: "code"})
    settled = opened.with_mappings(NO_MAPPINGS.keeping(signature_of(whole), said))
    assert [indicator.code for indicator in settled.contents.indicators] == ["PAF C23", "PAF C20"]
    [table] = settled.contents.tables
    assert not table.beside
