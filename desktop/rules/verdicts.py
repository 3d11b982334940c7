"""The findings on a workbook that is being edited: after a change only what it touched is judged anew."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from desktop.rules.answered import answered
from desktop.rules.families import FAMILIES
from desktop.rules.groups import Groups
from desktop.rules.registry import DATED, sheet_numbers, verdict

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Mapping, Sequence
    from typing import Any

    from desktop.domain.contents import Contents
    from desktop.domain.findings import Finding
    from desktop.rules.registry import Placed

    _Spoken: TypeAlias = Mapping[Hashable, tuple[Placed, ...]]

_NO_GROUPS: Groups[Any] = Groups(places={})


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """The findings on some contents, judged on a day, with their places.

    For each family of records their groups are kept, and by its key what was said of each group that has
    findings. The records are held with their groups, so that the identity of each stays its own.
    """

    contents: Contents
    as_at: dt.date
    findings: tuple[Finding, ...]
    placed: Sequence[Placed]
    groups: Sequence[Groups[Any]]
    spoken: Sequence[_Spoken]

    @classmethod
    def of(cls, contents: Contents, as_at: dt.date) -> Verdicts:
        """Judge everything."""
        count = len(FAMILIES)
        nothing = cls(
            contents=contents,
            as_at=as_at,
            findings=(),
            placed=(),
            groups=[_NO_GROUPS] * count,
            spoken=[{}] * count,
        )
        return nothing._judged(contents, as_at)

    def after(self, contents: Contents, as_at: dt.date) -> Verdicts:
        """Judge what differs: groups whose records are all the identical objects keep their findings.

        On another day all that depends on the day is judged, and nothing else.
        """
        if sheet_numbers(contents) != sheet_numbers(self.contents):
            return Verdicts.of(contents, as_at)
        return self._judged(contents, as_at)

    def _judged(self, contents: Contents, as_at: dt.date) -> Verdicts:
        sheets = sheet_numbers(contents)
        all_groups, all_spoken = [], []
        gone: set[int] = set()
        new: list[Placed] = []
        for family, known, said in zip(FAMILIES, self.groups, self.spoken, strict=True):
            groups, touched = known.after(family.records(contents), family.keys)
            if as_at != self.as_at and not DATED.isdisjoint(family.subjects):
                touched |= groups.places.keys()
            spoken = dict(said)
            for key in touched:
                gone.update(map(id, spoken.pop(key, ())))
                members = groups.members(key)
                if members and (placed := verdict(family, members, as_at, sheets)):
                    spoken[key] = placed
                    new += placed
            all_groups.append(groups)
            all_spoken.append(spoken)
        kept = [one for one in self.placed if id(one) not in gone] if gone else self.placed
        in_order = sorted((*kept, *new), key=itemgetter(0))  # quickly done: all but the new are in order
        return Verdicts(
            contents=contents,
            as_at=as_at,
            findings=answered(tuple(map(itemgetter(1), in_order)), contents.notes),
            placed=in_order,
            groups=all_groups,
            spoken=all_spoken,
        )
