"""milepost compare: what became of a plan and its indicators since an earlier version."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.chosen import ready_to_draw
from desktop.cli.parser import one_of
from desktop.cli.shape import SCHEMA
from desktop.cli.status import FINE
from desktop.cli.words import as_at_from, declare_as_at, one_line, plural
from desktop.domain.errors import InputRefused
from desktop.progress.report import progress
from desktop.progress.telling import Became
from desktop.workbook.replace_file import is_one_of, write_file
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from desktop.progress.report import IndicatorProgress, Progress, StrandProgress
    from desktop.progress.telling import Told

HELP = "say what changed since an earlier version of a workbook"
FORMATS = ("text", "json", "xlsx", "pdf")
_FILES = {"xlsx": "--out progress.xlsx", "pdf": "--out progress.pdf"}
"""The formats that are files, each with an example of what to add."""


def declare(command: argparse.ArgumentParser) -> None:
    """The words that the command takes."""
    command.add_argument("old", type=Path, metavar="OLD")
    command.add_argument("new", type=Path, metavar="NEW")
    declare_as_at(command)
    command.add_argument(
        "--format",
        type=one_of("--format", FORMATS),
        default="text",
        metavar="FORMAT",
        help=f"{', '.join(FORMATS)}; text if none is named",
    )
    command.add_argument("--out", type=Path, metavar="PATH", help="write here instead of printing")


def run(chosen: argparse.Namespace) -> int:
    """Compare the two, and print or write what changed."""
    out, form = chosen.out, chosen.format
    _refuse_place(form, out, (chosen.old, chosen.new))
    old, new = (Workbook.open(path).contents for path in (chosen.old, chosen.new))
    found = progress(
        new, name=chosen.new.name, as_at=as_at_from(chosen.as_at), old=old, since=chosen.old.name
    )
    if form in _FILES:
        _write_file(found, form, out)
        print(f"{out}: what changed since {found.since}")
        return FINE
    text = _json(found, chosen) if form == "json" else _text(found)
    if out is None:
        sys.stdout.write(text)
    else:
        write_file(out, text.encode())
    return FINE


def _write_file(found: Progress, form: str, out: Path) -> None:
    if form == "pdf":
        ready_to_draw()
        from desktop.printing.table_pages import write_progress_pdf

        write_progress_pdf(found, out)
    else:
        from desktop.returns.progress_book import write_progress

        write_progress(found, out)


def _refuse_place(form: str, out: Path | None, files: Iterable[Path]) -> None:
    if out is None:
        if form in _FILES:
            raise InputRefused(f"--format {form} needs --out: name the file to write, as in {_FILES[form]}.")
        return
    if is_one_of(out, files):
        raise InputRefused(f"{out.name} is one of the workbooks to be compared. Choose another name.")


def _text(found: Progress) -> str:
    changes = plural(len(found.changes), "change", "changes")
    lines = [f"{found.name} since {found.since}, as at {found.as_at:%d/%m/%Y}: {changes}"]
    lines += [f"  {_place(one)}  {one.line}" for one in found.changes]
    if found.strands:
        lines.append("Strands, both versions judged as at that date:")
    lines += [f"  {_strand_line(one)}" for one in found.strands]
    return "".join(f"{one_line(line)}\n" for line in lines)


def _place(one: Told) -> str:
    """The cell in the later version, or of a dropped record in the earlier one."""
    return f"{one.cell} (then)" if one.change is Became.DROPPED else str(one.cell)


def _strand_line(one: StrandProgress) -> str:
    standing = one.standing
    share = f"{standing.complete} of {standing.count} complete, {standing.overdue} overdue"
    moved = one.direction or "new"
    return f"{standing.rag.letter} {standing.rag.shape}  {standing.strand or 'The plan'}: {share}, {moved}"


def _json(found: Progress, chosen: argparse.Namespace) -> str:
    shape = {
        "schema": SCHEMA,
        "old": str(chosen.old),
        "new": str(chosen.new),
        "as_at": found.as_at.isoformat(),
        "changes": [_change_json(one) for one in found.changes],
        "strands": [_strand_json(one) for one in found.strands],
        "indicators": [_indicator_json(one) for one in found.indicators],
    }
    return json.dumps(shape, ensure_ascii=False, indent=1) + "\n"


def _change_json(one: Told) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "change": one.change.value,
        "subject": one.subject,
        "cell": str(one.cell),
        "what": one.what,
        "before": one.before,
        "after": one.after,
        "note": one.note,
        "days": one.days,
    }


def _strand_json(one: StrandProgress) -> dict[str, Any]:
    standing = one.standing
    return {
        "strand": standing.strand,
        "statuses": {status.value if status else "unread": n for status, n in standing.statuses.items()},
        "overdue": standing.overdue,
        "rag": standing.rag.value,
        "direction": one.direction,
    }


def _indicator_json(one: IndicatorProgress) -> dict[str, Any]:
    return {
        "code": one.indicator.code,
        "cell": str(one.indicator.cell),
        "status": one.now,
        "status_before": one.before,
        "direction": one.direction,
    }
