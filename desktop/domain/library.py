"""The indicator library: what is known of each published indicator, read from its CSV text."""

from __future__ import annotations

import csv
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.domain.indicators import Measure, Polarity

if TYPE_CHECKING:
    from collections.abc import Mapping


@lru_cache(maxsize=1 << 16)  # more than a workbook has codes: each edit asks for all of them
def normal_code(code: str) -> str:
    """A code without the accidents of typing: one space between words, no bars, upper case."""
    return " ".join(code.replace("|", " ").split()).upper()


def read_library(text: str) -> Mapping[str, Measure]:
    """Measures by normalised code, from CSV text with a header row."""
    return {normal_code(row["code"]): _measure(row) for row in csv.DictReader(text.splitlines())}


def _measure(row: Mapping[str, str]) -> Measure:
    return Measure(
        unit=row["unit"],
        minimum=_number(row["minimum"]),
        maximum=_number(row["maximum"]),
        polarity=Polarity(row["polarity"]),
        ideal=_number(row["ideal"]),
        basis=row["basis"],
        same_as=row["same_as"],
        relation=row["relation"],
        note=row["note"],
    )


def _number(text: str) -> float | None:
    return float(text) if text else None
