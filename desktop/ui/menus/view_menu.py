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
    Action(id="go_to_grid", menu="&View", text="Go to the &grid", keys=("Ctrl+1",)),
    Action(id="go_to_chart", menu="&View", text="Go to the c&hart"),
    Action(
        id="overview_indicators",
        menu="&View",
        text="&All indicators",
        keys=("Ctrl+2",),
        hint="A small chart of each indicator, the worst first; Enter goes to one",
        separate=True,
    ),
    Action(
        id="overview_strands",
        menu="&View",
        text="S&trands of the plan",
        keys=("Ctrl+3",),
        hint="How many milestones of each strand have which status, and how many are overdue",
    ),
    Action(
        id="overview_timeline",
        menu="&View",
        text="Timeline of the plan, e&very milestone",
        keys=("Ctrl+4",),
        hint="Each milestone from its first due date to its latest",
    ),
    Action(
        id="overview_trend",
        menu="&View",
        text="Milestone trend: how d&ue dates moved",
        keys=("Ctrl+5",),
        hint="Which due date was reported when",
    ),
    Action(
        id="add_version",
        menu="&View",
        text="&Keep an earlier version beside the plan…",
        hint="Choose an earlier version of this workbook and say as at which date it reported",
    ),
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
