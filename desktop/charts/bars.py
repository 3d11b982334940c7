"""What the bars of a breakdown show: one column of its lines, the largest first, as plain values."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.breakdown import Against, Part, against
from desktop.domain.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.breakdown import Breakdown, BreakdownLine, Figure
    from desktop.domain.cells import CellRef

_FIRST = (Part.RATIO, Part.COUNT, Part.SHARE, Part.RATE, Part.POPULATION)
"""What is shown of a line whose label is chosen: the first of these that the table has."""
_WHOLE = 1.0
"""What a ratio is held against."""
_TOLD = 20
"""Bars that those hear of who can't see them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One line: what it is called, its number as it stands, and how it stands against the whole."""

    cell: CellRef
    label: str
    text: str
    number: float
    against: Against | None = None
    chosen: bool = False

    @property
    def words(self) -> str:
        """Everything that is said of it."""
        stands = f", {self.against.words}" if self.against is not None else ""
        return f"{self.label}: {self.text}{stands}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BarsPicture:
    """The bars from the top down, over a scale from 0 to `most`; `whole` is where a line marks it."""

    title: str
    subtitle: str
    summary: str
    bars: tuple[Bar, ...]
    most: float
    whole: float | None = None

    @property
    def chosen(self) -> int:
        """The place of the chosen bar; 0 where none is."""
        return next((place for place, bar in enumerate(self.bars) if bar.chosen), 0)


def bars_picture(breakdown: Breakdown, chosen: CellRef) -> BarsPicture | None:
    """The bars of the column of a cell, or of the first that tells most; None where it has no numbers."""
    columns = [figure.cell.column for figure in breakdown.lines[0].figures]
    column = chosen.column if chosen.column in columns else _telling(breakdown.lines[0])
    known = [
        (line, figure)
        for line in breakdown.members
        for figure in (line.at(column),)
        if figure is not None and figure.value.number is not None
    ]
    if not known:
        return None
    known.sort(key=lambda pair: -_number(pair[1]))
    bars = tuple(_bar(line, figure, chosen=line.row == chosen.row) for line, figure in known)
    first = known[0][1]
    whole = _WHOLE if first.part is Part.RATIO else None
    subtitle = _subtitle(breakdown, bars, first)
    return BarsPicture(
        title=first.header or breakdown.subject,
        subtitle=subtitle,
        summary=f"{subtitle}. {_summary(bars)}",
        bars=bars,
        most=max((bar.number for bar in bars), default=0.0) or _WHOLE,
        whole=whole,
    )


def _telling(line: BreakdownLine) -> int:
    return min(line.figures, key=lambda figure: _FIRST.index(figure.part)).cell.column


def _number(figure: Figure) -> float:
    return figure.value.number or 0.0


def _bar(line: BreakdownLine, figure: Figure, *, chosen: bool) -> Bar:
    return Bar(
        cell=figure.cell,
        label=line.label,
        text=figure.value.raw.strip(),
        number=_number(figure),
        against=against(figure),
        chosen=chosen,
    )


def _subtitle(breakdown: Breakdown, bars: Sequence[Bar], figure: Figure) -> str:
    lines = counted(len(bars), "line")
    if figure.part is Part.RATIO:
        stands = Counter(bar.against for bar in bars)
        counts = ", ".join(f"{stands[one]} {one}" for one in Against)
        return f"{lines} against the whole: {counts}"
    total = breakdown.total.at(figure.cell.column) if breakdown.total is not None else None
    return lines if total is None or total.value.blank else f"{lines} · total {total.value.raw.strip()}"


def _summary(bars: Sequence[Bar]) -> str:
    told = "; ".join(bar.words for bar in bars[:_TOLD])
    left = len(bars) - _TOLD
    return f"{told}; and {left} more" if left > 0 else told
