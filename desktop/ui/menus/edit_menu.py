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
    Action(id="clear", menu="&Edit", text="C&lear\tDel", hint="Empty the selected cells"),
    Action(id="select_all", menu="&Edit", text="Select &all\tCtrl+A"),
    Action(id="edit_in_bar", menu="&Edit", text="&Edit in the cell bar", keys=("Ctrl+F2",), separate=True),
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
