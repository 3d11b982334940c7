"""What the officer says of an indicator: its card, targets set for it, milestones that it counts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.document import notes
from desktop.domain.indicators import Measure
from desktop.domain.library import normal_code
from desktop.ui.meaning import milestone_at
from desktop.workbook.indicator_records import library

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.document.document import Document
    from desktop.domain.indicators import Indicator
    from desktop.domain.plan import Milestone
    from desktop.ui.dialogs.indicator_card import IndicatorCard
    from desktop.ui.dialogs.link import LinkDialog
    from desktop.ui.dialogs.target import TargetDialog
    from desktop.ui.prompts import Prompts
    from desktop.ui.workspace import Workspace

_NONE = "This workbook has no indicators. Open one that has, or bring their table into this one."


class Promising:
    """Asks, and keeps each answer as one step."""

    def __init__(self, prompts: Prompts) -> None:
        self._prompts = prompts

    def card(self, workspace: Workspace) -> None:
        """Show the card of the current indicator, and keep what is changed on it."""
        from desktop.ui.dialogs.indicator_card import IndicatorCard

        indicator, document = workspace.indicator, workspace.document
        if indicator is None:
            self._prompts.tell(
                "No indicator is chosen", "Go to a row of the indicators, then open its card again."
            )
            return
        published = library().get(normal_code(indicator.code), Measure())
        units = sorted({measure.unit for measure in library().values() if measure.unit})
        others = [one for one in _indicators(document) if one.code != indicator.code]

        def build(parent: QWidget | None) -> IndicatorCard:
            return IndicatorCard(indicator, published, units, others, parent)

        self._prompts.ask(build, lambda dialog: self._keep_card(document, indicator.code, dialog))

    def target(self, workspace: Workspace) -> None:
        """Ask for a target of the current indicator, or change one that is kept."""
        from desktop.ui.dialogs.target import TargetDialog

        document, indicators = workspace.document, _indicators(workspace.document)
        if not indicators:
            self._prompts.tell("No target was added", _NONE)
            return
        current = workspace.indicator
        code = "" if current is None else current.code
        chosen = next((one for one in indicators if one.code == code), indicators[0])

        def build(parent: QWidget | None) -> TargetDialog:
            return TargetDialog(indicators, chosen, document.contents.notes.targets, parent)

        self._prompts.ask(build, lambda dialog: self._keep_target(document, dialog))

    def link(self, workspace: Workspace) -> None:
        """Ask which indicator counts what the current milestone promises."""
        from desktop.ui.dialogs.link import LinkDialog

        document, milestone = workspace.document, self._milestone(workspace)
        if milestone is None:
            return
        indicators = _indicators(document)
        if not indicators:
            self._prompts.tell("Nothing was linked", _NONE)
            return

        def build(parent: QWidget | None) -> LinkDialog:
            return LinkDialog(milestone, indicators, parent)

        self._prompts.ask(build, lambda dialog: self._keep_link(document, milestone, dialog))

    def unlink(self, workspace: Workspace) -> None:
        """Hold the current milestone's promise against no indicator any more."""
        milestone = self._milestone(workspace)
        if milestone is None:
            return
        if milestone.indicator:
            self._prompts.attempt(partial(notes.unlink, workspace.document, milestone))
        else:
            self._prompts.inform("Nothing to unlink", "This milestone is linked to no indicator.")

    def _milestone(self, workspace: Workspace) -> Milestone | None:
        """The milestone of the current cell; None, and a word on what to do, where there is none."""
        cell = workspace.grid.current_cell
        milestone = None if cell is None else milestone_at(workspace.document.contents, cell)
        if milestone is None or not milestone.text.strip():
            self._prompts.tell("No milestone is chosen", "Go to a milestone of a plan, then try again.")
            return None
        return milestone

    def _keep_card(self, document: Document, code: str, dialog: IndicatorCard) -> None:
        setting, kept = dialog.setting, document.contents.notes.setting(code)
        if setting is not None:
            self._prompts.attempt(partial(notes.set_indicator, document, setting))
        elif kept is not None:
            self._prompts.attempt(partial(notes.remove, document, [kept], f"Reset {code} to the library"))

    def _keep_target(self, document: Document, dialog: TargetDialog) -> None:
        if dialog.removed and dialog.old is not None:
            self._prompts.attempt(partial(notes.remove, document, [dialog.old], "Remove a target"))
        elif dialog.target is not None:
            self._prompts.attempt(partial(notes.keep_target, document, dialog.target))

    def _keep_link(self, document: Document, milestone: Milestone, dialog: LinkDialog) -> None:
        if dialog.unlinked:
            self._prompts.attempt(partial(notes.unlink, document, milestone))
        else:
            self._prompts.attempt(partial(notes.link, document, milestone, dialog.code))


def _indicators(document: Document) -> Sequence[Indicator]:
    """The indicators of the workbook, each code once, the first that bears it."""
    return list({normal_code(one.code): one for one in reversed(document.contents.indicators)}.values())[::-1]
