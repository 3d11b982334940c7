"""A patched workbook opens in an office suite, which calculates what depends on the edits."""

from __future__ import annotations

import csv
import datetime as dt
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from desktop.workbook.patch import patched
from tests.workbook.raw_package import edit, opened, parts_of, sheet

if TYPE_CHECKING:
    from pathlib import Path

OFFICE = shutil.which("soffice")
ROWS = (
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*10</f><v>10</v></c></row>'
    '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>20</v></c></row>'
    '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>30</v></c></row>'
)


@pytest.mark.skipif(OFFICE is None, reason="no LibreOffice on this machine: its reading was not checked")
def test_an_office_suite_reads_the_new_values(tmp_path: Path) -> None:
    edits = [
        edit("One!A3", 7),
        edit("One!B1", "=A1 <typed> _x0041_"),
        edit("One!C1", dt.date(2012, 9, 30)),
        edit("One!D2", True),
        edit("One!A5", 'He said "no", twice'),
    ]
    (tmp_path / "new.xlsx").write_bytes(patched(opened(tmp_path, parts_of(sheet(ROWS))), edits))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        [str(OFFICE), profile, "--headless", "--convert-to", "csv", "--outdir", str(tmp_path), "new.xlsx"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    with (tmp_path / "new.csv").open(encoding="utf-8", newline="") as file:
        rows = [[cell for cell in row if cell] for row in csv.reader(file)]
    day = rows[0].pop()
    assert sorted(day.split("/")) == ["09", "2012", "30"]  # in the order of the machine's region
    assert rows == [
        ["1", "=A1 <typed> _x0041_"],
        ["2", "20", "TRUE"],
        ["7", "70"],
        [],
        ['He said "no", twice'],
    ]
