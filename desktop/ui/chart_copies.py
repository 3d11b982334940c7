"""What of a chart goes to the clipboard: a picture for a report, or its figures for a spreadsheet.

One or the other, never both: a word processor that is offered both takes the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from desktop.domain.targets import own_targets
from desktop.grid.html_clipboard import ShownCell, block_mime
from desktop.printing.alone import chart_image, chart_svg
from desktop.ui.chart_pages import Wanted, chart_page, source

if TYPE_CHECKING:
    from desktop.document.document import Document
    from desktop.domain.indicators import Indicator
    from desktop.domain.values import Value

_HEADERS = ("Period", "Kind", "Value")


def picture_mime(document: Document, indicator: Indicator) -> QMimeData:
    """The chart as an image and as SVG, with the officer’s notes but without what the check says."""
    workbook = document.workbook
    foot = source(workbook, indicator, document.as_at)
    page = chart_page(workbook, (), indicator, Wanted(), foot)
    mime = QMimeData()
    mime.setImageData(chart_image(page))
    mime.setData("image/svg+xml", chart_svg(page))
    return mime


def figures_mime(document: Document, indicator: Indicator) -> QMimeData:
    """The values of an indicator, a row for each period, and the targets set for it."""
    rows = [_heads(f"{indicator.code} {indicator.name}".strip(), "", ""), _heads(*_HEADERS)]
    rows += [_row(value.period.label, value.period.kind.value, value.value) for value in indicator.values]
    own = own_targets(indicator.code, document.contents.targets)
    rows += [_row(target.date_raw, "target", target.value) for target in own]
    return block_mime(rows)


def _heads(*texts: str) -> list[ShownCell]:
    return [ShownCell(text, None, "") for text in texts]


def _row(period: str, kind: str, value: Value) -> list[ShownCell]:
    """A period with its value, which is a number to a spreadsheet where it can be read as one."""
    code = "General" if value.number is not None else ""
    return [*_heads(period, kind), ShownCell(value.raw, value.number, code)]
