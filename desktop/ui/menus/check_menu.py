"""The findings, what is said to them, and what the officer says of indicators."""

from __future__ import annotations

from desktop.ui.action import Action

CHECK = (
    Action(
        id="check_now",
        menu="&Check",
        text="&Go to the findings",
        keys=("F7",),
        hint="What the rules say, gravest first",
    ),
    Action(id="next_finding", menu="&Check", text="&Next finding", keys=("F8",)),
    Action(id="previous_finding", menu="&Check", text="&Previous finding", keys=("Shift+F8",)),
    Action(
        id="filter_findings",
        menu="&Check",
        text="&Filter the findings",
        keys=("Ctrl+Shift+F",),
        hint="Show only the findings that hold certain words",
    ),
    Action(
        id="mend",
        menu="&Check",
        text="&Mend",
        keys=("Ctrl+Shift+M",),
        hint="Make the change that the rule offers for the current finding or cell",
        separate=True,
    ),
    Action(
        id="mend_rule",
        menu="&Check",
        text="Mend &all of this rule",
        hint="Make all changes that the rule offers in the list, as one step",
    ),
    Action(
        id="explain",
        menu="&Check",
        text="&Explain…",
        keys=("Ctrl+Shift+E",),
        hint="Say why a query stands; several can be selected",
    ),
    Action(
        id="withdraw",
        menu="&Check",
        text="&Withdraw the explanation",
        hint="The query waits for an answer again",
    ),
    Action(
        id="hide_advice",
        menu="&Check",
        text="&Hide this advice",
        hint="Until its cell shows something else",
    ),
    Action(id="show_hidden", menu="&Check", text="&Show hidden advice again"),
    Action(
        id="copy_findings",
        menu="&Check",
        text="&Copy the findings",
        hint="Those selected, or all that are shown, as a table",
        separate=True,
    ),
    Action(
        id="export_findings",
        menu="&Check",
        text="E&xport the findings…",
        hint="Write those that are shown as an Excel workbook, each with a link to its cell",
    ),
    Action(
        id="indicator_card",
        menu="&Check",
        text="&Indicator card…",
        keys=("Ctrl+I",),
        hint="The unit, what is better, the limits and what it is compared with",
        needs_indicators=True,
        separate=True,
    ),
    Action(
        id="add_target",
        menu="&Check",
        text="&Target…",
        keys=("Ctrl+T",),
        hint="Add a target of the current indicator, or change or remove one",
        needs_indicators=True,
    ),
    Action(
        id="link_milestone",
        menu="&Check",
        text="&Link the milestone…",
        keys=("Ctrl+L",),
        hint="Say which indicator counts what the current milestone promises",
    ),
    Action(id="unlink_milestone", menu="&Check", text="&Unlink the milestone"),
)
