"""A disk on which one call goes wrong: the n-th that opens, writes, settles, renames or removes a file."""

from __future__ import annotations

import io
import os
from contextlib import ExitStack, contextmanager
from typing import IO, TYPE_CHECKING, Any, Self
from unittest import mock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CALLS = ("chmod", "fsync", "link", "mkdir", "open", "rename", "replace", "stat", "unlink")


class FailingDisk:
    """Counts the calls while it is in use, and does what it was told at the call of that number.

    `goes_wrong` may raise, end the program or take the folder away; after that the call goes on. A write goes
    wrong half-way. With `lasting`, every later call goes wrong too.
    """

    def __init__(self, number: int, goes_wrong: Callable[[], object], *, lasting: bool = False) -> None:
        self.calls = 0
        self._number = number
        self._goes_wrong = goes_wrong
        self._lasting = lasting

    @property
    def went_wrong(self) -> bool:
        """Whether there were as many calls."""
        return self.calls >= self._number

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Stand between the program and its files."""
        with ExitStack() as stack:
            for name in _CALLS:
                stack.enter_context(mock.patch.object(os, name, self._counted(getattr(os, name))))
            stack.enter_context(mock.patch.object(io, "open", self._opened(io.open)))
            yield

    def count(self) -> bool:
        """One more call; whether it is one that goes wrong."""
        self.calls += 1
        return self.calls == self._number or (self._lasting and self.went_wrong)

    def go_wrong(self) -> None:
        """What was told."""
        self._goes_wrong()

    def _counted(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: object, **named: object) -> object:
            if self.count():
                self._goes_wrong()
            return call(*arguments, **named)

        return counted

    def _opened(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def opened(path: object, mode: str = "r", *arguments: object, **named: object) -> object:
            if self.count():
                self._goes_wrong()
            file = call(path, mode, *arguments, **named)
            return file if mode in {"r", "rb"} else _Watched(file, self)

        return opened


class _Watched:
    """A file that is being written."""

    def __init__(self, file: IO[bytes], disk: FailingDisk) -> None:
        self._file = file
        self._disk = disk

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - all else is the file's own
        return getattr(self._file, name)

    def write(self, data: bytes | memoryview) -> int:
        if not self._disk.count():
            return self._file.write(data)
        half = self._file.write(data[: len(data) // 2])
        self._file.flush()
        self._disk.go_wrong()
        return half + self._file.write(data[half:])
