"""Files: real text in embedded fonts, no bitmaps, nothing that breaks quietly."""

from __future__ import annotations

import shutil
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from desktop.domain.errors import InputRefused
from desktop.printing.export import page_layout, write_pages
from desktop.printing.page import Orientation, Paper

if TYPE_CHECKING:
    from pathlib import Path

    from tests.printing.conftest import MakePage

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler reads the PDF back")


def _read(tool: str, *arguments: str) -> str:
    return subprocess.run([tool, *arguments], check=True, capture_output=True, text=True).stdout


@needs_poppler
def test_a_pdf_holds_its_words_as_text(make_page: MakePage, tmp_path: Path) -> None:
    (path,) = write_pages([make_page(), make_page(title="PAF A3")], tmp_path / "chart.pdf")
    text = _read("pdftotext", "-layout", str(path), "-")
    for words in ("PAF C20 Reviews", "Not yet judged", "Remark 2 says", "71.4", "the chart", "page 2 of 2"):
        assert words in text


@needs_poppler
def test_a_pdf_is_vector_with_embedded_fonts_and_a_title(make_page: MakePage, tmp_path: Path) -> None:
    (path,) = write_pages([make_page()], tmp_path / "chart.pdf", Paper.A3)
    assert len(_read("pdfimages", "-list", str(path)).splitlines()) == 2
    fonts = _read("pdffonts", str(path)).splitlines()[2:]
    assert fonts
    assert all(font.split()[-5:-3] == ["yes", "no"] or " yes " in font for font in fonts)
    facts = _read("pdfinfo", str(path))
    assert "PAF C20 Reviews of child protection cases" in facts
    assert "(A3)" in facts


@needs_poppler
def test_a_pdf_of_several_charts_bears_the_name_it_is_given(make_page: MakePage, tmp_path: Path) -> None:
    pages = [make_page(), make_page(title="PAF A3")]
    (path,) = write_pages(pages, tmp_path / "charts.pdf", title="leicester-map-2001")
    assert "leicester-map-2001" in _read("pdfinfo", str(path))


def test_svg_keeps_text_as_text(make_page: MakePage, tmp_path: Path) -> None:
    (path,) = write_pages([make_page()], tmp_path / "chart.SVG")
    words = "".join(ET.parse(path).getroot().itertext())  # noqa: S314 - our own file
    assert "Remark 1" in words
    assert "31/3/01" in words


def test_each_further_page_of_pictures_gets_a_file(make_page: MakePage, tmp_path: Path) -> None:
    written = write_pages([make_page(), make_page()], tmp_path / "chart.png", Paper.A3)
    assert [path.name for path in written] == ["chart.png", "chart-2.png"]
    image = QImage(str(written[1]))
    assert image.width() / image.height() == pytest.approx(2**0.5, rel=0.01)
    assert image.pixelColor(0, 0).name() == "#ffffff"


def test_another_ending_is_refused_in_words(make_page: MakePage, tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match=r"chart\.docx.*\.pdf, \.svg or \.png"):
        write_pages([make_page()], tmp_path / "chart.docx")


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("orientation", Orientation)
def test_a_page_needs_no_margin_of_the_printer(paper: Paper, orientation: Orientation) -> None:
    layout = page_layout(paper, orientation)
    assert (layout.margins().left(), layout.margins().top()) == (0, 0)
    sheet = layout.fullRect()
    assert (sheet.width() > sheet.height()) is (orientation is Orientation.LANDSCAPE)


@needs_poppler
def test_each_page_of_a_pdf_lies_as_it_was_laid_out(make_page: MakePage, tmp_path: Path) -> None:
    upright = replace(make_page(), orientation=Orientation.PORTRAIT)
    (path,) = write_pages([make_page(), upright], tmp_path / "both.pdf")
    facts = _read("pdfinfo", "-f", "1", "-l", "2", str(path))
    sizes = [
        line.split("size:")[1].split("pts")[0].split(" x ")
        for line in facts.splitlines()
        if "size: " in line and "x" in line
    ]
    assert [float(width) > float(height) for width, height in sizes] == [True, False]


def test_a_picture_has_the_pixels_that_are_asked_for(make_page: MakePage, tmp_path: Path) -> None:
    (path,) = write_pages([make_page()], tmp_path / "chart.png", resolution=300)
    image = QImage(str(path))
    assert image.width() == round(1123 * 300 / 96)
    assert image.dotsPerMeterX() == round(300 / 0.0254)


@pytest.mark.parametrize("name", ["charts.pdf", "charts.svg"])
def test_what_is_stopped_halfway_writes_nothing(make_page: MakePage, tmp_path: Path, name: str) -> None:
    told: list[tuple[int, int]] = []

    def stop_after_two(done: int, of: int) -> bool:
        told.append((done, of))
        return done < 2

    written = write_pages([make_page()] * 5, tmp_path / name, told=stop_after_two)
    assert told == [(1, 5), (2, 5)]
    assert written == ()
    assert list(tmp_path.iterdir()) == []
