"""A process of its own that says how long it took, from its start, until a window was painted.

    python -m benchmarks.first_paint STARTED milepost|bare UNTIL WORKBOOK ROWS COLUMNS

STARTED is the time on the clock at which the process was started, in seconds; UNTIL names the views that
are to be painted, joined by commas. Nothing is loaded here that the one or the other would load later.
"""

from __future__ import annotations

import sys
from pathlib import Path


def show_milepost(started: float, names: set[str], workbook: Path) -> None:
    """Go the way that `python -m desktop WORKBOOK` goes."""
    from desktop.cli.entry import load_before_qt

    load_before_qt()
    from benchmarks.paint_watch import FirstPaint
    from desktop import app

    watch = FirstPaint(started, names)
    app.run(workbook)
    watch.deleteLater()


def show_bare(started: float, names: set[str], rows: int, columns: int) -> None:
    """Show a table of that size, and a plot beside it where one is wanted."""
    from PySide6.QtWidgets import QApplication, QSplitter

    from benchmarks.bare import BareModel, bare_table, bare_window
    from benchmarks.paint_watch import FirstPaint

    application = QApplication(sys.argv[:1])
    texts = [[f"Row {row}, column {column}" for column in range(columns)] for row in range(rows)]
    model = BareModel(texts)
    content = QSplitter()
    content.addWidget(bare_table(model))
    if "plot" in names:
        import pyqtgraph

        plot = pyqtgraph.PlotWidget()
        plot.setObjectName("plot")
        plot.plot([1, 2, 3, 4, 5], [3, 4, 4, 5, 6])
        content.addWidget(plot)
    window = bare_window(content)
    window.show()
    watch = FirstPaint(started, names)
    application.exec()
    watch.deleteLater()


def main(started: str, which: str, until: str, workbook: str, rows: str, columns: str) -> None:
    """Show the one or the other, and print when it was painted."""
    names = set(until.split(","))
    if which == "milepost":
        show_milepost(float(started), names, Path(workbook))
    else:
        show_bare(float(started), names, int(rows), int(columns))


if __name__ == "__main__":
    main(*sys.argv[1:])
