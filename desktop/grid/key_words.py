"""The keys of the grid and its editor that stand in no menu, and what each does, in words."""

from __future__ import annotations

from typing import NamedTuple

MOVING, SELECTING, TYPING = "Moving in the table", "Selecting", "Typing in a cell"


class KeyWords(NamedTuple):
    """Keys that do one thing, written as Qt writes them, and where and what that is."""

    where: str
    keys: tuple[str, ...]
    does: str


GRID_KEYS = (
    KeyWords(MOVING, ("Up", "Down", "Left", "Right"), "One cell up, down, left or right"),
    KeyWords(
        MOVING,
        ("Ctrl+Up", "Ctrl+Down", "Ctrl+Left", "Ctrl+Right"),
        "To the edge of the filled or blank cells",
    ),
    KeyWords(MOVING, ("Home", "End"), "To the first or the last column"),
    KeyWords(MOVING, ("Ctrl+Home", "Ctrl+End"), "To the first or the last cell of the table"),
    KeyWords(MOVING, ("PgUp", "PgDown"), "One page up or down"),
    KeyWords(MOVING, ("Alt+PgUp", "Alt+PgDown"), "One page to the left or right"),
    KeyWords(MOVING, ("Tab", "Shift+Tab"), "To the next cell of the row, or the one before"),
    KeyWords(
        MOVING, ("Return", "Shift+Return"), "To the cell beneath or above; under the column where Tab began"
    ),
    KeyWords(
        SELECTING,
        ("Shift+Up", "Shift+Down", "Shift+Left", "Shift+Right"),
        "One cell more or less is selected",
    ),
    KeyWords(
        SELECTING,
        ("Ctrl+Shift+Up", "Ctrl+Shift+Down", "Ctrl+Shift+Left", "Ctrl+Shift+Right"),
        "As far as the edge of the filled or blank cells",
    ),
    KeyWords(SELECTING, ("Shift+Home", "Shift+End"), "As far as the first or the last column"),
    KeyWords(
        SELECTING, ("Ctrl+Shift+Home", "Ctrl+Shift+End"), "As far as the first or the last cell of the table"
    ),
    KeyWords(SELECTING, ("Shift+PgUp", "Shift+PgDown"), "One page more, up or down"),
    KeyWords(SELECTING, ("Ctrl+Shift+Space",), "The whole table"),
    KeyWords(SELECTING, ("Esc",), "What was copied or cut is no longer outlined; a drag is given up"),
)
"""Those that the table takes."""

EDITOR_KEYS = (
    KeyWords(
        TYPING,
        ("F2",),
        "Edit what stands in the cell; again, let the arrows move in the text or between cells",
    ),
    KeyWords(TYPING, ("Backspace",), "Begin with an empty cell"),
    KeyWords(TYPING, ("Return", "Shift+Return"), "Take the text and go down or up"),
    KeyWords(TYPING, ("Tab", "Shift+Tab"), "Take the text and go right or left"),
    KeyWords(TYPING, ("Ctrl+Return",), "Take the text into every selected cell"),
    KeyWords(TYPING, ("Alt+Return",), "A new line in the text"),
    KeyWords(TYPING, ("Esc",), "Leave the cell as it was"),
)
"""Those of typing: F2 and Backspace open the editor, the others are its own."""
