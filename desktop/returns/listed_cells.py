"""What a row of a list says, by field: of an indicator in a set, a priority, a link, an area of focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.returns.list_sheet import text_cell, value_cell

if TYPE_CHECKING:
    from desktop.domain.focus import FocusArea
    from desktop.domain.indicators import Indicator
    from desktop.domain.linkages import Linkage
    from desktop.domain.priorities import Priority
    from desktop.returns.layouts import ListLayout
    from desktop.returns.list_sheet import Filled


def set_cells(indicator: Indicator, layout: ListLayout) -> dict[str, Filled]:
    """An indicator with its baseline, who answers for it and what moves with it."""
    texts = ("group", "code", "name", "baseline_period", "priority", "sponsor", "lead", "linked")
    cells = {field: text_cell(getattr(indicator, field)) for field in texts}
    return {**cells, "baseline": value_cell(indicator.baseline, layout)}


def priority_cells(priority: Priority, _layout: ListLayout) -> dict[str, Filled]:
    """A priority with who answers for it."""
    fields = ("outcome", "number", "obsession", "sponsor", "lead")
    cells = {field: text_cell(getattr(priority, field)) for field in fields}
    return {**cells, "priority": text_cell(priority.text)}


def linkage_cells(linkage: Linkage, _layout: ListLayout) -> dict[str, Filled]:
    """What is linked to an indicator."""
    return {"indicator": text_cell(linkage.indicator), "linked": text_cell(linkage.linked)}


def focus_cells(area: FocusArea, _layout: ListLayout) -> dict[str, Filled]:
    """An area of focus with its rating and direction."""
    return {
        "area": text_cell(area.area),
        "update": text_cell(area.update),
        "rating": text_cell(area.rating.raw),
    }
