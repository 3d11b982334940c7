"""What is remembered of unsure headers: kept between sessions, and never in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.document.mappings_store import MappingsStore
from desktop.domain.tables import TableKind
from desktop.workbook.mappings import NO_MAPPINGS, NOT_A_TABLE, ColumnMapping

if TYPE_CHECKING:
    from pathlib import Path

PLAN = ColumnMapping(kind=TableKind.PLAN, fields=((-1, "ref"), (0, "milestone"), (2, "status")))
KNOWN = NO_MAPPINGS.keeping("deliverables | who’s who", PLAN).keeping("a | b", NOT_A_TABLE)


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "fresh folder" / "columns.json"
    assert MappingsStore(path).write(KNOWN)
    assert MappingsStore(path).read() == KNOWN
    assert [found.name for found in path.parent.iterdir()] == ["columns.json"]


def test_before_anything_was_said_there_is_nothing(tmp_path: Path) -> None:
    assert MappingsStore(tmp_path / "columns.json").read() == NO_MAPPINGS


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"headers": [{"signature": "a"}]}',
        '{"headers": [{"signature": "a", "kind": "poem", "fields": []}]}',
        '{"headers": [{"signature": "a", "kind": "plan", "fields": 7}]}',
        '{"headers": [{"signature": "a", "kind": "plan", "fields": [["x", "ref"]]}]}',
    ],
)
def test_a_damaged_file_holds_nothing(tmp_path: Path, text: str) -> None:
    path = tmp_path / "columns.json"
    path.write_text(text, encoding="utf-8")
    assert MappingsStore(path).read() == NO_MAPPINGS


def test_a_folder_that_takes_nothing_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert not MappingsStore(tmp_path / "file" / "columns.json").write(KNOWN)
