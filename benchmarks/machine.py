"""The machine in general terms: what a reader needs to judge the figures, and nothing that names it."""

from __future__ import annotations

import os
import platform
import sys
from importlib.metadata import version

_PACKAGES = {
    "PySide6-Essentials": "PySide6",
    "pyqtgraph": "pyqtgraph",
    "python-calamine": "calamine",
    "openpyxl": "openpyxl",
}


def machine() -> str:
    """System, cores and versions, in one line."""
    cores = os.cpu_count() or 1
    parts = [
        f"{platform.system()} on {platform.machine()}",
        "1 core" if cores == 1 else f"{cores} cores",
        f"Python {platform.python_version()}",
        *(f"{name} {version(package)}" for package, name in _PACKAGES.items()),
    ]
    return ", ".join(parts)


def load() -> str:
    """How busy the machine was in the last minutes, where it says so: the figures are fair at about 1."""
    average = os.getloadavg()[1] if sys.platform != "win32" else None
    return "" if average is None else f"Load at the end of the run: {average:.1f} (1.0 is the run alone)."
