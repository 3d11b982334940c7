"""The table in what Word or a browser puts on the clipboard."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_CELLS = {"td", "th"}
_BREAKS = {"br", "p", "div", "li"}
_MOST_SPANNED = 100


def html_rows(html: str) -> tuple[tuple[str, ...], ...]:
    """The texts of the first table, a spanned cell's in its first place; empty where there is no table."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(tuple(row) for row in reader.rows if any(row))


class _Reader(HTMLParser):
    """Reads rows; a table within a cell is text of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
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
                self._cell, self._span = [], (_span(held.get("colspan")), _span(held.get("rowspan")))
        if tag in _BREAKS and self._cell:
            self._cell.append("\n")

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

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        lines = (" ".join(line.split()) for line in "".join(self._cell).split("\n"))
        text, self._cell = "\n".join(line for line in lines if line), None
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
