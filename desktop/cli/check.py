"""milepost check: hold workbooks against the rules, one or many."""

from __future__ import annotations

import contextlib
import logging
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.parser import one_of, whole_number
from desktop.cli.reports import FORMATS, refuse_place, write_report
from desktop.cli.status import FAULT, FINDINGS, FINE, REFUSED
from desktop.cli.telling import Telling
from desktop.cli.words import as_at_from, declare_as_at, files_from, plural
from desktop.domain.errors import InputRefused, MilepostError
from desktop.returns.checked_file import CheckedFile
from desktop.rules.registry import check
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    import argparse
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from desktop.domain.findings import Finding

HELP = "check workbooks against the rules"


def declare(command: argparse.ArgumentParser) -> None:
    """The words that the command takes."""
    command.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="a workbook, or a folder with workbooks in it"
    )
    declare_as_at(command)
    command.add_argument(
        "--format",
        type=one_of("--format", FORMATS),
        default="text",
        metavar="FORMAT",
        help=f"{', '.join(FORMATS)}; text if none is named",
    )
    command.add_argument(
        "--out", type=Path, metavar="PATH", help="write the findings here instead of printing them"
    )
    command.add_argument(
        "--jobs", type=whole_number("--jobs"), default=1, metavar="N", help="how many files to check at once"
    )


def run(chosen: argparse.Namespace) -> int:
    """Check every file, report, and say by the exit status how it went."""
    as_at = as_at_from(chosen.as_at)
    files = files_from(chosen.files)
    refuse_place(chosen.format, chosen.out, files)
    checked = []
    with Telling(len(files), sys.stderr) as telling:
        for file in _checked(files, as_at, chosen.jobs):
            checked.append(file)
            if len(files) > 1:
                telling.done(_outcome(file))
            elif file.refused:
                print(f"milepost: {file.refused}", file=sys.stderr)
                return _status(checked)
    write_report(checked, chosen.format, chosen.out)
    return _status(checked)


def check_file(file: Path, as_at: dt.date) -> CheckedFile:
    """Check one file; what can't be used is said in the result, never raised."""
    try:
        workbook = Workbook.open(file)
        findings = _findings(workbook, as_at)
        return CheckedFile(file=file, as_at=as_at, findings=findings, hidden=workbook.hidden_lines)
    except MilepostError as error:
        return CheckedFile(file=file, as_at=as_at, refused=str(error))
    except Exception:
        logging.getLogger("milepost").exception("unexpected error in %s", file)
        return _at_fault(file, as_at)


def _at_fault(file: Path, as_at: dt.date) -> CheckedFile:
    message = f"{file.name}: Milepost could not check this workbook and left it as it was."
    return CheckedFile(file=file, as_at=as_at, refused=message, fault=True)


def _findings(workbook: Workbook, as_at: dt.date) -> tuple[Finding, ...]:
    contents = workbook.contents
    findings = check(contents, as_at)
    if not contents.tables and not findings:
        # Silence would read as approval of what was never looked at.
        name = workbook.package.path.name
        raise InputRefused(f"{name}: {' '.join(problem.message for problem in contents.problems)}")
    return findings


def _status(checked: Sequence[CheckedFile]) -> int:
    """The exit status: a fault weighs more than a file that can't be used, and that more than errors."""
    if any(file.fault for file in checked):
        return FAULT
    if any(file.refused for file in checked):
        return REFUSED
    return FINDINGS if any(file.errors for file in checked) else FINE


def _checked(files: Sequence[Path], as_at: dt.date, jobs: int) -> Iterator[CheckedFile]:
    """The outcome of each file, in their order."""
    work = partial(check_file, as_at=as_at)
    if jobs == 1 or len(files) == 1:
        yield from map(work, files)
        return
    done = 0
    with contextlib.suppress(BrokenProcessPool), _pool(min(jobs, len(files))) as pool:
        for file in pool.map(work, files, chunksize=max(1, len(files) // (jobs * 4))):
            done += 1
            yield file
    for rest in islice(files, done, None):  # a worker died: each of these has one of its own
        yield _checked_apart(rest, as_at)


def _checked_apart(file: Path, as_at: dt.date) -> CheckedFile:
    """Check one file in a process of its own, whose end is no more than this file's outcome."""
    with _pool(1) as pool:
        try:
            return pool.submit(check_file, file, as_at).result()
        except BrokenProcessPool:
            return _at_fault(file, as_at)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, initializer=_leave_interrupts)


def _leave_interrupts() -> None:
    """A worker leaves Ctrl+C to the process that started it, which ends them all."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _outcome(file: CheckedFile) -> str:
    return file.refused or f"{file.file.name}: {plural(len(file.findings), 'finding', 'findings')}"
