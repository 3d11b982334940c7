"""Beneath a preview: turns its pages, says which is shown, and how large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QToolButton, QWidget

from desktop.printing.preview import FIT

if TYPE_CHECKING:
    from desktop.printing.preview import Preview

_ZOOMS = {FIT: "Whole page", 0.5: "50 %", 0.75: "75 %", 1.0: "100 %", 1.5: "150 %", 2.0: "200 %"}


class PageBar(QWidget):
    """Follows a preview, however its pages are turned."""

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self._preview = preview
        self._back = _arrow("◀", "Previous page")
        self._on = _arrow("▶", "Next page")
        self._number = QSpinBox()
        self._number.setAccessibleName("Page")
        self._number.setMinimum(1)
        self._of = QLabel()
        self._zoom = QComboBox()
        self._zoom.setAccessibleName("How large the page is shown")
        self._zoom.addItems(list(_ZOOMS.values()))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        for widget in (self._back, QLabel("Page"), self._number, self._of, self._on):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self._zoom)
        self._back.clicked.connect(lambda: preview.turn_to(preview.shown - 1))
        self._on.clicked.connect(lambda: preview.turn_to(preview.shown + 1))
        self._number.valueChanged.connect(lambda number: preview.turn_to(number - 1))
        self._zoom.activated.connect(lambda place: preview.set_zoom(list(_ZOOMS)[place]))
        preview.turned.connect(self._follow)
        preview.zoomed.connect(self._show_zoom)
        self._follow(preview.shown)

    def _follow(self, shown: int) -> None:
        pages = len(self._preview.pages)
        self._number.blockSignals(True)
        self._number.setMaximum(max(1, pages))
        self._number.setValue(shown + 1)
        self._number.blockSignals(False)
        self._of.setText(f"of {pages}")
        self._back.setEnabled(shown > 0)
        self._on.setEnabled(shown < pages - 1)

    def _show_zoom(self, zoom: float) -> None:
        """Show the zoom that comes nearest to what was reached by keys or the wheel."""
        nearest = min(_ZOOMS, key=lambda known: ((known == FIT) is not (zoom == FIT), abs(known - zoom)))
        self._zoom.setCurrentIndex(list(_ZOOMS).index(nearest))


def _arrow(sign: str, name: str) -> QToolButton:
    made = QToolButton()
    made.setText(sign)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made
