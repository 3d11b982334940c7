"""How often a test tries something at random."""

from __future__ import annotations

import os

_THOROUGH = "MILEPOST_THOROUGH"
_TIMES_MORE = 10


def trials(number: int) -> int:
    """The number of tries; ten times as many where MILEPOST_THOROUGH=1 asks for them."""
    return number * _TIMES_MORE if os.environ.get(_THOROUGH) == "1" else number
