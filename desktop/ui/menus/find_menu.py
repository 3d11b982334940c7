"""Find, replace and go to."""

from __future__ import annotations

from desktop.ui.action import Action

FIND = (
    Action(id="find", menu="F&ind", text="&Find…", keys=("Ctrl+F",)),
    Action(id="replace", menu="F&ind", text="&Replace…", keys=("Ctrl+H",)),
    Action(id="find_next", menu="F&ind", text="Find &next", keys=("F3",)),
    Action(id="find_previous", menu="F&ind", text="Find &previous", keys=("Shift+F3",)),
    Action(
        id="go_to",
        menu="F&ind",
        text="&Go to…",
        keys=("Ctrl+G", "F5"),
        separate=True,
        hint="A cell, an indicator by its code, or a milestone by its words",
    ),
)
