"""Under which name a workbook may be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.document.file_names import named_as
from desktop.domain.errors import InputRefused

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("workbook", "chosen", "name"),
    [
        ("plan.xlsx", "plan.xlsx", "plan.xlsx"),
        ("plan.xlsx", "next.XLSX", "next.XLSX"),
        ("plan.xlsx", "next", "next.xlsx"),
        ("plan.XLSM", "plan v1.2", "plan v1.2.xlsm"),
        ("plan", "next", "next"),
        ("plan.xltx", "next.xltx", "next.xltx"),
    ],
)
def test_the_ending_is_kept(tmp_path: Path, workbook: str, chosen: str, name: str) -> None:
    assert named_as(tmp_path / workbook, tmp_path / chosen) == tmp_path / name


@pytest.mark.parametrize(("workbook", "chosen"), [("plan.xlsm", "plan.xlsx"), ("plan.xlsx", "next.xlsm")])
def test_another_type_is_refused(tmp_path: Path, workbook: str, chosen: str) -> None:
    with pytest.raises(InputRefused, match="Choose a name that ends in"):
        named_as(tmp_path / workbook, tmp_path / chosen)


def test_an_added_ending_never_hits_another_file(tmp_path: Path) -> None:
    (tmp_path / "next.xlsx").touch()
    with pytest.raises(InputRefused, match=r"There is already a next\.xlsx in "):
        named_as(tmp_path / "plan.xlsx", tmp_path / "next")
    assert named_as(tmp_path / "plan.xlsx", tmp_path / "next.xlsx") == tmp_path / "next.xlsx"
