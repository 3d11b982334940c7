"""milepost chart: pages in files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.cli.conftest import Done

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(("ending", "starts"), [("pdf", b"%PDF"), ("svg", b"<?xml"), ("png", b"\x89PNG")])
def test_one_indicator(
    milepost: Callable[..., Done], whole: Path, tmp_path: Path, ending: str, starts: bytes
) -> None:
    out = tmp_path / f"chart.{ending}"
    done = milepost("chart", whole, "--indicator", "paf a1", "--out", out)
    assert done == (0, f"{out}: written\n", "")
    assert out.read_bytes().startswith(starts)


def test_all_of_them_in_one_pdf(milepost: Callable[..., Done], whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "charts.pdf"
    assert milepost("chart", whole, "--all", "--out", out) == (0, f"{out}: written\n", "")
    assert out.read_bytes().count(b"/Type /Page\n") == 3


def test_all_of_them_as_pictures(milepost: Callable[..., Done], whole: Path, tmp_path: Path) -> None:
    done = milepost("chart", whole, "--all", "--out", tmp_path / "chart.svg")
    written = [tmp_path / name for name in ("chart.svg", "chart-2.svg", "chart-3.svg")]
    assert done.out.splitlines() == [f"{path}: written" for path in written]
    assert all(path.exists() for path in written)


def test_a3_is_larger(milepost: Callable[..., Done], whole: Path, tmp_path: Path) -> None:
    sizes = []
    for paper in ("A4", "A3"):
        out = tmp_path / f"{paper}.pdf"
        assert milepost("chart", whole, "--indicator", "QP 9", "--paper", paper, "--out", out).status == 0
        box = out.read_bytes().split(b"/MediaBox [0 0 ")[1].split(b"]")[0].split()
        sizes.append([round(float(side)) for side in box])
    assert sizes == [[842, 595], [1191, 842]]


def test_a_page_may_stand_upright(milepost: Callable[..., Done], whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "chart.pdf"
    chosen = ("--indicator", "QP 9", "--orientation", "portrait")
    assert milepost("chart", whole, *chosen, "--out", out).status == 0
    assert b"/MediaBox [0 0 595" in out.read_bytes()


def test_an_unknown_code_is_answered_with_the_known_ones(
    milepost: Callable[..., Done], whole: Path, tmp_path: Path
) -> None:
    done = milepost("chart", whole, "--indicator", "PAF Z9", "--out", tmp_path / "a.pdf")
    assert (done.status, done.out) == (2, "")
    assert done.err == "milepost: whole.xlsx has no indicator PAF Z9. It has: PAF A1, PAF C23, QP 9.\n"


def test_a_plan_has_no_indicators(milepost: Callable[..., Done], leeds: Path, tmp_path: Path) -> None:
    done = milepost("chart", leeds, "--all", "--out", tmp_path / "a.pdf")
    assert done.status == 2
    assert "no indicators were found, so there is no chart to draw" in done.err


@pytest.mark.parametrize("name", ["chart.docx", "chart"])
def test_a_name_of_another_kind(
    milepost: Callable[..., Done], whole: Path, tmp_path: Path, name: str
) -> None:
    done = milepost("chart", whole, "--all", "--out", tmp_path / name)
    assert done.status == 2
    assert "end its name in .pdf, .svg or .png" in done.err
    assert list(tmp_path.iterdir()) == [whole]


def test_a_folder_that_is_not_there(milepost: Callable[..., Done], whole: Path, tmp_path: Path) -> None:
    done = milepost("chart", whole, "--all", "--out", tmp_path / "none" / "a.pdf")
    assert done.status == 2
    assert f"a.pdf could not be saved: there is no folder {tmp_path / 'none'}" in done.err


@pytest.mark.parametrize(("system", "platform"), [("linux", "offscreen"), ("win32", None)])
def test_it_needs_no_screen(
    milepost: Callable[..., Done],
    whole: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    system: str,
    platform: str | None,
) -> None:
    import os

    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    monkeypatch.delenv("QT_QPA_PLATFORM")
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(sys, "platform", system)
        assert milepost("chart", whole, "--indicator", "QP 9", "--out", tmp_path / "a.png").status == 0
        assert os.environ.get("QT_QPA_PLATFORM") == platform
