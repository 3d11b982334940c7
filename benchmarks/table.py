"""The outcomes as a table: on the screen, and in RESULTS.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.machine import load, machine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.outcome import Outcome

_HEADS = ("what", "against", "goal", "measured", "")
_ABOUT = """\
# Speed and size

Made by `python dev.py bench`. Ratios are measured side by side, in turns, in one run; each is the median of
its turns. Windows are painted offscreen. On another machine the figures differ, the ratios hardly.
"""


def table(outcomes: Iterable[Outcome]) -> str:
    """The rows in Markdown, padded so that they read well as they stand."""
    rows = [
        _HEADS,
        *((each.what, each.against, each.goal, each.measured, each.verdict) for each in outcomes),
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rule = "|".join("-" * (width + 2) for width in widths)
    head, *body = (_line(row, widths) for row in rows)
    return "\n".join((head, f"|{rule}|", *body))


def results(outcomes: Iterable[Outcome]) -> str:
    """The whole of RESULTS.md."""
    return f"{_ABOUT}\nMachine: {machine()}.\n{load()}\n\n{table(outcomes)}\n"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
    return f"| {' | '.join(cells)} |"
