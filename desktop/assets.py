"""Finds the files that come with the program, installed, frozen or in a checkout."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def _home() -> Path:
    """The folder that holds resources/ and templates/."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen)
    package = Path(__file__).resolve().parent
    return package if (package / "resources").is_dir() else package.parent


def resource(*names: str) -> Path:
    """A file under resources/."""
    return _home().joinpath("resources", *names)


def template(*names: str) -> Path:
    """A file under templates/."""
    return _home().joinpath("templates", *names)
