"""Indicators that are looked at together, and the targets that name them."""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from desktop.domain.indicators import Indicator
from desktop.domain.library import normal_code
from desktop.domain.targets import Target
from desktop.projection.trajectory import trajectory
from desktop.rules.subjects import Aim, Bands, Promises, Repeated, Twins

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

_MEAN = "mean of bands:"
_RELATED = (attrgetter("measure.same_as"), attrgetter("measure.relation"))


def code_keys(record: Indicator | Target) -> Sequence[Hashable]:
    """What the indicators of a code and the targets that name it share; none for no code."""
    code = normal_code(record.code if isinstance(record, Indicator) else record.indicator)
    return (code,) if code or isinstance(record, Target) else ()


def repeated(records: Sequence[Indicator | Target]) -> Sequence[Repeated]:
    """The indicators of a code, where it stands twice."""
    indicators = _indicators(records)
    return (Repeated(indicators=indicators),) if len(indicators) > 1 else ()


def promises(records: Sequence[Indicator | Target]) -> Sequence[Promises]:
    """The indicators of a code with its targets; copies with the same plan are held against them once."""
    targets = tuple(
        each for each in _targets(records) if each.value.number is not None and each.date is not None
    )
    if not targets:
        return ()
    first_of_plan: dict[object, Indicator] = {}
    for indicator in _indicators(records):
        first_of_plan.setdefault(trajectory(indicator), indicator)
    return [Promises(indicator=indicator, targets=targets) for indicator in first_of_plan.values()]


def aims(records: Sequence[Indicator | Target]) -> Sequence[Aim]:
    """Each target with the indicators that bear the code which it names."""
    targets = _targets(records)
    indicators = _indicators(records) if targets else ()
    return [Aim(target=target, indicators=indicators) for target in targets]


def _indicators(records: Sequence[Indicator | Target]) -> tuple[Indicator, ...]:
    return tuple(record for record in records if isinstance(record, Indicator))


def _targets(records: Sequence[Indicator | Target]) -> tuple[Target, ...]:
    return tuple(record for record in records if isinstance(record, Target))


def related_keys(indicator: Indicator) -> Sequence[Hashable]:
    """One key for all indicators with a code: any of them may be named by another."""
    return (None,) if normal_code(indicator.code) else ()


def twins(indicators: Sequence[Indicator]) -> Sequence[Twins]:
    """Each two indicators that measure the same, once; of a code that stands twice the first is taken."""
    firsts = _first_of_code(indicators)
    pairs: dict[frozenset[str], Twins] = {}
    for code, first in firsts.items():
        other = normal_code(first.measure.same_as)
        if other in firsts and other != code:
            # The code that stands first in the workbook comes by here first, or the other names it too.
            pair = sorted((first, firsts[other]), key=indicators.index)
            pairs.setdefault(frozenset((code, other)), Twins(indicators=(pair[0], pair[1])))
    return list(pairs.values())


def bands(indicators: Sequence[Indicator]) -> Sequence[Bands]:
    """Each mean whose bands all stand in the workbook."""
    firsts = _first_of_code(indicators)
    found = []
    for whole in firsts.values():
        if whole.measure.relation.startswith(_MEAN):
            parts = midpoints(whole.measure.relation)
            if all(code in firsts for code, _ in parts):
                found.append(Bands(whole=whole, parts=tuple((firsts[code], at) for code, at in parts)))
    return found


def _first_of_code(indicators: Sequence[Indicator]) -> Mapping[str, Indicator]:
    """The first indicator of each code; none where no measure is related to another, as in most workbooks."""
    if not any(any(map(related, indicators)) for related in _RELATED):
        return {}
    firsts: dict[str, Indicator] = {}
    for indicator in indicators:
        firsts.setdefault(normal_code(indicator.code), indicator)
    return firsts


@lru_cache(maxsize=256)
def midpoints(relation: str) -> tuple[tuple[str, float], ...]:
    """The normalised codes of the bands with their midpoints, from "mean of bands: QP 2a=0.5; QP 2b=1.5"."""
    entries = (entry.partition("=") for entry in relation.removeprefix(_MEAN).split(";"))
    return tuple((normal_code(code), float(at)) for code, _, at in entries)
