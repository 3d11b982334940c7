"""The table in what Word, a browser or a spreadsheet puts on the clipboard."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_CELLS = {"td", "th"}
_BREAKS = {"br", "p", "div", "li"}
_MOST_SPANNED = 100
_FIGURE = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_WHOLE_FIGURES = ("sdval", "x:num")  # as LibreOffice and Excel call them


def html_rows(html: str) -> tuple[tuple[str, ...], ...]:
    """The texts of the first table, a spanned cell's in its first place; empty where there is no table."""
    return tuple(row for row in _read(html, _Reader()) if any(row))


def html_block(html: str) -> tuple[tuple[str, ...], ...]:
    """The cells of the first table, with blank rows and lines, a number with all the figures that it has.

    A spreadsheet shows some numbers rounded and gives the whole figure beside them.
    """
    return _read(html, _Reader(as_it_stands=True))


def _read(html: str, reader: _Reader) -> tuple[tuple[str, ...], ...]:
    reader.feed(html)
    reader.close()
    return tuple(map(tuple, reader.rows))


class _Reader(HTMLParser):
    """Reads rows; a table within a cell is text of that cell."""

    def __init__(self, *, as_it_stands: bool = False) -> None:
        super().__init__(convert_charrefs=True)
        self._as_it_stands = as_it_stands
        self._figure = ""
        self._ends_line = False
        self.rows: list[list[str]] = []
        self._depth = 0
        self._done = False
        self._cell: list[str] | None = None
        self._span = (1, 1)
        self._from_above: dict[int, int] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
        elif self._depth == 1 and not self._done:
            if tag == "tr":
                self._end_cell()
                self.rows.append([])
            elif tag in _CELLS:
                self._end_cell()
                held = dict(attrs)
                self._ends_line = False
                self._cell, self._span = [], (_span(held.get("colspan")), _span(held.get("rowspan")))
                self._figure = next((held[name] or "" for name in _WHOLE_FIGURES if name in held), "")
        if tag in _BREAKS and self._cell and (tag == "br" or not self._ends_line):
            self._cell.append("\n")
            self._ends_line = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                self._end_cell()
                self._done = True
        elif tag in _CELLS and self._depth == 1:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(re.sub(r"\s+", " ", data))
            self._ends_line = self._ends_line and not data.strip()

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        lines = [" ".join(line.split()) for line in "".join(self._cell).split("\n")]
        kept = lines if self._as_it_stands else filter(None, lines)
        text, self._cell = "\n".join(kept).strip("\n"), None
        if self._as_it_stands and self._figure and _FIGURE.fullmatch(text):
            text = self._figure
        if not self.rows:
            self.rows.append([])
        row = self.rows[-1]
        while self._from_above.get(len(row), 0) >= len(self.rows):  # from a row above
            row.append("")
        across, down = self._span
        for place in range(across):
            if down > 1:
                self._from_above[len(row)] = len(self.rows) + down - 1
            row.append("" if place else text)


def _span(text: str | None) -> int:
    return min(max(1, int(text)), _MOST_SPANNED) if text and text.isdecimal() else 1
