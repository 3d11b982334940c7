"""A sheet's part after rows have changed, in this sheet or in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.workbook.markup import without_comments
from desktop.workbook.shared_formulas import formula_tag
from desktop.workbook.shift_anchors import anchor_splices
from desktop.workbook.shift_areas import area_splices
from desktop.workbook.shift_formulas import copies, rewrites
from desktop.workbook.shift_merges import handed
from desktop.workbook.shift_rows import ShiftedRows
from desktop.workbook.shift_rules import rule_splices
from desktop.workbook.shift_stretch import Stretch, without
from desktop.workbook.spans import tags
from desktop.workbook.splices import Splice, removed, spliced, with_attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.workbook.references import Setting
    from desktop.workbook.sheet_scan import SheetScan
    from desktop.workbook.spans import Tag

# What holds the elements that can go, most within first: it goes with the last of them, or counts them anew.
_HOLDERS = (
    ("mergeCells", "mergeCell"),
    ("dataValidations", "dataValidation"),
    ("hyperlinks", "hyperlink"),
    ("protectedRanges", "protectedRange"),
    ("ignoredErrors", "ignoredError"),
    ("cellWatches", "cellWatch"),
    ("scenarios", "scenario"),
    ("rowBreaks", "brk"),
    ("conditionalFormattings", "conditionalFormatting"),
    ("sparklineGroups", "sparklineGroup"),
    ("ext", ""),
    ("extLst", ""),
)
_COUNTS = ("count", "manualBreakCount")


def shifted_sheet(scan: SheetScan, sheet: str, setting: Setting) -> bytes:
    """The part's new text, which is the old one where nothing of it changes."""
    formulas = rewrites(scan, sheet, setting)
    start, end = scan.data_span
    if sheet == setting.shift.sheet:
        data = ShiftedRows(
            scan=scan,
            shift=setting.shift,
            formulas=formulas,
            copies=copies(scan, setting),
            handed=tuple(handed(scan.merged, setting.shift)),
        ).data()
    else:
        found = ((formula_tag(scan, place), rewrite) for place, rewrite in formulas.items())
        within = [Splice(start=tag.start, end=tag.end, new=rewrite.markup(tag)) for tag, rewrite in found]
        data = spliced(scan.text[:end], within)[start:]
    head = spliced(scan.text[:start], _splices(scan, sheet, setting, 0, start))
    tail = [*_splices(scan, sheet, setting, end, len(scan.text))]
    return b"".join([head, data, _tidied(spliced(scan.text, tail)[end:]) if tail else scan.text[end:]])


def _splices(scan: SheetScan, sheet: str, setting: Setting, start: int, end: int) -> Iterator[Splice]:
    stretch = Stretch(text=scan.text, plain=scan.plain, start=start, end=end, sheet=sheet, setting=setting)
    gone: list[Tag] = []
    splices = [*rule_splices(stretch, gone)]
    if stretch.is_shifted:
        splices += [*area_splices(stretch, gone), *anchor_splices(stretch)]
    return without(splices, gone)


def _tidied(tail: bytes) -> bytes:
    """The markup after the rows without holders that hold nothing any more."""
    for holder, held in _HOLDERS:
        splices: list[Splice] = []
        plain = without_comments(tail)
        for tag in tags(plain, holder):
            if tag.is_empty_tag:
                continue
            if not plain[tag.tag_end : plain.rfind(b"</", tag.tag_end, tag.end)].strip():
                splices.append(removed(tag))
            elif held:
                number = str(sum(1 for _ in tags(plain, held, tag.tag_end, tag.end)))
                splices += (
                    with_attribute(plain, tag, count, number)
                    for count in _COUNTS
                    if tag.attributes.get(count, number) != number
                )
        tail = spliced(tail, splices)
    return tail
