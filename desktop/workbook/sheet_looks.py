"""The few styles that a sheet of Milepost's own needs, added to those of the workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.workbook.markup import without_comments
from desktop.workbook.spans import tags
from desktop.workbook.splices import Splice, appended, spliced, with_attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.workbook.package import Package
    from desktop.workbook.spans import Tag

_LOOK = ("fontId", "fillId", "borderId", "xfId")


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """The numbers of the styles: bold text, and text over as many lines as it takes, from the top on."""

    bold: int
    wrapped: int


def has_looks(package: Package) -> bool:
    """Whether the workbook has styles of cells, to which others can be added."""
    part = package.related(package.book_part, "styles")
    return part is not None and any(True for _ in _styles(without_comments(package.text(part)[0])))


def with_looks(package: Package) -> tuple[Looks, dict[str, bytes]]:
    """The numbers of the new styles, and the styles part that holds them; asks for one that has looks.

    They look like the workbook's first style, which is that of a cell nobody has formatted.
    """
    part = package.related(package.book_part, "styles") or ""
    text, encoding = package.text(part)
    plain = without_comments(text)
    count = sum(1 for _ in _styles(plain))
    looks = Looks(bold=count, wrapped=count + 1)
    return looks, {part: encoding.encode(spliced(text, _splices(text, plain, count)))}


def _styles(plain: bytes) -> Iterator[Tag]:
    for table in tags(plain, "cellXfs"):
        yield from tags(plain, "xf", table.tag_end, table.end)


def _splices(text: bytes, plain: bytes, count: int) -> Iterator[Splice]:
    styles, first = next(tags(plain, "cellXfs")), next(_styles(plain))
    base = {name: first.attributes[name] for name in _LOOK if name in first.attributes}
    fonts = next(tags(plain, "fonts"), None)
    own = list(tags(plain, "font", fonts.tag_end, fonts.end)) if fonts else []
    bold = base
    if fonts and own:
        bold = base | {"fontId": str(len(own)), "applyFont": "1"}
        like = int(base.get("fontId", "0"))
        yield with_attribute(plain, fonts, "count", str(len(own) + 1))
        yield appended(plain, fonts, _bold(text, own[like if like < len(own) else 0]))
    prefix = styles.prefix.decode()
    new = "".join(
        (
            _style(prefix, bold, 'vertical="top"'),
            _style(prefix, base, 'vertical="top" wrapText="1"'),
        )
    )
    yield with_attribute(plain, styles, "count", str(count + 2))
    yield appended(plain, styles, new.encode())


def _style(prefix: str, look: dict[str, str], alignment: str) -> str:
    attributes = "".join(f' {name}="{value}"' for name, value in look.items())
    within = f"<{prefix}alignment {alignment}/>"
    return f'<{prefix}xf numFmtId="0"{attributes} applyAlignment="1">{within}</{prefix}xf>'


def _bold(text: bytes, font: Tag) -> bytes:
    """The markup of a font, in bold."""
    markup = text[font.start : font.end]
    inner = next(tags(markup, "font"))
    if next(tags(markup, "b"), None) is not None:
        return markup
    bold = b"<%bb/>" % font.prefix
    if inner.is_empty_tag:
        return spliced(markup, [appended(markup, inner, bold)])
    return spliced(markup, [Splice(start=inner.tag_end, end=inner.tag_end, new=bold)])
