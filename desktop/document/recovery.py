"""What an earlier Milepost left behind, and what of it can be brought back."""

from __future__ import annotations

import contextlib
import json
import os
import time
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from desktop.document import session
from desktop.document.journal import ENDING, Head
from desktop.document.on_disk import on_disk
from desktop.document.steps import CellsSet, Change, UnknownStep, read_step
from desktop.domain.edits import Edit, same_content

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from desktop.document.on_disk import OnDisk
    from desktop.document.steps import Step
    from desktop.domain.cells import CellRef
    from desktop.workbook.workbook import Workbook

KEPT = ".kept"
KEPT_DAYS = 90
"""How long a journal that was put aside lies there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftBehind:
    """The journal of a Milepost that ended before the work was saved.

    `steps` are those that were understood, and `unread` is how many follow that were not. `changes` are what
    the steps come to, cell by cell, as far as no rows are changed.
    """

    path: Path
    head: Head
    steps: tuple[Step, ...]
    changes: tuple[Change, ...]
    unread: int

    @property
    def rows_changed(self) -> int:
        """How many steps there are from the first on that changes rows."""
        return len(self.steps) - _before_rows(self.steps)

    def on_disk(self) -> OnDisk:
        """What has become of the workbook since."""
        return on_disk(self.head.workbook, self.head.fingerprint)

    def discard(self) -> None:
        """It is brought back or given up: remove it."""
        with contextlib.suppress(OSError):
            self.path.unlink()

    def keep(self) -> Path:
        """Put it aside for KEPT_DAYS, where it is not offered again, and say where."""
        aside = self.path.with_suffix(KEPT)
        with contextlib.suppress(OSError):
            os.utime(self.path)  # its days count from now
            self.path.replace(aside)
            return aside
        return self.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """What can be brought back into a workbook, and what stands in the way of the rest."""

    edits: tuple[Edit, ...]
    crossed: tuple[Change, ...]


def left_behind(folder: Path) -> tuple[LeftBehind, ...]:
    """Every journal of a Milepost that runs no more, the latest first.

    Empty ones are cleared away, and those that were put aside long ago.
    """
    _clear_kept(folder)
    found = []
    for path in _journals(folder):
        left = _read(path)
        if left is None or session.runs(folder, left.head.session):
            continue
        if left.changes or left.rows_changed or left.unread:
            found.append(left)
        else:
            left.discard()
    return tuple(sorted(found, key=lambda left: left.head.begun, reverse=True))


def summed(steps: Iterable[Step]) -> tuple[Change, ...]:
    """What the steps come to, in the order of sheets and cells: each cell as it was first and is last."""
    sums: dict[CellRef, Change] = {}
    for step in steps:
        for change in step.changes if isinstance(step, CellsSet) else ():
            first = sums.get(change.cell, change)
            sums[change.cell] = Change(cell=change.cell, before=first.before, after=change.after)
    changed = (one for one in sums.values() if not same_content(one.before, one.after))
    return tuple(sorted(changed, key=lambda change: change.cell))


def recovery(changes: Sequence[Change], workbook: Workbook) -> Recovery:
    """The changes that still fit the workbook: their cells hold what they held when they were changed."""
    edits, crossed = [], []
    known = {*workbook.sheets, workbook.notes_name}
    for change in changes:
        if change.cell.sheet not in known:
            crossed.append(change)
            continue
        holds = workbook.content(change.cell)
        if same_content(holds, change.before):
            edits.append(Edit(cell=change.cell, content=change.after))
        elif not same_content(holds, change.after):
            crossed.append(change)
    return Recovery(edits=tuple(edits), crossed=tuple(crossed))


def _clear_kept(folder: Path) -> None:
    long_ago = time.time() - KEPT_DAYS * 24 * 3600
    with contextlib.suppress(OSError):
        for aside in folder.glob(f"*{KEPT}"):
            if aside.stat().st_mtime < long_ago:
                aside.unlink()


def _journals(folder: Path) -> list[Path]:
    try:
        return sorted(folder.glob(f"*{ENDING}"))
    except OSError:
        return []


def _read(path: Path) -> LeftBehind | None:
    """The journal in a file; None where the file is none or can't be read."""
    try:
        shapes = _shapes(path.read_bytes())
        head = Head.of(next(shapes))
    except (OSError, StopIteration, KeyError, TypeError, ValueError):
        return None
    steps = [read_step(shape) for shape in shapes]
    understood = tuple(takewhile(lambda step: not isinstance(step, UnknownStep), steps))
    return LeftBehind(
        path=path,
        head=head,
        steps=understood,
        changes=summed(understood[: _before_rows(understood)]),
        unread=len(steps) - len(understood),  # what follows may speak of cells that this one has moved
    )


def _before_rows(steps: Sequence[Step]) -> int:
    return sum(1 for _ in takewhile(lambda step: isinstance(step, CellsSet), steps))


def _shapes(data: bytes) -> Iterator[dict[str, Any]]:
    """The objects of the lines that are whole; the last one may be torn."""
    for line in data.split(b"\n"):
        try:
            shape = json.loads(line)
        except (ValueError, RecursionError):
            return
        if not isinstance(shape, dict):
            return
        yield shape
