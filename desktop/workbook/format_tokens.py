"""A number format code, cut into its parts: literal text, places for digits, parts of a date."""

from __future__ import annotations

import re
from typing import NamedTuple


class Token(NamedTuple):
    """One part of a format code: what it is and its text; of a literal, the text that is shown."""

    kind: str
    text: str


# What gives room (_x), fills a cell (*x), colours it or names a language is no text and leaves no token.
_TOKEN = re.compile(
    r"""
      "(?P<quoted>[^"]*)"
    | \\(?P<escaped>.)
    | \[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\]
    | \[(?P<elapsed>h+|m+|s+)\]
    | \[(?P<condition>(?:<=|>=|<>|<|>|=)\s*-?\d+(?:\.\d+)?)\]
    | (?P<layout>_.|\*.|\[[^\]]*\])
    | (?P<general>general)
    | (?P<clock>am/pm|a/p)
    | (?P<exponent>e[+-]0+)
    | (?P<part>y+|m+|d+|h+|s+)
    | (?:(?<=s)|(?<=s\]))(?P<subsecond>\.0{1,3})
    | (?P<digit>[0#?])
    | (?P<point>\.)
    | (?P<comma>,)
    | (?P<percent>%)
    | (?P<slash>/)
    | (?P<at>@)
    | (?P<end>;)
    | (?P<plain>[^a-z"\\])
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_LITERALS = {"quoted", "escaped", "currency", "plain"}


def read_sections(code: str) -> tuple[tuple[Token, ...], ...] | None:
    """The tokens of each section of a code; None where the code is none that Excel would accept."""
    sections: list[list[Token]] = [[]]
    place = 0
    while place < len(code):
        match = _TOKEN.match(code, place)
        if match is None:
            return None
        place = match.end()
        kind = match.lastgroup or ""
        if kind == "end":
            sections.append([])
        elif kind in _LITERALS:
            sections[-1].append(Token("literal", match[kind]))
        elif kind != "layout":
            sections[-1].append(Token(kind, match[kind].lower()))
    return tuple(tuple(section) for section in sections)
