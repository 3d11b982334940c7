"""What an indicator is compared with: another line of the workbook in the same unit."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from desktop.domain.library import normal_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.domain.indicators import Indicator

_ELSEWHERE = re.compile(
    r"\b(?P<name>statistical neighbours?|stat\.? neighbours?|core cities|england(?: and wales)?|"
    r"national average|national|regional average)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s()\[\]:,;–—-]+")
_TEXTS = 1 << 15
"""The codes and names of the longest workbooks."""


def comparators(indicator: Indicator, others: Sequence[Indicator]) -> tuple[tuple[str, Indicator], ...]:
    """The lines that an indicator is read against, each once with the name to show; of the same unit only.

    The line that its measure names by code or name comes first, then those whose code or name is the
    indicator's own with the words for elsewhere: "PAF C20 England", or the same code beside "England".
    """
    found = chain(_named(indicator, others), _elsewhere(indicator, others))
    return tuple(
        {other.cell: (name, other) for name, other in found if other.cell != indicator.cell}.values()
    )


def _named(indicator: Indicator, others: Sequence[Indicator]) -> Iterator[tuple[str, Indicator]]:
    unit, wanted = indicator.measure.unit, normal_code(indicator.measure.comparator)
    for other in others if wanted else ():
        if wanted in {normal_code(other.code), normal_code(other.name)} and other.measure.unit == unit:
            yield other.code or other.name, other


def _elsewhere(indicator: Indicator, others: Sequence[Indicator]) -> Iterator[tuple[str, Indicator]]:
    """The lines that are the indicator's own but for the words for elsewhere."""
    if _ELSEWHERE.search(f"{indicator.code} {indicator.name}"):
        return
    units = {"", indicator.measure.unit}  # a code of its own is not in the library
    own_code, own_name = _bare(indicator.code), _bare(indicator.name)
    for other in others:
        words = _words_for_elsewhere(other.name) or _words_for_elsewhere(other.code)
        if words and other.measure.unit in units:
            same_code = _bare(other.code) == own_code != ""
            if same_code or _bare(other.name) == own_name != "":
                yield words, other


@lru_cache(maxsize=_TEXTS)
def _words_for_elsewhere(text: str) -> str:
    """The words for elsewhere in a code or name; empty without any. Every line is asked at every redraw."""
    said = _ELSEWHERE.search(text)
    return said["name"] if said is not None else ""


def _bare(text: str) -> str:
    """A code or name without the words for elsewhere, and without what joined them to it."""
    return normal_code(_BETWEEN.sub(" ", _ELSEWHERE.sub(" ", text)))
