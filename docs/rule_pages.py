"""The page of rules, made from the catalogue: what each asks, why, an example, and what it offers."""

from __future__ import annotations

from inspect import cleandoc
from typing import TYPE_CHECKING

from desktop.domain.findings import RULE_SET, Severity
from desktop.rules.catalogue import RULES

if TYPE_CHECKING:
    from desktop.rules.rule import Rule

_TOPICS = {
    "FIN": "Money",
    "IND": "Values of indicators",
    "PLN": "Programme plans",
    "TAB": "Breakdown tables",
    "TRJ": "Trajectories and targets",
    "WBK": "Workbooks",
}
_INTRODUCTION = f"""\
# The rules

Version {RULE_SET} of the rules. This page is made from the program by `python -m docs.make_pages`.

A finding names the cell, says what is the trouble with it, and gives the next step. Findings stand in the
order of the sheets, rows and columns; a rule speaks once of a cell and its subject.

| severity | what it means | what can be done about it |
|---|---|---|
| Error | the return can't go like this | mend it; an error can't be explained away |
| Query | mend it or explain it | an explanation (text, initials, date) lets it stand |
| Advice | worth a look | it can be hidden |

**Explained queries.** An explanation is kept in the sheet `Milepost` of the workbook, is shown with its
finding and printed on the check sheet, and the query no longer counts as open. It is bound to the text that
the cell showed: where the cell says something else later, the explanation no longer holds, and the query is
open again.

**Hidden advice.** Hidden advice is neither listed nor counted, until its cell changes. The check sheet says
how much is hidden.

**One trouble, one finding.** A due date such as “TBC” that can't be read is asked about by PLN-004, and a
status such as “?” by PLN-002; PLN-008 asks about placeholders everywhere else, also where a date or a status
stands beside them. Where the unit of a figure may have changed (IND-006), IND-007 is silent about it.

**What is better** follows the indicator's polarity: higher, lower, or nearer an ideal. Of a neutral
indicator nobody may say that it got better or worse, and the rules that would are silent. Polarity, unit and
limits come from the library of indicators, and the workbook's own settings stand before it.

**Offered changes** are made only when they are asked for, one by one or all of a rule at once in one step
that can be undone. Where two would change the same cell in different ways, the first is made and the other
finding is left for a look of its own.
"""


def page() -> str:
    """The whole page, in Markdown."""
    return "\n".join((_INTRODUCTION, *_table(), "", *(line for topic in _TOPICS for line in _topic(topic))))


def _table() -> list[str]:
    rows = [f"| [{rule.code}](#{_anchor(rule)}) | {_severity(rule)} | {rule.title} |" for rule in RULES]
    return ["| code | severity | title |", "|---|---|---|", *rows]


def _anchor(rule: Rule) -> str:
    """The place of the rule's heading, as readers of Markdown name it."""
    kept = (sign for sign in f"{rule.code} {rule.title}".lower() if sign.isalnum() or sign in " -")
    return "".join(kept).replace(" ", "-")


def _topic(topic: str) -> list[str]:
    rules = [rule for rule in RULES if rule.code.startswith(topic)]
    if not rules:
        return []
    return [f"## {_TOPICS[topic]}", "", *(line for rule in rules for line in _section(rule))]


def _section(rule: Rule) -> list[str]:
    summary, _, rest = cleandoc(rule.function.__doc__ or "").partition("\n\n")
    why, _, example = rest.partition("Example: ")
    parts = [f"### {rule.code} {rule.title}", f"*{_severity(rule)}.* {_plain(summary)}"]
    parts += [_plain(why)] if why.strip() else []
    parts += [f"Example: {_plain(example)}"]
    parts += [f"Offered change: {rule.offers}"] if rule.offers else []
    return [line for part in parts for line in (part, "")]


def _severity(rule: Rule) -> str:
    return {Severity.ERROR: "Error", Severity.QUERY: "Query", Severity.ADVICE: "Advice"}[rule.severity]


def _plain(text: str) -> str:
    return " ".join(text.split())
