"""Rules on the errors of formulas, and on texts that would become formulas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.domain.edits import Edit
from desktop.domain.findings import Fix
from desktop.domain.indicators import Indicator
from desktop.domain.plan import Milestone
from desktop.domain.targets import Target
from desktop.domain.values import read_value
from desktop.rules.milestone_texts import FIELDS, texts_of
from desktop.rules.phrases import ERROR_VALUES, FORMULA_SIGNS
from desktop.rules.rule import Remark
from desktop.rules.words import shortened

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from desktop.domain.cells import CellRef
    from desktop.domain.expenditure import Expenditure
    from desktop.rules.subjects import Record

_SIGNS = frozenset(FORMULA_SIGNS)
_ERROR_SIGNS = frozenset("#")
_DASH = re.compile(r"^[ \t]*[-+][ \t]*", re.MULTILINE)


def error_value(record: Record) -> Iterator[Remark]:
    """A cell of a table holds the error value of a formula.

    Whatever the formula looked at has gone or is wrong; the figure or the text is lost to every reader.
    Example: "#REF!" for 31/3/02 planned.
    """
    for cell, text in _texts(record, _ERROR_SIGNS):
        if text in ERROR_VALUES:
            yield Remark(
                cell,
                f"This cell shows {text}: {ERROR_VALUES[text]}. Mend its formula, or type what belongs here.",
            )


def would_run(record: Record) -> Iterator[Remark]:
    """A text that starts with = + - @ was typed as text and would run as a formula in a CSV export.

    Milepost exports such a text quoted, so that nothing runs; another program may not. A figure with a sign
    and a lone dash are no formulas.
    Example: "- Review the panel's terms" in the comments.
    """
    for cell, text in _texts(record, _SIGNS):
        if text not in FORMULA_SIGNS and not read_value(text).readable:
            yield Remark(
                cell,
                f"“{shortened(text)}” starts with {text[0]} and would run as a formula in a CSV file. "
                "Milepost exports it quoted; begin it with a word or a bullet • to be safe elsewhere.",
                _bulleted(cell, text),
            )


def _bulleted(cell: CellRef, text: str) -> Fix | None:
    """The text with bullets for the dashes that its lines start with; none for = and @, which mean more."""
    content = _DASH.sub("• ", text)
    if content == text:
        return None
    return Fix(label="Begin it with a bullet •", edits=(Edit(cell=cell, content=content),))


def _texts(record: Record, signs: Container[str]) -> Iterator[tuple[CellRef, str]]:
    """The texts of a record that start with one of the signs, with their cells."""
    if isinstance(record, Milestone):
        texts = texts_of(record)
        for text in texts:  # every milestone comes by here, and few go on
            if text[:1] in signs:
                break
        else:
            return
        for field, text in zip(FIELDS, texts, strict=True):
            if text[:1] in signs and (cell := record.cell_of(field)) is not None:
                yield cell, text.strip()
        return
    for cell, text in _cells(record):
        if text[:1] in signs:
            yield cell, text.strip()


def _cells(record: Indicator | Target | Expenditure) -> Iterator[tuple[CellRef, str]]:
    if isinstance(record, Target):
        yield record.cell, record.value.raw
    elif isinstance(record, Indicator):
        yield record.cell, record.code
        if record.name_cell is not None:
            yield record.name_cell, record.name
        for value in record.values:
            yield value.cell, value.value.raw
    else:
        yield record.cell, record.amount.raw
