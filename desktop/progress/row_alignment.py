"""Which row of a sheet is which row of another state of it, by what stands in them."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, TypeAlias

from desktop.progress.pairing import Likeness, pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.domain.edits import Content
    from desktop.workbook.sheet import Sheet

LIKE_NEARBY, LIKE_ELSEWHERE = 0.5, 0.8
"""How alike the texts of one row are before and after a change: among the rows that changed around it, and
anywhere in the sheet."""
_NAMING = 2  # texts at the beginning of a row that name it, mostly

Held: TypeAlias = "tuple[Content, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """The rows of one state (keys) as rows of the other (values); `added` are in the other only."""

    rows: dict[int, int]
    added: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    held: Held

    @property
    def text(self) -> str:
        return " ".join(" ".join(map(str, self.held)).casefold().split())

    @property
    def names(self) -> tuple[str, ...] | None:
        """The first texts of the row; None where it has none."""
        texts = [held.casefold().strip() for held in self.held if isinstance(held, str) and held.strip()]
        return tuple(texts[:_NAMING]) or None


def align(one: Sheet, other: Sheet) -> Alignment:
    """Equal rows in the order of both, then rows that are alike, wherever they stand now."""
    before, after = list(_lines(one)), list(_lines(other))
    rows: dict[int, int] = {}
    for changed, ends in _stretches(before, after, rows):
        rows |= _alike(changed, ends, LIKE_NEARBY)
    left = [line for line in before if line.number not in rows and line.held]
    taken = set(rows.values())
    rows |= _alike(left, [line for line in after if line.number not in taken and line.held], LIKE_ELSEWHERE)
    taken = set(rows.values())
    return Alignment(rows=rows, added=tuple(line.number for line in after if line.number not in taken))


def paired_rows(one: Sheet, rows: Iterable[int], other: Sheet, others: Iterable[int]) -> dict[int, int]:
    """Which of some rows of a sheet (keys) are which of some rows of another; blank ones are none."""
    before, after = set(rows), set(others)
    return _alike(
        [line for line in _lines(one) if line.number in before and line.held],
        [line for line in _lines(other) if line.number in after and line.held],
        LIKE_ELSEWHERE,
    )


def _lines(sheet: Sheet) -> Iterator[_Line]:
    for number, row in enumerate(sheet.rows, start=1):
        end = len(row)
        while end and row[end - 1] == "":
            end -= 1
        yield _Line(number, tuple(row[:end]))


def _stretches(
    before: Sequence[_Line], after: Sequence[_Line], rows: dict[int, int]
) -> Iterator[tuple[Sequence[_Line], Sequence[_Line]]]:
    """The stretches that differ; the equal rows between them go into `rows`."""
    matcher = SequenceMatcher(
        None, [line.held for line in before], [line.held for line in after], autojunk=False
    )
    for what, start, end, start_after, end_after in matcher.get_opcodes():
        if what == "equal":
            rows |= {
                line.number: same.number
                for line, same in zip(before[start:end], after[start_after:end_after], strict=True)
            }
        else:
            yield before[start:end], after[start_after:end_after]


def _alike(before: Sequence[_Line], after: Sequence[_Line], least: float) -> dict[int, int]:
    pairing = pair(
        before,
        after,
        (lambda line: line.held or None, lambda line: line.names),
        (Likeness(within=lambda _: None, text=lambda line: line.text, least=least),),
    )
    return {one.number: other.number for one, other in pairing.both}
