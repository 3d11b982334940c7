from __future__ import annotations

from dataclasses import replace

from desktop.grid.columns import GridColumn
from desktop.grid.layout import column_widths
from desktop.grid.look import PADDING

_CODE = GridColumn(field="code", title="Code", width=10)
_NAME = GridColumn(field="name", title="Definition", width=30, stretch=True)
_NOTE = GridColumn(field="comments", title="Comments", width=30, stretch=True)
_PADS = 2 * PADDING


def widths(room: int, *columns: GridColumn, least: int = 0) -> tuple[int, ...]:
    return column_widths(columns, [least] * len(columns), character=10, room=room)


def test_what_is_left_goes_to_the_columns_that_stretch() -> None:
    code, name, note = widths(1000, _CODE, _NAME, _NOTE)
    assert code == 100 + _PADS
    assert code + name + note == 1000
    assert abs(name - note) <= 1


def test_they_give_way_where_all_then_fit() -> None:
    assert sum(widths(300, _CODE, _NAME)) == 300


def test_a_column_that_wraps_its_texts_does_not_give_way() -> None:
    assert widths(300, _CODE, replace(_NAME, lines=3)) == (100 + _PADS, 300 + _PADS)
    assert sum(widths(900, _CODE, replace(_NAME, lines=3))) == 900


def test_they_keep_their_width_where_all_can_never_fit() -> None:
    assert widths(150, _CODE, _NAME) == (100 + _PADS, 300 + _PADS)


def test_without_one_that_stretches_nothing_changes() -> None:
    assert widths(900, _CODE) == (100 + _PADS,)


def test_no_column_is_narrower_than_its_least_width() -> None:
    assert widths(0, _CODE, least=150) == (150,)
