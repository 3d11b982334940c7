"""The empty forms are what the script makes, and are recognised before anything is filled in."""

from pathlib import Path

import pytest

from desktop.workbook.workbook import Workbook
from templates.blank.make_blanks import FORMS, HERE, write_all
from tests.templates.test_examples import parts


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("blank")
    write_all(folder)
    return folder


@pytest.mark.parametrize("form", FORMS)
def test_the_committed_form_is_what_the_script_makes(made: Path, form: str) -> None:
    assert parts(HERE / f"{form}.xlsx") == parts(made / f"{form}.xlsx")


@pytest.mark.parametrize("form", FORMS)
def test_the_tables_of_an_empty_form_have_no_records(form: str) -> None:
    contents = Workbook.open(HERE / f"{form}.xlsx").contents
    assert {table.records for table in contents.tables} == {0}
