"""Pages to print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtCore import QPointF

from desktop.printing.page import ChartPage, Figures, Note

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

FIGURES = Figures(
    headers=("1998/99", "31/3/00", "31/3/01"),
    kinds=("outturn", "provisional", "planned"),
    values=("N/A", "71.4", "85.0"),
)


class MakePage(Protocol):
    def __call__(self, *, notes: int = ..., figures: Figures = ..., title: str = ...) -> ChartPage: ...


@pytest.fixture
def make_page(qapp: object) -> MakePage:
    def make(
        *,
        notes: int = 2,
        figures: Figures = FIGURES,
        title: str = "PAF C20 Reviews of child protection cases",
    ) -> ChartPage:
        return ChartPage(
            title=title,
            status="not yet judged: no actual for a planned date",
            subtitle="Objective 2 · percent · higher is better",
            source="Source: example.xlsx, Indicators!C14:H14 · as at 31/01/2001",
            drawing=draw_cross,
            notes=tuple(
                Note(flag=str(number), text=f"Remark {number} says what the plan promises.", mark="Query")
                for number in range(1, notes + 1)
            ),
            figures=figures,
        )

    return make


def draw_cross(painter: QPainter, rect: QRectF) -> None:
    """Stands in for a chart."""
    painter.drawLine(rect.topLeft(), rect.bottomRight())
    painter.drawLine(rect.bottomLeft(), rect.topRight())
    painter.drawText(QPointF(rect.center()), "the chart")
