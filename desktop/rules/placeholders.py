"""A rule on what was never filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.domain.wording import listed
from desktop.rules.milestone_texts import FIELDS, texts_of
from desktop.rules.phrases import PLACEHOLDERS
from desktop.rules.rule import Remark
from desktop.rules.words import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.plan import Milestone

_WORDS = re.compile(rf"(?<!\w)(?:{'|'.join(entry.pattern for entry in PLACEHOLDERS)})(?!\w)", re.IGNORECASE)
_SIGNS = ("?", *(entry.sign for entry in PLACEHOLDERS))


def never_filled_in(milestone: Milestone) -> Iterator[Remark]:
    """A placeholder was never filled in: "x%", "XXX", "TBC", "to be agreed", "to be identified", "?".

    A plan that goes to the board with one promises nothing there. A question mark counts only where nothing
    else stands in the cell: a question in prose is none. A project's own cell is spoken of once, with its
    first milestone.
    Example: "x% reduction in the number of children waiting".
    """
    texts = texts_of(milestone)
    if not _bears_a_sign("\n".join(texts)):
        return
    for field, text in zip(FIELDS, texts, strict=True):
        if (found := _placeholders(text)) and (cell := milestone.cell_of(field)) is not None:
            yield Remark(
                cell,
                f"The {FIELDS[field]} still says {listed(found, 'and')}. "
                "Put in what is meant, or explain why it is still open.",
            )


def _bears_a_sign(text: str) -> bool:
    lower = text.casefold()
    for sign in _SIGNS:  # noqa: SIM110 - every milestone comes by here, and any() takes twice as long
        if sign in lower:
            return True
    return False


def _placeholders(text: str) -> tuple[str, ...]:
    """The placeholders in a cell's text, quoted as they stand, each once."""
    if not _bears_a_sign(text):
        return ()
    marks = text.strip()
    if not marks.strip("? "):
        return (f"“{shortened(marks)}”",)
    return tuple(dict.fromkeys(f"“{shortened(match[0])}”" for match in _WORDS.finditer(text)))
