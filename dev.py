"""Set Milepost up on a fresh machine, then run it or check it.

Uses the standard library only, so that any Python 3.11 or newer can start it:

    python dev.py run [WORKBOOK]              open the window
    python dev.py picture OUT.png [WORKBOOK]  draw the window into a picture; needs no screen
    python dev.py test                        every check: format, lint, types, layers, tests, coverage
    python dev.py format                      lay the code out
    python dev.py bench                       measure speed and size
    python dev.py build                       make the program that needs no Python, and try it
    python dev.py lock                        pin the newest dependencies (needs uv)
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dev_setup import (
    DEV_LOCK,
    NO_OFFICE,
    PYTHON,
    ROOT,
    RUN_LOCK,
    SCRIPTS,
    VENV,
    SetUpError,
    call,
    missing_build_packages,
    prepare,
    provide_office,
    provide_packages,
    say,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TypeAlias

    Command: TypeAlias = Sequence[str | Path]

EXAMPLE = ROOT / "templates" / "examples" / "leicester-map-2001.xlsx"
OLDEST_PYTHON = (3, 11)
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as lint; lint()"
"""import-linter has no module to run, and its script has another name on Windows."""

STRICT_AREAS = ("domain", "progress", "projection", "returns", "rules", "workbook")
"""Where every branch must be tested; 90 % elsewhere."""


def has_screen() -> bool:
    """Whether a window can be shown: always off Linux, there when a display is named."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def run(workbook: Path) -> int:
    """Open the window with a workbook."""
    prepare(RUN_LOCK)
    if not has_screen():
        say("There is no screen here to open the window on. To get a picture of it instead:")
        say("    python dev.py picture milepost.png [WORKBOOK]")
        return 1
    say(f"Opening {workbook}")
    return call(PYTHON, "-m", "desktop", workbook)


def picture(out: Path, workbook: Path) -> int:
    """Draw the window with a workbook into a PNG file."""
    if Path(sys.prefix) == VENV and os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return draw(out, workbook)
    prepare(RUN_LOCK)
    return call(PYTHON, __file__, "picture", out, workbook, QT_QPA_PLATFORM="offscreen")


def draw(out: Path, workbook: Path) -> int:
    """Draw the window; this part runs with the environment's Python."""
    from desktop.app import application, open_window

    window = open_window(workbook)
    window.resize(1366, 768)
    window.show()
    application().processEvents()
    drawn = window.grab().save(str(out))
    say(f"The picture is in {out}" if drawn else f"The picture could not be written to {out}")
    return 0 if drawn else 1


def coverage_gates(areas: Iterable[str]) -> tuple[Command, ...]:
    """Return one command per area of desktop/, with the share of lines and branches it must reach."""
    return tuple(
        (
            *(PYTHON, "-m", "coverage", "report", f"--include=desktop/{area}/*"),
            f"--fail-under={100 if area in STRICT_AREAS else 90}",
        )
        for area in areas
    )


def checks() -> dict[str, tuple[Command, ...]]:
    """Every check by its heading, in order: what is quick to run and to mend comes first."""
    areas = sorted(folder.parent.name for folder in ROOT.glob("desktop/*/__init__.py"))
    tests = ("-m", "pytest", "-q", "-n", "auto", "--maxprocesses", "4", "--cov", "--cov-report=")
    rest = (PYTHON, "-m", "coverage", "report", "--include=desktop/*.py", "--fail-under=90")
    return {
        "Format": ((PYTHON, "-m", "ruff", "format", "--check", "."),),
        "Lint": ((PYTHON, "-m", "ruff", "check", "."),),
        "Types": ((PYTHON, "-m", "mypy"),),
        "Layers": ((PYTHON, "-c", LINT_IMPORTS, "--no-logo"),),
        "Tests": ((PYTHON, *tests),),
        "Coverage": (*coverage_gates(areas), rest),
    }


def pass_on(command: Command) -> tuple[int, str]:
    """Run a command, pass its output on, and return its exit status and the last line it wrote."""
    parts = [str(part) for part in command]
    last = ""
    with subprocess.Popen(
        parts, cwd=ROOT, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, encoding="utf-8", errors="replace"
    ) as process:
        for line in process.stdout or ():
            say(line.rstrip("\n"))
            last = line.strip() or last
    return process.returncode, last


def test() -> int:
    """Run every check, all of them even where one fails, and sum up; the tests' own count stands last."""
    prepare(DEV_LOCK)
    has_office = provide_office()
    summary: list[str] = []
    count, failed = "", False
    for heading, commands in checks().items():
        say(f"\n=== {heading}")
        outcomes = [pass_on(command) for command in commands]
        good = all(status == 0 for status, _ in outcomes)
        failed |= not good
        summary.append(f"{heading:10} {'passed' if good else 'FAILED'}")
        count = outcomes[-1][1] if heading == "Tests" else count
    say("\n=== Summary\n" + "\n".join(summary))
    if not has_office:
        say(f"*** {NO_OFFICE}")
    say(count)
    return int(failed)


def lay_out() -> int:
    """Lay the code out, and mend what the linter can mend by itself."""
    prepare(DEV_LOCK)
    return call(PYTHON, "-m", "ruff", "check", "--fix", ".") or call(PYTHON, "-m", "ruff", "format", ".")


def bench() -> int:
    """Measure speed and size."""
    prepare(DEV_LOCK)
    return call(PYTHON, "-m", "benchmarks")


def build() -> int:
    """Make the program in dist/milepost, and try it."""
    prepare(DEV_LOCK)
    provide_packages(missing_build_packages())
    made = call(PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec")
    return made or call(PYTHON, "-m", "pytest", "-q", "-m", "build", "tests/test_build.py")


def lock() -> int:
    """Pin the newest dependencies that the ranges in pyproject.toml allow."""
    uv = shutil.which("uv") or shutil.which("uv", path=str(SCRIPTS))
    if uv is None:
        raise SetUpError("The locks are made by uv, which is not installed here. See CONTRIBUTING.md.")
    compiler = [uv, "pip", "compile", "--no-config", "--quiet", "--upgrade", "--universal"]
    form = [
        "--generate-hashes",
        "--no-annotate",
        "--no-header",
        "--no-emit-index-url",
        "--no-emit-find-links",
    ]
    command = [*compiler, *form, "--python-version", "3.11", "pyproject.toml"]
    extras: Command = ("--extra", "dev", "--extra", "build", "--constraint", RUN_LOCK)
    return call(*command, "-o", RUN_LOCK) or call(*command, *extras, "-o", DEV_LOCK)


def parser() -> argparse.ArgumentParser:
    """Make the parser of the command line."""
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in ("run", "picture"):
        command = commands.add_parser(name)
        if name == "picture":
            command.add_argument("out", type=Path)
        command.add_argument("workbook", type=Path, nargs="?", default=EXAMPLE)
    for name in PLAIN_COMMANDS:
        commands.add_parser(name)
    return made


PLAIN_COMMANDS: dict[str, Callable[[], int]] = {
    "test": test,
    "format": lay_out,
    "bench": bench,
    "build": build,
    "lock": lock,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; 0 means that all went well."""
    if sys.version_info < OLDEST_PYTHON:
        say("Milepost needs Python 3.11 or newer.")
        return 1
    asked = parser().parse_args(arguments)
    try:
        if asked.command == "run":
            return run(asked.workbook.resolve())
        if asked.command == "picture":
            return picture(asked.out.resolve(), asked.workbook.resolve())
        return PLAIN_COMMANDS[asked.command]()
    except SetUpError as error:
        say(str(error))
        return 1


if __name__ == "__main__":
    sys.exit(main())
