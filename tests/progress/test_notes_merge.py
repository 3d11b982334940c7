"""Notes that two officers began to keep, each in a copy of their own."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from desktop.domain.notes import (
    CardText,
    ChartNote,
    Explanation,
    HiddenAdvice,
    IndicatorSetting,
    KeptTarget,
    Link,
    Remarked,
)
from desktop.progress.merging import merge, merged
from desktop.workbook.notes_edits import put
from desktop.workbook.workbook import Workbook
from tests.made_workbooks import WHOLE, make

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.notes import Note

DAY = dt.date(2012, 3, 31)
OF = Remarked(rule="PLN-003", subject="1B", point="By When", held="")
EXPLAINED = Explanation(of=OF, text="It comes in May", by="JS", date=DAY)
HIDDEN = HiddenAdvice(of=OF, by="JS", date=DAY)
TARGET = KeptTarget(indicator="PAF A1", value=15, date=DAY)
SETTING = IndicatorSetting(code="PAF A1", unit="percent", ideal=12)
FLAG = ChartNote(indicator="PAF A1", date=DAY, text="New team")
LINK = Link(indicator="PAF A1", strand="1. Edge of care", ref="A", milestone="Team in place")
CARD = CardText(indicator="PAF A1", section="Partners", text="Health")


@pytest.fixture
def base(tmp_path: Path) -> Workbook:
    return Workbook.open(make(tmp_path / "base.xlsx", WHOLE))


def keeping(base: Workbook, *notes: Note) -> Workbook:
    """A saved copy with these notes."""
    path = base.package.path.with_name(f"copy{len(list(base.package.path.parent.iterdir()))}.xlsx")
    base.apply(put(base, notes)).save(path)
    return Workbook.open(path)


def texts(workbook: Workbook) -> set[str]:
    notes = workbook.contents.notes
    explained = {note.text for note in notes.explanations}
    return explained | {note.text for note in notes.chart_notes} | {note.text for note in notes.cards}


def test_all_that_the_other_told_comes_in_where_nothing_was_kept(base: Workbook, tmp_path: Path) -> None:
    theirs = keeping(base, EXPLAINED, HIDDEN, TARGET, SETTING, FLAG, LINK, CARD)
    found = merge(base, base, theirs)
    assert found.conflicts == ()
    merged(base, found).save(tmp_path / "merged.xlsx")
    kept = Workbook.open(tmp_path / "merged.xlsx").contents.notes
    assert kept == theirs.contents.notes


def test_both_begin_and_what_differs_is_kept_once_each(base: Workbook) -> None:
    mine = keeping(base, CARD, FLAG)
    theirs = keeping(base, CARD, FLAG, EXPLAINED)
    found = merge(base, mine, theirs)
    assert found.conflicts == ()
    assert texts(merged(mine, found)) == {"Health", "New team", "It comes in May"}
    assert merge(base, theirs, mine).edits == ()


@pytest.mark.parametrize(
    ("here", "there", "subject", "words"),
    [
        (
            EXPLAINED,
            Explanation(of=OF, text="Never", by="AK", date=DAY),
            "PLN-003, 1B",
            ("It comes in May", "Never"),
        ),
        (
            CARD,
            CardText(indicator="PAF A1", section="Partners", text="Schools"),
            "Partners, PAF A1",
            ("Health", "Schools"),
        ),
        (
            LINK,
            Link(indicator="QP 9", strand=LINK.strand, ref="A", milestone="Team in place"),
            "Team in place",
            ("PAF A1", "QP 9"),
        ),
        (
            SETTING,
            IndicatorSetting(code="PAF A1", unit="rate"),
            "PAF A1",
            ("unit percent, ideal 12.0", "unit rate"),
        ),
    ],
)
def test_two_answers_to_one_question_are_to_be_decided(
    base: Workbook, here: Note, there: Note, subject: str, words: tuple[str, str]
) -> None:
    found = merge(base, keeping(base, here), keeping(base, there))
    (conflict,) = found.conflicts
    assert (conflict.subject, (conflict.mine, conflict.theirs)) == (subject, words)
    assert found.edits == ()


def test_both_hide_the_same_advice(base: Workbook) -> None:
    found = merge(base, keeping(base, HIDDEN), keeping(base, HiddenAdvice(of=OF, by="AK", date=None)))
    assert (found.edits, found.conflicts) == ((), ())


def test_notes_that_were_there_before_are_merged_row_by_row(base: Workbook) -> None:
    begun = keeping(base, CARD)
    mine, theirs = keeping(begun, FLAG), keeping(begun, EXPLAINED)
    found = merge(begun, mine, theirs)
    assert found.conflicts == ()
    assert texts(merged(mine, found)) == {"Health", "New team", "It comes in May"}
