"""Records brought together by what they share, and kept together from one edit to the next."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress, count
from operator import is_not
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    Keys = Callable[["_Record"], Sequence[Hashable]]

_Record = TypeVar("_Record")


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups(Generic[_Record]):
    """Records, and by each key the places of those that share it, in their order."""

    records: Sequence[_Record] = ()
    places: Mapping[Hashable, tuple[int, ...]]

    def members(self, key: Hashable) -> tuple[_Record, ...]:
        """The records that share the key, in their order."""
        return tuple(map(self.records.__getitem__, self.places.get(key, ())))

    def after(self, records: Sequence[_Record], keys: Keys[_Record]) -> tuple[Groups[_Record], set[Hashable]]:
        """The groups of the records as they are now, and the keys of those that have other objects in them.

        Where no record came or went, only the groups of those that differ are looked at.
        """
        if records is self.records:
            return self, set()
        if len(records) != len(self.records):
            now = grouped(records, keys)
            shared = self.places.keys() & now.places.keys()
            alike = {key for key in shared if _identical(self.members(key), now.members(key))}
            return now, (self.places.keys() | now.places.keys()) - alike
        touched: set[Hashable] = set()
        left: dict[Hashable, set[int]] = {}
        joined: dict[Hashable, list[int]] = {}
        for place in compress(count(), map(is_not, self.records, records)):
            before, after = set(keys(self.records[place])), set(keys(records[place]))
            touched |= before | after
            for key in before - after:
                left.setdefault(key, set()).add(place)
            for key in after - before:
                joined.setdefault(key, []).append(place)
        return Groups(records=records, places=_moved(self.places, left, joined)), touched


def grouped(records: Sequence[_Record], keys: Keys[_Record]) -> Groups[_Record]:
    """The records by their keys; one may have several, or none."""
    places: dict[Hashable, list[int]] = {}
    for place, record in enumerate(records):
        for key in keys(record):
            places.setdefault(key, []).append(place)
    return Groups(records=records, places={key: tuple(at) for key, at in places.items()})


def _moved(
    places: Mapping[Hashable, tuple[int, ...]],
    left: Mapping[Hashable, set[int]],
    joined: Mapping[Hashable, list[int]],
) -> Mapping[Hashable, tuple[int, ...]]:
    """The places after some have left a group or joined one; a group that is left by all goes."""
    if not left and not joined:
        return places
    moved = dict(places)
    for key in left.keys() | joined.keys():
        gone = left.get(key, ())
        stayed = (place for place in places.get(key, ()) if place not in gone)
        now = tuple(sorted((*stayed, *joined.get(key, ()))))
        if now:
            moved[key] = now
        else:
            del moved[key]
    return moved


def _identical(some: Sequence[_Record], others: Sequence[_Record]) -> bool:
    return len(some) == len(others) and not any(map(is_not, some, others))
