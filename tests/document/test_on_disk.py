"""Whether a file is still what was read: by size and time, and by content where only the time differs."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from desktop.document.on_disk import OnDisk, on_disk
from desktop.workbook.package import Package

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.workbook.package import Fingerprint


@pytest.fixture
def then(path: Path) -> Fingerprint:
    return Package.open(path).fingerprint


def touched(path: Path, data: bytes, then: Fingerprint) -> None:
    path.write_bytes(data)
    os.utime(path, ns=(then.mtime_ns + 1000, then.mtime_ns + 1000))


def test_as_it_was_it_is_not_read(path: Path, then: Fingerprint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pathlib.Path.read_bytes", lambda _: pytest.fail("it was read"))
    assert on_disk(path, then) is OnDisk.SAME


def test_touched_only_it_is_the_same(path: Path, then: Fingerprint) -> None:
    touched(path, path.read_bytes(), then)
    assert on_disk(path, then) is OnDisk.SAME


def test_of_the_same_size_and_other_content_it_has_changed(path: Path, then: Fingerprint) -> None:
    touched(path, path.read_bytes()[:-1] + b"\x01", then)
    assert on_disk(path, then) is OnDisk.CHANGED


def test_of_another_size_it_has_changed(path: Path, then: Fingerprint) -> None:
    path.write_bytes(b"")
    assert on_disk(path, then) is OnDisk.CHANGED


def test_a_file_that_cannot_be_reached_is_gone(path: Path, then: Fingerprint) -> None:
    path.unlink()
    assert on_disk(path, then) is OnDisk.GONE
