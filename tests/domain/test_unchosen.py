import pytest

from desktop.domain.unchosen import is_unchosen, said


@pytest.mark.parametrize(
    "text",
    [
        *(
            "< Select >",
            "<Select>",
            "[Select]",
            "(select one)",
            "<Please select>",
            "-- Select --",
            "- choose status -",
        ),
        *("Select", "select…", "Choose...", "Please select", "Please choose a status", "Choose an item."),
        *(
            "Select one",
            "Select from list",
            "Select from the drop-down list",
            "Click to select",
            "Select an option",
        ),
        *("Click or tap here to enter text.", "  <select>  "),
    ],
)
def test_what_only_asks_for_a_choice_says_nothing(text: str) -> None:
    assert is_unchosen(text)
    assert said(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "Select provider",
            "Select preferred bidder",
            "Choose new carers by May",
            "Selected",
            "ongoing",
        ),
        *(
            "Parents choose",
            "Review the selection panel",
            "<60%",
            "[x]",
            "Select committee reports to Cabinet in July 2012",
        ),
    ],
)
def test_what_says_something_is_kept(text: str) -> None:
    assert not is_unchosen(text)
    assert said(f" {text} ") == text
