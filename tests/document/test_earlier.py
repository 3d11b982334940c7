"""Earlier versions of a plan, each with the date of its report."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from desktop.document.earlier import Earlier, Version
from desktop.domain.contents import Contents

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def _version(name: str, day: int) -> Version:
    return Version(name=name, reported=dt.date(2012, 3, day), contents=Contents())


def test_versions_stand_in_the_order_of_their_dates_one_for_each(qtbot: QtBot) -> None:
    earlier = Earlier()
    for name, day in (("late", 9), ("early", 2), ("middle", 5), ("middle again", 5)):
        with qtbot.waitSignal(earlier.changed):
            earlier.keep(_version(name, day))
    assert [version.name for version in earlier.versions] == ["early", "middle again", "late"]
    assert [version.name for version in earlier.before(dt.date(2012, 3, 9))] == ["early", "middle again"]
