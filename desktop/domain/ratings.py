"""How the officer rates something: red, amber or green, and which way it goes, as a board is told it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Rag(StrEnum):
    """Green, amber or red."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"

    @property
    def letter(self) -> str:
        """G, A or R."""
        return self.value[0].upper()

    @property
    def shape(self) -> str:
        """A shape of its own, so that colour never speaks alone."""
        return {Rag.GREEN: "●", Rag.AMBER: "▲", Rag.RED: "■"}[self]


class Travel(StrEnum):
    """Which way something goes, as an arrow shows it."""

    UP = "up"
    LEVEL = "level"
    DOWN = "down"


_WORDS = {
    Travel.UP: ("up", "improving", "improved", "better"),
    Travel.LEVEL: ("level", "steady", "stable", "static", "same", "no change", "unchanged"),
    Travel.DOWN: ("down", "worsening", "worse", "declining", "deteriorating", "deteriorated"),
}
# Arrows, and the letters that those of the Symbol typeface turn into where a text is copied without it.
_ARROWS = {Travel.UP: "↑⇑⬆⇧↗Ý", Travel.LEVEL: "↔⇔⬌⇄→⇒➔=Û", Travel.DOWN: "↓⇓⬇⇩↘ß"}
_TRAVELS = {word: travel for travel, words in _WORDS.items() for word in words} | {
    arrow: travel for travel, arrows in _ARROWS.items() for arrow in arrows
}
_COLOUR = re.compile(r"\b(green|amber|red)\b", re.IGNORECASE)
_LETTERS = {"G": Rag.GREEN, "A": Rag.AMBER, "\u0391": Rag.AMBER, "R": Rag.RED}  # Symbol's A is a Greek one
_WORD = re.compile(r"[A-Za-z\u0391]+")
_BESIDE = {"RAG", "BRAG", "status", "rating"}
"""Words that may stand beside a letter that is a rating; among others, an A is none."""
_TRAVEL = re.compile(
    rf"\b({'|'.join(word for words in _WORDS.values() for word in words)})\b"
    rf"|([{''.join(arrow for arrows in _ARROWS.values() for arrow in arrows)}])(?![a-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RagReading:
    """A rating as it was typed, with the colour and the direction that it names; None where it names none."""

    raw: str
    rag: Rag | None = None
    travel: Travel | None = None

    @property
    def words(self) -> str:
        """What was read, in words; empty where nothing was."""
        said = (self.rag and self.rag.value, self.travel and f"going {self.travel.value}")
        words = ", ".join(filter(None, said)).replace("going level", "level")
        return words[:1].upper() + words[1:]


@lru_cache(maxsize=1024)
def read_rag(raw: str) -> RagReading:
    """Colour and direction in an officer's words, letters or arrows: "A ⇔", "Green, improving".

    What names two colours, or two directions, is read as neither.
    """
    return RagReading(raw=raw, rag=_colour(raw), travel=_travel(raw))


def _colour(raw: str) -> Rag | None:
    found = {Rag(word.casefold()) for word in _COLOUR.findall(raw)}
    words = {*_WORD.findall(_TRAVEL.sub(" ", raw))} - _BESIDE
    if not found and words <= _LETTERS.keys():
        found = {_LETTERS[letter] for letter in words}
    return found.pop() if len(found) == 1 else None


def _travel(raw: str) -> Travel | None:
    found = {
        travel
        for match in _TRAVEL.finditer(raw)
        if (travel := _TRAVELS.get(match[2] or match[1].casefold())) is not None
    }
    return found.pop() if len(found) == 1 else None
