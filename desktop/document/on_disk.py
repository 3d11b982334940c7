"""What has become of a file since it was read."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.workbook.package import Fingerprint


class OnDisk(Enum):
    """The file is as it was, holds something else, or can't be reached."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


def on_disk(path: Path, then: Fingerprint) -> OnDisk:
    """Compare size and time; where only the time differs, read the file and compare what it holds."""
    import hashlib

    try:
        status = path.stat()
        if status.st_size != then.size:
            return OnDisk.CHANGED
        if status.st_mtime_ns == then.mtime_ns:
            return OnDisk.SAME
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return OnDisk.GONE
    return OnDisk.SAME if digest == then.digest else OnDisk.CHANGED
