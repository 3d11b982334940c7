"""The cells of one row's markup, read by a full XML parser: the second opinion before a save."""

from __future__ import annotations

from dataclasses import dataclass
from xml.parsers import expat

from desktop.domain.cells import parse_a1
from desktop.workbook.archive import Damaged

Event = tuple[str, ...]
"""A start tag with its attributes in turn, an end tag, or a piece of text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """A row's attributes, and for each of its columns the cell's attributes and what is within it."""

    attributes: dict[str, str]
    cells: dict[int, tuple[Event, ...]]


def read_row(markup: bytes) -> ReadRow:
    """Read a row's element; Damaged if it is not well-formed or not one row."""
    reading = _Reading()
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.characters
    try:
        parser.Parse(markup, True)
    except expat.ExpatError as cause:
        raise Damaged("a row is not well-formed") from cause
    return ReadRow(
        attributes=reading.attributes,
        cells={column: tuple(events) for column, events in reading.cells.items()},
    )


class _Reading:
    def __init__(self) -> None:
        self.attributes: dict[str, str] = {}
        self.cells: dict[int, list[Event]] = {}
        self._depth = 0
        self._column = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        self._depth += 1
        if self._depth == 1:
            self.attributes = attributes
            return
        if self._depth == len(("row", "c")):
            place = parse_a1(attributes.get("r", ""))
            self._column = place[1] if place else self._column + 1
            attributes = {key: value for key, value in attributes.items() if key != "r"}
        self._note("start", local, *(text for pair in sorted(attributes.items()) for text in pair))

    def end(self, name: str) -> None:
        self._depth -= 1
        if self._depth:
            self._note("end", name.rpartition(":")[2])

    def characters(self, text: str) -> None:
        if self._depth > 1:
            self._note("text", text)

    def _note(self, *event: str) -> None:
        self.cells.setdefault(self._column, []).append(event)
