"""Every mark can be told from the ground, in light and dark."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPalette

from desktop.charts.theme import DARK, LIGHT, contrast, theme_for
from desktop.domain.findings import Severity
from desktop.domain.ratings import Rag

if TYPE_CHECKING:
    from desktop.charts.theme import Theme

MARKS = ("actual", "planned", "target", "baseline", "focus", "error", "query", "advice")
TEXTS = ("text", "quiet", "target", "error")


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_marks_have_three_to_one_and_text_four_and_a_half(theme: Theme) -> None:
    for name in MARKS:
        assert contrast(getattr(theme, name), theme.ground) >= 3, name
    for name in TEXTS:
        assert contrast(getattr(theme, name), theme.ground) >= 4.5, name
        assert contrast(getattr(theme, name), theme.envelope) >= 4.5, name
    for severity in Severity:
        assert contrast(theme.on_flag, theme.of(severity)) >= 4.5, severity


def test_contrast_runs_from_one_to_twenty_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#12436d", "#12436d") == 1


def test_the_palette_decides(qapp: object) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor("#202020"))
    assert theme_for(palette) == replace(DARK, ground="#202020")
    palette.setColor(QPalette.ColorRole.Base, QColor("#fafafa"))
    assert theme_for(palette) == replace(LIGHT, ground="#fafafa")


@pytest.mark.parametrize(("base", "theme"), [("#777777", DARK), ("#a0a0a0", LIGHT)])
def test_a_ground_on_which_nothing_could_be_read_is_not_taken(qapp: object, base: str, theme: Theme) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor(base))
    assert theme_for(palette) is theme


@pytest.mark.parametrize("ground", ["#000000", "#1b1b1b", "#2d2d2d", "#ffffff", "#f3f3f3"])
def test_on_the_grounds_of_desktops_everything_can_be_read(qapp: object, ground: str) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor(ground))
    theme = theme_for(palette)
    assert theme.ground == ground
    assert all(contrast(getattr(theme, name), ground) >= 3 for name in MARKS)
    assert all(contrast(getattr(theme, name), ground) >= 4.5 for name in TEXTS)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_statuses_and_comparators_can_be_told_from_the_ground(theme: Theme) -> None:
    assert contrast(theme.compared, theme.ground) >= 3
    assert all(contrast(theme.status(rag), theme.ground) >= 4.5 for rag in Rag)
    assert all(contrast(text, theme.band) >= 4.5 for text in (theme.quiet, theme.actual))


def test_high_contrast_is_as_strong_as_can_be(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor("#000000"))
    assert theme_for(palette).actual == "#ffffff"
    palette.setColor(QPalette.ColorRole.Base, QColor("#ffffff"))
    assert theme_for(palette) == LIGHT
    monkeypatch.setattr("desktop.charts.theme._high_contrast", lambda: True)
    strong = theme_for(palette)
    assert (strong.actual, strong.text, strong.quiet, strong.baseline) == ("#000000",) * 4
