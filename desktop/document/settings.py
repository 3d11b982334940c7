"""What the program remembers between sessions: recent workbooks and the window's shape."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from desktop.document.grid_settings import GridSettings
from desktop.document.journal import recovery_folder
from desktop.document.mappings_store import MappingsStore

_MOST_RECENT = 8


class Settings:
    """The user's settings, kept in an INI file in their own folder."""

    def __init__(self, store: QSettings | None = None) -> None:
        ini, user = QSettings.Format.IniFormat, QSettings.Scope.UserScope
        self._recovery = recovery_folder() if store is None else Path(store.fileName()).parent / "recovery"
        self._store = store if store is not None else QSettings(ini, user, "Milepost", "Milepost")

    @property
    def recovery_folder(self) -> Path:
        """Where unsaved work is kept: in the user's own folder, or beside a store of one's own."""
        return self._recovery

    @property
    def mappings(self) -> MappingsStore:
        """What the user said of unsure headers, kept beside the unsaved work."""
        return MappingsStore(self._recovery.parent / "columns.json")

    @property
    def grid(self) -> GridSettings:
        """How the user likes the grid."""
        return GridSettings(self._store)

    @property
    def recent(self) -> tuple[Path, ...]:
        """The workbooks opened last, the latest first."""
        stored = self._store.value("recent", [])
        names = stored if isinstance(stored, list) else [stored]
        return tuple(Path(str(name)) for name in names if name)

    def add_recent(self, path: Path) -> None:
        """Put a workbook at the head of the recent ones."""
        whole = path.absolute()
        others = [other for other in self.recent if other != whole]
        self._store.setValue("recent", [str(one) for one in (whole, *others)[:_MOST_RECENT]])

    @property
    def appearance(self) -> str:
        """Light, dark or as the system is; empty where the user never chose."""
        return str(self._store.value("appearance", ""))

    def keep_appearance(self, appearance: str) -> None:
        """Remember light or dark."""
        self._store.setValue("appearance", appearance)

    @property
    def initials(self) -> str:
        """The initials that the user signs with; empty where they never did."""
        return str(self._store.value("initials", ""))

    def keep_initials(self, initials: str) -> None:
        """Remember the initials."""
        self._store.setValue("initials", initials)

    @property
    def geometry(self) -> QByteArray | None:
        """The window's size and place, as Qt saved it."""
        stored = self._store.value("geometry")
        return stored if isinstance(stored, QByteArray) else None

    def keep_geometry(self, geometry: QByteArray) -> None:
        """Remember the window's size and place."""
        self._store.setValue("geometry", geometry)
