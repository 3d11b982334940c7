"""The keys that are told are the keys that are taken."""

from __future__ import annotations

from desktop.ui.actions import ACTIONS
from desktop.ui.key_lines import key_lines


def test_every_action_with_keys_is_there_once() -> None:
    lines = key_lines()
    told = {(where, what) for where, what, _ in lines}
    for action in ACTIONS:
        where, what = (
            action.menu.replace("&", ""),
            action.text.replace("&", "").partition("\t")[0].rstrip("…"),
        )
        assert ((where, what) in told) is bool(action.keys or "\t" in action.text)
    assert len({(where, what) for where, what, _ in lines}) == len(lines)


def test_every_line_names_its_keys() -> None:
    assert all(where and what and keys for where, what, keys in key_lines())
    assert ("Edit", "Fill down", "Ctrl+D") in key_lines()
    assert ("Find", "Go to", "Ctrl+G, F5") in key_lines()
