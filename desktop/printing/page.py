"""A page for the board, as plain values: the same object is shown, printed and written to a file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

Drawing: TypeAlias = "Callable[[QPainter, QRectF], None]"
"""Paints a chart into a rectangle, in the painter's font."""


class Paper(StrEnum):
    """Sizes of paper, always landscape. A page fills either: on A3 all is larger by a half."""

    A4 = "A4"
    A3 = "A3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note beneath the chart, numbered as its flag is; `number` is None where the chart has no flag for it.

    `mark` says its severity in a word, empty where it has none.
    """

    number: int | None
    text: str
    mark: str = ""
    colour: str = "#1d1f21"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The table of figures: a header, a kind of value and a value for each period."""

    headers: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPage:
    """One chart with its notes and figures. A page that carries notes over has no drawing."""

    title: str
    status: str
    subtitle: str
    source: str
    drawing: Drawing | None = None
    notes: tuple[Note, ...] = ()
    figures: Figures = Figures()
    number: int = 1
    of: int = 1
