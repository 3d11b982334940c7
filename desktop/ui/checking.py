"""What the Check menu does: answers to findings, and what is said of indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.answering import Answering
from desktop.ui.findings_menu import FindingsMenu
from desktop.ui.findings_out import FindingsOut
from desktop.ui.promising import Promising

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction

    from desktop.document.settings import Settings
    from desktop.ui.prompts import Prompts
    from desktop.ui.tasks import Tasks
    from desktop.ui.workspace import Workspace


class Checking:
    """The intents of the menu, by the id of their action, and the menu of each finding."""

    def __init__(self, tasks: Tasks, prompts: Prompts, settings: Settings) -> None:
        answering, promising = Answering(prompts, settings), Promising(prompts)
        out = FindingsOut(tasks, prompts)
        self.intents: Mapping[str, Callable[[Workspace], None]] = {
            "check_now": lambda shown: shown.show_findings().focus_list(),
            "next_finding": lambda shown: shown.findings.step(forward=True),
            "previous_finding": lambda shown: shown.findings.step(forward=False),
            "filter_findings": lambda shown: shown.show_findings().focus_filter(),
            "mend": answering.mend,
            "mend_rule": answering.mend_rule,
            "explain": answering.explain,
            "withdraw": answering.withdraw,
            "hide_advice": answering.hide,
            "show_hidden": answering.show_hidden,
            "copy_findings": out.copy,
            "export_findings": out.export,
            "indicator_card": promising.card,
            "add_target": promising.target,
            "link_milestone": promising.link,
            "unlink_milestone": promising.unlink,
        }

    def attend(self, workspace: Workspace, actions: Mapping[str, QAction]) -> None:
        """Give the findings of a workspace their menu."""
        FindingsMenu(workspace, actions)
