"""Which indicators and issues move with one: what a plan says of each in a table of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain.cells import CellRef
    from desktop.domain.indicators import Indicator

_NOT_A_WORD = re.compile(r"\W+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Linkage:
    """What is linked to an indicator, which is named in words or by its code; `cell` holds the name."""

    table: str
    indicator: str
    linked: str
    row: int
    cell: CellRef


def named_by(linkage: Linkage, indicators: Iterable[Indicator]) -> tuple[str, ...]:
    """The codes of the indicators that a linkage names: by a code, or by words that their names hold.

    "School attendance" names that of primary and that of secondary schools.
    """
    words = _words(linkage.indicator)
    return tuple(one.code for one in indicators if words in _words(one.name) or linkage.indicator == one.code)


def _words(name: str) -> str:
    """A name without case and punctuation, with a space around each word."""
    return f" {_NOT_A_WORD.sub(' ', name.casefold()).strip()} "
