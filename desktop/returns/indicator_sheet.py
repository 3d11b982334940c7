"""The sheet of indicators: a letterhead, then each group's heading, periods and indicators."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from openpyxl.worksheet.pagebreak import Break

from desktop.returns.cells import height, put, put_across
from desktop.returns.page import page_room, set_page
from desktop.returns.printed import as_printed
from desktop.returns.rows import set_widths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from desktop.domain.indicators import Indicator
    from desktop.domain.periods import Period
    from desktop.returns.layouts import Form, IndicatorLayout

_REPEATED = 3  # rows on every page: title, authority, a gap
_TITLE_HEIGHT, _LETTERHEAD_HEIGHT, _GAP_BELOW, _LINE_HEIGHT = 26.0, 18.0, 6.0, 15.0
_GAP, _PERIODS_HEIGHT, _VALUES_HEIGHT = 9.0, 28.0, 15.5
_LEAST_DEFINITION = 15.5
_EMPTY = 6  # indicators that the empty form has room for


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The lines at the top that name the authority and its plan, and what stands at the foot of each page."""

    lines: tuple[str, ...]
    footer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Neighbouring indicators under one heading that have the same periods."""

    heading: str
    periods: tuple[Period, ...]
    indicators: tuple[Indicator, ...]


def _groups(indicators: Sequence[Indicator]) -> tuple[_Group, ...]:
    """The groups in the order of the workbook."""

    def key(indicator: Indicator) -> tuple[str, tuple[Period, ...]]:
        return indicator.group, tuple(value.period for value in indicator.values)

    return tuple(
        _Group(heading=heading, periods=periods, indicators=tuple(members))
        for (heading, periods), members in groupby(indicators, key)
    )


def fill_indicators(
    sheet: Worksheet,
    form: Form,
    layout: IndicatorLayout,
    indicators: Sequence[Indicator],
    letterhead: Letterhead,
) -> None:
    """Fill a fresh sheet; no group is parted by the end of a page that can hold it whole."""
    groups = _groups(indicators)
    periods = max((len(group.periods) for group in groups), default=len(layout.periods))
    _IndicatorSheet(sheet, form, layout, max(1, periods)).fill(groups, letterhead)


class _IndicatorSheet:
    """The sheet while it is filled from top to bottom."""

    def __init__(self, sheet: Worksheet, form: Form, layout: IndicatorLayout, periods: int) -> None:
        self.sheet, self.form, self.layout = sheet, form, layout
        self.last_column = periods + 1
        self.period_width = max(layout.period_least, layout.periods_width / periods)
        widths = (layout.code_width, *[self.period_width] * periods)
        set_widths(sheet, widths)
        self.room = page_room(form.page, widths, _TITLE_HEIGHT + _LETTERHEAD_HEIGHT + _GAP_BELOW)
        self.row = 1
        self.used = 0.0  # points of the page that is being filled, below the repeated rows
        self.letterhead = 0.0  # those that the first page's own lines take; they never stand alone

    def fill(self, groups: Sequence[_Group], letterhead: Letterhead) -> None:
        self._letterhead(letterhead)
        for group in groups:
            self._group(group)
        if not groups:
            self._empty()
        area = (self.row - 1, self.last_column)
        set_page(
            self.sheet,
            self.form.page,
            area=area,
            repeat=f"1:{_REPEATED}",
            footer=letterhead.footer,
        )
        self.sheet.freeze_panes = f"B{_REPEATED + 1}"

    def _letterhead(self, letterhead: Letterhead) -> None:
        first, *others = letterhead.lines or (self.layout.programme,)
        self._line(self.layout.title, "title", _TITLE_HEIGHT)
        for column in range(2, self.last_column + 1):
            put(self.sheet, self.row, column, None, self.form.looks["letterhead"])
        self._line(first, "letterhead", _LETTERHEAD_HEIGHT)
        self._end_row(_GAP_BELOW)
        self.used = 0.0
        for line in others:
            self._line(line, "line", _LINE_HEIGHT)
        if others:
            self._end_row(_GAP)
        self.letterhead = self.used

    def _line(self, text: str, look: str, points: float) -> None:
        put(self.sheet, self.row, 1, text, self.form.looks[look])
        self._end_row(points)

    def _end_row(self, points: float) -> None:
        self.sheet.row_dimensions[self.row].height = points
        self.row += 1
        self.used += points

    def _group(self, group: _Group) -> None:
        head = self._heading_height(group) + _PERIODS_HEIGHT
        entries = [self._definition_height(indicator) + _VALUES_HEIGHT for indicator in group.indicators]
        whole = head + sum(entries)
        least = whole if whole <= self.room else head + entries[0]
        if self.used > self.letterhead:
            self._end_row(_GAP)
            if self.used + least > self.room:
                self._new_page()
        self._heading(group)
        self._periods(group.periods)
        for indicator, points in zip(group.indicators, entries, strict=True):
            if self.used + points > self.room:
                self._new_page()
                self._periods(group.periods)
            self._indicator(indicator)

    def _empty(self) -> None:
        """The periods that the form names, and rows for the first indicators."""
        looks = self.form.looks
        put(self.sheet, self.row, 1, "Code", looks["header"])
        for column, text in enumerate(self.layout.periods, start=2):
            put(self.sheet, self.row, column, text, looks["header"])
        self._end_row(_PERIODS_HEIGHT)
        for _ in range(_EMPTY):
            put(self.sheet, self.row, 1, None, looks["code"])
            put_across(self.sheet, self.row, (2, self.last_column), None, looks["definition"])
            self._end_row(_LEAST_DEFINITION)
            for column in range(1, self.last_column + 1):
                put(self.sheet, self.row, column, None, looks["value"])
            self._end_row(_VALUES_HEIGHT)

    def _new_page(self) -> None:
        self.sheet.row_breaks.append(Break(id=self.row - 1))
        self.used = 0.0

    def _heading_height(self, group: _Group) -> float:
        look = self.form.looks["band"]
        width = self.layout.code_width + self.period_width * (self.last_column - 1)
        return height(group.heading, width, look) + 3.0 if group.heading else 0.0

    def _heading(self, group: _Group) -> None:
        if group.heading:
            columns = (1, self.last_column)
            put_across(self.sheet, self.row, columns, group.heading, self.form.looks["band"])
            self._end_row(self._heading_height(group))

    def _periods(self, periods: Sequence[Period]) -> None:
        put(self.sheet, self.row, 1, None, self.form.looks["header"])
        for column, period in enumerate(periods, start=2):
            text = self.layout.period.format(label=period.label, kind=self.layout.kinds[period.kind])
            look = "header" if period.kind.actual else "header_planned"
            put(self.sheet, self.row, column, text, self.form.looks[look])
        self._end_row(_PERIODS_HEIGHT)

    def _definition_height(self, indicator: Indicator) -> float:
        width = self.period_width * (self.last_column - 1)
        return max(_LEAST_DEFINITION, height(indicator.name, width, self.form.looks["definition"]))

    def _indicator(self, indicator: Indicator) -> None:
        looks = self.form.looks
        put(self.sheet, self.row, 1, indicator.code, looks["code"])
        put_across(self.sheet, self.row, (2, self.last_column), indicator.name, looks["definition"])
        self._end_row(self._definition_height(indicator))
        put(self.sheet, self.row, 1, None, looks["value"])
        for column, value in enumerate(indicator.values, start=2):
            held, number_format = as_printed(value.value, self.layout.number_formats)
            put(self.sheet, self.row, column, held, looks["value"], number_format)
        self._end_row(_VALUES_HEIGHT)
