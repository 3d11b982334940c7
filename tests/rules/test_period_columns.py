import pytest

from desktop.domain.findings import Severity
from desktop.domain.tables import Column, Table, TableKind
from tests.domain.build import period
from tests.rules.speaking import finding, findings


def headed(*headers: str) -> Table:
    columns = [
        Column(column=number, header=header, field="value", period=period(header))
        for number, header in enumerate(headers, 2)
    ]
    return Table(
        id="Later!4",
        sheet="Later",
        kind=TableKind.INDICATORS,
        form="",
        header_row=4,
        first_row=4,
        last_row=9,
        columns=(Column(column=1, header="Code", field="code"), *columns),
    )


@pytest.mark.parametrize(
    ("headers", "cell", "message"),
    [
        (
            ("31/3/02 Planned", "31/3/01 Planned"),
            "C4",
            "31/3/01 planned ends before 31/3/02 planned, which stands left of it.",
        ),
        (("31/3/01 Planned", "31/3/01 Planned"), "C4", "31/3/01 planned stands twice in this table."),
        (
            ("31/3/01 Planned", "31/3/02 Outturn"),
            "B4",
            "31/3/01 planned is planned, but ends before an actual period.",
        ),
    ],
)
def test_trj_011_speaks_of_periods_out_of_order(headers: tuple[str, ...], cell: str, message: str) -> None:
    found = finding("TRJ-011", headed(*headers))
    assert (found.severity, found.cell.a1, found.subject) == (Severity.ERROR, cell, "Later")
    assert found.message == f"{message} Correct the header, or move the column."


@pytest.mark.parametrize(
    "headers",
    [
        (),
        ("1998/99 Outturn", "31/3/00 Provis.", "31/3/01 Planned", "31/3/02 Planned"),
        ("31/3/01 Planned", "31/3/01 Outturn", "31/3/02 Planned", "31/3/02 Outturn", "31/3/03 Planned"),
    ],
)
def test_trj_011_is_silent_about_periods_in_order(headers: tuple[str, ...]) -> None:
    assert not findings("TRJ-011", headed(*headers))
