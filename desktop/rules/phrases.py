"""Phrases that the rules look for: data, not code."""

from __future__ import annotations

from typing import NamedTuple


class Placeholder(NamedTuple):
    """What stands where a figure, a name or a date was to be filled in.

    `pattern` is of whole words in any case; `sign` is what every text that matches it holds in lower case,
    so that the many texts without one are passed over quickly.
    """

    sign: str
    pattern: str


PLACEHOLDERS = (
    Placeholder("%", r"x+\s?%"),
    Placeholder("xxx", r"xxx+"),
    Placeholder("tb", r"tb[ac]"),
    Placeholder("agreed", r"to\s+be\s+agreed"),
    Placeholder("confirmed", r"to\s+be\s+confirmed"),
    Placeholder("identified", r"to\s+be\s+identified"),
)

STILL_OPEN = (
    "still in the process",
    "delay in",
    "delayed",
    "ongoing",
    "on-going",
    "not yet",
    "scheduled for completion",
    "to be completed",
    "awaiting",
    "outstanding",
)
"""What comments say, in lower case, of work that is not done."""

PART_OF_YEAR = (
    r"\b(?:first|last|second)\s+(?:\w+\s+)?(?:months?|quarters?|half)\b|\bhalf[\s-]year\b|\bpart[\s-]year\b"
)
"""How a question asks for the amount of a part of the year, in any case: a pattern."""

ERROR_VALUES = {
    "#REF!": "the cell that its formula looks at has gone",
    "#DIV/0!": "its formula divides by nothing",
    "#VALUE!": "its formula calculates with a text",
    "#NAME?": "its formula uses a name that Excel does not know",
    "#N/A": "its formula found no answer",
    "#NUM!": "its formula gives no possible number",
    "#NULL!": "its formula names cells that do not meet",
}
"""The errors of formulas as cells show them, and what they mean."""

FORMULA_SIGNS = ("=", "+", "-", "@")
"""What a formula may start with in a file that only holds text."""
