"""One entry of a cell that lists several is changed, and the others stay as they are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.bullets import bullets

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.document.document import Document
    from desktop.domain.cells import CellRef
    from desktop.ui.dialogs.entries import EntriesDialog
    from desktop.ui.prompts import Prompts
    from desktop.ui.workspace import Workspace

_FEWEST = 2


def edit_entry(prompts: Prompts, workspace: Workspace) -> None:
    """Ask which entry of the current cell is to say what; what is changed is one step."""
    cell = workspace.grid.current_cell
    if cell is None or len(bullets(workspace.document.edit_text(cell))) < _FEWEST:
        prompts.tell(
            "No entry to edit",
            "This cell doesn't list several things. Go to a cell whose lines begin with bullets, dashes or "
            "stars, then try again.",
        )
        return
    _ask(prompts, workspace.document, cell)


def _ask(prompts: Prompts, document: Document, cell: CellRef) -> None:
    from desktop.ui.dialogs.entries import EntriesDialog

    def build(parent: QWidget | None) -> EntriesDialog:
        return EntriesDialog(cell, document.edit_text(cell), parent)

    def keep(dialog: EntriesDialog) -> None:
        prompts.attempt(partial(document.type_texts, [(cell, dialog.text)], f"Edit an entry of {cell}"))

    prompts.ask(build, keep)
