"""A sign that this Milepost runs: a file in the user's own folder, held for as long as it does.

However the program ends, the system notices; so what an earlier one left behind can be told from what
another one is using now.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile

if TYPE_CHECKING:
    from pathlib import Path

_ENDING = ".session"


class Session:
    """One running Milepost; `name` is its own and nobody else's."""

    def __init__(self, folder: Path) -> None:
        self.name = f"{os.getpid()}-{os.urandom(6).hex()}{_ENDING}"
        self._lock = QLockFile(str(folder / self.name))
        self._lock.setStaleLockTime(0)  # however long it runs, it runs

    def begin(self) -> bool:
        """Hold the file; False where the folder does not take it."""
        return self._lock.isLocked() or self._lock.tryLock(0)

    def end(self) -> None:
        """Let go of the file and remove it."""
        self._lock.unlock()


def runs(folder: Path, name: str) -> bool:
    """Whether the Milepost of that name still runs; clears away the file of one that does not."""
    path = folder / name
    if not name.endswith(_ENDING) or path.parent != folder or not path.exists():
        return False
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        return True
    lock.unlock()
    return False
