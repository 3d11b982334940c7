from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain.cells import CellRef
from desktop.domain.linkages import Linkage, named_by
from tests.domain.build import indicator

NAMES = {
    "CYPP 1": "Number of looked after children",
    "CYPP 3a": "School attendance: Primary",
    "CYPP 3b": "School attendance: Secondary",
    "CYPP 4": "16-18 NEET",
}
INDICATORS = tuple(replace(indicator(code=code), name=name) for code, name in NAMES.items())


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Looked after children", ("CYPP 1",)),
        ("School attendance", ("CYPP 3a", "CYPP 3b")),
        ("CYPP 4", ("CYPP 4",)),
        ("Attend", ()),
        ("Poverty", ()),
    ],
)
def test_a_linkage_names_indicators_by_code_or_by_words_of_their_names(
    name: str, codes: tuple[str, ...]
) -> None:
    cell = CellRef(sheet="Links", row=2, column=1)
    linkage = Linkage(table="Links!1", indicator=name, linked="Poverty", row=2, cell=cell)
    assert named_by(linkage, INDICATORS) == codes
