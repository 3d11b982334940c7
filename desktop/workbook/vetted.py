"""The parts that hold values, unpacked and checked: all that a reader which trusts its input is given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers import expat

from desktop.workbook.archive_write import stored
from desktop.workbook.relations import relations_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.workbook.archive import Entry
    from desktop.workbook.markup import Encoding
    from desktop.workbook.package import Package

_ALWAYS_PARSED = 2**20
"""Up to this size in bytes a part is parsed to see that it is well-formed, which takes 10 ms at most. For a
larger one that would be felt: what breaks off or is misspelt there is left to the readers to notice."""
_ODD_STATE = re.compile(
    rb"(<(?:\w+:)?sheet\s[^>]*?\sstate\s*=\s*[\"'])(?!(?:visible|hidden|veryHidden)[\"'])[^\"']*"
)
"""Some programs write other words here, at which readers give up; Excel shows such a sheet."""
_FOREIGN_ENCODING = re.compile(rb"\A<\?xml[^>]*\?>")
_IN_UTF8 = re.compile(rb"\A(?:<\?xml[^>]*?\sencoding=[\"']utf-8[\"'][^>]*\?>\s*)?<(?!\?xml)", re.IGNORECASE)


def vetted(package: Package) -> bytes:
    """A zip file of the parts that hold values, in UTF-8: the large ones as they lie in the file.

    A reader of it meets no part that the guard has not seen, whatever it makes of two entries of one
    name or of an entry that lies about its size. Raises NotAWorkbook where a part is not well-formed:
    some readers pass over a tag that ends nothing, or an entity that nobody has defined.
    """
    book = package.book_part
    beside = (package.related(book, kind) for kind in ("sharedStrings", "styles"))
    names = ["[Content_Types].xml", relations_part(""), book, relations_part(book)]
    names += [name for name in beside if name]
    parts: dict[str, bytes] = {}
    kept: dict[str, Entry] = {}
    for name, text, encoding in _texts(package, names):
        if name != book and _may_stay(text, encoding):
            kept[name] = package.entry(name)
        else:
            parts[name] = _FOREIGN_ENCODING.sub(b"", text)
    parts[book] = _ODD_STATE.sub(rb"\1visible", parts[book])
    if not all(map(_is_well_formed, parts.values())):
        raise package.damaged()
    return stored(parts, kept, package.data)


def _texts(package: Package, names: Iterable[str]) -> Iterator[tuple[str, bytes, Encoding]]:
    """The named parts that there are, and all worksheets, each as UTF-8 and how it is written."""
    for name in names:
        if package.has_part(name):
            yield name, *package.text(name)
    for sheet in package.sheets:
        scan = package.scan(sheet.name)
        yield sheet.part, scan.text, scan.encoding


def _may_stay(text: bytes, encoding: Encoding) -> bool:
    """Whether a part is large, so that another copy would be felt, and any reader takes it for UTF-8."""
    as_written = encoding.codec == "utf-8" and not encoding.mark
    return len(text) > _ALWAYS_PARSED and as_written and bool(_IN_UTF8.match(text))


def _is_well_formed(text: bytes) -> bool:
    if len(text) > _ALWAYS_PARSED:
        return True
    try:
        expat.ParserCreate("utf-8").Parse(text, True)
    except expat.ExpatError:
        return False
    return True
