"""Every form in resources/forms/ can be read and lacks nothing."""

from __future__ import annotations

import pytest

from desktop.domain.errors import InputRefused
from desktop.domain.findings import Severity
from desktop.domain.periods import Kind
from desktop.returns.forms import form_names, read_form

FINDING_FIELDS = {"severity", "rule", "cell", "subject", "message", "fix", "explained"}


def test_the_forms_there_are() -> None:
    assert form_names() == ("map-indicators",)


@pytest.mark.parametrize("name", ["map", "", "../forms/map-indicators"])
def test_an_unknown_form_is_refused_and_the_known_ones_are_named(name: str) -> None:
    with pytest.raises(InputRefused) as refused:
        read_form(name)
    assert str(refused.value) == f"There is no form called “{name}”. The forms are: map-indicators."


@pytest.mark.parametrize("name", form_names())
def test_a_form_has_a_word_for_everything(name: str) -> None:
    form = read_form(name)
    assert set(form.indicators.kinds) == set(Kind)
    assert set(form.check.severities) == set(Severity)
    assert {column.field for column in form.check.columns} == FINDING_FIELDS
    assert len(form.check.counts) <= len(form.check.columns)
    assert form.looks.keys() >= {severity.value for severity in Severity}
