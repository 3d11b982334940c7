"""The columns of a table, declared: what each is called, where its cells stand and how they read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop.domain.breakdown import Part
from desktop.domain.cells import CellRef
from desktop.domain.periods import Kind
from desktop.domain.tables import TableKind
from desktop.grid.sparkline import curve_of
from desktop.grid.standing import (
    next_date_standing,
    rating_standing,
    ratio_standing,
    status_standing,
    value_standing,
)
from desktop.workbook.columns import PAIRED

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from desktop.domain.breakdown import BreakdownLine
    from desktop.domain.due_dates import DueReading
    from desktop.domain.indicators import Indicator
    from desktop.domain.periods import Period
    from desktop.domain.plan import Milestone, StatusReading
    from desktop.domain.ratings import RagReading
    from desktop.domain.tables import Column, Table
    from desktop.domain.values import Value
    from desktop.grid.sparkline import Curve
    from desktop.grid.standing import Standing

Reading: TypeAlias = "Value | StatusReading | DueReading | RagReading | None"
"""How a cell's text was read; None where it is plain text."""


class Align(Enum):
    """Where a cell's text stands."""

    LEFT = auto()
    RIGHT = auto()
    CENTRE = auto()


class Emphasis(Enum):
    """How a column's texts stand out."""

    PLAIN = auto()
    STRONG = auto()
    TINTED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class GridColumn:
    """One column of the grid.

    Without a `title` it bears the officer's own header. `width` counts average characters; a column that
    stretches takes a share of the room that is left. `lines` is how many lines of text a cell shows; a row
    grows to show up to `most` of them where the text would be cut.
    A `shared` column has one cell beside several records. `number` is the sheet's column, None where that
    differs from record to record. `cell`, `reading`, `standing` and `curve` take a record of the table's
    kind, `standing` also the as-at date. A column with a `curve` is drawn from the record: it has no cells in
    the sheet.
    """

    title: str
    kind: str = ""
    field: str
    hint: str = ""
    width: int
    stretch: bool = False
    lines: int = 1
    most: int = 1
    frozen: bool = False
    shared: bool = False
    align: Align = Align.LEFT
    emphasis: Emphasis = Emphasis.PLAIN
    number: int | None = None
    cell: Callable[[Any], CellRef | None] = lambda _: None
    reading: Callable[[Any], Reading] = lambda _: None
    standing: Callable[[Any, dt.date], Standing | None] | None = None
    curve: Callable[[Any], Curve] | None = None

    @property
    def drawn(self) -> bool:
        """Whether its cells are drawn from the records and none of them is in the sheet."""
        return self.curve is not None

    @property
    def wraps(self) -> bool:
        """Whether a text goes on in the next line where the row has one; figures do not."""
        return max(self.lines, self.most) > 1 or self.align is Align.LEFT

    @property
    def follows(self) -> bool:
        """Whether its cells tell of the whole record: one may look otherwise when another has changed."""
        return self.standing is not None or self.drawn

    def says(self, record: Any, as_at: dt.date) -> str:  # noqa: ANN401 - of the table's kind
        """What a cell tells besides its text and its reading: its verdict, or its curve in words."""
        if self.curve is not None:
            return self.curve(record).words
        standing = self.standing(record, as_at) if self.standing is not None else None
        return standing.words if standing is not None else ""

    @property
    def spoken(self) -> str:
        """The title in one line, as it is read out."""
        return f"{self.title} {_IN_FULL.get(self.kind, self.kind)}".strip()


_IN_FULL = {"Provis.": "Provisional"}
"""Kinds of value that are shown short."""
_PLAN_LINES = 3
_SENTENCE_LINES = 2
_PASSAGE_LINES = 6
_KIND_TITLES = {
    Kind.OUTTURN: "Outturn",
    Kind.PROVISIONAL: "Provis.",
    Kind.PLANNED: "Planned",
    Kind.FORECAST: "Forecast",
}

