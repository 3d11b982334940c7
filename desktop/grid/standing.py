"""How a cell stands: a letter, a shape and a colour together, and the whole of it in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from desktop.domain.breakdown import against
from desktop.domain.due_dates import named_dates
from desktop.domain.plan import Status
from desktop.domain.ratings import Rag
from desktop.domain.values import figure
from desktop.domain.wording import counted
from desktop.projection.status import judge
from desktop.projection.trajectory import trajectory

if TYPE_CHECKING:
    import datetime as dt

    from desktop.domain.breakdown import BreakdownLine
    from desktop.domain.focus import FocusArea
    from desktop.domain.indicators import Indicator
    from desktop.domain.plan import Milestone


class Tone(Enum):
    """What a colour adds to a letter and a shape that already say it."""

    GOOD = auto()
    CARE = auto()
    BAD = auto()
    PLAIN = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A verdict on a cell. `note` is the one word that is shown beside it, `words` are read out.

    Where nothing is judged, letter and shape are empty.
    """

    letter: str
    shape: str
    tone: Tone
    words: str = ""
    note: str = ""

    @property
    def badge(self) -> str:
        """The letter and the shape, as they are shown before the text."""
        return f"{self.letter}{self.shape}"


_RAG_TONES = {Rag.GREEN: Tone.GOOD, Rag.AMBER: Tone.CARE, Rag.RED: Tone.BAD}
_RAG_WORDS = {
    Rag.GREEN: "Green: as good as planned or better",
    Rag.AMBER: "Amber: worse than planned, by 5 % of the plan at most",
    Rag.RED: "Red: worse than planned by more than 5 % of the plan",
}
_STATUS_TONES = {
    Status.ON_TRACK: Tone.GOOD,
    Status.COMPLETE: Tone.GOOD,
    Status.DELAYED: Tone.CARE,
    Status.ON_HOLD: Tone.CARE,
}


def value_standing(column: int, indicator: Indicator, _as_at: dt.date) -> Standing | None:
    """The status of the actual in a column of the sheet against the plan for its date; None without either.

    The verdict is that of `desktop.projection.status.judge`, as on the chart.
    """
    actual = next((value for value in indicator.actuals if value.cell.column == column), None)
    if actual is None or actual.value.number is None:
        return None
    planned = dict(trajectory(indicator)).get(actual.period.end)
    verdict = None if planned is None else judge(indicator.measure, actual.value.number, planned)
    if planned is None or verdict is None:
        return None
    return Standing(
        letter=verdict.letter,
        shape=verdict.shape,
        tone=_RAG_TONES[verdict],
        words=f"{_RAG_WORDS[verdict]}, {figure(planned, indicator.decimals)} was planned",
    )


def ratio_standing(column: int, line: BreakdownLine, _as_at: dt.date) -> Standing | None:
    """How the ratio in a column of a breakdown stands against the whole; None where it can't be read."""
    figure_there = line.at(column)
    stands = against(figure_there) if figure_there is not None else None
    if stands is None:
        return None
    letter, shape = stands.mark.split()
    return Standing(letter=letter, shape=shape, tone=Tone.PLAIN, words=stands.words.capitalize())


def rating_standing(area: FocusArea, _as_at: dt.date) -> Standing | None:
    """The officer's own rating of an area of focus, its direction in words; None where it is not rated."""
    rating = area.rating
    if rating.rag is None:
        return None
    return Standing(
        letter=rating.rag.letter,
        shape=rating.rag.shape,
        tone=_RAG_TONES[rating.rag],
        words=rating.words,
    )


def next_date_standing(milestone: Milestone, as_at: dt.date) -> Standing | None:
    """The next of the dates that stand in a milestone's text, where the plan has no column for its due date.

    It has no mark: whether the dates that have passed were kept, the plan does not say.
    """
    named, coming = milestone.due.named, milestone.due.next_named(as_at)
    if not named:
        return None
    word, date = ("next", coming.date) if coming is not None else ("last", named[-1].date)
    said = f"{word} date {date:%d/%m/%Y}"
    entry = next((one for one in milestone.entries if _names(one.text, date)), None)
    entry = entry if len(milestone.entries) > 1 else None
    words = f"{said}: {' '.join(entry.text.split())}" if entry is not None else said
    return Standing(letter="", shape="", tone=Tone.PLAIN, words=words[0].upper() + words[1:], note=said)


def _names(text: str, date: dt.date) -> bool:
    return any(found.date == date for found in named_dates(text))


def status_standing(milestone: Milestone, as_at: dt.date) -> Standing | None:
    """The mark of a milestone's status, which says so where its due date is past; None for no status."""
    days = milestone.days_overdue(as_at)
    status = milestone.status.status
    if status is None:
        return None
    letter, shape = status.mark.split()
    return Standing(
        letter=letter,
        shape=shape,
        tone=Tone.BAD if days else _STATUS_TONES.get(status, Tone.PLAIN),
        words=f"Overdue by {counted(days, 'day')}" if days else "",
        note="overdue" if days else "",
    )
