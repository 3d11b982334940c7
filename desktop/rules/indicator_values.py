"""Rules on the values of one indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.findings import Severity
from desktop.domain.periods import Kind
from desktop.domain.values import Missing
from desktop.rules.rule import Remark
from desktop.rules.words import column, stated, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.indicators import Indicator, IndicatorValue, Measure


def unreadable(indicator: Indicator) -> Iterator[Remark]:
    """A value can be read neither as a number nor as a missing marker.

    Nothing can be drawn, added up or judged from such a cell, and whoever receives the return has to ask.
    Example: "about 80" for 31/3/02 planned.
    """
    for value in indicator.values:
        if not value.value.readable:
            yield Remark(
                value.cell,
                f"“{written(value)}” for {column(value.period)} can't be read as a number. "
                "Type the figure alone, or N/A if the indicator does not apply.",
            )


def unknown(indicator: Indicator) -> Iterator[Remark]:
    """The value is unknown ("?").

    The return asks for a figure, or for the reason why there is none; "N/A" (not applicable) is an answer.
    Example: "?" for 1998/99 outturn.
    """
    for value in indicator.values:
        if value.value.missing is Missing.UNKNOWN:
            yield Remark(
                value.cell,
                f"The value for {column(value.period)} is unknown (“{written(value)}”). "
                "Type the figure, or explain why it can't be had.",
            )


_BLANK = {
    Kind.OUTTURN: (Severity.ADVICE, "Add it if it is known, so that the chart shows the full history."),
    Kind.PROVISIONAL: (Severity.QUERY, "Type the figure, or explain why there is none yet."),
    Kind.PLANNED: (Severity.QUERY, "Type what is planned, or explain why nothing is."),
}
_NOT_WORKED_OUT = "Open the workbook in Excel and save it there, then open it here again."


def blank(indicator: Indicator) -> Iterator[Remark]:
    """The cell is blank: a query in a provisional or planned period, advice in an outturn period.

    A blank may mean forgotten, unknown or none planned, and only the officer knows which. A formula that
    shows nothing because it was never worked out is none of these, and advice whatever the period.
    Example: nothing for 31/3/02 planned.
    """
    for value in indicator.values:
        if value.value.blank and value.period.kind in _BLANK:
            severity, step = _BLANK[value.period.kind]
            missing = f"No value for {column(value.period)}."
            if value.value.stale:
                severity, step = Severity.ADVICE, _NOT_WORKED_OUT
                missing = f"The formula for {column(value.period)} has not been worked out yet."
            yield Remark(value.cell, f"{missing} {step}", severity=severity)


def impossible(indicator: Indicator) -> Iterator[Remark]:
    """The value lies outside the measure's limits, or counts whole things and is not whole.

    Such a figure is a slip of the keyboard, of the unit or of the row.
    Example: 850 for a percentage.
    """
    for value in indicator.values:
        if value.value.number is not None and (fault := _fault(indicator.measure, value.value.number)):
            yield Remark(value.cell, _impossible(value, fault))


def _fault(measure: Measure, number: float) -> str:
    if measure.minimum is not None and number < measure.minimum:
        return f"is below {measure.minimum:g}, the lowest value that it can have"
    if measure.maximum is not None and number > measure.maximum:
        return f"is above {measure.maximum:g}, the highest value that it can have"
    if measure.counts and not number.is_integer():
        return "is not whole, but it counts whole things"
    return ""


def _impossible(value: IndicatorValue, fault: str) -> str:
    return f"The value for {column(value.period)} is {stated(value)}, which {fault}. Correct the figure."
