"""Choosing and moving planned points, without a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.charts.compose import compose
from desktop.charts.hand import Hand

if TYPE_CHECKING:
    from desktop.charts.picture import Picture
    from tests.charts.conftest import MakeIndicator


@pytest.fixture
def picture(make_indicator: MakeIndicator) -> Picture:
    return compose(make_indicator())


@pytest.fixture
def hand(picture: Picture) -> Hand:
    made = Hand()
    made.take(picture)
    return made


def test_an_empty_hand_does_nothing() -> None:
    hand = Hand()
    hand.carry(5.0)
    assert hand.chosen is None
    assert hand.shown is None
    assert not hand.turn(1)
    assert hand.step(1) is None
    assert hand.drop() is None


def test_turning_goes_through_the_planned_points_and_out(hand: Hand, picture: Picture) -> None:
    for point in picture.movable:
        assert hand.turn(1)
        assert hand.chosen == point
    assert not hand.turn(1)
    assert hand.turn(-1)
    assert hand.chosen == picture.movable[-2]


def test_turning_back_begins_at_the_last(hand: Hand, picture: Picture) -> None:
    assert hand.turn(-1)
    assert hand.chosen == picture.movable[-1]


def test_a_step_is_a_unit_of_the_last_decimal(hand: Hand, picture: Picture) -> None:
    hand.choose(picture.movable[0])
    assert hand.step(1) == (picture.movable[0].cell, 85.1)
    assert hand.step(-10) == (picture.movable[0].cell, 84.0)


def test_a_step_beyond_the_limit_is_none(make_indicator: MakeIndicator) -> None:
    hand = Hand()
    hand.take(compose(make_indicator({"31/3/01 Planned": "100.0"})))
    hand.turn(1)
    assert hand.step(1) is None


def test_a_drag_ends_in_one_move_or_none(hand: Hand, picture: Picture) -> None:
    point = picture.movable[1]
    hand.grasp(point)
    hand.carry(91.26)
    shown = hand.shown
    assert shown is not None
    moved = shown.point_at(point.cell)
    assert moved is not None
    assert moved.value == 91.3
    assert hand.picture is picture
    assert hand.drop() == (point.cell, 91.3)
    assert not hand.dragging
    hand.grasp(point)
    assert hand.drop() is None


def test_a_drag_can_be_given_up(hand: Hand, picture: Picture) -> None:
    hand.grasp(picture.movable[0])
    hand.carry(10.0)
    hand.give_up()
    assert hand.shown is picture


def test_a_new_picture_keeps_the_choice_if_it_can(hand: Hand, picture: Picture) -> None:
    hand.grasp(picture.movable[0])
    hand.take(picture)
    assert hand.chosen == picture.movable[0]
    assert hand.drop() is None


def test_a_picture_without_the_chosen_point_leaves_none(
    hand: Hand, picture: Picture, make_indicator: MakeIndicator
) -> None:
    hand.choose(picture.movable[0])
    hand.take(compose(make_indicator({"31/3/01 Outturn": "1"})))
    assert hand.chosen is None
    assert not hand.turn(1)
