"""The headers that officers write, and the fields they mean: data, not code.

A header is compared without case, punctuation and double spaces. A council's own word for a column is
added here, and nowhere else.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.domain.tables import TableKind

if TYPE_CHECKING:
    from collections.abc import Mapping

_SYNONYMS: Mapping[TableKind, Mapping[str, tuple[str, ...]]] = {
    TableKind.INDICATORS: {
        "code": (
            "code",
            "indicator code",
            "pi code",
            "ref",
            "reference",
            "indicator ref",
            "indicator no",
            "pi",
            "pi no",
        ),
        "name": (
            "definition",
            "description",
            "indicator",
            "indicator name",
            "performance indicator",
            "indicator definition",
            "measure",
            "name",
            "title",
        ),
        "group": ("objective", "outcome", "priority", "theme", "group", "section", "national objective"),
    },
    TableKind.PLAN: {
        "strand": ("strand", "theme", "workstream", "work stream", "priority", "programme strand"),
        "ref": ("ref", "reference", "letter", "no", "number", "project ref", "action no"),
        "project": (
            "project strand",
            "project",
            "project name",
            "project title",
            "objective",
            "area of focus",
        ),
        "milestone": (
            "key milestone",
            "key milestones",
            "milestone",
            "milestones",
            "action",
            "actions",
            "key action",
            "task",
        ),
        "status": ("status", "progress status", "rag", "rag status", "current status"),
        "due": (
            "by when",
            "due",
            "due date",
            "due by",
            "by",
            "deadline",
            "target date",
            "completion date",
            "timescale",
            "timescales",
            "when",
            "date due",
        ),
        "impact": ("impact", "outcome", "expected impact", "intended impact", "outcomes", "success measure"),
        "comments": ("comments", "comment", "progress", "progress update", "update", "notes", "commentary"),
        "owner": ("owner", "lead", "lead officer", "responsible", "responsible officer", "by whom", "who"),
        "contributors": ("contributors", "contributing officers", "partners", "supporting officers"),
        "targeting": ("targeting", "target group", "who for"),
    },
    TableKind.TARGETS: {
        "indicator": ("indicator", "code", "indicator code", "pi", "performance indicator"),
        "value": ("target", "target value", "value", "promise", "promised", "figure"),
        "date": ("by when", "date", "by", "target date", "due", "due date", "when", "by date"),
        "set_by": ("set by", "who set it", "source", "owner", "set"),
        "where": (
            "where written",
            "where",
            "written in",
            "section",
            "reference",
            "where it is written",
            "document",
        ),
        "words": (
            "as written",
            "words",
            "wording",
            "text",
            "quote",
            "quotation",
            "comment",
            "comments",
            "notes",
        ),
    },
    TableKind.EXPENDITURE: {
        "group": ("objective", "outcome", "group", "no"),
        "area": ("priority area", "area", "service", "priority", "budget", "heading"),
        "question": ("question", "item", "description", "line", "detail"),
        "amount": (
            "amount",
            "amount £",
            "£",
            "planned spend",
            "spend",
            "expenditure",
            "planned expenditure",
            "cost",
        ),
    },
}

_NEEDED: Mapping[TableKind, tuple[frozenset[str], ...]] = {
    TableKind.PLAN: (
        frozenset({"milestone"}),
        frozenset({"status", "due", "impact", "comments", "owner", "project"}),
        frozenset({"status", "due", "comments", "owner"}),
    ),
    TableKind.TARGETS: (
        frozenset({"indicator"}),
        frozenset({"value"}),
        frozenset({"date", "set_by", "where"}),
    ),
    TableKind.EXPENDITURE: (frozenset({"amount"}), frozenset({"area", "question"})),
}
"""Of each set, one field at least must stand in the header row for the kind to be recognised."""

LONGEST_HEADER = 60
_PUNCTUATION = re.compile(r"[^\w£]+")


def normal_header(text: str) -> str:
    """A header without case, punctuation and double spaces."""
    return " ".join(_PUNCTUATION.sub(" ", text.casefold()).split())


_FIELDS: Mapping[str, Mapping[TableKind, str]] = {
    header: {
        kind: field
        for kind, fields in _SYNONYMS.items()
        for field, synonyms in fields.items()
        if header in synonyms
    }
    for header in {
        synonym for fields in _SYNONYMS.values() for synonyms in fields.values() for synonym in synonyms
    }
}


@lru_cache(maxsize=4096)
def fields_of(text: str) -> Mapping[TableKind, str]:
    """The fields that a header can mean, one for each kind of table that knows the header."""
    return {} if len(text) > LONGEST_HEADER else _FIELDS.get(normal_header(text), {})


def satisfies(kind: TableKind, fields: frozenset[str]) -> bool:
    """Whether these fields are enough to call a block a table of that kind."""
    return all(fields & needed for needed in _NEEDED[kind])
