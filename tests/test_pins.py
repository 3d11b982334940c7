"""The installed Qt keeps count of the references to None and True.

PySide6 6.12.0 on Python 3.11 loses one with every void call and every signal, and aborts after a while;
so the calls are made in a child process, which would not live to report.
"""

from __future__ import annotations

import subprocess
import sys

VOID_CALLS = """
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(1_000_000):
    thing.setObjectName("milepost")
"""

EMITS = """
from PySide6.QtCore import QObject, Signal
class Bell(QObject):
    rung = Signal(bool)
bell, heard = Bell(), []
bell.rung.connect(heard.append)
for _ in range(100_000):
    bell.rung.emit(True)
assert len(heard) == 100_000
"""


def test_a_million_void_calls_end_well() -> None:
    assert subprocess.run([sys.executable, "-c", VOID_CALLS], check=False).returncode == 0


def test_a_hundred_thousand_emits_end_well() -> None:
    assert subprocess.run([sys.executable, "-c", EMITS], check=False).returncode == 0
