from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.grid.clipboard import to_clipboard
from desktop.grid.html_clipboard import ShownCell, copied_block, to_html
from tests.grid import clipboards

_TEXTS = st.text(st.sampled_from("ab 1<&>\"'=\n"), max_size=8)


@pytest.mark.parametrize(
    ("text", "html", "block"),
    [
        (clipboards.LIBREOFFICE_TEXT, clipboards.LIBREOFFICE_HTML, clipboards.LIBREOFFICE_BLOCK),
        (clipboards.EXCEL_TEXT, clipboards.EXCEL_HTML, clipboards.EXCEL_BLOCK),
        (clipboards.EXCEL_TEXT, "", clipboards.EXCEL_BLOCK),
        (clipboards.WORD_TEXT, clipboards.WORD_HTML, clipboards.WORD_BLOCK),
        ("", clipboards.WORD_HTML, clipboards.WORD_BLOCK),
        ("a\tb", "<p>a b</p>", (("a", "b"),)),
        ("a", "<title>a</title>", (("a",),)),
        ("", "", ()),
    ],
)
def test_what_other_programs_copied_is_read(text: str, html: str, block: object) -> None:
    assert copied_block(text, html) == block


def test_a_text_stays_text_and_a_number_has_its_whole_figure() -> None:
    html = to_html([[ShownCell("1-2", "1-2", ""), ShownCell("22", 21.5, "0"), ShownCell("", None, "")]])
    assert '<td sdnum="2057;0;@" style="mso-number-format:\'\\@\'">1-2</td>' in html
    assert (
        'x:num="21.5" sdval="21.5" sdnum="2057;2057;0" style="mso-number-format:\'0\'">22</td><td></td>'
        in html
    )


def test_a_date_has_its_serial_number_and_a_plain_number_no_format() -> None:
    html = to_html([[ShownCell("30/09/12", dt.date(2012, 9, 30), "dd/mm/yy"), ShownCell("3", 3, "General")]])
    assert 'x:num="41182"' in html
    assert 'x:num="3" sdval="3" sdnum="2057;">3</td>' in html


def test_marks_of_html_are_written_as_text() -> None:
    html = to_html([[ShownCell('<b>\n"A & B"', '<b>\n"A & B"', ""), ShownCell("£5", 5, "\"£\"'0'")]])
    assert '&lt;b&gt;<br style="mso-data-placement:same-cell">"A &amp; B"</td>' in html
    assert "mso-number-format:'\\&quot;£\\&quot;\\&#x27;0\\&#x27;'" in html


@given(st.lists(st.lists(_TEXTS, min_size=2, max_size=2), min_size=1, max_size=3))
def test_what_goes_out_comes_back(rows: list[list[str]]) -> None:
    html = to_html([[ShownCell(text, text, "") for text in row] for row in rows])
    assert copied_block(to_clipboard(rows), html) == tuple(map(tuple, rows))
