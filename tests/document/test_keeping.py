"""Unsaved work stands in a journal from the first step to the save, and no longer."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from desktop.document import journal as journals
from desktop.document import keeping as keepings
from desktop.document.keeping import Keeping
from desktop.document.recovery import left_behind
from desktop.document.session import Session
from tests.document.journals import change

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.document.document import Document

G3, F3 = change("Indicators!G3", 20, 16), change("Indicators!F3", 23, 22)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "recovery"


@pytest.fixture
def keeping(document: Document, folder: Path) -> Iterator[Keeping]:
    keeping = Keeping(document, folder)
    yield keeping
    keeping.end()


def kept(keeping: Keeping, folder: Path) -> object:
    """What a start after a sudden end would find; the journal is then given up."""
    keeping._session.end()
    found = [left.changes for left in left_behind(folder)]
    assert keeping._session.begin()
    return found


def test_nothing_is_written_before_the_first_step(keeping: Keeping, folder: Path) -> None:
    assert keeping.path is None
    assert not folder.exists()


def test_every_step_is_kept_at_once(document: Document, keeping: Keeping, folder: Path) -> None:
    document.type_texts([(G3.cell, "16")], "Type")
    assert kept(keeping, folder) == [(G3,)]
    document.move_planned_point(F3.cell, 22.5)
    document.move_planned_point(F3.cell, 22)
    assert kept(keeping, folder) == [(F3, G3)]
    document.undo_stack.undo()
    assert kept(keeping, folder) == [(G3,)]
    document.undo_stack.redo()
    assert kept(keeping, folder) == [(F3, G3)]


def test_undone_to_the_start_nothing_is_kept(document: Document, keeping: Keeping, folder: Path) -> None:
    document.type_texts([(G3.cell, "16")], "Type")
    document.undo_stack.undo()
    assert keeping.path is None
    assert left_behind(folder) == ()
    document.undo_stack.redo()
    assert kept(keeping, folder) == [(G3,)]


def test_what_is_saved_is_kept_no_more(document: Document, keeping: Keeping, folder: Path) -> None:
    document.type_texts([(G3.cell, "16")], "Type")
    document.take_saved(document.workbook.save(document.path))
    assert kept(keeping, folder) == []
    document.undo_stack.undo()
    assert kept(keeping, folder) == [(change("Indicators!G3", 16, 20),)]
    assert left_behind(folder) == ()  # and belongs to the one that runs


def test_a_document_that_is_closed_leaves_nothing(document: Document, keeping: Keeping, folder: Path) -> None:
    document.type_texts([(G3.cell, "16")], "Type")
    keeping.end()
    assert list(folder.iterdir()) == []


def test_a_full_disk_is_told_once_and_what_waited_is_written_later(
    document: Document, keeping: Keeping, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    keeping.failed.connect(lambda: told.append("failed"))

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as broken:
        broken.setattr(journals, "_write_all", full)
        document.type_texts([(G3.cell, "17")], "Type")
        document.type_texts([(G3.cell, "16")], "Type")
    assert told == ["failed"]
    assert not keeping.is_safe()
    document.type_texts([(F3.cell, "22")], "Type")
    assert keeping.is_safe()
    assert kept(keeping, folder) == [(F3, G3)]


def test_a_folder_that_takes_nothing_is_told(document: Document, keeping: Keeping, folder: Path) -> None:
    folder.parent.write_text("a file where the folder should be", encoding="utf-8")
    told: list[str] = []
    keeping.failed.connect(lambda: told.append("failed"))
    document.type_texts([(G3.cell, "16")], "Type")
    assert told == ["failed"]
    assert document.text(G3.cell) == "16"


def test_without_a_session_there_is_no_journal(
    document: Document, keeping: Keeping, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Session, "begin", lambda _: False)
    document.type_texts([(G3.cell, "16")], "Type")
    assert not keeping.is_safe()
    assert list(folder.iterdir()) == []


def test_the_disk_is_asked_to_have_it(
    document: Document, keeping: Keeping, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr("os.fsync", asked.append)
    keeping._timer.setInterval(0)
    document.type_texts([(G3.cell, "16")], "Type")
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert keepings._SETTLES_AFTER < 2000


def test_who_types_without_a_pause_is_kept_too(
    document: Document, keeping: Keeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    starts: list[None] = []
    monkeypatch.setattr(keeping._timer, "start", lambda: starts.append(None))
    monkeypatch.setattr(keeping._timer, "isActive", lambda: bool(starts))
    document.type_texts([(G3.cell, "17")], "Type")
    document.type_texts([(G3.cell, "16")], "Type")
    assert len(starts) == 1


def test_a_disk_that_does_not_take_it_is_told(
    document: Document, keeping: Keeping, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr("os.fsync", broken)
    keeping._timer.setInterval(0)
    with qtbot.waitSignal(keeping.failed):
        document.type_texts([(G3.cell, "16")], "Type")
    keeping.end()
    keeping._settle()  # a timer that was on its way
