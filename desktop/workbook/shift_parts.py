"""The parts of a workbook that name its cells, other than its sheets, after rows have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.workbook.markup import without_comments
from desktop.workbook.patch_book import calculation
from desktop.workbook.shift_anchors import anchor_splices
from desktop.workbook.shift_comments import comment_splices, shape_splices
from desktop.workbook.shift_stretch import Stretch, without
from desktop.workbook.splices import spliced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.workbook.package import Package
    from desktop.workbook.references import Setting
    from desktop.workbook.spans import Tag
    from desktop.workbook.splices import Splice

_BUILT_IN = "_xlnm."
_TABLE_AREAS = ("table", "autoFilter", "sortState", "sortCondition")
_TABLE_FORMULAS = ("calculatedColumnFormula", "totalsRowFormula")
_CONTROL_FORMULAS = ("fmlaLink", "fmlaRange", "fmlaTxbx", "fmlaGroup")


def linked_parts(package: Package, setting: Setting) -> dict[str, bytes]:
    """The parts around the sheets that change: drawings, comments, tables, charts, pivots."""
    changed: dict[str, bytes] = {}
    for part, kind, sheet in _reached(package):
        splices_of = _BY_KIND.get(kind)
        if splices_of is not None and part not in changed:
            text, encoding = package.text(part)
            plain = without_comments(text)
            stretch = Stretch(text=text, plain=plain, start=0, end=len(text), sheet=sheet, setting=setting)
            gone: list[Tag] = []
            splices = [*splices_of(stretch, gone)]
            if splices or gone:
                changed[part] = encoding.encode(spliced(text, without(splices, gone)))
    return changed


def book_part(package: Package, setting: Setting) -> dict[str, bytes]:
    """The workbook part, with its defined names as they read now, and to be calculated anew when opened."""
    text, encoding = package.text(package.book_part)
    plain = without_comments(text)
    stretch = Stretch(text=text, plain=plain, start=0, end=len(text), sheet="", setting=setting)
    splices = [splice for tag in stretch.tags("definedName") for splice in _name(stretch, tag)]
    if any(package.scan(sheet.name).has_formulas for sheet in package.sheets):
        splices.append(calculation(plain))
    return {package.book_part: encoding.encode(spliced(text, splices))} if splices else {}


def _name(stretch: Stretch, tag: Tag) -> Iterator[Splice]:
    """A defined name; what it names without $ counts from the cell that uses it, and stays."""
    if tag.attributes.get("name", "").startswith(_BUILT_IN):
        return stretch.in_text(tag, stretch.setting.name)
    return stretch.in_text(tag, lambda text: stretch.setting.relative_formula(text, "", 0))


def _reached(package: Package) -> Iterator[tuple[str, str, str]]:
    """The parts that sheets link to, and what those link to: name, kind and the sheet they belong to."""
    for link in package.relations(package.book_part):
        if link.kind in {"chartsheet", "pivotCacheDefinition"} and package.has_part(link.target):
            yield link.target, link.kind, ""
            yield from _beneath(package, link.target, "")
    for sheet in package.sheets:
        yield from _beneath(package, sheet.part, sheet.name)


def _beneath(package: Package, part: str, sheet: str) -> Iterator[tuple[str, str, str]]:
    for link in package.relations(part):
        if link.kind in _BY_KIND and package.has_part(link.target):
            yield link.target, link.kind, sheet
            if link.kind == "drawing":
                yield from _beneath(package, link.target, sheet)


def _drawing(stretch: Stretch, _: list[Tag]) -> Iterator[Splice]:
    if stretch.is_shifted:
        yield from anchor_splices(stretch)
    for shape in stretch.tags("sp"):
        yield from stretch.in_attribute(shape, "textlink", stretch.formula)


def _chart(stretch: Stretch, _: list[Tag]) -> Iterator[Splice]:
    for tag in stretch.tags("f"):
        yield from stretch.in_text(tag, stretch.formula)


def _comments(stretch: Stretch, gone: list[Tag]) -> Iterator[Splice]:
    if stretch.is_shifted:
        yield from comment_splices(stretch, gone)


def _shapes(stretch: Stretch, gone: list[Tag]) -> Iterator[Splice]:
    if stretch.is_shifted:
        yield from shape_splices(stretch, gone)


def _table(stretch: Stretch, gone: list[Tag]) -> Iterator[Splice]:
    for name in _TABLE_FORMULAS:
        for tag in stretch.tags(name):
            yield from stretch.in_text(tag, stretch.formula)
    if stretch.is_shifted:
        for name in _TABLE_AREAS:
            for tag in stretch.tags(name):
                if name == "sortCondition" and not stretch.area(tag.attributes.get("ref", "")):
                    gone.append(tag)
                yield from stretch.in_attribute(tag, "ref", stretch.joined)


def _control(stretch: Stretch, _: list[Tag]) -> Iterator[Splice]:
    for tag in stretch.tags("formControlPr"):
        for name in _CONTROL_FORMULAS:
            yield from stretch.in_attribute(tag, name, stretch.formula)


def _pivot(stretch: Stretch, _: list[Tag]) -> Iterator[Splice]:
    if stretch.is_shifted:
        for tag in stretch.tags("location"):
            yield from stretch.in_attribute(tag, "ref", stretch.area)


def _cache(stretch: Stretch, _: list[Tag]) -> Iterator[Splice]:
    for name in ("worksheetSource", "rangeSet"):
        for tag in stretch.tags(name):
            if tag.attributes.get("sheet", "") == stretch.shift.sheet:
                yield from stretch.in_attribute(tag, "ref", stretch.area)


_BY_KIND: dict[str, Callable[[Stretch, list[Tag]], Iterator[Splice]]] = {
    "drawing": _drawing,
    "chart": _chart,
    "chartEx": _chart,
    "comments": _comments,
    "threadedComment": _comments,
    "vmlDrawing": _shapes,
    "table": _table,
    "ctrlProp": _control,
    "pivotTable": _pivot,
    "pivotCacheDefinition": _cache,
}
