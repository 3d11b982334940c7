"""No two labels ever touch."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.charts.labels import Box, Wish, elided, place

BOUNDS = Box(left=0, top=0, width=400, height=240)
ACROSS = st.floats(min_value=0, max_value=400)
DOWN = st.floats(min_value=0, max_value=240)
SPOTS = st.tuples(ACROSS, DOWN)
WISHES = st.lists(
    st.builds(
        Wish,
        sizes=st.lists(
            st.tuples(st.floats(min_value=5, max_value=180), st.floats(min_value=8, max_value=20)),
            min_size=1,
            max_size=2,
        ).map(tuple),
        span=st.none() | st.just((100.0, 300.0)),
        marks=st.lists(SPOTS, min_size=1, max_size=3).map(tuple),
        bearing=st.sampled_from([0.0, 45.0, 90.0, 270.0]),
    ),
    max_size=12,
)


@settings(deadline=None, max_examples=60)
@given(wishes=WISHES, marks=st.lists(SPOTS, max_size=8), lines=st.lists(st.tuples(SPOTS, SPOTS), max_size=6))
def test_labels_touch_neither_each_other_nor_the_data_and_stay_in_sight(
    wishes: list[Wish],
    marks: list[tuple[float, float]],
    lines: list[tuple[tuple[float, float], tuple[float, float]]],
) -> None:
    boxes = [Box(left=x - 5, top=y - 5, width=10, height=10) for x, y in marks]
    placed = place(wishes, bounds=BOUNDS, boxes=boxes, lines=lines)
    assert len(placed) == len(wishes)
    found = [each for each in placed if each is not None]
    for one, other in combinations(found, 2):
        assert not one.box.touches(other.box)
        assert other.leader is None or not one.box.crossed_by(other.leader)
    for each in found:
        assert BOUNDS.grown(0.001).holds(each.box)
        assert not any(each.box.touches(box) for box in boxes)
        assert not any(each.box.crossed_by(line) for line in lines)


def test_the_first_direction_is_taken_where_it_is_free() -> None:
    (above,) = place([Wish(sizes=((40, 12),), marks=((200, 100),), clear=7)], bounds=BOUNDS)
    assert above is not None
    assert above.box.bottom == 93
    assert above.box.middle[0] == 200
    assert above.leader is None


def test_a_label_that_is_pushed_away_is_led_to_its_mark() -> None:
    block = Box(left=150, top=60, width=100, height=80)
    (pushed,) = place([Wish(sizes=((40, 12),), marks=((200, 100),))], bounds=BOUNDS, boxes=[block])
    assert pushed is not None
    assert pushed.leader is not None
    assert pushed.leader[1] == (200, 100)


def test_what_finds_no_room_is_left_out() -> None:
    assert place([Wish(sizes=((500, 12),), marks=((200, 100),))], bounds=BOUNDS) == (None,)


def test_a_line_crosses_a_box_only_where_it_runs_through() -> None:
    box = Box(left=10, top=10, width=10, height=10)
    assert box.crossed_by(((0, 0), (30, 30)))
    assert box.crossed_by(((15, 0), (15, 30)))
    assert not box.crossed_by(((0, 5), (30, 5)))
    assert not box.crossed_by(((0, 30), (9, 0)))
    assert not box.crossed_by(((0, 15), (9, 15)))


@given(text=st.text(max_size=60), width=st.floats(min_value=0, max_value=60))
def test_a_text_is_whole_or_ends_with_a_sign(text: str, width: float) -> None:
    shown = elided(text, width, lambda words: float(len(words)))
    assert shown == text or (shown.endswith("…") and text.startswith(shown[:-1]))
    assert len(shown) <= max(width, 1)
