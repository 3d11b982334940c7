"""Every action of the window in one table: its menu, its keys, and the intent it calls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMainWindow, QMenu

_Keys = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One action. `separate` draws a line above; of those with the same `choice` one is ticked.

    `needs_document` disables it while no workbook is open, `needs_indicators` while that has none.
    """

    id: str
    menu: str
    text: str
    keys: tuple[QKeySequence.StandardKey | str, ...] = ()
    hint: str = ""
    needs_document: bool = True
    needs_indicators: bool = False
    separate: bool = False
    choice: str = ""


ACTIONS = (
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
        id="export_return",
        menu="&File",
        text="Export re&turn…",
        keys=("Ctrl+E",),
        hint="Write the indicator return as a new workbook",
        needs_indicators=True,
        separate=True,
    ),
    Action(
        id="print_preview",
        menu="&File",
        text="Print pre&view…",
        keys=("Ctrl+Shift+P",),
        hint="See the chart's page",
        needs_indicators=True,
        separate=True,
    ),
    Action(
        id="print_chart",
        menu="&File",
        text="&Print chart…",
        keys=(_Keys.Print,),
        hint="Print the chart on A4",
        needs_indicators=True,
    ),
    Action(
        id="export_chart",
        menu="&File",
        text="Export c&hart…",
        hint="Write the chart as PDF, SVG or PNG",
        needs_indicators=True,
    ),
    Action(id="close_workbook", menu="&File", text="&Close workbook", keys=(_Keys.Close,), separate=True),
    Action(id="close", menu="&File", text="E&xit", keys=("Ctrl+Q", "Alt+F4"), needs_document=False),
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
    Action(id="open_leicester", menu="&Help", text="Open the &indicator example", needs_document=False),
    Action(id="open_leeds", menu="&Help", text="Open the &plan example", needs_document=False),
    Action(id="about", menu="&Help", text="&About Milepost", needs_document=False, separate=True),
)

TOOLBAR = ("open", "save", "", "undo", "redo", "", "check_now", "export_return", "print_chart")
"""The actions on the tool bar; an empty name is a gap."""


def build_actions(
    window: QMainWindow, intents: Mapping[str, Callable[[], object]]
) -> tuple[dict[str, QAction], dict[str, QMenu]]:
    """The window's actions by id, each in its menu, and the menus by title."""
    actions: dict[str, QAction] = {}
    menus: dict[str, QMenu] = {}
    choices: dict[str, QActionGroup] = {}
    for action in ACTIONS:
        menu = menus.get(action.menu) or window.menuBar().addMenu(action.menu)
        menus[action.menu] = menu
        if action.separate:
            menu.addSeparator()
        built = menu.addAction(action.text)
        built.setIconText(
            action.text.replace("&", "").partition("\t")[0].rstrip("…")
        )  # stays as it is on the tool bar
        built.setShortcuts([QKeySequence(keys) for keys in action.keys])
        built.setStatusTip(action.hint)
        if action.choice:
            built.setCheckable(True)
            choices.setdefault(action.choice, QActionGroup(window)).addAction(built)
        built.triggered.connect(lambda _checked=False, intent=intents[action.id]: intent())
        actions[action.id] = built
    return actions, menus
