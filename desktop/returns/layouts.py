"""What a prescribed form says of its sheets: their words, columns, paper and looks.

Column widths are in characters of the workbook's own type, margins in inches, type sizes in points,
colours RRGGBB.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.domain.findings import Severity
    from desktop.domain.periods import Kind


PLAN_FIELDS = (
    *("strand", "ref", "project", "action", "milestone", "status", "due", "owner"),
    *("contributors", "targeting", "impact", "comments"),
)
"""What a column of a plan can show."""
Title: TypeAlias = "Sequence[str] | Mapping[str, Sequence[str]]"
"""The lines above the tables of a return: the same for all, or by the id of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The face of a cell; `edges` is box, under, or empty for a cell without rules."""

    name: str
    size: float
    bold: bool = False
    italic: bool = False
    ink: str = "000000"
    fill: str = ""
    across: str = "left"
    down: str = "top"
    wrap: bool = True
    indent: int = 0
    rule: str = ""
    edges: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The paper as it lies, in inches; `paper` is Excel's number for it."""

    paper: int
    width: float
    height: float
    side: float
    top: float
    bottom: float
    footer: float
    footer_font: str
    footer_size: int
    orientation: Literal["landscape", "portrait"] = "landscape"


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorLayout:
    """The sheet of indicators: its words, widths, and the number formats a value may have.

    `periods` are those that the empty form names, such as "2001/02 Outturn".
    """

    sheet: str
    title: str
    programme: str
    footer: str
    period: str
    code_width: float
    periods_width: float
    period_least: float
    number_formats: tuple[str, ...]
    kinds: Mapping[Kind, str]
    periods: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanColumn:
    """One column of a plan: the field of a milestone that it shows, its header, width and look.

    A column without a header shares that of the column to its left. Where a date is shown by one of the
    `date_formats` as the workbook shows it, the cell holds a real date.
    """

    field: str
    header: str
    width: float
    look: str = "cell"
    date_formats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLayout:
    """The sheet of a plan: its words and columns.

    `band` is the field that stands across the sheet where it changes, if any does; the cells of the `merged`
    fields reach over all milestones of a project.
    """

    sheet: str
    title: str
    footer: str
    columns: tuple[PlanColumn, ...]
    band: str = ""
    merged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListColumn:
    """One column of a list: the field of its records that it shows, its header, width and look."""

    field: str
    header: str
    width: float
    look: str = "finding"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLayout:
    """A sheet with a row to a record: its words, columns and the number formats a value may have.

    `sheet` may have a place {objective}, where each objective has a sheet of its own.
    """

    sheet: str
    title: str
    footer: str
    columns: tuple[ListColumn, ...]
    number_formats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantsLayout:
    """The sheet that holds the planned spends against the grants they come from.

    `within` and `apart` end it: what is said where the two agree, within the `tolerance` in pounds, and where
    they don't. `unread` stands where an amount can't be read.
    """

    sheet: str
    title: str
    footer: str
    name: str
    amount: str
    name_width: float
    amount_width: float
    number_format: str
    total: str
    planned: str
    held: str
    over: str
    within: str
    apart: str
    unread: str
    tolerance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckColumn:
    """One column of the check sheet: what it shows of a finding, its header and its width."""

    field: str
    header: str
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLayout:
    """The check sheet: its words and its columns; `counts` labels what stands above the findings."""

    sheet: str
    title: str
    not_ready: str
    asks: str
    ready: str
    nothing: str
    explained: str
    counts: Mapping[str, str]
    severities: Mapping[Severity, str]
    columns: tuple[CheckColumn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One prescribed form: the sheets that it has, and the check sheet."""

    name: str
    check: CheckLayout
    page: Page
    looks: Mapping[str, Look]
    indicators: IndicatorLayout | None = None
    plan: PlanLayout | None = None
    sections: ListLayout | None = None
    targets: ListLayout | None = None
    expenditure: ListLayout | None = None
    grants: GrantsLayout | None = None
    indicator_set: ListLayout | None = None
    priorities: ListLayout | None = None
    linkages: ListLayout | None = None
    focus: ListLayout | None = None

    @property
    def title(self) -> str:
        """What the return is called: the title of its first sheet."""
        first = self.sections or self.indicators or self.plan or self.indicator_set
        return first.title if first is not None else self.name
