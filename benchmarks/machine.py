"""The machine in general terms: what a reader needs to judge the figures, and nothing that names it."""

from __future__ import annotations

import os
import platform
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
