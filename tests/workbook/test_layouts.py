"""The example workbooks laid out differently: whatever the layout, the records are the same."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.periods import Kind, read_period
from tests.trials import trials
from tests.workbook.facts import assert_cells_hold_the_records, facts
from tests.workbook.layouts import (
    column_added,
    columns_moved,
    header_split,
    kinds_above,
    lowered,
    periods_restyled,
    reworded,
    rows_added,
    rows_spread,
    shown,
    stacked,
)
from tests.workbook.sheets import Grid, Styled, read_grids, workbook_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.domain.periods import Period
    from desktop.workbook.workbook import Workbook
    from tests.workbook.facts import Facts
    from tests.workbook.sheets import Cell

EXAMPLES = Path(__file__).parents[2] / "templates" / "examples"
LEEDS = read_grids(EXAMPLES / "leeds-programme-plan-2012.xlsx")
LEICESTER = read_grids(EXAMPLES / "leicester-map-2001.xlsx")
FACTS = {id(grids): facts(workbook_of(grids).contents) for grids in (LEEDS, LEICESTER)}
BOTH = [
    pytest.param(LEEDS, "Programme Plan", id="leeds"),
    pytest.param(LEICESTER, "Indicators", id="leicester"),
]
HEADERS = ("PROJECT STRAND", "KEY MILESTONE", "STATUS", "BY WHEN", "IMPACT", "COMMENTS")
COLUMNS = 7

ORDERS = ("6543210", "1023456", "2013456", "3162540", "4560123", "5204631")


def same(grids: Mapping[str, Grid], changed: Mapping[str, Grid]) -> Workbook:
    """The workbook of the changed sheets, once its records have been found to be those of the first."""
    workbook = workbook_of(changed)
    assert facts(workbook.contents) == FACTS[id(grids)]
    assert workbook.contents.problems == ()
    assert_cells_hold_the_records(workbook)
    return workbook


def test_the_examples_hold_what_was_printed() -> None:
    leeds, leicester = (workbook_of(grids).contents for grids in (LEEDS, LEICESTER))
    assert [(table.kind, table.records) for table in leeds.tables] == [("plan", 46)]
    assert [(table.kind, table.form, table.records) for table in leicester.tables] == [
        ("indicators", "map-indicators", 46),
        ("targets", "targets", 12),
        ("expenditure", "expenditure", 9),
    ]
    assert leeds.problems == leicester.problems == ()


@pytest.mark.parametrize(("grids", "name"), BOTH)
@pytest.mark.parametrize("order", ORDERS, ids=ORDERS)
@pytest.mark.parametrize("merges", [False, True], ids=["unmerged", "merged"])
def test_columns_in_any_order(grids: Mapping[str, Grid], name: str, order: str, *, merges: bool) -> None:
    moved = columns_moved(grids[name], [int(column) for column in order], merges=merges)
    same(grids, {**grids, name: moved})


ADDED: Mapping[str, Callable[[int, list[Cell]], Cell]] = {
    "blank": lambda row, cells: None,
    "row numbers": lambda row, cells: row,
    "a header and remarks": lambda row, cells: (
        "Remarks" if "\n" in shown(cells[1]) or shown(cells[2]) == "KEY MILESTONE" else f"Remark {row}"
    ),
    "initials without a header": lambda row, cells: "seen by JS" if row > 6 and shown(cells[0]) else None,
}


@pytest.mark.parametrize(("grids", "name"), BOTH)
@pytest.mark.parametrize("at", [0, 1, 3, COLUMNS])
@pytest.mark.parametrize("cells", ADDED.values(), ids=ADDED.keys())
def test_further_columns_before_between_and_after(
    grids: Mapping[str, Grid], name: str, at: int, cells: Callable[[int, list[Cell]], Cell]
) -> None:
    same(grids, {**grids, name: column_added(grids[name], at, cells)})


def test_other_names_of_sheets_in_another_order() -> None:
    named = {f"Sheet{number}": grid for number, grid in enumerate(LEICESTER.values(), start=1)}
    same(LEICESTER, dict(reversed(named.items())))


PREAMBLE: tuple[tuple[Cell, ...], ...] = (
    ("Directorate", "Children's Services"),
    ("Version", 3),
    ("As at", dt.date(2012, 3, 31)),
    ("Figures are those of 1998/99 unless noted",),
    (),
    ("1", "2", "3"),
    ("Contact: A N Other", "other@example.org"),
    ("Status: draft",),
    (),
    ("PERFORMANCE",),
)


@pytest.mark.parametrize(("grids", "name"), BOTH)
def test_tables_ten_rows_lower_beneath_other_lines(grids: Mapping[str, Grid], name: str) -> None:
    same(grids, {**grids, name: lowered(grids[name], *PREAMBLE)})


@pytest.mark.parametrize(("grids", "name"), BOTH)
@pytest.mark.parametrize("every", [1, 2, 3, 5])
def test_blank_rows_between(grids: Mapping[str, Grid], name: str, every: int) -> None:
    same(grids, {**grids, name: rows_spread(grids[name], lambda row: row % every == 0)})


BELOW: Mapping[str, tuple[tuple[Cell, ...], ...]] = {
    "notes": ((), ("Note: figures are provisional",), ("Source: Department of Health",), ("* with respite",)),
    "a line after a gap": ((), ("Prepared by the policy team",)),
    "a source right beneath": (("Source: Department of Health",),),
    "a total": (("Total", None, 45, 12, 3),),
}


@pytest.mark.parametrize(("grids", "name"), BOTH)
@pytest.mark.parametrize("below", BELOW.values(), ids=BELOW.keys())
def test_notes_and_totals_beneath(
    grids: Mapping[str, Grid], name: str, below: tuple[tuple[Cell, ...], ...]
) -> None:
    same(grids, {**grids, name: rows_added(grids[name], *below)})


SPELT: Mapping[str, Callable[[str], str]] = {
    "upper case": str.upper,
    "lower case": str.lower,
    "odd spaces": lambda text: f"  {text.replace(' ', '   ')} ",
    "line breaks": lambda text: text.replace(" ", "\n"),
    "a colon": lambda text: f"{text}:",
}


@pytest.mark.parametrize(("grids", "name"), BOTH)
@pytest.mark.parametrize("spelt", SPELT.values(), ids=SPELT.keys())
def test_headers_however_they_are_spelt(
    grids: Mapping[str, Grid], name: str, spelt: Callable[[str], str]
) -> None:
    def word(text: str) -> str:
        return spelt(text) if text in HEADERS or ("\n" in text and read_period(text)) else text

    same(grids, {**grids, name: reworded(grids[name], word)})


def _kind(period: Period) -> str:
    return period.kind.value.title()


def _years(period: Period) -> str:
    return f"{period.end.year - 1}/{period.end.year % 100:02}"


def _date(period: Period, code: str) -> Styled:
    return Styled(dt.datetime.combine(period.end, dt.time()), code)


STYLES: Mapping[str, Callable[[Period], Cell]] = {
    "31/3/01 Planned": lambda period: f"{period.label} {_kind(period)}",
    "Planned 31/3/01": lambda period: f"{_kind(period)} {period.label}",
    "31/3/01 (Planned)": lambda period: f"{period.label} ({_kind(period)})",
    "as at 31/3/01 - planned": lambda period: f"As at {period.label} - {_kind(period).lower()}",
    "1998/99 Outturn": lambda period: f"{_years(period)} {_kind(period)}",
    "Target 2000-01": lambda period: f"{_kind(period)} {_years(period).replace('/', '-')}",
    "Target 00/01": lambda period: f"{_kind(period).replace('Planned', 'Target')} {_years(period)[2:]}",
    "Q4 2000/01": lambda period: f"Q4 {_years(period)} {_kind(period)}",
    "2000/01 Q4": lambda period: f"{_years(period)} Q4 {_kind(period)}",
    "31 March 2001": lambda period: f"{period.end.day} March {period.end.year} {_kind(period)}",
    "a date with a word": lambda period: _date(period, f'dd/mm/yy "{_kind(period)}"'),
}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())
def test_periods_in_other_styles(style: Callable[[Period], Cell]) -> None:
    same(LEICESTER, {**LEICESTER, "Indicators": periods_restyled(LEICESTER["Indicators"], style)})


@pytest.mark.parametrize(
    "style",
    [
        pytest.param(_years, id="years"),
        pytest.param(lambda period: _date(period, "dd/mm/yyyy"), id="days"),
        pytest.param(lambda period: _date(period, "mmm-yy"), id="months"),
    ],
)
def test_periods_that_do_not_say_their_kind_are_outturns(style: Callable[[Period], Cell]) -> None:
    changed = {**LEICESTER, "Indicators": periods_restyled(LEICESTER["Indicators"], style)}
    indicators = workbook_of(changed).contents.indicators
    before = workbook_of(LEICESTER).contents.indicators
    for now, then in zip(indicators, before, strict=True):
        assert (now.code, now.name, now.group) == (then.code, then.name, then.group)
        assert [value.period.kind for value in now.values] == [Kind.OUTTURN] * 6
        assert [(value.period.end, value.value) for value in now.values] == [
            (value.period.end, value.value) for value in then.values
        ]


@pytest.mark.parametrize("split", [header_split, kinds_above], ids=["kinds beneath", "kinds above"])
def test_headers_in_two_rows(split: Callable[[Grid], Grid]) -> None:
    workbook = same(LEICESTER, {**LEICESTER, "Indicators": split(LEICESTER["Indicators"])})
    table = workbook.contents.tables[0]
    assert (table.first_row, table.header_row) == (6, 7)


@pytest.mark.parametrize("gap", [0, 1, 3])
def test_all_tables_in_one_sheet(gap: int) -> None:
    parts = ("Expenditure", "Indicators", "Targets", "Cover")
    workbook = same(LEICESTER, {"All": stacked([LEICESTER[name] for name in parts], gap)})
    assert [table.kind for table in workbook.contents.tables] == ["expenditure", "indicators", "targets"]


@pytest.mark.parametrize("gap", [0, 1, 2])
@pytest.mark.parametrize("plan_first", [True, False])
def test_a_plan_and_indicators_in_one_sheet(gap: int, *, plan_first: bool) -> None:
    parts = [LEEDS["Programme Plan"], LEICESTER["Indicators"]]
    contents = workbook_of({"All": stacked(parts if plan_first else parts[::-1], gap)}).contents
    assert facts(contents)["milestones"] == FACTS[id(LEEDS)]["milestones"]
    assert facts(contents)["indicators"] == FACTS[id(LEICESTER)]["indicators"]


def test_titles_that_every_page_repeats_are_no_strands() -> None:
    plan = LEEDS["Programme Plan"]
    title = [*plan.rows[0][:1], *[None] * (COLUMNS - 1)]
    rows: list[list[Cell]] = []
    for number, row in enumerate(plan.rows, start=1):
        repeated = shown(row[0]) == "PROJECT STRAND" and number > 4
        rows += [title, [None] * COLUMNS, row] if repeated else [row]
    same(LEEDS, {"Programme Plan": Grid(rows=rows)})


SYNONYMS = [
    ("Objective", "Code", "Definition"),
    ("Objective", "Ref", "Indicator"),
    ("Theme", "PI", "Description"),
    ("Outcome", "Ref.", "PI"),
    ("Priority", "Ref No", "Performance Indicator"),
    ("National Objective", "Indicator", "Definition"),
    ("Section", "KPI", "Name"),
    ("Objective", "No", "Title"),
    ("GROUP", "MAP ref", "What we measure"),
]


def flat(*head: str | None, bands: bool = False, repeated: bool = True) -> dict[str, Grid]:
    """The Leicester indicators with one row to each, their groups in a column or as bands."""
    indicators = workbook_of(LEICESTER).contents.indicators
    periods = [f"{value.period.label} {_kind(value.period)}" for value in indicators[0].values]
    rows: list[list[Cell]] = [[*head, *periods]]
    group = ""
    for indicator in indicators:
        if bands and indicator.group != group:
            rows.append([indicator.group])
        said = None if indicator.group == group and not repeated else indicator.group
        group = indicator.group
        words = {"group": said, "code": indicator.code, "name": indicator.name}
        fields = ("code", "name") if len(head) == 2 else ("group", "code", "name")
        rows.append(
            [*(words[field] for field in fields), *(value.value.raw or None for value in indicator.values)]
        )
    return {**LEICESTER, "Indicators": Grid(rows=rows)}


@pytest.mark.parametrize("head", SYNONYMS, ids=map(" ".join, SYNONYMS))
@pytest.mark.parametrize("repeated", [True, False], ids=["every row", "first row"])
def test_flat_indicators_with_their_groups_in_a_column(head: tuple[str, ...], *, repeated: bool) -> None:
    same(LEICESTER, flat(*head, repeated=repeated))


@pytest.mark.parametrize("head", [*(words[1:] for words in SYNONYMS), (None, None)])
def test_flat_indicators_with_their_groups_as_bands(head: tuple[str | None, ...]) -> None:
    same(LEICESTER, flat(*head, bands=True))


def _without_groups(said: Facts) -> list[tuple[object, ...]]:
    return [(code, name, *rest) for code, name, _, *rest in said["indicators"]]


@pytest.mark.parametrize("head", [words[1:] for words in SYNONYMS], ids=map(" ".join, SYNONYMS))
def test_flat_indicators_without_groups(head: tuple[str, ...]) -> None:
    said = facts(workbook_of(flat(*head)).contents)
    assert _without_groups(said) == _without_groups(FACTS[id(LEICESTER)])


PLAN_WORDS = [
    ("Strand", "Ref", "Project", "Key milestone", "Status", "By when", "Impact", "Comments"),
    ("Theme", "No", "Project name", "Action", "RAG", "Due date", "Outcome", "Progress"),
    ("Workstream", "Letter", "Project title", "Milestones", "Current status", "Deadline", "Impact", "Notes"),
    ("Priority", "Ref", "Objective", "Task", "Status", "Timescale", "Success measures", "Update"),
    ("Objective", "Ref", "Priority", "Key actions", "RAG rating", "Target date", "Benefits", "Commentary"),
    ("Strand", None, "Project", "Key milestone", "Status", "By when", "Impact", "Comments"),
]


@pytest.mark.parametrize("head", PLAN_WORDS)
@pytest.mark.parametrize("repeated", [True, False], ids=["every row", "first row"])
def test_a_flat_plan(head: tuple[str | None, ...], *, repeated: bool) -> None:
    rows: list[list[Cell]] = [list(head)]
    place = None
    for milestone in workbook_of(LEEDS).contents.milestones:
        here = (milestone.strand, milestone.ref, milestone.project)
        due = milestone.due.raw
        said = here if repeated or here != place else (None, None, None)
        rows.append([*said, milestone.text, milestone.status.raw, due, milestone.impact, milestone.comments])
        place = here
    same(LEEDS, {"Tracker": Grid(rows=rows)})


@settings(max_examples=trials(16))
@given(data=st.data())
def test_any_of_it_together(data: st.DataObject) -> None:
    grids, name = data.draw(st.sampled_from([(LEEDS, "Programme Plan"), (LEICESTER, "Indicators")]))
    grid = grids[name]
    if data.draw(st.booleans()):
        grid = columns_moved(
            grid, data.draw(st.permutations(range(COLUMNS))), merges=data.draw(st.booleans())
        )
    if data.draw(st.booleans()):
        every = data.draw(st.integers(2, 9))
        grid = rows_spread(grid, lambda row: row % every == 0)
    for _ in range(data.draw(st.integers(0, 2))):
        at = data.draw(st.integers(0, COLUMNS))
        grid = column_added(grid, at, lambda row, _: row)
    if data.draw(st.booleans()):
        grid = lowered(grid, *PREAMBLE[: data.draw(st.integers(1, len(PREAMBLE)))])
    others = {other: sheet for other, sheet in grids.items() if other != name}
    same(grids, {**others, data.draw(st.text("abcXYZ 1", min_size=1, max_size=20)): grid})
