"""What a milestone's text promises: a number by a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.domain.dates import find_dates

if TYPE_CHECKING:
    from desktop.domain.dates import DateReading

# A figure that counts something: not a part of a date, a code, a fraction or a quotation.
_FIGURE = re.compile(r"(?<![\w/.,'’“\"-])£?\d[\d,]*(?:\.\d+)?\s?%?(?=\s+[A-Za-z(])")
# Words after which a figure is a name: Level 1, the top 8, Year 11.
_NAMING = re.compile(
    r"\b(?:level|stage|phase|tier|part|grade|band|year|years|top|aged?|under|over|version|strand|priority)\s+\Z",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+(?:the\s+)?(?:end\s+(?:of\s+)?)?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A figure as it stands in a text, the words from there to the date, and the date."""

    figure: str
    words: str
    date: DateReading


@lru_cache(maxsize=4096)
def promise_in(text: str) -> Promise | None:
    """The first number that a text promises by a date; None where it promises none."""
    if "by " not in text.casefold():
        return None
    dates = find_dates(text)
    due = next((found for found in dates if _BY.search(text[: found.start])), None)
    if due is None:
        return None
    head = _BY.sub("", text[: due.start]).rstrip()
    for match in _FIGURE.finditer(head):
        if _NAMING.search(head[: match.start()]):
            continue
        if not any(found.start <= match.start() < found.end for found in dates):
            return Promise(figure=match[0].strip(), words=head[match.start() :], date=due)
    return None
