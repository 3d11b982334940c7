"""The findings of a check, written for people or for other programs."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING, Any

from desktop.cli.shape import SCHEMA, check_json, counts
from desktop.cli.words import one_line, plural
from desktop.domain.errors import InputRefused
from desktop.rules.catalogue import RULES
from desktop.workbook.replace_file import is_one_of, write_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.domain.findings import Finding
    from desktop.returns.checked_file import CheckedFile

FORMATS = ("text", "json", "csv", "xlsx")
_COLUMNS = ("file", "rule", "severity", "sheet", "cell", "subject", "message", "fix", "explanation")
_RUNS_IN_A_SPREADSHEET = ("=", "+", "-", "@", "\t", "\r")


def refuse_place(form: str, out: Path | None, files: Sequence[Path]) -> None:
    """Raise InputRefused where the findings can't go to `out`: to no file as xlsx, to a checked workbook."""
    if out is None:
        if form == "xlsx":
            raise InputRefused(
                "--format xlsx needs --out: name the workbook to write, as in --out findings.xlsx."
            )
        return
    if is_one_of(out, files):
        raise InputRefused(f"{out.name} is a workbook to be checked. Choose another name for the findings.")


def write_report(files: Sequence[CheckedFile], form: str, out: Path | None) -> None:
    """Print the findings in one of FORMATS, or write them to a file and say how many there are."""
    if out is None:
        sys.stdout.write(_text_in(form, files))
        return
    if form == "xlsx":
        from desktop.returns.findings_book import write_findings

        write_findings(files, {rule.code: rule.title for rule in RULES}, out)
    else:
        write_file(out, _text_in(form, files).encode("utf-8-sig" if form == "csv" else "utf-8"))
    print(f"{out}: {_altogether(files)}")


def _text_in(form: str, files: Sequence[CheckedFile]) -> str:
    return {"text": _text, "json": _json, "csv": _csv}[form](files)


def _text(files: Sequence[CheckedFile]) -> str:
    lines = []
    for file in files:
        if file.refused:
            lines.append(file.refused)
            continue
        lines.append(f"{file.file} as at {file.as_at:%d/%m/%Y}: {_tally(file.findings)}")
        lines += [_line(finding) for finding in file.findings]
        lines += [one_line(f"  {words}") for words in file.hidden]
    if len(files) > 1:
        lines.append(_altogether(files))
    return "\n".join(lines) + "\n"


def _altogether(files: Sequence[CheckedFile]) -> str:
    """How many workbooks there are, and how many findings of each severity."""
    mend, refused = sum(file.errors for file in files), sum(bool(file.refused) for file in files)
    parts = [
        plural(len(files), "workbook", "workbooks"),
        f"{mend} with errors to mend",
        f"{refused} not checked",
    ]
    findings = [finding for file in files for finding in file.findings]
    return f"{', '.join(part for part in parts if not part.startswith('0 '))}: {_tally(findings)}"


def _line(finding: Finding) -> str:
    place = f"{finding.severity.letter} {finding.rule}  {finding.cell}"
    why = "" if finding.explanation is None else f" Explained: {finding.explanation.words}"
    return one_line(f"  {place}  {finding.subject}: {finding.message}{why}")


def _tally(findings: Sequence[Finding]) -> str:
    tally = counts(findings)
    errors = plural(tally["error"], "error", "errors")
    explained = f" ({tally['explained']} explained)" if tally["explained"] else ""
    queries = plural(tally["query"], "query", "queries")
    return f"{errors}, {queries}{explained}, {tally['advice']} advice"


def _json(files: Sequence[CheckedFile]) -> str:
    shapes = [_file_json(file) for file in files]
    whole = shapes[0] if len(shapes) == 1 else {"schema": SCHEMA, "files": shapes}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _file_json(file: CheckedFile) -> dict[str, Any]:
    shape = check_json(str(file.file), file.as_at, file.findings)
    return shape | {"problem": file.refused} if file.refused else shape


def _csv(files: Sequence[CheckedFile]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for file in files:
        rows = [_csv_row(finding) for finding in file.findings]
        if file.refused:
            rows = [[file.refused if column == "message" else "" for column in _COLUMNS[1:]]]
        writer.writerows([_inert(cell) for cell in (str(file.file), *row)] for row in rows)
    return text.getvalue()


def _csv_row(finding: Finding) -> list[str]:
    fix = finding.fix.label if finding.fix is not None else ""
    why = finding.explanation.words if finding.explanation is not None else ""
    place = (finding.cell.sheet, finding.cell.a1)
    return [finding.rule, finding.severity.value, *place, finding.subject, finding.message, fix, why]


def _inert(text: str) -> str:
    """Text that a spreadsheet takes as text: one that would run as a formula is quoted."""
    return f"'{text}" if text.startswith(_RUNS_IN_A_SPREADSHEET) else text
