"""What other programs do to the open workbook is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.document import disk_watch
from desktop.document.disk_watch import DiskWatch, Sight
from desktop.document.on_disk import OnDisk
from tests.document.journals import change
from tests.document.locks import JANE, libreoffice_lock

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.document.document import Document

G3 = change("Indicators!G3", 20, 16).cell


@pytest.fixture
def seen(document: Document, tmp_path: Path) -> list[Sight]:
    """Everything that the watch of the document has seen; `document.watch` is the watch."""
    watch = DiskWatch(document, tmp_path / "recovery", "1-mine.session", document)
    sights: list[Sight] = []
    watch.seen.connect(sights.append)
    watch.look()
    return sights


def states(seen: list[Sight]) -> list[OnDisk]:
    return [sight.state for sight in seen]


def test_at_first_it_is_as_it_was_read(qtbot: QtBot, seen: list[Sight], document: Document) -> None:
    qtbot.waitUntil(lambda: len(seen) == 1)
    [sight] = seen
    assert sight == Sight(
        package=document.workbook.package,
        state=OnDisk.SAME,
        written=document.path.stat().st_mtime_ns,
        holder=None,
    )
    assert sight == disk_watch._sight(document.workbook.package, document.path.parent, "1-mine.session")


def test_a_file_that_is_replaced_again_and_again_is_noticed_every_time(
    qtbot: QtBot, seen: list[Sight], path: Path
) -> None:
    qtbot.waitUntil(lambda: len(seen) == 1)
    data = path.read_bytes()
    for content, state in ((data + b"\0", OnDisk.CHANGED), (data, OnDisk.SAME), (b"", OnDisk.CHANGED)):
        fresh = path.with_name("fresh")
        fresh.write_bytes(content)
        fresh.replace(path)
        qtbot.waitUntil(lambda state=state: states(seen)[-1] is state)  # type: ignore[misc]
    path.unlink()
    qtbot.waitUntil(lambda: states(seen)[-1] is OnDisk.GONE)
    assert seen[-1].written is None


def test_somebody_who_opens_it_is_noticed(qtbot: QtBot, seen: list[Sight], path: Path) -> None:
    qtbot.waitUntil(lambda: len(seen) == 1)
    libreoffice_lock(path)
    qtbot.waitUntil(lambda: seen[-1].holder is not None)
    assert seen[-1].holder is not None
    assert seen[-1].holder.words == JANE


def test_a_save_of_our_own_is_no_change(qtbot: QtBot, seen: list[Sight], document: Document) -> None:
    document.type_texts([(G3, "16")], "Type")
    document.take_saved(document.workbook.save(document.path))
    package = document.workbook.package
    qtbot.waitUntil(lambda: bool(seen) and seen[-1].package is package)
    assert set(states(seen)) == {OnDisk.SAME}


def test_saved_under_another_name_the_new_one_is_watched(
    qtbot: QtBot, seen: list[Sight], document: Document, path: Path
) -> None:
    other = path.parent / "elsewhere" / "other.xlsx"
    other.parent.mkdir()
    document.take_saved(document.workbook.save(other))
    qtbot.waitUntil(lambda: bool(seen) and seen[-1].package.path == other)
    other.write_bytes(b"")
    qtbot.waitUntil(lambda: states(seen)[-1] is OnDisk.CHANGED)


def test_asked_while_it_looks_it_looks_once_more(
    qtbot: QtBot, document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[object] = []
    really = disk_watch._sight

    def counted(*arguments: object) -> Sight:
        looks.append(arguments)
        return really(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(disk_watch, "_sight", counted)
    watch = DiskWatch(document, tmp_path / "recovery", "1-mine.session", document)
    with qtbot.waitSignal(watch.seen):
        for _ in range(5):
            watch.look()
    assert len(looks) == 2
