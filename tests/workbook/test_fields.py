from __future__ import annotations

import pytest

from desktop.domain.tables import TableKind
from desktop.workbook.fields import is_common, meanings_of, named_columns, normal_header, satisfies


def plan(*headers: str) -> dict[str, str]:
    """The fields of a plan's headers, by header."""
    fields = named_columns(TableKind.PLAN, dict(enumerate(headers)))
    return {headers[column]: field for column, field in fields.items()}


@pytest.mark.parametrize(
    "header",
    [
        *("KEY MILESTONE", "key  milestone", " Key milestones ", "Key\nmilestone", "Key-milestone:"),
        *("Milestones (with dates)", "[4] Milestone", "Milestone / target", "Milestones and outcomes"),
    ],
)
def test_a_header_is_read_whatever_its_case_punctuation_and_number(header: str) -> None:
    assert plan(header) == {header: "milestone"}


@pytest.mark.parametrize("header", ["", "()", "Remarks", "Milestoned", "Status quo ante", "x" * 61, "?!"])
def test_a_header_that_no_field_knows_means_nothing(header: str) -> None:
    assert meanings_of(header) == ()
    assert plan(header) == {}


def test_a_header_may_mean_fields_of_several_kinds_of_table() -> None:
    kinds = {meaning.kind for meaning in meanings_of("Reference")}
    assert kinds == {TableKind.INDICATORS, TableKind.PLAN, TableKind.TARGETS}


def test_the_surer_word_has_the_field_wherever_it_stands() -> None:
    assert plan("Notes", "Progress", "Comments") == {"Comments": "comments"}
    assert plan("Comments", "Notes") == {"Comments": "comments"}


def test_of_two_equal_words_the_first_has_the_field() -> None:
    assert named_columns(TableKind.PLAN, {3: "Status", 5: "status"}) == {3: "status"}


def test_a_word_that_loses_a_field_takes_the_next_that_it_can_mean() -> None:
    assert plan("Action", "Milestone") == {"Action": "project", "Milestone": "milestone"}
    assert plan("Action", "Project") == {"Action": "milestone", "Project": "project"}
    assert plan("Priority", "Project") == {"Priority": "strand", "Project": "project"}
    assert plan("Priority", "Action") == {"Priority": "project", "Action": "milestone"}


def test_a_field_may_be_barred_from_a_column() -> None:
    words = {1: "Indicator", 2: "Ref"}
    assert named_columns(TableKind.INDICATORS, words) == {1: "name", 2: "code"}
    assert named_columns(TableKind.INDICATORS, words, {(1, "name"), (2, "code")}) == {1: "code"}


def test_common_words_are_told_from_those_that_only_indicators_have() -> None:
    assert is_common("Ref.")
    assert not is_common("Definition")
    assert not is_common("Remarks")


@pytest.mark.parametrize(
    ("kind", "fields", "enough"),
    [
        (TableKind.PLAN, {"milestone", "due"}, True),
        (TableKind.PLAN, {"milestone", "impact"}, False),
        (TableKind.PLAN, {"status", "due", "owner"}, False),
        (TableKind.TARGETS, {"indicator", "value", "where"}, True),
        (TableKind.TARGETS, {"indicator", "value"}, False),
        (TableKind.EXPENDITURE, {"amount", "question"}, True),
        (TableKind.EXPENDITURE, {"amount", "group"}, False),
    ],
)
def test_some_fields_are_enough_for_a_kind_of_table(kind: TableKind, fields: set[str], enough: bool) -> None:
    assert satisfies(kind, fields) is enough


def test_a_header_is_compared_without_what_does_not_tell() -> None:
    assert normal_header("  Amount (£)\n") == "amount £"
