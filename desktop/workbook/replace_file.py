"""One file takes another's place, whole or not at all, even where the power fails half-way.

The new bytes are written beside the file and reach the disk before they take its name. The version that
they replace keeps living under its name with .bak added.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
from typing import TYPE_CHECKING

from desktop.domain.errors import SaveFailed, WorkbookInUse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""How long to wait before each further attempt, in seconds, while another program holds the file."""


def replace_file(path: Path, data: bytes, *, pause: Callable[[float], None] = time.sleep) -> os.stat_result:
    """Write the bytes to a file, keeping its permissions and its last version; what it then is on disk.

    Raises WorkbookInUse or SaveFailed, and then the file is as it was.
    """
    target = path.resolve()
    before = _status(target)
    if before is not None and not _is_writable(target, before):
        raise WorkbookInUse(
            f"{path.name} is read-only, so nothing was saved. Save under another name, or take the "
            "read-only mark off the file and save again."
        )
    fresh = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        status = _write(fresh, data, before)
        if before is not None:
            _keep(target, pause)
        _patiently(lambda: fresh.replace(target), pause)
    except OSError as cause:
        raise _failure(path, cause) from cause
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink()
    _settle(target.parent)
    return status


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None


def _is_writable(path: Path, status: os.stat_result) -> bool:
    marked = status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    return bool(marked) and os.access(path, os.W_OK)


def _write(fresh: Path, data: bytes, before: os.stat_result | None) -> os.stat_result:
    with fresh.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if before is not None:
        fresh.chmod(stat.S_IMODE(before.st_mode))
    return fresh.stat()


def _keep(target: Path, pause: Callable[[float], None]) -> None:
    """Give the version on disk a second name; copy it where the drive knows no second names."""
    spare = target.with_name(f".{target.name}.{os.getpid()}.bak")
    with contextlib.suppress(FileNotFoundError):
        spare.unlink()
    try:
        os.link(target, spare)
    except OSError:
        _write(spare, target.read_bytes(), target.stat())
    try:
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


def _failure(path: Path, cause: OSError) -> SaveFailed | WorkbookInUse:
    if isinstance(cause, PermissionError):
        return WorkbookInUse(
            f"{path.name} could not be saved: another program holds it, or you may not write in "
            f"{path.parent}. Close it elsewhere and save again, or save under another name."
        )
    if not path.parent.is_dir():
        return SaveFailed(
            f"{path.name} could not be saved: there is no folder {path.parent}. Check its name and that its "
            "drive is connected, or make it, then save again."
        )
    if cause.errno == errno.ENOSPC:
        return SaveFailed(
            f"{path.name} could not be saved: the disk is full. Make room and save again, or save to "
            "another drive. The file is as it was."
        )
    return SaveFailed(
        f"{path.name} could not be saved: its drive did not take it. Check that the drive is connected and "
        "save again, or save to another drive. The file is as it was."
    )
