"""The number formats of a workbook's cell styles."""

from __future__ import annotations

from desktop.workbook.formats import BUILT_IN
from desktop.workbook.markup import elements, number

GENERAL = "General"
_SECTIONS = frozenset({"cellXfs", "cellStyleXfs", "cellStyles", "dxfs"})
_READ = _SECTIONS | {"numFmt", "xf"}


class Styles:
    """The number format of each cell style, by the style's index."""

    def __init__(self, formats: tuple[str, ...] = ()) -> None:
        """Take the format codes in the order of the styles."""
        self._formats = formats

    @classmethod
    def of(cls, markup: bytes) -> Styles:
        """Read the styles part; Damaged if it is not well-formed."""
        codes = dict(BUILT_IN)
        formats: list[str] = []
        section = ""
        for element in elements(markup, _READ):
            if element.name in _SECTIONS:
                section = element.name
            elif element.name == "numFmt" and section == "":
                code = element.attributes.get("formatCode", GENERAL)
                codes[number(element.attributes.get("numFmtId", ""))] = code
            elif element.name == "xf" and section == "cellXfs":
                formats.append(codes.get(number(element.attributes.get("numFmtId", "")), GENERAL))
        return cls(tuple(formats))

    def begins_with(self, other: Styles) -> bool:
        """Whether the styles of another come first among these, unchanged."""
        return self._formats[: len(other._formats)] == other._formats

    def number_format(self, style: int) -> str:
        """The format code of a style, such as 0.0% or dd/mm/yyyy; General for a style that is not there."""
        return self._formats[style] if 0 <= style < len(self._formats) else GENERAL
