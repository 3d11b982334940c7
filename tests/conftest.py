"""What every test starts from: no screen is needed, and a property draws the same examples each time."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

_GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what came out over tests/golden")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, Any], None]:
    """Hold a JSON value against the file of that name in tests/golden."""

    def hold(name: str, shape: Any) -> None:  # noqa: ANN401 - any JSON value
        kept = _GOLDEN / f"{name}.json"
        if request.config.getoption("--update-golden"):
            kept.write_text(json.dumps(shape, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        assert shape == json.loads(kept.read_text(encoding="utf-8")), (
            f"{kept.name} differs; where that is meant, run pytest with --update-golden"
        )

    return hold
