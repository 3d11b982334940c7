"""The headers that officers write, and the fields they mean: data, not code.

A header is compared without case, punctuation, double spaces and what stands in brackets, in the singular
or the plural; of "Comments / progress" the first word counts. A council's own word for a column is added
here, and nowhere else.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.tables import TableKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

# The words for each field, the surest first: where two headers could mean one field, the surer has it, and
# the other takes the next field that it can mean.
_SPONSORS = ("sponsor", "ctb sponsor", "board sponsor", "partnership sponsor")
_LEADS = (
    *("lead", "lcc lead", "delivery lead", "council lead", "lead officer", "lead person"),
    *("lcc children s services lead", "children s services lead"),
)
_LINKED = (
    *("linked indicators and issues", "linked indicator", "linked issue"),
    *("examples of linked indicators and issues", "link"),
)
_SYNONYMS: Mapping[TableKind, Mapping[str, tuple[str, ...]]] = {
    TableKind.INDICATORS: {
        "code": (
            *("code", "indicator code", "pi code", "measure code", "indicator ref", "pi ref", "kpi ref"),
            *("indicator no", "pi no", "indicator number", "pi number", "ref", "reference", "ref no"),
            *("pi", "kpi", "indicator", "measure", "no", "number"),
        ),
        "name": (
            *("definition", "indicator definition", "pi definition", "indicator description"),
            *("performance indicator", "indicator name", "indicator title", "indicator", "measure"),
            *("performance measure", "description", "name", "title", "pi", "kpi"),
        ),
        "group": (
            *("objective", "national objective", "outcome", "priority", "theme", "group", "section"),
            *("obsession", "strand"),
        ),
        "baseline": ("baseline", "baseline value", "baseline figure"),
        "baseline_period": (
            *("baseline period", "period of baseline", "baseline date", "date of baseline", "baseline as at"),
            *("baseline year",),
        ),
        # Beneath the doubt that an outcome and a group leave: alone, a priority is the group.
        "priority": ("plan priority", "council priority", "key priority", "priorities", "priority"),
        "sponsor": _SPONSORS,
        "lead": _LEADS,
        "linked": _LINKED,
    },
    TableKind.PLAN: {
        "strand": (
            *("strand", "programme strand", "workstream", "work stream", "theme", "priority", "objective"),
            *("outcome", "obsession", "section"),
        ),
        "ref": (
            *("ref", "reference", "ref no", "project ref", "action ref", "action no", "action number"),
            *("letter", "no", "number", "item"),
        ),
        "project": (
            *("project strand", "project", "project name", "project title", "priority", "objective"),
            *("area of focus", "recommendation", "area for improvement", "action", "description", "title"),
        ),
        "milestone": (
            *("key milestone", "milestone", "milestone or target", "milestone target", "key action"),
            *("action", "task", "activity", "step", "what we will do", "what will we do"),
        ),
        "status": (
            *("status", "progress status", "current status", "rag status", "rag", "rag rating", "brag"),
            *("brag rating", "brag status"),
        ),
        "due": (
            *("by when", "due date", "due", "date due", "due by", "target date", "deadline"),
            *("target completion date", "planned completion date", "planned date"),
            *("completion date", "end date", "finish date", "timescale", "timeline", "when", "by", "date"),
        ),
        "impact": (
            *("impact", "expected impact", "intended impact", "success measure", "outcome"),
            *("expected outcome", "intended outcome", "benefit"),
        ),
        "comments": (
            *("comment", "commentary", "progress update", "progress", "update", "latest update", "note"),
        ),
        "owner": (
            *("owner", "action owner", "lead", "lead officer", "lead person", "responsible officer"),
            *("responsible", "responsibility", "by whom", "who", "officer"),
        ),
        "contributors": (
            *("contributor", "contributing officer", "contributing team", "supporting officer"),
            *("support", "partner"),
        ),
        "targeting": ("targeting", "target group", "who for"),
        "action": (  # where another column is the milestone; the doubtful words come last
            *("action to be taken", "action to take", "action required", "action planned", "planned action"),
            *("agreed action", "proposed action", "action in hand", "main action", "main activity"),
            *("planned activity", "how we will do it", "how will we do it", "how", "action", "activity"),
        ),
    },
    TableKind.TARGETS: {
        "indicator": (
            *("indicator", "indicator code", "pi code", "code", "performance indicator", "pi", "measure"),
            *("definition", "ref"),
        ),
        "value": ("target", "target value", "value", "promise", "promised", "figure"),
        "date": ("by when", "target date", "by date", "date", "due date", "due", "deadline", "when", "by"),
        "set_by": ("set by", "who set it", "set", "source", "owner", "who"),
        "where": (
            *("where written", "where it is written", "written in", "where", "document", "section"),
            *("reference", "source"),
        ),
        "words": (*("as written", "words", "wording", "text", "quotation", "quote", "comment", "note"),),
    },
    TableKind.EXPENDITURE: {
        "group": ("objective", "outcome", "group", "no", "number"),
        "area": ("priority area", "area", "service", "priority", "budget", "heading"),
        "question": ("question", "item", "description", "line", "detail"),
        "amount": (
            *("amount", "amount £", "£", "planned spend", "planned expenditure", "spend", "expenditure"),
            *("cost",),
        ),
    },
    TableKind.NARRATIVE: {
        "group": ("objective", "national objective", "outcome"),
        "section": ("section",),
        "part": ("part",),
        "question": ("question", "heading", "title", "what is asked"),
        "number": ("no", "number", "paragraph", "para", "item"),
        "text": ("text", "answer", "response", "narrative", "what the plan says", "wording"),
        "figure": ("figure", "box", "number in the box", "value"),
        "indicators": ("speaks of", "indicator", "linked indicator"),
    },
    TableKind.PRIORITIES: {
        "outcome": ("outcome", "strategic outcome", "objective", "theme"),
        "number": ("no", "number", "ref"),
        "priority": ("priority", "priorities"),
        "obsession": ("obsession", "starting point"),
        "sponsor": _SPONSORS,
        "lead": _LEADS,
    },
    TableKind.FOCUS: {
        "area": ("area of focus", "areas of focus", "focus area", "key area of focus", "key areas of focus"),
        "update": ("update", "progress update", "progress", "comment", "commentary", "summary"),
        "rating": (
            *("status and direction", "rag and direction", "rating and direction", "rag status", "rag"),
            *("rag rating", "rating", "status"),
        ),
        "direction": ("direction of travel", "direction", "trend"),
    },
    TableKind.LINKAGES: {
        "indicator": ("indicator", "key indicator", "indicator code", "obsession", "code"),
        "linked": _LINKED,
    },
}

# Of each set, one field at least must stand in the header row for the kind to be recognised.
_NEEDED: Mapping[TableKind, tuple[frozenset[str], ...]] = {
    TableKind.PLAN: (frozenset({"milestone"}), frozenset({"status", "due", "comments", "owner"})),
    TableKind.TARGETS: (
        frozenset({"indicator"}),
        frozenset({"value"}),
        frozenset({"date", "set_by", "where"}),
    ),
    TableKind.EXPENDITURE: (frozenset({"amount"}), frozenset({"area", "question"})),
    TableKind.NARRATIVE: (frozenset({"section"}), frozenset({"text"})),
    TableKind.PRIORITIES: (frozenset({"priority"}), frozenset({"sponsor"})),
    TableKind.FOCUS: (frozenset({"area"}), frozenset({"rating"})),
    TableKind.LINKAGES: (frozenset({"indicator"}), frozenset({"linked"})),
}

# Words that head a column of any table, a budget's too: alone they make no table of indicators.
_COMMON = frozenset({"ref", "reference", "ref no", "no", "number", "description", "name", "title"})

NAMING = frozenset({"code", "name", "ref", "project", "milestone", "indicator", "area", "question"})
"""The fields whose columns tell the records of a table apart."""
LONGEST_HEADER = 60
_PUNCTUATION = re.compile(r"[^\w£]+")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_ALTERNATIVES = re.compile(r"[/&:;\n]|\b(?:and|or)\b", re.IGNORECASE)


class Meaning(NamedTuple):
    """A field that a header can mean; the lower its doubt, the surer the word."""

    doubt: int
    kind: TableKind
    field: str


def _meanings() -> Mapping[str, tuple[Meaning, ...]]:
    found: dict[str, list[Meaning]] = {}
    for kind, fields in _SYNONYMS.items():
        for field, synonyms in fields.items():
            for doubt, synonym in enumerate(synonyms):
                found.setdefault(synonym, []).append(Meaning(doubt, kind, field))
    return {header: tuple(meanings) for header, meanings in found.items()}


_MEANINGS = _meanings()
_FIRST_WORDS = frozenset(synonym.split()[0] for synonym in _MEANINGS)
_FIRST_WORD = re.compile(r"(?:\([^)]*\)|\[[^\]]*\]|[^\w£])*([\w£]+)")


def normal_header(text: str) -> str:
    """A header without case, punctuation and double spaces."""
    return " ".join(_PUNCTUATION.sub(" ", text.casefold()).split())


def _readings(text: str) -> Iterator[str]:
    """The ways to read a header, the most literal first."""
    yield normal_header(text)
    bare = _BRACKETS.sub(" ", text) if "(" in text or "[" in text else text
    if bare is not text:
        yield normal_header(bare)
    first = _ALTERNATIVES.split(bare.strip(), maxsplit=1)[0]
    if len(first) < len(bare):
        yield normal_header(first)


@lru_cache(maxsize=1 << 14)
def _known(text: str) -> str | None:
    """The synonym that a header is read as; None where it matches none."""
    first = _FIRST_WORD.match(text)  # most texts fail here, and every cell of a sheet is asked
    word = first[1].casefold() if first else ""
    if word not in _FIRST_WORDS and word.removesuffix("s") not in _FIRST_WORDS:
        return None
    for header in _readings(text):
        for form in (header, header.removesuffix("s")):
            if form in _MEANINGS:
                return form
    return None


def meanings_of(text: str) -> tuple[Meaning, ...]:
    """The fields that a header can mean, of every kind of table that knows it."""
    known = _known(text) if len(text) <= LONGEST_HEADER else None
    return () if known is None else _MEANINGS[known]


def named_columns(
    kind: TableKind, texts: Mapping[int, str], barred: Collection[tuple[int, str]] = ()
) -> dict[int, str]:
    """The fields of columns by their headers: a field to a column, the surest word first.

    `barred` are columns with fields that they can't hold, by what stands in them.
    """
    claims = sorted(
        (meaning.doubt, column, meaning.field)
        for column, text in texts.items()
        for meaning in meanings_of(text)
        if meaning.kind is kind and (column, meaning.field) not in barred
    )
    found: dict[int, str] = {}
    for _, column, field in claims:
        if column not in found and field not in found.values():
            found[column] = field
    return found


def fields_of(kind: TableKind) -> tuple[str, ...]:
    """The fields that a column of such a table can hold."""
    return tuple(_SYNONYMS[kind])


def is_common(text: str) -> bool:
    """Whether a header is a word that any table may use."""
    return _known(text) in _COMMON


def satisfies(kind: TableKind, fields: Collection[str]) -> bool:
    """Whether these fields are enough to call a block a table of that kind."""
    return kind in _NEEDED and all(not needed.isdisjoint(fields) for needed in _NEEDED[kind])
