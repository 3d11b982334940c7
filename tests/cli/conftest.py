"""Runs commands in this process, and makes the workbooks they run on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from desktop.cli import main
from tests.made_workbooks import WHOLE, make

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = Path(__file__).parents[2] / "templates" / "examples"


class Done(NamedTuple):
    """How a command ended and what it said."""

    status: int
    out: str
    err: str


@pytest.fixture
def milepost(capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    def run(*words: str | Path) -> Done:
        capsys.readouterr()
        try:
            status = main([str(word) for word in words])
        except SystemExit as left:
            status = int(left.code or 0)
        return Done(status, *capsys.readouterr())

    return run


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    return make(tmp_path / "whole.xlsx", WHOLE)


@pytest.fixture
def leicester() -> Path:
    return EXAMPLES / "leicester-map-2001.xlsx"


@pytest.fixture
def leeds() -> Path:
    return EXAMPLES / "leeds-programme-plan-2012.xlsx"
