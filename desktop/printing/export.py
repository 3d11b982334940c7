"""Pages as files: PDF with real text and embedded fonts, SVG, or PNG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize
from PySide6.QtGui import QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from desktop.domain.errors import InputRefused
from desktop.printing.measures import HEIGHT, WIDTH
from desktop.printing.page import Paper
from desktop.printing.paginate import paginate
from desktop.printing.paint import paint_page
from desktop.workbook.replace_file import write_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from desktop.printing.page import ChartPage

_RESOLUTION = 1200
"""Dots per inch that a PDF's coordinates are rounded to."""
_PIXELS = 2
"""Pixels of a PNG for each unit of the page: 192 to the inch on A4."""
_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.A3: QPageSize.PageSizeId.A3}
_ENLARGED = {Paper.A4: 1.0, Paper.A3: 2**0.5}


def page_layout(paper: Paper) -> QPageLayout:
    """Landscape, without margins: a page has its own."""
    return QPageLayout(QPageSize(_SIZES[paper]), QPageLayout.Orientation.Landscape, QMarginsF())


def write_pages(
    pages: Iterable[ChartPage], path: Path, paper: Paper = Paper.A4, *, title: str = ""
) -> tuple[Path, ...]:
    """Writes pages to a file of the kind that its name ends in, and gives the files that were written.

    A PDF takes all pages, and `title` where one is given; SVG and PNG take one each, so that further pages go
    to "name-2.svg" and so on.
    `InputRefused` where the name ends in none of them; `WorkbookInUse` or `SaveFailed` where a file can't be
    written.
    """
    ordered = paginate(pages)
    kind = path.suffix.lower()
    if kind == ".pdf":
        return write_pdf(ordered, path, paper, title=title)
    drawn = {".svg": svg, ".png": png}.get(kind)
    if drawn is None:
        raise InputRefused(f"A chart can't be written to {path.name}: end its name in .pdf, .svg or .png.")
    written = [(_numbered(path, page.number), drawn(page, paper)) for page in ordered]
    for place, content in written:
        write_file(place, content)
    return tuple(place for place, _ in written)


def write_pdf(
    pages: Iterable[ChartPage], path: Path, paper: Paper = Paper.A4, *, title: str = ""
) -> tuple[Path, ...]:
    """Writes all pages into one PDF; `WorkbookInUse` or `SaveFailed` where it can't be written."""
    write_file(path, pdf(paginate(pages), paper, title))
    return (path,)


def pdf(pages: Sequence[ChartPage], paper: Paper, title: str = "") -> bytes:
    """The pages, as `paginate` gives them, as a PDF of that title; without one, of that of the first."""
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(page_layout(paper))
    writer.setCreator("Milepost")
    writer.setTitle(title or pages[0].title)
    painter = QPainter(writer)
    sheet = QRectF(writer.pageLayout().fullRectPixels(_RESOLUTION))
    for page in pages:
        if page is not pages[0]:
            writer.newPage()
        paint_page(page, painter, sheet)
    painter.end()
    return bytes(buffer.data().data())


def svg(page: ChartPage, paper: Paper) -> bytes:
    """One page as SVG, of the size of the paper."""
    buffer = _buffer()
    size = _size(paper, 1)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setTitle(page.title)
    generator.setResolution(96)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    painter = QPainter(generator)
    paint_page(page, painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return bytes(buffer.data().data())


def png(page: ChartPage, paper: Paper) -> bytes:
    """One page as PNG on white."""
    size = _size(paper, _PIXELS)
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill("#ffffff")
    painter = QPainter(image)
    paint_page(page, painter, QRectF(image.rect()))
    painter.end()
    buffer = _buffer()
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _size(paper: Paper, pixels: int) -> QSize:
    scale = _ENLARGED[paper] * pixels
    return QSize(round(WIDTH * scale), round(HEIGHT * scale))


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _numbered(path: Path, number: int) -> Path:
    return path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")