_FORMS: Mapping[TableKind, tuple[GridColumn, ...]] = {
    TableKind.INDICATORS: (
        GridColumn(field="code", title="Code", width=9, frozen=True, emphasis=Emphasis.STRONG),
        GridColumn(
            field="name", title="Definition", width=28, most=_SENTENCE_LINES, stretch=True, frozen=True
        ),
        GridColumn(
            field="baseline",
            title="Baseline",
            width=10,
            align=Align.RIGHT,
        ),
        GridColumn(field="baseline_period", title="Measured", width=24, lines=_SENTENCE_LINES),
    ),
    TableKind.PLAN: (
        GridColumn(
            field="ref",
            title="Ref",
            width=4,
            frozen=True,
            shared=True,
            align=Align.CENTRE,
            emphasis=Emphasis.STRONG,
        ),
        GridColumn(field="project", title="Project", width=22, lines=_PLAN_LINES, frozen=True, shared=True),
        GridColumn(field="action", title="Action", width=30, stretch=True, lines=_PLAN_LINES),
        GridColumn(field="milestone", title="Milestone", width=32, stretch=True, lines=_PLAN_LINES),
        GridColumn(
            field="status",
            title="Status",
            width=13,
            lines=_PLAN_LINES,
            reading=lambda milestone: milestone.status,
            standing=status_standing,
        ),
        GridColumn(
            field="due", title="By when", width=14, lines=_PLAN_LINES, reading=lambda milestone: milestone.due
        ),
        GridColumn(field="owner", title="Owner", width=14, lines=_PLAN_LINES),
        GridColumn(field="contributors", title="Contributors", width=16, lines=_PLAN_LINES),
        GridColumn(field="targeting", title="Targeting", width=16, lines=_PLAN_LINES),
        GridColumn(field="impact", title="Impact", width=30, stretch=True, lines=_PLAN_LINES),
        GridColumn(field="comments", title="Comments", width=32, stretch=True, lines=_PLAN_LINES),
        GridColumn(field="strand", title="Strand", width=20, lines=_PLAN_LINES),
    ),
    TableKind.TARGETS: (
        GridColumn(field="indicator", title="Indicator", width=11, frozen=True, emphasis=Emphasis.STRONG),
        GridColumn(
            field="value", title="Target", width=8, align=Align.RIGHT, reading=lambda target: target.value
        ),
        GridColumn(field="date", title="By when", width=11),
        GridColumn(field="set_by", title="Set by", width=24, lines=_SENTENCE_LINES),
        GridColumn(field="where", title="Where written", width=34, lines=_SENTENCE_LINES),
        GridColumn(field="words", title="As written", width=40, lines=_SENTENCE_LINES, stretch=True),
    ),
    TableKind.EXPENDITURE: (
        GridColumn(field="group", title="", width=10, frozen=True),
        GridColumn(field="area", title="Area", width=30, lines=_SENTENCE_LINES, frozen=True),
        GridColumn(field="question", title="Question", width=52, lines=_SENTENCE_LINES, stretch=True),
        GridColumn(
            field="amount", title="Amount", width=12, align=Align.RIGHT, reading=lambda spend: spend.amount
        ),
    ),
    TableKind.BREAKDOWN: (GridColumn(field="label", title="", width=34, frozen=True),),
    TableKind.NARRATIVE: (
        GridColumn(field="section", title="Section", width=7, frozen=True, align=Align.CENTRE),
        GridColumn(field="part", title="Part", width=5, frozen=True, align=Align.CENTRE),
        GridColumn(field="number", title="No.", width=5, align=Align.CENTRE, emphasis=Emphasis.STRONG),
        GridColumn(field="text", title="Text", width=60, lines=_PASSAGE_LINES, stretch=True),
        GridColumn(
            field="figure", title="Box", width=8, align=Align.RIGHT, reading=lambda passage: passage.figure
        ),
        GridColumn(field="indicators", title="Speaks of", width=12, lines=_PASSAGE_LINES),
        GridColumn(field="question", title="What is asked", width=34, lines=_PASSAGE_LINES),
    ),
    TableKind.PRIORITIES: (
        GridColumn(field="outcome", title="Outcome", width=24, lines=_SENTENCE_LINES, frozen=True),
        GridColumn(field="number", title="No.", width=5, align=Align.CENTRE),
        GridColumn(field="priority", title="Priority", width=40, lines=_SENTENCE_LINES, stretch=True),
        GridColumn(field="obsession", title="Obsession", width=18, lines=_SENTENCE_LINES),
        GridColumn(field="sponsor", title="Sponsor", width=22, lines=_SENTENCE_LINES),
        GridColumn(field="lead", title="Lead", width=18, lines=_SENTENCE_LINES),
    ),
    TableKind.FOCUS: (
        GridColumn(field="area", title="Area of focus", width=36, lines=_PASSAGE_LINES, frozen=True),
        GridColumn(field="update", title="Update", width=56, lines=_PASSAGE_LINES, stretch=True),
        GridColumn(
            field="rating",
            title="Rating",
            width=16,
            lines=_SENTENCE_LINES,
            reading=lambda area: area.rating,
            standing=rating_standing,
        ),
        GridColumn(field="direction", title="Direction", width=14, lines=_SENTENCE_LINES),
    ),
    TableKind.LINKAGES: (
        GridColumn(field="indicator", title="Indicator", width=26, lines=_SENTENCE_LINES, frozen=True),
        GridColumn(field="linked", title="Linked to", width=80, lines=_PASSAGE_LINES, stretch=True),
    ),
}
_UNMAPPED_WIDTH = 16
_FIGURE_WIDTH = 14
_SAID_AT_LENGTH = {"priority", "sponsor", "lead", "linked"}  # of an indicator, in a column of its own
_VALUE_WIDTH, _JUDGED_WIDTH = 7, 10
_SPARKLINE = GridColumn(
    field="sparkline",
    title="Course",
    hint="What was measured as a solid line, what is planned as a dashed one; not a cell of the sheet",
    width=9,
    curve=curve_of,
)


