"""Pages as files: PDF with real text and embedded fonts, SVG, or PNG."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize
from PySide6.QtGui import QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from desktop.domain.errors import InputRefused
from desktop.printing.page import Orientation, Paper
from desktop.printing.paginate import paginate
from desktop.printing.paint import paint_page
from desktop.workbook.replace_file import write_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from desktop.printing.page import Page

Told: TypeAlias = "Callable[[int, int], bool]"
"""Is told how many pages of how many are done, and says whether to go on."""
SCREEN = 192
"""Pixels to the inch of a picture, twice those of a plain screen."""
_RESOLUTION = 1200
"""Dots per inch that a PDF's coordinates are rounded to."""
_UNITS = 96
"""Units of a page to the inch."""
_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.A3: QPageSize.PageSizeId.A3}
_LIES = {
    Orientation.LANDSCAPE: QPageLayout.Orientation.Landscape,
    Orientation.PORTRAIT: QPageLayout.Orientation.Portrait,
}


def go_on(_done: int, _of: int) -> bool:
    """Listens to nobody who would stop."""
    return True


def page_layout(paper: Paper, orientation: Orientation) -> QPageLayout:
    """Without margins: a page has its own."""
    return QPageLayout(QPageSize(_SIZES[paper]), _LIES[orientation], QMarginsF())


def write_pages(
    pages: Iterable[Page],
    path: Path,
    paper: Paper = Paper.A4,
    *,
    title: str = "",
    resolution: int = SCREEN,
    told: Told = go_on,
) -> tuple[Path, ...]:
    """Writes pages to a file of the kind that its name ends in, and gives the files that were written.

    A PDF takes all pages, and `title` where one is given; SVG and PNG take one each, so that further pages go
    to "name-2.svg" and so on. `resolution` is that of a PNG, in pixels to the inch. Nothing is written, and
    no file given, where `told` stops it.
    `InputRefused` where the name ends in none of them; `WorkbookInUse` or `SaveFailed` where a file can't be
    written.
    """
    ordered = paginate(pages)
    kind = path.suffix.lower()
    if kind == ".pdf":
        content = pdf(ordered, paper, title, told=told)
        written = [] if content is None else [(path, content)]
    elif kind in {".svg", ".png"}:
        written = []
        for page in ordered:
            content = svg(page, paper) if kind == ".svg" else png(page, paper, resolution)
            written.append((_numbered(path, page.number), content))
            if not told(page.number, page.of):
                return ()
    else:
        raise InputRefused(f"A chart can't be written to {path.name}: end its name in .pdf, .svg or .png.")
    for place, content in written:
        write_file(place, content)
    return tuple(place for place, _ in written)


def pdf(pages: Sequence[Page], paper: Paper, title: str = "", *, told: Told = go_on) -> bytes | None:
    """The pages, as `paginate` gives them, as a PDF of that title; without one, of that of the first.

    None where `told` stops it.
    """
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(page_layout(paper, pages[0].orientation))
    writer.setCreator("Milepost")
    writer.setTitle(title or pages[0].title)
    painter = QPainter(writer)
    whole = True
    for number, page in enumerate(pages, start=1):
        if number > 1:
            writer.setPageLayout(page_layout(paper, page.orientation))
            writer.newPage()
        paint_page(page, painter, QRectF(writer.pageLayout().fullRectPixels(_RESOLUTION)))
        whole = told(number, len(pages))
        if not whole:
            break
    painter.end()
    return bytes(buffer.data().data()) if whole else None


def svg(page: Page, paper: Paper) -> bytes:
    """One page as SVG, of the size of the paper."""
    buffer = _buffer()
    size = _size(page, paper, _UNITS)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setTitle(page.title)
    generator.setResolution(_UNITS)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    painter = QPainter(generator)
    paint_page(page, painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return bytes(buffer.data().data())


def png(page: Page, paper: Paper, resolution: int = SCREEN) -> bytes:
    """One page as PNG on white, of so many pixels to the inch."""
    image = QImage(_size(page, paper, resolution), QImage.Format.Format_RGB32)
    image.fill("#ffffff")
    painter = QPainter(image)
    paint_page(page, painter, QRectF(image.rect()))
    painter.end()
    image.setDotsPerMeterX(round(resolution / 0.0254))
    image.setDotsPerMeterY(round(resolution / 0.0254))
    buffer = _buffer()
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _size(page: Page, paper: Paper, resolution: int) -> QSize:
    scale = paper.enlarged * resolution / _UNITS
    return QSize(round(page.orientation.width * scale), round(page.orientation.height * scale))


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _numbered(path: Path, number: int) -> Path:
    return path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")
