"""What is remembered between sessions."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from desktop.document.settings import Settings


def settings(folder: Path) -> Settings:
    return Settings(QSettings(str(folder / "milepost.ini"), QSettings.Format.IniFormat))


def test_nothing_is_remembered_at_first(tmp_path: Path) -> None:
    assert settings(tmp_path).recent == ()
    assert settings(tmp_path).geometry is None


@pytest.mark.parametrize("number", [1, 2, 3])
def test_recent_workbooks_are_kept_the_latest_first(tmp_path: Path, number: int) -> None:
    paths = [tmp_path / f"plan {index}, final.xlsx" for index in range(number)]
    kept = settings(tmp_path)
    for path in paths:
        kept.add_recent(path)
    assert settings(tmp_path).recent == tuple(reversed(paths))


def test_a_workbook_opened_again_moves_to_the_head(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = settings(tmp_path)
    monkeypatch.chdir(tmp_path)
    for name in ("one.xlsx", "two.xlsx", "one.xlsx"):
        kept.add_recent(Path(name))
    assert kept.recent == (tmp_path / "one.xlsx", tmp_path / "two.xlsx")


def test_only_so_many_are_kept(tmp_path: Path) -> None:
    kept = settings(tmp_path)
    for index in range(12):
        kept.add_recent(tmp_path / f"{index}.xlsx")
    assert [path.stem for path in kept.recent] == ["11", "10", "9", "8", "7", "6", "5", "4"]


def test_the_initials_are_those_that_were_signed_with_last(tmp_path: Path) -> None:
    assert settings(tmp_path).initials == ""
    for initials in ("JS", "AB"):
        settings(tmp_path).keep_initials(initials)
    assert settings(tmp_path).initials == "AB"


def test_the_windows_shape(tmp_path: Path) -> None:
    settings(tmp_path).keep_geometry(QByteArray(b"\x01shape"))
    assert settings(tmp_path).geometry == QByteArray(b"\x01shape")


def test_a_damaged_file_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "milepost.ini").write_text("[General]\nrecent=\ngeometry=wide\n", encoding="utf-8")
    assert settings(tmp_path).recent == ()
    assert settings(tmp_path).geometry is None


def test_by_default_they_lie_in_the_users_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    before = Path(QSettings(*own, "Milepost", "Milepost").fileName()).parents[1]
    QSettings.setPath(*own, str(tmp_path))
    try:
        Settings().add_recent(tmp_path / "plan.xlsx")
        assert (tmp_path / "Milepost" / "Milepost.ini").exists()
    finally:
        QSettings.setPath(*own, str(before))
