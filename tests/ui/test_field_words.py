"""Every field that a column can hold has a name for the officer."""

from __future__ import annotations

import pytest

from desktop.domain.tables import TableKind
from desktop.ui.field_words import KIND_WORDS, LACKS, field_words
from desktop.workbook.fields import fields_of


@pytest.mark.parametrize("kind", KIND_WORDS)
def test_every_field_of_a_kind_that_is_asked_about_has_a_name(kind: TableKind) -> None:
    assert kind in LACKS
    assert all(field_words(kind, field)[0].isupper() for field in fields_of(kind))
