"""How far many pieces of work have come: lines alone, and on a terminal a bar beneath them."""

from __future__ import annotations

import io
import os

import pytest

from desktop.cli.telling import Telling


class Terminal(io.StringIO):
    """A stream that is a terminal, with the lines that stand on it in the end."""

    def isatty(self) -> bool:
        return True

    @property
    def seen(self) -> list[str]:
        lines = [""]
        for part in self.getvalue().replace("\n", "\r\n\r").split("\r"):
            if part == "\n":
                lines.append("")
            else:
                lines[-1] = part + lines[-1][len(part) :]
        return [line.rstrip() for line in lines]


@pytest.fixture(autouse=True)
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((30, 9)))


def test_where_nobody_watches_each_is_a_line() -> None:
    stream = io.StringIO()
    with Telling(2, stream) as telling:
        telling.done("a.xlsx: 3 findings")
        telling.done("b.xlsx: 0 findings")
    assert stream.getvalue() == "[1/2] a.xlsx: 3 findings\n[2/2] b.xlsx: 0 findings\n"


def test_a_bar_stands_beneath_the_lines_until_all_is_done() -> None:
    terminal = Terminal()
    with Telling(4, terminal) as telling:
        telling.done("a.xlsx")
        assert terminal.seen == ["[1/4] a.xlsx", "[#####..................] 1/4"]
        telling.done("b.xlsx")
        assert terminal.seen == ["[1/4] a.xlsx", "[2/4] b.xlsx", "[###########............] 2/4"]
        telling.done("c.xlsx")
        telling.done("d.xlsx")
    assert terminal.seen == ["[1/4] a.xlsx", "[2/4] b.xlsx", "[3/4] c.xlsx", "[4/4] d.xlsx", ""]


def test_work_that_stops_leaves_no_bar() -> None:
    terminal = Terminal()

    def work() -> None:
        with Telling(3, terminal) as telling:
            telling.done("a.xlsx")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert terminal.seen == ["[1/3] a.xlsx", ""]


def test_work_that_tells_nothing_leaves_the_terminal_alone() -> None:
    terminal = Terminal()
    with Telling(1, terminal):
        pass
    assert terminal.getvalue() == ""


def test_a_line_longer_than_the_terminal_stands_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((5, 9)))
    terminal = Terminal()
    with Telling(2, terminal) as telling:
        telling.done("a long name.xlsx: 3 findings")
    assert "[1/2] a long name.xlsx: 3 findings" in terminal.seen
