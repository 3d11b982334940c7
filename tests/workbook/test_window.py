from __future__ import annotations

import pytest

from desktop.workbook.window import through_window
from tests.workbook.sheets import sheet


def test_through_a_window_every_cell_keeps_its_place_and_the_others_are_blank() -> None:
    seen = through_window(
        sheet(("a", "b", "c"), ("d", "e", "f"), ("g", "h", "i"), ("j", "k", "l")),
        rows=range(2, 4),
        columns=range(2, 3),
    )
    assert [list(row) for row in seen.rows] == [["", "", ""], ["", "e", ""], ["", "h", ""]]
    assert (seen.height, seen.width) == (3, 3)
    assert (seen.text(2, 2), seen.text(2, 1), seen.text(4, 2)) == ("e", "", "")
    assert list(seen.rows[1:]) == [["", "e", ""], ["", "h", ""]]
    assert seen.rows[-1] == ["", "h", ""]
    with pytest.raises(IndexError):
        seen.rows[3]
