"""Cells that list several things, one to a bullet."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.bullets import bullets, with_bullet

LISTED = "• Approval and funding by May 2011\n• CYPSC staff into new\nstructure by Sept. 2011.\n•Review  \n"


def texts(text: str) -> list[str]:
    return [entry.text for entry in bullets(text)]


def test_each_bullet_is_an_entry_that_may_run_over_lines() -> None:
    assert texts(LISTED) == [
        "Approval and funding by May 2011",
        "CYPSC staff into new\nstructure by Sept. 2011.",
        "Review",
    ]
    assert [LISTED[entry.start : entry.end] for entry in bullets(LISTED)] == texts(LISTED)


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("", []),
        (" \n ", []),
        ("• \n•", []),
        ("Two lines\nof one entry", ["Two lines\nof one entry"]),
        (
            "Generic milestones:\n- fewer admissions\n- fewer moves",
            ["Generic milestones:", "fewer admissions", "fewer moves"],
        ),
        ("\uf0b7\tPilot complete\n\uf0b7\tRoll out", ["Pilot complete", "Roll out"]),
        ("  * one\n  o two\n  – three", ["one", "two", "three"]),
        ("-10% by May\nof the -5 places", ["-10% by May\nof the -5 places"]),
        ("Re-house - in part", ["Re-house - in part"]),
    ],
)
def test_what_counts_as_a_bullet(text: str, entries: list[str]) -> None:
    assert texts(text) == entries


def test_an_entry_promises_its_last_date() -> None:
    dates = [entry.date and entry.date.date for entry in bullets(LISTED)]
    assert dates == [dt.date(2011, 5, 31), dt.date(2011, 9, 30), None]
    (piloted,) = bullets("Piloted in March 2012, city wide by March 2013")
    assert piloted.date is not None
    assert piloted.date.date == dt.date(2013, 3, 31)


def test_one_entry_is_changed_and_the_others_stay_to_the_last_space() -> None:
    assert with_bullet(LISTED, 2, "Staff in post by Oct 2011") == (
        "• Approval and funding by May 2011\n• Staff in post by Oct 2011\n•Review  \n"
    )
    with pytest.raises(IndexError):
        with_bullet(LISTED, 4, "no such entry")
    with pytest.raises(IndexError):
        with_bullet(LISTED, 0, "no such entry")


@given(st.lists(st.text(st.sampled_from("ab •-\n*"), max_size=12), max_size=5), st.data())
def test_the_words_of_an_entry_put_back_leave_the_cell_as_it_was(
    parts: list[str], data: st.DataObject
) -> None:
    text = "\n• ".join(parts)
    found = bullets(text)
    if found:
        number = data.draw(st.integers(1, len(found)))
        assert with_bullet(text, number, found[number - 1].text) == text
