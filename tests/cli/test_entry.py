"""Choosing a command: exit statuses, and what is said on which stream."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.cli import check, entry, show
from desktop.domain.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Done

ROOT = Path(__file__).parents[2]


def in_a_shell(
    *words: str | Path, reader: str = "", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The command as its own process; its output goes to a reader, where one is given as a program."""
    command = [sys.executable, "-m", "desktop", *map(str, words)]
    settings = os.environ | {"QT_QPA_PLATFORM": "offscreen"} | environment
    if not reader:
        return subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, check=False, timeout=60)
    with (
        subprocess.Popen(
            command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as running,
        subprocess.Popen(
            [sys.executable, "-c", reader], stdin=running.stdout, stdout=subprocess.DEVNULL
        ) as reading,
    ):
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()  # the reader alone holds it now
        reading.wait(timeout=60)
        said = running.stderr.read()
        status = running.wait(timeout=60)
    return subprocess.CompletedProcess(command, status, b"", said)


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["plan.xlsx", "--help"]])
def test_help_lists_the_commands_there_are(milepost: Callable[..., Done], words: list[str]) -> None:
    done = milepost(*words)
    assert (done.status, done.err) == (0, "")
    listed = [line.split()[0] for line in done.out.splitlines() if line.startswith("    ") and line[4] != " "]
    assert listed == ["check", "show", "set", "return", "chart", "report-card", "compare", "merge", "new"]
    assert "milepost [FILE] opens the window" in done.out


def test_each_command_says_what_it_takes(milepost: Callable[..., Done]) -> None:
    for command in ("check", "show", "set", "return", "chart"):
        done = milepost(command, "--help")
        assert done.status == 0
        assert done.out.startswith(f"usage: milepost {command} ")
        assert "FILE" in done.out


def test_the_version(milepost: Callable[..., Done]) -> None:
    done = milepost("--version")
    assert done.status == 0
    assert done.out.startswith("Milepost ")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["check"], "still needed: FILE."),
        (["show"], "still needed: FILE."),
        (["show", "a.xlsx", "--all"], "not understood: --all."),
        (["check", "a.xlsx", "--out"], "--out: needs one word after it."),
        (["check", "a.xlsx", "--format", "pdf"], "--format takes text, json, csv or xlsx, not “pdf”."),
        (["check", "a.xlsx", "--jobs", "none"], "--jobs takes a whole number from 1 on, not “none”."),
        (["check", "a.xlsx", "--jobs", "0"], "--jobs takes a whole number from 1 on, not “0”."),
        (["check", "a.xlsx", "--as-at", "soon"], "“soon” is not a date. Write it day first"),
        (["chart", "a.xlsx", "--out", "a.pdf"], "one of these is needed: --indicator --all."),
        (["chart", "a.xlsx", "--all", "--indicator", "A1"], "can't go together with"),
        (
            ["chart", "a.xlsx", "--all", "--paper", "A5", "--out", "a.pdf"],
            "--paper takes A4 or A3, not “A5”.",
        ),
        (["chekc", "a.xlsx"], "“chekc” is no command of Milepost. Its commands are check, show, set"),
        (["--colour"], "“--colour” is no command of Milepost."),
    ],
)
def test_words_that_cannot_be_used_are_told_in_one_line(
    milepost: Callable[..., Done], words: list[str], says: str
) -> None:
    done = milepost(*words)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("milepost: ")
    assert done.err.count("\n") == 1
    assert says in done.err


@pytest.mark.parametrize("words", [["check"], ["show"], ["set", "Plan!A1=1"], ["chart", "--all"], ["return"]])
@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("gone.xlsx", None, "gone.xlsx is not there."),
        ("letter.xlsx", b"Dear all", "letter.xlsx is not an Excel workbook."),
        ("cut.xlsx", b"PK\x03\x04half", "cut.xlsx is damaged"),
        ("locked.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "locked.xlsx"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_in_one_line(
    milepost: Callable[..., Done],
    tmp_path: Path,
    words: list[str],
    name: str,
    content: bytes | None,
    says: str,
) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    command, *others = words
    out = {"chart": ["--out", "a.pdf"], "return": ["--form", "map-indicators", "--out", "a.xlsx"]}
    done = milepost(command, file, *others, *out.get(command, []))
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert says in done.err
    assert (file.read_bytes() if file.exists() else None) == content


def test_a_fault_of_milepost_is_no_fault_of_the_file(
    milepost: Callable[..., Done], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def break_down(chosen: object) -> int:
        raise RuntimeError("wheel came off")

    monkeypatch.setattr(show, "run", break_down)
    done = milepost("show", "plan.xlsx")
    assert (done.status, done.out) == (3, "")
    assert "something went wrong in Milepost itself; the workbook is as it was" in done.err
    assert "wheel came off" not in done.err.replace(caplog.text, "")
    assert "wheel came off" in caplog.text


def test_an_interrupt_ends_quietly(milepost: Callable[..., Done], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(chosen: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", interrupt)
    assert milepost("check", "plan.xlsx") == (130, "", "")


def test_a_reader_that_goes_away_ends_it_quietly(leicester: Path) -> None:
    done = in_a_shell("show", leicester, "--json", reader="import sys; sys.stdin.read(1)")
    assert (done.returncode, done.stderr) == (141, b"")


def test_it_speaks_utf_8_whatever_the_machine_is_set_to(whole: Path) -> None:
    done = in_a_shell("check", whole, "--as-at", "31/07/2012", PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert "“?”" in done.stdout.decode("utf-8")


def test_a_window_needs_a_screen(milepost: Callable[..., Done], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    done = milepost("plan.xlsx")
    assert done.status == 2
    assert "There is no screen here" in done.err


@pytest.mark.parametrize(("words", "opens"), [([], None), (["plan.xlsx"], Path("plan.xlsx"))])
def test_without_a_command_the_window_opens(
    milepost: Callable[..., Done], monkeypatch: pytest.MonkeyPatch, words: list[str], opens: Path | None
) -> None:
    opened: list[Path | None] = []

    def run(path: Path | None) -> int:
        opened.append(path)
        return 0

    monkeypatch.setattr("desktop.app.run", run)
    assert milepost(*words) == (0, "", "")
    assert opened == [opens]


def test_what_the_window_refuses_is_told(
    milepost: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(words: object) -> int:
        raise InputRefused("plan.xlsx has no worksheet.")

    monkeypatch.setattr(entry, "_open_window", refuse)
    assert milepost("plan.xlsx") == (2, "", "milepost: plan.xlsx has no worksheet.\n")


def test_a_file_that_is_gone_is_looked_for_in_a_named_folder(
    milepost: Callable[..., Done], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert f"look for it in {tmp_path}." in milepost("show", "gone.xlsx").err


def test_a_worker_of_the_frozen_program_begins_here(
    milepost: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr("multiprocessing.freeze_support", lambda: begun.append("worker"))
    milepost("--version")
    assert begun == ["worker"]
