"""From the start of the process to the first painted window, and to the painted chart."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

from benchmarks.clock import side_by_side
from desktop import assets
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.clock import Measurement
    from benchmarks.outcome import Outcome
    from benchmarks.size import Size


def measure(size: Size, _folder: Path) -> tuple[Outcome, ...]:
    """Both starts with the Leicester example, each against a bare window with a table of the same size."""
    example = assets.template("examples", "leicester-map-2001.xlsx")
    window = side_by_side(
        _start("milepost", "grid,findingsList", example), _start("bare", "table", example), size.starts
    )
    chart = side_by_side(
        _start("milepost", "grid,chart", example), _start("bare", "table,plot", example), size.starts
    )
    return (
        window.outcome("process start to first painted window", "a bare window with a QTableView", 1.5),
        chart.outcome(
            "process start to the chart painted", "a bare window with a QTableView and a pyqtgraph plot", 1.2
        ),
    )


def _start(which: str, until: str, workbook: Path) -> Measurement:
    table = Workbook.open(workbook).contents.tables[0]
    shape = (str(workbook), str(table.records), str(len(table.columns)))

    def measure_one() -> float:
        command = [sys.executable, "-m", "benchmarks.first_paint", str(time.time()), which, until, *shape]
        done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
        return float(done.stdout)

    return measure_one
