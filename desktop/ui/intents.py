"""What each action of the window does, by the id that it has in the table of actions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop import __version__, assets
from desktop.document import record_changes
from desktop.document.first_record import begun_or_inserted
from desktop.document.reordering import reordered
from desktop.ui.appearance import Appearance
from desktop.ui.editing import VERBS, edit
from desktop.ui.entries import edit_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.document.document import Document
    from desktop.ui.main_window import MainWindow
    from desktop.ui.workspace import Wanted, Workspace

_ABOUT = (
    f"Milepost {__version__}\n\nPlans and performance indicators in the Excel workbooks you already keep. "
    "Cells that you do not edit stay as they are, and nothing leaves this computer."
)
_EXAMPLES = {"open_leicester": "leicester-map-2001.xlsx", "open_leeds": "leeds-programme-plan-2012.xlsx"}
_APPEARANCES = {
    "appearance_system": Appearance.SYSTEM,
    "appearance_light": Appearance.LIGHT,
    "appearance_dark": Appearance.DARK,
}

_RECORD_CHANGES: Mapping[str, Wanted] = {
    "insert_above": partial(begun_or_inserted, below=False),
    "insert_below": partial(begun_or_inserted, below=True),
    "duplicate_record": record_changes.duplicated,
    "delete_record": record_changes.deleted,
    "move_record_up": partial(record_changes.moved, down=False),
    "move_record_down": partial(record_changes.moved, down=True),
}
_OVERVIEWS = ("indicators", "strands", "timeline", "trend")
_LOOKS: Mapping[str, Callable[[Workspace], None]] = {
    "find": lambda shown: shown.searching.ask(),
    "replace": lambda shown: shown.searching.ask(replace=True),
    "find_next": lambda shown: shown.searching.step(forward=True),
    "find_previous": lambda shown: shown.searching.step(forward=False),
    "go_to": lambda shown: shown.searching.ask_where(),
    "sort_up": lambda shown: shown.arranging.sort(descending=False),
    "sort_down": lambda shown: shown.arranging.sort(descending=True),
    "sheet_order": lambda shown: shown.arranging.sheet_order(),
    "filter": lambda shown: shown.arranging.ask_filter(),
    "arrange_again": lambda shown: shown.arranging.again(),
    "show_all_rows": lambda shown: shown.arranging.clear(),
    "hide_columns": lambda shown: shown.arranging.hide_columns(),
    "show_columns": lambda shown: shown.arranging.show_columns(),
    "fit_rows": lambda shown: shown.arranging.fit_rows(),
    "zoom_in": lambda shown: shown.arranging.zoom(1),
    "zoom_out": lambda shown: shown.arranging.zoom(-1),
    "zoom_reset": lambda shown: shown.arranging.zoom(0),
}


def intents_of(window: MainWindow) -> Mapping[str, Callable[[], object]]:
    """The intent of every action; those on a document do nothing where none is open."""
    files, outputs = window.files, window.outputs
    document, workspace = partial(_with_document, window), partial(_with_workspace, window)
    return {
        "open": files.open,
        "bring_table": window.bringing.ask,
        "compare_versions": window.versions.compare,
        "merge_copy": window.versions.merge,
        "save": files.save,
        "save_as": files.save_as,
        "close_workbook": files.close,
        "close": window.close,
        "keys": partial(_show_keys, window),
        "sort_sheet": workspace(_sort_sheet),
        "about": lambda: window.prompts.inform("About Milepost", _ABOUT),
        "undo": document(lambda opened: opened.undo_stack.undo()),
        "redo": document(lambda opened: opened.undo_stack.redo()),
        "export_return": document(outputs.export_return),
        "print_chart": workspace(outputs.print_pages),
        "export_chart": workspace(outputs.export_chart),
        "report_card": workspace(outputs.report_card),
        "copy_chart": workspace(outputs.copy_picture),
        "copy_figures": workspace(outputs.copy_figures),
        **{verb: workspace(partial(_edit, verb)) for verb in VERBS},
        **{action: workspace(partial(_change, wanted)) for action, wanted in _RECORD_CHANGES.items()},
        "edit_entry": workspace(partial(edit_entry, window.prompts)),
        "edit_in_bar": workspace(lambda shown: shown.edit_in_bar()),
        "show_whole_text": workspace(lambda shown: shown.show_whole_text()),
        "show_history": workspace(lambda shown: shown.show_history()),
        **{action: workspace(intent) for action, intent in window.checking.intents.items()},
        **{action: workspace(intent) for action, intent in window.charting.intents.items()},
        "next_part": partial(window.go_round, forward=True),
        "previous_part": partial(window.go_round, forward=False),
        "columns": workspace(window.columns.edit),
        "forget_columns": workspace(window.columns.forget),
        **{action: workspace(partial(_look, intent)) for action, intent in _LOOKS.items()},
        "go_to_grid": workspace(lambda shown: shown.show_grid()),
        **{f"overview_{page}": workspace(partial(_overview, page)) for page in _OVERVIEWS},
        "add_version": window.versions.add,
        "go_to_chart": workspace(lambda shown: shown.chart.focus_chart()),
        **{
            action: partial(files.open_path, assets.template("examples", name))
            for action, name in _EXAMPLES.items()
        },
        **{action: partial(window.appear, appearance) for action, appearance in _APPEARANCES.items()},
    }


def _sort_sheet(shown: Workspace) -> None:
    """Put the rows of the sheet into the order in which its table is shown."""
    order = shown.arranging.order_shown()
    if order is not None:
        table, rows = order
        before = shown.document.undo_stack.index()
        shown.change_records(partial(reordered, table=table, rows=rows))
        if shown.document.undo_stack.index() > before:
            shown.arranging.again()  # the order shown was that of the rows as they stood before
            shown.arranging.said.emit(
                "Sorted in the sheet too, each row under its heading. Ctrl+Z undoes it."
            )


def _show_keys(window: MainWindow) -> None:
    from desktop.ui.dialogs.key_list import KeyList

    window.prompts.ask(KeyList, lambda _: None)


def _overview(page: str, workspace: Workspace) -> None:
    workspace.overviews.show(page)


def _look(intent: Callable[[Workspace], None], workspace: Workspace) -> None:
    workspace.overviews.leave()
    intent(workspace)


def _change(wanted: Wanted, workspace: Workspace) -> None:
    if workspace.overviews.shown:
        workspace.show_grid()  # nothing is changed that the officer does not see
    else:
        workspace.change_records(wanted)


def _edit(verb: str, workspace: Workspace) -> None:
    edit(verb, workspace.grid)


def _with_document(window: MainWindow, intent: Callable[[Document], None]) -> Callable[[], None]:
    def act() -> None:
        if window.document is not None:
            intent(window.document)

    return act


def _with_workspace(window: MainWindow, intent: Callable[[Workspace], None]) -> Callable[[], None]:
    def act() -> None:
        if window.workspace is not None:
            intent(window.workspace)

    return act
