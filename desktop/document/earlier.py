"""The earlier versions that a plan is set against while it is open, each with the date it reported as at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    import datetime as dt

    from desktop.domain.contents import Contents


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An earlier state of the workbook: its file's name, the date of its report, and its records."""

    name: str
    reported: dt.date
    contents: Contents


class Earlier(QObject):
    """Holds versions in the order of their dates, one for each date."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._versions: dict[dt.date, Version] = {}

    @property
    def versions(self) -> tuple[Version, ...]:
        """The versions, the oldest first."""
        return tuple(self._versions[date] for date in sorted(self._versions))

    def before(self, date: dt.date) -> tuple[Version, ...]:
        """Those that reported before a date, the oldest first."""
        return tuple(version for version in self.versions if version.reported < date)

    def keep(self, version: Version) -> None:
        """Set the plan against a version too; another of the same date gives way to it."""
        self._versions[version.reported] = version
        self.changed.emit()
