"""A value as the return holds it: a number under a format that shows it as the workbook does, or its text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.workbook.formats import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.values import Value

_GENERAL = "General"
_DIGITS = 12  # a figure is kept exact to so many decimals when it becomes a share


def as_printed(value: Value, formats: Sequence[str]) -> tuple[str | float | None, str]:
    """The content of a value's cell and its number format; nothing where the value is blank."""
    if value.blank:
        return None, _GENERAL
    return _as_printed(value.raw.strip(), value.number, tuple(formats))


@lru_cache(maxsize=4096)
def _as_printed(raw: str, number: float | None, formats: tuple[str, ...]) -> tuple[str | float, str]:
    if number is not None:
        for code in formats:
            held = round(number / 100, _DIGITS) if "%" in code else number
            if shown(held, code) == raw:
                return held, code
    return raw, _GENERAL
