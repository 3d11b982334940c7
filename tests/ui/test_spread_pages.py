"""Overviews on paper, from real plans: nothing is missing, and each page says where it is from."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from desktop.document.document import Document
from desktop.document.earlier import Version
from desktop.printing.export import pdf
from desktop.printing.page import Orientation, Paper
from desktop.ui.spread_pages import SpreadPages
from desktop.workbook.workbook import Workbook
from tests.cli.conftest import EXAMPLES

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.printing.page import Page

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler reads the PDF back"),
]
AS_AT = dt.date(2012, 10, 31)
PRINTED = dt.datetime(2012, 11, 1, 9, 30)  # noqa: DTZ001 - the officer's own clock
LIES = [(paper, side) for paper in Paper for side in Orientation]


@pytest.fixture(scope="module")
def leeds() -> Document:
    return Document(Workbook.open(EXAMPLES / "leeds-programme-plan-2012.xlsx"), AS_AT)


@pytest.fixture(scope="module")
def leicester() -> Document:
    return Document(Workbook.open(EXAMPLES / "leicester-map-2001.xlsx"), dt.date(2001, 1, 31))


def read_back(pages: tuple[Page, ...], paper: Paper, folder: Path) -> list[str]:
    """The words of each page of a PDF, as a reader selects them; it holds no picture in pixels."""
    content = pdf(pages, paper)
    assert content is not None
    assert b"/Subtype /Image" not in content
    (folder / "pages.pdf").write_bytes(content)
    tool = [str(shutil.which("pdftotext")), "-raw", "pages.pdf", "-"]
    text = subprocess.run(tool, cwd=folder, check=True, capture_output=True, text=True).stdout
    plain = unicodedata.normalize("NFKC", text)  # without ligatures
    found = [" ".join(page.split()) for page in plain.split("\f")[:-1]]
    assert len(found) == len(pages)
    return found


@pytest.mark.parametrize(("paper", "side"), LIES)
def test_every_milestone_is_on_one_page_of_the_timeline_with_its_text_in_full(
    leeds: Document, tmp_path: Path, paper: Paper, side: Orientation
) -> None:
    pages = read_back(SpreadPages(leeds, paper, side, PRINTED).timeline(None), paper, tmp_path)
    whole = " ".join(pages)
    texts = [" ".join(each.text.split()) for each in leeds.contents.milestones if each.text.strip()]
    assert len(texts) == 43
    for text in texts:
        assert whole.count(text) == sum(text in each for each in texts)
    for number, page in enumerate(pages, start=1):
        assert "as at 31/10/2012 · printed 01/11/2012 09:30" in page
        assert "Source: leeds-programme-plan-2012.xlsx, Programme Plan" in page
        assert f"page {number} of {len(pages)}" in page
        assert "Jan 2012" in page


@pytest.mark.parametrize(("paper", "side"), LIES)
def test_the_milestone_trend_lists_what_has_a_due_date(
    leeds: Document, tmp_path: Path, paper: Paper, side: Orientation
) -> None:
    pages = read_back(SpreadPages(leeds, paper, side, PRINTED).trend(None), paper, tmp_path)
    dated = [each for each in leeds.contents.milestones if each.text.strip() and each.due.latest]
    words = " ".join(pages)
    assert words.count("· not moved") + words.count("· slipped ") == len(dated)
    assert "1 without a due date" in pages[0]


def test_strands_are_told_with_their_key_and_what_they_are_set_against(
    leeds: Document, tmp_path: Path
) -> None:
    since = Version(name="june.xlsx", reported=dt.date(2012, 6, 30), contents=leeds.contents)
    document = Document(leeds.workbook, AS_AT)
    document.earlier.keep(since)
    made = SpreadPages(document, Paper.A4, Orientation.LANDSCAPE, PRINTED)
    [page] = read_back(made.strands(), Paper.A4, tmp_path)
    for words in (
        "43 milestones · 11 overdue · as at 31/10/2012 · set against june.xlsx (30/06/2012)",
        "C ● complete",
        "3 complete, 3 ongoing, 1 without a status; 4 overdue",
        "Programme Plan; june.xlsx (30/06/2012) · as at",
    ):
        assert words in page


def test_a_strand_is_printed_alone(leeds: Document, tmp_path: Path) -> None:
    strand = leeds.contents.milestones[0].strand
    made = SpreadPages(leeds, Paper.A4, Orientation.PORTRAIT, PRINTED)
    [page] = read_back(made.timeline(strand), Paper.A4, tmp_path)
    assert page.startswith("Timeline of 1. Prevention & Early Intervention 9 milestones")
    [page] = read_back(made.trend(strand), Paper.A4, tmp_path)
    assert page.startswith("Milestone trend of 1. Prevention & Early Intervention 9 milestones")


@pytest.mark.parametrize(("paper", "side"), LIES)
def test_every_indicator_has_its_small_chart(
    leicester: Document, tmp_path: Path, paper: Paper, side: Orientation
) -> None:
    every = leicester.contents.indicators
    made = SpreadPages(leicester, paper, side, PRINTED).small_charts(every, "All indicators")
    words = Counter(" ".join(read_back(made, paper, tmp_path)).replace("not judged", "¶").split())
    assert words["¶"] == len(every) + len(made)  # the count above is on every page
    assert 2 <= len(made) <= 5
    assert "Source: leicester-map-2001.xlsx, Indicators · as at 31/01/2001" in made[0].source
