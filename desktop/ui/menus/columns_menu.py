"""Hidden columns, zoom and the height of rows: a part of the View menu."""

from __future__ import annotations

from desktop.ui.action import Action

COLUMNS = (
    Action(
        id="hide_columns",
        menu="&View",
        text="H&ide the selected columns",
        hint="Here only, for every table with these headers; the sheet stays as it is",
        separate=True,
    ),
    Action(
        id="show_columns",
        menu="&View",
        text="Show all columns, at their own &widths",
    ),
    Action(
        id="fit_rows",
        menu="&View",
        text="Fit &rows to their texts, or not",
        hint="Rows as high as their longest text, or all of one height",
    ),
    Action(id="zoom_in", menu="&View", text="Larg&er", keys=("Ctrl+Alt+=", "Ctrl+Alt++"), separate=True),
    Action(id="zoom_out", menu="&View", text="S&maller", keys=("Ctrl+Alt+-",)),
    Action(id="zoom_reset", menu="&View", text="Size of the wind&ow’s text", keys=("Ctrl+0",)),
)
