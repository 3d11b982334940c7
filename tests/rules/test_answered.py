"""What the officer has answered is marked or left out, in a full run and in one after an edit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.findings import Severity
from desktop.domain.notes import Explanation, HiddenAdvice, Notes, Remarked
from desktop.rules.registry import check
from desktop.rules.verdicts import Verdicts
from tests.domain.build import contents, milestone
from tests.rules.speaking import AS_AT

if TYPE_CHECKING:
    from desktop.domain.cells import CellRef
    from desktop.domain.contents import Contents

# Without a status (a query), overdue (an error) and slipped (advice).
RECORD = milestone(status="", due="31/03/11; Revised to Sept 2011")
OF = Remarked(rule="", subject="3B", point="Status", held="")
EXPLANATION = Explanation(of=OF, text="Agreed by the board", by="JS", date=None)
HIDDEN = HiddenAdvice(of=OF, by="JS", date=None)


def with_notes(notes: Notes) -> Contents:
    return replace(contents(RECORD), notes=notes)


def places() -> dict[Severity, tuple[str, CellRef]]:
    return {finding.severity: (finding.rule, finding.cell) for finding in check(contents(RECORD), AS_AT)}


def test_all_severities_are_spoken_of() -> None:
    assert set(places()) == set(Severity)


def test_a_query_is_marked_as_explained_and_an_error_or_advice_is_not() -> None:
    notes = Notes(standing=dict.fromkeys(places().values(), EXPLANATION))
    found = check(with_notes(notes), AS_AT)
    explained = {finding.severity for finding in found if finding.explained}
    assert explained == {Severity.QUERY}
    assert {finding.explanation for finding in found if finding.explained} == {EXPLANATION}
    assert len(found) == len(check(contents(RECORD), AS_AT))


def test_advice_is_hidden_and_nothing_else_is() -> None:
    notes = Notes(silenced=dict.fromkeys(places().values(), HIDDEN))
    before, after = check(contents(RECORD), AS_AT), check(with_notes(notes), AS_AT)
    place = places()[Severity.ADVICE]
    assert after == tuple(one for one in before if (one.rule, one.cell) != place)


def test_what_is_judged_after_an_edit_is_answered_alike() -> None:
    notes = Notes(standing={places()[Severity.QUERY]: EXPLANATION})
    first = Verdicts.of(contents(RECORD), AS_AT)
    second = first.after(with_notes(notes), AS_AT)
    assert second.findings == check(with_notes(notes), AS_AT)
    third = second.after(with_notes(notes), AS_AT)
    assert all(one is other for one, other in zip(second.findings, third.findings, strict=True))
    assert third.after(contents(RECORD), AS_AT).findings == first.findings
