"""Whether a Milepost runs can be told from outside, however it ended."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from desktop.document.session import Session, runs

if TYPE_CHECKING:
    from pathlib import Path

HOLDS_AND_DIES = """
import os, pathlib, signal, sys
from desktop.document.session import Session
session = Session(pathlib.Path(sys.argv[1]))
assert session.begin()
print(session.name, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_one_that_runs_is_seen_until_it_ends(tmp_path: Path) -> None:
    session = Session(tmp_path)
    assert not runs(tmp_path, session.name)
    assert session.begin()
    assert session.begin()
    assert runs(tmp_path, session.name)
    session.end()
    assert not runs(tmp_path, session.name)
    assert list(tmp_path.iterdir()) == []


def test_one_that_was_killed_runs_no_more(tmp_path: Path) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", HOLDS_AND_DIES, str(tmp_path)], check=False, capture_output=True, text=True
    )
    name = killed.stdout.strip()
    assert (tmp_path / name).exists()
    assert not runs(tmp_path, name)
    assert not (tmp_path / name).exists()


def test_a_folder_that_is_none_takes_no_session(tmp_path: Path) -> None:
    assert not Session(tmp_path / "nowhere").begin()


def test_no_other_file_is_taken_for_a_session(tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").touch()
    assert not runs(tmp_path / "recovery", "../plan.xlsx")
    assert not runs(tmp_path, "plan.xlsx")
    assert (tmp_path / "plan.xlsx").exists()
