"""Leicester: the Quality Protects Management Action Plan 2001-2002 (MAP 3), its figures as printed."""

from openpyxl import Workbook

from templates.examples.cover import SECTIONS, SHEETS, write_cover
from templates.examples.indicators import write_indicators
from templates.examples.narrative import write_expenditure, write_targets
from templates.examples.sections import write_sections

FOOTER = "Leicester City Council - Quality Protects MAP 3, 2001-2002"


def build() -> Workbook:
    """The four sheets: Cover, Indicators, Targets, Expenditure."""
    return _with_sheets(sections=False)


def build_whole() -> Workbook:
    """The whole plan: the four sheets, and before the indicators its sections A to D."""
    return _with_sheets(sections=True)


def _with_sheets(*, sections: bool) -> Workbook:
    book = Workbook()
    book.properties.title = "Quality Protects Management Action Plan 2001-2002"
    book.properties.creator = "Milepost"
    write_cover(book.worksheets[0], FOOTER, (*SECTIONS, *SHEETS) if sections else SHEETS)
    if sections:
        write_sections(book.create_sheet("Sections"), FOOTER)
    write_indicators(book.create_sheet("Indicators"), FOOTER)
    write_targets(book.create_sheet("Targets"), FOOTER)
    write_expenditure(book.create_sheet("Expenditure"), FOOTER)
    return book
