"""Which record of an earlier state is which of a later one: one to one, the surest first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

T = TypeVar("T")

MOST_COMPARED = 40_000
"""Pairs of texts looked at for likeness: more would keep an officer waiting, and is a plan written anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing(Generic[T]):
    """Records of both states together, in the later order; those of one only, each in its own."""

    both: tuple[tuple[T, T], ...]
    gone: tuple[T, ...]
    new: tuple[T, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness(Generic[T]):
    """Two records with equal `within` are one where their texts are alike to at least `least` (0 to 1)."""

    within: Callable[[T], Hashable]
    text: Callable[[T], str]
    least: float


def pair(
    old: Sequence[T],
    new: Sequence[T],
    keys: Sequence[Callable[[T], Hashable | None]],
    likenesses: Sequence[Likeness[T]] = (),
) -> Pairing[T]:
    """Pair by each key in turn, then by each likeness; a record whose key is None has none of that kind.

    A key that stands as often in the one as in the other pairs in the order of both.
    """
    found: dict[int, int] = {}  # place among the new -> place among the old
    for key in keys:
        found |= _equal(old, new, key, found)
    for likeness in likenesses:
        found |= _alike(old, new, likeness, found)
    taken = set(found.values())
    return Pairing(
        both=tuple((old[found[there]], each) for there, each in enumerate(new) if there in found),
        gone=tuple(each for here, each in enumerate(old) if here not in taken),
        new=tuple(each for there, each in enumerate(new) if there not in found),
    )


def _equal(
    old: Sequence[T], new: Sequence[T], key: Callable[[T], Hashable | None], found: dict[int, int]
) -> dict[int, int]:
    before, after = _left(old, new, key, found)
    return {
        there: here
        for one, places in after.items()
        if one is not None and len(before[one]) == len(places)
        for here, there in zip(before[one], places, strict=True)
    }


def _alike(
    old: Sequence[T], new: Sequence[T], likeness: Likeness[T], found: dict[int, int]
) -> dict[int, int]:
    before, after = _left(old, new, likeness.within, found)
    pairs: dict[int, int] = {}
    for group, places in after.items():
        if len(before[group]) * len(places) > MOST_COMPARED:
            continue
        ranked = [
            (-ratio, here, there)
            for here in before[group]
            for there, ratio in _ratios(likeness, old[here], new, places)
        ]
        taken: set[int] = set()
        for _, here, there in sorted(ranked):
            if there not in pairs and here not in taken:
                pairs[there] = here
                taken.add(here)
    return pairs


def _ratios(
    likeness: Likeness[T], record: T, others: Sequence[T], places: Sequence[int]
) -> Iterator[tuple[int, float]]:
    """How alike the record is to each of the others that is alike enough."""
    matcher: SequenceMatcher[str] = SequenceMatcher(autojunk=False)
    matcher.set_seq2(likeness.text(record))  # the one whose index is kept
    for place in places:
        matcher.set_seq1(likeness.text(others[place]))
        if matcher.real_quick_ratio() < likeness.least or matcher.quick_ratio() < likeness.least:
            continue
        ratio = matcher.ratio()
        if ratio >= likeness.least:
            yield place, ratio


def _left(
    old: Sequence[T], new: Sequence[T], key: Callable[[T], Hashable | None], found: dict[int, int]
) -> tuple[defaultdict[Hashable | None, list[int]], defaultdict[Hashable | None, list[int]]]:
    """The places of the records that are not paired yet, by their key."""
    taken = set(found.values())
    before: defaultdict[Hashable | None, list[int]] = defaultdict(list)
    after: defaultdict[Hashable | None, list[int]] = defaultdict(list)
    for here, record in enumerate(old):
        if here not in taken:
            before[key(record)].append(here)
    for there, record in enumerate(new):
        if there not in found:
            after[key(record)].append(there)
    return before, after
