"""The crash log: what is written, what is told, and that nothing of it stays behind."""

from __future__ import annotations

import faulthandler
import logging
import sys
from typing import TYPE_CHECKING

import pytest

from desktop import crash

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BROKEN = RuntimeError("wheel came off")


def report(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


@pytest.fixture(autouse=True)
def _faults_stay_watched() -> Iterator[None]:
    """The test run's own watch on faults goes on afterwards."""
    watched = faulthandler.is_enabled()
    yield
    if watched and sys.__stderr__ is not None:
        faulthandler.enable(sys.__stderr__)


def test_an_error_is_logged_and_told_in_words(tmp_path: Path) -> None:
    folder, told = tmp_path / "logs" / "milepost", list[str]()
    with crash.watch(folder, told.append):
        report(BROKEN)
    [words] = told
    assert "The workbook on disk is as you last saved it." in words
    assert str(folder / "milepost.log") in words
    assert "wheel" not in words
    assert "RuntimeError: wheel came off" in (folder / "milepost.log").read_text(encoding="utf-8")


def test_it_ends_as_it_began(tmp_path: Path) -> None:
    hook, handlers = sys.excepthook, list(logging.getLogger().handlers)
    with crash.watch(tmp_path, list[str]().append):
        assert sys.excepthook is not hook
        assert faulthandler.is_enabled()
    assert sys.excepthook is hook
    assert logging.getLogger().handlers == handlers
    assert not faulthandler.is_enabled()


def test_an_error_while_it_speaks_is_not_told_in_turn(tmp_path: Path) -> None:
    told: list[str] = []

    def tell(words: str) -> None:
        told.append(words)
        report(ValueError("and the axle"))

    with crash.watch(tmp_path, tell):
        report(BROKEN)
        report(BROKEN)
    assert len(told) == 2
    assert "and the axle" in (tmp_path / "milepost.log").read_text(encoding="utf-8")


def test_it_says_where_unsaved_work_is_kept(tmp_path: Path) -> None:
    told: list[str] = []
    with crash.watch(tmp_path / "logs", told.append, recovery=tmp_path / "recovery"):
        report(BROKEN)
    kept = f"Unsaved changes are kept in {tmp_path / 'recovery'} and offered at the next start."
    assert kept in told[0]


def test_an_interrupt_is_no_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told: list[str] = []
    with crash.watch(tmp_path, told.append):
        report(KeyboardInterrupt())
    assert told == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_without_a_log_it_is_told_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    told: list[str] = []
    with crash.watch(tmp_path / "file" / "logs", told.append):
        report(BROKEN)
    assert told[0].endswith("start Milepost again.")


def test_the_log_lies_in_the_users_own_folder() -> None:
    assert "Milepost" in crash.log_folder().parts
