from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.grid.clipboard import from_clipboard, to_clipboard

_TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=8)


def _row(width: int) -> st.SearchStrategy[list[str]]:
    return st.lists(_TEXTS, min_size=width, max_size=width)


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("", ()),
        ("85", (("85",),)),
        ("85\r\n", (("85",),)),
        ("1\t2\r\n3\t4\r\n", (("1", "2"), ("3", "4"))),
        ("1\t2\n3", (("1", "2"), ("3", ""))),
        ('"two\nlines"\tb', (("two\nlines", "b"),)),
        ('"he said ""yes"""\n', (('he said "yes"',),)),
        ('a 6" pipe\tb', (('a 6" pipe', "b"),)),
        ('"never closed\tb\nc', (('"never closed', "b"), ("c", ""))),
        ("\n", (("",),)),
        ('"Sure Start"\tb', (('"Sure Start"', "b"),)),
        ('"12 ""high"" risk', (('"12 ""high"" risk',),)),
        ('"tab\there"\t"a\nb"\nc', (("tab\there", "a\nb"), ("c", ""))),
        ("a\t\tb\n\n\tc\n", (("a", "", "b"), ("", "", ""), ("", "c", ""))),
    ],
)
def test_a_block_is_read_as_spreadsheets_write_it(text: str, block: tuple[tuple[str, ...], ...]) -> None:
    assert from_clipboard(text) == block


def test_a_cell_is_quoted_where_it_must_be() -> None:
    assert to_clipboard([["two\nlines", 'a 6" pipe', '"so"']]) == '"two\nlines"\ta 6" pipe\t"""so"""\n'


@given(st.integers(1, 4).flatmap(lambda width: st.lists(_row(width), min_size=1)))
def test_what_is_copied_is_what_is_pasted(rows: list[list[str]]) -> None:
    assert from_clipboard(to_clipboard(rows)) == tuple(map(tuple, rows))


def test_many_quotes_that_never_close_are_read_at_once() -> None:
    assert len(from_clipboard('"6 in\n' * 20_001)) == 20_001
