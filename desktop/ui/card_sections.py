"""The sections of a report card, as Outcomes Based Accountability asks for them, and their texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.library import normal_code

if TYPE_CHECKING:
    from desktop.domain.notes import CardText, Notes


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSection:
    """A section: its heading, the question that it answers, and what is written in it, if anything is.

    One that is `needed` is printed as not written yet where nothing is; any other is left out.
    """

    heading: str
    question: str = ""
    needed: bool = False
    written: CardText | None = None

    @property
    def text(self) -> str:
        """What is written; empty where nothing is."""
        return "" if self.written is None else self.written.text


_SECTIONS = (
    ("Story behind the baseline", "What has caused the trend, and what issues lie behind it?", True),
    ("Gaps in our knowledge", "What do we not know yet, and who could find it out?", False),
    ("Partners", "Who are the key partners, and what does each contribute?", True),
    ("What works", "What is known to turn this curve, here or elsewhere? What would cost little?", True),
    ("Key accomplishments", "Is the curve turning? What has been done, and what did it change?", False),
)


def card_sections(notes: Notes, code: str) -> tuple[CardSection, ...]:
    """The sections of an indicator's card: those that every card has, then others that were written."""
    written = {
        " ".join(card.section.casefold().split()): card
        for card in notes.cards
        if normal_code(card.indicator) == normal_code(code)
    }
    usual = tuple(
        CardSection(
            heading=heading, question=question, needed=needed, written=written.pop(heading.casefold(), None)
        )
        for heading, question, needed in _SECTIONS
    )
    return (*usual, *(CardSection(heading=card.section, written=card) for card in written.values()))
