"""milepost return: a form filled from a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import load_workbook

from tests.made_workbooks import FLAWLESS, make

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

FORM = ("--form", "map-indicators")


def test_the_form_is_written(milepost: Callable[..., Done], leicester: Path, tmp_path: Path) -> None:
    out = tmp_path / "return.xlsx"
    done = milepost("return", leicester, *FORM, "--as-at", "31/01/2001", "--out", out)
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        f"{out}: map-indicators written from leicester-map-2001.xlsx",
        "  Not ready to send. Errors to mend: 4. The sheet Check lists what was found.",
    ]
    assert load_workbook(out).sheetnames == ["Indicators", "Check"]


def test_a_return_that_can_go_says_so(milepost: Callable[..., Done], tmp_path: Path) -> None:
    plan = make(tmp_path / "plan.xlsx", FLAWLESS)
    done = milepost("return", plan, *FORM, "--out", tmp_path / "return.xlsx")
    assert done.out.splitlines()[1] == "  Ready to send: no errors, and no query left open."


def test_an_unknown_form(milepost: Callable[..., Done], leicester: Path, tmp_path: Path) -> None:
    done = milepost("return", leicester, "--form", "census", "--out", tmp_path / "a.xlsx")
    assert done.status == 2
    assert "There is no form called “census”. The forms are: " in done.err
    assert "map-indicators" in done.err
    assert not list(tmp_path.iterdir())


def test_what_the_form_has_no_column_for_is_told(
    milepost: Callable[..., Done], leeds: Path, tmp_path: Path
) -> None:
    out = tmp_path / "return.xlsx"
    done = milepost("return", leeds, "--form", "action-plan", "--as-at", "31/07/2012", "--out", out)
    assert done.status == 0
    assert done.out.splitlines() == [
        f"{out}: action-plan written from {leeds.name}",
        "  Not ready to send. Errors to mend: 5. The sheet Check lists what was found.",
        "  the form has no column for: number, status, due date, impact",
    ]


def test_a_form_of_ones_own(milepost: Callable[..., Done], leeds: Path, tmp_path: Path) -> None:
    form, out = tmp_path / "ours.toml", tmp_path / "return.xlsx"
    form.write_text('like = "programme-plan"\n[plan]\ntitle = "Our plan"\n', encoding="utf-8")
    assert milepost("return", leeds, "--form", form, "--out", out).status == 0
    assert load_workbook(out).worksheets[0]["A1"].value == "Our plan"
    form.write_text("[plan\n", encoding="utf-8")
    done = milepost("return", leeds, "--form", form, "--out", tmp_path / "b.xlsx")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("milepost: ours.toml, line 1: this line can't be read.")


def test_a_workbook_without_indicators(milepost: Callable[..., Done], leeds: Path, tmp_path: Path) -> None:
    done = milepost("return", leeds, *FORM, "--out", tmp_path / "a.xlsx")
    assert (done.status, done.out) == (2, "")
    assert "no indicators were found" in done.err


def test_a_name_of_another_kind_is_refused(
    milepost: Callable[..., Done], leicester: Path, tmp_path: Path
) -> None:
    done = milepost("return", leicester, *FORM, "--out", tmp_path / "return.pdf")
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        "milepost: return.pdf would be an Excel workbook under another name. "
        "Choose a name that ends in .xlsx.\n"
    )
    assert not list(tmp_path.iterdir())


def test_a_return_never_takes_the_workbooks_place(milepost: Callable[..., Done], whole: Path) -> None:
    before = whole.read_bytes()
    done = milepost("return", whole, *FORM, "--out", whole)
    assert done.status == 2
    assert "Choose another name" in done.err
    assert whole.read_bytes() == before


def test_help_names_the_forms(milepost: Callable[..., Done]) -> None:
    assert "map-indicators" in milepost("return", "--help").out


def test_the_progress_report(milepost: Callable[..., Done], whole: Path, leeds: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.xlsx"
    done = milepost("return", leeds, "--form", "report", "--as-at", "31/07/2012", "--out", out)
    assert done == (0, f"{out}: report written from {leeds.name}\n", "")
    assert load_workbook(out).sheetnames == ["Strands"]
    since = milepost("return", leeds, "--form", "report", "--since", whole, "--out", out)
    assert since.status == 0
    assert load_workbook(out).sheetnames == ["Strands", "Changes"]


def test_a_report_never_takes_a_workbooks_place(
    milepost: Callable[..., Done], whole: Path, leeds: Path, tmp_path: Path
) -> None:
    kept = whole.read_bytes()
    done = milepost("return", leeds, "--form", "report", "--since", whole, "--out", whole)
    assert (done.status, "Choose another name." in done.err) == (2, True)
    assert whole.read_bytes() == kept
    out = tmp_path / "a.xlsx"
    wrong = milepost("return", leeds, "--form", "action-plan", "--since", whole, "--out", out)
    assert (wrong.status, "--since goes with --form report only." in wrong.err) == (2, True)
    assert not out.exists()
