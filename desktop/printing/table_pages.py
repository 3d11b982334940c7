"""A report of tables as a PDF: A4 on its side, headers on every page, real text in embedded fonts."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

from desktop.printing.typography import ACCENT, INK, QUIET, RULE
from desktop.progress.tables import tables_of
from desktop.workbook.replace_file import write_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from desktop.progress.report import Progress
    from desktop.progress.tables import Held, ProgressTable

_RESOLUTION = 300  # dots per inch: what rules and letters are placed on
_MARGINS = QMarginsF(14, 14, 14, 14)  # millimetres
_FOOT = 0.35  # inches
_POINTS = 8.5
_GROUNDS = {"G": "#eaf1f6", "A": "#fff4dc", "R": "#fbe9e7"}
"""The ground of a verdict, by its letter; letter, shape and word stand on it."""
_GAP = '<p style="font-size: 6pt">&nbsp;</p>'
_STYLE = f"""
h1 {{ font-size: 16pt; color: {ACCENT} }}
h2 {{ font-size: 11pt; color: {ACCENT}; margin-top: 0; margin-bottom: 4px }}
p {{ color: {QUIET}; margin-top: 3px }}
th {{ background: {ACCENT}; color: white; text-align: left }}
td {{ color: {INK}; border-bottom: 1px solid {RULE} }}
"""


def write_progress_pdf(progress: Progress, out: Path) -> None:
    """Write a progress report as a PDF; raises WorkbookInUse or SaveFailed, and what was there stays."""
    write_file(out, tables_pdf("Progress report", progress.line, tables_of(progress), progress.name))


def tables_pdf(title: str, line: str, tables: Iterable[ProgressTable], foot: str) -> bytes:
    """The tables one below another under a title and a line on them; `foot` stands on every page."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, _MARGINS)
    )
    writer.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
    writer.setCreator("Milepost")
    writer.setTitle(title)
    sheet = QSizeF(writer.width(), writer.height() - _FOOT * _RESOLUTION)
    document = _document(title, line, tables, writer)
    document.setPageSize(sheet)
    _paint(document, writer, sheet, foot)
    return bytes(buffer.data().data())


def _document(title: str, line: str, tables: Iterable[ProgressTable], writer: QPdfWriter) -> QTextDocument:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    font = QFont("sans-serif")
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPointSizeF(_POINTS)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(_STYLE)
    parts = "".join(_table(table) for table in tables)
    document.setHtml(f"<h1>{escape(title)}</h1><p>{escape(line)}</p>{parts}")
    return document


def _table(table: ProgressTable) -> str:
    heads = "".join(f"<th>{escape(header)}</th>" for header in table.headers)
    rows = "".join(
        _row(row, table.verdicts, bold=table.totals and number == len(table.rows))
        for number, row in enumerate(table.rows, start=1)
    )
    below = _GAP if rows else "<p>Nothing changed.</p>"
    return (
        f"<h2>{escape(table.name)}</h2>"
        '<table width="100%" cellspacing="0" cellpadding="4">'
        f"<thead><tr>{heads}</tr></thead>{rows}</table>{below}"
    )


def _row(row: Sequence[Held], verdicts: Sequence[int], *, bold: bool) -> str:
    cells = []
    for column, held in enumerate(row):
        words = escape(str(held)).replace("\n", "<br>")
        ground = _GROUNDS.get(words[:2].strip(), "") if column in verdicts else ""
        style = f' style="background: {ground}"' if ground else ""
        cells.append(f"<td{style}>{f'<b>{words}</b>' if bold else words}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def _paint(document: QTextDocument, writer: QPdfWriter, sheet: QSizeF, foot: str) -> None:
    painter = QPainter(writer)
    pages = document.pageCount()
    for page in range(pages):
        if page:
            writer.newPage()
        painter.save()
        painter.translate(QPointF(0, -page * sheet.height()))
        document.drawContents(painter, QRectF(QPointF(0, page * sheet.height()), sheet))
        painter.restore()
        painter.setFont(document.defaultFont())
        painter.setPen(QColor(QUIET))
        room = QRectF(0, sheet.height(), sheet.width(), _FOOT * _RESOLUTION)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, foot)
        number = f"Page {page + 1} of {pages}"
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, number)
    painter.end()
