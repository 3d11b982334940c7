"""Records inserted, copied, moved and deleted as rows of the sheet."""

from __future__ import annotations

from desktop.ui.action import Action

RECORD = (
    Action(
        id="insert_above",
        menu="&Record",
        text="Insert &above",
        keys=("Ctrl++",),
        hint="A new record above this one, as a row of the sheet",
    ),
    Action(
        id="insert_below",
        menu="&Record",
        text="Insert &below",
        keys=("Ctrl+Shift+I",),
        hint="A new record below this one, as a row of the sheet",
    ),
    Action(
        id="duplicate_record",
        menu="&Record",
        text="D&uplicate",
        keys=("Ctrl+Shift+D",),
        hint="A copy of this record below it",
    ),
    Action(
        id="delete_record",
        menu="&Record",
        text="&Delete",
        keys=("Ctrl+-",),
        hint="Take this record and its rows out of the sheet",
        separate=True,
    ),
    Action(
        id="move_record_up",
        menu="&Record",
        text="Move u&p",
        keys=("Alt+Shift+Up",),
        hint="Change places with the record above, a project with its milestones",
        separate=True,
    ),
    Action(
        id="move_record_down",
        menu="&Record",
        text="Move do&wn",
        keys=("Alt+Shift+Down",),
        hint="Change places with the record below, a project with its milestones",
    ),
)
