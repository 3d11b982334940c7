"""What is kept, as rows of the sheet that keeps it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.notes import (
    SETTINGS,
    CardText,
    Explanation,
    HiddenAdvice,
    IndicatorSetting,
    KeptTarget,
    Link,
    NoteKind,
)
from desktop.workbook.notes_layout import ABOUT, BY, DATE, HELD, POINT, RULE, TEXT, VALUE, WHAT, WHERE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.edits import Content
    from desktop.domain.indicators import Polarity
    from desktop.domain.notes import ChartNote, Note

Row: TypeAlias = "Mapping[str, Content]"
"""What stands under each header; under one that is not named, nothing."""

EXPLANATION = "Explanation"
HIDDEN = "Hidden advice"
TARGET = "Target"
SETTING = "Indicator"
LINK = "Link"
CARD = "Report card"
CHART_NOTES = {NoteKind.NOTE: "Chart note", NoteKind.EVENT: "Chart event"}
NO_LIMIT = "none"


def rows_of_note(note: Note) -> tuple[Row, ...]:
    """What the note keeps in its rows: one, or for an indicator's settings one for each."""
    if isinstance(note, IndicatorSetting):
        return tuple(
            {WHAT: SETTING, ABOUT: note.code, POINT: name.capitalize(), VALUE: _setting(value)}
            for name in SETTINGS
            if (value := getattr(note, name)) is not None
        )
    return (_row(note),)


def _row(note: Explanation | HiddenAdvice | KeptTarget | ChartNote | Link | CardText) -> Row:
    if isinstance(note, Explanation):
        return {WHAT: EXPLANATION, **_remarked(note), TEXT: note.text}
    if isinstance(note, HiddenAdvice):
        return {WHAT: HIDDEN, **_remarked(note)}
    if isinstance(note, KeptTarget):
        return {
            WHAT: TARGET,
            ABOUT: note.indicator,
            POINT: note.date,
            VALUE: _plain(note.value),
            TEXT: note.text,
            BY: note.set_by,
            WHERE: note.where,
        }
    if isinstance(note, Link):
        return {
            WHAT: LINK,
            ABOUT: note.indicator,
            POINT: note.ref,
            TEXT: note.milestone,
            WHERE: note.strand,
        }
    if isinstance(note, CardText):
        return {
            WHAT: CARD,
            ABOUT: note.indicator,
            POINT: note.section,
            TEXT: note.text,
            BY: note.by,
            DATE: note.date,
        }
    return {
        WHAT: CHART_NOTES[note.kind],
        ABOUT: note.indicator,
        POINT: note.period or note.date,
        VALUE: None if note.value is None else _plain(note.value),
        TEXT: note.text,
        BY: note.by,
        DATE: note.written,
        WHERE: _moved(note.right, note.up),
    }


def _remarked(note: Explanation | HiddenAdvice) -> Row:
    return {
        ABOUT: note.of.subject,
        RULE: note.of.rule,
        POINT: note.of.point,
        BY: note.by,
        DATE: note.date,
        WHERE: note.where,
        HELD: note.of.held,
    }


def _setting(value: str | float | Polarity) -> Content:
    if isinstance(value, str):
        return str(value)
    return NO_LIMIT if math.isinf(value) else _plain(value)


def _plain(number: float) -> float:
    return int(number) if float(number).is_integer() else number


def _moved(right: int, up: int) -> str:
    across = f"{abs(right)} {'right' if right > 0 else 'left'}" if right else ""
    along = f"{abs(up)} {'up' if up > 0 else 'down'}" if up else ""
    return ", ".join(filter(None, (across, along)))
