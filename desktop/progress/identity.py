"""What makes a milestone, an indicator or a target the same one in an earlier and a later workbook."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.domain.library import normal_code
from desktop.progress.pairing import Likeness, pair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.indicators import Indicator
    from desktop.domain.plan import Milestone
    from desktop.domain.targets import Target
    from desktop.progress.pairing import Pairing

LIKE_IN_PROJECT, LIKE_ANYWHERE = 0.5, 0.75
"""How alike the texts of one milestone are before and after it was written anew: where strand and letter are
the same, and where they are not."""
_NUMBER = re.compile(r"\d+")


def pair_milestones(old: Sequence[Milestone], new: Sequence[Milestone]) -> Pairing[Milestone]:
    """By strand, letter and text; by text alone; then by how alike the texts are."""
    return pair(
        old,
        new,
        (_place_and_text, _project_and_text, _text),
        (
            Likeness(within=_place, text=words, least=LIKE_IN_PROJECT),
            Likeness(within=lambda _: None, text=words, least=LIKE_ANYWHERE),
        ),
    )


def pair_indicators(old: Sequence[Indicator], new: Sequence[Indicator]) -> Pairing[Indicator]:
    """By code and definition, by code, then by definition."""
    return pair(
        old,
        new,
        (
            lambda one: (normal_code(one.code), _normal(one.name)),
            lambda one: normal_code(one.code) or None,
            lambda one: _normal(one.name) or None,
        ),
    )


def pair_targets(old: Sequence[Target], new: Sequence[Target]) -> Pairing[Target]:
    """By indicator, date and where it is written; then by less and less of that."""
    return pair(
        old,
        new,
        (
            lambda one: (normal_code(one.indicator), one.date, _normal(one.where), one.value.number),
            lambda one: (normal_code(one.indicator), one.date, _normal(one.where)),
            lambda one: (normal_code(one.indicator), _normal(one.where)),
            lambda one: (normal_code(one.indicator), one.date),
        ),
    )


def strand_key(strand: str) -> str:
    """The number of a strand, or its words where it has none: a title may be worded anew."""
    number = _NUMBER.match(strand.strip())
    return number[0] if number else _normal(strand)


def words(milestone: Milestone) -> str:
    """What a milestone is about."""
    return _normal(f"{milestone.project} {milestone.text}")


def _place(milestone: Milestone) -> tuple[str, str]:
    return strand_key(milestone.strand), _normal(milestone.ref)


def _place_and_text(milestone: Milestone) -> tuple[str, str, str]:
    return (*_place(milestone), words(milestone))


def _project_and_text(milestone: Milestone) -> str | None:
    return words(milestone) or None


def _text(milestone: Milestone) -> str | None:
    return _normal(milestone.text) or None


def _normal(text: str) -> str:
    return " ".join(text.casefold().split())
