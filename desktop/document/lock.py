"""Who else has a workbook open, and the polite sign that Milepost has.

Excel leaves `~$NAME` beside a workbook that it holds, with its user's name in it; LibreOffice leaves
`.~lock.NAME#`, one line of name, user, computer, time and profile. Milepost leaves a line of the second kind,
so that others can read it, with its session in the place of the profile: that tells its own from another's,
and one that was left behind from one that counts.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.document import session

if TYPE_CHECKING:
    from pathlib import Path

_OURS = "milepost:"
_TIME = "%d.%m.%Y %H:%M"
_FIELD = re.compile(r"((?:[^\\,;]|\\.)*)[,;]")
_FIELDS = 5
_EXCEL_NAME = 55  # where the name stands in UTF-16, after its length in two bytes
_LONGEST = 4096  # bytes that are read of a lock


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who has the workbook open, in which program, and since when; empty and None where that is unknown."""

    who: str
    program: str
    since: dt.datetime | None

    @property
    def words(self) -> str:
        """Such as "J Smith in Excel since 14:02 on 22/11/2026"."""
        since = f" since {self.since:%H:%M} on {self.since:%d/%m/%Y}" if self.since is not None else ""
        return f"{self.who or 'someone'} in {self.program}{since}"


def shared_lock(workbook: Path) -> Path:
    """Where LibreOffice and Milepost leave their sign."""
    return workbook.with_name(f".~lock.{workbook.name}#")


def holder_of(workbook: Path, sessions: Path, own: str = "") -> Holder | None:
    """Who else has the workbook open; `own` is the session that asks, `sessions` the folder of this user's.

    A sign that an earlier Milepost of this user on this computer left behind is removed.
    """
    return _shared_holder(shared_lock(workbook), sessions, own) or _excel_holder(
        workbook.with_name(f"~${workbook.name}")
    )


class OwnLock:
    """The sign that this Milepost leaves beside a workbook while it has unsaved work on it."""

    def __init__(self, workbook: Path, session_name: str) -> None:
        self._path = shared_lock(workbook)
        now = dt.datetime.now()  # noqa: DTZ005 - the officer's own clock, as LibreOffice writes it
        user = _user()
        fields = (user, user, _computer(), now.strftime(_TIME), _OURS + session_name)
        self._line = (",".join(map(_escaped, fields)) + ";").encode()

    def take(self) -> bool:
        """Leave the sign; False where somebody's stands there or the folder does not take one."""
        try:
            with self._path.open("xb") as file:
                file.write(self._line)
        except FileExistsError:
            return False
        except OSError:
            self.release()
            return False
        return True

    def release(self) -> None:
        """Remove the sign, unless it has become somebody else's."""
        with contextlib.suppress(OSError):
            if self._line.startswith(self._path.read_bytes()):
                self._path.unlink()


def _shared_holder(path: Path, sessions: Path, own: str) -> Holder | None:
    text = _read(path).decode("utf-8", errors="replace")
    fields = [re.sub(r"\\(.)", r"\1", field) for field in _FIELD.findall(text)]
    if not fields:
        return None
    name, user, computer, time, profile = (*fields, *[""] * _FIELDS)[:_FIELDS]
    program = "LibreOffice"
    if profile.startswith(_OURS):
        wrote = profile.removeprefix(_OURS)
        if wrote == own:
            return None
        program = "another Milepost"
        if (user, computer) == (_user(), _computer()) and not session.runs(sessions, wrote):
            with contextlib.suppress(OSError):
                path.unlink()
            return None
    since = None
    with contextlib.suppress(ValueError):
        since = dt.datetime.strptime(time, _TIME)  # noqa: DTZ007 - no zone is written
    return Holder(who=name or user, program=program, since=since)


def _excel_holder(path: Path) -> Holder | None:
    data = _read(path)
    if not data:
        return None
    start = _EXCEL_NAME + 2
    length = int.from_bytes(data[_EXCEL_NAME:start], "little")
    name = data[start : start + 2 * length].decode("utf-16-le", errors="ignore")
    if not name:
        name = data[1 : 1 + data[0]].decode("cp1252", errors="ignore")
    since = None
    with contextlib.suppress(OSError):
        since = dt.datetime.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ006 - the officer's own clock
    return Holder(who=name.strip("\0 "), program="Excel", since=since)


def _read(path: Path) -> bytes:
    """The beginning of a file; where another program holds it closed, a byte that says no more than that."""
    try:
        with path.open("rb") as file:
            return file.read(_LONGEST)
    except PermissionError:
        return b"\0"
    except OSError:
        return b""


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # a system that does not say
        return ""


def _computer() -> str:
    import platform

    return platform.node()


def _escaped(field: str) -> str:
    return re.sub(r"([\\,;])", r"\\\1", field)
