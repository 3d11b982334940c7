"""Conditional formats, validations, sparklines and links of a sheet after rows have changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.workbook.sheet_scan import parse_box

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.workbook.shift_stretch import Stretch
    from desktop.workbook.spans import Tag
    from desktop.workbook.splices import Splice

_RULES = ("conditionalFormatting", "dataValidation")
_FORMULAS = ("formula", "formula1", "formula2", "f")


def rule_splices(stretch: Stretch, gone: list[Tag]) -> Iterator[Splice]:
    """What changes; elements whose cells are all gone are added to `gone`."""
    for name in _RULES:
        for rule in stretch.tags(name):
            yield from _rule(stretch, rule, gone)
    for group in stretch.tags("sparklineGroup"):
        yield from _lines(stretch, group, gone)
    for link in stretch.tags("hyperlink"):
        yield from stretch.in_attribute(link, "location", stretch.formula)


def _rule(stretch: Stretch, rule: Tag, gone: list[Tag]) -> Iterator[Splice]:
    """A rule's cells, and its formulas, which are read from the first of these cells."""
    said = next(stretch.tags("sqref", rule), None)
    areas = stretch.content(said) if said else rule.attributes.get("sqref", "")
    now = stretch.looks(areas) if stretch.is_shifted else areas
    if areas and not now:
        gone.append(rule)
        return
    if said:
        yield from stretch.in_text(said, lambda _: now)
    yield from stretch.in_attribute(rule, "sqref", lambda _: now)
    change = partial(_relative, stretch, _top(now) - _top(areas))
    for name in _FORMULAS:
        for tag in stretch.tags(name, rule):
            if stretch.is_leaf(tag):
                yield from stretch.in_text(tag, change)


def _relative(stretch: Stretch, delta: int, text: str) -> str:
    return stretch.setting.relative_formula(text, stretch.sheet, delta)


def _lines(stretch: Stretch, group: Tag, gone: list[Tag]) -> Iterator[Splice]:
    """Sparklines; a group that has none left goes."""
    lines, left = tuple(stretch.tags("sparkline", group)), False
    for tag in stretch.tags("f", group):
        yield from stretch.in_text(tag, stretch.formula)
    for line in lines:
        said = next(stretch.tags("sqref", line), None)
        if said is not None and stretch.is_shifted and not stretch.area(stretch.content(said)):
            gone.append(line)
            continue
        left = True
        if said is not None and stretch.is_shifted:
            yield from stretch.in_text(said, stretch.area)
    if lines and not left:
        gone.append(group)


def _top(areas: str) -> int:
    """The first row of any of the areas."""
    return min((box[0] for area in areas.split() if (box := parse_box(area))), default=0)
