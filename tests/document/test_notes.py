"""What the officer tells Milepost is one step, follows at once, is saved with the workbook and read again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.document import notes
from desktop.document.document import Document
from desktop.document.keeping import Keeping
from desktop.document.recovery import left_behind, recovery
from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.domain.errors import EditRefused
from desktop.domain.findings import Severity
from desktop.domain.indicators import Polarity
from desktop.domain.notes import ChartNote, IndicatorSetting, KeptTarget, NoteKind
from desktop.domain.row_edits import InsertRows
from desktop.workbook.workbook import Workbook
from tests.document.conftest import AS_AT
from tests.made_workbooks import INDICATOR_HEADERS, PLAN_HEADERS, WHOLE, make

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.findings import Finding
    from desktop.domain.indicators import Indicator

TODAY = dt.date(2012, 3, 1)
UNKNOWN = "IND-002"
PROMISE = "650 children to attend by 30/9/2012"


def said(document: Document, rule: str) -> Finding:
    return next(finding for finding in document.findings if finding.rule == rule)


def explain(document: Document, rule: str = UNKNOWN, text: str = "The figure comes in May") -> None:
    notes.explain(document, [said(document, rule)], text=text, by="JS", on=TODAY)


def indicator(document: Document, code: str = "PAF A1") -> Indicator:
    return next(one for one in document.contents.indicators if one.code == code)


def reopened(document: Document, out: Path) -> Document:
    document.take_saved(document.workbook.save(out))
    return Document(Workbook.open(out), AS_AT)


def kept_rows(document: Document) -> list[list[str]]:
    sheet = document.workbook.sheets["Milepost"]
    return [sheet.texts(row) for row in range(3, sheet.height + 1)]


def test_an_explanation_is_kept_in_a_sheet_and_shown_with_the_finding(
    document: Document, told: list[str]
) -> None:
    assert "Milepost" not in document.workbook.sheets
    explain(document)
    finding = said(document, UNKNOWN)
    assert finding.explained
    assert finding.explanation is not None
    assert (finding.explanation.text, finding.explanation.by) == ("The figure comes in May", "JS")
    assert document.workbook.visible_sheets[-1] == "Milepost"
    assert document.text(CellRef(sheet="Milepost", row=1, column=1)).startswith("Kept by Milepost.")
    assert kept_rows(document) == [
        [
            *("Explanation", "PAF C23", "IND-002", "31/3/02 Planned", "", "The figure comes in May", "JS"),
            *("01/03/2012", "Indicators", "?"),
        ]
    ]
    assert told == ["contents_changed", "findings_changed", "changed"]
    assert document.undo_stack.count() == 1
    assert document.undo_stack.undoText() == "Explain query"


def test_a_step_back_leaves_nothing_and_saves_the_very_file(document: Document, path: Path) -> None:
    before = path.read_bytes()
    contents = document.contents
    explain(document)
    document.undo_stack.undo()
    assert "Milepost" not in document.workbook.sheets
    assert document.contents == contents
    assert not said(document, UNKNOWN).explained
    document.take_saved(document.workbook.save(path))
    assert path.read_bytes() == before
    document.undo_stack.redo()
    assert said(document, UNKNOWN).explained


def test_what_was_kept_is_there_when_the_workbook_is_opened_again(document: Document, tmp_path: Path) -> None:
    explain(document)
    again = reopened(document, tmp_path / "saved.xlsx")
    assert again.findings == document.findings
    assert again.contents == document.contents
    assert again.workbook.new_sheet == ""
    assert again.workbook.visible_sheets[-1] == "Milepost"


def test_steps_go_back_and_forth_across_a_save(document: Document, path: Path) -> None:
    explain(document)
    document.take_saved(document.workbook.save(path))
    document.undo_stack.undo()
    assert not said(document, UNKNOWN).explained
    document.take_saved(document.workbook.save(path))
    document.undo_stack.redo()
    assert said(document, UNKNOWN).explained
    assert Workbook.open(path).contents.notes.explanations == ()


def test_an_explanation_is_void_once_the_cell_shows_something_else(document: Document) -> None:
    explain(document)
    cell = said(document, UNKNOWN).cell
    document.type_texts([(cell, "tbc")], "Type")
    document.type_texts([(cell, "?")], "Type")
    assert said(document, UNKNOWN).explained
    document.set_cells([Edit(cell=cell, content="??")], "Type")
    assert not any(finding.explained for finding in document.findings)


def test_an_explanation_stays_with_its_record_where_rows_move(document: Document, tmp_path: Path) -> None:
    explain(document)
    document.workbook.with_rows(InsertRows(sheet="Indicators", at=3))
    before = said(document, UNKNOWN).cell
    moved = document.workbook.with_rows(InsertRows(sheet="Indicators", at=3))
    again = Document(moved, AS_AT)
    assert said(again, UNKNOWN).cell == replace(before, row=before.row + 1)
    assert said(again, UNKNOWN).explained
    assert said(reopened(again, tmp_path / "saved.xlsx"), UNKNOWN).explained


def test_rows_of_a_sheet_that_is_not_in_the_file_yet_stay(document: Document) -> None:
    explain(document)
    with pytest.raises(EditRefused, match="Save the workbook, then change its rows"):
        document.workbook.with_rows(InsertRows(sheet="Milepost", at=3))


def test_a_later_explanation_takes_the_place_of_an_earlier(document: Document) -> None:
    explain(document)
    explain(document, text="It came in")
    assert [row[5] for row in kept_rows(document)] == ["It came in"]
    finding = said(document, UNKNOWN)
    assert finding.explanation is not None
    assert finding.explanation.text == "It came in"


def test_a_withdrawn_explanation_frees_its_row_for_the_next(document: Document) -> None:
    explain(document)
    notes.keep_target(document, KeptTarget(indicator="QP 9", value=70, date=dt.date(2002, 3, 31)))
    notes.withdraw(document, [said(document, UNKNOWN)])
    assert not said(document, UNKNOWN).explained
    assert not any(kept_rows(document)[0])
    explain(document)
    assert [row[0] for row in kept_rows(document)] == ["Explanation", "Target"]


def test_the_last_thing_taken_away_takes_the_sheet_along(document: Document, path: Path) -> None:
    before = path.read_bytes()
    explain(document)
    notes.withdraw(document, [said(document, UNKNOWN)])
    assert "Milepost" not in document.workbook.sheets
    document.take_saved(document.workbook.save(path))
    assert path.read_bytes() == before


def test_the_last_thing_taken_away_from_a_saved_sheet_leaves_its_headers(
    document: Document, path: Path
) -> None:
    explain(document)
    document.take_saved(document.workbook.save(path))
    notes.withdraw(document, [said(document, UNKNOWN)])
    assert "Milepost" in document.workbook.sheets
    assert document.contents.notes.explanations == ()
    notes.withdraw(document, [said(document, UNKNOWN)])
    assert document.undo_stack.count() == 2


def test_only_queries_can_be_explained_and_only_in_words(document: Document) -> None:
    error = next(finding for finding in document.findings if finding.severity is Severity.ERROR)
    with pytest.raises(EditRefused, match="An error has to be mended"):
        notes.explain(document, [error], text="No", by="JS", on=TODAY)
    with pytest.raises(EditRefused, match="Say in a few words"):
        explain(document, text="  ")
    with pytest.raises(EditRefused, match="Only advice can be hidden"):
        notes.hide(document, [error], by="JS", on=TODAY)
    assert not document.dirty


@pytest.fixture
def talked_of(tmp_path: Path) -> Document:
    """A document with two queries and advice."""
    rows = (
        INDICATOR_HEADERS,
        ("Stability", "PAF A1", "Placement moves", 30, 24, 20, 20),
        ("Stability", "PAF C23", "Adoptions", 5.3, 6.5, "?", "?"),
    )
    return Document(Workbook.open(make(tmp_path / "talked_of.xlsx", {"Indicators": rows})), AS_AT)


@pytest.mark.usefixtures("qtbot")
def test_several_queries_are_explained_in_one_step(talked_of: Document) -> None:
    document = talked_of
    queries = [finding for finding in document.findings if finding.severity is Severity.QUERY]
    assert len(queries) > 1
    notes.explain(document, document.findings, text="As agreed", by="JS", on=TODAY)
    assert all(finding.explained == (finding.severity is Severity.QUERY) for finding in document.findings)
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert not any(finding.explained for finding in document.findings)


@pytest.mark.usefixtures("qtbot")
def test_advice_is_hidden_and_shown_again(talked_of: Document) -> None:
    document = talked_of
    advice = next(finding for finding in document.findings if finding.severity is Severity.ADVICE)
    notes.hide(document, [advice], by="JS", on=TODAY)
    assert advice not in document.findings
    assert document.contents.notes.hidden[0].of.rule == advice.rule
    notes.show_again(document, document.contents.notes.hidden)
    assert advice in document.findings


def test_a_kept_target_is_judged_at_once(document: Document, told: list[str]) -> None:
    target = KeptTarget(
        indicator="PAF A1", value=15, date=dt.date(2002, 3, 31), set_by="The board", where="Minutes, 4 May"
    )
    notes.keep_target(document, target)
    assert said(document, "TRJ-005").message.startswith("Minutes, 4 May promises 15 by 31/3/02")
    assert told[0] == "contents_changed"
    (kept,) = document.contents.notes.targets
    assert replace(kept, row=0) == target
    notes.keep_target(document, replace(kept, value=40))
    assert [one.value.number for one in document.contents.targets] == [16, 40]
    assert len(kept_rows(document)) == 1
    notes.remove(document, document.contents.notes.targets)
    assert not document.contents.notes.targets


def test_what_is_said_of_an_indicator_is_its_measure_at_once(document: Document, tmp_path: Path) -> None:
    library = indicator(document).measure
    notes.set_indicator(document, IndicatorSetting(code="PAF A1", polarity=Polarity.HIGHER, maximum=50))
    measure = indicator(document).measure
    assert (measure.polarity, measure.maximum, measure.unit) == (Polarity.HIGHER, 50, library.unit)
    again = reopened(document, tmp_path / "saved.xlsx")
    assert indicator(again).measure == measure
    notes.set_indicator(again, IndicatorSetting(code="paf a1", unit="rate"))
    assert indicator(again).measure == replace(library, unit="rate")
    notes.set_indicator(again, IndicatorSetting(code="PAF A1"))
    assert indicator(again).measure == library


def test_an_edit_elsewhere_leaves_a_measured_indicator_the_identical_object(document: Document) -> None:
    notes.set_indicator(document, IndicatorSetting(code="PAF A1", unit="rate"))
    before = indicator(document)
    document.type_texts([(CellRef(sheet="Indicators", row=5, column=7), "51")], "Type")
    assert indicator(document) is before
    document.type_texts([(CellRef(sheet="Indicators", row=3, column=7), "19")], "Type")
    assert indicator(document).measure.unit == "rate"


@pytest.fixture
def promising(tmp_path: Path) -> Document:
    row = ("1. Edge of care", "C", "Places", PROMISE, "ONGOING", "30/9/12", "", "", "A Jones")
    plan = {"Programme Plan": (("Programme plan",), PLAN_HEADERS, row)}
    return Document(Workbook.open(make(tmp_path / "promise.xlsx", {**WHOLE, **plan})), AS_AT)


@pytest.mark.usefixtures("qtbot")
def test_a_linked_milestone_is_held_against_its_indicator(promising: Document, tmp_path: Path) -> None:
    (milestone,) = promising.contents.milestones
    assert said(promising, "PLN-016").cell == milestone.cell
    notes.link(promising, milestone, "QP 9")
    assert all(finding.rule != "PLN-016" for finding in promising.findings)
    assert promising.contents.milestones[0].indicator == "QP 9"
    target = promising.contents.targets[-1]
    assert (target.indicator, target.value.number, target.cell) == ("QP 9", 650, milestone.cell)
    assert target.where == f"Milestone 1C: {PROMISE}"
    again = reopened(promising, tmp_path / "saved.xlsx")
    assert again.contents == promising.contents
    notes.link(again, milestone, "PAF A1")
    assert [one.indicator for one in again.contents.notes.links] == ["PAF A1"]
    notes.unlink(again, again.contents.milestones[0])
    assert said(again, "PLN-016").cell == milestone.cell


@pytest.mark.usefixtures("qtbot")
def test_a_link_whose_milestone_reads_otherwise_now_is_asked_about(promising: Document) -> None:
    (milestone,) = promising.contents.milestones
    notes.link(promising, milestone, "QP 9")
    promising.type_texts([(milestone.cell, "700 children to attend by 30/9/2012")], "Type")
    found = said(promising, "WBK-005")
    assert found.message.startswith("The linked milestone was not found")
    assert promising.contents.milestones[0].indicator == ""


def test_notes_on_a_chart_are_added_changed_moved_and_removed(document: Document, tmp_path: Path) -> None:
    note = ChartNote(
        indicator="PAF A1", date=dt.date(2001, 6, 1), text="New team", by="JS", kind=NoteKind.EVENT
    )
    notes.add_note(document, note)
    (kept,) = document.contents.notes.chart_notes
    assert replace(kept, row=0) == note
    notes.move_note(document, kept, right=12, up=-30)
    (kept,) = document.contents.notes.chart_notes
    notes.move_note(document, kept, right=20, up=-30)
    assert document.undo_stack.count() == 2
    (kept,) = document.contents.notes.chart_notes
    assert (kept.right, kept.up) == (20, -30)
    notes.change_note(document, replace(kept, text="New team in place", value=24.5))
    again = reopened(document, tmp_path / "saved.xlsx")
    (kept,) = again.contents.notes.chart_notes
    assert (kept.text, kept.value, kept.right) == ("New team in place", 24.5, 20)
    notes.remove(again, [kept])
    assert again.contents.notes.chart_notes == ()


def test_a_report_card_is_written_section_by_section(document: Document) -> None:
    for text in ("Moves fell", "Moves fell by a fifth"):
        notes.write_card(document, "PAF A1", "Story", text, by="JS", on=TODAY)
    notes.write_card(document, "PAF A1", "Partners", "Health", by="JS", on=TODAY)
    cards = document.contents.notes.cards
    assert [(card.section, card.text) for card in cards] == [
        ("Story", "Moves fell by a fifth"),
        ("Partners", "Health"),
    ]
    notes.write_card(document, "PAF A1", "story", "", by="JS", on=TODAY)
    assert [card.section for card in document.contents.notes.cards] == ["Partners"]


def test_what_was_told_comes_back_from_the_journal(document: Document, path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "recovery"
    keeping = Keeping(document, folder)
    explain(document)
    assert keeping.path is not None
    journal = keeping.path.read_bytes()
    keeping.end()
    (folder / "left.journal").write_bytes(journal)
    (left,) = left_behind(folder)
    again = Document(Workbook.open(path), AS_AT)
    found = recovery(left.changes, again.workbook)
    assert not found.crossed
    again.set_cells(found.edits, "Bring back")
    assert said(again, UNKNOWN).explained


def test_a_sheet_of_that_name_that_is_the_officers_is_left_alone(tmp_path: Path) -> None:
    own = {**WHOLE, "Milepost": (("Rang the school.",),)}
    document = Document(Workbook.open(make(tmp_path / "own.xlsx", own)), AS_AT)
    explain(document)
    assert document.workbook.new_sheet == "Milepost (2)"
    again = reopened(document, tmp_path / "saved.xlsx")
    assert said(again, UNKNOWN).explained
    assert again.text(CellRef(sheet="Milepost", row=1, column=1)) == "Rang the school."
    assert not again.text(CellRef(sheet="Milepost", row=2, column=1))
