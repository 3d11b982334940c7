"""The menu of the projection chart, by the right button or the menu key: its actions, and its series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from desktop.ui.menus.chart_menu import CHART

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction

    from desktop.charts.legend import Entry
    from desktop.ui.panels.chart_panel import ChartPanel


class ChartMenu(QMenu):
    """Opens over the chart where it is asked for; each series can be ticked to be shown."""

    def __init__(self, panel: ChartPanel, actions: Mapping[str, QAction]) -> None:
        """Be the menu of a panel's chart, with the window's actions on charts."""
        super().__init__(panel)
        self.setObjectName("chartMenu")
        self.setAccessibleName("What to do with the chart")
        self._panel = panel
        self._series: list[QAction] = []
        for action in CHART:
            if action.separate:
                self.addSeparator()
            self.addAction(actions[action.id])
        self.addSection("Show")
        panel.menu_wanted.connect(self._open)

    def _open(self, place: QPoint) -> None:
        for gone in self._series:  # `clear` would take the window's own actions with them
            self.removeAction(gone)
            gone.deleteLater()
        legend = () if self._panel.projection is None else self._panel.projection.legend
        self._series = [self._added(entry) for entry in legend]
        self.popup(place)

    def _added(self, entry: Entry) -> QAction:
        series = self.addAction(entry.text[:1].upper() + entry.text[1:])
        series.setCheckable(True)
        series.setChecked(entry.shown)
        series.triggered.connect(lambda _checked=False: self._switch(entry))
        return series

    def _switch(self, entry: Entry) -> None:
        if self._panel.projection is not None:
            self._panel.projection.switch(entry.key)
