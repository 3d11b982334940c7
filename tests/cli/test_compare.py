"""milepost compare: what became of a workbook since an earlier version."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

PLAN = "Programme Plan"
AS_AT = ("--as-at", "31/07/2012")


@pytest.fixture
def later(whole: Path) -> Path:
    """The plan with a milestone done, one dropped and a value that arrived; the status of a strand better."""
    book = load_workbook(whole)
    book[PLAN]["E4"] = "COMPLETE"
    book[PLAN].delete_rows(3)
    book["Indicators"]["E4"] = 6.1
    path = whole.with_name("later.xlsx")
    book.save(path)
    return path


def test_in_words(milepost: Callable[..., Done], whole: Path, later: Path) -> None:
    done = milepost("compare", whole, later, *AS_AT)
    assert done.status == 0
    assert done.out.splitlines() == [
        "later.xlsx since whole.xlsx, as at 31/07/2012: 3 changes",
        "  Programme Plan!E3  1B Panel meets: status: ONGOING → COMPLETE (completed)",
        "  Programme Plan!D3 (then)  1A Team in place: dropped",
        "  Indicators!E4  PAF C23: 31/3/00 provisional: 6.5 → 6.1",
        "Strands, both versions judged as at that date:",
        "  G ●  1. Edge of care: 1 of 1 complete, 0 overdue, improving",
    ]


def test_a_workbook_without_strands(milepost: Callable[..., Done], leicester: Path) -> None:
    done = milepost("compare", leicester, leicester, *AS_AT)
    assert done.out == f"{leicester.name} since {leicester.name}, as at 31/07/2012: 0 changes\n"


def test_as_json(milepost: Callable[..., Done], whole: Path, later: Path, tmp_path: Path) -> None:
    out = tmp_path / "changes.json"
    assert milepost("compare", whole, later, *AS_AT, "--format", "json", "--out", out).out == ""
    shape = json.loads(out.read_text(encoding="utf-8"))
    assert (shape["schema"], shape["as_at"], shape["new"]) == (1, "2012-07-31", str(later))
    assert shape["changes"][0] == {
        "kind": "milestone",
        "change": "changed",
        "subject": "1B Panel\nmeets",
        "cell": "Programme Plan!E3",
        "what": "status",
        "before": "ONGOING",
        "after": "COMPLETE",
        "note": "completed",
        "days": 0,
    }
    assert shape["strands"] == [
        {
            "strand": "1. Edge of care",
            "statuses": {"complete": 1},
            "overdue": 0,
            "rag": "green",
            "direction": "improving",
        }
    ]
    assert shape["indicators"][0] == {
        "code": "PAF A1",
        "cell": "Indicators!B3",
        "status": None,
        "status_before": None,
        "direction": "improving",
    }


def test_as_a_workbook(milepost: Callable[..., Done], whole: Path, later: Path, tmp_path: Path) -> None:
    out = tmp_path / "progress.xlsx"
    done = milepost("compare", whole, later, *AS_AT, "--format", "xlsx", "--out", out)
    assert (done.status, done.out) == (0, f"{out}: what changed since whole.xlsx\n")
    assert load_workbook(out).sheetnames == ["Strands", "Indicators", "Changes"]


def test_as_pages(milepost: Callable[..., Done], whole: Path, later: Path, tmp_path: Path) -> None:
    out = tmp_path / "progress.pdf"
    done = milepost("compare", whole, later, *AS_AT, "--format", "pdf", "--out", out)
    assert (done.status, done.out) == (0, f"{out}: what changed since whole.xlsx\n")
    assert out.read_bytes().startswith(b"%PDF")


def test_places_that_can_not_be_written(milepost: Callable[..., Done], whole: Path, later: Path) -> None:
    for form in ("xlsx", "pdf"):
        nowhere = milepost("compare", whole, later, "--format", form)
        assert (nowhere.status, f"as in --out progress.{form}." in nowhere.err) == (2, True)
    before = later.read_bytes()
    itself = milepost("compare", whole, later, "--out", later)
    assert (itself.status, "Choose another name." in itself.err) == (2, True)
    assert later.read_bytes() == before
