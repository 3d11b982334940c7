"""The facts of Leeds' other published plans, read from the CSV files in data/ as they were printed."""

import csv
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One printed action; `band` is the heading it stands under, `progress` empty where the plan has none."""

    band: str
    action: str
    targeting: str
    owner: str
    contributors: str
    milestone: str
    progress: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Priority:
    """One numbered priority of the nine point plan, under its point."""

    point: str
    ref: str
    priority: str
    lead: str
    action: str
    milestones: str


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def read_action_plan() -> tuple[Action, ...]:
    """The action plan of June 2011 with its progress: the generic milestones and 26 actions."""
    return tuple(Action(**row) for row in _rows("leeds_action_plan.csv"))


def read_obsession_plans() -> dict[str, tuple[Action, ...]]:
    """The three initial action plans of 2011, by the obsession that each is for."""
    plans: dict[str, list[Action]] = {}
    for row in _rows("leeds_obsession_plans.csv"):
        plans.setdefault(row.pop("plan"), []).append(Action(**row))
    return {plan: tuple(actions) for plan, actions in plans.items()}


def read_priorities() -> tuple[Priority, ...]:
    """The 73 priorities of the nine point plan."""
    return tuple(Priority(**row) for row in _rows("leeds_nine_point_plan.csv"))


def read_aims() -> tuple[tuple[str, str], ...]:
    """What is aimed at under each of the nine points: point and aim."""
    return tuple((row["point"], row["aim"]) for row in _rows("leeds_nine_point_aims.csv"))


def read_heads() -> dict[str, tuple[str, ...]]:
    """The lines above each action plan: outcome, director, lead and sponsors, key indicator and baseline."""
    heads: dict[str, list[str]] = {}
    for row in _rows("leeds_plan_heads.csv"):
        heads.setdefault(row["plan"], []).append(row["line"])
    return {plan: tuple(lines) for plan, lines in heads.items()}


def read_areas_of_focus() -> tuple[tuple[str, str, str], ...]:
    """The four areas of focus of June 2011: area, update, status and direction."""
    return tuple((row["area"], row["update"], row["status"]) for row in _rows("leeds_areas_of_focus.csv"))
