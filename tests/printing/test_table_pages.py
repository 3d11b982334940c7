"""Tables of a report on paper."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from desktop.printing.table_pages import write_progress_pdf
from desktop.progress.report import progress
from tests.domain.build import contents, milestone

if TYPE_CHECKING:
    from pathlib import Path

AS_AT = dt.date(2012, 7, 31)


def told_by(tool: str, *arguments: str) -> str:
    return subprocess.run([tool, *arguments], check=True, capture_output=True, text=True).stdout


def text_of(path: Path) -> str:
    return told_by("pdftotext", "-layout", str(path), "-")


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler reads the PDF back")
@pytest.mark.usefixtures("qtbot")
def test_every_row_is_there_under_headers_on_every_page(tmp_path: Path) -> None:
    old = contents(*(milestone(f"Step {n} & <more>", strand=f"{n}. Strand", row=n) for n in range(1, 61)))
    new = contents(
        *(
            milestone(f"Step {n} & <more>", status="COMPLETE", strand=f"{n}. Strand", row=n)
            for n in range(1, 61)
        )
    )
    out = tmp_path / "report.pdf"
    write_progress_pdf(progress(new, name="new.xlsx", as_at=AS_AT, old=old, since="old.xlsx"), out)
    text = text_of(out)
    pages = text.split("\f")[:-1]
    assert len(pages) > 2
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]
    assert all("Strand" in page or "Which" in page for page in pages)
    assert text.count("& <more>") == 60
    assert "new.xlsx, judged as at 31/07/2012, set against old.xlsx" in text
    assert len(told_by("pdfimages", "-list", str(out)).splitlines()) == 2


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler reads the PDF back")
@pytest.mark.usefixtures("qtbot")
def test_nothing_changed_is_said(tmp_path: Path) -> None:
    same = contents(milestone())
    out = tmp_path / "report.pdf"
    write_progress_pdf(progress(same, name="new.xlsx", as_at=AS_AT, old=same, since="old.xlsx"), out)
    assert "Nothing changed." in text_of(out)
