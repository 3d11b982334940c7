"""The program that needs no Python: `python dev.py build` makes it and runs these."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "dist" / "milepost" / ("milepost.exe" if os.name == "nt" else "milepost")
EXAMPLE = ROOT / "templates" / "examples" / "leicester-map-2001.xlsx"

pytestmark = pytest.mark.build


def milepost(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program away from the checkout, so that it can find only what it carries."""
    return subprocess.run(
        [str(PROGRAM), *map(str, arguments)],
        cwd=Path(sys.prefix).anchor,
        env=os.environ | environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )


def test_it_tells_its_version() -> None:
    done = milepost("--version")
    assert done.returncode == 0, done.stderr
    assert "Milepost" in done.stdout


def test_it_recognises_the_tables_of_a_workbook() -> None:
    done = milepost("show", EXAMPLE, "--json")
    assert done.returncode == 0, done.stderr
    assert "PAF C20" in done.stdout


def test_its_window_opens_and_is_painted(tmp_path: Path) -> None:
    places = {
        name: str(tmp_path) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "LOCALAPPDATA")
    }
    done = milepost(EXAMPLE, QT_QPA_PLATFORM="offscreen", MILEPOST_CLOSE_AFTER_PAINT="1", **places)
    assert done.returncode == 0, done.stderr
    assert not [log for log in tmp_path.rglob("milepost.log") if log.stat().st_size]
