"""What two officers told Milepost, each in a copy of a workbook that kept nothing of the kind yet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef
from desktop.domain.notes import SETTINGS, CardText, Explanation, HiddenAdvice, IndicatorSetting, Link
from desktop.progress.conflicts import Conflict, Matter
from desktop.workbook.notes_edits import put

if TYPE_CHECKING:
    from collections.abc import Hashable

    from desktop.domain.edits import Edit
    from desktop.domain.notes import Note, Notes
    from desktop.workbook.workbook import Workbook


def begins_anew(base: Workbook, theirs: Workbook) -> bool:
    """Whether the other copy has a sheet of notes where the base had none."""
    return base.kept.layout is None and theirs.kept.layout is not None


def merged_notes(mine: Workbook, theirs: Workbook) -> tuple[tuple[Edit, ...], tuple[Conflict, ...]]:
    """The edits that put the other's notes beside one's own, and the matters on which both said something."""
    own = {_matter(note): note for note in _every(mine.contents.notes)}
    new, conflicts = [], []
    for note in _every(theirs.contents.notes):
        held = own.get(_matter(note))
        if held is None:
            new.append(_unplaced(note))
        elif _said(held) != _said(note):
            conflicts.append(_conflict(mine, held, note))
    return (put(mine, new) if new else ()), tuple(conflicts)


def _every(notes: Notes) -> tuple[Note, ...]:
    return (
        *notes.explanations,
        *notes.hidden,
        *notes.targets,
        *notes.settings,
        *notes.chart_notes,
        *notes.links,
        *notes.cards,
    )


def _matter(note: Note) -> Hashable:
    """What can be said only once: why a query stands, a setting, a link, a text. Else the note itself."""
    kind = type(note)
    if isinstance(note, Explanation | HiddenAdvice):
        return kind, note.of
    if isinstance(note, IndicatorSetting):
        return kind, note.code
    if isinstance(note, Link):
        return kind, note.strand, note.ref, note.milestone
    if isinstance(note, CardText):
        return kind, note.indicator, note.section
    return _unplaced(note)


def _unplaced(note: Note) -> Note:
    """The note wherever it is kept."""
    return replace(note, rows=()) if isinstance(note, IndicatorSetting) else replace(note, row=0)


def _said(note: Note) -> str:
    """What was said of the matter; empty where that it stands is all that is said."""
    if isinstance(note, Explanation | CardText):
        return note.text
    if isinstance(note, Link):
        return note.indicator
    if not isinstance(note, IndicatorSetting):
        return ""
    said = ((name, getattr(note, name)) for name in SETTINGS)
    return ", ".join(f"{name} {value}" for name, value in said if value is not None)


def _conflict(mine: Workbook, held: Note, other: Note) -> Conflict:
    row = held.rows[0] if isinstance(held, IndicatorSetting) else held.row
    return Conflict(
        matter=Matter.CELL,
        cell=CellRef(sheet=mine.notes_name, row=row, column=1),
        subject=_subject(held),
        mine=_said(held),
        theirs=_said(other),
    )


def _subject(note: Note) -> str:
    if isinstance(note, Explanation | HiddenAdvice):
        return f"{note.of.rule}, {note.of.subject}"
    if isinstance(note, CardText):
        return f"{note.section}, {note.indicator}"
    if isinstance(note, IndicatorSetting):
        return note.code
    return note.milestone if isinstance(note, Link) else note.indicator
