"""Rows of the sheet of notes, read: an officer may have typed them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.domain.dates import find_dates
from desktop.domain.indicators import Polarity
from desktop.domain.notes import (
    SETTINGS,
    UNLIMITED,
    CardText,
    ChartNote,
    Explanation,
    HiddenAdvice,
    IndicatorSetting,
    KeptTarget,
    Link,
    Remarked,
)
from desktop.domain.periods import read_period
from desktop.domain.values import read_value
from desktop.workbook.notes_layout import ABOUT, BY, DATE, HELD, POINT, RULE, TEXT, VALUE, WHAT, WHERE
from desktop.workbook.notes_rows import (
    CARD,
    CHART_NOTES,
    EXPLANATION,
    HIDDEN,
    LINK,
    NO_LIMIT,
    SETTING,
    TARGET,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from desktop.domain.notes import Note
    from desktop.workbook.notes_layout import Layout
    from desktop.workbook.sheet import Sheet

_Given = TypeVar("_Given")

_MOVED = re.compile(r"(\d{1,5})\s*(right|left|up|down)", re.IGNORECASE)
_TEXTS = frozenset({"unit", "comparator"})


class Slip(Exception):
    """A row that can't be read; its text says what is wrong with it and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of the sheet, read by its headers."""

    sheet: Sheet
    layout: Layout
    row: int

    def text(self, header: str) -> str:
        """What is shown under a header."""
        column = self.layout.columns.get(header)
        return "" if column is None else self.sheet.text(self.row, column).strip()

    def needed(self, header: str) -> str:
        """What is shown under a header that may not be empty."""
        text = self.text(header)
        if not text:
            raise Slip(f"nothing stands under {header}. Fill it in, or delete the row.")
        return text

    def number(self, header: str) -> float | None:
        """The number under a header; None where nothing stands there."""
        column = self.layout.columns.get(header)
        if column is None or not self.text(header):
            return None
        number = read_value(self.text(header), self.sheet.number(self.row, column)).number
        if number is None:
            raise Slip(f"“{self.text(header)}” under {header} is no number. Put in a figure.")
        return number

    def date(self, header: str) -> dt.date | None:
        """The date under a header; None where nothing stands there."""
        column = self.layout.columns.get(header)
        text = self.text(header)
        if column is None or not text:
            return None
        found = find_dates(text)
        date = self.sheet.date(self.row, column) or (found[0].date if len(found) == 1 else None)
        if date is None:
            raise Slip(f"“{text}” under {header} is no date. Put in a day, such as 31/03/2002.")
        return date


def read_line(line: Line) -> Note:
    """What a row keeps; raises Slip where it can't be told."""
    what = " ".join(line.text(WHAT).split()).capitalize()
    read = _READERS.get(what)
    if read is None:
        said = f"“{line.text(WHAT)}” under {WHAT} is not" if what else f"under {WHAT} should stand"
        raise Slip(f"{said} one of {', '.join(_READERS)}. Put one in, or delete the row.")
    return read(line)


def _given(value: _Given | None, header: str) -> _Given:
    if value is None:
        raise Slip(f"nothing stands under {header}. Fill it in, or delete the row.")
    return value


def _remarked(line: Line) -> Remarked:
    return Remarked(
        rule=line.needed(RULE).upper(),
        subject=line.needed(ABOUT),
        point=line.text(POINT),
        held=line.text(HELD),
    )


def _explanation(line: Line) -> Explanation:
    return Explanation(
        of=_remarked(line),
        text=line.needed(TEXT),
        by=line.text(BY),
        date=line.date(DATE),
        where=line.text(WHERE),
        row=line.row,
    )


def _hidden(line: Line) -> HiddenAdvice:
    return HiddenAdvice(
        of=_remarked(line),
        by=line.text(BY),
        date=line.date(DATE),
        where=line.text(WHERE),
        row=line.row,
    )


def _target(line: Line) -> KeptTarget:
    return KeptTarget(
        indicator=line.needed(ABOUT),
        value=_given(line.number(VALUE), VALUE),
        date=_given(line.date(POINT), POINT),
        set_by=line.text(BY),
        where=line.text(WHERE),
        text=line.text(TEXT),
        row=line.row,
    )


def _setting(line: Line) -> IndicatorSetting:
    code, name = line.needed(ABOUT), line.needed(POINT).casefold()
    text = line.needed(VALUE)
    said: dict[str, Any] = {}
    if name in _TEXTS:
        said[name] = text
    elif name == "polarity":
        said[name] = _polarity(text)
    elif name in _NO_LIMITS and text.casefold() == NO_LIMIT:
        said[name] = _NO_LIMITS[name]
    elif name in SETTINGS:
        said[name] = line.number(VALUE)
    else:
        raise Slip(
            f"“{line.text(POINT)}” under {POINT} is nothing that can be set. Put in Unit, Polarity, Ideal, "
            "Tolerance, Minimum, Maximum or Comparator, or delete the row."
        )
    return IndicatorSetting(code=code, rows=(line.row,), **said)


_NO_LIMITS = {"minimum": -UNLIMITED, "maximum": UNLIMITED}


def _polarity(text: str) -> Polarity:
    try:
        return Polarity(text.casefold())
    except ValueError:
        words = ", ".join(Polarity)
        raise Slip(f"“{text}” under {VALUE} does not say what is better. Put in one of {words}.") from None


def _chart_note(line: Line) -> ChartNote:
    text = line.needed(POINT)
    column = line.layout.columns[POINT]
    period = None if line.sheet.date(line.row, column) else read_period(text)
    moved = {way.casefold(): int(by) for by, way in _MOVED.findall(line.text(WHERE))}
    return ChartNote(
        indicator=line.needed(ABOUT),
        date=period.end if period else _given(line.date(POINT), POINT),
        text=line.needed(TEXT),
        kind=_KINDS[" ".join(line.text(WHAT).split()).capitalize()],
        period=text if period else "",
        value=line.number(VALUE),
        by=line.text(BY),
        written=line.date(DATE),
        right=moved.get("right", 0) - moved.get("left", 0),
        up=moved.get("up", 0) - moved.get("down", 0),
        row=line.row,
    )


_KINDS = {what: kind for kind, what in CHART_NOTES.items()}


def _link(line: Line) -> Link:
    return Link(
        indicator=line.needed(ABOUT),
        strand=line.text(WHERE),
        ref=line.text(POINT),
        milestone=line.needed(TEXT),
        row=line.row,
    )


def _card(line: Line) -> CardText:
    return CardText(
        indicator=line.needed(ABOUT),
        section=line.needed(POINT),
        text=line.needed(TEXT),
        by=line.text(BY),
        date=line.date(DATE),
        row=line.row,
    )


_READERS: Mapping[str, Callable[[Line], Note]] = {
    EXPLANATION: _explanation,
    TARGET: _target,
    SETTING: _setting,
    **dict.fromkeys(_KINDS, _chart_note),
    LINK: _link,
    CARD: _card,
    HIDDEN: _hidden,
}
