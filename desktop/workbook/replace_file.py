"""One file takes another's place, whole or not at all, even where the power fails half-way.

The new bytes are written beside the file and reach the disk before they take its name. The version of an
officer's workbook that they replace keeps living under its name with .bak added.
"""

from __future__ import annotations

import contextlib
import errno
import glob
import os
import re
import stat
import time
from typing import TYPE_CHECKING

from desktop.domain.errors import SaveFailed, WorkbookInUse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""How long to wait before each further attempt, in seconds, while another program holds the file."""
_FULL = (errno.ENOSPC, errno.EDQUOT)
_LEFT = re.compile(r"[0-9]+\.(?:new|bak)")
_LEFT_AFTER = 3600
"""Seconds after which no save is still going on."""


def replace_file(path: Path, data: bytes, *, pause: Callable[[float], None] = time.sleep) -> os.stat_result:
    """Write the bytes to a file, keeping its permissions and its last version; what it then is on disk.

    Raises WorkbookInUse or SaveFailed, and then the file is as it was.
    """
    return _written(path, data, pause, keeps_last=True)


def is_one_of(path: Path, files: Iterable[Path]) -> bool:
    """Whether a path leads to one of these files, under whatever name; what is not there is none of them."""
    return path.exists() and any(file.exists() and file.samefile(path) for file in files)


def write_file(path: Path, data: bytes, *, pause: Callable[[float], None] = time.sleep) -> None:
    """Write a file that Milepost makes, such as a return or a chart; nothing is kept of what it replaces.

    Raises as `replace_file` does.
    """
    _written(path, data, pause, keeps_last=False)


def _written(path: Path, data: bytes, pause: Callable[[float], None], *, keeps_last: bool) -> os.stat_result:
    target = path.resolve()
    fresh = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        before = _status(path)
        _check_target(path, before)
        if before is not None and not stat.S_ISREG(before.st_mode):
            return _passed_on(path, data)
        status = _write(fresh, data, before)
        if before is not None and keeps_last:
            _keep(target, pause)
        _patiently(lambda: fresh.replace(target), pause)
    except OSError as cause:
        raise not_written(path, cause) from cause
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink()
    _settle(target.parent)
    _tidy(target)
    return status


def _check_target(path: Path, status: os.stat_result | None) -> None:
    """Refuse what can't be written, before anything is."""
    if status is None:
        return
    if stat.S_ISDIR(status.st_mode):
        raise SaveFailed(f"{path.name} is a folder, so nothing was saved. Choose another name.")
    if not _is_writable(path, status):
        raise WorkbookInUse(
            f"{path.name} is read-only, so nothing was saved. Save under another name, or take the "
            "read-only mark off the file and save again."
        )


def _passed_on(path: Path, data: bytes) -> os.stat_result:
    """Hand the bytes to what is no file, such as a pipe: it stays what it is."""
    with path.open("wb") as stream:
        stream.write(data)
        return os.fstat(stream.fileno())


def _status(path: Path) -> os.stat_result | None:
    """What the file is on disk; None where there is none."""
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _is_writable(path: Path, status: os.stat_result) -> bool:
    marked = status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    return bool(marked) and os.access(path, os.W_OK)


def _write(fresh: Path, data: bytes, before: os.stat_result | None) -> os.stat_result:
    with fresh.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    status = fresh.stat()
    if before is None or stat.S_IMODE(status.st_mode) == stat.S_IMODE(before.st_mode):
        return status  # network drives often refuse what would change nothing
    fresh.chmod(stat.S_IMODE(before.st_mode))
    return fresh.stat()


def _keep(target: Path, pause: Callable[[float], None]) -> None:
    """Give the version on disk a second name; copy it where the drive knows no second names."""
    spare = target.with_name(f".{target.name}.{os.getpid()}.bak")
    with contextlib.suppress(FileNotFoundError):
        spare.unlink()
    try:
        try:
            os.link(target, spare)
        except OSError:
            _write(spare, target.read_bytes(), target.stat())
        _patiently(lambda: spare.replace(target.with_name(f"{target.name}.bak")), pause)
    finally:
        with contextlib.suppress(OSError):
            spare.unlink()


def _patiently(action: Callable[[], object], pause: Callable[[float], None]) -> None:
    """Try again for a while: sync clients and virus scanners let go of a file soon."""
    for wait in PAUSES:
        with contextlib.suppress(PermissionError):
            action()
            return
        pause(wait)
    action()


def _settle(folder: Path) -> None:
    """Let the folder's new entry reach the disk, where the system has a way to ask for it."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _tidy(target: Path) -> None:
    """Remove what a save that was killed left beside the file; one that is going on may still be seen."""
    long_ago = time.time() - _LEFT_AFTER
    with contextlib.suppress(OSError):
        for left in target.parent.glob(f".{glob.escape(target.name)}.*"):
            if _LEFT.fullmatch(left.name, len(target.name) + 2) and left.stat().st_mtime < long_ago:
                left.unlink()


def not_written(path: Path, cause: OSError) -> SaveFailed | WorkbookInUse:
    """Why a file could not be written, and what to do about it."""
    if isinstance(cause, PermissionError):
        return WorkbookInUse(
            f"{path.name} could not be saved: another program holds it, or you may not write in "
            f"{path.parent}. Close it elsewhere and try again, or choose another name."
        )
    if cause.errno in _FULL:
        return SaveFailed(
            f"{path.name} could not be saved: the disk is full. Make room and try again, or choose another "
            "drive. What was there is as it was."
        )
    if not _has_folder(path):
        return SaveFailed(
            f"{path.name} could not be saved: there is no folder {path.parent}. Check its name and that its "
            "drive is connected, or make it, then try again."
        )
    return SaveFailed(
        f"{path.name} could not be saved: its drive did not take it. Check that the drive is connected and "
        "try again, or choose another drive. What was there is as it was."
    )


def _has_folder(path: Path) -> bool:
    try:
        return path.parent.is_dir()
    except OSError:
        return True  # a drive that fails says nothing of its folders
