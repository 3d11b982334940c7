"""The sheet that keeps the notes, read: what it keeps, and which of its rows can't be read."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef
from desktop.domain.contents import Problem
from desktop.domain.library import normal_code
from desktop.domain.notes import (
    NO_NOTES,
    CardText,
    ChartNote,
    Explanation,
    HiddenAdvice,
    IndicatorSetting,
    KeptTarget,
    Link,
    Notes,
)
from desktop.workbook.markup import Encoding
from desktop.workbook.notes_layout import WHAT, layout_of, notes_sheet
from desktop.workbook.notes_lines import Line, Slip, read_line
from desktop.workbook.sheet import Sheet
from desktop.workbook.sheet_scan import SheetScan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.domain.notes import Note
    from desktop.workbook.notes_layout import Layout
    from desktop.workbook.package import Package


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What the sheet of notes keeps, and what is wrong with rows that can't be read.

    `layout` is None where the workbook keeps no notes.
    """

    layout: Layout | None = None
    notes: Notes = NO_NOTES
    problems: tuple[Problem, ...] = ()


NOTHING_KEPT = Kept()


def read_notes(sheets: Mapping[str, Sheet]) -> Kept:
    """What the workbook's sheet of notes keeps; nothing where it has none."""
    sheet = notes_sheet(sheets)
    layout = None if sheet is None else layout_of(sheet)
    if sheet is None or layout is None:
        return NOTHING_KEPT
    notes: list[Note] = []
    problems: list[Problem] = []
    for row in range(layout.header_row + 1, sheet.height + 1):
        if any(sheet.filled(row)):
            try:
                notes.append(read_line(Line(sheet=sheet, layout=layout, row=row)))
            except Slip as slip:
                problems.append(_problem(layout, row, str(slip)))
    return Kept(layout=layout, notes=_sorted(notes), problems=tuple(problems))


def empty_sheet(name: str, package: Package) -> Sheet:
    """A sheet that is not in the package and holds nothing yet."""
    scan = SheetScan(b"<worksheet><sheetData/></worksheet>", Encoding(mark=b"", codec="utf-8"))
    return Sheet(name=name, package=package, scan=scan, rows=(), filed=(), width=0)


def _problem(layout: Layout, row: int, message: str) -> Problem:
    return Problem(
        sheet=layout.sheet,
        cell=CellRef(sheet=layout.sheet, row=row, column=layout.columns[WHAT]),
        message=f"{layout.sheet}, row {row}: {message}",
        kept=True,
    )


def _sorted(notes: Iterable[Note]) -> Notes:
    """The notes by their kinds; all settings of an indicator as one, the later of two for one thing."""
    found: dict[type[Note], list[Note]] = {}
    settings: dict[str, IndicatorSetting] = {}
    for note in notes:
        if isinstance(note, IndicatorSetting):
            code = normal_code(note.code)
            settings[code] = _joined(settings[code], note) if code in settings else note
        else:
            found.setdefault(type(note), []).append(note)
    return Notes(
        settings=tuple(settings.values()),
        **{name: tuple(found.get(kind, ())) for name, kind in _KINDS.items()},  # type: ignore[arg-type]
    )


_KINDS: Mapping[str, type[Note]] = {
    "explanations": Explanation,
    "hidden": HiddenAdvice,
    "targets": KeptTarget,
    "chart_notes": ChartNote,
    "links": Link,
    "cards": CardText,
}


def _joined(one: IndicatorSetting, later: IndicatorSetting) -> IndicatorSetting:
    said = {
        field.name: value
        for field in fields(later)
        if field.name not in {"code", "rows"} and (value := getattr(later, field.name)) is not None
    }
    return replace(one, rows=(*one.rows, *later.rows), **said)
