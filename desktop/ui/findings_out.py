"""Takes findings out of the window: to the clipboard, and into a workbook of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from desktop.document.file_names import named_as
from desktop.domain.errors import InputRefused
from desktop.returns.checked_file import CheckedFile
from desktop.ui.prompts import WORKBOOKS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.domain.findings import Finding
    from desktop.ui.prompts import Prompts
    from desktop.ui.tasks import Tasks
    from desktop.ui.workspace import Workspace

_HEADERS = ("Severity", "Rule", "Cell", "Subject", "What and what next", "Explained")


class FindingsOut:
    """What leaves the window is what the list shows."""

    def __init__(self, tasks: Tasks, prompts: Prompts) -> None:
        self._tasks = tasks
        self._prompts = prompts

    def copy(self, workspace: Workspace) -> None:
        """Copy the selected findings as a table with headers; all that are shown where none is selected."""
        from desktop.grid.html_clipboard import ShownCell, block_mime

        panel = workspace.findings
        rows = [_HEADERS, *map(_texts, panel.selected or panel.shown)]
        block = block_mime([ShownCell(text, text, "@") for text in row] for row in rows)
        QGuiApplication.clipboard().setMimeData(block)

    def export(self, workspace: Workspace) -> None:
        """Ask where to write the findings that the list shows, and write them with links to their cells."""
        document = workspace.document
        proposed = document.path.with_name(f"{document.path.stem}-findings.xlsx")
        out = self._prompts.save_path("Export the findings", proposed, [WORKBOOKS])
        if out is None:
            return
        try:
            self._write(workspace, named_as(proposed, out))
        except InputRefused as refusal:
            self._refuse(str(refusal))

    def _write(self, workspace: Workspace, out: Path) -> None:
        document, findings = workspace.document, workspace.findings.shown
        checked = CheckedFile(file=document.path, as_at=document.as_at, findings=findings)

        def write() -> None:
            from desktop.returns.findings_book import write_findings
            from desktop.rules.catalogue import RULES

            write_findings([checked], {rule.code: rule.title for rule in RULES}, out)

        def written(_: None) -> None:
            self._prompts.inform("Findings written", f"The findings were written to {out}.")

        self._tasks.run(f"Writing {out.name}…", write, written, self._refuse)

    def _refuse(self, message: str) -> None:
        self._prompts.tell("Nothing was written", message)


def _texts(finding: Finding) -> Sequence[str]:
    explained = finding.explanation.words if finding.explanation is not None else ""
    return (
        finding.severity.value,
        finding.rule,
        str(finding.cell),
        finding.subject,
        finding.message,
        explained,
    )
