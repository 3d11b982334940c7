"""Records are paired one to one, the surest first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.progress import pairing
from desktop.progress.pairing import Likeness, pair

WORDS: Likeness[str] = Likeness(within=lambda _: None, text=str, least=0.6)


def test_equal_keys_pair_and_the_rest_is_gone_or_new() -> None:
    found = pair(["a", "b", "c"], ["c", "d", "a"], [str])
    assert found.both == (("c", "c"), ("a", "a"))
    assert (found.gone, found.new) == (("b",), ("d",))


def test_repeats_pair_in_order_where_there_are_as_many_of_them() -> None:
    old, new = [(1, "a"), (2, "a")], [(3, "a"), (4, "a")]
    assert pair(old, new, [lambda one: one[1]]).both == (((1, "a"), (3, "a")), ((2, "a"), (4, "a")))


def test_repeats_that_are_not_as_many_wait_for_the_next_key() -> None:
    old, new = [(1, "a"), (2, "a")], [(2, "a")]
    found = pair(old, new, [lambda one: one[1], lambda one: one[0]])
    assert found.both == (((2, "a"), (2, "a")),)
    assert found.gone == ((1, "a"),)


def test_a_key_of_none_pairs_nothing() -> None:
    found = pair(["a"], ["a"], [lambda _: None])
    assert (found.both, found.gone, found.new) == ((), ("a",), ("a",))


def test_the_most_alike_pair_first() -> None:
    old = ["Review the panel by March", "Review the panel"]
    new = ["Review the panels", "Review the panel by April"]
    assert set(pair(old, new, [str], [WORDS]).both) == {
        ("Review the panel", "Review the panels"),
        ("Review the panel by March", "Review the panel by April"),
    }


@pytest.mark.parametrize("other", ["zzzzzzzzzzzzzzzzzzzzzzzz", "short", "lenap eht weiveR dna tnirp"])
def test_texts_that_are_not_alike_stay_apart(other: str) -> None:
    assert pair(["Review the panel and print"], [other], [str], [WORDS]).both == ()


def test_more_pairs_than_can_be_looked_at_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairing, "MOST_COMPARED", 3)
    assert pair(["aaaa", "bbbb"], ["aaab", "bbba"], [str], [WORDS]).both == ()


@given(st.lists(st.text("abc", max_size=4)), st.lists(st.text("abc", max_size=4)))
def test_every_record_is_told_once(old: list[str], new: list[str]) -> None:
    found = pair(old, new, [str], [WORDS])
    assert sorted([one for one, _ in found.both] + list(found.gone)) == sorted(old)
    assert sorted([one for _, one in found.both] + list(found.new)) == sorted(new)
