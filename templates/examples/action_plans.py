"""Leeds: the action plan of June 2011 with its progress, and the three initial plans that it grew from."""

from itertools import groupby
from typing import TYPE_CHECKING

from openpyxl import Workbook

from templates.examples import crest
from templates.examples.plan_facts import (
    read_action_plan,
    read_areas_of_focus,
    read_heads,
    read_obsession_plans,
)
from templates.examples.ruled import RuledColumn, RuledTable
from templates.examples.style import CENTRED, STRONG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from templates.examples.plan_facts import Action

CONTRIBUTORS = {
    "Looked after children": "Contributing Officers/Teams",
    "Attendance": "Contributing Officers or agencies",
    "NEET": "Contributing Officers",
}


def build_progress() -> Workbook:
    """The action plan with progress, and the areas of focus on a sheet of their own."""
    book = _book("Action plan: reducing the number of looked after children")
    table = _plan(book, "Action plan", "Contributing Officers/Teams", progress=True)
    table.head(
        "Draft action plans for the 3 obsessions- Reducing the number of looked after children",
        read_heads()["Action plan"],
        room=1,
    )
    _fill(table, read_action_plan(), progress=True)
    table.finish("Leeds Children's Trust Board - action plan, June 2011")
    crest.place(book.worksheets[0], "F1", size=60, shift=250)
    _areas_of_focus(book)
    return book


def build_obsessions() -> Workbook:
    """The three initial action plans, each on its sheet."""
    book = _book("Initial action plans for the 3 obsessions")
    for name, actions in read_obsession_plans().items():
        table = _plan(book, name, CONTRIBUTORS[name], progress=False)
        table.head(f"Initial action plans for the 3 obsessions- {name}", read_heads()[name], room=1)
        _fill(table, actions, progress=False)
        table.finish("Leeds Children and Young People's Plan 2011-15 - initial action plans")
    crest.place(book.worksheets[0], "E1", size=60, shift=270)
    return book


def _book(title: str) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = title
    book.properties.creator = "Milepost"
    return book


def _plan(book: Workbook, name: str, contributors: str, *, progress: bool) -> RuledTable:
    columns = [
        RuledColumn(heading="Action", width=34.0, look=STRONG),
        RuledColumn(heading="Targeting", width=26.0),
        RuledColumn(heading="Action Owner", width=16.0),
        RuledColumn(heading=contributors, width=25.0),
        RuledColumn(heading="Milestone or Target", width=40.0 if progress else 50.0),
    ]
    if progress:
        columns.append(RuledColumn(heading="Progress Update", width=46.0))
    return RuledTable(book.create_sheet(name), columns)


def _fill(table: RuledTable, actions: "Sequence[Action]", *, progress: bool) -> None:
    table.headings()
    for band, members in groupby(actions, key=lambda action: action.band):
        if band:
            table.band(band)
        for one in members:
            texts = (one.action, one.targeting, one.owner, one.contributors, one.milestone, one.progress)
            table.add(texts if progress else texts[:-1])


def _areas_of_focus(book: Workbook) -> None:
    columns = (
        RuledColumn(heading="Area of focus", width=44.0, look=STRONG),
        RuledColumn(heading="Update", width=80.0),
        RuledColumn(heading="Status and direction", width=22.0, look=CENTRED),
    )
    table = RuledTable(book.create_sheet("Areas of focus"), columns)
    table.head("As of June there are four key areas of focus", (), room=1)
    table.headings()
    for row in read_areas_of_focus():
        table.add(row)
    table.finish("Leeds Children's Trust Board - areas of focus, June 2011")
