"""An office suite calculates the same values before and after rows have changed."""

from __future__ import annotations

import csv
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from desktop.domain.row_edits import DeleteRows, InsertRows, MoveRows
from desktop.workbook.shift import shifted
from tests.workbook.raw_package import opened, parts_of, sheet

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.row_edits import RowEdit

OFFICE = shutil.which("soffice")
EDITS: dict[str, RowEdit] = {
    "inserted": InsertRows(sheet="Two", at=3, count=2),
    "deleted": DeleteRows(sheet="Two", first=1),
    "moved": MoveRows(sheet="Two", first=2, before=5),
    "copied": InsertRows(sheet="Two", at=6, like=5, filled=True),
}
# What the first sheet reads of the second, whose rows change.
READING = (
    "SUM(Two!A2:A5)",
    "SUM(Two!$A$2:$A$5)*2",
    "Two!A4",
    "INDEX(Two!A:A,MATCH(33,Two!A:A,0))",
    "SUM(figures)",
    "VLOOKUP(33,Two!A2:C5,3,FALSE)",
    "SUM(Two!C2:C5)",
    "LOG10(100)+Two!B5",
)
NAMES = '<definedNames><definedName name="figures">Two!$A$2:$A$5</definedName></definedNames>'


def parts() -> dict[str, str | bytes]:
    reading = "".join(
        f'<row r="{row}"><c r="A{row}"><f>{text}</f></c></row>' for row, text in enumerate(READING, 1)
    )
    rows = '<row r="1"><c r="A1" t="str"><v>Figures</v></c></row>'
    for row, figure in enumerate((11, 22, 33, 44), 2):
        shared = 't="shared" ref="C2:C5" si="0"' if row == 2 else 't="shared" si="0"'
        text = "A2*B2" if row == 2 else ""
        rows += (
            f'<row r="{row}"><c r="A{row}"><v>{figure}</v></c><c r="B{row}"><f>A{row}+A$4</f></c>'
            f'<c r="C{row}"><f {shared}>{text}</f></c></row>'
        )
    return parts_of(sheet(reading), sheet(rows), book=NAMES)


@pytest.mark.skipif(OFFICE is None, reason="no LibreOffice on this machine: its reading was not checked")
def test_an_office_suite_calculates_the_same_values(tmp_path: Path) -> None:
    package = opened(tmp_path, parts(), "before.xlsx")
    for name, edit in EDITS.items():
        (tmp_path / f"{name}.xlsx").write_bytes(shifted(package, edit).data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    books = [f"{name}.xlsx" for name in ("before", *EDITS)]
    subprocess.run(
        [str(OFFICE), profile, "--headless", "--convert-to", "csv", "--outdir", str(tmp_path), *books],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=180,
    )
    values = {}
    for book in books:
        with (tmp_path / book).with_suffix(".csv").open(encoding="utf-8", newline="") as file:
            values[book] = [row[0] for row in csv.reader(file)]
    assert values["before.xlsx"] == ["110", "220", "33", "33", "110", "2178", "7260", "79"]
    assert all(found == values["before.xlsx"] for found in values.values())
