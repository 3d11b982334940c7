from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont

from desktop.grid.fitting import TextFitter

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_LONG = "Increase in the number and percentage of looked after children who achieve a good level"


@pytest.fixture
def fitter(qtbot: QtBot) -> TextFitter:
    return TextFitter(QFont())


def test_what_fits_stands_as_it_is(fitter: TextFitter) -> None:
    assert fitter.fit("PAF C20", 500) == ("PAF C20",)
    assert fitter.fit("PAF C20", 500, 3) == ("PAF C20",)


def test_what_does_not_fit_ends_in_an_ellipsis(fitter: TextFitter) -> None:
    (line,) = fitter.fit(_LONG, 100)
    assert line.endswith("…")
    assert fitter.metrics.horizontalAdvance(line) <= 100


def test_a_single_line_has_no_line_breaks(fitter: TextFitter) -> None:
    assert fitter.fit("31/3/00\nProvisional", 500) == ("31/3/00 Provisional",)


def test_lines_are_wrapped_at_words_and_the_last_is_shortened(fitter: TextFitter) -> None:
    lines = fitter.fit(_LONG, 150, 3)
    assert len(lines) == 3
    assert " ".join(lines[:2]) == _LONG[: len(" ".join(lines[:2]))]
    assert lines[2].endswith("…")
    assert all(fitter.metrics.horizontalAdvance(line) <= 150 for line in lines)


def test_line_breaks_stand(fitter: TextFitter) -> None:
    assert fitter.fit("one\ntwo", 500, 3) == ("one", "two")


def test_a_line_that_does_not_follow_any_more_leaves_an_ellipsis(fitter: TextFitter) -> None:
    assert fitter.fit("one\ntwo\nthree", 500, 2) == ("one", "two …")


def test_many_texts_are_forgotten_again(fitter: TextFitter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.grid.fitting._MOST_KEPT", 2)
    for text in "abc":
        fitter.fit(text, 50)
    assert len(fitter._fitted) <= 2
