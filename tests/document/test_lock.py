"""Who has a workbook open is read in every program's own words, and nobody's sign is ever removed."""

from __future__ import annotations

import datetime as dt
import errno
import os
from typing import TYPE_CHECKING, Self

import pytest

from desktop.document import lock as locks
from desktop.document.lock import Holder, OwnLock, holder_of, shared_lock
from desktop.document.session import Session
from tests.document.locks import JANE, LIBREOFFICE, excel_lock, libreoffice_lock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SINCE = dt.datetime(2012, 3, 1, 14, 2)  # noqa: DTZ001 - the officer's own clock


@pytest.fixture
def sessions(tmp_path: Path) -> Path:
    folder = tmp_path / "recovery"
    folder.mkdir()
    return folder


@pytest.fixture
def running(sessions: Path) -> Iterator[str]:
    session = Session(sessions)
    assert session.begin()
    yield session.name
    session.end()


def test_a_workbook_that_nobody_has_open(path: Path, sessions: Path) -> None:
    assert holder_of(path, sessions) is None


def test_libreoffice_says_who_and_since_when(path: Path, sessions: Path) -> None:
    libreoffice_lock(path)
    holder = holder_of(path, sessions)
    assert holder == Holder(who="Jane Smith", program="LibreOffice", since=SINCE)
    assert holder.words == JANE


@pytest.mark.parametrize("name", ["J Smith", "Siân Þórsdóttir", "Łukasz Żak", ""])
def test_excel_says_who_and_its_file_since_when(path: Path, sessions: Path, name: str) -> None:
    lock = excel_lock(path, name)
    os.utime(lock, (SINCE.timestamp(), SINCE.timestamp()))
    holder = holder_of(path, sessions)
    assert holder == Holder(who=name, program="Excel", since=SINCE)
    assert holder.words == f"{name or 'someone'} in Excel since 14:02 on 01/03/2012"


def test_an_older_excel_writes_the_name_once(path: Path, sessions: Path) -> None:
    excel_lock(path, "x").write_bytes(b"\x07J Smith".ljust(54))
    holder = holder_of(path, sessions)
    assert holder is not None
    assert holder.who == "J Smith"


def test_a_sign_that_may_not_be_read_is_still_a_sign(
    path: Path, sessions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = excel_lock(path, "J Smith")
    really_open: Callable[..., object] = type(path).open

    def held(opened: Path, *arguments: str) -> object:
        if opened == lock:
            raise PermissionError
        return really_open(opened, *arguments)

    monkeypatch.setattr("pathlib.Path.open", held)
    holder = holder_of(path, sessions)
    assert holder is not None
    assert holder.words.startswith("someone in Excel since ")


def test_a_sign_that_goes_while_it_is_read_has_no_time(
    path: Path, sessions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = excel_lock(path, "J Smith")
    data = lock.read_bytes()
    lock.unlink()
    monkeypatch.setattr(locks, "_read", lambda read: data if read == lock else b"")
    assert holder_of(path, sessions) == Holder(who="J Smith", program="Excel", since=None)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            r"Smith\, Jane,jsmith,PC\;1,01.03.2012 14:02,x;",
            "Smith, Jane in LibreOffice since 14:02 on 01/03/2012",
        ),
        (",jsmith,PC,01.03.2012 14:02,x;", "jsmith in LibreOffice since 14:02 on 01/03/2012"),
        (",,,yesterday,x;", "someone in LibreOffice"),
        ("Jane,", "Jane in LibreOffice"),
    ],
)
def test_signs_of_odd_shapes(path: Path, sessions: Path, line: str, words: str) -> None:
    libreoffice_lock(path, line)
    holder = holder_of(path, sessions)
    assert holder is not None
    assert holder.words == words


@pytest.mark.parametrize("line", ["", "no fields at all"])
def test_a_file_that_says_nothing_is_no_sign(path: Path, sessions: Path, line: str) -> None:
    libreoffice_lock(path, line)
    assert holder_of(path, sessions) is None


def test_our_own_sign_is_left_seen_by_others_and_removed(path: Path, sessions: Path, running: str) -> None:
    lock = OwnLock(path, running)
    assert lock.take()
    assert holder_of(path, sessions, own=running) is None
    other = holder_of(path, sessions, own="2-other.session")
    assert other is not None
    assert other.program == "another Milepost"
    assert other.since is not None
    lock.release()
    assert not shared_lock(path).exists()
    lock.release()


def test_our_own_sign_is_a_line_that_libreoffice_reads(path: Path, running: str) -> None:
    OwnLock(path, running).take()
    fields = shared_lock(path).read_text(encoding="utf-8").removesuffix(";").split(",")
    assert len(fields) == 5
    assert fields[0] == fields[1] == locks._user()
    assert fields[4] == f"milepost:{running}"


def test_a_sign_left_behind_by_a_milepost_of_ours_is_cleared_away(path: Path, sessions: Path) -> None:
    OwnLock(path, "1-gone.session").take()
    assert holder_of(path, sessions) is None
    assert not shared_lock(path).exists()


@pytest.mark.parametrize(("user", "computer"), [("jsmith", None), (None, "LAPTOP-7")])
def test_one_of_another_user_or_computer_is_not(
    path: Path, sessions: Path, monkeypatch: pytest.MonkeyPatch, user: str | None, computer: str | None
) -> None:
    with monkeypatch.context() as elsewhere:
        if user is not None:
            elsewhere.setattr(locks, "_user", lambda: user)
        if computer is not None:
            elsewhere.setattr("platform.node", lambda: computer)
        OwnLock(path, "1-gone.session").take()
    holder = holder_of(path, sessions)
    assert holder is not None
    assert holder.program == "another Milepost"
    assert shared_lock(path).exists()


def test_somebody_elses_sign_is_neither_overwritten_nor_removed(path: Path, running: str) -> None:
    theirs = libreoffice_lock(path)
    lock = OwnLock(path, running)
    assert not lock.take()
    lock.release()
    assert theirs.read_text(encoding="utf-8") == LIBREOFFICE


def test_a_folder_that_takes_no_sign_is_no_trouble(
    path: Path, running: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not OwnLock(path.with_name("gone") / path.name, running).take()


def test_a_disk_that_fills_leaves_no_half_sign(
    path: Path, running: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_open = type(path).open

    class Full:
        def __init__(self, opened: Path) -> None:
            self._file = really_open(opened, "xb")

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            self._file.close()

        def write(self, data: bytes) -> None:
            self._file.write(data[:5])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(
        "pathlib.Path.open",
        lambda opened, mode, *rest: Full(opened) if mode == "xb" else really_open(opened, mode, *rest),
    )
    assert not OwnLock(path, running).take()
    assert not shared_lock(path).exists()


def test_a_system_that_does_not_say_who_uses_it(
    path: Path, sessions: Path, running: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise KeyError

    monkeypatch.setattr("getpass.getuser", nobody)
    OwnLock(path, running).take()
    holder = holder_of(path, sessions)
    assert holder is not None
    assert holder.words.startswith("someone in another Milepost since ")
