"""The polite sign stands from the first unsaved change until nothing is unsaved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.document.holding import Holding, take_politely
from desktop.document.lock import OwnLock, shared_lock
from tests.document.journals import change
from tests.document.locks import excel_lock

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.document.document import Document

G3 = change("Indicators!G3", 20, 16).cell


@pytest.fixture
def holding(document: Document, tmp_path: Path) -> Holding:
    return Holding(document, tmp_path / "recovery", "1-mine.session")


def sign_stands(holding: Holding, path: Path) -> bool:
    holding.settle()
    return shared_lock(path).exists()


def test_it_comes_with_the_first_change_and_goes_with_the_last(
    document: Document, holding: Holding, path: Path
) -> None:
    assert not sign_stands(holding, path)
    document.type_texts([(G3, "16")], "Type")
    assert sign_stands(holding, path)
    document.type_texts([(G3, "15")], "Type")
    document.undo_stack.undo()
    assert sign_stands(holding, path)
    document.undo_stack.undo()
    assert not sign_stands(holding, path)


def test_saved_under_another_name_it_goes_from_the_old_one(
    document: Document, holding: Holding, path: Path
) -> None:
    document.type_texts([(G3, "16")], "Type")
    other = path.with_name("other.xlsx")
    document.take_saved(document.workbook.save(other))
    assert not sign_stands(holding, path)
    document.type_texts([(G3, "15")], "Type")
    assert sign_stands(holding, other)
    holding.end()
    assert not shared_lock(other).exists()


def test_where_somebody_has_the_workbook_open_none_is_left(
    document: Document, holding: Holding, path: Path
) -> None:
    theirs = excel_lock(path, "J Smith")
    document.type_texts([(G3, "16")], "Type")
    assert not sign_stands(holding, path)
    holding.end()
    lock = OwnLock(path, "1-mine.session")
    take_politely(lock, path, path.parent, "1-mine.session")
    assert not shared_lock(path).exists()
    theirs.unlink()
    take_politely(lock, path, path.parent, "1-mine.session")
    assert shared_lock(path).exists()


def test_a_document_closed_without_a_change_has_none(holding: Holding, path: Path) -> None:
    holding.end()
    assert not shared_lock(path).exists()
