"""Open, save, bring in, export and print."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from desktop.ui.action import Action

_Keys = QKeySequence.StandardKey

FILE = (
    Action(
        id="open",
        menu="&File",
        text="&Open…",
        keys=(_Keys.Open,),
        hint="Open an Excel workbook",
        needs_document=False,
    ),
    Action(
        id="bring_table",
        menu="&File",
        text="&Bring in a table…",
        hint="Make a workbook of a table in a CSV file, or of one copied from Word or a PDF",
        needs_document=False,
    ),
    Action(
        id="save",
        menu="&File",
        text="&Save",
        keys=(_Keys.Save,),
        hint="Save the changed cells",
        separate=True,
    ),
    Action(id="save_as", menu="&File", text="Save &as…", keys=("Ctrl+Shift+S", "F12")),
    Action(
        id="compare_versions",
        menu="&File",
        text="Co&mpare with an earlier version…",
        hint="See what became of milestones, values and targets since, and write a progress report",
        separate=True,
    ),
    Action(
        id="merge_copy",
        menu="&File",
        text="Mer&ge another copy…",
        hint="Bring in what somebody else changed in a copy of this workbook",
    ),
    Action(
        id="export_return",
        menu="&File",
        text="Export re&turn…",
        keys=("Ctrl+E",),
        hint="Write the indicators, or the plan, in their prescribed form as a new workbook",
        separate=True,
    ),
    Action(
        id="print_chart",
        menu="&File",
        text="&Print…",
        keys=(_Keys.Print, "Ctrl+Shift+P"),
        hint="See the pages of indicators or of the plan, then print them or save them as a file",
        needs_records=True,
        separate=True,
    ),
    Action(
        id="export_chart",
        menu="&File",
        text="Export c&hart…",
        hint="Write the chart as PDF, SVG or PNG",
        needs_indicators=True,
    ),
    Action(
        id="report_card",
        menu="&File",
        text="Report car&d…",
        keys=("Ctrl+Shift+R",),
        hint="Write the story behind an indicator’s chart, and see its page for the board",
        needs_indicators=True,
    ),
    Action(id="close_workbook", menu="&File", text="&Close workbook", keys=(_Keys.Close,), separate=True),
    Action(id="close", menu="&File", text="E&xit", keys=("Ctrl+Q", "Alt+F4"), needs_document=False),
)
