"""Slow work: its result, its refusal, its faults, and that the window knows of it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from desktop.domain.errors import SaveFailed
from desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    owner = QObject()
    yield Tasks(owner)
    owner.deleteLater()


def never(_: object) -> None:
    pytest.fail("this was not to be called")


def test_a_result_comes_back_to_the_windows_thread(tasks: Tasks, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    results: list[int] = []

    def work() -> int:
        threads.append(threading.current_thread())
        return 42

    def then(result: int) -> None:
        threads.append(threading.current_thread())
        results.append(result)

    with qtbot.waitSignal(tasks.busy_changed, check_params_cb=lambda busy, _: not busy):
        tasks.run("Adding up…", work, then, never)
        busy = [tasks.busy]
    busy.append(tasks.busy)
    assert busy == [True, False]
    assert results == [42]
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def test_it_says_what_it_does(tasks: Tasks, qtbot: QtBot) -> None:
    said: list[tuple[bool, str]] = []
    tasks.busy_changed.connect(lambda busy, saying: said.append((busy, saying)))
    done: list[None] = []
    tasks.run("Opening plan.xlsx…", lambda: None, done.append, never)
    qtbot.waitUntil(lambda: bool(done))
    assert said == [(True, "Opening plan.xlsx…"), (False, "")]


def test_a_named_error_comes_back_as_its_words(tasks: Tasks, qtbot: QtBot) -> None:
    def work() -> None:
        raise SaveFailed("The disk is full. Make room and save again.")

    refused: list[str] = []
    tasks.run("Saving…", work, never, refused.append)
    qtbot.waitUntil(lambda: bool(refused))
    assert refused == ["The disk is full. Make room and save again."]
    assert not tasks.busy


def test_a_fault_is_raised_where_the_log_hears_it(tasks: Tasks, qtbot: QtBot) -> None:
    fault = RuntimeError("wheel came off")

    def work() -> None:
        raise fault

    with qtbot.captureExceptions() as caught:
        tasks.run("Saving…", work, never, never)
        qtbot.waitUntil(lambda: bool(caught))
    assert [error for _, error, _ in caught] == [fault]
    assert not tasks.busy


def test_one_thing_leads_to_another(tasks: Tasks, qtbot: QtBot) -> None:
    done: list[str] = []

    def first(result: str) -> None:
        done.append(result)
        tasks.run("And on…", lambda: "second", done.append, never)

    tasks.run("On…", lambda: "first", first, never)
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["first", "second"]
