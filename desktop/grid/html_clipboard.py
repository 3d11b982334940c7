"""Cells as an HTML table, as spreadsheets and word processors take them from the clipboard.

A number has its whole figure and its format beside what is shown of it; a text is marked as text, so that
1-2 does not become a date nor =A1 a formula where it is pasted.
"""

from __future__ import annotations

import datetime as dt
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMimeData

from desktop.grid.clipboard import even, from_clipboard, to_clipboard
from desktop.workbook.date_formats import serial
from desktop.workbook.html_tables import html_block

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.domain.edits import Content
    from desktop.grid.clipboard import Texts

_START = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body>'
    '<table border="1" cellspacing="0" style="border-collapse:collapse">\n'
)
_END = "</table></body></html>"
_LINE = '<br style="mso-data-placement:same-cell">'
_GENERAL = "General"
_BRITISH = 2057  # the language of its number formats, as LibreOffice counts languages
_TEXT = f'<td sdnum="{_BRITISH};0;@" style="mso-number-format:\'\\@\'">'


class ShownCell(NamedTuple):
    """What a cell shows, what it holds, and the number format between the two."""

    text: str
    content: Content
    code: str


def to_html(rows: Iterable[Sequence[ShownCell]]) -> str:
    """A block of cells as an HTML table."""
    lines = (f"<tr>{''.join(map(_cell, row))}</tr>\n" for row in rows)
    return f"{_START}{''.join(lines)}{_END}"


def block_mime(rows: Iterable[Sequence[ShownCell]]) -> QMimeData:
    """A block of cells as it goes onto the clipboard: as text and as HTML."""
    block = [tuple(row) for row in rows]
    mime = QMimeData()
    mime.setText(to_clipboard([[cell.text for cell in row] for row in block]))
    mime.setHtml(to_html(block))
    return mime


def copied_block(text: str, html: str) -> Texts:
    """The block that was copied, from its text and its HTML; empty where there is none.

    The text keeps blanks best, the HTML whole figures, and the line breaks within a cell: LibreOffice makes
    blanks of them in the text. Where the two differ in shape, the HTML has it: Word breaks a text within a
    cell into lines that look like rows.
    """
    plain = from_clipboard(text)
    table = even(html_block(html)) if "<t" in html.casefold() else ()
    if not table:
        return plain
    if _shape(table) != _shape(plain):
        return table
    return tuple(tuple(map(_finer, row, cells)) for row, cells in zip(plain, table, strict=True))


def _shape(block: Texts) -> tuple[int, int]:
    return len(block), len(block[0]) if block else 0


def _finer(text: str, cell: str) -> str:
    """Of a cell's text and its HTML the one that says more: all lines, or the whole of a figure."""
    if "\n" in cell and "\n" not in text:
        return cell
    try:
        float(text.replace(",", ""))
        float(cell)
    except ValueError:
        return text
    return cell


def _cell(cell: ShownCell) -> str:
    inner = _LINE.join(escape(line, quote=False) for line in cell.text.splitlines())
    number = _number(cell.content)
    if number is None:
        return f"{_TEXT if cell.text else '<td>'}{inner}</td>"
    code = "" if cell.code == _GENERAL else f"{_BRITISH};{escape(cell.code)}"
    figure = f'align="right" x:num="{number}" sdval="{number}" sdnum="{_BRITISH};{code}"'
    return f"<td {figure}{_style(cell.code)}>{inner}</td>"


def _number(content: Content) -> str | None:
    """The figure of a number or a date, as spreadsheets count; None for anything else."""
    if isinstance(content, bool) or content is None or isinstance(content, str):
        return None
    return repr(serial(content) if isinstance(content, dt.date) else content)


def _style(code: str) -> str:
    if code == _GENERAL:
        return ""
    written = code.replace("\\", "\\\\").replace("'", "\\'").replace('"', '\\"')
    return f" style=\"mso-number-format:'{escape(written)}'\""
