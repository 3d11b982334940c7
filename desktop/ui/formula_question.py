"""Asks before formulas are replaced: once for each step, and no more once the officer says so."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.domain.cells import CellRef
    from desktop.domain.edits import Content, Edit
    from desktop.ui.prompts import Prompts

_TITLE = "A formula would be replaced"
_MOST_NAMED = 3
_LONGEST = 60


class FormulaQuestion:
    """Whether formulas may be replaced; remembers for the session that they may."""

    def __init__(self, prompts: Prompts) -> None:
        self._prompts = prompts
        self._agreed = False

    def may_replace(self, replaced: Mapping[Edit, str]) -> bool:
        """Ask about these edits, each with the formula that it replaces, unless that was settled before."""
        if self._agreed:
            return True
        keep = "Keep the formula" if len(replaced) == 1 else "Keep the formulas"
        answers = ("Replace", "Replace, and don’t ask again in this session", keep)
        chosen = self._prompts.choose(_TITLE, _question(replaced), answers)
        self._agreed = answers[chosen] == answers[1]
        return answers[chosen] != keep


def _question(replaced: Mapping[Edit, str]) -> str:
    if len(replaced) == 1:
        ((edit, formula),) = replaced.items()
        holds = f"{edit.cell.a1} holds a formula ({_shortened(f'={formula}')})."
        new = _shortened(_words(edit.content))
        return f"{holds} Replace it with {new}?" if new else f"{holds} Clear it?"
    named = _named([edit.cell for edit in replaced])
    return (
        f"{len(replaced):,} of these cells hold formulas: {named}. Replace them? The other cells are changed "
        "in either case."
    )


def _words(content: Content) -> str:
    if content is None:
        return ""
    return f"{content:%d/%m/%Y}" if isinstance(content, dt.date) else str(content)


def _named(cells: Sequence[CellRef]) -> str:
    named = [cell.a1 for cell in cells[:_MOST_NAMED]]
    rest = len(cells) - len(named)
    return f"{', '.join(named)} and {rest:,} more" if rest else f"{', '.join(named[:-1])} and {named[-1]}"


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
