"""What stands in a value's cell, and how it reads: text is evidence, the reading stands beside it."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from desktop.domain.unchosen import is_unchosen


class Missing(StrEnum):
    """Why there is no number."""

    NOT_SUPPLIED = "not_supplied"
    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"
    SUPPRESSED = "suppressed"
    TO_BE_CONFIRMED = "to_be_confirmed"

    @property
    def words(self) -> str:
        """The marker as it is read out."""
        return self.value.replace("_", " ")


# Markers in lower case. The square-bracket ones are the Government Statistical Service's standard
# shorthand; ".." and "." are its older symbols.
_MARKERS = {
    "": Missing.NOT_SUPPLIED,
    "-": Missing.NOT_SUPPLIED,
    "–": Missing.NOT_SUPPLIED,
    "..": Missing.NOT_SUPPLIED,
    "[x]": Missing.NOT_SUPPLIED,
    "not available": Missing.NOT_SUPPLIED,
    "not supplied": Missing.NOT_SUPPLIED,
    "n/a": Missing.NOT_APPLICABLE,
    "na": Missing.NOT_APPLICABLE,
    ".": Missing.NOT_APPLICABLE,
    "[z]": Missing.NOT_APPLICABLE,
    "not applicable": Missing.NOT_APPLICABLE,
    "?": Missing.UNKNOWN,
    "n/k": Missing.UNKNOWN,
    "not known": Missing.UNKNOWN,
    "unknown": Missing.UNKNOWN,
    "*": Missing.SUPPRESSED,
    "[c]": Missing.SUPPRESSED,
    "suppressed": Missing.SUPPRESSED,
    "tbc": Missing.TO_BE_CONFIRMED,
    "tba": Missing.TO_BE_CONFIRMED,
    "to be confirmed": Missing.TO_BE_CONFIRMED,
    "to be agreed": Missing.TO_BE_CONFIRMED,
}

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+"
_NUMBER = re.compile(
    rf"(?P<sign>[-−+]?)\s*(?P<pound>£)?\s*(?P<digits>{_DIGITS})\s*"
    r"(?:(?P<percent>%)|(?P<ratio>:\s*1)|(?P<scale>k|m|million))?\Z",
    re.IGNORECASE,
)
_SCALES = {"k": 1e3, "m": 1e6, "million": 1e6}
_DECIMALS = re.compile(r"\d*\.(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A cell's text as shown, with its reading.

    Exactly one of three holds: `number` is set, `missing` is set, or neither (the text can't be read).
    A `stale` value is the result of a formula from before a change, or one that was never worked out.
    """

    raw: str
    number: float | None = None
    missing: Missing | None = None
    stale: bool = False

    @property
    def stale_words(self) -> str:
        """Why the value may not be right, where a formula is still to be worked out; else empty."""
        if not self.stale:
            return ""
        if self.blank:
            return "Not worked out yet: Excel works it out when it opens the workbook"
        return "Worked out before the last change: Excel works it out anew when it opens the workbook"

    @property
    def readable(self) -> bool:
        """Whether the text was read as a number or as a missing marker."""
        return self.number is not None or self.missing is not None

    @property
    def blank(self) -> bool:
        """Whether nothing stands in the cell."""
        return not self.raw.strip()

    @property
    def decimals(self) -> int:
        """How many decimals the officer wrote."""
        return decimals_of(self.raw)


@lru_cache(maxsize=4096)
def read_value(raw: str, number: float | None = None) -> Value:
    """The value of a cell that shows `raw`; `number` where the cell holds a real number.

    A percentage reads as its figure ("85%" is 85), a ratio to one as its first part ("9.5 :1" is 9.5).
    """
    if number is not None:
        shown_as_percent = raw.rstrip().endswith("%")
        return Value(raw=raw, number=round(number * 100, 10) if shown_as_percent else float(number))
    text = raw.strip()
    missing = Missing.NOT_SUPPLIED if is_unchosen(text) else _MARKERS.get(text.casefold())
    if missing is not None:
        return Value(raw=raw, missing=missing)
    match = _NUMBER.match(text)
    if match is None or (match["scale"] and not match["pound"]):
        return Value(raw=raw)
    figure = float(match["digits"].replace(",", "")) * _SCALES.get((match["scale"] or "").lower(), 1.0)
    if not math.isfinite(figure):  # hundreds of digits
        return Value(raw=raw)
    return Value(raw=raw, number=-figure if match["sign"] in {"-", "−"} else figure)


def decimals_of(text: str) -> int:
    """How many digits follow the first decimal point in the text."""
    match = _DECIMALS.search(text)
    return len(match[1]) if match else 0


def plain_figure(number: float) -> str:
    """A number with the decimals that it has, six at the most."""
    return figure(number, len(f"{number:.6f}".rstrip("0").partition(".")[2]))


def figure(number: float, decimals: int) -> str:
    """A number as an officer writes it: fixed decimals, no minus before a zero."""
    text = f"{number:,.{decimals}f}"
    return text[1:] if text.startswith("-") and not text.strip("-0.,") else text
