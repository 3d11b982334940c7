import pytest

from desktop.domain.indicators import Measure, Polarity
from desktop.domain.ratings import Rag
from desktop.projection.status import Direction, direction, judge, judged, status
from tests.domain.build import AROUND_TWENTY, HIGHER, LOWER, NEUTRAL, indicator

RANGE_OF_NO_IDEAL = Measure(polarity=Polarity.RANGE)


@pytest.mark.parametrize(
    ("measure", "actual", "planned", "expected"),
    [
        (HIGHER, 95.0, 95.0, Rag.GREEN),
        (HIGHER, 96.0, 95.0, Rag.GREEN),
        (HIGHER, 94.9, 95.0, Rag.AMBER),
        (HIGHER, 95.0, 100.0, Rag.AMBER),
        (HIGHER, 94.9, 100.0, Rag.RED),
        (HIGHER, 0.855, 0.9, Rag.AMBER),
        (LOWER, 13.6, 13.6, Rag.GREEN),
        (LOWER, 10.0, 13.6, Rag.GREEN),
        (LOWER, 21.0, 20.0, Rag.AMBER),
        (LOWER, 21.1, 20.0, Rag.RED),
        (LOWER, 1.0, 0.0, Rag.RED),
        (AROUND_TWENTY, 18.0, 22.0, Rag.GREEN),
        (AROUND_TWENTY, 23.0, 22.0, Rag.AMBER),
        (AROUND_TWENTY, 16.0, 22.0, Rag.RED),
        (NEUTRAL, 1.0, 2.0, None),
        (RANGE_OF_NO_IDEAL, 1.0, 2.0, None),
    ],
)
def test_judges_an_actual_against_plan(
    measure: Measure, actual: float, planned: float, expected: Rag | None
) -> None:
    assert judge(measure, actual, planned) is expected


def test_letter_and_shape_speak_without_colour() -> None:
    assert [(rag.letter, rag.shape) for rag in Rag] == [("G", "●"), ("A", "▲"), ("R", "■")]


def test_the_latest_actual_with_a_planned_value_is_judged() -> None:
    subject = indicator(
        ("31/3/00 Outturn", "50"),
        ("31/3/01 Outturn", "60"),
        ("31/3/02 Provisional", "70"),
        ("31/3/00 Planned", "50"),
        ("31/3/01 Planned", "62"),
    )
    found = judged(subject)
    assert found is not None
    assert found.value.raw == "60"
    assert status(subject) is Rag.AMBER


def test_no_planned_value_for_an_actual_is_no_status() -> None:
    subject = indicator(("31/3/00 Provisional", "71.4"), ("31/3/01 Planned", "85.0"))
    assert judged(subject) is None
    assert status(subject) is None


@pytest.mark.parametrize(
    ("measure", "earlier", "last", "expected"),
    [
        (HIGHER, "70", "71", Direction.IMPROVING),
        (HIGHER, "71", "70", Direction.WORSENING),
        (LOWER, "22.7", "13.6", Direction.IMPROVING),
        (LOWER, "1.3", "2.6", Direction.WORSENING),
        (HIGHER, "100", "100.9", Direction.STEADY),
        (HIGHER, "100", "101", Direction.IMPROVING),
        (HIGHER, "0", "0", Direction.STEADY),
        (LOWER, "0", "1", Direction.WORSENING),
        (AROUND_TWENTY, "16", "24", Direction.STEADY),
        (AROUND_TWENTY, "16", "21", Direction.IMPROVING),
        (NEUTRAL, "10", "12", Direction.RISING),
        (NEUTRAL, "12", "10", Direction.FALLING),
        (NEUTRAL, "1000", "1009", Direction.STEADY),
        (RANGE_OF_NO_IDEAL, "10", "12", Direction.RISING),
    ],
)
def test_direction_of_travel(measure: Measure, earlier: str, last: str, expected: Direction) -> None:
    subject = indicator(("31/3/99 Outturn", earlier), ("31/3/00 Provisional", last), measure=measure)
    assert direction(subject) is expected


def test_one_actual_has_no_direction() -> None:
    assert direction(indicator(("31/3/00", "71.4"), ("31/3/01 Planned", "85"))) is None
    assert direction(indicator(("31/3/01 Planned", "85"))) is None
