"""Checking many returns from the command line, one after another and two at a time."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from benchmarks.clock import Comparison
from benchmarks.outcome import Outcome
from desktop import assets

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.size import Size

_FASTER, _MOST_MEMORY = 1.7, 300
_JOBS = 2
_TURNS = 3


def measure(size: Size, folder: Path) -> tuple[Outcome, ...]:
    """The time with --jobs 1 over the time with --jobs 2, and the memory of the latter."""
    example = assets.template("examples", "leicester-map-2001.xlsx")
    files = [shutil.copyfile(example, folder / f"return-{number:03}.xlsx") for number in range(size.returns)]
    turns = min(size.turns, _TURNS)
    runs = [(_check(files, 1), _check(files, _JOBS)) for _ in range(turns)]
    found = Comparison(ours=tuple(one for (one, _), _ in runs), theirs=tuple(two for _, (two, _) in runs))
    # The largest process, once for each worker and once for the one that hands out the work.
    memory = max(peak for _, (_, peak) in runs) * (_JOBS + 1)
    return (
        Outcome(
            what=f"check {size.returns} returns with --jobs {_JOBS}",
            against="one after another",
            goal=f"≥ {_FASTER:g} × faster, ≤ {_MOST_MEMORY} MB",
            measured=f"{found.words} faster, at most {memory:.0f} MB",
            met=found.ratio >= _FASTER and memory <= _MOST_MEMORY,
        ),
    )


def _check(files: list[Path], jobs: int) -> tuple[float, float]:
    """Seconds, and the memory of the largest process in MB."""
    words = ["check", *map(str, files), "--as-at", "31/03/2001", "--jobs", str(jobs), "--format", "json"]
    command = [sys.executable, "-m", "benchmarks.timed_run", sys.executable, "-m", "desktop", *words]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in {0, 1}:
        raise RuntimeError(f"the check ended with status {done.returncode}: {done.stderr}")
    seconds, peak = map(float, done.stdout.split())
    return seconds, peak
