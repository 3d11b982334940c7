import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.plan import Status, read_status
from desktop.domain.tables import TableKind
from tests.domain.build import milestone, table


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        ("Not started", Status.NOT_STARTED),
        ("not yet started", Status.NOT_STARTED),
        ("ON TRACK", Status.ON_TRACK),
        ("On-track", Status.ON_TRACK),
        ("on-going", Status.ONGOING),
        ("not-complete", None),
        ("ONGOING", Status.ONGOING),
        ("On going", Status.ONGOING),
        ("IN  PROGRESS", Status.ONGOING),
        ("COMPLETE", Status.COMPLETE),
        ("Completed.", Status.COMPLETE),
        ("100% complete", Status.COMPLETE),
        ("DONE", Status.COMPLETE),
        ("Delayed", Status.DELAYED),
        ("on hold", Status.ON_HOLD),
        ("Cancelled", Status.CANCELLED),
    ],
)
def test_reads_the_officers_own_words(raw: str, status: Status) -> None:
    assert (read_status(raw).status, read_status(raw).raw) == (status, raw)


@pytest.mark.parametrize(
    "raw",
    ["", "awaiting news", "incomplete", "abandoned", "NOT COMPLETE", "not yet completed", "90% complete",
     "nearly done", "To be completed in May"],
)  # fmt: skip
def test_what_names_no_status_is_none(raw: str) -> None:
    assert read_status(raw).status is None


def test_a_status_that_says_two_things_is_read_as_its_first() -> None:
    reading = read_status("COMPLETE (& ONGOING)")
    assert reading.named == (Status.COMPLETE, Status.ONGOING)
    assert reading.status is Status.COMPLETE
    assert read_status("complete, completed").named == (Status.COMPLETE,)


def test_every_status_is_its_own_word_and_has_its_own_mark() -> None:
    assert [read_status(status).status for status in Status] == list(Status)
    assert len({status.mark for status in Status}) == len(Status)


@given(st.text())
def test_no_text_makes_it_fail(raw: str) -> None:
    assert read_status(raw).raw == raw


def test_complete_and_cancelled_are_closed() -> None:
    closed = [status for status in Status if milestone(status=status).closed]
    assert closed == [Status.COMPLETE, Status.CANCELLED]
    assert [status for status in Status if milestone(status=status).complete] == [Status.COMPLETE]


@pytest.mark.parametrize(
    ("strand", "ref", "subject"),
    [
        ("4. Fostering Capacity", "A", "4A"),
        ("10 Finance", "B", "10B"),
        ("Fostering Capacity", "A", "A"),
        ("2. Fostering", "2.4", "2.4"),
        ("4. Fostering Capacity", "", "Expand conferencing"),
    ],
)
def test_findings_name_it_by_strand_and_letter(strand: str, ref: str, subject: str) -> None:
    assert milestone(strand=strand, ref=ref).subject == subject


def test_findings_name_it_by_its_text_where_there_is_nothing_shorter() -> None:
    assert milestone("Review completed", ref="", project="").subject == "Review completed"


def test_its_fields_stand_in_its_row_and_its_project_where_the_project_stands() -> None:
    third = milestone(row=7, project_row=5)
    assert str(third.cell) == "Plan!C7"
    assert [str(third.cell_of(field)) for field in ("ref", "project", "status", "due")] == [
        "Plan!A5", "Plan!B5", "Plan!D7", "Plan!E7"
    ]  # fmt: skip


def test_a_field_without_a_column_has_no_cell() -> None:
    bare = milestone(plan=table(TableKind.PLAN, "status"))
    assert bare.cell_of("due") is None
    assert bare.cell.a1 == "A5"
