"""The preview shows the very pages that the printer and the file get."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.printing.export import pdf
from desktop.printing.page import Orientation, Paper, SpreadPage
from desktop.printing.paginate import paginate
from desktop.printing.preview import FIT, Preview
from tests.printing.conftest import draw_cross

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop.printing.page import Page
    from tests.printing.conftest import MakePage

needs_poppler = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler draws the PDF")


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    made = Preview()
    qtbot.addWidget(made)
    made.resize(700, 520)
    made.show()
    return made


def sheet(preview: Preview) -> QWidget:
    shown = preview.widget()
    assert shown is not None
    return shown


def grey(image: QImage) -> QImage:
    """Coarse enough that the edges of letters don't matter, which each engine smooths its own way."""
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(90, 64, mode=smooth).convertToFormat(QImage.Format.Format_Grayscale8)


@needs_poppler
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("orientation", Orientation)
def test_an_overview_is_seen_as_the_file_holds_it(
    preview: Preview, make_page: MakePage, tmp_path: Path, orientation: Orientation, paper: Paper
) -> None:
    page = make_page()
    spread = SpreadPage(
        title=page.title,
        status="",
        subtitle=page.subtitle,
        source=page.source,
        orientation=orientation,
        paper=paper,
        spread=lambda _size, _font: (draw_cross, draw_cross),
    )
    seen_as_written(preview, paginate([spread]), tmp_path, paper)


@needs_poppler
@pytest.mark.parametrize("orientation", Orientation)
def test_what_is_seen_is_what_the_file_holds(
    preview: Preview, make_page: MakePage, tmp_path: Path, orientation: Orientation
) -> None:
    page = replace(make_page(notes=4), orientation=orientation)
    seen_as_written(preview, paginate([page]), tmp_path, Paper.A4)


def seen_as_written(preview: Preview, pages: tuple[Page, ...], tmp_path: Path, paper: Paper) -> None:
    """Hold the first page as it is seen against the first page of the file."""
    orientation = pages[0].orientation
    preview.show_pages(pages)
    preview.set_zoom(1.0)
    seen = QImage(sheet(preview).size(), QImage.Format.Format_RGB32)
    painter = QPainter(seen)
    sheet(preview).render(painter, QPoint())
    painter.end()
    room = QRectF(0, 0, orientation.width, orientation.height)
    room.moveCenter(QPointF(seen.width() / 2, seen.height() / 2))
    content = pdf(pages, paper)
    assert content is not None
    (tmp_path / "page.pdf").write_bytes(content)
    drawing = [
        str(shutil.which("pdftoppm")),
        "-r",
        str(96 / paper.enlarged),
        "-png",
        "-singlefile",
        "page.pdf",
        "page",
    ]
    subprocess.run(drawing, cwd=tmp_path, check=True)
    one, other = grey(seen.copy(room.toRect())), grey(QImage(str(tmp_path / "page.png")))
    differences = [
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness())
        for x in range(1, 89)
        for y in range(1, 63)
    ]
    assert min(one.pixelColor(x, y).lightness() for x in range(90) for y in range(64)) < 220
    assert max(differences) < 40
    assert sum(differences) / len(differences) < 2


def test_pages_are_turned_by_keys(preview: Preview, make_page: MakePage, qtbot: QtBot) -> None:
    preview.show_pages(paginate([make_page()] * 3))
    keys = Qt.Key
    for key, place in (
        (keys.Key_PageDown, 1),
        (keys.Key_End, 2),
        (keys.Key_PageDown, 2),
        (keys.Key_PageUp, 1),
        (keys.Key_Home, 0),
        (keys.Key_PageUp, 0),
    ):
        qtbot.keyClick(preview, key)
        assert preview.shown == place


def test_a_page_says_itself_to_those_who_hear_it(preview: Preview, make_page: MakePage) -> None:
    preview.show_pages(paginate([make_page()] * 2))
    preview.turn_to(1)
    said = sheet(preview).accessibleDescription()
    assert said.startswith("PAF C20 Reviews of child protection cases. not yet judged")
    assert said.endswith("Page 2 of 2.")
    preview.show_pages(paginate([replace(make_page(), status="")]))
    assert sheet(preview).accessibleDescription().startswith(f"{make_page().title}. Source: ")


def test_fewer_pages_show_the_last_and_none_shows_blank(preview: Preview, make_page: MakePage) -> None:
    preview.show_pages(paginate([make_page()] * 3))
    preview.turn_to(2)
    preview.show_pages(paginate([make_page()]))
    assert preview.shown == 0
    preview.show_pages(())
    assert sheet(preview).accessibleDescription() == ""
    assert len({preview.grab().toImage().pixelColor(x, 200).name() for x in range(20, 600, 7)}) == 1


def test_it_is_made_larger_and_smaller_by_keys_within_limits(
    preview: Preview, make_page: MakePage, qtbot: QtBot
) -> None:
    preview.show_pages(paginate([make_page()]))
    held = Qt.KeyboardModifier.ControlModifier
    assert preview.zoom == FIT
    fitted = sheet(preview).width()
    for _ in range(30):
        qtbot.keyClick(preview, Qt.Key.Key_Plus, held)
    assert preview.zoom == 4.0
    assert sheet(preview).width() > 4 * 1100
    for _ in range(30):
        qtbot.keyClick(preview, Qt.Key.Key_Minus, held)
    assert preview.zoom == 0.25
    qtbot.keyClick(preview, Qt.Key.Key_0, held)
    assert preview.zoom == FIT
    assert sheet(preview).width() == fitted
    qtbot.keyClick(preview, Qt.Key.Key_A)
    assert preview.zoom == FIT


def turn_wheel(preview: Preview, up: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    at = QPointF(200, 200)
    event = QWheelEvent(
        at, at, QPoint(), QPoint(0, up), Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(preview.viewport(), event)


def test_the_wheel_turns_whole_pages_and_scrolls_large_ones(preview: Preview, make_page: MakePage) -> None:
    preview.show_pages(paginate([make_page()] * 3))
    turn_wheel(preview, -120)
    assert preview.shown == 1
    turn_wheel(preview, 120)
    assert preview.shown == 0
    turn_wheel(preview, 120, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom > 0
    preview.set_zoom(2.0)
    turn_wheel(preview, -120)
    assert preview.shown == 0
    assert preview.verticalScrollBar().value() > 0


def test_zoom_waits_for_a_page(preview: Preview, qtbot: QtBot) -> None:
    qtbot.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom == FIT


def test_it_tells_what_is_shown(preview: Preview, make_page: MakePage, qtbot: QtBot) -> None:
    preview.show_pages(paginate([make_page()] * 2))
    with qtbot.waitSignals([preview.turned, preview.zoomed]):
        preview.turn_to(1)
        preview.set_zoom(1.0)
