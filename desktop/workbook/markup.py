"""The XML of a package's parts: its encoding, its elements and its attributes.

Parts are read and spliced as UTF-8 bytes, so that an offset means the same to every reader of a part.
Nothing is ever serialised anew.
"""

from __future__ import annotations

import codecs
import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.parsers import expat

from desktop.workbook.archive import Damaged

if TYPE_CHECKING:
    from collections.abc import Collection

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_PROLOG = re.compile(rb"(?:\s+|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_NOT_MARKUP = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)
_COMMENT = re.compile(rb"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_CDATA = re.compile(rb"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_ATTRIBUTE = re.compile(rb"([^\s=\"'/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|(amp|lt|gt|quot|apos));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_MOST_DIGITS = 12
TAG_REST = rb"(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+"
"""Everything between a tag's name and its >, which may stand within quotes too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How a part's characters are written: its byte order mark and its codec."""

    mark: bytes
    codec: str

    def encode(self, text: bytes) -> bytes:
        """UTF-8 text in this encoding; a character that it lacks is written as a reference."""
        if self.codec == "utf-8":
            return self.mark + text
        return self.mark + text.decode("utf-8").encode(self.codec, "xmlcharrefreplace")


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """A start tag: names without their namespace's prefix, attribute values as text."""

    name: str
    attributes: dict[str, str]


def as_utf8(part: bytes) -> tuple[bytes, Encoding]:
    """A part's text as UTF-8 without a byte order mark, and how to write it back."""
    mark, codec = next(((mark, codec) for mark, codec in _BOMS if part.startswith(mark)), (b"", ""))
    body = part[len(mark) :] if mark else part
    codec = codec or _codec_without_mark(body)
    encoding = Encoding(mark=mark, codec=codec)
    if codec == "utf-8":
        return body, encoding
    try:
        return body.decode(codec).encode("utf-8"), encoding
    except (LookupError, UnicodeError) as cause:
        raise Damaged(f"the text is not {codec}") from cause


def _codec_without_mark(body: bytes) -> str:
    if body.startswith(b"<\0"):
        return "utf-16-le"
    if body.startswith(b"\0<"):
        return "utf-16-be"
    declared = _DECLARED.match(body)
    codec = declared[1].decode("ascii").lower() if declared else "utf-8"
    return "utf-8" if codec in {"utf8", "us-ascii", "ascii"} else codec


def root_offset(text: bytes) -> int:
    """Where the root element begins, or what stands in its place."""
    found = _PROLOG.match(text)
    return found.end() if found else 0


def without_comments(text: bytes) -> bytes:
    """The text with comments, CDATA and instructions blanked out: every offset stays what it was."""
    root = root_offset(text)
    if text.find(b"<!") < 0 and text.find(b"<?", root) < 0:
        return text
    return _NOT_MARKUP.sub(lambda found: b" " * len(found[0]), text)


def elements(part: bytes, names: Collection[str] = ()) -> list[Element]:
    """The start tags of a small part in document order: all, or those of some local names.

    Damaged if it can't be read safely.
    """
    found: list[Element] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition("|")[2]
        if not names or name in names:
            local = {key.rpartition("|")[2]: value for key, value in attributes.items()}
            found.append(Element(name=name, attributes=local))

    parser = expat.ParserCreate(namespace_separator="|")
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, LookupError, ValueError) as cause:
        raise Damaged("a part is not well-formed") from cause
    return found


def _refuse_doctype(*_: object) -> None:
    raise Damaged("a part declares a document type")


def attributes_of(tag: bytes) -> dict[str, str]:
    """The attributes of a start tag's text, names as written, values unescaped."""
    return {
        found[1].decode("utf-8", "replace"): unescaped(found[2] if found[3] is None else found[3])
        for found in _ATTRIBUTE.finditer(tag)
    }


def unescaped(markup: bytes) -> str:
    """The characters that a piece of markup without tags stands for."""
    text = markup.decode("utf-8", "replace")
    return _REFERENCE.sub(_referred, text) if "&" in text else text


def characters(markup: bytes) -> str:
    """The text between an element's tags, CDATA included and comments left out."""
    pieces = _CDATA.split(_COMMENT.sub(b"", markup))
    return "".join(
        piece.decode("utf-8", "replace") if index % 2 else unescaped(piece)
        for index, piece in enumerate(pieces)
    )


def _referred(found: re.Match[str]) -> str:
    hexadecimal, decimal, named = found.groups()
    if named:
        return _NAMED[named]
    code = int(hexadecimal, 16) if hexadecimal else number(decimal)
    return chr(code) if code <= sys.maxunicode else "\N{REPLACEMENT CHARACTER}"


def number(digits: str | bytes) -> int:
    """The whole number that an attribute holds; 0 if it holds none. A long one is only known to be huge."""
    return int(digits[:_MOST_DIGITS]) if digits.isdigit() and digits.isascii() else 0


def escaped(text: str) -> str:
    """Text as it may stand between tags and within double quotes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
