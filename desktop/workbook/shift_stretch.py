"""A stretch of a part's markup that names cells, and how what it names is changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.workbook.markup import characters, escaped
from desktop.workbook.sheet_scan import parse_box
from desktop.workbook.shift_formulas import boxed, shifted_area
from desktop.workbook.spans import tags
from desktop.workbook.splices import Splice, removed, with_attribute

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from desktop.workbook.references import Setting
    from desktop.workbook.row_shift import Shift
    from desktop.workbook.spans import Span, Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Markup between two offsets of a part that belongs to a sheet; `plain` is `text` without comments."""

    text: bytes
    plain: bytes
    start: int
    end: int
    sheet: str
    setting: Setting

    @property
    def shift(self) -> Shift:
        """The change of rows."""
        return self.setting.shift

    @property
    def is_shifted(self) -> bool:
        """Whether the rows of its own sheet change."""
        return self.sheet == self.shift.sheet

    def tags(self, name: str, within: Span | None = None) -> Iterator[Tag]:
        """The elements of a name, in the whole stretch or within one of its elements."""
        bounds = (self.start, self.end) if within is None else (within.tag_end, within.end)
        return tags(self.plain, name, *bounds)

    def content(self, tag: Tag) -> str:
        """The text between an element's tags."""
        return "" if tag.is_empty_tag else characters(self.text[tag.tag_end : self._inner_end(tag)])

    def is_leaf(self, tag: Tag) -> bool:
        """Whether an element holds text only."""
        return tag.is_empty_tag or self.plain.find(b"<", tag.tag_end) == self._inner_end(tag)

    def in_text(self, tag: Tag, change: Callable[[str], str]) -> Iterator[Splice]:
        """Change the text between an element's tags."""
        old = self.content(tag)
        new = change(old)
        if new != old:
            yield Splice(start=tag.tag_end, end=self._inner_end(tag), new=escaped(new).encode())

    def in_attribute(self, tag: Tag, name: str, change: Callable[[str], str]) -> Iterator[Splice]:
        """Change an attribute of an element that has it; what is changed to nothing stays."""
        old = tag.attributes.get(name)
        new = change(old) if old is not None else ""
        if new and new != old:
            yield with_attribute(self.plain, tag, name, new)

    def formula(self, text: str) -> str:
        """A formula as it reads after the change."""
        return self.setting.formula(text, self.sheet)

    def area(self, area: str) -> str:
        """Where one area is now; empty where it is gone."""
        return shifted_area(area, self.setting)

    def joined(self, area: str) -> str:
        """Where the area of a list of records is now; empty where it is gone."""
        box = parse_box(area)
        rows = self.shift.joined(box[0], box[2]) if box else None
        if box is None or rows is None:
            return ""
        return boxed(rows[0], box[1], rows[1], box[3], single=":" not in area)

    def looks(self, areas: str) -> str:
        """Where areas are now that share a look or a rule, new rows with those they look like."""
        return " ".join(moved for area in areas.split() for moved in self._look(area))

    def _look(self, area: str) -> list[str]:
        box = parse_box(area)
        if box is None:
            return [area]
        return [
            boxed(first, box[1], last, box[3], single=":" not in area or first == last)
            for first, last in self.shift.look(box[0], box[2])
        ]

    def _inner_end(self, tag: Tag) -> int:
        return self.plain.rfind(b"</", tag.tag_end, tag.end)


def without(splices: Iterable[Splice], gone: Iterable[Tag]) -> Iterator[Splice]:
    """The splices outside the elements that go, and what takes these out."""
    tags_by_span = {(tag.start, tag.end): tag for tag in gone}
    outer = [tag for tag in tags_by_span.values() if not any(_holds(span, tag) for span in tags_by_span)]
    yield from (removed(tag) for tag in outer)
    for splice in splices:
        if not any(tag.start <= splice.start < tag.end for tag in outer):
            yield splice


def _holds(span: tuple[int, int], tag: Tag) -> bool:
    start, end = span
    return span != (tag.start, tag.end) and start <= tag.start and tag.end <= end
