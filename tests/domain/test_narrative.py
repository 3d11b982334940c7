from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain.cells import CellRef
from desktop.domain.contents import Contents
from desktop.domain.indicators import Indicator, Measure
from desktop.domain.narrative import (
    Passage,
    Place,
    cited,
    indicators_in,
    read_objective,
    read_part,
    read_place,
    read_section,
    sections_of,
)
from desktop.domain.targets import Target
from desktop.domain.values import read_value


def passage(row: int, place: Place, text: str, *, question: str = "", figure: str = "") -> Passage:
    return Passage(
        table="Sections!1",
        heading=f"OBJECTIVE {place.objective}",
        place=place,
        question=question,
        text=text,
        figure=read_value(figure) if figure else None,
        row=row,
        cell=CellRef(sheet="Sections", row=row, column=5),
        figure_cell=CellRef(sheet="Sections", row=row, column=6),
    )


FIRST = passage(
    2, Place(objective="1", section="B", number="1"), "Adoption is PAF  C23", question="What will you do?"
)
SECOND = passage(3, Place(objective="1", section="B", number="2"), "Moves down to 15% by 2004")
BOX = passage(4, Place(objective="1", section="B"), "Approved adopters", figure="24")
PART = passage(5, Place(objective="1", section="C", part="2", number="1"), "Placements")
PASSAGES = (FIRST, SECOND, BOX, PART)


def target(where: str) -> Target:
    return Target(
        table="Targets!1",
        indicator="PAF A1",
        value=read_value("15"),
        date=None,
        date_raw="2004",
        set_by="",
        where=where,
        words="",
        row=9,
        cell=CellRef(sheet="Targets", row=9, column=2),
    )


def indicator(code: str) -> Indicator:
    cell = CellRef(sheet="Indicators", row=2, column=1)
    return Indicator(code=code, name="", group="", measure=Measure(), table="t", cell=cell, values=())


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("Objective 4, section C, Part 1, 4", Place(objective="4", section="C", part="1", number="4")),
        ("objective 4  section c part 1", Place(objective="4", section="C", part="1")),
        ("Obj. 2, section B, 2", Place(objective="2", section="B", number="2")),
        ("Obj 2; Section B; paragraph 12.", Place(objective="2", section="B", number="12")),
        ("Objective 11, section A", Place(objective="11", section="A")),
        ("Objective 4", None),
        ("The Leeds Education Challenge", None),
        ("Objective 4, section C, and the letter of May", None),
    ],
)
def test_where_a_target_is_written_is_read_as_a_place(where: str, place: Place | None) -> None:
    assert read_place(where) == place


def test_a_place_is_cited_as_a_plan_does() -> None:
    place = Place(objective="4", section="C", part="1", number="4")
    assert str(place) == "Objective 4, section C, Part 1, 4"
    assert str(Place(objective="2", section="B")) == "Objective 2, section B"


@pytest.mark.parametrize(
    ("text", "section", "part"),
    [
        ("A", "A", ""),
        ("SECTION C: Part 1:", "C", "1"),
        ("section c part 12", "C", "12"),
        ("Foreword", "Foreword", ""),
        ("", "", ""),
    ],
)
def test_a_section_is_read_with_its_part(text: str, section: str, part: str) -> None:
    assert read_section(text) == (section, part)


@pytest.mark.parametrize(
    ("text", "number"), [("Part 1:", "1"), ("4.", "4"), ("12", "12"), ("iv", "iv"), ("", "")]
)
def test_a_part_or_paragraph_is_read_as_its_number(text: str, number: str) -> None:
    assert read_part(text) == number


@pytest.mark.parametrize(
    ("text", "objective"),
    [
        ("OBJECTIVE 11: TO MAXIMISE", "11"),
        ("4", "4"),
        ("Outcome 2. Safe", "2"),
        ("Safe from harm", "Safe from harm"),
    ],
)
def test_an_objective_is_known_by_its_number(text: str, objective: str) -> None:
    assert read_objective(text) == objective


def test_a_section_has_its_paragraphs_its_boxes_and_its_question() -> None:
    section, part = sections_of(PASSAGES)
    assert section.text == "1 Adoption is PAF  C23\n2 Moves down to 15% by 2004"
    assert [box.text for box in section.boxes] == ["Approved adopters"]
    assert (section.question, str(section.cell)) == ("What will you do?", "Sections!E2")
    assert part.place == Place(objective="1", section="C", part="2")


def test_a_paragraph_without_a_number_is_printed_without_one() -> None:
    (section,) = sections_of((passage(2, Place(objective="2", section="C", part="2"), "ACPC timetable is:"),))
    assert section.text == "ACPC timetable is:"


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ("Objective 1, section B, 2", SECOND),
        ("Objective 1, section B", FIRST),
        ("Objective 1, section C, Part 2, 1", PART),
        ("Objective 1, section B, 9", None),
        ("a letter", None),
    ],
)
def test_a_citation_leads_to_its_paragraph(where: str, found: Passage | None) -> None:
    assert cited(where, PASSAGES) is found


def test_a_passage_is_about_the_indicators_that_it_names_and_those_that_cite_it() -> None:
    contents = Contents(
        passages=PASSAGES,
        indicators=(indicator("PAF C23"), indicator("PAF C2"), indicator("15")),
        targets=(target("Objective 1, section B, 2"), target("nowhere")),
    )
    assert indicators_in(contents) == {FIRST.cell: ("PAF C23",), SECOND.cell: ("PAF A1",)}


def test_a_passage_is_about_what_the_officer_put_beside_it_too() -> None:
    contents = Contents(passages=(replace(SECOND, indicators=("PAF D35", "7")),))
    assert indicators_in(contents) == {SECOND.cell: ("PAF D35", "7")}


def test_without_codes_of_several_words_only_citations_count() -> None:
    contents = Contents(passages=PASSAGES, indicators=(indicator("15"),))
    assert indicators_in(contents) == {}
