"""Light or dark: as the system is set, unless the officer chooses."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

_Scheme = Qt.ColorScheme


class Appearance(Enum):
    """What the officer chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"

    @classmethod
    def of(cls, name: str) -> Appearance:
        """The appearance of that name; the system's for any other."""
        return next((one for one in cls if one.value == name), cls.SYSTEM)


_SCHEMES = {
    Appearance.SYSTEM: _Scheme.Unknown,
    Appearance.LIGHT: _Scheme.Light,
    Appearance.DARK: _Scheme.Dark,
}
_WINDOW = {Appearance.LIGHT: QColor("#f3f4f6"), Appearance.DARK: QColor("#2b2d30")}
_GROUND = {Appearance.LIGHT: QColor("#ffffff"), Appearance.DARK: QColor("#1e2124")}
_BUTTON = {Appearance.LIGHT: QColor("#e9ebee"), Appearance.DARK: QColor("#3a3d41")}


def appear(appearance: Appearance) -> None:
    """Make the whole program light or dark, or let it follow the system."""
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(_SCHEMES[appearance])
    taken = hints.colorScheme() is _SCHEMES[appearance]
    if appearance is Appearance.SYSTEM or taken:
        QApplication.setPalette(QPalette())
    else:  # a desktop that does not know light from dark: the colours are derived here
        QApplication.setPalette(_derived(appearance))


def _derived(appearance: Appearance) -> QPalette:
    palette = QPalette(_BUTTON[appearance], _WINDOW[appearance])
    palette.setColor(QPalette.ColorRole.Base, _GROUND[appearance])
    return palette
