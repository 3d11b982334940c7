"""The findings."""

from __future__ import annotations

from desktop.ui.action import Action

CHECK = (
    Action(
        id="check_now",
        menu="&Check",
        text="&Go to the findings",
        keys=("F7",),
        hint="What the rules say, gravest first",
    ),
    Action(id="next_finding", menu="&Check", text="&Next finding", keys=("F8",)),
    Action(id="previous_finding", menu="&Check", text="&Previous finding", keys=("Shift+F8",)),
    Action(
        id="filter_findings",
        menu="&Check",
        text="&Filter the findings",
        keys=("Ctrl+Shift+F",),
        hint="Show only the findings that hold certain words",
    ),
)
