from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.groups import grouped


def letters(word: str) -> Sequence[str]:
    return tuple(dict.fromkeys(word))


@given(st.lists(st.text("abc", max_size=3), max_size=5), st.lists(st.text("abc", max_size=3), max_size=5))
def test_groups_after_a_change_are_those_of_the_records_as_they_are(
    before: list[str], after: list[str]
) -> None:
    groups, touched = grouped(before, letters).after(after, letters)
    assert groups == grouped(after, letters)
    untouched = {letter for letter in "abc" if letter not in touched}
    earlier = grouped(before, letters)
    assert all(groups.members(letter) == earlier.members(letter) for letter in untouched)


def test_the_members_of_a_group_come_in_the_order_of_the_records() -> None:
    groups, touched = grouped(["ab", "c", "a"], letters).after(["ab", "ca", "a"], letters)
    assert groups.members("a") == ("ab", "ca", "a")
    assert touched == {"a", "c"}


def test_a_group_that_lost_its_last_member_is_gone() -> None:
    groups, touched = grouped(["a", "b"], letters).after(["a", "a"], letters)
    assert dict(groups.places) == {"a": (0, 1)}
    assert touched == {"a", "b"}


def test_where_a_record_is_new_only_its_groups_are_touched() -> None:
    first, second = "ab", "c"
    groups, touched = grouped([first, second], letters).after([first, "d", second], letters)
    assert groups.members("c") == ("c",)
    assert touched == {"d"}


def test_the_same_records_touch_nothing() -> None:
    records = ("a", "b")
    groups = grouped(records, letters)
    assert groups.after(records, letters) == (groups, set())