def cells_across(columns: Sequence[GridColumn]) -> int:
    """How many columns have cells in the sheet: keys and the clipboard leave out those that are drawn."""
    return sum(not column.drawn for column in columns)


def columns_for(table: Table) -> tuple[GridColumn, ...]:
    """Every column of a table: those of known fields in their own order, then the others as in the sheet.

    The definition of the two-row form has no column of its own in the sheet, but it has one here; the last
    column of indicators is drawn. Where another column shows several lines, a definition has them too.
    """
    columns = _columns(table)
    lines = max((column.lines for column in columns), default=1)
    return tuple(replace(column, lines=lines) if column.field == "name" else column for column in columns)


def _columns(table: Table) -> tuple[GridColumn, ...]:
    forms = _FORMS.get(table.kind, ())
    declared = {form.field for form in forms}
    known = {column.field: column for column in table.columns if column.field and column.field in declared}
    planned = frozenset(
        column.period.end for column in table.periods if column.period and column.period.kind is Kind.PLANNED
    )
    return (
        *_declared(table, forms, known),
        *(
            _period_column(column, column.period, judged=column.period.end in planned)
            for column in table.columns
            if column.period is not None
        ),
        *(
            _figure_column(table, column)
            if table.kind is TableKind.BREAKDOWN
            else _plain_column(table, column)
            for column in table.columns
            if column.period is None and known.get(column.field or "") is not column
        ),
        *((_SPARKLINE,) if table.kind is TableKind.INDICATORS else ()),
    )


def _declared(
    table: Table, forms: tuple[GridColumn, ...], known: Mapping[str, Column]
) -> Iterator[GridColumn]:
    for form in forms:
        column = known.get(form.field)
        if column is not None:
            title = form.title or _title(column)
            yield replace(
                form,
                title=title,
                hint=_hint(column),
                number=column.column,
                cell=_place(table, form, column.column),
                reading=partial(_value, column.column) if form.field == "baseline" else form.reading,
                standing=_dates_in_text(table, form) or form.standing,
            )
        elif form.field == "name" and table.form == PAIRED:
            yield replace(form, hint="In the row of the code", cell=_name_cell)


