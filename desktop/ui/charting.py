"""What the Chart menu does: notes, stretching the plan, and what is shown of the chart."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from desktop.document import notes
from desktop.domain.edits import Edit
from desktop.domain.targets import own_targets
from desktop.projection.stretch import plannable
from desktop.ui.chart_menu import ChartMenu

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from desktop.charts.picture import Outline
    from desktop.charts.projection_chart import ProjectionChart
    from desktop.document.document import Document
    from desktop.document.settings import Settings
    from desktop.domain.indicators import Indicator
    from desktop.domain.notes import ChartNote
    from desktop.domain.targets import Target
    from desktop.projection.stretch import Step
    from desktop.ui.dialogs.chart_note import ChartNoteDialog
    from desktop.ui.dialogs.stretch import StretchDialog
    from desktop.ui.prompts import Prompts
    from desktop.ui.workspace import Workspace

_LIMITS = "limits"
_NO_CHART = "Go to an indicator in the grid, so that its chart is shown, then try again."
_NO_PLAN = (
    "{} has no planned value after its last actual one that could be changed. Add a column of planned "
    "values, or go to an indicator that has one."
)


class Charting:
    """The intents of the menu, by the id of their action, and the menu of the chart itself."""

    def __init__(self, prompts: Prompts, settings: Settings) -> None:
        """Asks by the prompts; the settings know the officer's initials."""
        self._prompts, self._settings = prompts, settings
        self.intents: Mapping[str, Callable[[Workspace], None]] = {
            "add_chart_note": self._on_chart(lambda chart: chart.add_note()),
            "open_chart_note": self._on_chart(lambda chart: chart.open_note()),
            "remove_chart_note": self._on_chart(lambda chart: chart.remove_note()),
            "stretch_plan": self.stretch,
            "show_figures": lambda shown: shown.chart.toggle_figures(),
            "control_limits": self._on_chart(lambda chart: chart.switch(_LIMITS)),
            "zoom_chart_in": self._on_chart(lambda chart: chart.zoom(inwards=True)),
            "zoom_chart_out": self._on_chart(lambda chart: chart.zoom(inwards=False)),
            "whole_chart": self._on_chart(lambda chart: chart.show_whole()),
        }

    def attend(self, workspace: Workspace, actions: Mapping[str, QAction]) -> None:
        """Keep what is noted on the chart of a workspace, and give it its menu."""
        panel, document = workspace.chart, workspace.document
        panel.note_wanted.connect(lambda note: self._ask(document, note))
        panel.note_opened.connect(lambda note: self._ask(document, note))
        panel.note_removed.connect(lambda note: self._prompts.attempt(lambda: notes.remove(document, [note])))
        panel.note_moved.connect(
            lambda note, right, up: self._prompts.attempt(
                lambda: notes.move_note(document, note, right=right, up=up)
            )
        )
        ChartMenu(panel, actions)

    def stretch(self, workspace: Workspace) -> None:
        """Ask how the plan is to reach a target, showing it on the chart; take the figures as one step."""
        from desktop.ui.dialogs.stretch import StretchDialog

        indicator = workspace.indicator
        if indicator is None:
            self._prompts.tell("There is no plan here", _NO_CHART)
            return
        if not plannable(indicator):
            self._prompts.tell("There is no plan to stretch", _NO_PLAN.format(indicator.code))
            return
        targets, panel = _targets(workspace.document, indicator), workspace.chart

        def build(parent: QWidget | None) -> StretchDialog:
            dialog = StretchDialog(indicator, targets, parent)
            dialog.proposed.connect(lambda steps: panel.show_proposal(_outline(steps)))
            dialog.finished.connect(lambda _result: panel.show_proposal(()))
            panel.show_proposal(_outline(dialog.steps))
            return dialog

        self._prompts.ask(build, lambda dialog: self._take(workspace.document, indicator, dialog.steps))

    def _take(self, document: Document, indicator: Indicator, steps: Sequence[Step]) -> None:
        edits = [Edit(cell=step.value.cell, content=step.number) for step in steps]
        self._prompts.attempt(lambda: document.set_cells(edits, f"Stretch the plan of {indicator.code}"))

    def _ask(self, document: Document, note: ChartNote) -> None:
        """Ask for the words of a note, and keep it; one that is kept already is changed or removed."""
        from desktop.ui.dialogs.chart_note import ChartNoteDialog

        today = dt.date.today()  # noqa: DTZ011 - the officer's own day
        initials = self._settings.initials

        def build(parent: QWidget | None) -> ChartNoteDialog:
            return ChartNoteDialog(note, initials, today, parent)

        def answered(dialog: ChartNoteDialog) -> None:
            if dialog.removed:
                self._prompts.attempt(lambda: notes.remove(document, [note]))
                return
            self._settings.keep_initials(dialog.note.by)
            keep = notes.change_note if note.row else notes.add_note
            self._prompts.attempt(lambda: keep(document, dialog.note))

        self._prompts.ask(build, answered)

    def _on_chart(self, intent: Callable[[ProjectionChart], None]) -> Callable[[Workspace], None]:
        def act(workspace: Workspace) -> None:
            chart = workspace.chart.projection
            if chart is None:
                self._prompts.tell("There is no chart here", _NO_CHART)
            else:
                intent(chart)

        return act


def _targets(document: Document, indicator: Indicator) -> list[Target]:
    """The targets of an indicator that have a figure."""
    own = own_targets(indicator.code, document.contents.targets)
    return [target for target in own if target.value.number is not None]


def _outline(steps: Sequence[Step]) -> Outline:
    return tuple((step.value.period.end, step.number) for step in steps)
