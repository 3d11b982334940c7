"""Which indicator a milestone most likely speaks of: the one that shares its rarest words."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.indicators import Indicator

_WORD = re.compile(r"[a-z]{3,}")
_PLAIN = frozenset(
    {"and", "are", "for", "from", "has", "have", "not", "that", "the", "their", "this", "who", "with"}
)
_ENDINGS = re.compile(r"(?:ions?|ies|ing|ed|es|s)\Z")
_STEM = 4  # letters at the least that are left of a word


def likeliest(text: str, indicators: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """The indicators, those first that have most in common with a text; among equals in their order.

    A shared word counts the more, the fewer of the indicators have it; a code that the text names decides.
    """
    own = _words(text)
    having = Counter(word for one in indicators for word in _words(f"{one.name} {one.group}"))
    line = f" {' '.join(text.split())} ".casefold()

    def score(one: Indicator) -> float:
        named = len(having) if f" {one.code.casefold()} " in line else 0.0
        return named + sum(1 / having[word] for word in own & _words(f"{one.name} {one.group}"))

    return tuple(sorted(indicators, key=lambda one: -score(one)))


@lru_cache(maxsize=1024)
def _words(text: str) -> frozenset[str]:
    """The words of a text that say something, without their endings."""
    return frozenset(map(_stem, set(_WORD.findall(text.casefold())) - _PLAIN))


def _stem(word: str) -> str:
    stem = _ENDINGS.sub("", word)
    return stem if len(stem) >= _STEM else word
