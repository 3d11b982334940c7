"""Tab-separated text, as spreadsheets put it on the clipboard.

A cell with a tab, a line break or a quote in it is quoted.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def to_clipboard(rows: Iterable[Sequence[str]]) -> str:
    """A block of texts as tab-separated text, one line to a row."""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue()


def from_clipboard(text: str) -> tuple[tuple[str, ...], ...]:
    """The block of texts that tab-separated text holds, rows of equal length; empty for no text.

    A quote that never closes is an inch mark or a slip of the pen: the text is then taken as it stands.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if not lines:
        return ()
    if '"' in lines:
        try:
            rows = list(csv.reader(io.StringIO(lines, newline=""), dialect="excel-tab", strict=True))
        except csv.Error:
            rows = _plain(lines)
    else:
        rows = _plain(lines)
    width = max(map(len, rows))
    return tuple((*row, *([""] * (width - len(row)))) for row in rows)


def _plain(lines: str) -> list[list[str]]:
    return [line.split("\t") for line in lines.removesuffix("\n").split("\n")]
