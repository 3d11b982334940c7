"""A form filled from the records of a workbook: a fresh workbook of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook

from desktop.returns.cells import add_looks
from desktop.returns.check_sheet import fill_check
from desktop.returns.indicator_sheet import Letterhead, fill_indicators

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from desktop.domain.findings import Finding
    from desktop.domain.indicators import Indicator
    from desktop.returns.forms import Form


def filled(
    form: Form,
    indicators: Sequence[Indicator],
    findings: Sequence[Finding],
    *,
    source: str,
    as_at: dt.date,
    title: tuple[str, ...],
) -> Workbook:
    """The return as a workbook in memory; `source` is the name of the workbook the records come from."""
    title = tuple(line for line in title if _plain(line) != _plain(form.indicators.title))
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    add_looks(workbook, form.looks.values())
    workbook.properties.creator = "Milepost"
    workbook.properties.title = ": ".join((form.indicators.title, *title[:1]))
    letterhead = Letterhead(
        lines=title,
        footer=form.indicators.footer.format(source=source, as_at=f"{as_at:%d/%m/%Y}"),
    )
    fill_indicators(workbook.create_sheet(form.indicators.sheet), form, indicators, letterhead)
    fill_check(workbook.create_sheet(form.check.sheet), form, findings, source, as_at)
    return workbook


def _plain(line: str) -> str:
    return " ".join(line.split()).casefold()
