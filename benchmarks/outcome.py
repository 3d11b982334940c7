"""What a benchmark found: the figure, its goal, and whether the goal is met."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One row of the table; `met` is None where there is nothing to hold the figure against."""

    what: str
    against: str
    goal: str
    measured: str
    met: bool | None

    @property
    def verdict(self) -> str:
        """Whether the goal is met, in a word or two."""
        return {True: "met", False: "not met", None: "–"}[self.met]


def to_json(outcomes: tuple[Outcome, ...]) -> str:
    """The outcomes as one line of text."""
    return json.dumps([asdict(outcome) for outcome in outcomes])


def from_json(line: str) -> tuple[Outcome, ...]:
    """The outcomes of such a line; raises ValueError or TypeError where it is none."""
    return tuple(Outcome(**fields) for fields in json.loads(line))
