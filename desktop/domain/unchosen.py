"""What a form shows where nothing was chosen yet: "< Select >", "Please select", "Choose an item"."""

from __future__ import annotations

import re

_LONGEST = 48  # characters; a text of more says something
_ASKS = r"(?:please\s+)?(?:select|choose)\b"
_LIST = r"(?:from\s+)?(?:the\s+)?(?:drop[ -]?down(?:\s+list)?|list)"
_UNCHOSEN = re.compile(
    rf"[<\[{{(]+\s*{_ASKS}[^<>\]{{}}]*[>\]}})]+|[-–—.*]+\s*{_ASKS}.*[-–—.*]+"
    r"|please\s+(?:select|choose)\b.*|(?:select|choose)\s*(?:\.{2,}|…)?"
    rf"|(?:select|choose)\s+(?:(?:an?\s+)?(?:item|option|value)|one|{_LIST})\s*(?:\.+|…)?"
    r"|click\s+(?:or\s+tap\s+)?(?:here\s+)?to\s+(?:select|choose|enter\s+text)\b.*",
    re.IGNORECASE,
)


def is_unchosen(text: str) -> bool:
    """Whether a text only asks for a choice."""
    if len(text) > _LONGEST:
        return False
    lower = text.casefold()
    if "select" not in lower and "choose" not in lower and "enter text" not in lower:  # as most cells
        return False
    return _UNCHOSEN.fullmatch(text.strip()) is not None


def said(text: str) -> str:
    """What a cell says, without the space around it; empty where it is blank or only asks for a choice."""
    stripped = text.strip()
    return "" if is_unchosen(stripped) else stripped
