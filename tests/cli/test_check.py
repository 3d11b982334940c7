"""milepost check: findings of one workbook or of many, in every format."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import multiprocessing
import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from desktop.cli.check import check_file
from desktop.cli.words import date_from
from desktop.domain.notes import Explanation, KeptTarget, Remarked
from desktop.rules.registry import check
from desktop.workbook.notes_edits import put
from desktop.workbook.workbook import Workbook
from tests.made_workbooks import FLAWLESS, INDICATOR_HEADERS, UNKNOWN, make

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

LATER = ("--as-at", "31/07/2012")


@pytest.fixture
def flawless(tmp_path: Path) -> Path:
    return make(tmp_path / "flawless.xlsx", FLAWLESS)


def test_errors_give_status_1(milepost: Callable[..., Done], whole: Path) -> None:
    done = milepost("check", whole, *LATER)
    assert (done.status, done.err) == (1, "")
    first, *lines = done.out.splitlines()
    assert first.startswith(f"{whole} as at 31/07/2012: 2 errors, ")
    assert all(line.startswith(("  E ", "  Q ", "  A ")) for line in lines)
    assert any(line.startswith("  E TRJ-005  Indicators!G3  PAF A1: Section B2 promises") for line in lines)
    assert any(line.startswith("  E PLN-005  Programme Plan!F4  1B: ") for line in lines)


def test_no_errors_give_status_0(milepost: Callable[..., Done], flawless: Path) -> None:
    said = f"{flawless} as at 31/07/2012: 0 errors, 0 queries, 0 advice\n"
    assert milepost("check", flawless, *LATER) == (0, said, "")


def test_the_as_at_date_decides_what_is_late(milepost: Callable[..., Done], whole: Path) -> None:
    assert "PLN-005" in milepost("check", whole, "--as-at", "2012-07-31").out
    assert "PLN-005" not in milepost("check", whole, "--as-at", "1 March 2012").out


def test_json(milepost: Callable[..., Done], whole: Path, golden: Callable[[str, Any], None]) -> None:
    done = milepost("check", whole, *LATER, "--format", "json")
    shape = json.loads(done.out)
    assert shape["file"] == str(whole)
    golden("check", shape | {"file": whole.name})


def test_json_of_an_example(milepost: Callable[..., Done], leicester: Path) -> None:
    shape = json.loads(milepost("check", leicester, "--as-at", "31/01/2001", "--format", "json").out)
    assert set(shape) == {"schema", "file", "as_at", "counts", "findings"}
    assert (shape["schema"], shape["as_at"]) == (1, "2001-01-31")
    fields = {"rule", "severity", "sheet", "cell", "subject", "message", "fix", "explained", "explanation"}
    assert all(set(finding) == fields for finding in shape["findings"])
    for severity in ("error", "query", "advice"):
        counted = sum(finding["severity"] == severity for finding in shape["findings"])
        assert shape["counts"][severity] == counted > 0


def test_options_may_stand_among_the_files(milepost: Callable[..., Done], flawless: Path) -> None:
    done = milepost("check", *LATER, flawless, "--format", "JSON", flawless)
    assert done.status == 0
    assert len(json.loads(done.out)["files"]) == 2


def test_many_files_of_which_one_is_broken(
    milepost: Callable[..., Done], whole: Path, flawless: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK")
    files = [whole, broken, flawless]
    for jobs in ("1", "2"):
        done = milepost("check", *files, *LATER, "--format", "json", "--jobs", jobs)
        assert done.status == 2
        progress = done.err.splitlines()
        assert [line.split()[0] for line in progress] == ["[1/3]", "[2/3]", "[3/3]"]
        assert "broken.xlsx is " in progress[1]
        assert progress[2] == "[3/3] flawless.xlsx: 0 findings"
        shape = json.loads(done.out)
        assert set(shape) == {"schema", "files"}
        assert [file["file"] for file in shape["files"]] == [str(file) for file in files]
        assert [file["counts"]["error"] for file in shape["files"]] == [2, 0, 0]
        assert shape["files"][1]["problem"] in progress[1]


def test_many_files_in_words(milepost: Callable[..., Done], whole: Path, flawless: Path) -> None:
    done = milepost("check", whole, flawless, whole.with_name("gone.xlsx"), *LATER)
    assert done.status == 2
    assert f"{flawless} as at 31/07/2012: 0 errors" in done.out
    assert done.out.splitlines()[-2].startswith("gone.xlsx is not there.")
    assert done.out.splitlines()[-1] == (
        "3 workbooks, 1 with errors to mend, 1 not checked: 2 errors, 1 query, 0 advice"
    )
    all_well = milepost("check", flawless, flawless, *LATER).out
    assert all_well.splitlines()[-1] == "2 workbooks: 0 errors, 0 queries, 0 advice"


def test_a_folder_of_returns_of_which_one_is_broken(
    milepost: Callable[..., Done], flawless: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "returns"
    folder.mkdir()
    for number in range(11):
        shutil.copyfile(flawless, folder / f"return-{number:02}.xlsx")
    (folder / "return-05.xlsx").write_bytes(b"PK")
    (folder / "~$return-01.xlsx").write_bytes(b"open in Excel")
    (folder / "covering letter.txt").write_text("Dear colleague")
    done = milepost("check", folder, *LATER, "--jobs", "2")
    assert done.status == 2
    lines = done.out.splitlines()
    assert sum(line.endswith(": 0 errors, 0 queries, 0 advice") for line in lines[:-1]) == 10
    assert [line for line in lines if line.startswith("return-05.xlsx is ")] == lines[5:6]
    assert lines[-1].startswith("11 workbooks, 1 not checked: ")
    assert len(lines) == 12
    (tmp_path / "empty").mkdir()
    none = milepost("check", tmp_path / "empty")
    assert (none.status, none.out) == (2, "")
    assert "There are no Excel workbooks in " in none.err


@pytest.mark.skipif(multiprocessing.get_start_method() != "fork", reason="workers do not take on the patch")
def test_a_worker_that_dies_costs_only_its_own_file(
    milepost: Callable[..., Done], whole: Path, flawless: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def judge_or_die(contents: Any, as_at: Any) -> Any:  # noqa: ANN401 - as the rules' own
        if contents.milestones:
            os._exit(9)
        return check(contents, as_at)

    monkeypatch.setattr("desktop.cli.check.check", judge_or_die)
    done = milepost("check", flawless, whole, flawless, *LATER, "--jobs", "2")
    assert done.status == 3
    assert done.out.count(": 0 errors, 0 queries, 0 advice") == 3
    assert "whole.xlsx: Milepost could not check this workbook and left it as it was." in done.out
    assert done.out.splitlines()[-1].startswith("3 workbooks, 1 not checked: ")


def test_a_pattern_names_the_files_that_match(
    milepost: Callable[..., Done], whole: Path, flawless: Path, tmp_path: Path
) -> None:
    (tmp_path / "~$whole.xlsx").write_bytes(b"open in Excel")
    done = milepost("check", tmp_path / "*.xlsx", *LATER)
    assert done.status == 1
    assert done.err.splitlines()[0] == "[1/2] flawless.xlsx: 0 findings"
    assert "[2/2] whole.xlsx: " in done.err
    none = milepost("check", tmp_path / "*.xlsm")
    assert none.status == 2
    assert "There is no file *.xlsm in " in none.err


def test_a_workbook_of_no_known_kind_is_not_called_right(
    milepost: Callable[..., Done], tmp_path: Path
) -> None:
    done = milepost("check", make(tmp_path / "notes.xlsx", UNKNOWN))
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("milepost: notes.xlsx: No plan, indicators, targets or expenditure were found")
    assert done.err.count("\n") == 1


def test_csv_is_safe_to_open_in_a_spreadsheet(milepost: Callable[..., Done], tmp_path: Path) -> None:
    rows = (INDICATOR_HEADERS, ("Stability", "-1+2", "Moves", "n/k yet", 24, 22, 20))
    file = make(tmp_path / "sums.xlsx", {"@Plan": rows})
    out = tmp_path / "findings.csv"
    done = milepost("check", file, *LATER, "--format", "csv", "--out", out)
    assert done == (1, f"{out}: 1 workbook, 1 with errors to mend: 1 error, 0 queries, 1 advice\n", "")
    content = out.read_bytes()
    assert content.startswith(
        b"\xef\xbb\xbffile,rule,severity,sheet,cell,subject,message,fix,explanation\r\n"
    )
    [code, finding] = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert (code["rule"], code["cell"]) == ("WBK-004", "B2")
    assert (finding["file"], finding["rule"], finding["severity"]) == (str(file), "IND-001", "error")
    assert (finding["sheet"], finding["cell"], finding["subject"]) == ("'@Plan", "D2", "'-1+2")
    assert finding["message"]
    assert finding["fix"] == ""


def test_csv_of_a_file_that_cannot_be_used(
    milepost: Callable[..., Done], flawless: Path, tmp_path: Path
) -> None:
    done = milepost("check", flawless, tmp_path / "gone.xlsx", "--format", "csv")
    [row] = list(csv.DictReader(io.StringIO(done.out, newline="")))
    assert row["file"] == str(tmp_path / "gone.xlsx")
    assert row["message"].startswith("gone.xlsx is not there.")


def test_a_fix_stands_beside_its_finding(milepost: Callable[..., Done], leeds: Path) -> None:
    done = milepost("check", leeds, *LATER, "--format", "csv")
    fixes = [row["fix"] for row in csv.DictReader(io.StringIO(done.out, newline=""))]
    assert any(fixes)


def test_xlsx(milepost: Callable[..., Done], whole: Path, flawless: Path, tmp_path: Path) -> None:
    out = tmp_path / "findings.xlsx"
    done = milepost("check", whole, flawless, *LATER, "--format", "xlsx", "--out", out)
    assert done.status == 1
    assert done.out == f"{out}: 2 workbooks, 1 with errors to mend: 2 errors, 1 query, 0 advice\n"
    workbook = load_workbook(out)
    assert workbook.sheetnames == ["Summary", "By rule", "Findings"]
    assert workbook["Summary"]["A5"].value == str(whole)
    assert workbook["Findings"]["A2"].value == str(whole)


def test_xlsx_is_no_text_to_print(milepost: Callable[..., Done], whole: Path) -> None:
    done = milepost("check", whole, "--format", "xlsx")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("milepost: --format xlsx needs --out: ")


def test_findings_never_take_the_place_of_a_workbook(milepost: Callable[..., Done], whole: Path) -> None:
    before = whole.read_bytes()
    for form in ("text", "xlsx"):
        done = milepost("check", whole.with_name("gone.xlsx"), whole, "--format", form, "--out", whole)
        assert done.status == 2
        assert "whole.xlsx is a workbook to be checked" in done.err
    assert whole.read_bytes() == before


@pytest.mark.parametrize("form", ["text", "csv", "json", "xlsx"])
def test_a_folder_that_is_not_there(
    milepost: Callable[..., Done], flawless: Path, tmp_path: Path, form: str
) -> None:
    done = milepost("check", flawless, "--format", form, "--out", tmp_path / "none" / "findings.xlsx")
    assert (done.status, done.out) == (2, "")
    assert f"could not be saved: there is no folder {tmp_path / 'none'}" in done.err


def test_a_place_that_may_not_be_written(
    milepost: Callable[..., Done], flawless: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbid(*args: object, **more: object) -> None:
        raise PermissionError

    monkeypatch.setattr("desktop.workbook.replace_file.PAUSES", ())
    monkeypatch.setattr("pathlib.Path.replace", forbid)
    done = milepost("check", flawless, "--out", tmp_path / "findings.txt")
    assert done.status == 2
    assert "findings.txt could not be saved: another program holds it" in done.err
    assert list(tmp_path.iterdir()) == [flawless]


def test_a_fault_in_one_file_does_not_stop_the_others(
    milepost: Callable[..., Done],
    whole: Path,
    flawless: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def judge_some(contents: Any, as_at: Any) -> Any:  # noqa: ANN401 - as the rules' own
        if contents.milestones:
            raise RuntimeError("wheel came off")
        return check(contents, as_at)

    monkeypatch.setattr("desktop.cli.check.check", judge_some)
    done = milepost("check", whole, flawless, *LATER)
    assert done.status == 3
    assert "whole.xlsx: Milepost could not check this workbook and left it as it was." in done.out
    assert "flawless.xlsx as at 31/07/2012: 0 errors" in done.out
    assert "wheel came off" not in done.out
    assert "wheel came off" in caplog.text
    alone = milepost("check", whole, *LATER)
    assert (alone.status, alone.out) == (3, "")


def test_what_lies_in_the_cells_stays_on_one_line(milepost: Callable[..., Done], leeds: Path) -> None:
    done = milepost("check", leeds, *LATER)
    assert all(line.startswith(("  E ", "  Q ", "  A ")) for line in done.out.splitlines()[1:])


def test_checking_a_file_never_raises(tmp_path: Path) -> None:
    checked = check_file(tmp_path / "gone.xlsx", date_from("31/07/2012"))
    assert checked.refused
    assert not checked.fault
    assert not checked.errors


def test_what_the_officer_explained_is_told_with_the_finding(
    milepost: Callable[..., Done], whole: Path, tmp_path: Path
) -> None:
    of = Remarked(rule="IND-002", subject="PAF C23", point="31/3/02 Planned", held="?")
    explanation = Explanation(of=of, text="It comes in May", by="JS", date=dt.date(2012, 3, 1))
    workbook = Workbook.open(whole)
    file = tmp_path / "explained.xlsx"
    workbook.apply(put(workbook, [explanation])).save(file)
    shape = json.loads(milepost("check", file, "--format", "json", "--as-at", "31/07/2012").out)
    assert shape["counts"]["explained"] == 1
    told = [finding["explanation"] for finding in shape["findings"] if finding["explained"]]
    assert told == [{"text": "It comes in May", "by": "JS", "date": "2012-03-01"}]
    text = milepost("check", file, "--as-at", "31/07/2012").out
    assert "1 query (1 explained)" in text
    assert "Explained: It comes in May (JS, 01/03/2012)" in text
    table = csv.DictReader(io.StringIO(milepost("check", file, "--format", "csv").out, newline=""))
    assert [row["explanation"] for row in table if row["explanation"]] == ["It comes in May (JS, 01/03/2012)"]
    milepost("set", file, "Milepost!F3=It came in")
    assert "Explained: It came in (JS" in milepost("check", file).out


def test_a_row_that_can_not_be_told_is_a_query(
    milepost: Callable[..., Done], whole: Path, tmp_path: Path
) -> None:
    workbook = Workbook.open(whole)
    file = tmp_path / "slip.xlsx"
    kept = KeptTarget(indicator="PAF A1", value=5, date=dt.date(2002, 3, 31))
    workbook.apply(put(workbook, [kept])).save(file)
    milepost("set", file, "Milepost!E3=about five")
    assert "WBK-005  Milepost!A3" in milepost("check", file).out
    assert "There is no sheet “Milepost”" in milepost("set", whole, "Milepost!A1=x").err
