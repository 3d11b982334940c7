"""Tables from text: files with delimiters, and what was copied from Word or a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.errors import InputRefused, WorkbookMissing
from desktop.workbook.html_tables import html_block, html_rows
from desktop.workbook.text_tables import delimited, pasted, read_pasted, read_text_file

if TYPE_CHECKING:
    from pathlib import Path

TABLE = (("Code", "Definition", "31/3/01"), ("PAF A1", "Moves, all", "23"))


def written(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "table.csv"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "text",
    [
        'Code,Definition,31/3/01\r\nPAF A1,"Moves, all",23\r\n',
        "Code\tDefinition\t31/3/01\nPAF A1\tMoves, all\t23",
        "Code;Definition;31/3/01\n\nPAF A1;Moves, all;23\n;;\n",
        "Code | Definition | 31/3/01\nPAF A1 | Moves, all | 23",
    ],
)
def test_the_delimiter_is_seen(tmp_path: Path, text: str) -> None:
    assert read_text_file(written(tmp_path, text.encode())) == TABLE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_encoding_is_seen(tmp_path: Path, encoding: str) -> None:
    data = "Area,Amount (£)\nChildren’s homes,85".encode(encoding)
    assert read_text_file(written(tmp_path, data))[0] == ("Area", "Amount (£)")
    assert read_text_file(written(tmp_path, data))[1][0] == "Children’s homes"


def test_short_rows_are_filled_up_and_a_break_within_quotes_stays() -> None:
    assert delimited('A,B,C\n"one\ntwo",2\n1,2,3') == (
        ("A", "B", "C"),
        ("one\ntwo", "2", ""),
        ("1", "2", "3"),
    )


def test_a_quote_that_never_closes_is_an_inch_mark() -> None:
    assert delimited('Size,Count\n"6,2') == (("Size", "Count"), ('"6', "2"))


def test_text_without_a_delimiter_is_one_column() -> None:
    assert delimited("One\nTwo") == (("One",), ("Two",))
    assert delimited("") == ()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "holds no table"),
        (b"Only,one row", "holds no table"),
        (b"One\nTwo\nThree", "holds no table"),
        (b"PK\x03\x04\0\0", "holds no text"),
        (b"A,B\n" + b"x" * 40_000 + b",2", "more than 32,767 characters"),
    ],
)
def test_what_is_no_table_is_refused_in_words(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(InputRefused, match=words):
        read_text_file(written(tmp_path, data))


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.workbook.text_tables._MOST_BYTES", 10)
    with pytest.raises(InputRefused, match="Bring in a part of it"):
        read_text_file(written(tmp_path, b"Code,Definition\n1,2"))


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorkbookMissing, match=r"gone\.csv could not be read"):
        read_text_file(tmp_path / "gone.csv")


def test_tabs_part_the_cells_of_copied_text() -> None:
    assert read_pasted("Code\tDefinition\t31/3/01\nPAF A1\tMoves, all\t23\n") == TABLE


def test_gaps_part_the_cells_where_there_are_no_tabs() -> None:
    assert pasted("Code    Definition    31/3/01\nPAF A1    Moves, all   23") == TABLE


def test_a_blank_cell_is_seen_by_its_place() -> None:
    lines = (
        "Milestone      Lead      By when",
        "Team in place            30/09/11",
        "Panel meets    A Jones   31/03/12",
    )
    assert pasted("\n".join(lines)) == (
        ("Milestone", "Lead", "By when"),
        ("Team in place", "", "30/09/11"),
        ("Panel meets", "A Jones", "31/03/12"),
    )


def test_ragged_lines_without_common_gaps_are_split_where_they_can_be() -> None:
    assert pasted("A  B  C\nA long first cell here  2") == (
        ("A", "B", "C"),
        ("A long first cell here", "2", ""),
    )
    assert pasted("") == ()


HTML = """<html><body><p>Before</p><table class=x><tr><th>Code<th colspan="2">Definition</tr>
<tr><td rowspan=2>PAF A1<td>Moves,<br>all &amp; sundry</td><td>23</td></tr>
<tr><td>In   <b>homes</b></td><td><table><tr><td>24</td></tr></table></td></tr><tr></tr></table>
<table><tr><td>Another</td></tr></table></body></html>"""


def test_a_table_of_a_web_page_keeps_its_places() -> None:
    assert html_rows(HTML) == (
        ("Code", "Definition", ""),
        ("PAF A1", "Moves,\nall & sundry", "23"),
        ("", "In homes", "24"),
    )
    assert read_pasted("nothing of use", HTML) == html_rows(HTML)


def test_a_page_without_a_table_leaves_the_text() -> None:
    assert html_rows("<p>None</p></table><td>x</td>") == ()
    assert html_rows('<table><td colspan="many">1<td>2</table>') == (("1", "2"),)
    assert read_pasted("A\tB\n1\t2", "<table></table>") == (("A", "B"), ("1", "2"))
    assert read_pasted("A\tB\n1\t2", "<p>A B</p>") == (("A", "B"), ("1", "2"))


def test_a_block_keeps_blank_rows_and_lines_and_whole_figures() -> None:
    html = (
        "<table><tr><td>one<br><br>two<p>three</p><p>four</p></td><td sdval='21.5'>22</td></tr><tr></tr>"
        "<tr><td><br></td><td x:num='0.853'>85%</td><td x:num>7</td></tr></table>"
    )
    assert html_block(html) == (("one\n\ntwo\nthree\nfour", "21.5"), (), ("", "85%", "7"))


def test_paragraphs_in_a_box_begin_one_line() -> None:
    assert html_block("<table><td>one<div> <p>two</p></div></td></table>") == (("one\ntwo",),)
