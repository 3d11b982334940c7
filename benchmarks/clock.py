"""Timing side by side: what is measured and what it is held against take turns, and so share their luck."""

from __future__ import annotations

import gc
import time
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, TypeAlias

from benchmarks.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

    Measurement: TypeAlias = Callable[[], float]

_MS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The seconds of each turn; the two of one place in their rows were measured one after the other."""

    ours: tuple[float, ...]
    theirs: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """The median of the turns' ratios: what slows one turn down slows both of its measurements."""
        return median(our / their for our, their in zip(self.ours, self.theirs, strict=True))

    @property
    def words(self) -> str:
        """The ratio and the two medians."""
        return f"{self.ratio:.2f} × ({ms(median(self.ours))} : {ms(median(self.theirs))})"

    def outcome(self, what: str, against: str, most: float) -> Outcome:
        """The row of the table, where the ratio may be `most` at most."""
        return Outcome(
            what=what, against=against, goal=f"≤ {most:g} ×", measured=self.words, met=self.ratio <= most
        )


def side_by_side(ours: Measurement, theirs: Measurement, turns: int) -> Comparison:
    """Measure in turns, after one turn that does not count: it fills the caches of both."""
    pairs = [(ours(), theirs()) for _ in range(turns + 1)][1:]
    return Comparison(ours=tuple(our for our, _ in pairs), theirs=tuple(their for _, their in pairs))


def timed(action: Callable[[], object], before: Callable[[], object] | None = None) -> Measurement:
    """A measurement of an action, in seconds; `before` sets the scene and is not counted."""

    def measure() -> float:
        if before is not None:
            before()
        return seconds(action)

    return measure


def seconds(action: Callable[[], object]) -> float:
    """How long an action takes, when nobody else's rubbish is collected on its time."""
    gc.collect()
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def ms(duration: float) -> str:
    """Seconds in words, as milliseconds."""
    milliseconds = duration * _MS
    return f"{milliseconds:,.0f} ms" if milliseconds >= 10 else f"{milliseconds:.1f} ms"  # noqa: PLR2004 - two figures
