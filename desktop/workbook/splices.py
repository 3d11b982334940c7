"""Changes to a part's text as splices, so that every byte outside them stays what it was.

A splice never re-serialises: it puts new bytes between two offsets of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.workbook.archive import Damaged
from desktop.workbook.markup import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.workbook.spans import Span

_TAG_NAME = re.compile(rb"<([^\s/>]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Splice:
    """What takes the place of the bytes from `start` to `end`; an insertion where both are equal."""

    start: int
    end: int
    new: bytes


def spliced(text: bytes, splices: Iterable[Splice]) -> bytes:
    """The text with all splices made; Damaged if two overlap, as they do where elements do.

    Insertions at one offset come in the order given, and before what is replaced from there on.
    """
    pieces: list[bytes] = []
    at = 0
    for splice in sorted(splices, key=lambda splice: (splice.start, splice.end)):
        if splice.start < at:
            raise Damaged(f"two splices overlap at {splice.start}")
        pieces += (text[at : splice.start], splice.new)
        at = splice.end
    return b"".join([*pieces, text[at:]])


def appended(text: bytes, element: Span, new: bytes) -> Splice:
    """Put new markup at the end of an element's content; an empty tag is opened for it."""
    if element.is_empty_tag:
        name = _name(text, element)
        slash = text.rindex(b"/", element.start, element.tag_end)
        return Splice(start=slash, end=element.end, new=b">" + new + b"</" + name + b">")
    inner_end = text.rindex(b"</", element.tag_end, element.end)
    return Splice(start=inner_end, end=inner_end, new=new)


def with_attribute(text: bytes, element: Span, name: str, value: str) -> Splice:
    """Give an element's start tag an attribute, or its attribute a new value."""
    found = _attribute(text, element, name)
    if found:
        return Splice(start=found.start(1) + 1, end=found.end(1) - 1, new=escaped(value).encode())
    at = text.rindex(b"/", element.start, element.tag_end) if element.is_empty_tag else element.tag_end - 1
    return Splice(start=at, end=at, new=f' {name}="{escaped(value)}"'.encode())


def without_attribute(text: bytes, element: Span, name: str) -> Splice | None:
    """Take an attribute from an element's start tag; None if it has none of this name."""
    found = _attribute(text, element, name)
    return Splice(start=found.start(), end=found.end(), new=b"") if found else None


def removed(element: Span) -> Splice:
    """Take an element out."""
    return Splice(start=element.start, end=element.end, new=b"")


def _name(text: bytes, element: Span) -> bytes:
    found = _TAG_NAME.match(text, element.start)
    return found[1] if found else b""


def _attribute(text: bytes, element: Span, name: str) -> re.Match[bytes] | None:
    pattern = re.compile(rb"\s+" + re.escape(name.encode()) + rb"\s*=\s*(\"[^\"]*\"|'[^']*')")
    return pattern.search(text, element.start, element.tag_end)
