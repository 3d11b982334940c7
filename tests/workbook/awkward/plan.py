"""The plan that stands in every awkward workbook, and the list that the workbooks are entered in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from tests.workbook.raw_package import links, parts_of, sheet, zipped

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.errors import MilepostError

Parts: TypeAlias = "dict[str, str | bytes]"
Made: TypeAlias = bytes | Mapping[str, str | bytes] | Iterable[tuple[str, str | bytes]]
"""A file's bytes, or its parts in order."""

PLAN: dict[int, tuple[str, ...]] = {
    1: ("Programme plan",),
    3: ("Strand", "Ref", "Project", "Milestone", "Status", "By When", "Comments"),
    4: ("1. Edge of care", "A", "Conferencing", "Team in place", "ON TRACK", "31/03/2012", "First"),
    5: ("1. Edge of care", "B", "Panels", "Panel meets", "COMPLETE", "30/09/2011", ""),
    6: ("1. Edge of care", "C", "Foster carers", "Ten more carers", "ON TRACK", "30/06/2012", "Third"),
}
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PACKAGE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """An awkward workbook: how it is made, and in what words its edits or changes of rows are refused."""

    name: str
    build: Callable[[], Made]
    edits_refused: str = ""
    rows_refused: str = ""

    def data(self) -> bytes:
        """The file."""
        made = self.build()
        return made if isinstance(made, bytes) else zipped(made)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hostile:
    """A file that is refused: by which error and in what words."""

    name: str
    build: Callable[[], Made]
    error: type[MilepostError]
    words: str

    def data(self) -> bytes:
        """The file."""
        made = self.build()
        return made if isinstance(made, bytes) else zipped(made)


SHAPES: list[Shape] = []
HOSTILE: list[Hostile] = []


def awkward(*, edits_refused: str = "", rows_refused: str = "") -> Callable[[Callable[[], Made]], None]:
    """Enter a workbook in the list."""

    def enter(build: Callable[[], Made]) -> None:
        SHAPES.append(
            Shape(name=build.__name__, build=build, edits_refused=edits_refused, rows_refused=rows_refused)
        )

    return enter


def refused(error: type[MilepostError], words: str) -> Callable[[Callable[[], Made]], None]:
    """Enter a file that is not opened in the list of those."""

    def enter(build: Callable[[], Made]) -> None:
        HOSTILE.append(Hostile(name=build.__name__, build=build, error=error, words=words))

    return enter


def inline(place: str, text: str) -> str:
    """A cell that holds its text itself."""
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def rows(
    cell: Callable[[str, str], str] = inline, beside: Mapping[int, str] | None = None, below: str = ""
) -> str:
    """The plan's rows, each cell made by `cell`; more cells beside them by row, and more rows below."""
    made = "".join(
        f'<row r="{row}">'
        + "".join(cell(f"{'ABCDEFG'[index]}{row}", text) for index, text in enumerate(texts) if text)
        + f"{(beside or {}).get(row, '')}</row>"
        for row, texts in PLAN.items()
    )
    return made + below


READING = sheet('<row r="1"><c r="A1" t="str"><f>One!G6</f><v>Third</v></c></row>')
"""A sheet that reads the plan."""


def book(
    data: str = "", *, head: str = "", tail: str = "", within: str = "", more: Parts | None = None
) -> Parts:
    """A workbook of the plan and a sheet that reads it; `within` stands in the workbook part."""
    return parts_of(sheet(data or rows(), head=head, tail=tail), READING, book=within, more=more)


def linked(*relations: tuple[str, str, str], sheet_number: int = 1) -> Parts:
    """The list of what a sheet links to: ids, kinds and targets."""
    return {f"xl/worksheets/_rels/sheet{sheet_number}.xml.rels": links(*relations)}


def book_linked(parts: Parts, *relations: tuple[str, str, str]) -> Parts:
    """The parts, the workbook part linked to more of them."""
    name = "xl/_rels/workbook.xml.rels"
    new = links(*relations).partition("<Relationship ")
    added = (new[1] + new[2]).removesuffix("</Relationships>")
    return parts | {name: str(parts[name]).replace("</Relationships>", f"{added}</Relationships>")}


def typed(parts: Parts, *, overrides: Mapping[str, str] = {}, defaults: Mapping[str, str] = {}) -> Parts:
    """The parts, with the content types of some of them."""
    name = "[Content_Types].xml"
    added = "".join(
        f'<Default Extension="{extension}" ContentType="{kind}"/>' for extension, kind in defaults.items()
    )
    added += "".join(
        f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in overrides.items()
    )
    return parts | {name: str(parts[name]).replace("</Types>", f"{added}</Types>")}
