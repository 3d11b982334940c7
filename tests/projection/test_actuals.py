from desktop.projection.actuals import actuals, figures
from tests.domain.build import indicator


def raws(*values: tuple[str, str]) -> list[str]:
    return [value.value.raw for value in actuals(indicator(*values))]


def test_come_in_date_order_without_planned_values_and_gaps() -> None:
    values = (("31/3/02 Planned", "9"), ("31/3/01 Prov.", "2"), ("1998/99 Outturn", "1"), ("31/3/00", "N/A"))
    assert raws(*values) == ["1", "2"]


def test_an_outturn_finalises_a_provisional_value_of_the_same_date() -> None:
    assert raws(("31/3/00 Outturn", "1"), ("31/3/00 Prov.", "2")) == ["1"]
    assert raws(("31/3/00 Prov.", "2"), ("31/3/00 Outturn", "1")) == ["1"]


def test_of_two_alike_on_the_same_date_the_later_column_holds() -> None:
    assert raws(("31/3/00 Prov.", "1"), ("31/3/00 Prov.", "2")) == ["2"]


def test_figures_leave_out_what_is_no_number() -> None:
    subject = indicator(("31/3/00", "1.5"), ("31/3/01", "?"), ("31/3/02", "soon"))
    assert [number for _, number in figures(subject.values)] == [1.5]
