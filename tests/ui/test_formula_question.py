"""A formula is replaced only where the officer agrees; one question for a step, however it comes about."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from desktop.domain.edits import Edit
from desktop.ui.formula_question import FormulaQuestion
from tests.made_workbooks import INDICATOR_HEADERS, make
from tests.ui.hands import at, document_of, workspace_of
from tests.ui.recorder import RecordedPrompts

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.edits import Content
    from desktop.ui.main_window import MainWindow

ANSWERS = "[Replace | Replace, and don’t ask again in this session | Keep the formula"
LEFT = "Replace them? The other cells are changed in either case."
REPLACE, ALWAYS, KEEP = 0, 1, 2


def asked(prompts: RecordedPrompts, answer: int, replaced: dict[Edit, str]) -> bool:
    prompts.answers.append(answer)
    return FormulaQuestion(prompts).may_replace(replaced)


def edit(cell: str, content: Content) -> Edit:
    return Edit(cell=at(cell), content=content)


@pytest.mark.parametrize(
    ("content", "asks"),
    [
        (42, "E5 holds a formula (=SUM(B5:D5)). Replace it with 42?"),
        ("N/A", "E5 holds a formula (=SUM(B5:D5)). Replace it with N/A?"),
        (dt.date(2012, 9, 30), "E5 holds a formula (=SUM(B5:D5)). Replace it with 30/09/2012?"),
        (None, "E5 holds a formula (=SUM(B5:D5)). Clear it?"),
        ("x" * 70, f"E5 holds a formula (=SUM(B5:D5)). Replace it with {'x' * 60}…?"),
    ],
)
def test_one_formula_is_named_with_what_would_replace_it(content: Content, asks: str) -> None:
    prompts = RecordedPrompts()
    assert asked(prompts, REPLACE, {edit("Return!E5", content): "SUM(B5:D5)"})
    assert prompts.said == [f"A formula would be replaced: {asks} {ANSWERS}]"]


@pytest.mark.parametrize(
    ("rows", "named"), [(2, "E1 and E2"), (3, "E1, E2 and E3"), (1_003, "E1, E2, E3 and 1,000 more")]
)
def test_many_formulas_are_one_question(rows: int, named: str) -> None:
    prompts = RecordedPrompts()
    replaced = {edit(f"Return!E{row}", 1): "A1" for row in range(1, rows + 1)}
    assert not asked(prompts, KEEP, replaced)
    assert prompts.said == [
        f"A formula would be replaced: {rows:,} of these cells hold formulas: {named}. {LEFT} {ANSWERS}s]"
    ]


@pytest.fixture
def sums(window: MainWindow, tmp_path: Path) -> MainWindow:
    rows = (INDICATOR_HEADERS, ("Stability", "PAF A1", "Moves", 30, 24, "=E2-1", "=F2-2"))
    window.files.open_now(make(tmp_path / "sums.xlsx", {"Return": rows}))
    return window


def test_a_formula_that_is_kept_is_left_out_of_the_step(sums: MainWindow, prompts: RecordedPrompts) -> None:
    document = document_of(sums)
    prompts.answers.append(KEEP)
    document.type_texts([(at("Return!E2"), "25"), (at("Return!F2"), "20")], "Paste 2 cells")
    assert [document.edit_text(at(f"Return!{column}2")) for column in "EF"] == ["25", "=E2-1"]
    assert document.undo_stack.count() == 1


def test_where_only_formulas_were_meant_nothing_is_done(sums: MainWindow, prompts: RecordedPrompts) -> None:
    prompts.answers.append(KEEP)
    workspace_of(sums).chart.planned_moved.emit(at("Return!G2"), 16.0)
    assert document_of(sums).edit_text(at("Return!G2")) == "=F2-2"
    assert not document_of(sums).dirty


def test_a_formula_that_is_replaced_is_not_asked_about_again(
    sums: MainWindow, prompts: RecordedPrompts
) -> None:
    document = document_of(sums)
    prompts.answers.append(REPLACE)
    for text in ("20", "21"):
        document.type_texts([(at("Return!F2"), text)], "Type in F2")
    document.undo_stack.undo()
    document.undo_stack.undo()
    document.undo_stack.redo()
    assert document.edit_text(at("Return!F2")) == "20"
    assert len(prompts.said) == 1


def test_the_officer_may_ask_for_no_more_questions(sums: MainWindow, prompts: RecordedPrompts) -> None:
    prompts.answers.append(ALWAYS)
    for cell in ("Return!F2", "Return!G2"):
        document_of(sums).type_texts([(at(cell), "20")], "Type")
    assert [document_of(sums).text(at(cell)) for cell in ("Return!F2", "Return!G2")] == ["20", "20"]
    assert len(prompts.said) == 1
