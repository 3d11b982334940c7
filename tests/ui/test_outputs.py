"""What goes out of the window: the return, pages and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PySide6.QtPrintSupport import QPrintDialog, QPrintPreviewDialog

from tests.ui.hands import at, settle, workspace_of

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from tests.ui.recorder import RecordedPrompts

NOTHING = "tell: Nothing was written: "


def trigger(window: MainWindow, name: str) -> None:
    window._actions[name].trigger()


@pytest.fixture
def charted(window: MainWindow) -> MainWindow:
    """A window whose current cell is an indicator's."""
    workspace_of(window).go_to(at("Indicators!G3"))
    return window


def test_the_return_is_written(
    charted: MainWindow, prompts: RecordedPrompts, qtbot: QtBot, tmp_path: Path
) -> None:
    prompts.answers.append(tmp_path / "return")
    trigger(charted, "export_return")
    settle(qtbot, charted)
    out = tmp_path / "return.xlsx"
    assert prompts.said[0].startswith(f"Export the indicator return, {tmp_path / 'whole-return.xlsx'}, ")
    assert prompts.said[1:] == [f"inform: Return written: The return was written to {out}."]
    assert load_workbook(out).sheetnames == ["Indicators", "Check"]


def test_a_return_never_takes_the_workbooks_place(
    charted: MainWindow, prompts: RecordedPrompts, qtbot: QtBot, path: Path
) -> None:
    before = path.read_bytes()
    prompts.answers.append(path)
    trigger(charted, "export_return")
    settle(qtbot, charted)
    assert prompts.said[-1].startswith(NOTHING)
    assert path.read_bytes() == before


def test_a_return_of_another_type_is_refused(
    charted: MainWindow, prompts: RecordedPrompts, tmp_path: Path
) -> None:
    prompts.answers.append(tmp_path / "return.xlsm")
    trigger(charted, "export_return")
    assert prompts.said[-1].startswith(NOTHING)
    assert not (tmp_path / "return.xlsm").exists()


@pytest.mark.parametrize("name", ["export_return", "export_chart"])
def test_the_officer_may_change_their_mind(
    charted: MainWindow, prompts: RecordedPrompts, path: Path, name: str
) -> None:
    prompts.answers.append(None)
    trigger(charted, name)
    assert len(prompts.said) == 1
    assert list(path.parent.glob("*.pdf")) == []
    assert list(path.parent.glob("*return*")) == []


@pytest.mark.parametrize(("name", "starts"), [("a.pdf", b"%PDF"), ("a.svg", b"<?xml"), ("a.png", b"\x89PNG")])
def test_a_chart_is_written(
    charted: MainWindow, prompts: RecordedPrompts, tmp_path: Path, name: str, starts: bytes
) -> None:
    prompts.answers.append(tmp_path / name)
    trigger(charted, "export_chart")
    assert (tmp_path / name).read_bytes().startswith(starts)
    assert prompts.said == [
        f"Export the chart, {tmp_path / 'PAF A1.pdf'}, PDF (*.pdf); SVG (*.svg); PNG (*.png)"
    ]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("a.docx", "end its name in .pdf, .svg or .png"),
        ("none/a.pdf", "a.pdf could not be saved: there is no folder"),
    ],
)
def test_a_chart_that_cannot_be_written_is_told(
    charted: MainWindow, prompts: RecordedPrompts, tmp_path: Path, name: str, says: str
) -> None:
    prompts.answers.append(tmp_path / name)
    trigger(charted, "export_chart")
    assert prompts.said[-1].startswith(NOTHING)
    assert says in prompts.said[-1]


@pytest.mark.parametrize("name", ["print_preview", "print_chart", "export_chart"])
def test_without_an_indicator_there_is_no_chart(
    window: MainWindow, prompts: RecordedPrompts, name: str
) -> None:
    workspace_of(window).go_to(at("Targets!B3"))
    trigger(window, name)
    [said] = prompts.said
    assert said.startswith(f"{NOTHING}No indicator is chosen.")


def test_the_preview_opens_over_the_window(charted: MainWindow, qtbot: QtBot) -> None:
    trigger(charted, "print_preview")
    [dialog] = charted.findChildren(QPrintPreviewDialog)
    assert dialog.isVisible()
    dialog.close()


@pytest.mark.parametrize(
    ("answer", "printed"), [(QPrintDialog.DialogCode.Accepted, 1), (QPrintDialog.DialogCode.Rejected, 0)]
)
def test_a_chart_is_printed_where_a_printer_is_chosen(
    charted: MainWindow, monkeypatch: pytest.MonkeyPatch, answer: QPrintDialog.DialogCode, printed: int
) -> None:
    pages: list[object] = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: answer)
    monkeypatch.setattr("desktop.printing.preview.print_pages", lambda some, _: pages.extend(some))
    trigger(charted, "print_chart")
    assert len(pages) == printed
