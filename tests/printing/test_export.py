"""Files: real text in embedded fonts, no bitmaps, nothing that breaks quietly."""

from __future__ import annotations

import shutil
import subprocess
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from desktop.domain.errors import InputRefused
from desktop.printing.export import page_layout, write_pages
from desktop.printing.page import Paper

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


def test_a_page_needs_no_margin_of_the_printer() -> None:
    margins = page_layout(Paper.A4).margins()
    assert (margins.left(), margins.top()) == (0, 0)
