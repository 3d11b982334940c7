"""The parts that hold values, unpacked and checked: all that a reader which trusts its input is given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers import expat

from desktop.workbook.archive_write import stored
from desktop.workbook.relations import relations_part

if TYPE_CHECKING:
    from desktop.workbook.package import Package

_ALWAYS_PARSED = 2**20
"""Up to this size in bytes a part is parsed to see that it is well-formed, which takes 10 ms at most. For a
larger one that would be felt: what breaks off or is misspelt there is left to the readers to notice."""
_ODD_STATE = re.compile(
    rb"(<(?:\w+:)?sheet\s[^>]*?\sstate\s*=\s*[\"'])(?!(?:visible|hidden|veryHidden)[\"'])[^\"']*"
)
"""Some programs write other words here, at which readers give up; Excel shows such a sheet."""
_FOREIGN_ENCODING = re.compile(rb"\A<\?xml[^>]*\?>")


def vetted(package: Package) -> bytes:
    """A zip file of the parts that hold values, in UTF-8 and uncompressed.

    A reader of it meets no part that the guard has not seen, whatever it makes of two entries of one
    name or of an entry that lies about its size. Raises NotAWorkbook where a part is not well-formed:
    some readers pass over a tag that ends nothing, or an entity that nobody has defined.
    """
    book = package.book_part
    beside = (package.related(book, kind) for kind in ("sharedStrings", "styles"))
    names = ["[Content_Types].xml", relations_part(""), book, relations_part(book)]
    names += [name for name in beside if name]
    parts = {name: _in_utf8(package, name) for name in names if package.has_part(name)}
    parts[book] = _ODD_STATE.sub(rb"\1visible", parts[book])
    parts |= {sheet.part: _declared(package.scan(sheet.name).text) for sheet in package.sheets}
    if not all(map(_is_well_formed, parts.values())):
        raise package.damaged()
    return stored(parts)


def _is_well_formed(text: bytes) -> bool:
    if len(text) > _ALWAYS_PARSED:
        return True
    try:
        expat.ParserCreate("utf-8").Parse(text, True)
    except expat.ExpatError:
        return False
    return True


def _in_utf8(package: Package, name: str) -> bytes:
    return _declared(package.text(name)[0])


def _declared(text: bytes) -> bytes:
    """The text without its declaration, which may name the encoding that it was converted from."""
    return _FOREIGN_ENCODING.sub(b"", text)
