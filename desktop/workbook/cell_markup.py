"""A cell's content as the markup of its element, and back."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from desktop.workbook.date_formats import serial
from desktop.workbook.markup import escaped

if TYPE_CHECKING:
    from desktop.domain.edits import Content

# What XML can't hold, and what would be read as an escape though it was typed (ECMA-376 part 1, 22.9.2.19).
_TO_ESCAPE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def cell_markup(prefix: str, address: str, style: int, content: Content, *, date_1904: bool) -> bytes:
    """The element of a cell; text is kept in the cell itself and is never a formula."""
    kind, inner = _inner(prefix, content, date_1904=date_1904)
    styled = f' s="{style}"' if style else ""
    typed = f' t="{kind}"' if kind else ""
    opening = f'<{prefix}c r="{address}"{styled}{typed}'
    return (f"{opening}>{inner}</{prefix}c>" if inner else f"{opening}/>").encode()


def _inner(prefix: str, content: Content, *, date_1904: bool) -> tuple[str, str]:
    """The type of a cell and the markup within its element."""
    if content is None or content == "":
        return "", ""
    if isinstance(content, str):
        text = escaped(escaped_text(content))
        space = ' xml:space="preserve"' if content != content.strip() or "\n" in content else ""
        return "inlineStr", f"<{prefix}is><{prefix}t{space}>{text}</{prefix}t></{prefix}is>"
    if isinstance(content, bool):
        return "b", f"<{prefix}v>{int(content)}</{prefix}v>"
    number = serial(content, date_1904=date_1904) if isinstance(content, dt.date) else content
    return "", f"<{prefix}v>{number!r}</{prefix}v>"


def escaped_text(text: str) -> str:
    """Text with what XML can't hold written as _x0001_, and what only looks so kept apart from it."""
    return _TO_ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def plain_text(text: str) -> str:
    """The characters that escaped text stands for."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