def _dates_in_text(table: Table, form: GridColumn) -> Callable[[Any, dt.date], Standing | None] | None:
    """What tells the next date of a milestone's text, in a plan that has no column for due dates."""
    asked = table.kind is TableKind.PLAN and form.field == "milestone" and table.column_of("due") is None
    return next_date_standing if asked else None


def _period_column(column: Column, period: Period, *, judged: bool) -> GridColumn:
    """The column of a period; `judged` where something is planned for its date."""
    judged = judged and period.kind.actual
    return GridColumn(
        title=period.label,
        kind=_KIND_TITLES[period.kind],
        field="value",
        hint=_hint(column),
        width=_JUDGED_WIDTH if judged else _VALUE_WIDTH,
        align=Align.RIGHT,
        emphasis=Emphasis.PLAIN if period.kind.actual else Emphasis.TINTED,
        number=column.column,
        cell=partial(_value_cell, column.column),
        reading=partial(_value, column.column),
        standing=partial(value_standing, column.column) if judged else None,
    )


def _plain_column(table: Table, column: Column) -> GridColumn:
    return GridColumn(
        title=_title(column),
        field=column.field or "",
        hint=_hint(column),
        width=_UNMAPPED_WIDTH,
        lines=_PLAN_LINES if table.kind is TableKind.PLAN or column.field in _SAID_AT_LENGTH else 1,
        number=column.column,
        cell=partial(_row_cell, table.sheet, column.column),
    )


def _figure_column(table: Table, column: Column) -> GridColumn:
    """A column of numbers under its whole header, which stands in two lines where it is long."""
    title, rest = _halved(_title(column))
    return replace(
        _plain_column(table, column),
        title=title,
        kind=rest,
        width=_FIGURE_WIDTH,
        align=Align.RIGHT,
        reading=partial(_figure, column.column),
        standing=partial(ratio_standing, column.column) if column.field == Part.RATIO else None,
    )


def _halved(title: str) -> tuple[str, str]:
    """A header in two lines, parted between the words nearest its middle; one where it is short."""
    words = title.split()
    if len(title) <= _FIGURE_WIDTH or len(words) <= 1:
        return title, ""
    lines = [(" ".join(words[:number]), " ".join(words[number:])) for number in range(1, len(words))]
    return min(lines, key=lambda line: abs(len(line[0]) - len(line[1])))


def _figure(column: int, line: BreakdownLine) -> Value | None:
    figure = line.at(column)
    return None if figure is None else figure.value


def _title(column: Column) -> str:
    return " ".join(column.header.split()) or f"Column {column.letters}"


def _hint(column: Column) -> str:
    """Where the column stands in the sheet, and what the officer calls it there."""
    header = " ".join(column.header.split())
    return f"Column {column.letters}: {header}" if header else f"Column {column.letters}"


def _place(table: Table, form: GridColumn, column: int) -> Callable[[Any], CellRef | None]:
    if form.shared:
        return partial(_project_cell, table.sheet, column)
    return partial(_row_cell, table.sheet, column)


def _row_cell(sheet: str, column: int, record: Any) -> CellRef:  # noqa: ANN401 - any record has a row
    return CellRef(sheet=sheet, row=record.row, column=column)


def _project_cell(sheet: str, column: int, milestone: Milestone) -> CellRef:
    return CellRef(sheet=sheet, row=milestone.project_row, column=column)


def _name_cell(indicator: Indicator) -> CellRef | None:
    return indicator.name_cell


def _value_cell(column: int, indicator: Indicator) -> CellRef | None:
    return next((value.cell for value in indicator.values if value.cell.column == column), None)


def _value(column: int, indicator: Indicator) -> Value | None:
    return next((value.value for value in indicator.values if value.cell.column == column), None)
