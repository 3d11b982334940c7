"""milepost new: an empty workbook in a prescribed form, to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import InputRefused
from desktop.returns.forms import form_names

if TYPE_CHECKING:
    import argparse

HELP = "begin a workbook from an empty form"


def declare(command: argparse.ArgumentParser) -> None:
    """The words that the command takes."""
    names = ", ".join(form_names())
    command.add_argument("template", metavar="TEMPLATE", help=f"{names}, or the .toml file of your own form")
    command.add_argument("--out", type=Path, required=True, metavar="PATH", help="the workbook to write")


def run(chosen: argparse.Namespace) -> int:
    """Write the empty form, never over a file that is there."""
    from desktop.returns.writer import write_empty

    out: Path = chosen.out if chosen.out.suffix.lower() == ".xlsx" else Path(f"{chosen.out}.xlsx")
    if out.exists():
        raise InputRefused(f"There is already a {out.name} in {out.absolute().parent}. Choose another name.")
    write_empty(chosen.template, out)
    print(f"{out}: an empty {chosen.template} to fill in")
    return 0
