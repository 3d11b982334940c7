"""milepost show: what was recognised, and every record with its cell."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.shape import contents_json
from desktop.cli.words import one_line, plural
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    import argparse

    from desktop.domain.breakdown import BreakdownLine
    from desktop.domain.contents import Contents
    from desktop.domain.narrative import Passage

HELP = "show what was recognised in a workbook, and every record with its cell"


def declare(command: argparse.ArgumentParser) -> None:
    """The words that the command takes."""
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--json", action="store_true", help="every record, for other programs")


def run(chosen: argparse.Namespace) -> int:
    """Print the contents of the workbook."""
    workbook = Workbook.open(chosen.file)
    contents = workbook.contents
    if chosen.json:
        json.dump(contents_json(contents), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    else:
        print("\n".join(map(one_line, [*_lines(contents), *workbook.hidden_lines])))
    return 0


def _passage(passage: Passage) -> str:
    box = f"  [{passage.figure.raw}]" if passage.figure is not None else ""
    return f"{passage.cell}  {passage.place}  {passage.text}{box}"


def _lines(contents: Contents) -> list[str]:
    lines = []
    for table in contents.tables:
        records = plural(table.records, "record", "records")
        form = f" ({table.form})" if table.form else ""
        lines.append(f"{table.sheet}!{table.range}: {table.kind}{form}, {records}")
        unmapped = [column.header or column.letters for column in table.columns if column.field is None]
        if unmapped:
            lines.append(f"  kept as they are: {', '.join(' '.join(header.split()) for header in unmapped)}")
    for indicator in contents.indicators:
        values = "  ".join(f"{value.period.label} {value.value.raw or 'blank'}" for value in indicator.values)
        lines.append(f"{indicator.cell}  {indicator.code}  {values}")
    for milestone in contents.milestones:
        words = milestone.text or "(no milestone text)"
        lines.append(
            f"{milestone.cell}  {milestone.subject}  {words}  [{milestone.status.raw or 'no status'}, "
            f"{milestone.due.raw or 'no due date'}]"
        )
    lines += [
        f"{target.cell}  {target.indicator}  {target.value.raw} by {target.date_raw}  ({target.where})"
        for target in contents.targets
    ]
    lines += [f"{line.cell}  {line.area}  {line.amount.raw}" for line in contents.expenditure]
    lines += [f"{line.cell}  {line.label}  {_figures(line)}" for line in contents.breakdowns]
    lines += [_passage(passage) for passage in contents.passages]
    lines += [
        f"{priority.cell}  {priority.outcome}: {priority.text}  "
        f"(sponsor {priority.sponsor or 'not given'}, lead {priority.lead or 'not given'})"
        for priority in contents.priorities
    ]
    lines += [
        f"{area.cell}  {area.area}  {area.rating.raw or 'not rated'}"
        f"{f' ({area.rating.words})' if area.rating.words else ''}"
        for area in contents.focus
    ]
    lines += [f"{linkage.cell}  {linkage.indicator}: {linkage.linked}" for linkage in contents.linkages]
    lines += [f"{cell}  {words}" for head in contents.plan_heads for cell, words in head.told]
    lines += [problem.message for problem in contents.problems]
    return lines


def _figures(line: BreakdownLine) -> str:
    return "  ".join(f"{figure.header} {figure.value.raw or 'blank'}" for figure in line.figures)
