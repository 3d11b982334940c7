"""Whatever is edited, undone and redone: the document is what a fresh one with the same cells would be."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.document import Document
from desktop.domain.cells import CellRef
from desktop.rules.registry import check
from desktop.workbook.workbook import Workbook
from tests.document.conftest import AS_AT
from tests.made_workbooks import WHOLE, make

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXTS = (
    "",
    "0",
    "19.5",
    "?",
    "N/A",
    "n/k yet",
    "PAF A1",
    "COMPLETE",
    "31/03/12",
    "Revised to Sept 2012",
    "20%",
)
cells = st.one_of(
    st.builds(CellRef, sheet=st.just("Indicators"), row=st.integers(2, 7), column=st.integers(1, 8)),
    st.builds(CellRef, sheet=st.just("Programme Plan"), row=st.integers(2, 6), column=st.integers(1, 9)),
    st.builds(CellRef, sheet=st.just("Targets"), row=st.integers(2, 4), column=st.integers(1, 5)),
)
steps = st.one_of(
    st.tuples(st.just("type"), st.lists(st.tuples(cells, st.sampled_from(TEXTS)), min_size=1, max_size=4)),
    st.tuples(st.just("move"), st.tuples(st.sampled_from(("F", "G")), st.sampled_from((16, 20, 23)))),
    st.tuples(st.sampled_from(("undo", "redo", "save")), st.none()),
)


@cache
def _original() -> bytes:
    with TemporaryDirectory() as folder:
        return make(Path(folder) / "whole.xlsx", WHOLE).read_bytes()


@pytest.mark.usefixtures("qapp")
@settings(max_examples=60)
@given(st.lists(steps, max_size=12))
def test_it_equals_a_fresh_document(taken: Sequence[tuple[str, object]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "whole.xlsx"
        path.write_bytes(_original())
        document = Document(Workbook.open(path), AS_AT)
        for kind, what in taken:
            _take(document, kind, what, path)
            assert document.findings == check(document.contents, AS_AT)
            assert document.dirty or document.workbook.edits == ()
        fresh = Workbook.open(path).apply(document.workbook.edits)
        assert document.contents == fresh.contents
        written = document.workbook.save(Path(folder) / "other.xlsx")
        assert Workbook.open(written.package.path).contents == document.contents
        if "save" not in [kind for kind, _ in taken]:
            document.undo_stack.setIndex(0)
            assert document.workbook.edits == ()
            document.workbook.save(path)
            assert path.read_bytes() == _original()


def _take(document: Document, kind: str, what: object, path: Path) -> None:
    if kind == "save":
        document.take_saved(document.workbook.save(path))
    elif kind == "undo":
        document.undo_stack.undo()
    elif kind == "redo":
        document.undo_stack.redo()
    elif kind == "move":
        assert isinstance(what, tuple)
        letter, number = what
        document.move_planned_point(
            CellRef(sheet="Indicators", row=3, column="ABCDEFG".index(letter) + 1), number
        )
    else:
        assert isinstance(what, list)
        document.type_texts(what, "Type")
