"""The journal on disk: whole lines or none, whatever the disk does."""

from __future__ import annotations

import errno
import json
import os
from typing import TYPE_CHECKING

import pytest

from desktop import __version__
from desktop.document import journal as journals
from desktop.document.journal import Head, Journal, recovery_folder
from tests.document.journals import cells, change, head_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import FileIO
    from pathlib import Path

STEP = cells(change("Indicators!G3", 20, 16))


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def failing_after(written: int, code: int) -> Callable[[FileIO, bytes], None]:
    """A disk that takes so many bytes of a line and then no more."""

    def write(file: FileIO, data: bytes) -> None:
        file.write(data[:written])
        raise OSError(code, os.strerror(code))

    return write


def test_it_begins_with_what_the_workbook_was(tmp_path: Path, path: Path) -> None:
    head = head_of(path)
    journal = Journal.begin(tmp_path / "new" / "folder", head)
    journal.leave()
    [shape] = lines(journal.path)
    assert shape["workbook"] == str(path)
    assert shape["version"] == __version__
    assert shape["size"] == path.stat().st_size
    assert Head.of(shape) == head


def test_a_step_is_with_the_system_at_once(tmp_path: Path, path: Path) -> None:
    journal = Journal.begin(tmp_path, head_of(path))
    journal.add(STEP)
    assert lines(journal.path)[1:] == [{"kind": "cells", "sheets": {"Indicators": [[3, 7, 20, 16]]}}]
    journal.settle()
    journal.discard()
    assert not journal.path.exists()


def test_a_disk_that_takes_half_is_written_to_until_it_has_all() -> None:
    taken = bytearray()

    class Slow:
        def write(self, data: memoryview) -> int:
            taken.extend(data[:3])
            return len(data[:3])

    journals._write_all(Slow(), b"0123456789")  # type: ignore[arg-type]
    assert taken == b"0123456789"


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EBUSY, errno.EIO])
def test_a_line_that_the_disk_refuses_leaves_no_half(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    journal = Journal.begin(tmp_path, head_of(path))
    with monkeypatch.context() as broken:
        broken.setattr(journals, "_write_all", failing_after(9, code))
        with pytest.raises(OSError, match=r".") as raised:
            journal.add(STEP)
    assert raised.value.errno == code
    assert len(lines(journal.path)) == 1
    journal.add(STEP)
    assert len(lines(journal.path)) == 2
    journal.discard()


def test_a_head_that_the_disk_refuses_leaves_no_file(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journals, "_write_all", failing_after(9, errno.ENOSPC))
    with pytest.raises(OSError, match="space"):
        Journal.begin(tmp_path / "recovery", head_of(path))
    assert list((tmp_path / "recovery").iterdir()) == []


def test_it_lies_in_the_users_own_folder() -> None:
    assert recovery_folder().name == "recovery"
    assert "Milepost" in recovery_folder().parts
