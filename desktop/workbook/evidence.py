"""What the cells beneath a header say of its columns, where its words leave it open."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from desktop.workbook.shapes import is_code, is_heading, is_letter, is_measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.workbook.sheet import Sheet

Sample: TypeAlias = "Sequence[Sequence[str]]"
"""The texts of some rows, each from column A on."""

_LONGEST_CODE = 6  # characters, typically, of what is surely a code


def sample_of(sheet: Sheet, first: int, last: int) -> Sample:
    """The texts of the rows from the first to the last."""
    return [sheet.texts(row) for row in range(first, last + 1)]


def code_column(sample: Sample, columns: Iterable[int]) -> int | None:
    """The column in which indicator codes stand: most of its texts look like codes, in the most rows."""
    best, most = None, 0
    for column in columns:
        texts = [text for text in _texts(sample, column) if not is_heading(text)]
        codes = sum(map(is_code, texts))
        if codes > most and codes * 2 > len(texts):
            best, most = column, codes
    return best


def measures_column(sample: Sample, columns: Iterable[int]) -> int | None:
    """The first column with texts, where half of them read like names of measures: "Number of …"."""
    for column in columns:
        texts = _texts(sample, column)
        if texts:
            measures = sum(map(is_measure, texts))
            return column if measures * 2 >= len(texts) else None
    return None


def letters_column(sample: Sample, project: int, columns: Iterable[int]) -> int | None:
    """The column with the letter or number of each project: short, and filled where the project is."""
    best, most = None, 0
    for column in columns:
        letters = [row for row in sample if is_letter(row[column - 1])]
        beside = sum(bool(row[project - 1].strip()) for row in letters)
        score = 2 * beside - len(letters)
        if score > most:
            best, most = column, score
    return best


def names_column(sample: Sample, letters: int, columns: Iterable[int]) -> int | None:
    """The nearest column with a name to each letter: most of its texts differ, and they are no letters."""
    found = []
    for column in columns:
        names = [row[column - 1].strip() for row in sample if is_letter(row[letters - 1])]
        told_apart = len({name for name in names if name and not is_letter(name)})
        if told_apart * 2 > len(names):
            found.append(column)
    return min(found, key=lambda column: (abs(column - letters), -column), default=None)


def distinct(sample: Sample, column: int) -> int:
    """How many different texts stand in a column."""
    return len(set(_texts(sample, column)))


def looks_like_codes(sample: Sample, column: int) -> bool:
    """Whether a column holds codes, of whatever council: short texts, most of them with a digit."""
    texts = _texts(sample, column)
    digits = sum(any(map(str.isdigit, text)) for text in texts)
    short = typical_length(sample, column) <= _LONGEST_CODE and digits * 2 > len(texts)
    return short or code_column(sample, [column]) is not None


def typical_length(sample: Sample, column: int) -> int:
    """The median length of the texts in a column; 0 where it is empty."""
    lengths = sorted(map(len, _texts(sample, column)))
    return lengths[len(lengths) // 2] if lengths else 0


def _texts(sample: Sample, column: int) -> list[str]:
    return [text for row in sample if (text := row[column - 1].strip())]
