from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.grid.blocks import Block
from desktop.grid.navigation import Field, cycled, destination, stepped

_Key = Qt.Key
_NONE, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHEET = (
    "xx.xx",
    "x....",
    "....x",
    "x....",
)
_FIELD = Field(rows=4, columns=5, page=2, across=3, filled=lambda row, column: _SHEET[row][column] == "x")


@pytest.mark.parametrize(
    ("place", "key", "there"),
    [
        ((0, 0), _Key.Key_Up, (0, 0)),
        ((0, 0), _Key.Key_Left, (0, 0)),
        ((0, 0), _Key.Key_Right, (0, 1)),
        ((3, 4), _Key.Key_Down, (3, 4)),
        ((2, 2), _Key.Key_Home, (2, 0)),
        ((2, 2), _Key.Key_End, (2, 4)),
        ((3, 2), _Key.Key_PageUp, (1, 2)),
        ((0, 2), _Key.Key_PageUp, (0, 2)),
        ((1, 2), _Key.Key_PageDown, (3, 2)),
        ((3, 2), _Key.Key_PageDown, (3, 2)),
    ],
)
def test_a_key_leads_to(place: tuple[int, int], key: Qt.Key, there: tuple[int, int]) -> None:
    assert destination(_FIELD, place, key, _NONE) == there


@pytest.mark.parametrize(
    ("place", "key", "there", "why"),
    [
        ((0, 0), _Key.Key_Right, (0, 1), "the end of a run"),
        ((0, 1), _Key.Key_Right, (0, 3), "across a gap the next run"),
        ((0, 2), _Key.Key_Right, (0, 3), "from a blank the next run"),
        ((0, 3), _Key.Key_Right, (0, 4), "a run up to the edge"),
        ((1, 0), _Key.Key_Right, (1, 4), "nothing more: the edge"),
        ((0, 4), _Key.Key_Left, (0, 3), "the start of a run"),
        ((0, 0), _Key.Key_Down, (1, 0), "the end of a run"),
        ((1, 0), _Key.Key_Down, (3, 0), "across a gap"),
        ((3, 2), _Key.Key_Up, (0, 2), "nothing: the edge"),
        ((3, 4), _Key.Key_Down, (3, 4), "the last row stays"),
        ((2, 2), _Key.Key_Home, (0, 0), "the first cell"),
        ((2, 2), _Key.Key_End, (3, 4), "the last cell"),
    ],
)
def test_control_leads_to_the_edge_of_the_data(
    place: tuple[int, int], key: Qt.Key, there: tuple[int, int], why: str
) -> None:
    assert destination(_FIELD, place, key, _CONTROL) == there, why


@pytest.mark.parametrize(
    ("place", "key", "there"),
    [
        ((1, 0), _Key.Key_PageDown, (1, 3)),
        ((1, 3), _Key.Key_PageDown, (1, 4)),
        ((1, 4), _Key.Key_PageUp, (1, 1)),
        ((1, 1), _Key.Key_PageUp, (1, 0)),
    ],
)
def test_with_alt_a_page_leads_sideways(place: tuple[int, int], key: Qt.Key, there: tuple[int, int]) -> None:
    assert destination(_FIELD, place, key, _ALT) == there


@pytest.mark.parametrize(
    ("key", "hold"),
    [
        (_Key.Key_A, _NONE),
        (_Key.Key_Down, _ALT),
        (_Key.Key_Home, _ALT),
        (_Key.Key_PageDown, _CONTROL),
    ],
)
def test_another_key_leads_nowhere(key: Qt.Key, hold: Qt.KeyboardModifier) -> None:
    assert destination(_FIELD, (0, 0), key, hold) is None


@pytest.mark.parametrize(
    ("place", "step", "there"),
    [
        ((0, 0), (1, 0), (1, 0)),
        ((3, 0), (1, 0), (3, 0)),
        ((0, 4), (0, 1), (1, 0)),
        ((1, 0), (0, -1), (0, 4)),
        ((3, 4), (0, 1), (3, 4)),
        ((0, 0), (0, -1), (0, 0)),
    ],
)
def test_enter_and_tab_go_on(place: tuple[int, int], step: tuple[int, int], there: tuple[int, int]) -> None:
    assert stepped(_FIELD, place, *step) == there


@pytest.mark.parametrize(
    ("place", "step", "there", "why"),
    [
        ((1, 1), (1, 0), (2, 1), "down a column"),
        ((2, 1), (1, 0), (1, 2), "from its end to the next"),
        ((2, 2), (1, 0), (0, 4), "from the last cell to the next block"),
        ((0, 4), (1, 0), (1, 1), "from the last block to the first"),
        ((1, 1), (-1, 0), (0, 4), "back to the block before"),
        ((1, 2), (-1, 0), (2, 1), "back to the column before"),
        ((1, 1), (0, 1), (1, 2), "along a row"),
        ((1, 2), (0, 1), (2, 1), "from its end to the next"),
        ((2, 1), (0, -1), (1, 2), "back to the row before"),
        ((3, 3), (0, 1), (1, 1), "from outside to the first cell"),
    ],
)
def test_enter_and_tab_go_round_in_a_selection(
    place: tuple[int, int], step: tuple[int, int], there: tuple[int, int], why: str
) -> None:
    assert cycled((Block(1, 1, 2, 2), Block(0, 4, 0, 4)), place, *step) == there, why
