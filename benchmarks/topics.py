"""Everything that is measured, in the order of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from benchmarks import (
    arranging,
    checking,
    editing,
    growing,
    opening,
    overlooking,
    pasting,
    reading,
    saving,
    scrolling,
    starting,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from benchmarks.outcome import Outcome
    from benchmarks.size import Size

    Topic: TypeAlias = Callable[[Size, Path], tuple[Outcome, ...]]

TOPICS: Mapping[str, Topic] = {
    "starting": starting.measure,
    "opening": opening.measure,
    "reading": reading.measure,
    "saving": saving.measure,
    "editing": editing.measure,
    "pasting": pasting.measure,
    "scrolling": scrolling.measure,
    "arranging": arranging.measure,
    "overlooking": overlooking.measure,
    "growing": growing.measure,
    "checking": checking.measure,
}
"""Each makes its workbooks in the folder it is given."""
