import datetime as dt

import pytest

from desktop.domain.edits import Content, same_content


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (1, 1.0, True),
        ("a", "a", True),
        (None, None, True),
        (dt.date(2012, 4, 1), dt.date(2012, 4, 1), True),
        (1, "1", False),
        (1, True, False),
        (0, False, False),
        (None, "", False),
        (None, 0, False),
        (dt.date(2012, 4, 1), "01/04/2012", False),
    ],
)
def test_contents_that_are_saved_alike_are_the_same(one: Content, other: Content, *, alike: bool) -> None:
    assert same_content(one, other) is alike
    assert same_content(other, one) is alike
