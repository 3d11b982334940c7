"""Every field that a column can hold has a name for the officer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.ui.field_words import KIND_WORDS, LACKS, field_words
from desktop.workbook.fields import fields_of

if TYPE_CHECKING:
    from desktop.domain.tables import TableKind


@pytest.mark.parametrize("kind", KIND_WORDS)
def test_every_field_of_a_kind_that_is_asked_about_has_a_name(kind: TableKind) -> None:
    assert kind in LACKS
    assert all(field_words(kind, field)[0].isupper() for field in fields_of(kind))
