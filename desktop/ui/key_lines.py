"""Every key of the window in one list, from the table of actions and from what the grid says of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from desktop.grid.key_words import EDITOR_KEYS, GRID_KEYS
from desktop.ui.actions import ACTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.grid.key_words import KeyWords
    from desktop.ui.action import Action

Line = tuple[str, str, str]
"""The menu or place, what is done, and the keys for it, as this system names them."""


def key_lines() -> tuple[Line, ...]:
    """The keys of the menus, in their order, and after them those that stand in none."""
    menus = (_of_action(action) for action in ACTIONS)
    return (*(line for line in menus if line[2]), *map(_of_words, (*EDITOR_KEYS, *GRID_KEYS)))


def _of_action(action: Action) -> Line:
    words, _, told = action.text.partition("\t")
    keys = [QKeySequence(key) for key in (*action.keys, *([told] if told else []))]
    return _plain(action.menu), _plain(words).rstrip("…"), _named(keys)


def _of_words(words: KeyWords) -> Line:
    return words.where, words.does, _named(map(QKeySequence, words.keys))


def _named(keys: Iterable[QKeySequence]) -> str:
    named = ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
    return named.replace("Return", "Enter")  # as the keyboard has it


def _plain(text: str) -> str:
    """A menu's text without the sign before its letter."""
    return text.replace("&", "")
