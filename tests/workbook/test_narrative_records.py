from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.narrative import Place
from desktop.domain.tables import TableKind
from desktop.workbook.workbook import Workbook
from templates.examples.facts import read_passages as printed
from templates.examples.make_examples import HERE
from tests.workbook.sheets import workbook

if TYPE_CHECKING:
    from desktop.domain.narrative import Passage
    from tests.workbook.sheets import Cell

HEAD = ("Section", "Part", "Question", "No", "Text", "Figure")


def passages(*rows: tuple[Cell, ...], head: tuple[str, ...] = HEAD) -> tuple[Passage, ...]:
    return workbook(head, *rows).contents.passages


def test_a_passage_stands_under_its_objective_in_its_section() -> None:
    contents = workbook(HEAD, ("OBJECTIVE 2: TO PROTECT",), ("B", None, "What?", 1, "Below 350")).contents
    (table,) = contents.tables
    assert (table.kind, table.records) == (TableKind.NARRATIVE, 1)
    (found,) = contents.passages
    assert (found.heading, found.question, found.text) == ("OBJECTIVE 2: TO PROTECT", "What?", "Below 350")
    assert found.place == Place(objective="2", section="B", number="1")
    assert (str(found.cell), str(found.figure_cell), found.row) == ("Sheet!E3", "Sheet!F3", 3)
    assert not found.boxed


def test_section_part_and_question_count_until_others_are_given() -> None:
    found = passages(
        ("Objective 1",),
        ("C", 1, "How?", 1, "First"),
        (None, None, None, 2, "Second"),
        (None, 2, "Why?", 1, "Third"),
        ("D", None, None, None, "Fourth"),
        ("Objective 2",),
        (None, None, None, 1, "Fifth"),
    )
    assert [(one.place.section, one.place.part, one.question) for one in found] == [
        ("C", "1", "How?"),
        ("C", "1", "How?"),
        ("C", "2", "Why?"),
        ("D", "", ""),
        ("", "", ""),
    ]
    assert [one.place.objective for one in found] == ["1", "1", "1", "1", "2"]


def test_a_paragraph_alone_in_its_row_is_no_heading() -> None:
    found = passages(("Objective 1",), ("A", None, None, 1, "First"), (None, None, None, None, "and more"))
    assert [one.text for one in found] == ["First", "and more"]


def test_the_objective_may_stand_in_a_column_of_its_own() -> None:
    head = ("Objective", "Section", "Answer")
    found = passages((3, "SECTION C: Part 2", "Yes"), (None, None, "And so on"), (4, "A", "No"), head=head)
    assert [str(one.place) for one in found] == [
        "Objective 3, section C, Part 2",
        "Objective 3, section C, Part 2",
        "Objective 4, section A",
    ]


def test_a_number_in_a_box_is_a_value_with_its_words() -> None:
    labelled, bare = passages(("C", 2, None, None, "Approved adopters", 24), ("C", 2, None, None, None, "?"))
    assert labelled.boxed
    assert labelled.figure is not None
    assert (labelled.figure.number, str(labelled.cell)) == (24, "Sheet!E2")
    assert bare.figure is not None
    assert (bare.figure.missing, str(bare.cell)) == ("unknown", "Sheet!F3")


def test_the_officer_may_say_of_which_indicators_a_passage_speaks() -> None:
    head = ("Section", "Text", "Speaks of")
    both, none = passages(("A", "Moves", "PAF A1; PAF D35,"), ("A", "Homes"), head=head)
    assert (both.indicators, none.indicators) == (("PAF A1", "PAF D35"), ())


def test_rows_without_words_and_repeated_headers_are_no_passages() -> None:
    found = passages(("A", None, "What?"), HEAD, ("A", None, None, 1, "Progress"))
    assert [one.text for one in found] == ["Progress"]


def test_a_title_that_a_new_page_repeats_is_no_objective() -> None:
    contents = workbook(
        ("The plan of the council",),
        HEAD,
        ("Objective 1",),
        ("A", None, None, 1, "First"),
        ("The plan of the council",),
        ("A", None, None, 2, "Second"),
    ).contents
    assert [one.place.objective for one in contents.passages] == ["1", "1"]


def test_leicesters_plan_is_read_whole_as_printed() -> None:
    contents = Workbook.open(HERE / "leicester-map-full-2001.xlsx").contents
    found = [
        (
            *(one.place.objective, one.place.section, one.place.part, one.question),
            *(one.place.number, one.text, one.figure.raw if one.figure else ""),
        )
        for one in contents.passages
    ]
    assert found == [
        (str(one.objective), one.section, one.part, one.question, one.number, one.text, one.figure)
        for one in printed()
    ]
