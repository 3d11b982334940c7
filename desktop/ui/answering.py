"""Answers findings: explains queries, mends what a rule offers to mend, and hides advice."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop.document import notes
from desktop.domain.findings import Severity
from desktop.rules.fixes import mending

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.document.settings import Settings
    from desktop.domain.findings import Finding
    from desktop.rules.fixes import Mending
    from desktop.ui.dialogs.explain import ExplainDialog
    from desktop.ui.prompts import Prompts
    from desktop.ui.workspace import Workspace

_CHOOSE = "Choose {} in the list of findings, or go to its cell, then try again."


class Answering:
    """What the officer says to findings: those selected in the list, else those of the current cell."""

    def __init__(self, prompts: Prompts, settings: Settings) -> None:
        self._prompts = prompts
        self._settings = settings

    def explain(self, workspace: Workspace) -> None:
        """Ask why the chosen queries stand, and keep it; what was said before is offered to be changed."""
        from desktop.ui.dialogs.explain import ExplainDialog

        queries = [one for one in chosen(workspace) if one.severity is Severity.QUERY]
        if not queries:
            self._prompts.tell("Nothing to explain", _CHOOSE.format("a query"))
            return
        by, today = self._settings.initials, _today()

        def build(parent: QWidget | None) -> ExplainDialog:
            return ExplainDialog(queries, by, today, parent)

        def explained(dialog: ExplainDialog) -> None:
            if dialog.withdrawn:
                self._prompts.attempt(lambda: notes.withdraw(workspace.document, queries))
                return
            self._settings.keep_initials(dialog.by)
            self._prompts.attempt(
                lambda: notes.explain(workspace.document, queries, text=dialog.text, by=dialog.by, on=today)
            )

        self._prompts.ask(build, explained)

    def withdraw(self, workspace: Workspace) -> None:
        """Take the explanations of the chosen findings back."""
        explained = [one for one in chosen(workspace) if one.explained]
        if explained:
            self._prompts.attempt(lambda: notes.withdraw(workspace.document, explained))
        else:
            self._prompts.tell("Nothing to withdraw", _CHOOSE.format("an explained query"))

    def hide(self, workspace: Workspace) -> None:
        """Show the chosen advice no more."""
        advice = [one for one in chosen(workspace) if one.severity is Severity.ADVICE]
        if advice:
            by = self._settings.initials
            self._prompts.attempt(lambda: notes.hide(workspace.document, advice, by=by, on=_today()))
        else:
            self._prompts.tell("Nothing to hide", _CHOOSE.format("advice"))

    def show_hidden(self, workspace: Workspace) -> None:
        """Show all hidden advice again."""
        hidden = workspace.document.contents.notes.hidden
        if hidden:
            self._prompts.attempt(lambda: notes.show_again(workspace.document, hidden))
        else:
            self._prompts.inform("Hidden advice", "No advice is hidden in this workbook.")

    def mend(self, workspace: Workspace) -> None:
        """Make the changes that the rules offer for the chosen findings, as one step."""
        self._mend(workspace, mending(chosen(workspace)))

    def mend_rule(self, workspace: Workspace) -> None:
        """Make the changes that a rule offers for all its findings in the list, as one step."""
        rule = next((one.rule for one in chosen(workspace)), "")
        self._mend(workspace, of_rule(workspace, rule), f"Mend all of {rule}")

    def _mend(self, workspace: Workspace, mend: Mending, label: str = "") -> None:
        if not mend.mended:
            self._prompts.tell(
                "Nothing to mend", "No change is offered here. Go to the cell and correct it by hand."
            )
            return
        fix, number = mend.mended[0].fix, len(mend.mended)
        one = fix.label if fix is not None and number == 1 else f"Mend {number} findings"
        self._prompts.attempt(lambda: workspace.document.set_cells(mend.edits, label or one))
        if mend.left:
            self._prompts.inform("Some were left", _left(len(mend.left)))


def chosen(workspace: Workspace) -> tuple[Finding, ...]:
    """The findings that are meant: those selected in the list while it has the keyboard or the current cell.

    Else those of the current cell: the officer is in the grid.
    """
    panel, cell = workspace.findings, workspace.grid.current_cell
    selected = panel.selected
    focused = QApplication.focusWidget()
    inside = focused is not None and panel.isAncestorOf(focused)
    if selected and (inside or any(one.cell == cell for one in selected)):
        return selected
    return () if cell is None else workspace.document.findings_at(cell)


def of_rule(workspace: Workspace, rule: str) -> Mending:
    """What mends the findings of a rule that the list shows."""
    return mending((one for one in workspace.findings.shown if one.rule == rule), rule)


def _left(number: int) -> str:
    what = "1 finding was" if number == 1 else f"{number} findings were"
    return f"{what} not mended: another change of the same cell was made just now. Look at each by itself."


def _today() -> dt.date:
    return dt.date.today()  # noqa: DTZ011 - the officer's own day
