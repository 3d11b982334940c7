"""What every test starts from: no screen is needed, and a property draws the same examples each time."""

from __future__ import annotations

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")
