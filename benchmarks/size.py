"""How large the benchmarks are: as the goals say, or so small that a test can run them all."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """Rows of the workbooks, and how often each thing is measured."""

    starts: int
    turns: int
    rows: int
    pasted_rows: int
    edits: int
    pages: int
    growth: tuple[int, ...]
    """Rows, from few to many."""
    kilobytes: tuple[int, ...]
    """How large the typical workbooks are, roughly."""
    returns: int

    @property
    def most_rows(self) -> int:
        """Rows of the largest workbook."""
        return self.growth[-1]


FULL = Size(
    starts=7,
    turns=5,
    rows=5_000,
    pasted_rows=1_250,
    edits=200,
    pages=100,
    growth=(1_000, 10_000, 100_000),
    kilobytes=(100, 250, 500, 1_000, 2_000),
    returns=150,
)
TINY = Size(
    starts=1,
    turns=1,
    rows=40,
    pasted_rows=10,
    edits=3,
    pages=2,
    growth=(20, 60),
    kilobytes=(10,),
    returns=3,
)
