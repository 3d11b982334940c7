"""Steps as the journal keeps them: every content comes back as it was, strange ones are kept."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.document.steps import CellsSet, Change, UnknownStep, read_step, written
from desktop.domain.cells import MAX_COLUMN, MAX_ROW, CellRef

if TYPE_CHECKING:
    from desktop.document.steps import Step
    from desktop.domain.edits import Content

CELLS = st.builds(CellRef, sheet=st.text(), row=st.integers(1, MAX_ROW), column=st.integers(1, MAX_COLUMN))
CONTENTS = st.one_of(
    st.none(),
    st.text(st.characters(exclude_categories=())),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.dates(),
    st.datetimes().map(lambda moment: moment.replace(fold=0)),  # no cell knows of summer time
)
CHANGES = st.lists(st.builds(Change, cell=CELLS, before=CONTENTS, after=CONTENTS))


def through_json(step: Step) -> Step:
    return read_step(json.loads(json.dumps(written(step))))


def facts(changes: tuple[Change, ...]) -> list[tuple[object, ...]]:
    """With types, so that 1, 1.0 and yes are told apart, in the order in which sheets first occur."""
    sheets = list(dict.fromkeys(change.cell.sheet for change in changes))
    ordered = sorted(changes, key=lambda change: sheets.index(change.cell.sheet))
    return [(c.cell, type(c.before), repr(c.before), type(c.after), repr(c.after)) for c in ordered]


@given(CHANGES)
def test_every_content_comes_back_as_it_was(changes: list[Change]) -> None:
    back = through_json(CellsSet(changes=tuple(changes)))
    assert isinstance(back, CellsSet)
    assert facts(back.changes) == facts(tuple(changes))


@pytest.mark.parametrize(
    "content",
    ["2012-03-31", '{"date": "2012-03-31"}', "", "\ud800", dt.date(2012, 3, 31), dt.datetime(2012, 3, 31)],  # noqa: DTZ001 - a cell knows no zones
)
def test_a_text_is_never_taken_for_a_date(content: Content) -> None:
    step = CellsSet(changes=(Change(cell=CellRef(sheet="A", row=1, column=1), before=None, after=content),))
    assert facts(through_json(step).changes) == facts(step.changes)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "shape",
    [
        {},
        {"kind": "rows", "at": 4},
        {"kind": "cells"},
        {"kind": "cells", "sheets": []},
        {"kind": "cells", "sheets": {"A": [[1, 1, None]]}},
        {"kind": "cells", "sheets": {"A": [[0, 1, None, 1]]}},
        {"kind": "cells", "sheets": {"A": [["1", 1, None, 1]]}},
        {"kind": "cells", "sheets": {"A": [[1, 16_385, None, 1]]}},
        {"kind": "cells", "sheets": {"A": [[1, 1, None, {"colour": "red"}]]}},
        {"kind": "cells", "sheets": {"A": [[1, 1, None, {"date": "tomorrow"}]]}},
        {"kind": "cells", "sheets": {"A": [[1, 1, None, [1]]]}},
    ],
)
def test_what_is_not_understood_is_kept_as_it_was(shape: dict[str, Any]) -> None:
    step = read_step(shape)
    assert step == UnknownStep(shape=shape)
    assert through_json(step) == step
