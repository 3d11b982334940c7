"""What stands above a plan: its outcome, who answers for it, and the key indicator with its baseline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.baselines import baseline_period
from desktop.domain.values import read_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.domain.cells import CellRef
    from desktop.domain.indicators import Indicator
    from desktop.domain.periods import Period
    from desktop.domain.values import Value

HEAD_FIELDS = ("outcome", "director", "lead", "sponsor", "priorities")
"""What a fact of a head can be."""
_LABELS = {
    "outcome": r"(?:strategic |desired |intended )?outcome",
    "director": r"(?:accountable|responsible|lead) (?:director|officer)|accountable lead",
    "lead": r"(?:delivery|programme|project|plan|lcc|council) lead|lead",
    "sponsor": r"(?:ctb |board |partnership |executive |project )?sponsors?",
}
_SEPARATOR = r"\s*(?::|[-\u2013\u2014](?=\s))\s*"
_LABEL = re.compile(
    "|".join(rf"(?P<{field}>(?:^|(?<=\s))(?:{words}){_SEPARATOR})" for field, words in _LABELS.items())
    + r"|(?P<priorities>^priorities(?: for this outcome)?(?: are\b|\s*:)\s*)",
    re.IGNORECASE,
)
_KEY_INDICATOR = re.compile(r"key indicators?\b", re.IGNORECASE)
_BULLET = re.compile(r"[•●◦▪■\uf0b7]\s*|[-–—*]\s+")
_FIGURE = r"(?P<figure>£?\d[\d,]*(?:\.\d+)?\s*%?)"
_BASELINE = re.compile(
    r"(?P<name>.+?)\s*[-\u2013\u2014:,]\s*baseline\s*(?:(?:as at|at|in|for|of)\s+)?(?P<when>.*?)"
    rf"\s*[-\u2013\u2014:]\s*{_FIGURE}\s*(?:\((?P<within>[^)]*)\))?\s*\.?",
    re.IGNORECASE,
)
_AS_AT = re.compile(
    rf"(?P<name>.+?)\s*[-\u2013\u2014:]\s+{_FIGURE}\s+(?:as at|at|in)\s+(?P<when>.+?)\s*\.?", re.IGNORECASE
)
_NOT_A_WORD = re.compile(r"[^\w%£]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadFact:
    """One thing that is said above a plan, such as who leads it; several may stand in one cell."""

    field: str
    text: str
    cell: CellRef


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyIndicator:
    """The indicator that a plan is to move, with its baseline; `period` is None where none can be read."""

    name: str
    baseline: Value
    period: Period | None
    cell: CellRef


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanHead:
    """What is said above one plan, in the order of the sheet; `focus` are bullets beneath its indicators."""

    table: str
    facts: tuple[HeadFact, ...] = ()
    indicators: tuple[KeyIndicator, ...] = ()
    focus: tuple[HeadFact, ...] = ()

    def text(self, field: str) -> str:
        """What is said of a field; empty where nothing is."""
        return "; ".join(fact.text for fact in self.facts if fact.field == field)

    @property
    def told(self) -> Iterator[tuple[CellRef, str]]:
        """Each thing in words, as it is shown to a person, with its cell."""
        for fact in (*self.facts, *self.focus):
            yield fact.cell, f"{_FACT_WORDS[fact.field]}: {fact.text}"
        for key in self.indicators:
            when = f" ({key.period.label})" if key.period is not None else ""
            yield key.cell, f"Key indicator: {key.name}, baseline {key.baseline.raw}{when}"


_FACT_WORDS = {
    "outcome": "Outcome",
    "director": "Accountable director",
    "lead": "Delivery lead",
    "sponsor": "Sponsors",
    "priorities": "Priorities",
    "focus": "Initial focus",
}


def read_head(table: str, lines: Iterable[tuple[CellRef, str]]) -> PlanHead | None:
    """What the lines above a plan say; None where they say nothing of the kind.

    Beneath a line that begins with "Key indicator", a line with a figure is one, and bullets are its focus.
    """
    facts: list[HeadFact] = []
    indicators: list[KeyIndicator] = []
    focus: list[HeadFact] = []
    keyed = False
    for cell, text in lines:
        words = " ".join(text.split())
        told = tuple(_facts(cell, words))
        facts += told
        if told:
            keyed = False
            continue
        keyed = keyed or _KEY_INDICATOR.match(words) is not None
        indicator = _key_indicator(cell, words) if keyed else None
        if indicator is not None:
            indicators.append(indicator)
        elif keyed and (bullet := _BULLET.match(words)) is not None:
            focus.append(HeadFact(field="focus", text=words[bullet.end() :], cell=cell))
    if not facts and not indicators:
        return None
    return PlanHead(table=table, facts=tuple(facts), indicators=tuple(indicators), focus=tuple(focus))


def _facts(cell: CellRef, words: str) -> Iterator[HeadFact]:
    """What a line says under labels; nothing where it doesn't begin with one."""
    labels = list(_LABEL.finditer(words))
    if not labels or labels[0].start() != 0:
        return
    ends = [*(label.start() for label in labels[1:]), len(words)]
    for label, end in zip(labels, ends, strict=True):
        text = words[label.end() : end].strip(" ,;")
        if text and label.lastgroup is not None:
            yield HeadFact(field=label.lastgroup, text=text, cell=cell)


def _key_indicator(cell: CellRef, words: str) -> KeyIndicator | None:
    match = _BASELINE.fullmatch(words) or _AS_AT.fullmatch(words)
    if match is None:
        return None
    found = match.groupdict()
    when = found.get("within") or found["when"]
    return KeyIndicator(
        name=_KEY_INDICATOR.sub("", found["name"], count=1).lstrip(" :-\u2013\u2014"),
        baseline=read_value(found["figure"].strip()),
        period=baseline_period(when),
        cell=cell,
    )


def counted_by(key: KeyIndicator, indicators: Sequence[Indicator]) -> Indicator | None:
    """The indicator of the workbook that a key indicator names, by its code or its name; None without one."""
    name = _plain(key.name)
    return next((one for one in indicators if name in {_plain(one.name), _plain(one.code)}), None)


def _plain(name: str) -> str:
    """A name without case, punctuation and the article that it begins with."""
    words = _NOT_A_WORD.sub(" ", name.casefold()).strip()
    return words.removeprefix("the ")
