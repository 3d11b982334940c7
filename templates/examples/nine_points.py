"""Leeds: the 9 Point Plan of 2012, its priorities and what is aimed at under each point."""

from dataclasses import replace
from itertools import groupby

from openpyxl import Workbook

from templates.examples import crest
from templates.examples.plan_facts import read_aims, read_priorities
from templates.examples.ruled import RuledColumn, RuledTable
from templates.examples.style import CENTRED, STRONG

COLUMNS = (
    RuledColumn(heading="", width=6.0, look=replace(CENTRED, bold=True)),
    RuledColumn(heading="Priority", width=36.0, look=STRONG),
    RuledColumn(heading="Lead", width=17.0),
    RuledColumn(heading="Action", width=62.0),
    RuledColumn(heading="Milestones", width=58.0),
)
FOOTER = "Leeds City Council - 9 Point Plan"


def build() -> Workbook:
    """The nine point plan, and its aims on a sheet of their own."""
    book = Workbook()
    book.properties.title = "9 Point Plan"
    book.properties.creator = "Milepost"
    sheet = book.worksheets[0]
    sheet.title = "9 Point Plan"
    table = RuledTable(sheet, COLUMNS)
    table.head("9 Point Plan", ("Part Two sets out the detail of the plan",), room=1)
    table.headings()
    for point, priorities in groupby(read_priorities(), key=lambda one: one.point):
        table.band(point)
        for one in priorities:
            table.add((one.ref, one.priority, one.lead, one.action, one.milestones))
    table.finish(FOOTER)
    crest.place(sheet, "E1", size=60, shift=330)
    _aims(book)
    return book


def _aims(book: Workbook) -> None:
    table = RuledTable(
        book.create_sheet("Aims"),
        (RuledColumn(heading="Point", width=52.0, look=STRONG), RuledColumn(heading="Aim", width=100.0)),
    )
    table.head("What each point is to achieve", (), room=1)
    table.headings()
    for row in read_aims():
        table.add(row)
    table.finish(FOOTER)
