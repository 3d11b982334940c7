"""Saves a workbook so that the same content always makes the same file: no date in it is the day's.

Arial becomes the workbook's own font on the way: column widths are counted in its digits, and openpyxl
has no way to say so.
"""

import re
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

WRITTEN = datetime(2020, 1, 1, tzinfo=UTC)
_OWN_FONT = re.compile(rb"(<fonts[^>]*>)<font>.*?</font>")
_ARIAL = rb'\g<1><font><sz val="10"/><name val="Arial"/><family val="2"/></font>'
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def save(book: "Workbook", path: "Path") -> None:
    """Write the workbook with WRITTEN as its date, in its properties and on every part."""
    book.properties.created = WRITTEN.replace(tzinfo=None)
    draft = BytesIO()
    book.save(draft)
    with zipfile.ZipFile(draft) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            part = zipfile.ZipInfo(entry.filename, WRITTEN.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 0  # the same on every system
            target.writestr(part, _settled(source.read(entry)))


def _settled(content: bytes) -> bytes:
    stamp = WRITTEN.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    dated = _MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", content)
    return _OWN_FONT.sub(_ARIAL, dated, count=1)
