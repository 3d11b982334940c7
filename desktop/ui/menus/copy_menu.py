"""What of a chart goes to the clipboard: a part of the Edit menu."""

from __future__ import annotations

from desktop.ui.action import Action

COPY = (
    Action(
        id="copy_chart",
        menu="&Edit",
        text="Cop&y the chart as a picture",
        keys=("Ctrl+Shift+C",),
        hint="For a report or a slide: the current indicator’s chart with its title and source",
        needs_indicators=True,
        separate=True,
    ),
    Action(
        id="copy_figures",
        menu="&Edit",
        text="Copy the chart’s &figures",
        hint="For a spreadsheet: the current indicator’s values and targets",
        needs_indicators=True,
    ),
)
