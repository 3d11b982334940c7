import datetime as dt
from dataclasses import replace

from desktop.domain.indicators import Measure, Polarity
from desktop.domain.notes import SAID_HERE, UNLIMITED, Explanation, IndicatorSetting, Notes, Remarked

LIBRARY = Measure(unit="percent", minimum=0, maximum=100, polarity=Polarity.HIGHER, basis="by definition")


def test_a_setting_changes_what_it_says_and_nothing_else() -> None:
    setting = IndicatorSetting(code="PAF C20", polarity=Polarity.RANGE, ideal=20, tolerance=2)
    measure = setting.applied(LIBRARY)
    assert (measure.polarity, measure.ideal, measure.tolerance) == (Polarity.RANGE, 20, 2)
    assert (measure.unit, measure.minimum, measure.maximum) == ("percent", 0, 100)
    assert measure.basis == SAID_HERE


def test_the_ground_of_a_polarity_stays_where_another_thing_is_said() -> None:
    measure = IndicatorSetting(code="PAF C20", unit="rate", comparator="England").applied(LIBRARY)
    assert (measure.unit, measure.comparator, measure.basis) == ("rate", "England", "by definition")


def test_a_limit_can_be_taken_away() -> None:
    free = IndicatorSetting(code="PAF C20", minimum=-UNLIMITED, maximum=UNLIMITED).applied(LIBRARY)
    assert (free.minimum, free.maximum) == (None, None)


def test_a_setting_is_found_by_its_code_however_it_is_typed() -> None:
    notes = Notes(settings=(IndicatorSetting(code="PAF  C20"),))
    assert notes.setting("paf c20") is notes.settings[0]
    assert notes.setting("PAF C21") is None


def test_an_explanation_is_printed_with_its_author_and_its_day() -> None:
    of = Remarked(rule="IND-002", subject="PAF C20", point="31/3/01", held="?")
    why = Explanation(of=of, text="It comes in May", by="JS", date=dt.date(2001, 4, 2))
    assert why.words == "It comes in May (JS, 02/04/2001)"
    assert replace(why, by="").words == "It comes in May (02/04/2001)"
    assert replace(why, by="", date=None).words == "It comes in May"
