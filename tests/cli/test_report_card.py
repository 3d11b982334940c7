"""milepost report-card: pages for the board in a file."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

pytestmark = pytest.mark.usefixtures("qapp")
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler reads the PDF back")


@needs_poppler
def test_one_indicator(milepost: Callable[..., Done], whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "card.pdf"
    done = milepost("report-card", whole, "--indicator", "paf a1", "--as-at", "1/3/2012", "--out", out)
    assert done == (0, f"{out}: written\n", "")
    said = subprocess.run(
        [str(shutil.which("pdftotext")), "-layout", str(out), "-"], check=True, capture_output=True, text=True
    ).stdout
    for words in (
        "PAF A1 Placement moves",
        "Report card",
        "The curve to turn",
        "What works",
        "as at 01/03/2012",
    ):
        assert words in said
    facts = subprocess.run(
        [str(shutil.which("pdfinfo")), str(out)], check=True, capture_output=True, text=True
    ).stdout
    assert "Report card: PAF A1 Placement moves" in facts
    assert [line.split() for line in facts.splitlines() if line.startswith("Author")] in ([], [["Author:"]])


def test_all_of_them(milepost: Callable[..., Done], whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "cards.pdf"
    assert milepost("report-card", whole, "--all", "--paper", "A3", "--out", out).status == 0
    content = out.read_bytes()
    assert content.count(b"/Type /Page\n") == 3
    assert "whole: report cards".encode("utf-16-be") in content


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--indicator", "PAF Z9"), "has no indicator PAF Z9. It has: PAF A1, PAF C23, QP 9."),
        ((), "one of these is needed: --indicator --all"),
    ],
)
def test_what_cannot_be_used_is_said(
    milepost: Callable[..., Done], whole: Path, tmp_path: Path, words: tuple[str, ...], says: str
) -> None:
    done = milepost("report-card", whole, *words, "--out", tmp_path / "a.pdf")
    assert done.status == 2
    assert says in done.err
    assert not (tmp_path / "a.pdf").exists()


def test_a_plan_has_no_report_cards(milepost: Callable[..., Done], leeds: Path, tmp_path: Path) -> None:
    done = milepost("report-card", leeds, "--all", "--out", tmp_path / "a.pdf")
    assert done.status == 2
    assert "no indicators were found, so there is no report card to draw" in done.err
