"""A rule on the numbers that milestones promise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.domain.dates import find_dates
from desktop.rules.rule import Remark
from desktop.rules.words import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.plan import Milestone

# A figure that counts something: not a part of a date, a code, a fraction or a quotation.
_FIGURE = re.compile(r"(?<![\w/.,'’“\"-])£?\d[\d,]*(?:\.\d+)?\s?%?(?=\s+[A-Za-z(])")
_BY = re.compile(r"\bby\s+(?:the\s+)?(?:end\s+(?:of\s+)?)?\Z", re.IGNORECASE)


def unlinked_promise(milestone: Milestone) -> Iterator[Remark]:
    """A milestone promises a number by a date, and no indicator is held against it.

    What is counted can be checked, and whoever reads the plan will: an indicator shows whether it is on the
    way there.
    Example: "650 vulnerable 2 year olds to be attending children's centres by 30/9/2012".
    """
    text = milestone.text
    if "by " not in text.casefold():
        return
    dates = find_dates(text)
    due = next((found for found in dates if _BY.search(text[: found.start])), None)
    if due is None:
        return
    head = _BY.sub("", text[: due.start]).rstrip()
    within = [(found.start, found.end) for found in dates]
    for match in _FIGURE.finditer(head):
        if not any(start <= match.start() < end for start, end in within):
            yield Remark(
                milestone.cell,
                f"This milestone promises “{shortened(head[match.start() :])}” by {due.raw}, and no "
                "indicator shows whether it will be met. Add the number to an indicator's targets if one "
                "counts it.",
            )
            return
