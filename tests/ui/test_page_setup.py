"""Pages are of the kind that is chosen, and that is at first what the officer looks at."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from desktop.printing.page import CardPage, ChartPage, Orientation, Paper, SpreadPage
from desktop.ui.page_choices import offers_of
from desktop.ui.page_setup import OVERVIEWS, Setup, Subject, likeliest, pages_of
from tests.ui.hands import at, document_of, workspace_of

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

PRINTED = dt.datetime(2012, 6, 1, 9, 30)  # noqa: DTZ001 - the officer's own clock
KINDS = {Subject.CHARTS: ChartPage, Subject.CARDS: CardPage}


@pytest.mark.parametrize("subject", Subject)
def test_pages_are_of_the_kind_that_is_chosen(window: MainWindow, subject: Subject) -> None:
    workspace_of(window).go_to(at("Programme Plan!D3"))  # so that no indicator is current
    choice = offers_of(workspace_of(window))[subject][0]
    setup = Setup(subject=subject, paper=Paper.A3, orientation=Orientation.PORTRAIT, notes=False)
    pages = pages_of(document_of(window), setup, choice, PRINTED)
    assert len(pages) == (3 if subject in KINDS else 1)
    for page in pages:
        assert page.orientation is Orientation.PORTRAIT
        assert isinstance(page, KINDS.get(subject, SpreadPage))
        assert page.paper is (Paper.A4 if subject in KINDS else Paper.A3)
        assert not isinstance(page, ChartPage) or (page.notes == () and page.figures.values)


def test_what_is_looked_at_is_printed(window: MainWindow) -> None:
    workspace = workspace_of(window)
    workspace.go_to(at("Programme Plan!D3"))
    assert likeliest(workspace, Subject.TREND) == (Subject.TREND, "1. Edge of care")
    assert likeliest(workspace, Subject.CARDS) == (Subject.TIMELINE, "1. Edge of care")
    workspace.go_to(at("Indicators!D3"))
    assert likeliest(workspace, Subject.TREND) == (Subject.CHARTS, None)
    assert likeliest(workspace, Subject.CARDS) == (Subject.CARDS, None)
    workspace.go_to(at("Targets!B3"))
    assert likeliest(workspace, Subject.TREND) == (Subject.TREND, None)
    for overview, subject in OVERVIEWS.items():
        workspace.overviews.show(overview)
        assert likeliest(workspace, Subject.CHARTS) == (subject, None)
