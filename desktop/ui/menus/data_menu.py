"""How the table that is shown is sorted and filtered; the sheet stays as it is."""

from __future__ import annotations

from desktop.ui.action import Action

DATA = (
    Action(
        id="sort_up",
        menu="&Data",
        text="Sort &A to Z, smallest first",
        hint="By the current column; what was sorted before decides between equals, the sheet stays as it is",
    ),
    Action(
        id="sort_down",
        menu="&Data",
        text="Sort &Z to A, largest first",
        hint="By the current column; what was sorted before decides between equals, the sheet stays as it is",
    ),
    Action(id="sheet_order", menu="&Data", text="In the order of the &sheet"),
    Action(
        id="sort_sheet",
        menu="&Data",
        text="Sort the s&heet itself",
        hint="Move the rows of the sheet into the order that is shown, each under its heading",
    ),
    Action(
        id="filter",
        menu="&Data",
        text="&Filter by this column…",
        keys=("Ctrl+Shift+L",),
        hint="Show only the rows that you choose",
        separate=True,
    ),
    Action(
        id="arrange_again",
        menu="&Data",
        text="Filter and sort a&gain",
        keys=("Ctrl+Alt+L",),
        hint="By what the cells hold now: an edit hides or moves no row by itself",
    ),
    Action(id="show_all_rows", menu="&Data", text="Show all &rows"),
)
