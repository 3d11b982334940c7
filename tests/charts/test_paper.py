"""The chart on paper: real words, the same marks, nothing cut off."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from desktop.charts.compose import compose
from desktop.charts.paper import draw
from desktop.charts.switching import AT_FIRST
from desktop.charts.theme import LIGHT

if TYPE_CHECKING:
    from desktop.charts.picture import Picture
    from tests.charts.conftest import MakeFinding, MakeIndicator, MakeTarget

SIZE = QSize(1010, 520)
LONG = "average monthly figure for November-January 2010/11"


def _words(picture: Picture, size: QSize = SIZE, *, limits: bool = False) -> list[str]:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    painter = QPainter(generator)
    _draw(painter, picture, size, limits=limits)
    painter.end()
    root = ET.fromstring(bytes(buffer.data().data()))  # noqa: S314 - drawn a moment ago
    return [text.strip() for text in root.itertext() if text.strip()]


def _draw(painter: QPainter, picture: Picture, size: QSize, *, limits: bool = False) -> None:
    font = QFont("sans-serif")
    font.setPixelSize(12)
    painter.setFont(font)
    hidden = frozenset[str]() if limits else AT_FIRST
    draw(picture, painter, QRectF(0, 0, size.width(), size.height()), hidden=hidden)


def _image(picture: Picture) -> QImage:
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill("#ffffff")
    painter = QPainter(image)
    _draw(painter, picture, SIZE)
    painter.end()
    return image


def _has(image: QImage, colour: str) -> bool:
    return any(
        image.pixelColor(x, y).name() == colour
        for x in range(image.width())
        for y in range(0, image.height(), 2)
    )


def test_values_target_baseline_periods_and_legend_are_words(
    qapp: object, make_indicator: MakeIndicator, make_target: MakeTarget, make_finding: MakeFinding
) -> None:
    indicator = make_indicator()
    targets = [make_target(), make_target("75", None)]
    words = _words(compose(indicator, targets, [make_finding(indicator.values[3].cell)]))
    expected = [
        "71.4",
        "85.0",
        "98.0",
        "N/A",
        "1",
        "1998/99",
        "31/3/04",
        "70",
        "100",
        "provisional",
        "planned",
        "target",
    ]
    assert set(expected) <= set(words)
    assert "95.0, 5.0 short" in words
    assert "target 75, no date given (section B2)" in words
    assert "if nothing changes: 71.4 (1 value, held)" in words


def test_a_chart_without_a_number_says_so(qapp: object, make_indicator: MakeIndicator) -> None:
    words = _words(compose(make_indicator({"1998/99 Outturn": "?"})))
    assert "There is no number to draw yet (1998/99 ?)." in " ".join(words)


def test_a_trend_has_its_envelope_and_forecasts_their_mark(
    qapp: object, make_indicator: MakeIndicator
) -> None:
    values = {f"31/3/{year} Outturn": f"{value}" for year, value in enumerate((5, 9, 6, 11, 8), start=90)}
    picture = compose(make_indicator({**values, "31/3/97 Forecast": "20"}))
    assert _has(_image(picture), LIGHT.envelope)
    assert "forecast" in _words(picture)


def test_control_limits_are_drawn_on_request(qapp: object, make_indicator: MakeIndicator) -> None:
    values = {f"31/3/{year} Outturn": f"{value}" for year, value in enumerate((5, 9, 6, 11, 8), start=90)}
    picture = compose(make_indicator(values))
    assert "control limits" not in _words(picture)
    assert "control limits" in _words(picture, limits=True)


def test_one_point_alone_is_drawn_alone(qapp: object, make_indicator: MakeIndicator) -> None:
    picture = compose(make_indicator({"31/3/01 Outturn": "5"}))
    assert _has(_image(picture), LIGHT.actual)
    assert "5" in _words(picture)


def test_a_long_period_stands_in_full_beneath_the_axis(qapp: object, make_indicator: MakeIndicator) -> None:
    image = _image(_labelled(compose(make_indicator({"31/3/01 Outturn": "5"}))))
    font = QFont("sans-serif")
    font.setPixelSize(12)
    inked = [_inked(image, y) for y in range(image.height())]
    assert min(abs(width - QFontMetricsF(font).horizontalAdvance(LONG)) for width in inked) < 6


def test_a_period_at_the_end_is_moved_in(qapp: object, make_indicator: MakeIndicator) -> None:
    picture = _labelled(compose(make_indicator()))
    assert LONG in _words(picture, QSize(700, 400))
    narrow = _words(picture, QSize(260, 400))
    assert LONG not in narrow
    assert any(word.startswith("average") and word.endswith("…") for word in narrow)


def _labelled(picture: Picture) -> Picture:
    """The picture whose last period has a long label."""
    return replace(picture, ticks=(*picture.ticks[:-1], replace(picture.ticks[-1], label=LONG)))


def _inked(image: QImage, y: int) -> int:
    """From the first to the last pixel of a line that is not ground."""
    dark = [x for x in range(image.width()) if image.pixelColor(x, y).lightness() < 200]
    return dark[-1] - dark[0] if dark else 0


def test_what_finds_no_room_is_told(
    qapp: object, make_indicator: MakeIndicator, make_target: MakeTarget
) -> None:
    targets = [make_target(f"{value}") for value in range(60, 100)]
    words = _words(compose(make_indicator(), targets), QSize(560, 240))
    assert any(word.startswith("+") for word in words)
