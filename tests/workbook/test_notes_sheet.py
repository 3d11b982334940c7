"""What is kept is read as it was written, and what an officer typed is read or told, never lost."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.domain.indicators import Polarity
from desktop.domain.notes import (
    UNLIMITED,
    CardText,
    ChartNote,
    Explanation,
    HiddenAdvice,
    IndicatorSetting,
    KeptTarget,
    Link,
    NoteKind,
    Remarked,
)
from desktop.workbook.candidates import unsure
from desktop.workbook.notes_edits import put, taken_away
from desktop.workbook.notes_layout import HEADERS, free_name, is_notes_sheet
from desktop.workbook.workbook import Workbook
from tests.made_workbooks import WHOLE, make

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.domain.notes import Note

DAY = dt.date(2002, 3, 31)
OF = Remarked(rule="IND-002", subject="PAF C23", point="31/3/02 Planned", held="?")
NOTES: tuple[Note, ...] = (
    Explanation(of=OF, text="It comes in May", by="JS", date=DAY, where="Indicators"),
    HiddenAdvice(of=replace(OF, rule="TRJ-003", held=""), by="", date=None),
    KeptTarget(indicator="PAF A1", value=12.5, date=DAY, set_by="Board", where="Minutes", text="By spring"),
    ChartNote(indicator="PAF A1", date=DAY, text="New team", kind=NoteKind.EVENT, right=-4, up=-9),
    ChartNote(
        indicator="PAF A1",
        date=DAY,
        period="31/3/02 Planned",
        text="Agreed",
        value=20.0,
        by="JS",
        written=DAY,
        right=5,
        up=7,
    ),
    Link(indicator="QP 9", strand="1. Edge of care", ref="B", milestone="Panel meets"),
    CardText(indicator="PAF A1", section="Story", text="Moves\nfell", by="JS", date=DAY),
    IndicatorSetting(
        code="PAF A1",
        unit="rate",
        polarity=Polarity.RANGE,
        ideal=20.0,
        tolerance=1.5,
        minimum=-UNLIMITED,
        maximum=UNLIMITED,
        comparator="England",
    ),
)


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return Workbook.open(make(tmp_path_factory.mktemp("notes") / "whole.xlsx", WHOLE))


def kept(workbook: Workbook) -> list[Note]:
    notes = workbook.contents.notes
    some: list[Note] = [*notes.explanations, *notes.hidden, *notes.targets, *notes.chart_notes]
    return [*some, *notes.links, *notes.cards, *notes.settings]


def without_rows(note: Note) -> Note:
    return replace(note, rows=()) if isinstance(note, IndicatorSetting) else replace(note, row=0)


def with_rows(workbook: Workbook, *rows: Sequence[object], heads: Sequence[str] = HEADERS) -> Workbook:
    """The workbook with a sheet of notes as an officer may have typed it."""
    lines = (("Kept",), heads, *rows)
    return workbook.apply(
        Edit(cell=CellRef(sheet="Milepost", row=row, column=column), content=content)  # type: ignore[arg-type]
        for row, line in enumerate(lines, start=1)
        for column, content in enumerate(line, start=1)
    )


def line(**under: object) -> list[object]:
    """A row by its headers in lower case."""
    return [under.get(header.lower()) for header in HEADERS]


def test_every_kind_is_read_as_it_was_put_down(workbook: Workbook, tmp_path: Path) -> None:
    edits = put(workbook, NOTES)
    workbook.refuse_unsafe(edits)
    after = workbook.apply(edits)
    assert list(map(without_rows, kept(after))) == list(NOTES)
    assert after.contents.problems == ()
    saved = after.save(tmp_path / "saved.xlsx")
    again = Workbook.open(tmp_path / "saved.xlsx")
    assert again.contents == saved.contents == after.contents
    assert again.contents.tables == workbook.contents.tables


TEXTS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=30)
DATES = st.dates(dt.date(1900, 3, 1), dt.date(2099, 12, 31))
FIGURES = st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 4))


@given(
    st.one_of(
        st.builds(
            Explanation,
            of=st.builds(
                Remarked,
                rule=st.just("IND-002"),
                subject=TEXTS,
                point=TEXTS,
                held=st.one_of(TEXTS, st.just("")),
            ),
            text=TEXTS,
            by=TEXTS,
            date=DATES,
            where=TEXTS,
        ),
        st.builds(KeptTarget, indicator=TEXTS, value=FIGURES, date=DATES, set_by=TEXTS),
        st.builds(
            ChartNote,
            indicator=TEXTS,
            date=DATES,
            text=TEXTS,
            value=st.one_of(st.none(), FIGURES),
            right=st.integers(-9999, 9999),
            up=st.integers(-9999, 9999),
        ),
    )
)
def test_whatever_is_put_down_is_read_again(workbook: Workbook, note: Note) -> None:
    assert list(map(without_rows, kept(workbook.apply(put(workbook, [note]))))) == [note]


def test_columns_in_another_order_are_read_and_written_by_their_headers(workbook: Workbook) -> None:
    heads = ("Text", "about", "My own column", "WHAT", "Date", "Rule")
    after = with_rows(
        workbook, ("It comes", "PAF C23", "own", "explanation", dt.date(2002, 5, 1), "ind-002"), heads=heads
    )
    (explanation,) = after.contents.notes.explanations
    assert (explanation.text, explanation.of.rule, explanation.date) == (
        "It comes",
        "IND-002",
        dt.date(2002, 5, 1),
    )
    again = after.apply(put(after, [NOTES[0]]))
    assert without_rows(again.contents.notes.explanations[1]) == NOTES[0]
    assert again.text(CellRef(sheet="Milepost", row=3, column=3)) == "own"
    assert again.text(CellRef(sheet="Milepost", row=2, column=7)) == "Point"


def test_a_sheet_without_the_headers_is_another_one_once_it_is_saved(
    workbook: Workbook, tmp_path: Path
) -> None:
    after = with_rows(workbook, ("What I keep",), heads=("Read this first",))
    assert is_notes_sheet(after.sheets["Milepost"])
    assert after.contents == workbook.contents
    saved = after.save(tmp_path / "saved.xlsx")
    assert not is_notes_sheet(saved.sheets["Milepost"])
    assert saved.notes_name == "Milepost (2)"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (line(what="Explanashun", about="A1"), "“Explanashun” under What is not one of Explanation, Target"),
        (line(about="A1", text="?"), "under What should stand one of Explanation"),
        (line(what="Explanation", about="A1", text="x"), "nothing stands under Rule. Fill it in"),
        (line(what="Explanation", rule="IND-002", about="A1"), "nothing stands under Text"),
        (line(what="Target", about="A1", point=DAY), "nothing stands under Value"),
        (line(what="Target", about="A1", value=5), "nothing stands under Point"),
        (line(what="Target", about="A1", value="many", point=DAY), "“many” under Value is no number"),
        (line(what="Target", about="A1", value=5, point="soon"), "“soon” under Point is no date"),
        (line(what="Indicator", about="A1", point="Colour", value="red"), "“Colour” under Point is nothing"),
        (line(what="Indicator", about="A1", point="Ideal", value="low"), "“low” under Value is no number"),
        (line(what="Indicator", about="A1", point="Ideal", value="none"), "“none” under Value is no number"),
        (line(what="Indicator", about="A1", point="Polarity", value="up"), "does not say what is better"),
        (line(what="Chart note", about="A1", text="x", point="later"), "“later” under Point is no date"),
    ],
)
def test_a_slip_is_told_with_its_row_and_the_row_stays(
    workbook: Workbook, row: Sequence[object], told: str
) -> None:
    after = with_rows(workbook, row)
    (problem,) = after.contents.problems
    assert problem.message.startswith("Milepost, row 3: ")
    assert told in problem.message
    assert (problem.kept, str(problem.cell)) == (True, "Milepost!A3")
    assert after.contents.indicators is workbook.contents.indicators
    assert after.text(CellRef(sheet="Milepost", row=3, column=2)) == "A1"


def test_headers_that_are_gone_are_told_where_they_are_needed(workbook: Workbook) -> None:
    after = with_rows(workbook, ("Target", "A1", "x"), heads=("What", "About", "Text"))
    assert [problem.message for problem in after.contents.problems] == [
        "Milepost, row 3: nothing stands under Value. Fill it in, or delete the row."
    ]


def test_what_an_officer_types_is_understood(workbook: Workbook) -> None:
    after = with_rows(
        workbook,
        line(what=" target ", about="PAF A1", point="31 March 2002", value="85%"),
        line(what="Indicator", about="PAF A1", point="maximum", value="None"),
        line(what="Indicator", about="paf a1", point="maximum", value=90),
    )
    (target,) = after.contents.notes.targets
    assert (target.value, target.date) == (85, DAY)
    assert after.contents.targets[-1].value.raw == "85%"
    assert after.contents.targets[-1].value.number == 85
    (setting,) = after.contents.notes.settings
    assert (setting.maximum, setting.rows) == (90, (4, 5))


def test_a_link_names_a_milestone_by_its_text_and_then_its_place(tmp_path: Path) -> None:
    plan = WHOLE["Programme Plan"]
    row = list(plan[3])
    rows = (*plan[:2], [*row[:3], "650 to attend by 30/9/2012", *row[4:]], ["2. Care", "A", *row[2:]], row)
    twice = (*rows, ["3. More", "Z", "Other", "650 to attend by 30/9/2012", *row[4:]])
    workbook = Workbook.open(make(tmp_path / "plan.xlsx", {**WHOLE, "Programme Plan": twice}))
    strand = "3. More"
    link = Link(indicator="QP 9", strand=strand, ref="Z", milestone="650  to attend by 30/9/2012")
    after = workbook.apply(put(workbook, [link]))
    assert [one.strand for one in after.contents.milestones if one.indicator] == [strand]
    astray = workbook.apply(put(workbook, [replace(link, ref="Y")]))
    assert "was not found" in astray.contents.problems[-1].message
    idle = workbook.apply(put(workbook, [replace(link, milestone="Panel meets", strand="2. Care", ref="A")]))
    assert [one.strand for one in idle.contents.milestones if one.indicator] == ["2. Care"]
    assert idle.contents.targets == workbook.contents.targets


def test_rows_that_are_left_over_are_emptied(workbook: Workbook) -> None:
    setting = NOTES[-1]
    first = workbook.apply(put(workbook, [setting]))
    (kept_setting,) = first.contents.notes.settings
    assert kept_setting.rows == tuple(range(3, 10))
    second = first.apply(put(first, [IndicatorSetting(code="PAF A1", unit="rate")], instead=[kept_setting]))
    assert second.contents.notes.settings == (IndicatorSetting(code="PAF A1", unit="rate", rows=(3,)),)
    assert not any(any(second.sheets["Milepost"].filled(row)) for row in range(4, 10))


def test_something_else_in_the_sheet_keeps_it_when_the_last_note_goes(workbook: Workbook) -> None:
    first = workbook.apply(put(workbook, [NOTES[0]]))
    own = first.apply([Edit(cell=CellRef(sheet="Milepost", row=9, column=12), content="mine")])
    after = own.apply(taken_away(own, own.contents.notes.explanations))
    assert after.text(CellRef(sheet="Milepost", row=2, column=1)) == "What"
    assert after.text(CellRef(sheet="Milepost", row=9, column=12)) == "mine"


def test_the_sheet_is_never_asked_about_nor_taken_for_a_table(workbook: Workbook) -> None:
    after = workbook.apply(put(workbook, NOTES))
    assert unsure(after.sheets["Milepost"]) == ()
    assert after.contents.tables == workbook.contents.tables


def test_a_sheet_is_named_so_that_no_other_is_met() -> None:
    assert free_name(["One"]) == "Milepost"
    assert free_name(["MILEPOST", "milepost (2)"]) == "Milepost (3)"


def test_rows_of_long_texts_are_as_high_as_they_need_to_be(workbook: Workbook, tmp_path: Path) -> None:
    text = "Two lines of sixty characters each, or nearly so, and a third one\nafter them."
    long = Explanation(of=OF, text=text, by="JS", date=DAY)
    workbook.apply(put(workbook, [long, NOTES[2]])).save(tmp_path / "saved.xlsx")
    rows = openpyxl.load_workbook(tmp_path / "saved.xlsx")["Milepost"].row_dimensions
    assert [rows[row].height for row in (3, 4)] == [45, 15]
