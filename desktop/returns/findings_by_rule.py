"""How often each rule speaks of each of many workbooks, on one sheet."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from desktop.returns.page import set_page
from desktop.returns.rows import Rows, set_widths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from desktop.returns.checked_file import CheckedFile
    from desktop.returns.layouts import Form

_FILE_WIDTH, _RULE_WIDTH = 44.0, 6.0


def fill_by_rule(sheet: Worksheet, form: Form, files: Sequence[CheckedFile]) -> None:
    """Fill a fresh sheet: a row for each workbook that was checked, a column for each rule that speaks.

    A cell is blank where the rule has nothing to say, or what it says stands explained.
    """
    checked = [file for file in files if not file.refused]
    counts = [Counter(each.rule for each in file.findings if not each.explained) for file in checked]
    rules = sorted(set().union(*counts))
    set_widths(sheet, (_FILE_WIDTH, *(_RULE_WIDTH for _ in (*rules, "All"))))
    rows = Rows(sheet, first=1)
    rows.add(["Workbook", *rules, "All"], form.looks["heading"])
    for file, count in zip(checked, counts, strict=True):
        rows.add(
            [str(file.file), *(count[rule] or None for rule in rules), count.total()], form.looks["finding"]
        )
    sums = [sum(count[rule] for count in counts) for rule in rules]
    rows.add(["All", *sums, sum(sums)], form.looks["code"])
    with_any = [sum(rule in count for count in counts) for rule in rules]
    rows.add(["Workbooks that it speaks of", *with_any, sum(map(bool, counts))], form.looks["code"])
    sheet.freeze_panes = "B2"
    set_page(sheet, form.page, area=(rows.last, len(rules) + 2), repeat="1:1", footer="By rule")
