"""What goes out of the window: the return, pages and pictures."""

from __future__ import annotations

import shutil
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton

from desktop.printing.page import Orientation, Paper
from desktop.ui.dialogs.print_pages import PrintPages
from desktop.ui.dialogs.report_card import ReportCard
from desktop.ui.page_setup import Subject
from desktop.ui.panels.page_progress import PageProgress
from tests.cli.conftest import EXAMPLES
from tests.made_workbooks import UNKNOWN, make
from tests.ui.hands import at, part, settle, workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QDialog
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
    assert prompts.said[0].startswith(f"Export the return, {tmp_path / 'whole-return.xlsx'}, ")
    assert prompts.said[1:] == [f"inform: Return written: The return was written to {out}."]
    assert load_workbook(out).sheetnames == ["Indicators", "Check"]


def test_a_plan_is_returned_in_its_own_form(
    open_window: Callable[[Path | None], MainWindow],
    prompts: RecordedPrompts,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    plan = Path(shutil.copy(EXAMPLES / "leeds-nine-point-plan-2012.xlsx", tmp_path / "plan.xlsx"))
    window = open_window(plan)
    prompts.answers.append(tmp_path / "return.xlsx")
    trigger(window, "export_return")
    settle(qtbot, window)
    assert prompts.said[-1].startswith("inform: Return written")
    assert load_workbook(tmp_path / "return.xlsx").sheetnames == ["Nine point plan", "Check"]


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


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("export_chart", "Nothing was written"),
        ("report_card", "No report card"),
        ("copy_chart", "Nothing was copied"),
        ("copy_figures", "Nothing was copied"),
    ],
)
def test_without_an_indicator_there_is_no_chart(
    window: MainWindow, prompts: RecordedPrompts, name: str, title: str
) -> None:
    workspace_of(window).go_to(at("Targets!B3"))
    trigger(window, name)
    [said] = prompts.said
    assert said.startswith(f"tell: {title}: No indicator is chosen.")


def test_without_any_indicator_nothing_can_be_printed(
    open_window: Callable[[Path | None], MainWindow], prompts: RecordedPrompts, tmp_path: Path
) -> None:
    window = open_window(make(tmp_path / "notes.xlsx", UNKNOWN))
    window.outputs.print_pages(workspace_of(window))
    [said] = prompts.said
    assert said.startswith(
        f"{NOTHING}This workbook has neither an indicator nor a milestone that can be read,"
    )


@pytest.mark.parametrize(
    ("overview", "title"),
    [
        ("indicators", "All indicators"),
        ("strands", "The strands of the plan"),
        ("timeline", "Timeline of the whole plan"),
        ("trend", "Milestone trend"),
    ],
)
def test_an_overview_that_is_shown_is_printed(charted: MainWindow, overview: str, title: str) -> None:
    trigger(charted, f"overview_{overview}")
    trigger(charted, "print_chart")
    printing = part(charted, PrintPages)
    assert printing.pages[0].title == title
    printing.reject()


def test_the_group_that_an_overview_is_narrowed_to_is_printed(
    charted: MainWindow, prompts: RecordedPrompts, tmp_path: Path
) -> None:
    trigger(charted, "overview_indicators")
    groups = part(workspace_of(charted).overviews.panel, QComboBox)
    groups.setCurrentIndex(2)
    groups.activated.emit(2)
    trigger(charted, "print_chart")
    printing = part(charted, PrintPages)
    assert printing.pages[0].title == "Care leavers"
    prompts.answers.append(tmp_path / "all.pdf")
    press(printing, "Save as a file")
    assert prompts.said[0].startswith(f"Save the pages, {tmp_path / 'whole-small charts-Care leavers.pdf'}, ")
    assert b"/Title" in (tmp_path / "all.pdf").read_bytes()
    printing.reject()


def test_a_plan_without_indicators_is_printed(
    open_window: Callable[[Path | None], MainWindow], tmp_path: Path
) -> None:
    plan = Path(shutil.copy(EXAMPLES / "leeds-programme-plan-2012.xlsx", tmp_path / "plan.xlsx"))
    window = open_window(plan)
    trigger(window, "print_chart")
    printing = part(window, PrintPages)
    assert printing.pages[0].title == "Timeline of 1. Prevention & Early Intervention"
    assert not any(box.isVisible() for box in printing.findChildren(QCheckBox))
    printing.reject()


@pytest.fixture
def dialog(charted: MainWindow) -> PrintPages:
    trigger(charted, "print_chart")
    return part(charted, PrintPages)


def press(dialog: QDialog, words: str) -> None:
    [button] = [button for button in dialog.findChildren(QPushButton) if words in button.text()]
    button.click()


