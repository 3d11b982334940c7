"""Finding what comes with the program, wherever it is installed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop import assets

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def _looked_for_anew() -> Iterator[None]:
    assets._home.cache_clear()
    yield
    assets._home.cache_clear()


def test_in_a_checkout_they_lie_beside_the_package() -> None:
    assert assets.resource("indicator_library.csv") == ROOT / "resources" / "indicator_library.csv"
    assert assets.template("examples", "a.xlsx") == ROOT / "templates" / "examples" / "a.xlsx"
    assert assets.resource("indicator_library.csv").is_file()


def test_installed_they_lie_in_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(assets, "__file__", str(tmp_path / "assets.py"))
    assert assets.resource("a") == tmp_path / "resources" / "a"


def test_frozen_they_lie_where_the_program_unpacked_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert assets.template("a") == tmp_path / "templates" / "a"
