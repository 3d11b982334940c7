"""A cell that lists several things, one to a bullet: each read alone, and changed alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.domain.dates import find_dates

if TYPE_CHECKING:
    from desktop.domain.dates import DateReading

# A bullet begins its line: a sign that stands for nothing else, or a dash, star or small o before a space.
_MARK = re.compile(r"^[^\S\n]*(?:[•●◦▪▫■□‣\u2043∙·\uf0b7\uf0a7\uf06f][^\S\n]*|[-–—*o][^\S\n]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullet:
    """One entry of a cell: its words, and where in the cell's text they stand."""

    text: str
    start: int
    end: int

    @property
    def date(self) -> DateReading | None:
        """The last date that the entry names: the one by which it is promised."""
        found = find_dates(self.text)
        return found[-1] if found else None


@lru_cache(maxsize=4096)
def bullets(text: str) -> tuple[Bullet, ...]:
    """The entries of a cell from top to bottom; what stands before the first bullet is one too.

    A text without bullets is one entry, however many lines it has; an empty text has none.
    """
    marks = list(_MARK.finditer(text))
    starts = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(text)]
    spans = (_trimmed(text, start, end) for start, end in zip(starts, ends, strict=True))
    return tuple(Bullet(text=text[start:end], start=start, end=end) for start, end in spans if start < end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the words of a stretch begin and end, the space around them left out."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def with_bullet(text: str, number: int, words: str) -> str:
    """The cell's text with the words of its `number`th entry, from 1 on, replaced; all else stays as it is.

    Raises IndexError where there is no such entry.
    """
    if number < 1:
        raise IndexError(number)
    entry = bullets(text)[number - 1]
    return f"{text[: entry.start]}{words}{text[entry.end :]}"
