"""The few words beside the cell bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.document import notes
from desktop.ui.meaning import indicator_at, meaning, milestone_at
from desktop.workbook.workbook import Workbook
from tests.cli.conftest import EXAMPLES
from tests.made_workbooks import INDICATOR_HEADERS, make
from tests.ui.hands import at

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.document.document import Document


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("Indicators!G3", "PAF A1 · planned 31/3/02 · percent · lower is better"),
        ("Indicators!G4", "PAF C23 · planned 31/3/02 · unknown · percent · higher is better"),
        (
            "Indicators!B3",
            "PAF A1 · percent · lower is better · from 30 in 1998/99 to 20 planned 31/3/02, falling",
        ),
        ("Indicators!F4", "PAF C23 · planned 31/3/01 · not applicable · percent · higher is better"),
        ("Programme Plan!F4", "1B · due 31/03/2012"),
        ("Programme Plan!E4", "1B · ongoing"),
        ("Programme Plan!G4", "1B"),
        ("Targets!B3", ""),
        ("Indicators!Z3", ""),
        ("Indicators!A1", ""),
    ],
)
def test_a_cell(document: Document, cell: str, words: str) -> None:
    assert meaning(document.contents, at(cell)) == words


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("Plan!A1", "Sponsors: Jane Held"),
        ("Plan!A2", "Key indicator: LAC, baseline 5 (May 2011) · counted by PAF 1"),
        ("Plan!A3", "Key indicator: NEET, baseline 8.3% (May 2011)"),
        ("Plan!B1", ""),
    ],
)
def test_a_cell_above_a_plan_says_what_it_tells_of_it(tmp_path: Path, cell: str, words: str) -> None:
    plan = (
        ("Sponsors: Jane Held",),
        ("Key indicator: LAC - baseline at May 2011 - 5",),
        ("NEET - 8.3% as at May 2011",),
        ("Action", "Owner", "Milestone"),
        ("Review", "JW", "Reviewed"),
    )
    counted = (("Code", "Definition", "2009/10 Outturn", "2010/11 Planned"), ("PAF 1", "LAC", 5, 4))
    book = make(tmp_path / "plan.xlsx", {"Plan": plan, "Indicators": counted})
    assert meaning(Workbook.open(book).contents, at(cell)) == words


def test_a_result_that_is_out_of_date_says_so(tmp_path: Path) -> None:
    rows = (INDICATOR_HEADERS, ("Stability", "PAF A1", "Moves", 30, 24, 22, "=F2-2"))
    contents = Workbook.open(make(tmp_path / "sums.xlsx", {"Return": rows})).contents
    assert meaning(contents, at("Return!G2")) == (
        "PAF A1 · planned 31/3/02 · Not worked out yet: Excel works it out when it opens the workbook"
        " · percent · lower is better"
    )


def test_slippage_is_counted_in_days(document: Document) -> None:
    document.type_texts([(at("Programme Plan!F4"), "31/03/12 (Revised to 30/09/12)")], "Type")
    assert meaning(document.contents, at("Programme Plan!F4")) == "1B · due 30/09/2012 · slipped 183 days"


def test_a_date_or_status_that_is_not_read_is_not_claimed(document: Document) -> None:
    document.type_texts([(at("Programme Plan!F4"), "soon"), (at("Programme Plan!E4"), "perhaps")], "Type")
    assert meaning(document.contents, at("Programme Plan!F4")) == "1B"
    assert meaning(document.contents, at("Programme Plan!E4")) == "1B"


def test_a_linked_milestone_names_the_indicator_that_counts_it(document: Document) -> None:
    notes.link(document, document.contents.milestones[1], "PAF C23")
    assert meaning(document.contents, at("Programme Plan!D4")) == "1B · counted by PAF C23"


def test_both_rows_of_a_pair_are_the_indicators() -> None:
    contents = Workbook.open(EXAMPLES / "leicester-map-2001.xlsx").contents
    for cell in ("Indicators!A7", "Indicators!B8"):
        found = indicator_at(contents, at(cell))
        assert found is not None
        assert found.code == "PAF A1"
    assert indicator_at(contents, at("Targets!A7")) is None
    assert milestone_at(contents, at("Indicators!A7")) is None
