"""milepost check: hold workbooks against the rules, one or many."""

from __future__ import annotations

import contextlib
import logging
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.reports import FORMATS, Report, write_report
from desktop.cli.words import as_at_from, declare_as_at
from desktop.domain.errors import InputRefused, MilepostError
from desktop.rules.registry import check
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    import argparse
    import datetime as dt
    from collections.abc import Iterator, Sequence

HELP = "check workbooks against the rules"


def declare(command: argparse.ArgumentParser) -> None:
    """The words that the command takes."""
    command.add_argument("files", nargs="+", type=Path, metavar="FILE")
    declare_as_at(command)
    command.add_argument("--format", choices=FORMATS, default="text")
    command.add_argument("--out", type=Path, help="write the findings here instead of printing them")
    command.add_argument("--jobs", type=int, default=1, metavar="N", help="how many files to check at once")


def run(chosen: argparse.Namespace) -> int:
    """Check every file, report, and say by the exit status how it went."""
    as_at = as_at_from(chosen.as_at)
    if chosen.jobs < 1:
        raise InputRefused("--jobs takes a whole number from 1 on.")
    reports = []
    for report in _reports(chosen.files, as_at, chosen.jobs):
        reports.append(report)
        if len(chosen.files) > 1:
            print(_progress(report, len(reports), len(chosen.files)), file=sys.stderr)
        elif report.refused:
            raise InputRefused(report.refused)
    write_report(reports, chosen.format, chosen.out)
    if any(report.refused for report in reports):
        return 2
    return int(any(report.errors for report in reports))


def check_file(file: Path, as_at: dt.date) -> Report:
    """Check one file; what can't be used is said in the report, never raised."""
    try:
        findings = check(Workbook.open(file).contents, as_at)
    except MilepostError as error:
        return Report(file=file, as_at=as_at, refused=str(error))
    except Exception:
        logging.getLogger("milepost").exception("unexpected error in %s", file)
        message = f"{file.name}: Milepost could not check this workbook and left it as it was."
        return Report(file=file, as_at=as_at, refused=message)
    return Report(file=file, as_at=as_at, findings=findings)


def _reports(files: Sequence[Path], as_at: dt.date, jobs: int) -> Iterator[Report]:
    work = partial(check_file, as_at=as_at)
    with contextlib.ExitStack() as stack:
        if jobs == 1 or len(files) == 1:
            yield from map(work, files)
        else:
            pool = stack.enter_context(ProcessPoolExecutor(max_workers=min(jobs, len(files))))
            yield from pool.map(work, files, chunksize=max(1, len(files) // (jobs * 4)))


def _progress(report: Report, done: int, of: int) -> str:
    outcome = report.refused or f"{report.file.name}: {len(report.findings)} findings"
    return f"[{done}/{of}] {outcome}"
