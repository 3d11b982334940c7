"""Everything that the grid shows can be told from its ground: WCAG 2.2, criteria 1.4.3 and 1.4.11."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPalette

from desktop.charts.theme import contrast
from desktop.domain.findings import Severity
from desktop.grid.look import look_of
from desktop.grid.standing import Tone

if TYPE_CHECKING:
    from desktop.grid.look import Look

PALETTES = {
    "light": ("#ffffff", "#1d1f21"),
    "dark": ("#1e2124", "#eceef0"),
    "high contrast, black": ("#000000", "#ffffff"),
    "high contrast, yellow on black": ("#000000", "#ffff00"),
    "high contrast, white": ("#ffffff", "#000000"),
}
LEAST_TEXT, LEAST_MARK = 4.5, 3.0


@pytest.fixture(params=list(PALETTES))
def look(request: pytest.FixtureRequest) -> Look:
    base, text = PALETTES[request.param]
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor(base))
    palette.setColor(QPalette.ColorRole.Text, QColor(text))
    return look_of(palette)


def cells(look: Look) -> list[QColor]:
    """Every ground that a cell can have: each plain and in a striped row."""
    plain = [look.base, look.tint, look.selected]
    return plain + [over(ground, look.stripe) for ground in plain]


def over(ground: QColor, veil: QColor) -> QColor:
    """The ground with a colour that lets it shine through laid over it."""
    return QColor(
        *(
            round(below + (above - below) * veil.alphaF())
            for below, above in (
                (ground.red(), veil.red()),
                (ground.green(), veil.green()),
                (ground.blue(), veil.blue()),
            )
        )
    )


def least(colour: QColor, grounds: list[QColor]) -> float:
    return min(contrast(colour.name(), ground.name()) for ground in grounds)


def test_texts_can_be_read_on_every_ground(look: Look) -> None:
    for colour in (look.text, look.muted):
        assert least(colour, [*cells(look), look.header, look.banner]) >= LEAST_TEXT, colour.name()
    for tone in Tone:
        assert least(look.tones[tone], cells(look)) >= LEAST_TEXT, tone


def test_marks_lines_and_the_frame_of_the_current_cell_can_be_told_from_every_ground(look: Look) -> None:
    for severity in Severity:
        assert least(look.severities[severity], cells(look)) >= LEAST_MARK, severity
    assert least(look.outline, cells(look)) >= LEAST_MARK
