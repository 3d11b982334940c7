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
