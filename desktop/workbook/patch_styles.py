"""A date in a cell whose style is none of a date: a new style, the cell's own but for its number format."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from desktop.domain.errors import EditRefused
from desktop.workbook.formats import is_date_format
from desktop.workbook.markup import as_utf8, escaped, number, without_comments
from desktop.workbook.spans import tags
from desktop.workbook.splices import Splice, appended, spliced, with_attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.edits import Content
    from desktop.workbook.package import Package
    from desktop.workbook.spans import Tag

DATE = "dd/mm/yyyy"
DATE_AND_TIME = "dd/mm/yyyy hh:mm"
_FIRST_OWN_FORMAT = 164
_MIDNIGHT = dt.time()


class DateStyles:
    """Gives dates a style that shows them as dates, and remembers which styles that takes."""

    def __init__(self, package: Package) -> None:
        """Take the workbook whose styles are to be added to."""
        self._package = package
        self._part = package.related(package.book_part, "styles")
        markup = package.part(self._part) if self._part else b""
        self._text, self._encoding = as_utf8(markup)
        self._plain = without_comments(self._text)
        self._clones: dict[tuple[int, str], int] = {}

    def styled(self, style: int, content: Content) -> int:
        """The style that a content needs in a cell of a given style."""
        if not isinstance(content, dt.date) or is_date_format(self._package.styles.number_format(style)):
            return style
        timed = isinstance(content, dt.datetime) and content.time() != _MIDNIGHT
        wanted = style, DATE_AND_TIME if timed else DATE
        if wanted not in self._clones:
            self._clones[wanted] = len(self._styles()) + len(self._clones)
        return self._clones[wanted]

    def patched_parts(self) -> dict[str, bytes]:
        """The styles part with the new styles; nothing where none is needed."""
        if self._part is None or not self._clones:
            return {}
        return {self._part: self._encoding.encode(spliced(self._text, self._splices()))}

    def _styles(self) -> list[Tag]:
        """The styles of cells in their order; EditRefused where there is none to copy."""
        table = next(tags(self._plain, "cellXfs"), None)
        styles = list(tags(self._plain, "xf", table.tag_end, table.end)) if table else []
        if not styles:
            raise EditRefused(
                f"{self._package.path.name} has no cell styles, so a date would not show as one. Open it in "
                "Excel and save it once, then put the date in here."
            )
        return styles

    def _splices(self) -> Iterator[Splice]:
        formats = {code: key for key, code in self._own_formats().items()}
        free = max([_FIRST_OWN_FORMAT - 1, *self._own_formats()]) + 1
        missing = sorted({code for _, code in self._clones} - formats.keys())
        formats.update({code: free + index for index, code in enumerate(missing)})
        if missing:
            yield from self._format_splices({code: formats[code] for code in missing})
        table = next(tags(self._plain, "cellXfs"))
        styles = self._styles()
        yield with_attribute(self._plain, table, "count", str(len(styles) + len(self._clones)))
        clones = (
            _reformatted(self._text, styles[style if style < len(styles) else 0], formats[code])
            for style, code in self._clones
        )
        yield appended(self._plain, table, b"".join(clones))

    def _own_formats(self) -> dict[int, str]:
        return {
            number(tag.attributes.get("numFmtId", "")): tag.attributes.get("formatCode", "")
            for tag in tags(self._plain, "numFmt")
        }

    def _format_splices(self, missing: dict[str, int]) -> Iterator[Splice]:
        root = next(tags(self._plain, "styleSheet"))
        prefix = root.prefix.decode()
        new = "".join(
            f'<{prefix}numFmt numFmtId="{key}" formatCode="{escaped(code)}"/>'
            for code, key in missing.items()
        )
        table = next(tags(self._plain, "numFmts"), None)
        if table is None:
            new = f'<{prefix}numFmts count="{len(missing)}">{new}</{prefix}numFmts>'
            yield Splice(start=root.tag_end, end=root.tag_end, new=new.encode())
            return
        held = sum(1 for _ in tags(self._plain, "numFmt", table.tag_end, table.end))
        yield with_attribute(self._plain, table, "count", str(held + len(missing)))
        yield appended(self._plain, table, new.encode())


def _reformatted(text: bytes, style: Tag, number_format: int) -> bytes:
    markup = text[style.start : style.end]
    tag = next(tags(markup, "xf"))
    changes = {"numFmtId": str(number_format), "applyNumberFormat": "1"}
    return spliced(markup, (with_attribute(markup, tag, name, value) for name, value in changes.items()))
