"""The day that a workbook's own properties give."""

from __future__ import annotations

import datetime as dt
import zipfile
from typing import TYPE_CHECKING

import pytest

from desktop.workbook.package import Package
from desktop.workbook.saved_on import saved_on
from tests.made_workbooks import FLAWLESS, make

if TYPE_CHECKING:
    from pathlib import Path


def _with_properties(path: Path, properties: str | None) -> Package:
    made = make(path / "made.xlsx", FLAWLESS)
    other = path / "other.xlsx"
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(other, "w") as target:
        for name in source.namelist():
            if name != "docProps/core.xml":
                target.writestr(name, source.read(name))
        if properties is not None:
            target.writestr("docProps/core.xml", properties)
    return Package.open(other)


@pytest.mark.parametrize(
    ("properties", "day"),
    [
        ('<a><dcterms:modified xsi:type="x">2012-03-31T10:00:00Z</dcterms:modified></a>', (2012, 3, 31)),
        ("<a><dcterms:modified>2012-13-31</dcterms:modified></a>", None),
        ("<a/>", None),
        (None, None),
    ],
)
def test_the_day_is_read_where_there_is_one(
    tmp_path: Path, properties: str | None, day: tuple[int, int, int] | None
) -> None:
    assert saved_on(_with_properties(tmp_path, properties)) == (None if day is None else dt.date(*day))
