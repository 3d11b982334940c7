"""Pages for the board, as plain values: the same object is shown, printed and written to a file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QRectF, QSizeF
    from PySide6.QtGui import QFont, QPainter

Drawing: TypeAlias = "Callable[[QPainter, QRectF], None]"
"""Paints a chart into a rectangle, in the painter's font."""
Spread: TypeAlias = "Callable[[QSizeF, QFont], Sequence[Drawing]]"
"""Divides what is drawn into pieces that each fit a size, in a type."""

_LONG, _SHORT = 1123.0, 794.0
"""The sides of A4 in 96ths of an inch."""


class Paper(StrEnum):
    """Sizes of paper. A page fills either: what is laid out for A4 is larger by a half on A3."""

    A4 = "A4"
    A3 = "A3"

    @property
    def enlarged(self) -> float:
        """Its sides as a share of those of A4."""
        return 2**0.5 if self is Paper.A3 else 1.0


class Orientation(StrEnum):
    """How the paper lies; a page is laid out for one of the two."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"

    @property
    def width(self) -> float:
        """In units of the page: 96ths of an inch on A4."""
        return _LONG if self is Orientation.LANDSCAPE else _SHORT

    @property
    def height(self) -> float:
        """In units of the page: 96ths of an inch on A4."""
        return _SHORT if self is Orientation.LANDSCAPE else _LONG


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note beneath the chart, under what stands on its flag; empty where the chart has no flag for it.

    `mark` says its severity in a word, empty where it has none; an officer's `own` note has a flag of another
    shape.
    """

    flag: str
    text: str
    own: bool = False
    mark: str = ""
    colour: str = "#1d1f21"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The table of figures: a header, a kind of value and a value for each period."""

    headers: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What every page has: a heading, where its figures come from, and which of how many it is.

    `paper` is what it is laid out for: one for A3 holds twice as much, in type of the same size.
    """

    title: str
    status: str
    subtitle: str
    source: str
    drawing: Drawing | None = None
    orientation: Orientation = Orientation.LANDSCAPE
    paper: Paper = Paper.A4
    number: int = 1
    of: int = 1

    @property
    def width(self) -> float:
        """In 96ths of an inch on the paper that it is laid out for."""
        return self.orientation.width * self.paper.enlarged

    @property
    def height(self) -> float:
        """In 96ths of an inch on the paper that it is laid out for."""
        return self.orientation.height * self.paper.enlarged


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPage(Page):
    """One chart with its notes and figures. A page that carries notes over has no drawing."""

    notes: tuple[Note, ...] = ()
    figures: Figures = Figures()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a report card's part: a text across it, or the cells of a table's row.

    A `strong` one heads the lines beneath it; a `quiet` one says that there is nothing to say.
    """

    cells: tuple[str, ...]
    strong: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a report card: its heading at the side, a remark beneath that, and its lines."""

    heading: str
    lines: tuple[Line, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPage(Page):
    """A report card: the chart above, then the parts in order. A page that goes on has no drawing.

    `travel` is the direction of travel, which stands beside the status; `goes_on` says that the next page
    continues this one.
    """

    travel: str = ""
    parts: tuple[Part, ...] = ()
    goes_on: bool = False
    orientation: Orientation = Orientation.PORTRAIT


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadPage(Page):
    """An overview over as many pages as it needs; one that is divided has its own piece for a drawing."""

    spread: Spread | None = None
