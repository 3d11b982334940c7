"""A return is written whole or not at all, and never in place of the workbook."""

from __future__ import annotations

import os
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from desktop.domain.contents import Contents
from desktop.domain.errors import InputRefused, SaveFailed, WorkbookInUse
from desktop.returns.writer import write_return
from desktop.workbook import replace_file
from desktop.workbook.workbook import Workbook
from tests.returns.leicester import AS_AT, FINDINGS, SOURCE, TITLE, leicester

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.errors import MilepostError


def write(
    out: Path, source: str = SOURCE, contents: Contents | None = None, title: tuple[str, ...] = TITLE
) -> None:
    write_return(
        leicester() if contents is None else contents,
        FINDINGS,
        form="map-indicators",
        out=out,
        source=source,
        as_at=AS_AT,
        title=title,
    )


def test_a_return_has_the_indicators_and_the_check_sheet(tmp_path: Path) -> None:
    write(tmp_path / "return.xlsx", source=str(Path("plans", SOURCE)))
    made = openpyxl.load_workbook(tmp_path / "return.xlsx")
    assert made.sheetnames == ["Indicators", "Check"]
    assert made.properties.title == "Performance indicators and projections: Leicester: 509"
    assert made["Check"]["E4"].value == SOURCE
    assert [path.name for path in tmp_path.iterdir()] == ["return.xlsx"]


def test_a_title_that_the_form_already_bears_is_not_printed_twice(tmp_path: Path) -> None:
    out = tmp_path / "return.xlsx"
    lines = ("Performance  indicators and projections", *TITLE)
    write(out, title=lines)
    first = [
        row[0] for row in openpyxl.load_workbook(out)["Indicators"].iter_rows(max_row=2, values_only=True)
    ]
    assert first == ["Performance indicators and projections", TITLE[0]]


def test_text_that_starts_like_a_formula_is_still_text_when_opened_again(tmp_path: Path) -> None:
    records = leicester()
    first = replace(records.indicators[0], name="=HYPERLINK(A1)")
    write(tmp_path / "return.xlsx", contents=replace(records, indicators=(first,)))
    cells = [cell for row in openpyxl.load_workbook(tmp_path / "return.xlsx")["Indicators"] for cell in row]
    found = [cell for cell in cells if cell.value == "=HYPERLINK(A1)"]
    assert [cell.data_type for cell in found] == ["s"]


def test_the_same_records_make_the_same_parts(tmp_path: Path) -> None:
    parts = []
    for name in ("one.xlsx", "two.xlsx"):
        write(tmp_path / name)
        with zipfile.ZipFile(tmp_path / name) as package:
            parts.append(
                {part: package.read(part) for part in package.namelist() if part != "docProps/core.xml"}
            )
    assert parts[0] == parts[1]


def test_an_earlier_return_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "return.xlsx"
    out.write_bytes(b"the one of last year")
    write(out)
    assert openpyxl.load_workbook(out).sheetnames == ["Indicators", "Check"]
    assert list(tmp_path.iterdir()) == [out]  # a backup of it would be sent up with it


def test_a_workbook_without_indicators_has_nothing_to_return(tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as refused:
        write(tmp_path / "return.xlsx", contents=Contents())
    assert str(refused.value) == (
        "leicester-map-2001.xlsx: no indicators were found, so there is nothing to return. "
        "Open a workbook that has a table of indicators."
    )
    assert not list(tmp_path.iterdir())


def test_an_unknown_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match=r"The forms are: .*map-indicators"):
        write_return(leicester(), (), form="map", out=tmp_path / "x.xlsx", source=SOURCE, as_at=AS_AT)


@pytest.mark.parametrize(
    "source_of",
    [str, lambda path: path.name, lambda path: path.name.upper()],
    ids=["path", "name", "other case"],
)
def test_the_workbook_itself_is_never_replaced(tmp_path: Path, source_of: Callable[[Path], str]) -> None:
    out = tmp_path / SOURCE
    out.write_bytes(b"the officer's own")
    with pytest.raises(InputRefused, match="Choose another name"):
        write(out, source=source_of(out))
    assert out.read_bytes() == b"the officer's own"


def test_a_file_of_the_same_name_in_another_folder_may_be_replaced(tmp_path: Path) -> None:
    workbook = tmp_path / SOURCE
    workbook.write_bytes(b"the officer's own")
    out = tmp_path / "returns" / SOURCE
    out.parent.mkdir()
    out.write_bytes(b"the one of last year")
    write(out, source=str(workbook))
    assert workbook.read_bytes() == b"the officer's own"
    assert openpyxl.load_workbook(out).sheetnames == ["Indicators", "Check"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SaveFailed) as failed:
        write(tmp_path / "none" / "return.xlsx")
    assert str(failed.value).startswith("return.xlsx could not be saved: there is no folder ")


@pytest.mark.parametrize(
    ("cause", "error"),
    [(PermissionError(), WorkbookInUse), (OSError("no room"), SaveFailed)],
    ids=["held", "full"],
)
def test_what_stood_there_stays_where_the_return_can_not_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cause: OSError, error: type[MilepostError]
) -> None:
    def refuse(beside: Path, out: Path) -> None:
        raise cause

    out = tmp_path / "return.xlsx"
    out.write_bytes(b"the one of last year")
    monkeypatch.setattr(replace_file, "PAUSES", ())
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(error) as failed:
        write(out)
    assert failed.value.__cause__ is cause
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [
        ("return.xlsx", b"the one of last year")
    ]


def test_a_return_reads_back_as_the_records_it_was_made_from(tmp_path: Path) -> None:
    write(tmp_path / "return.xlsx")
    read = Workbook.open(tmp_path / "return.xlsx").contents

    def told(contents: Contents) -> list[object]:
        return [
            (one.code, one.name, one.group, [(value.period, value.value) for value in one.values])
            for one in contents.indicators
        ]

    assert told(read) == told(leicester())
    assert read.problems == ()


def test_the_check_sheet_says_when_the_workbook_was_saved(tmp_path: Path) -> None:
    source = tmp_path / SOURCE
    source.write_bytes(b"the officer's own")
    os.utime(source, (981_979_200, 981_979_200))  # noon of 12/02/2001 in London
    write(tmp_path / "return.xlsx", source=str(source))
    said = str(openpyxl.load_workbook(tmp_path / "return.xlsx").worksheets[-1]["A5"].value)
    assert f" of {SOURCE}, saved on 12/02/2001, by version " in said
