"""Words for dates, for numbers and for several things, as sentences need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence


def day(date: dt.date) -> str:
    """A date, day first: 31/03/2002."""
    return f"{date.day:02}/{date.month:02}/{date.year}"


def counted(number: int, one: str, many: str = "") -> str:
    """A number with the word for what it counts: "1 row", "2,340 rows".

    `many` is the word for several, where that takes more than an s.
    """
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def listed(words: Sequence[str], last: str) -> str:
    """Words in a row, one at the least, the last joined by a word: a, b and c."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"
