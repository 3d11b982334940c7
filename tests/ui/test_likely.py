"""The indicator that a milestone most likely speaks of comes first."""

from __future__ import annotations

import pytest

from desktop.domain.cells import CellRef
from desktop.domain.indicators import Indicator, Measure
from desktop.ui.likely import likeliest

NAMES = {
    "PAF A1": "Children looked after with three or more placements",
    "PAF C23": "Adoptions of children looked after",
    "PAF C20": "Reviews of child protection cases",
    "QP 9": "Children in touch at their 19th birthday",
}


def indicators() -> list[Indicator]:
    return [
        Indicator(
            code=code,
            name=name,
            group="",
            measure=Measure(),
            table="t",
            cell=CellRef(sheet="Indicators", row=row, column=1),
            values=(),
        )
        for row, (code, name) in enumerate(NAMES.items(), start=3)
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("40 looked after children to be adopted, adopting being timely, by 31/3/02", "PAF C23"),
        ("All reviewing of protected cases is on time by 31/3/02", "PAF C20"),
        ("No child moves: placement found by 31/3/02", "PAF A1"),
        ("Raise QP 9 for children looked after to 80 by 31/3/02", "QP 9"),
        ("Nothing in common", "PAF A1"),
    ],
)
def test_rare_words_and_codes_decide(text: str, code: str) -> None:
    found = likeliest(text, indicators())
    assert found[0].code == code
    assert sorted(one.code for one in found) == sorted(NAMES)


def test_without_a_word_in_common_the_order_stays() -> None:
    assert [one.code for one in likeliest("", indicators())] == list(NAMES)
