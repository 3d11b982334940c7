"""The period of a baseline, as a plan words it beside its value."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.dates import MONTHS, month_end
from desktop.domain.periods import Kind, Period, read_period

if TYPE_CHECKING:
    import datetime as dt

_MONTHS = {name[:3]: number for name, number in MONTHS.items()}
_MONTH = "(" + "|".join(_MONTHS) + r")[a-z]*\.?"
_MONTHS_OF_YEARS = re.compile(
    rf"\b{_MONTH}\s*(?:[-–]|to)\s*{_MONTH}\s+((?:19|20)\d\d)\s*[/–-]\s*(\d\d|\d{{4}})\s*\)?\Z", re.IGNORECASE
)


def baseline_period(text: str) -> Period | None:
    """The period in which a baseline was measured; None where the words name none.

    The shortest end of the words that a period can be read from counts, so that "half terms 1-5, 09/10
    academic year" ends with the academic year; the label is the text as it stands.
    """
    label = " ".join(text.split())
    end = _months_of_years(label)
    if end is not None:
        return Period(label=label, end=end, kind=Kind.OUTTURN)
    words = label.strip("() ").split()
    for first in range(len(words)):
        found = read_period(" ".join(words[first:]))
        if found is not None:
            return replace(found, label=label, kind=Kind.OUTTURN)
    return None


def _months_of_years(label: str) -> dt.date | None:
    """The last day of "November-January 2010/11": of two years the later one where the months pass its turn.

    Where they don't, the year is the financial one, which begins in April.
    """
    match = _MONTHS_OF_YEARS.search(label)
    if match is None:
        return None
    first, last = (_MONTHS[match[group].lower()[:3]] for group in (1, 2))
    year = int(match[3])
    april = 4
    if last < first or last < april:
        year += 1
    return month_end(year, last)
