"""The projection chart on the screen, for the keys as for the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.charts.annotations import on_day, on_point
from desktop.charts.held_chart import HeldChart
from desktop.charts.picture import Annotation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop.charts.picture import Picture, Point

_LARGE_STEP = 10
_FLAG_STEP = 8
"""By how many pixels a key moves a flag."""
_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
_STEPS = {_Key.Key_Up: 1, _Key.Key_Down: -1}
_TURNS = {_Key.Key_Right: 1, _Key.Key_Left: -1}
_ZOOMS = {_Key.Key_Plus: True, _Key.Key_Equal: True, _Key.Key_Minus: False}


class ProjectionChart(HeldChart):
    """Shows a picture; says once, on release or key press, what is to become of a point or a note."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until `show_indicator`."""
        super().__init__(parent)
        self._acts: Mapping[int, Callable[[], object]] = {
            _Key.Key_N: self.add_note,
            _Key.Key_Return: self.open_note,
            _Key.Key_Enter: self.open_note,
            _Key.Key_Delete: self.remove_note,
            _Key.Key_0: self.show_whole,
        }

    def show_indicator(self, picture: Picture) -> None:
        """Draws a picture; a drag that was under way is given up."""
        self.show_picture(picture)
        if self._moving or self._hand.chosen is None:
            self._forget_step()
        self._move(False)
        self.setAccessibleName(f"Chart of {picture.title}")
        self._describe()

    # Notes

    def add_note(self) -> None:
        """Asks for a note on what is chosen; without a choice, on the last value that is known."""
        picture, stop = self.picture, self._hand.stop
        if picture is None or not picture.points:
            return
        if isinstance(stop, Annotation):
            self.note_wanted.emit(on_day(picture, stop.date, stop.value))
            return
        known = [point for point in picture.points if point.kind.actual] or [*picture.points]
        self.note_wanted.emit(on_point(picture, known[-1] if stop is None else stop))

    def open_note(self) -> None:
        """Asks to change the chosen note, or the one on the chosen point; without one, for a new one."""
        note = self._note_here()
        if note is None:
            self.add_note()
        else:
            self.note_opened.emit(note.note)

    def remove_note(self) -> None:
        """Asks to take away the chosen note, or the one on the chosen point."""
        note = self._note_here()
        if note is not None:
            self.note_removed.emit(note.note)

    def _note_here(self) -> Annotation | None:
        picture, point = self.picture, self._hand.chosen
        if picture is None or point is None:
            return self._hand.noted
        here = (point.date, point.value)
        return next((each for each in picture.annotations if (each.date, each.value) == here), None)

    # The keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose, up and down move a planned point, Alt and arrows a flag; Esc takes back."""
        key, held = event.key(), event.modifiers()
        if key == _Key.Key_Escape and (self._hand.dragging or self.zoomed):
            self._take_back()
        elif held & _Modifier.AltModifier and self._hand.noted is not None and key in {*_STEPS, *_TURNS}:
            self._push_flag(_TURNS.get(_Key(key), 0), _STEPS.get(_Key(key), 0))
        elif held & _Modifier.ControlModifier and key in _TURNS:
            self.look_aside(_TURNS[_Key(key)])
        elif key in _TURNS and not self._hand.dragging and self._hand.walk(_TURNS[_Key(key)]):
            self._chose()
        elif key in _STEPS and self._hand.chosen in self._movable and not self._hand.dragging:
            self._step(_STEPS[_Key(key)] * (_LARGE_STEP if held & _Modifier.ShiftModifier else 1))
        elif held & ~(_Modifier.ShiftModifier | _Modifier.KeypadModifier):
            event.ignore()
        elif key in _ZOOMS:
            self.zoom(inwards=_ZOOMS[_Key(key)])
        elif key in self._acts:
            self._acts[key]()
        else:
            event.ignore()

    @property
    def _movable(self) -> tuple[Point, ...]:
        return () if self.picture is None else self.picture.movable

    def _take_back(self) -> None:
        """Gives up a drag; where there is none, looks at all the dates again."""
        if self._hand.dragging:
            self._hand.give_up()
            self._readout = None
            self._move(False)
            self._redraw()
        else:
            self.show_whole()

    def _step(self, by: int) -> None:
        chosen = self._hand.chosen
        self._readout = None if chosen is None else chosen.cell
        self._tell_move(self._hand.step(by))

    def _push_flag(self, right: int, up: int) -> None:
        noted = self._hand.noted
        if noted is not None:
            note = noted.note
            self.note_moved.emit(note, note.right + right * _FLAG_STEP, note.up + up * _FLAG_STEP)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt calls it by this name
        """Tab goes from planned point to planned point, then on to the next widget."""
        if self.hasFocus() and self._hand.turn(1 if forward else -1):
            self._chose()
            return True
        return bool(super().focusNextPrevChild(forward))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by Tab chooses the first planned point, coming backwards the last."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self._hand.choose(None)
            self._hand.turn(1 if event.reason() is Qt.FocusReason.TabFocusReason else -1)
            self._chose()
        self._describe()
        self._show_ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away; what is chosen stays chosen."""
        super().focusOutEvent(event)
        self._forget_step()
        self._overlay.show_ring(None)
