"""What a workbook says, wherever in it that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from desktop.domain.contents import Contents
    from desktop.workbook.workbook import Workbook

Facts: TypeAlias = "dict[str, list[tuple[object, ...]]]"


def facts(contents: Contents) -> Facts:
    """All records without their cells, their rows and the labels of their tables."""
    return {
        "milestones": [
            (
                m.strand,
                m.ref,
                m.project,
                m.text,
                m.status,
                m.due,
                m.owner,
                m.contributors,
                m.targeting,
                m.impact,
                m.comments,
            )
            for m in contents.milestones
        ],
        "indicators": [
            (
                *(i.code, i.name, i.group, i.measure),
                sorted((v.period.end, v.period.kind, v.value.raw, v.value) for v in i.values),
            )
            for i in contents.indicators
        ],
        "targets": [
            (t.indicator, t.value, t.date, t.date_raw, t.set_by, t.where, t.words) for t in contents.targets
        ],
        "expenditure": [(e.group, e.area, e.question, e.amount, e.part_of) for e in contents.expenditure],
    }


def assert_cells_hold_the_records(workbook: Workbook) -> None:
    """Every record's cells show the texts that the record was read from."""
    contents = workbook.contents
    for milestone in contents.milestones:
        said = {
            "ref": milestone.ref,
            "project": milestone.project,
            "milestone": milestone.text,
            "status": milestone.status.raw,
            "due": milestone.due.raw,
            "impact": milestone.impact,
            "comments": milestone.comments,
            "owner": milestone.owner,
        }
        for field, text in said.items():
            cell = milestone.cell_of(field)
            if cell is not None:
                assert workbook.text(cell).strip() == text.strip(), (field, cell)
    for indicator in contents.indicators:
        assert workbook.text(indicator.cell).strip() == indicator.code
        if indicator.name_cell is not None:
            assert " ".join(workbook.text(indicator.name_cell).split()) == indicator.name
        for value in indicator.values:
            assert workbook.text(value.cell) == value.value.raw
    for target in contents.targets:
        assert workbook.text(target.cell) == target.value.raw
    for amount in contents.expenditure:
        assert workbook.text(amount.cell) == amount.amount.raw
