"""milepost return: an Excel file in a prescribed form, made from the workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.words import as_at_from, declare_as_at
from desktop.domain.errors import InputRefused
from desktop.returns.forms import form_names, read_form
from desktop.rules.registry import check
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from desktop.domain.findings import Finding

HELP = "write a return in a prescribed form"
_REPORT = "report"
"""The form that tells of progress: no layout of its own, and the same as what `compare` writes."""
_WORDS = {"ref": "number", "due": "due date"}


def declare(command: argparse.ArgumentParser) -> None:
    """The words that the command takes."""
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument(
        "--form",
        required=True,
        metavar="FORM",
        help=f"{', '.join((*form_names(), _REPORT))}, or the .toml file of your own",
    )
    command.add_argument(
        "--since",
        type=Path,
        metavar="OLD",
        help=f"for {_REPORT}: the earlier version to set it against",
    )
    command.add_argument("--out", type=Path, required=True, metavar="PATH", help="the workbook to write")
    declare_as_at(command)


def run(chosen: argparse.Namespace) -> int:
    """Write the return."""
    if chosen.form == _REPORT:
        return _write_report(chosen)
    if chosen.since is not None:
        raise InputRefused(f"--since goes with --form {_REPORT} only. Leave it out, or ask for that form.")
    from desktop.returns.check_sheet import verdict
    from desktop.returns.plan_sheet import left_out
    from desktop.returns.writer import write_return

    as_at = as_at_from(chosen.as_at)
    workbook = Workbook.open(chosen.file)
    contents = workbook.contents
    findings = check(contents, as_at)
    write_return(
        contents,
        findings,
        form=chosen.form,
        out=chosen.out,
        source=str(chosen.file),
        as_at=as_at,
        title={table.id: workbook.title_lines(table) for table in contents.tables},
    )
    print(f"{chosen.out}: {chosen.form} written from {chosen.file.name}")
    form = read_form(chosen.form)
    print(f"  {verdict(form.check, findings)}{_where(form.check.sheet, findings)}")
    lost = left_out(form.plan, contents.milestones) if form.plan is not None else ()
    if lost:
        print(f"  the form has no column for: {', '.join(_WORDS.get(field, field) for field in lost)}")
    return 0


def _where(sheet: str, findings: Sequence[Finding]) -> str:
    return f" The sheet {sheet} lists what was found." if findings else ""


def _write_report(chosen: argparse.Namespace) -> int:
    from desktop.progress.report import progress
    from desktop.returns.progress_book import write_progress
    from desktop.returns.writer import refuse_own_place

    as_at = as_at_from(chosen.as_at)
    for path in filter(None, (chosen.file, chosen.since)):
        refuse_own_place(str(path), chosen.out)
    new = Workbook.open(chosen.file).contents
    old = None if chosen.since is None else Workbook.open(chosen.since).contents
    since = "" if chosen.since is None else chosen.since.name
    write_progress(progress(new, name=chosen.file.name, as_at=as_at, old=old, since=since), chosen.out)
    print(f"{chosen.out}: {_REPORT} written from {chosen.file.name}")
    return 0
