"""The projection chart: notes on it, its plan, and what is shown of it."""

from __future__ import annotations

from desktop.ui.action import Action

# The keys that stand after a tab are told, not taken: the chart has them itself.
CHART = (
    Action(
        id="add_chart_note",
        menu="Ch&art",
        text="&Add a note…\tN",
        hint="A note on the chosen value, kept in the workbook and listed under the printed chart",
        needs_indicators=True,
    ),
    Action(
        id="open_chart_note",
        menu="Ch&art",
        text="&Change the note…\tEnter",
        hint="The note that is chosen on the chart, or the one on the chosen value",
        needs_indicators=True,
    ),
    Action(id="remove_chart_note", menu="Ch&art", text="&Remove the note\tDel", needs_indicators=True),
    Action(
        id="stretch_plan",
        menu="Ch&art",
        text="&Stretch the plan to a target…",
        keys=("Ctrl+Alt+T",),
        hint="Straight, most of it early or most of it late; seen on the chart first, taken in one step",
        needs_indicators=True,
        separate=True,
    ),
    Action(
        id="show_figures",
        menu="Ch&art",
        text="Show the &figures as a table",
        keys=("Ctrl+Shift+T",),
        hint="Every figure of the chart beneath it, or hide them again",
        needs_indicators=True,
        separate=True,
    ),
    Action(
        id="control_limits",
        menu="Ch&art",
        text="Control &limits",
        hint="XmR limits of five or more actual values, called trial below twelve; or hide them again",
        needs_indicators=True,
    ),
    Action(id="zoom_chart_in", menu="Ch&art", text="&Nearer\t+", needs_indicators=True, separate=True),
    Action(id="zoom_chart_out", menu="Ch&art", text="Fart&her\t−", needs_indicators=True),
    Action(id="whole_chart", menu="Ch&art", text="All the &dates\t0", needs_indicators=True),
)
