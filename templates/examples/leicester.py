"""Leicester: the Quality Protects Management Action Plan 2001-2002 (MAP 3), its figures as printed."""

from openpyxl import Workbook

from templates.examples.cover import write_cover
from templates.examples.indicators import write_indicators
from templates.examples.narrative import write_expenditure, write_targets

FOOTER = "Leicester City Council - Quality Protects MAP 3, 2001-2002"


def build() -> Workbook:
    """The four sheets: Cover, Indicators, Targets, Expenditure."""
    book = Workbook()
    book.properties.title = "Quality Protects Management Action Plan 2001-2002"
    book.properties.creator = "Milepost"
    write_cover(book.worksheets[0], FOOTER)
    write_indicators(book.create_sheet("Indicators"), FOOTER)
    write_targets(book.create_sheet("Targets"), FOOTER)
    write_expenditure(book.create_sheet("Expenditure"), FOOTER)
    return book
