"""Undo, and what is done to the selected cells."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from desktop.ui.action import Action

_Keys = QKeySequence.StandardKey

EDIT = (
    Action(id="undo", menu="&Edit", text="&Undo", keys=(_Keys.Undo,)),
    Action(id="redo", menu="&Edit", text="&Redo", keys=("Ctrl+Y", "Ctrl+Shift+Z")),
    # The keys that stand after a tab are told, not taken: each text field and the grid have them themselves.
    Action(id="cut", menu="&Edit", text="Cu&t\tCtrl+X", separate=True),
    Action(id="copy", menu="&Edit", text="&Copy\tCtrl+C"),
    Action(id="paste", menu="&Edit", text="&Paste\tCtrl+V"),
    Action(
        id="paste_values",
        menu="&Edit",
        text="Paste &values\tCtrl+Shift+V",
        hint="Paste what cells hold, and leave cells that were cut where they are",
    ),
    Action(id="clear", menu="&Edit", text="C&lear\tDel", hint="Empty the selected cells"),
    Action(
        id="fill_down",
        menu="&Edit",
        text="Fill &down\tCtrl+D",
        hint="Copy the first row of the selection, or the row above it, into the others",
        separate=True,
    ),
    Action(
        id="fill_right",
        menu="&Edit",
        text="Fill ri&ght\tCtrl+R",
        hint="Copy the first column of the selection, or the one on its left, into the others",
    ),
    Action(
        id="fill_series",
        menu="&Edit",
        text="Co&ntinue the series",
        hint="Count on from the filled cells of the selection: 1, 2, 3; Q1, Q2; months; 2012/13",
    ),
    Action(
        id="copy_above",
        menu="&Edit",
        text="Copy from a&bove\tCtrl+'",
        hint="Put what stands in the cell above into this one",
    ),
    Action(
        id="enter_today",
        menu="&Edit",
        text="&Insert today’s date\tCtrl+;",
        hint="As this cell shows dates",
    ),
    Action(
        id="choose_from_list",
        menu="&Edit",
        text="Ch&oose from a list…\tAlt+Down",
        hint="The words that stand in this column",
    ),
    Action(id="select_all", menu="&Edit", text="Select &all\tCtrl+A", separate=True),
    Action(id="select_columns", menu="&Edit", text="Select colu&mns\tCtrl+Space"),
    Action(id="select_rows", menu="&Edit", text="&Select rows\tShift+Space"),
    Action(
        id="show_current",
        menu="&Edit",
        text="&Jump back to the current cell\tCtrl+Backspace",
        hint="Scroll back to it",
    ),
    Action(id="edit_in_bar", menu="&Edit", text="&Edit in the cell bar", keys=("Ctrl+F2",), separate=True),
    Action(
        id="edit_entry",
        menu="&Edit",
        text="Edit the te&xt of one entry…",
        hint="Of a cell that lists several, one to a bullet; the others stay as they are",
    ),
    Action(
        id="show_whole_text",
        menu="&Edit",
        text="Show the &whole text",
        keys=("Ctrl+Shift+U",),
        hint="Several lines of a long text in the cell bar, or one again",
    ),
    Action(
        id="show_history",
        menu="&Edit",
        text="&History of changes",
        keys=("Ctrl+Shift+H",),
        hint="What was changed since the workbook was opened, and how to put a cell back",
        separate=True,
    ),
)
