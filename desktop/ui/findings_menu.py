"""The menu of a finding, by the right button or the menu key: what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from desktop.domain.findings import Severity
from desktop.ui.answering import of_rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction

    from desktop.ui.workspace import Workspace


class FindingsMenu(QMenu):
    """Opens over the list of findings; says by name what each entry would do."""

    def __init__(self, workspace: Workspace, actions: Mapping[str, QAction]) -> None:
        """Be the context menu of a workspace's findings, with these of the window's actions."""
        super().__init__(workspace.findings)
        self.setObjectName("findingsMenu")
        self.setAccessibleName("What to do about the selected findings")
        self._workspace, self._actions = workspace, actions
        keyboard = workspace.findings.keyboard
        keyboard.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        keyboard.customContextMenuRequested.connect(self._open)
        workspace.findings.explain_wanted.connect(actions["explain"].trigger)
        workspace.findings.copy_wanted.connect(actions["copy_findings"].trigger)

    def _open(self, place: QPoint) -> None:
        self.clear()
        for words, name in self._entries():
            if name:
                action = self._actions[name]
                entry = self.addAction(words or action.text(), action.trigger)
                entry.setShortcut(action.shortcut())
                entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown here, heard elsewhere
            else:
                self.addSeparator()
        self.popup(self._workspace.findings.keyboard.mapToGlobal(place))

    def _entries(self) -> Iterator[tuple[str, str]]:
        """The words and the action of each entry; without an action it is a line."""
        selected = self._workspace.findings.selected
        able = [one.fix for one in selected if one.fix is not None and not one.explained]
        if able:
            label = able[0].label if len(able) == 1 else f"these {len(able)}"
            yield f"&Mend: {label}", "mend"
        rule = selected[0].rule if selected else ""
        alike = len(of_rule(self._workspace, rule).mended)
        if alike > 1:
            yield f"Mend &all {alike} of {rule}", "mend_rule"
        if any(one.severity is Severity.QUERY for one in selected):
            yield "", "explain"
        if any(one.explained for one in selected):
            yield "", "withdraw"
        if any(one.severity is Severity.ADVICE for one in selected):
            yield "", "hide_advice"
        yield "", ""
        yield "&Copy", "copy_findings"
        yield "", "export_findings"