def test_the_pages_that_are_seen_go_to_a_file(
    dialog: PrintPages, prompts: RecordedPrompts, tmp_path: Path
) -> None:
    part(dialog, QComboBox, "which").setCurrentIndex(2)
    prompts.answers.append(tmp_path / "all.pdf")
    press(dialog, "Save as a file")
    assert prompts.said[0].startswith(f"Save the pages, {tmp_path / 'whole.pdf'}, ")
    assert (tmp_path / "all.pdf").read_bytes().count(b"/Type /Page\n") == len(dialog.pages) == 3
    assert dialog.said.text() == f"Written: {tmp_path / 'all.pdf'}."


def test_pictures_of_many_are_told_with_their_numbers(
    dialog: PrintPages, prompts: RecordedPrompts, tmp_path: Path
) -> None:
    part(dialog, QComboBox, "which").setCurrentIndex(2)
    prompts.answers.append(tmp_path / "all.svg")
    press(dialog, "Save as a file")
    assert dialog.said.text() == f"Written: {tmp_path / 'all.svg'} and 2 more, numbered up to all-3.svg."


def test_what_is_stopped_is_told(
    dialog: PrintPages, prompts: RecordedPrompts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PageProgress, "wasCanceled", lambda _: True)
    prompts.answers.append(tmp_path / "all.pdf")
    press(dialog, "Save as a file")
    assert dialog.said.text() == "Stopped: nothing was written."
    assert not (tmp_path / "all.pdf").exists()


@pytest.mark.parametrize("name", ["a.docx", None])
def test_a_file_that_is_not_written_is_not_said_to_be(
    dialog: PrintPages, prompts: RecordedPrompts, tmp_path: Path, name: str | None
) -> None:
    prompts.answers.append(None if name is None else tmp_path / name)
    press(dialog, "Save as a file")
    assert dialog.said.text() == ""
    assert len(prompts.said) == (1 if name is None else 2)


@pytest.mark.parametrize(
    ("answer", "printed"), [(QPrintDialog.DialogCode.Accepted, 1), (QPrintDialog.DialogCode.Rejected, 0)]
)
def test_a_chart_is_printed_where_a_printer_is_chosen(
    dialog: PrintPages, monkeypatch: pytest.MonkeyPatch, answer: QPrintDialog.DialogCode, printed: int
) -> None:
    pages: list[object] = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: answer)
    monkeypatch.setattr("desktop.printing.printer.print_pages", lambda some, *_: pages.extend(some))
    press(dialog, "rint…")
    assert len(pages) == printed


def test_the_setup_is_remembered_until_the_program_ends(charted: MainWindow, dialog: PrintPages) -> None:
    part(dialog, QComboBox, "orientation").setCurrentIndex(1)
    part(dialog, QComboBox, "paper").setCurrentIndex(1)
    dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    trigger(charted, "print_chart")
    again = part(charted, PrintPages)
    assert again.setup.orientation is Orientation.PORTRAIT
    assert again.setup.paper is Paper.A3


def test_a_chart_goes_to_the_clipboard_as_a_picture(charted: MainWindow, qapp: QApplication) -> None:
    trigger(charted, "copy_chart")
    mime = qapp.clipboard().mimeData()
    assert mime.imageData().width() == 1920
    svg = ET.fromstring(bytes(mime.data("image/svg+xml").data()))  # noqa: S314 - our own picture
    words = "".join(svg.itertext())
    assert "PAF A1 Placement moves" in words
    assert "Source: whole.xlsx, Indicators!D3:G3" in words
    assert "page" not in words
    assert not mime.hasText()
    assert charted.statusBar().currentMessage() == "The chart was copied as a picture."


def test_its_figures_go_there_as_a_table(charted: MainWindow, qapp: QApplication) -> None:
    trigger(charted, "copy_figures")
    mime = qapp.clipboard().mimeData()
    assert mime.text().splitlines() == [
        "PAF A1 Placement moves\t\t",
        "Period\tKind\tValue",
        "1998/99\toutturn\t30",
        "31/3/00\tprovisional\t24",
        "31/3/01\tplanned\t23",
        "31/3/02\tplanned\t20",
        "31/3/02\ttarget\t16",
    ]
    assert 'x:num="24.0"' in mime.html()
    assert not mime.hasImage()


def test_a_report_card_is_printed_from_its_own_window(charted: MainWindow) -> None:
    trigger(charted, "report_card")
    card = part(charted, ReportCard)
    press(card, "Print or save")
    printing = part(charted, PrintPages)
    assert printing.setup.subject is Subject.CARDS
    assert printing.choice.label == "This indicator: PAF A1"
    printing.reject()
    card.reject()
