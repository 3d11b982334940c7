"""Tells on the error stream how far many pieces of work have come, a line for each that is done."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

_LONGEST_BAR = 40  # characters


class Telling:
    """Says of each of `of` pieces of work that it is done; on a terminal a bar beneath shows what is left."""

    def __init__(self, of: int, stream: TextIO) -> None:
        self._of = of
        self._done = 0
        self._stream = stream
        self._terminal = stream.isatty()

    def __enter__(self) -> Self:
        """Begin with nothing done."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the terminal without the bar, however the work ended."""
        if self._terminal and self._done:
            self._over_bar("\r")

    def done(self, what: str) -> None:
        """Say that one more is done, and what came of it."""
        self._done += 1
        line = f"[{self._done}/{self._of}] {what}"
        if not self._terminal:
            print(line, file=self._stream)
            return
        self._over_bar(f"\r{line}\n")
        if self._done < self._of:
            self._stream.write(self._bar())
        self._stream.flush()

    def _bar(self) -> str:
        length = min(_LONGEST_BAR, self._width() - len(f"[] {self._of}/{self._of}"))
        filled = max(0, length) * self._done // self._of
        return f"[{'#' * filled}{'.' * (length - filled)}] {self._done}/{self._of}"

    def _over_bar(self, text: str) -> None:
        """Write over the bar; blanks, because not every terminal knows a sign that clears a line."""
        self._stream.write(f"\r{' ' * self._width()}{text}")

    def _width(self) -> int:
        return shutil.get_terminal_size().columns - 1  # a full line would begin another
