from dataclasses import replace

import pytest

from desktop.domain.cells import CellRef
from desktop.domain.findings import Severity
from desktop.domain.tables import TableKind
from tests.domain.build import NEUTRAL, amount, indicator, milestone, table, target
from tests.rules.speaking import Spoken, finding, findings

BARE = table(TableKind.PLAN, "milestone")
NAMED = replace(
    indicator(("31/3/02 Planned", "50")),
    name="#NAME?",
    name_cell=CellRef(sheet="Indicators", row=5, column=2),
)


@pytest.mark.parametrize(
    ("record", "cell"),
    [
        (milestone(impact="#REF!"), "Plan!F5"),
        (milestone(status="#N/A"), "Plan!D5"),
        (indicator(("31/3/02 Planned", "#DIV/0!")), "Indicators!D5"),
        (NAMED, "Indicators!B5"),
        (target("#VALUE!", None), "Targets!B5"),
        (amount("#NUM!"), "Expenditure!D5"),
    ],
)
def test_wbk_003_speaks_of_the_error_of_a_formula(record: Spoken, cell: str) -> None:
    found = finding("WBK-003", record)
    assert (found.severity, str(found.cell)) == (Severity.QUERY, cell)


def test_wbk_003_says_what_the_error_means() -> None:
    assert finding("WBK-003", milestone(comments="#REF!")).message == (
        "This cell shows #REF!: the cell that its formula looks at has gone. "
        "Mend its formula, or type what belongs here."
    )


def test_wbk_003_is_silent_about_other_texts() -> None:
    assert not findings("WBK-003", milestone("#1 priority", comments="see #REF!", impact="#1"))
    assert not findings("WBK-003", milestone(comments="#REF!", plan=BARE))
    assert not findings("WBK-003", replace(NAMED, name="Reviews"))


def test_wbk_004_speaks_of_a_text_that_would_run() -> None:
    found = finding("WBK-004", milestone(comments="- Review the panel's terms of reference with partners"))
    assert (found.severity, str(found.cell)) == (Severity.ADVICE, "Plan!G5")
    assert found.message == (
        "“- Review the panel's terms of reference …” starts with - and would run as a formula in a CSV file. "
        "Milepost exports it quoted; begin it with a word or a bullet • to be safe elsewhere."
    )
    assert findings("WBK-004", milestone(owner="@lead"))
    assert findings("WBK-004", indicator(("31/3/02 Planned", "=A1"), measure=NEUTRAL))


def test_wbk_004_offers_bullets_for_dashes() -> None:
    found = finding("WBK-004", milestone(comments="- Review the terms\n  - agree them"))
    assert found.fix is not None
    assert found.fix.label == "Begin it with a bullet •"
    assert [(edit.cell, edit.content) for edit in found.fix.edits] == [
        (found.cell, "• Review the terms\n• agree them")
    ]
    assert not findings("WBK-004", milestone(comments=str(found.fix.edits[0].content)))
    assert finding("WBK-004", milestone(owner="@lead")).fix is None


def test_wbk_004_is_silent_about_figures_and_dashes() -> None:
    assert not findings("WBK-004", milestone(impact="-", comments="+5", owner="a = b"))
    assert not findings("WBK-004", indicator(("31/3/02 Planned", "-0.5"), measure=NEUTRAL))
