"""The text of a cell as Excel shows it: a value laid out by its number format code.

Colours and the width of the column are left aside; room left for alignment is not shown. A code that is
not understood, fractions among them, is shown as General is.
"""

from __future__ import annotations

import datetime as dt
import operator
import re
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite, nan
from typing import TYPE_CHECKING, TypeAlias

from desktop.workbook.date_formats import DateSection, date_section, serial
from desktop.workbook.format_tokens import read_sections
from desktop.workbook.number_formats import NumberSection, general, number_section

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from desktop.workbook.format_tokens import Token

Shown: TypeAlias = str | float | bool | dt.date | dt.time | dt.timedelta | None
"""What a cell can hold; a whole number and a date with a time are among them."""

_POUNDS = '"£"#,##0;-"£"#,##0'
_PENCE = '"£"#,##0.00;-"£"#,##0.00'
BUILT_IN: Mapping[int, str] = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: _POUNDS,
    6: _POUNDS,
    7: _PENCE,
    8: _PENCE,
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    14: "dd/mm/yyyy",
    15: "dd-mmm-yy",
    16: "dd-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "hh:mm",
    21: "hh:mm:ss",
    22: "dd/mm/yyyy hh:mm",
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: '#,##0;-#,##0;"-";@',
    42: '"£"#,##0;-"£"#,##0;"£-";@',
    43: '#,##0.00;-#,##0.00;"-";@',
    44: '"£"#,##0.00;-"£"#,##0.00;"£-";@',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
}
"""The codes that a workbook names only by number, as Excel reads them in the United Kingdom; 12 and 13
are fractions, and every number that is missing is shown as General is."""

# Codes that follow the computer's settings, here those of the United Kingdom.
_OF_THE_COMPUTER = {
    "mm-dd-yy": BUILT_IN[14],
    "m/d/yy": BUILT_IN[14],
    "m/d/yyyy": BUILT_IN[14],
    "m/d/yy h:mm": BUILT_IN[22],
}
_LONG_DATE = "[$-F800]"
_LONG_TIME = "[$-F400]"

_MOST_NUMBERS = 3  # sections for numbers: positive, negative, zero; a fourth is for text
_COMPARISONS: Mapping[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
}
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    """A layout, the numbers it is for, and whether they keep their minus sign."""

    layout: NumberSection | DateSection
    compare: Callable[[float, float], bool]
    limit: float
    signed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Format:
    """A code, ready for use: the sections for numbers, and the text before and after a text."""

    sections: tuple[_Section, ...] = ()
    text: tuple[str, ...] | None = None


def shown(value: Shown, code: str, *, date_1904: bool = False) -> str:
    """The text that Excel shows for a value under a number format code."""
    if value is None:
        return ""
    if isinstance(value, str):
        around = _compiled(code).text
        return value if around is None else value.join(around)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    number = value if isinstance(value, int | float) else serial(value, date_1904=date_1904)
    return _number(number, code, date_1904=date_1904)


def is_date_format(code: str) -> bool:
    """Whether the code shows a number as a date or a time."""
    return any(isinstance(section.layout, DateSection) for section in _compiled(code).sections)


@lru_cache(maxsize=16384)
def _number(number: float, code: str, *, date_1904: bool) -> str:
    section = next(
        (section for section in _compiled(code).sections if section.compare(number, section.limit)), None
    )
    if section is None or not isfinite(number):
        return general(number)
    if isinstance(section.layout, DateSection):
        text = section.layout.show(number, date_1904=date_1904)
        return general(number) if text is None else text
    sign = "-" if number < 0 and section.signed else ""
    return sign + section.layout.show(abs(number))


@lru_cache(maxsize=1024)
def _compiled(code: str) -> _Format:
    code = _OF_THE_COMPUTER.get(code.lower(), code)
    if _LONG_DATE in code or _LONG_TIME in code:
        code = "dd mmmm yyyy" if _LONG_DATE in code else BUILT_IN[21]
    found = None if code.lower() in {"", "general"} else read_sections(code)
    return _Format() if found is None else _format(found)


def _format(found: Sequence[Sequence[Token]]) -> _Format:
    has_text = len(found) > _MOST_NUMBERS or any(token.kind == "at" for token in found[-1])
    numbers = found[: min(len(found) - has_text, _MOST_NUMBERS)]
    texts = "".join("\0" if token.kind == "at" else token.text for token in found[-1]).split("\0")
    return _Format(
        sections=tuple(_section(numbers, index) for index in range(len(numbers))),
        text=tuple(texts) if has_text else None,
    )


def _section(numbers: Sequence[Sequence[Token]], index: int) -> _Section:
    tokens = [token for token in numbers[index] if token.kind != "condition"]
    layout = date_section(tokens) or number_section(tokens) or NumberSection(general=True)
    condition = _condition(numbers[index]) or _usual_condition(numbers, index)
    match = _CONDITION.match(condition)
    if match is None:
        return _Section(layout=layout, compare=operator.ne, limit=nan, signed=True)
    limit = float(match[2])
    negative_only = (match[1] == "<" and limit <= 0) or (match[1] == "<=" and limit < 0)
    return _Section(layout=layout, compare=_COMPARISONS[match[1]], limit=limit, signed=not negative_only)


def _condition(tokens: Sequence[Token]) -> str:
    return next((token.text for token in tokens if token.kind == "condition"), "")


def _usual_condition(numbers: Sequence[Sequence[Token]], index: int) -> str:
    """The numbers that a section without a condition of its own is for; empty where it takes what is left."""
    if index == 0 and len(numbers) > 1:
        return ">0" if len(numbers) == _MOST_NUMBERS else ">=0"
    first_is_plain = not _condition(numbers[0])
    return "<0" if index == 1 and (first_is_plain or len(numbers) == _MOST_NUMBERS) else ""
