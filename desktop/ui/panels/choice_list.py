"""The texts of a column to tick, each with how many rows show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.domain.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QObject

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_TICKED, _CLEAR = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class ChoiceList(QAbstractListModel):
    """Texts with counts; those that hold the words of `search` are shown, and can be ticked."""

    def __init__(
        self, counts: Mapping[str, int], ticked: frozenset[str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._counts = counts
        self._ticked = set(ticked)
        self._shown = list(counts)

    @property
    def chosen(self) -> frozenset[str]:
        """The shown texts that are ticked."""
        return frozenset(label for label in self._shown if label in self._ticked)

    @property
    def all_state(self) -> Qt.CheckState:
        """Whether all of the shown texts are ticked, some, or none."""
        number = len(self.chosen)
        if number in {0, len(self._shown)}:
            return _TICKED if number else _CLEAR
        return Qt.CheckState.PartiallyChecked

    @property
    def whole(self) -> bool:
        """Whether every text is shown and ticked: nothing is filtered then."""
        return len(self.chosen) == len(self._counts)

    def search(self, words: str) -> None:
        """Show the texts that hold these words."""
        wanted = " ".join(words.split()).casefold()
        self.beginResetModel()
        self._shown = [label for label in self._counts if wanted in label.casefold()]
        self.endResetModel()

    def tick_all(self, ticked: bool) -> None:
        """Tick all of the shown texts, or none."""
        if ticked:
            self._ticked.update(self._shown)
        else:
            self._ticked.difference_update(self._shown)
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1), [])

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many texts are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every text can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """The text with its count, and its tick."""
        label = self._shown[index.row()]
        if role == _Role.DisplayRole:
            return f"{label or '(blank)'}   {self._counts[label]:,}"
        if role == _Role.CheckStateRole:
            return _TICKED if label in self._ticked else _CLEAR
        if role == _Role.AccessibleTextRole:
            rows = counted(self._counts[label], "row")
            return f"{label or 'blank'}, {rows}, {'ticked' if label in self._ticked else 'not ticked'}"
        return label if role == _Role.ToolTipRole else None

    def setData(self, index: _Index, value: object, role: int = _Role.EditRole) -> bool:
        """Tick a text, or take the tick away."""
        if role != _Role.CheckStateRole:
            return False
        label = self._shown[index.row()]
        if value in {_TICKED, _TICKED.value}:
            self._ticked.add(label)
        else:
            self._ticked.discard(label)
        self.dataChanged.emit(index, index, [role])
        return True
