"""Splices of a text."""

from __future__ import annotations

import pytest

from desktop.workbook.archive import Damaged
from desktop.workbook.spans import Span
from desktop.workbook.splices import Splice, appended, removed, spliced, with_attribute, without_attribute

TEXT = b"<a b = '1'><c/></a>"
WHOLE = Span(start=0, tag_end=11, end=19)
INNER = Span(start=11, tag_end=15, end=15)


def test_insertions_come_before_what_is_replaced_at_the_same_place() -> None:
    splices = [
        Splice(start=1, end=2, new=b"2"),
        Splice(start=1, end=1, new=b"1"),
        Splice(start=1, end=1, new=b"x"),
    ]
    assert spliced(b"abc", splices) == b"a1x2c"


def test_splices_that_overlap_are_noticed() -> None:
    with pytest.raises(Damaged, match="overlap"):
        spliced(b"abc", [Splice(start=0, end=2, new=b""), Splice(start=1, end=3, new=b"")])


def test_markup_is_appended_within_an_element() -> None:
    assert spliced(TEXT, [appended(TEXT, WHOLE, b"<d/>")]) == b"<a b = '1'><c/><d/></a>"
    assert spliced(TEXT, [appended(TEXT, INNER, b"<d/>")]) == b"<a b = '1'><c><d/></c></a>"


def test_attributes_are_changed_added_and_taken_away() -> None:
    assert spliced(TEXT, [with_attribute(TEXT, WHOLE, "b", "<2>")]).startswith(b"<a b = '&lt;2&gt;'>")
    assert spliced(TEXT, [with_attribute(TEXT, WHOLE, "c", "3")]).startswith(b"<a b = '1' c=\"3\">")
    assert b'<c d="4"/>' in spliced(TEXT, [with_attribute(TEXT, INNER, "d", "4")])
    gone = without_attribute(TEXT, WHOLE, "b")
    assert gone is not None
    assert spliced(TEXT, [gone, removed(INNER)]) == b"<a></a>"
    assert without_attribute(TEXT, INNER, "b") is None
