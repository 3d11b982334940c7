"""Many indicators at once: one small chart for each, the worst first, all to be read by the same rules."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.charts.compose import picture_of
from desktop.charts.promises import promises
from desktop.domain.ratings import Rag
from desktop.domain.targets import own_targets
from desktop.domain.wording import counted
from desktop.projection import status as judged
from desktop.projection.actuals import actuals
from desktop.projection.trajectory import trajectory

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.charts.picture import Picture
    from desktop.domain.cells import CellRef
    from desktop.domain.contents import Contents
    from desktop.domain.findings import Finding
    from desktop.domain.indicators import Indicator
    from desktop.projection.status import Direction

_NOT_JUDGED, _NOTHING = 2, 4
_ORDER = {Rag.RED: 0, Rag.AMBER: 1, None: _NOT_JUDGED, Rag.GREEN: 3}
_TOLD = 20
"""Charts that those hear of in one go who can't see them."""


@dataclass(frozen=True, kw_only=True)
class Small:
    """One indicator among many; its picture is composed when it is first asked for."""

    indicator: Indicator
    rag: Rag | None
    direction: Direction | None
    gap: float
    contents: Contents
    findings: tuple[Finding, ...] = ()

    @property
    def cell(self) -> CellRef:
        """Where the indicator stands."""
        return self.indicator.cell

    @cached_property
    def picture(self) -> Picture:
        """The indicator's projection chart, the very one that stands beside the grid."""
        return picture_of(self.contents, self.indicator, self.findings)

    @property
    def mark(self) -> str:
        """Shape and letter of its status, or that it is not judged."""
        return "not judged" if self.rag is None else f"{self.rag.shape} {self.rag.letter}"

    @property
    def last(self) -> str:
        """Its last actual and the direction of travel, in words."""
        known = actuals(self.indicator)
        if not known:
            return "no actual value yet"
        travel = "" if self.direction is None else f", {self.direction.value}"
        return f"{self._figure} at {known[-1].period.label}{travel}"

    @property
    def brief(self) -> str:
        """The same without the period."""
        return f"{self._figure}, {self.direction.value}" if self.direction is not None else self._figure

    @property
    def _figure(self) -> str:
        known = actuals(self.indicator)
        return known[-1].value.raw.strip() if known else ""

    @property
    def short(self) -> str:
        """How far its plan is from a target it misses ("5.0 short"); empty where it misses none."""
        return next((promise.gap for promise in self.picture.promises if promise.gap), "")

    @property
    def words(self) -> str:
        """Everything that is said of it."""
        return f"{self.picture.title}\n{self.picture.status}\n{self.picture.summary}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiples:
    """The small charts of a group or a whole plan in the order of their worth of attention."""

    title: str
    subtitle: str
    smalls: tuple[Small, ...]

    @property
    def summary(self) -> str:
        """What is said of all of them, for those who can't see them."""
        told = "; ".join(
            f"{small.indicator.code} {small.rag or 'not judged'}, {small.last}"
            for small in self.smalls[:_TOLD]
        )
        left = len(self.smalls) - _TOLD
        return f"{self.title}. {self.subtitle}. {told}" + (f"; and {left} more" if left > 0 else "")


def groups_of(contents: Contents) -> tuple[str, ...]:
    """The objectives or outcomes that the indicators stand under, in the order of the workbook."""
    return tuple(dict.fromkeys(indicator.group for indicator in contents.indicators))


def multiples(contents: Contents, findings: Sequence[Finding] = (), group: str | None = None) -> Multiples:
    """The small charts of all indicators, or of those of a group, the worst first."""
    own = [each for each in contents.indicators if group in {None, each.group}]
    title = "All indicators" if group is None else " ".join(group.split()) or "Indicators without a group"
    return chosen_multiples(contents, findings, own, title)


def chosen_multiples(
    contents: Contents, findings: Sequence[Finding], own: Iterable[Indicator], title: str
) -> Multiples:
    """The small charts of some indicators, the worst first, under a title."""
    smalls = sorted((_small(contents, each, tuple(findings)) for each in own), key=_worst_first)
    counts = Counter(small.rag for small in smalls)
    told = [f"{counts[rag]} {rag.value}" for rag in (Rag.RED, Rag.AMBER, Rag.GREEN) if counts[rag]]
    told += [f"{counts[None]} not judged"] if counts[None] else []
    count = counted(len(smalls), "indicator")
    return Multiples(
        title=title,
        subtitle=" · ".join((count, *told)),
        smalls=tuple(smalls),
    )


def _small(contents: Contents, indicator: Indicator, findings: tuple[Finding, ...]) -> Small:
    return Small(
        indicator=indicator,
        rag=judged.status(indicator),
        direction=judged.direction(indicator),
        gap=gap(contents, indicator),
        contents=contents,
        findings=findings,
    )


def _worst_first(small: Small) -> tuple[int, float]:
    """By status; one without any number comes last of all."""
    drawn = any(value.value.number is not None for value in small.indicator.values)
    return _ORDER[small.rag] if drawn else _NOTHING, -small.gap


def gap(contents: Contents, indicator: Indicator) -> float:
    """How far an indicator falls short: its last judged actual of its plan, or its plan of a target.

    The larger of the two, as a share of what was planned or promised; 0 where neither falls short.
    """
    pairs = []
    value, planned = judged.judged(indicator), dict(trajectory(indicator))
    if value is not None and value.value.number is not None:
        pairs.append((value.value.number, planned[value.period.end]))
    told = promises(indicator, own_targets(indicator.code, contents.targets))
    pairs += [(promise.reading, promise.value) for promise in told if promise.reading is not None]
    return max(
        (indicator.measure.shortfall(now, then) / (abs(then) or 1.0) for now, then in pairs), default=0.0
    )
