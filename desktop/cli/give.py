"""milepost return: an Excel file in a prescribed form, made from the workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.words import as_at_from, declare_as_at
from desktop.returns.forms import form_names, read_form
from desktop.rules.registry import check
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    import argparse

HELP = "write a return in a prescribed form"
_WORDS = {"ref": "number", "due": "due date"}


def declare(command: argparse.ArgumentParser) -> None:
    """The words that the command takes."""
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument(
        "--form",
        required=True,
        metavar="FORM",
        help=f"{', '.join(form_names())}, or the .toml file of your own",
    )
    command.add_argument("--out", type=Path, required=True, metavar="PATH", help="the workbook to write")
    declare_as_at(command)


def run(chosen: argparse.Namespace) -> int:
    """Write the return."""
    from desktop.returns.plan_sheet import left_out
    from desktop.returns.writer import write_return

    as_at = as_at_from(chosen.as_at)
    workbook = Workbook.open(chosen.file)
    contents = workbook.contents
    write_return(
        contents,
        check(contents, as_at),
        form=chosen.form,
        out=chosen.out,
        source=str(chosen.file),
        as_at=as_at,
        title={table.id: workbook.title_lines(table) for table in contents.tables},
    )
    print(f"{chosen.out}: {chosen.form} written from {chosen.file.name}")
    plan = read_form(chosen.form).plan
    lost = left_out(plan, contents.milestones) if plan is not None else ()
    if lost:
        print(f"  the form has no column for: {', '.join(_WORDS.get(field, field) for field in lost)}")
    return 0
