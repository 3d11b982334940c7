"""Where the keyboard is, how columns are read, and how the window looks."""

from __future__ import annotations

from desktop.ui.action import Action

VIEW = (
    Action(id="next_part", menu="&View", text="&Next part of the window", keys=("F6", "Ctrl+Tab")),
    Action(
        id="previous_part",
        menu="&View",
        text="&Previous part of the window",
        keys=("Shift+F6", "Ctrl+Shift+Tab"),
    ),
    Action(id="go_to_grid", menu="&View", text="Go to the &grid"),
    Action(id="go_to_chart", menu="&View", text="Go to the c&hart"),
    Action(
        id="columns",
        menu="&View",
        text="&Columns…",
        hint="Say what the columns of this table hold; in a whole sheet, of the one beneath the current row",
        separate=True,
    ),
    Action(
        id="forget_columns",
        menu="&View",
        text="&Forget the columns",
        hint="Read this table's columns by their headers again",
    ),
    Action(
        id="appearance_system",
        menu="&View",
        text="As the &system",
        hint="Light or dark as the system is set",
        needs_document=False,
        separate=True,
        choice="appearance",
    ),
    Action(id="appearance_light", menu="&View", text="&Light", needs_document=False, choice="appearance"),
    Action(id="appearance_dark", menu="&View", text="&Dark", needs_document=False, choice="appearance"),
)
