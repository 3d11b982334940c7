"""Slow work, off the window's thread: one operation at a time, told of when it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from desktop.domain.errors import MilepostError

if TYPE_CHECKING:
    from collections.abc import Callable

_Result = TypeVar("_Result")


class _Outcome(QObject):
    finished = Signal(object)
    refused = Signal(str)
    failed = Signal(object)


class _Operation(NamedTuple):
    outcome: _Outcome
    then: Callable[[Any], None]
    refused: Callable[[str], None]


class _Work(QRunnable):
    def __init__(self, work: Callable[[], object], outcome: _Outcome) -> None:
        super().__init__()
        self._work = work
        self._outcome = outcome

    def run(self) -> None:
        try:
            result = self._work()
        except MilepostError as error:
            self._outcome.refused.emit(str(error))
        except Exception as error:  # noqa: BLE001 - raised again on the window's thread, where the log hears it
            self._outcome.failed.emit(error)
        else:
            self._outcome.finished.emit(result)


class Tasks(QObject):
    """Runs one piece of work at a time and says when it is busy."""

    busy_changed = Signal(bool, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._operation: _Operation | None = None

    @property
    def busy(self) -> bool:
        """Whether work is going on."""
        return self._operation is not None

    def run(
        self,
        saying: str,
        work: Callable[[], _Result],
        then: Callable[[_Result], None],
        refused: Callable[[str], None],
    ) -> None:
        """Do the work in the background; `then` gets its result, `refused` the message of a named error."""
        outcome = _Outcome(self)
        # Methods of an object of this thread, so that Qt queues the calls over to it.
        outcome.finished.connect(self._finished)
        outcome.refused.connect(self._refused)
        outcome.failed.connect(self._failed)
        self._operation = _Operation(outcome, then, refused)
        self.busy_changed.emit(True, saying)
        QThreadPool.globalInstance().start(_Work(work, outcome))

    def _finished(self, result: object) -> None:
        self._end().then(result)

    def _refused(self, message: str) -> None:
        self._end().refused(message)

    def _failed(self, error: Exception) -> None:
        self._end()
        raise error

    def _end(self) -> _Operation:
        operation = self._operation
        assert operation is not None  # noqa: S101 - an outcome comes only from a running operation
        self._operation = None
        operation.outcome.deleteLater()
        self.busy_changed.emit(False, "")
        return operation
