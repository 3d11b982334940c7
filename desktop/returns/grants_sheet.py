"""The sheet that holds the planned spends against the grants they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.expenditure import reconciled
from desktop.returns.cells import height, put, put_across
from desktop.returns.page import set_page
from desktop.returns.printed import as_printed
from desktop.returns.rows import set_widths

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from desktop.domain.contents import Contents
    from desktop.domain.expenditure import Grant, Reconciliation
    from desktop.returns.cells import Held
    from desktop.returns.indicator_sheet import Letterhead
    from desktop.returns.layouts import Form, GrantsLayout

_TITLE_HEIGHT, _LINE_HEIGHT, _GAP, _LEAST = 26.0, 18.0, 9.0, 16.0


def fill_grants(
    sheet: Worksheet, form: Form, layout: GrantsLayout, contents: Contents, letterhead: Letterhead
) -> None:
    """Fill a fresh sheet: each grant and their total, then the spends against them, and the verdict."""
    set_widths(sheet, (layout.name_width, layout.amount_width))
    _GrantsSheet(sheet, form, layout).fill(contents, letterhead)


class _GrantsSheet:
    """The sheet while it is filled from top to bottom."""

    def __init__(self, sheet: Worksheet, form: Form, layout: GrantsLayout) -> None:
        self.sheet, self.form, self.layout = sheet, form, layout
        self.row = 1

    def fill(self, contents: Contents, letterhead: Letterhead) -> None:
        self._across(self.layout.title, "title", _TITLE_HEIGHT)
        self._across(None, "letterhead", _LINE_HEIGHT)
        self._end_row(_GAP)
        self._line(self.layout.name, self.layout.amount, "header")
        for grant in contents.grants:
            self._grant(grant)
        total = sum(grant.amount.number or 0 for grant in contents.grants)
        self._line(self.layout.total, total, "sum", self.layout.number_format)
        if contents.expenditure:
            self._end_row(_GAP)
            self._reconciliation(reconciled(contents.expenditure, contents.grants))
        set_page(self.sheet, self.form.page, area=(self.row - 1, 2), repeat="4:4", footer=letterhead.footer)

    def _grant(self, grant: Grant) -> None:
        held, code = as_printed(grant.amount, (self.layout.number_format, *_POUNDS))
        self._line(grant.name, held, "finding", code)

    def _reconciliation(self, found: Reconciliation | None) -> None:
        layout = self.layout
        if found is None:
            self._across(layout.unread, "finding", _LEAST)
            return
        names = ", ".join(grant.name for grant in found.grants)
        self._line(layout.planned, found.planned, "finding", layout.number_format)
        self._line(layout.held.format(names=names), found.held, "finding", layout.number_format)
        self._line(layout.over, found.over, "sum", layout.number_format)
        agree = abs(found.over) <= layout.tolerance
        self._across(layout.within if agree else layout.apart, "finding", _LEAST)

    def _line(self, name: str, amount: Held, look: str, code: str = "") -> None:
        put(self.sheet, self.row, 1, name, self.form.looks[look])
        money = look if look == "header" else f"{look}_money"
        put(self.sheet, self.row, 2, amount, self.form.looks[money], code)
        self._end_row(max(_LEAST, height(name, self.layout.name_width, self.form.looks[look])))

    def _across(self, text: str | None, look: str, points: float) -> None:
        face = self.form.looks[look]
        put_across(self.sheet, self.row, (1, 2), text, face)
        width = self.layout.name_width + self.layout.amount_width
        self._end_row(max(points, height(text or "", width, face)))

    def _end_row(self, points: float) -> None:
        self.sheet.row_dimensions[self.row].height = points
        self.row += 1


_POUNDS = ("£#,##0", '"£"#,##0', '"£"#,##0.00', "#,##0", "#,##0.00", "0", "General")
