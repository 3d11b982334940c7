"""Words to look for in cells, as Excel takes them: * for any characters, ? for one, ~ before either."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WILD = {"*": ".*?", "?": "."}


@dataclass(frozen=True, kw_only=True)
class Search:
    """What is looked for; a blank in `words` also finds a line break, and several blanks."""

    words: str
    match_case: bool = False
    whole_cell: bool = False

    @property
    def empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not self.words.strip()

    def finds(self, text: str) -> bool:
        """Whether a cell that shows the text is found."""
        if self.whole_cell:
            return self._pattern.fullmatch(text.strip()) is not None
        return self._pattern.search(text) is not None

    def replaced(self, text: str, replacement: str) -> str:
        """The text with the replacement wherever the words stand, as it is written."""
        if self.whole_cell:
            return replacement if self.finds(text) else text
        return self._pattern.sub(lambda _: replacement, text)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        flags = re.DOTALL if self.match_case else re.DOTALL | re.IGNORECASE
        return re.compile("".join(_parts(self.words.strip())), flags)


def _parts(words: str) -> Iterator[str]:
    """The words as a regular expression, character by character."""
    escaped = False
    for position, character in enumerate(words):
        if not escaped and character == "~" and words[position + 1 : position + 2] in {"*", "?", "~"}:
            escaped = True
            continue
        if not escaped and character in _WILD:
            last = position == len(words) - 1
            yield ".*" if character == "*" and last else _WILD[character]
        else:
            yield r"\s+" if character.isspace() else re.escape(character)
        escaped = False
