"""What a text looks like, read alone: a code, the name of a measure, a heading, a note."""

from __future__ import annotations

import re

_CODE = re.compile(
    r"\|?\s*[A-Z]{2,5}[ /]?(?:[A-Z]{2}/)?[A-Z]?\d+(?:\.\d+)*[a-z]?(?:\s+\w+)?\s*\|?|\|\s*[\d.]+[a-z]?\s*\|"
)
_MEASURE = re.compile(
    r"(?:the |total |average )*(?:number|no\.|per ?cent|proportion|rate|ratio|average|mean|median)\b|.*%",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[A-Z]{1,2}|(?:\d{1,2}\.)*\d{1,2}[a-z]?\.?|[A-Z]\d{1,2}|[ivx]{1,4}", re.IGNORECASE)
_HEADING = re.compile(
    r"(?:objective|outcome|priority|theme|strand|section|obsession)\b(?!.*\baction plan\b[\s\d/–-]*\Z)"
    r"|\d+[.)]\s",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\d+\s*[.):]\s*[^\W\d]")
_ASIDE = re.compile(
    r"(?:(?:sub|grand|overall)[\s-]*)?totals?\s*(?:[:(£].*)?\Z|notes?\s*(?:[:.\d]|\Z)|source\s*:|key\s*:|n\.?b\.?[\s:]|\*",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"[(\[]?\s*(?:worked\s+)?(?:example|illustration|specimen)s?(?:\s+(?:row|entry|only|text))?\s*\d?\s*[)\]]?"
    r"\s*(?:[:–—-].*)?\Z|[(\[]?\s*(?:e\.g\.?|eg[:,])|for\s+example\b",
    re.IGNORECASE | re.DOTALL,
)


def is_code(text: str) -> bool:
    """How indicator codes look: PAF A1, QP 1.1.2, QP 2a, CYPP 3 primary, PAF CF/A1, |2.1.1|."""
    return _CODE.fullmatch(text.strip()) is not None


def is_measure(text: str) -> bool:
    """Whether a text reads like the name of a measure: "Number of …", "% of …"."""
    return _MEASURE.match(text) is not None


def is_letter(text: str) -> bool:
    """Whether a text is a letter or number that projects are told apart by: A, 1.4, iv."""
    return _LETTER.fullmatch(text.strip()) is not None


def is_heading(text: str) -> bool:
    """Whether a text that stands alone reads like the name of a group, not like a title or a note."""
    return _HEADING.match(text) is not None


def is_numbered(text: str) -> bool:
    """Whether a text begins with a number, as the names of strands do: "1. Prevention"."""
    # Most begin with a letter, and every field of a pasted row is asked.
    return text[:1].isdigit() and _NUMBERED.match(text) is not None


def is_aside(text: str) -> bool:
    """Whether a text begins a total, a note or a source: no record."""
    return _ASIDE.match(text) is not None


def is_example(text: str) -> bool:
    """Whether a text says that it, and the row it begins, only shows how to fill in the form."""
    return _EXAMPLE.match(text.strip()) is not None
