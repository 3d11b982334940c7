"""The findings of a check, written for people or for other programs."""

from __future__ import annotations

import csv
import io
import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.cli.shape import SCHEMA, check_json, counts
from desktop.domain.findings import Severity

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.domain.findings import Finding

FORMATS = ("text", "json", "csv")
_RUNS_IN_A_SPREADSHEET = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the check of one file gave: findings, or in words why there are none."""

    file: Path
    as_at: dt.date
    findings: tuple[Finding, ...] = ()
    refused: str = ""

    @property
    def errors(self) -> bool:
        """Whether a finding stops the return."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def write_report(reports: Sequence[Report], form: str, out: Path | None) -> None:
    """Write the findings in one of FORMATS to a file, or print them."""
    text = {"text": _text, "json": _json, "csv": _csv}[form](reports)
    if out is None:
        sys.stdout.write(text)
    else:
        out.write_text(text, encoding="utf-8-sig" if form == "csv" else "utf-8", newline="")


def _text(reports: Sequence[Report]) -> str:
    lines = []
    for report in reports:
        if report.refused:
            lines.append(report.refused)
            continue
        lines.append(f"{report.file.name} as at {report.as_at:%d/%m/%Y}: {_tally(report.findings)}")
        lines += [_line(finding) for finding in report.findings]
    return "\n".join(lines) + "\n"


def _line(finding: Finding) -> str:
    place = f"{finding.severity.letter} {finding.rule}  {finding.cell}"
    return f"  {place}  {finding.subject}: {finding.message}"


def _tally(findings: Sequence[Finding]) -> str:
    tally = counts(findings)
    errors = _plural(tally["error"], "error", "errors")
    return f"{errors}, {_plural(tally['query'], 'query', 'queries')}, {tally['advice']} advice"


def _plural(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _json(reports: Sequence[Report]) -> str:
    files = [_report_json(report) for report in reports]
    whole = files[0] if len(files) == 1 else {"schema": SCHEMA, "files": files}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _report_json(report: Report) -> dict[str, Any]:
    shape = check_json(str(report.file), report.as_at, report.findings)
    return shape | {"problem": report.refused} if report.refused else shape


def _csv(reports: Sequence[Report]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["file", "rule", "severity", "sheet", "cell", "subject", "message", "fix"])
    for report in reports:
        if report.refused:
            writer.writerow([report.file.name, "", "", "", "", "", _inert(report.refused), ""])
        for finding in report.findings:
            words = [finding.subject, finding.message, finding.fix.label if finding.fix else ""]
            place = [finding.cell.sheet, finding.cell.a1]
            row = [report.file.name, finding.rule, finding.severity.value, *place, *words]
            writer.writerow([_inert(cell) for cell in row])
    return text.getvalue()


def _inert(text: str) -> str:
    """Text that a spreadsheet takes as text: one that would run as a formula is quoted."""
    return f"'{text}" if text.startswith(_RUNS_IN_A_SPREADSHEET) else text
