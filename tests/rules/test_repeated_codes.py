from desktop.domain.findings import Severity
from tests.domain.build import indicator
from tests.rules.speaking import finding, findings

SHARES = (("31/3/00 Provis.", "0.78"), ("31/3/01 Planned", "0.85"), ("31/3/02 Planned", "0.90"))


def test_ind_005_speaks_as_an_error_on_the_later_cell_that_differs() -> None:
    changed = (*SHARES[:2], ("31/3/02 Planned", "0.91"))
    found = finding("IND-005", indicator(*SHARES, row=5), indicator(*changed, row=30))
    assert (found.severity, str(found.cell)) == (Severity.ERROR, "Indicators!F30")
    assert found.message == (
        "PAF C20 stands twice and differs: 0.91 here for 31/3/02 planned, 0.90 at Indicators!F5. "
        "Make the two agree."
    )


def test_ind_005_speaks_as_one_advice_where_all_are_equal() -> None:
    found = finding("IND-005", indicator(*SHARES, row=5), indicator(*SHARES, row=30, code="paf  c20"))
    assert (found.severity, str(found.cell)) == (Severity.ADVICE, "Indicators!A30")
    assert found.message == (
        "PAF C20 stands here and at Indicators!A5, and no value differs. "
        "Change both together, or keep it in one place."
    )


def test_ind_005_speaks_of_every_cell_that_differs() -> None:
    other = (("31/3/00 Provis.", "N/A"), ("31/3/01 Planned", "0.86"), ("31/3/02 Planned", "0.9"))
    cells = [str(found.cell) for found in findings("IND-005", indicator(*SHARES), indicator(*other, row=30))]
    assert cells == ["Indicators!D30", "Indicators!E30"]


def test_ind_005_speaks_of_two_texts_that_differ() -> None:
    one, other = indicator(("31/3/02 Planned", "Soon")), indicator(("31/3/02 Planned", "later"), row=30)
    same = indicator(("31/3/02 Planned", "SOON "), row=30)
    assert finding("IND-005", one, other).severity is Severity.ERROR
    assert finding("IND-005", one, same).severity is Severity.ADVICE


def test_ind_005_speaks_once_of_three_that_agree() -> None:
    copies = [indicator(*SHARES, row=row) for row in (5, 30, 60)]
    assert finding("IND-005", *copies).severity is Severity.ADVICE


def test_ind_005_holds_no_blank_and_no_lone_period_against_the_other() -> None:
    other = (("31/3/00 Provis.", ""), ("31/3/01 Planned", "0.85"), ("31/3/04 Planned", "2"))
    assert finding("IND-005", indicator(*SHARES), indicator(*other, row=30)).severity is Severity.ADVICE
    assert finding("IND-005", indicator(*other), indicator(*SHARES, row=30)).severity is Severity.ADVICE


def test_ind_005_is_silent_about_codes_that_stand_once() -> None:
    assert not findings("IND-005", indicator(*SHARES), indicator(*SHARES, code="PAF C21", row=30))


def test_ind_005_is_silent_about_rows_without_a_code() -> None:
    assert not findings("IND-005", indicator(*SHARES, code=""), indicator(*SHARES, code=" ", row=30))
