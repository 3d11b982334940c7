"""What an indicator is compared with: another line of the workbook in the same unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.domain.library import normal_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.domain.indicators import Indicator

_ELSEWHERE = re.compile(
    r"\b(?P<name>statistical neighbours?|stat\.? neighbours?|core cities|england(?: and wales)?|"
    r"national average|national|regional average)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s()\[\]:,;–—-]+")


def comparators(indicator: Indicator, others: Iterable[Indicator]) -> tuple[tuple[str, Indicator], ...]:
    """The lines that an indicator is read against, each once with the name to show; of the same unit only.

    The line that its measure names by code or name comes first, then those whose code or name is the
    indicator's own with the words for elsewhere: "PAF C20 England", or the same code beside "England".
    """
    return tuple({other.cell: (name, other) for name, other in _found(indicator, others)}.values())


def _found(indicator: Indicator, others: Iterable[Indicator]) -> Iterator[tuple[str, Indicator]]:
    rest = [other for other in others if other.cell != indicator.cell]
    unit, wanted = indicator.measure.unit, normal_code(indicator.measure.comparator)
    for other in rest:
        named = wanted and wanted in {normal_code(other.code), normal_code(other.name)}
        if named and other.measure.unit == unit:
            yield other.code or other.name, other
    for other in rest:
        name = _elsewhere(indicator, other)
        if name and other.measure.unit in {"", unit}:  # a code of its own is not in the library
            yield name, other


def _elsewhere(indicator: Indicator, other: Indicator) -> str:
    """The words for elsewhere in the other's code or name, if it is else the same; empty if not."""
    said = _ELSEWHERE.search(other.name) or _ELSEWHERE.search(other.code)
    if said is None or _ELSEWHERE.search(f"{indicator.code} {indicator.name}"):
        return ""
    same_code = _bare(other.code) == _bare(indicator.code) != ""
    same_name = _bare(other.name) == _bare(indicator.name) != ""
    return said["name"] if same_code or same_name else ""


def _bare(text: str) -> str:
    """A code or name without the words for elsewhere, and without what joined them to it."""
    return normal_code(_BETWEEN.sub(" ", _ELSEWHERE.sub(" ", text)))
