"""The narrative of a plan: numbered passages in sections under objectives, and the numbers in their boxes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.domain.cells import CellRef
    from desktop.domain.contents import Contents
    from desktop.domain.values import Value

_OBJECTIVE = re.compile(r"(?:objective|outcome|obj\.?)?\s*(\d{1,2})\b", re.IGNORECASE)
_SECTION = re.compile(r"(?:section\s+)?([A-Z])\b\s*[:.,]?\s*(?:part\s+(\d{1,2})\b)?", re.IGNORECASE)
_PART = re.compile(r"(?:part\s+)?(\d{1,2})\b", re.IGNORECASE)
_PLACE = re.compile(
    r"obj(?:ective|\.)?\s*(?P<objective>\d{1,2})\s*[,;:]?\s*"
    r"section\s+(?P<section>[A-Z])\b\s*(?:[,;:]?\s*part\s+(?P<part>\d{1,2}))?\s*"
    r"(?:[,;:]?\s*(?:no\.?\s*|paragraph\s+|para\.?\s*)?(?P<number>\d{1,2}))?\s*\.?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """Where something is written in a plan: Objective 4, section C, part 1, paragraph 4.

    All of it text, since a council may number as it likes; empty where there is none.
    """

    objective: str
    section: str
    part: str = ""
    number: str = ""

    def __str__(self) -> str:
        """The place as a plan cites it."""
        said = (
            self.objective and f"Objective {self.objective}",
            self.section and f"section {self.section}",
            self.part and f"Part {self.part}",
            self.number,
        )
        return ", ".join(filter(None, said))


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One paragraph of a section, or the number in a box, with its words.

    `heading` is the objective as the plan words it, `question` what the section answers. `figure` is None
    where the passage has no box. `cell` holds the text, or the figure where there is no text; `indicators`
    are the codes that the officer put beside it.
    """

    table: str
    heading: str
    place: Place
    question: str
    text: str
    figure: Value | None
    row: int
    cell: CellRef
    figure_cell: CellRef | None = None
    indicators: tuple[str, ...] = ()

    @property
    def boxed(self) -> bool:
        """Whether it is a number in a box, and not a paragraph."""
        return self.figure is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What a plan says in one section, or one part of it; its passages in the order of the sheet."""

    heading: str
    place: Place
    question: str
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """Its paragraphs, each under its number, without the boxes."""
        return "\n".join(numbered(passage) for passage in self.passages if not passage.boxed)

    @property
    def boxes(self) -> tuple[Passage, ...]:
        """The numbers that stand in its boxes."""
        return tuple(passage for passage in self.passages if passage.boxed)

    @property
    def cell(self) -> CellRef:
        """Where it begins."""
        return self.passages[0].cell


def numbered(passage: Passage) -> str:
    """A paragraph as the plan prints it: its number, then its text."""
    number = passage.place.number
    return f"{number} {passage.text}" if number else passage.text


def sections_of(passages: Iterable[Passage]) -> tuple[Section, ...]:
    """The sections that the passages make up, in their order."""

    def key(passage: Passage) -> tuple[str, str, Place]:
        return passage.table, passage.heading, _whole(passage.place)

    found = []
    for (_, heading, place), members in groupby(passages, key):
        together = tuple(members)
        question = next((one.question for one in together if one.question), "")
        found.append(Section(heading=heading, place=place, question=question, passages=together))
    return tuple(found)


def cited(where: str, passages: Sequence[Passage]) -> Passage | None:
    """The passage that words such as "Objective 4, section C, Part 1, 4" point to; None where there is none.

    Words that name no paragraph point to the first of the section.
    """
    place = read_place(where)
    if place is None:
        return None
    return next(
        (one for one in passages if one.place == place or (not place.number and _whole(one.place) == place)),
        None,
    )


def indicators_in(contents: Contents) -> Mapping[CellRef, tuple[str, ...]]:
    """The codes of the indicators that each passage is about.

    It names them, the officer put them beside it, or a target cites it.
    """
    found: dict[CellRef, dict[str, None]] = {}
    named = _naming([indicator.code for indicator in contents.indicators])
    for passage in contents.passages:
        for code in passage.indicators:
            found.setdefault(passage.cell, {})[code] = None
        for match in named.finditer(passage.text):
            found.setdefault(passage.cell, {})[" ".join(match[0].split())] = None
    for target in contents.targets:
        source = cited(target.where, contents.passages)
        if source is not None:
            found.setdefault(source.cell, {})[target.indicator] = None
    return {cell: tuple(codes) for cell, codes in found.items()}


def _naming(codes: Iterable[str]) -> re.Pattern[str]:
    """What finds codes in a text; a code of one word is left out, since a lone number is found anywhere."""
    several = sorted((code for code in set(codes) if " " in code.strip()), key=len, reverse=True)
    words = (r"\s+".join(map(re.escape, code.split())) for code in several)
    return re.compile(rf"\b(?:{'|'.join(words)})\b" if several else r"(?!)")


def read_place(where: str) -> Place | None:
    """The place that the words name; None where they don't name an objective and a section."""
    match = _PLACE.match(" ".join(where.split()))
    if match is None:
        return None
    return Place(
        objective=match["objective"],
        section=match["section"].upper(),
        part=match["part"] or "",
        number=match["number"] or "",
    )


def read_objective(text: str) -> str:
    """The number of an objective: "OBJECTIVE 4: TO ENSURE…" is 4; words without a number stay as they are."""
    match = _OBJECTIVE.match(text.strip())
    return match[1] if match else text.strip()


def read_section(text: str) -> tuple[str, str]:
    """Letter and part of a section: "SECTION C: Part 1" is C and 1; other words stay as they are."""
    match = _SECTION.fullmatch(" ".join(text.split()).rstrip(":. "))
    return (match[1].upper(), match[2] or "") if match else (text.strip(), "")


def read_part(text: str) -> str:
    """The number of a part or paragraph: "Part 1:" is 1, "4." is 4; words that read otherwise stay."""
    match = _PART.fullmatch(text.strip().rstrip(":.) "))
    return match[1] if match else text.strip()


def _whole(place: Place) -> Place:
    return Place(objective=place.objective, section=place.section, part=place.part)
