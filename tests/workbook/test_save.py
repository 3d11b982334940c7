"""A save writes what was edited and nothing else, or leaves the file as it was."""

from __future__ import annotations

import datetime as dt
import os
from typing import TYPE_CHECKING

import pytest

from desktop.domain.errors import EditRefused, SaveFailed, WorkbookChanged, WorkbookInUse
from desktop.workbook import save as module
from desktop.workbook.package import Package
from desktop.workbook.patch import Plan
from desktop.workbook.save import save
from tests.workbook.raw_package import contents_of, edit, opened, parts_of, sheet

if TYPE_CHECKING:
    from pathlib import Path

ROWS = (
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1</f><v>1</v></c></row>'
    '<row r="2"><c r="A2" t="str"><v>two</v></c><c r="B2"><f t="shared" si="0"/><v>1</v></c></row>'
)
EDITS = (
    edit("One!A1", "=x_x0041_"),
    edit("One!A2", None),
    edit("One!B1", 2.5),
    edit("One!C9", dt.date(2012, 9, 30)),
    edit("One!C10", True),
)


def workbook(folder: Path) -> Package:
    return opened(
        folder, parts_of(sheet(ROWS), more={"xl/media/logo.png": b"logo", "xl/vbaProject.bin": b"vba"})
    )


def test_what_was_written_is_returned_and_can_be_saved_again(tmp_path: Path) -> None:
    first = workbook(tmp_path)
    second = save(first, EDITS, first.path)
    assert second.path.read_bytes() == second.data != first.data
    assert second.fingerprint == Package.open(first.path).fingerprint
    assert second.is_current()
    assert (tmp_path / "plan.xlsx.bak").read_bytes() == first.data
    third = save(second, [edit("One!A2", 3)], first.path)
    assert b'<c r="A2"><v>3</v></c>' in third.part("xl/worksheets/sheet1.xml")
    assert third.scan("One").formula_of(2, 2) == "A2"


def test_nothing_to_save_writes_the_same_bytes(tmp_path: Path) -> None:
    package = workbook(tmp_path)
    assert save(package, [], tmp_path / "copy.xlsx").path.read_bytes() == package.data


def test_a_save_under_another_name_leaves_the_first_file_alone(tmp_path: Path) -> None:
    package = workbook(tmp_path)
    package.path.write_bytes(b"changed meanwhile")
    saved = save(package, EDITS, tmp_path / "copy.xlsx")
    assert saved.path.name == "copy.xlsx"
    assert package.path.read_bytes() == b"changed meanwhile"
    assert contents_of(saved.data)["xl/media/logo.png"] == b"logo"


def test_a_file_that_another_program_wrote_is_not_replaced(tmp_path: Path) -> None:
    package = workbook(tmp_path)
    package.path.write_bytes(b"changed meanwhile")
    with pytest.raises(WorkbookChanged, match=r"plan\.xlsx was changed by another program"):
        save(package, EDITS, tmp_path / "." / "plan.xlsx")
    assert package.path.read_bytes() == b"changed meanwhile"


def test_a_file_that_was_only_touched_is_replaced(tmp_path: Path) -> None:
    package = workbook(tmp_path)
    os.utime(package.path, ns=(1, 1))
    assert save(package, EDITS, package.path).is_current()


def test_a_file_that_was_removed_is_written_again(tmp_path: Path) -> None:
    package = workbook(tmp_path)
    package.path.unlink()
    assert save(package, EDITS, package.path).is_current()


def test_a_refused_edit_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    package = workbook(tmp_path)
    with pytest.raises(EditRefused):
        save(package, [*EDITS, edit("Nowhere!A1", 1)], package.path)
    assert package.is_current()
    assert [path.name for path in tmp_path.iterdir()] == ["plan.xlsx"]


def test_a_file_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    package = workbook(tmp_path)
    package.path.chmod(0o444)
    with pytest.raises(WorkbookInUse, match="read-only"):
        save(package, EDITS, package.path)


@pytest.mark.parametrize("flaw", [b"not a zip at all", b""])
def test_a_new_file_that_fails_its_check_is_never_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flaw: bytes
) -> None:
    package = workbook(tmp_path)
    monkeypatch.setattr(module, "assembled", lambda *_: flaw)
    with pytest.raises(SaveFailed, match="did not pass its check"):
        save(package, EDITS, package.path)
    assert package.is_current()


def test_a_change_that_nobody_asked_for_is_never_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = workbook(tmp_path)
    wrong = sheet(ROWS.replace("two", "three")).encode()
    plan = Plan(parts={"xl/worksheets/sheet1.xml": wrong}, contents={"One": {(1, 1): 1}})
    monkeypatch.setattr(module, "planned", lambda *_: plan)
    with pytest.raises(SaveFailed):
        save(package, [], package.path)
    assert package.is_current()
