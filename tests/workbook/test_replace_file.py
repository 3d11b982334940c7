"""One file takes another's place, or nothing happens at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from desktop.domain.errors import SaveFailed, WorkbookInUse
from desktop.workbook.replace_file import PAUSES, is_one_of, replace_file, write_file

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "plan.xlsx"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def failing(number: int) -> Callable[..., NoReturn]:
    """What stands in for a call of the system that fails with this error."""

    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail


class Killed(BaseException):
    """The program is ended from outside."""


def killed(*_: object, **__: object) -> NoReturn:
    raise Killed


def test_a_new_file_is_written(tmp_path: Path) -> None:
    status = replace_file(tmp_path / NAME, b"new")
    assert (tmp_path / NAME).read_bytes() == b"new"
    assert status.st_mtime_ns == (tmp_path / NAME).stat().st_mtime_ns
    assert names(tmp_path) == [NAME]


def test_the_last_version_is_kept_and_so_are_the_permissions(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(b"one")
    path.chmod(0o640)
    replace_file(path, b"two")
    replace_file(path, b"three")
    assert path.read_bytes() == b"three"
    assert (tmp_path / f"{NAME}.bak").read_bytes() == b"two"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert names(tmp_path) == [NAME, f"{NAME}.bak"]


def test_a_file_that_is_made_leaves_no_last_version(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(b"one")
    write_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert names(tmp_path) == [NAME]


@pytest.mark.parametrize("write", [replace_file, write_file])
def test_a_folder_of_that_name_stays(tmp_path: Path, write: Callable[[Path, bytes], object]) -> None:
    (tmp_path / NAME).mkdir()
    with pytest.raises(SaveFailed, match=r"plan\.xlsx is a folder, so nothing was saved\. Choose another"):
        write(tmp_path / NAME, b"two")
    assert names(tmp_path) == [NAME]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
def test_what_is_no_file_gets_the_bytes_and_stays_what_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / NAME
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_file(pipe, b"two")
    assert os.read(reader, 9) == b"two"
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert names(tmp_path) == [NAME]


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="a system without names for what is open")
def test_what_another_program_reads_gets_the_bytes() -> None:
    reader, writer = os.pipe()
    write_file(Path(f"/dev/fd/{writer}"), b"two")
    assert os.read(reader, 9) == b"two"
    os.close(reader)
    os.close(writer)


def test_a_drive_that_has_no_permissions_to_set_is_asked_for_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / NAME).write_bytes(b"one")
    monkeypatch.setattr(Path, "chmod", failing(errno.EPERM))
    replace_file(tmp_path / NAME, b"two")
    assert (tmp_path / NAME).read_bytes() == b"two"


def test_the_file_behind_a_link_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.xlsx").write_bytes(b"one")
    (tmp_path / NAME).symlink_to("real.xlsx")
    replace_file(tmp_path / NAME, b"two")
    assert (tmp_path / NAME).is_symlink()
    assert (tmp_path / "real.xlsx").read_bytes() == b"two"


def test_a_drive_without_second_names_keeps_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / NAME).write_bytes(b"one")
    monkeypatch.setattr(os, "link", failing(errno.EPERM))
    replace_file(tmp_path / NAME, b"two")
    assert (tmp_path / f"{NAME}.bak").read_bytes() == b"one"
    assert names(tmp_path) == [NAME, f"{NAME}.bak"]


def test_what_an_ended_save_left_behind_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"one")
    (tmp_path / f".{NAME}.{os.getpid()}.bak").write_bytes(b"old")
    (tmp_path / f".{NAME}.{os.getpid()}.new").write_bytes(b"old")
    replace_file(tmp_path / NAME, b"two")
    assert (tmp_path / f"{NAME}.bak").read_bytes() == b"one"
    assert names(tmp_path) == [NAME, f"{NAME}.bak"]


def test_what_a_killed_save_left_long_ago_is_cleared_away(tmp_path: Path) -> None:
    old, new = (f".{NAME}.1.new", f".{NAME}.2.bak"), (f".{NAME}.3.new",)
    others = (f".{NAME}.4.note", f".my{NAME}.5.new", f".{NAME}.x.6.new")
    for name in (*old, *new, *others):
        (tmp_path / name).write_bytes(b"left")
    for name in (*old, *others):
        os.utime(tmp_path / name, (0, 0))
    replace_file(tmp_path / NAME, b"new")
    assert names(tmp_path) == sorted((*new, *others, NAME))


def test_a_file_that_another_program_lets_go_of_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / NAME).write_bytes(b"one")
    held = [True, True, False, True, False]
    replace = Path.replace

    def holding(self: Path, target: Path) -> Path:
        if held.pop(0):
            raise PermissionError(errno.EACCES, "held")
        return replace(self, target)

    waits: list[float] = []
    monkeypatch.setattr(Path, "replace", holding)
    replace_file(tmp_path / NAME, b"two", pause=waits.append)
    assert (tmp_path / NAME).read_bytes() == b"two"
    assert waits == [*PAUSES[:2], PAUSES[0]]


def test_a_file_that_stays_held_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / NAME).write_bytes(b"one")
    waits: list[float] = []
    monkeypatch.setattr(Path, "replace", failing(errno.EACCES))
    with pytest.raises(WorkbookInUse, match="another program holds it"):
        replace_file(tmp_path / NAME, b"two", pause=waits.append)
    assert waits == [*PAUSES]
    assert (tmp_path / NAME).read_bytes() == b"one"
    assert names(tmp_path) == [NAME]


@pytest.mark.parametrize("mode", [0o444, 0o555])
def test_a_read_only_file_is_left_as_it_is(tmp_path: Path, mode: int) -> None:
    path = tmp_path / NAME
    path.write_bytes(b"one")
    path.chmod(mode)
    with pytest.raises(WorkbookInUse, match="read-only"):
        replace_file(path, b"two")
    assert path.read_bytes() == b"one"
    assert names(tmp_path) == [NAME]


def test_a_file_that_the_system_keeps_from_us_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / NAME).write_bytes(b"one")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(WorkbookInUse, match="read-only"):
        replace_file(tmp_path / NAME, b"two")


@pytest.mark.parametrize(
    ("number", "message"), [(errno.ENOSPC, "the disk is full"), (errno.EIO, "its drive did not take it")]
)
@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_a_disk_that_fails_leaves_the_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, message: str
) -> None:
    (tmp_path / NAME).write_bytes(b"one")
    (tmp_path / NAME).chmod(0o600)
    monkeypatch.setattr(os if step == "fsync" else Path, step, failing(number))
    with pytest.raises(SaveFailed, match=message):
        replace_file(tmp_path / NAME, b"two")
    monkeypatch.undo()
    assert (tmp_path / NAME).read_bytes() == b"one"
    assert names(tmp_path) == [NAME]


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(SaveFailed, match=r"there is no folder .*gone\. Check its name and"):
        replace_file(tmp_path / "gone" / NAME, b"two")


@pytest.mark.parametrize("step", ["fsync", "link", "replace", "second replace"])
def test_a_kill_at_any_moment_leaves_one_version_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    (tmp_path / NAME).write_bytes(b"one")
    monkeypatch.setattr(Path, "unlink", lambda *_, **__: None)  # a killed program tidies nothing
    if step == "second replace":
        steps = iter([Path.replace, killed])

        def next_step(self: Path, target: Path) -> Path:
            return next(steps)(self, target)

        monkeypatch.setattr(Path, "replace", next_step)
    else:
        monkeypatch.setattr(Path if step == "replace" else os, step, killed)
    with pytest.raises(Killed):
        replace_file(tmp_path / NAME, b"two")
    assert (tmp_path / NAME).read_bytes() == b"one"
    monkeypatch.undo()
    replace_file(tmp_path / NAME, b"three")
    assert (tmp_path / NAME).read_bytes() == b"three"
    assert (tmp_path / f"{NAME}.bak").read_bytes() == b"one"


def test_a_folder_that_can_not_be_asked_to_settle_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "open", failing(errno.EACCES))
    replace_file(tmp_path / NAME, b"new")
    assert (tmp_path / NAME).read_bytes() == b"new"


def test_a_file_is_known_by_what_it_is_and_not_by_its_name(tmp_path: Path) -> None:
    plan, copy, link = tmp_path / "plan.xlsx", tmp_path / "copy.xlsx", tmp_path / "link.xlsx"
    plan.write_bytes(b"plan")
    copy.write_bytes(b"plan")
    link.hardlink_to(plan)
    assert is_one_of(link, [copy, plan])
    assert not is_one_of(copy, [plan])
    assert not is_one_of(tmp_path / "new.xlsx", [plan, tmp_path / "new.xlsx"])
    assert not is_one_of(plan, [tmp_path / "gone.xlsx"])
