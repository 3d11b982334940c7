"""All fixes at once: each cell once, each fix whole, nothing that the officer has explained."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.domain.findings import Finding, Fix, Severity
from desktop.rules.fixes import mending

if TYPE_CHECKING:
    from desktop.domain.edits import Content


def finding(*edits: tuple[int, Content], rule: str = "PLN-003") -> Finding:
    """A finding whose fix puts contents into the rows of a column."""
    made = tuple(Edit(cell=CellRef(sheet="Plan", row=row, column=5), content=held) for row, held in edits)
    return Finding(
        rule=rule,
        severity=Severity.QUERY,
        cell=CellRef(sheet="Plan", row=edits[0][0] if edits else 1, column=5),
        subject="3B",
        message="",
        fix=Fix(label="Set it", edits=made) if made else None,
    )


def test_fixes_of_different_cells_are_all_made_in_their_order() -> None:
    one, two = finding((6, "May")), finding((5, "June"), (7, 2))
    found = mending((one, two))
    assert [(edit.cell.row, edit.content) for edit in found.edits] == [(6, "May"), (5, "June"), (7, 2)]
    assert (found.mended, found.left) == ((one, two), ())


def test_a_fix_that_contradicts_one_before_it_is_left_whole() -> None:
    one, two = finding((6, "May")), finding((7, "July"), (6, "June"))
    found = mending((one, two))
    assert [(edit.cell.row, edit.content) for edit in found.edits] == [(6, "May")]
    assert (found.mended, found.left) == ((one,), (two,))


def test_two_fixes_that_say_the_same_mend_both() -> None:
    one, two = finding((6, 1)), finding((6, 1.0), (7, 2))
    found = mending((one, two))
    assert [(edit.cell.row, edit.content) for edit in found.edits] == [(6, 1), (7, 2)]
    assert found.mended == (one, two)


def test_what_offers_nothing_stands_explained_or_is_of_another_rule_is_passed_over() -> None:
    explained = replace(finding((6, "May")), explained=True)
    other = finding((7, "June"), rule="PLN-007")
    assert mending((finding(), explained, other), "PLN-003").mended == ()
    assert mending((finding(), explained, other)).mended == (other,)


@given(st.lists(st.lists(st.tuples(st.integers(1, 4), st.sampled_from(("a", "b", 1))), max_size=3)))
def test_every_cell_is_edited_once_and_every_mended_finding_has_what_it_asked_for(
    fixes: list[list[tuple[int, Content]]],
) -> None:
    findings = [finding(*dict(edits).items()) for edits in fixes]
    found = mending(findings)
    held = {edit.cell: edit.content for edit in found.edits}
    assert len(held) == len(found.edits)
    for one in found.mended:
        assert one.fix is not None
        assert all(held[edit.cell] == edit.content for edit in one.fix.edits)
    offered = [one for one in findings if one.fix is not None]
    assert len(found.mended) + len(found.left) == len(offered)
