"""What is kept beside the officer's own tables: explanations, targets, settings, notes, links and texts.

Each value has the `row` of the sheet that keeps it, counted from 1, or 0 where it is not kept yet. What a
value is about is said in words, never by a cell's address, so that it outlives a change of rows.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop.domain.library import normal_code

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from desktop.domain.cells import CellRef
    from desktop.domain.indicators import Measure, Polarity

UNLIMITED = math.inf
"""A limit that is set to none: -UNLIMITED as a minimum, UNLIMITED as a maximum."""
SAID_HERE = "said in this workbook"
"""The ground of a polarity that the officer has set."""


class NoteKind(StrEnum):
    """What a note on a chart marks."""

    NOTE = "note"
    """A figure, or a place beside the lines."""
    EVENT = "event"
    """A day, from the top of the chart to its foot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarked:
    """The cell that a rule spoke of: the rule's code, the record, the column, and the text it showed then.

    It stands for the cell only as long as the cell shows that text.
    """

    rule: str
    subject: str
    point: str
    held: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a query stands: in whose words, by whom (initials or a name) and when."""

    of: Remarked
    text: str
    by: str
    date: dt.date | None
    where: str = ""
    row: int = 0

    @property
    def words(self) -> str:
        """The explanation as it is printed: It comes in May (JS, 01/03/2012)."""
        day = "" if self.date is None else f"{self.date:%d/%m/%Y}"
        given = ", ".join(filter(None, (self.by, day)))
        return f"{self.text} ({given})" if given else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenAdvice:
    """Advice that the officer does not want to see again."""

    of: Remarked
    by: str
    date: dt.date | None
    where: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTarget:
    """A target that was added in the window: a value in the indicator's unit, promised by a day."""

    indicator: str
    value: float
    date: dt.date
    set_by: str = ""
    where: str = ""
    text: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorSetting:
    """What the officer has said of an indicator's measure; None where nothing was said of it.

    `comparator` is the code of the indicator it is compared with, or a name; `rows` hold one setting each.
    """

    code: str
    unit: str | None = None
    polarity: Polarity | None = None
    ideal: float | None = None
    tolerance: float | None = None
    minimum: float | None = None
    maximum: float | None = None
    comparator: str | None = None
    rows: tuple[int, ...] = ()

    def applied(self, measure: Measure) -> Measure:
        """The measure as the officer has it."""
        said: dict[str, Any] = {
            name: value for name in SETTINGS if (value := getattr(self, name)) is not None
        }
        for limit in ("minimum", "maximum"):
            if limit in said and math.isinf(said[limit]):
                said[limit] = None
        if "polarity" in said:
            said["basis"] = SAID_HERE
        return replace(measure, **said)


SETTINGS = ("unit", "polarity", "ideal", "tolerance", "minimum", "maximum", "comparator")
"""What can be set of a measure, in the order in which it is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartNote:
    """A note on an indicator's chart, at a day.

    `period` is the label of the value that it was put on, such as "31/3/02 Planned", and empty where it
    stands free. `value` is its height in the indicator's unit, None on the value of its period, or
    anywhere. `right` and `up` say how far from there its flag was moved, in pixels.
    """

    indicator: str
    date: dt.date
    text: str
    kind: NoteKind = NoteKind.NOTE
    period: str = ""
    value: float | None = None
    by: str = ""
    written: dt.date | None = None
    right: int = 0
    up: int = 0
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A milestone that promises a number, and the indicator that counts it."""

    indicator: str
    strand: str
    ref: str
    milestone: str
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CardText:
    """One section of an indicator's report card, such as "Story behind the baseline"."""

    indicator: str
    section: str
    text: str
    by: str = ""
    date: dt.date | None = None
    row: int = 0


Note: TypeAlias = Explanation | HiddenAdvice | KeptTarget | IndicatorSetting | ChartNote | Link | CardText


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Everything that is kept, each kind in the order of its rows.

    `standing` and `silenced` are the cells, each with the code of a rule, for which explanations and hidden
    advice hold now: a cell that shows another text since is not among them.
    """

    explanations: tuple[Explanation, ...] = ()
    hidden: tuple[HiddenAdvice, ...] = ()
    targets: tuple[KeptTarget, ...] = ()
    settings: tuple[IndicatorSetting, ...] = ()
    chart_notes: tuple[ChartNote, ...] = ()
    links: tuple[Link, ...] = ()
    cards: tuple[CardText, ...] = ()
    standing: Mapping[tuple[str, CellRef], Explanation] = field(default_factory=dict)
    silenced: Mapping[tuple[str, CellRef], HiddenAdvice] = field(default_factory=dict)

    def setting(self, code: str) -> IndicatorSetting | None:
        """What was said of the indicator of a code; None where nothing was."""
        wanted = normal_code(code)
        return next((one for one in self.settings if normal_code(one.code) == wanted), None)


NO_NOTES = Notes()
