"""The recovery journal: what was done since the last save, kept in the user's own folder.

Lines of JSON, each whole or not there: first a head that says which workbook it is about and what that was
like on disk, then one line for each step. A line is with the system as soon as it is written, so that it
outlives the program; `settle` sees it on to the disk, so that it outlives a power cut.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from desktop import __version__
from desktop.document.steps import written
from desktop.workbook.package import Fingerprint

if TYPE_CHECKING:
    from io import FileIO

    from desktop.document.steps import Shape, Step

ENDING = ".journal"
_FORMAT = 1


def recovery_folder() -> Path:
    """Where the journals of this user lie."""
    return Path(platformdirs.user_data_dir("Milepost", appauthor=False)) / "recovery"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Which workbook a journal is about, what it was like on disk, and who began the journal when."""

    workbook: Path
    fingerprint: Fingerprint
    session: str
    begun: dt.datetime
    version: str = __version__

    def shape(self) -> Shape:
        """The head as a JSON object."""
        return {
            "milepost": _FORMAT,
            "version": self.version,
            "workbook": os.fspath(self.workbook),
            "size": self.fingerprint.size,
            "mtime_ns": self.fingerprint.mtime_ns,
            "sha256": self.fingerprint.digest,
            "session": self.session,
            "begun": self.begun.isoformat(),
        }

    @classmethod
    def of(cls, shape: Shape) -> Head:
        """The head of a JSON object; raises KeyError, TypeError or ValueError where it is none."""
        size, time = int(shape["size"]), int(shape["mtime_ns"])
        return cls(
            workbook=Path(shape["workbook"]),
            fingerprint=Fingerprint(size=size, mtime_ns=time, digest=str(shape["sha256"])),
            session=str(shape["session"]),
            begun=dt.datetime.fromisoformat(shape["begun"]),
            version=str(shape["version"]),
        )


class Journal:
    """A journal that is being written."""

    def __init__(self, path: Path, head: Head) -> None:
        """Begin the file; raises OSError where the disk refuses, and then there is no file."""
        self.path = path
        self._file: FileIO = path.open("xb", buffering=0)
        self._whole = 0
        try:
            self._write(head.shape())
        except OSError:
            self.discard()
            raise

    @classmethod
    def begin(cls, folder: Path, head: Head) -> Journal:
        """A new journal in the folder, which is made where it is not there."""
        folder.mkdir(parents=True, exist_ok=True)
        return cls(folder / f"{os.urandom(16).hex()}{ENDING}", head)

    def add(self, step: Step) -> None:
        """Hand one more step to the system; raises OSError where it is not taken, and can be tried again."""
        self._write(written(step))

    def settle(self) -> None:
        """See every step on to the disk; raises OSError where it does not take them."""
        os.fsync(self._file.fileno())

    def discard(self) -> None:
        """What it holds is saved or given up: remove it."""
        self.leave()
        with contextlib.suppress(OSError):
            self.path.unlink()

    def leave(self) -> None:
        """Let go of the file and let it lie."""
        with contextlib.suppress(OSError):
            self._file.close()

    def _write(self, shape: Shape) -> None:
        """Add a line whole; where that fails, nothing of it stays to spoil the next one."""
        line = json.dumps(shape, separators=(",", ":")).encode("ascii") + b"\n"
        try:
            _write_all(self._file, line)
        except OSError:
            with contextlib.suppress(OSError):
                self._file.truncate(self._whole)
                self._file.seek(self._whole)
            raise
        self._whole += len(line)


def _write_all(file: FileIO, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]
