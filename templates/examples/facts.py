"""The facts of the two published plans, read from the CSV files in data/ exactly as they were printed."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data"
_NUMBER = re.compile(r"\d+(?:\.(\d+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One printed entry of the indicator section; `values` stand in the order of `Return.periods`."""

    objective: int
    code: str
    definition: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """The indicator section: six period headings ("1998/99 Outturn") and the entries under them."""

    periods: tuple[str, ...]
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A number that a narrative section promises for an indicator, with the sentence it stands in."""

    indicator: str
    target: str
    by_when: str
    typed_as: str
    set_by: str
    where: str
    as_written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """One answer of a section D: an amount of grant ("£463,950") under an objective."""

    objective: int
    area: str
    question: str
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One numbered paragraph of a section, or a number that stands in a box ("24") with its label."""

    objective: int
    section: str
    part: str
    question: str
    number: str
    text: str
    figure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """One printed row of the programme plan; a project's later rows repeat its strand, letter and text."""

    strand: str
    ref: str
    project: str
    text: str
    status: str
    due: str
    impact: str
    comments: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a cell holds to show a printed figure: the value and, for a number, its format."""

    value: float | str | None
    number_format: str | None = None


def reading(printed: str) -> Reading:
    """A number with its printed decimals ("6.0" as 0.0); other text as it stands; nothing for ""."""
    match = _NUMBER.fullmatch(printed)
    if not match:
        return Reading(value=printed or None)
    if decimals := match[1]:
        return Reading(value=float(printed), number_format="0." + "0" * len(decimals))
    return Reading(value=int(printed), number_format="0")


def _rows(name: str) -> tuple[list[str], list[list[str]]]:
    with (DATA / name).open(encoding="utf-8", newline="") as source:
        header, *rows = csv.reader(source)
    return header, rows


def read_return() -> Return:
    """The 46 indicator entries of Leicester's plan (PAF E45 is printed twice)."""
    header, rows = _rows("leicester_map_indicators.csv")
    return Return(
        periods=tuple(header[3:]),
        indicators=tuple(
            Indicator(objective=int(row[0]), code=row[1], definition=row[2], values=tuple(row[3:]))
            for row in rows
        ),
    )


def read_promises() -> tuple[Promise, ...]:
    """What the narrative sections of Leicester's plan promise of its indicators, in the order of the plan."""
    header, rows = _rows("leicester_targets.csv")
    return tuple(Promise(**dict(zip(header, row, strict=True))) for row in rows)


def read_spending() -> tuple[Spending, ...]:
    """The nine answers of Leicester's sections D."""
    _, rows = _rows("leicester_grant_expenditure.csv")
    return tuple(
        Spending(objective=int(objective), area=area, question=question, amount=amount)
        for objective, area, question, amount in rows
    )


def read_breakdown(name: str) -> tuple[list[str], list[list[str]]]:
    """The headers and the rows of one of the tables of Leeds' baseline."""
    return _rows(name)


def read_objectives() -> dict[int, str]:
    """The headings of Leicester's eleven objectives, by number."""
    _, rows = _rows("leicester_objectives.csv")
    return {int(number): title for number, title in rows}


def read_passages() -> tuple[Passage, ...]:
    """The 368 paragraphs and boxes of Leicester's sections A to D, the amounts of section D left out."""
    _, rows = _rows("leicester_sections.csv")
    fields = ("section", "part", "question", "number", "text", "figure")
    return tuple(
        Passage(objective=int(objective), **dict(zip(fields, row, strict=True))) for objective, *row in rows
    )


def read_milestones() -> tuple[Milestone, ...]:
    """The 46 printed rows of Leeds' programme plan, 43 of them with a milestone."""
    _, rows = _rows("leeds_programme_plan.csv")
    fields = ("strand", "ref", "project", "text", "status", "due", "impact", "comments")
    return tuple(Milestone(**dict(zip(fields, row, strict=True))) for row in rows)
