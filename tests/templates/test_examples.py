"""The example workbooks hold what was printed, and are what the script makes."""

import csv
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import canonicalize

import pytest
from openpyxl import load_workbook
from PIL import Image

from templates.examples import crest, steady
from templates.examples.make_examples import EXAMPLES, HERE, write_all

NAMES = tuple(EXAMPLES)


def parts(path: Path) -> dict[str, str | tuple[tuple[int, int], bytes]]:
    """What each part says, however it was written down or packed."""
    with zipfile.ZipFile(path) as package:
        return {name: content(name, package.read(name)) for name in package.namelist()}


def content(name: str, data: bytes) -> str | tuple[tuple[int, int], bytes]:
    if name.endswith(".png"):
        picture = Image.open(BytesIO(data))
        return picture.size, picture.tobytes()
    return canonicalize(data.decode())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    write_all(folder)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_committed_workbook_is_what_the_script_makes(made: Path, name: str) -> None:
    assert parts(HERE / name) == parts(made / name)


@pytest.mark.parametrize("name", NAMES)
def test_second_run_makes_the_same_bytes(made: Path, tmp_path: Path, name: str) -> None:
    write_all(tmp_path)
    assert (tmp_path / name).read_bytes() == (made / name).read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_no_part_bears_the_date_of_the_run(name: str) -> None:
    with zipfile.ZipFile(HERE / name) as package:
        assert {entry.date_time for entry in package.infolist()} == {steady.WRITTEN.timetuple()[:6]}
    book = load_workbook(HERE / name)
    written = datetime(2020, 1, 1)  # noqa: DTZ001 - openpyxl reads it without a zone
    assert (book.properties.created, book.properties.modified) == (written, written)


@pytest.mark.parametrize("name", NAMES)
def test_every_sheet_prints_on_landscape_a4_one_page_wide(name: str) -> None:
    for sheet in load_workbook(HERE / name).worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth) == (9, 1)
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.HeaderFooter.oddFooter
        assert sheet.HeaderFooter.oddFooter.right.text == "Page &P of &N"
        assert sheet.print_title_rows or sheet.title == "Cover"


@pytest.mark.parametrize("name", NAMES)
def test_every_text_is_in_arial_and_no_row_is_higher_than_excel_allows(name: str) -> None:
    for sheet in load_workbook(HERE / name).worksheets:
        fonts = {cell.font.name for row in sheet.iter_rows() for cell in row}
        assert fonts == {"Arial"}
        assert max(size.height or 0 for size in sheet.row_dimensions.values()) <= 409


@pytest.mark.parametrize("name", NAMES)
def test_first_sheet_carries_the_mark(name: str) -> None:
    with zipfile.ZipFile(HERE / name) as package:
        relations = package.read("xl/worksheets/_rels/sheet1.xml.rels")
        assert b"/xl/drawings/drawing1.xml" in relations
        assert content(".png", package.read("xl/media/image1.png")) == content(".png", crest.draw().read())


def test_mark_is_drawn_on_a_clear_ground() -> None:
    picture = Image.open(crest.draw())
    assert picture.size == (crest.SIDE, crest.SIDE)
    assert picture.getchannel("A").getpixel((0, 0)) == 0
    assert picture.getpixel((60, 80)) == (0x1F, 0x3A, 0x4D, 255)


def test_every_indicator_of_the_example_is_in_the_library() -> None:
    library = HERE.parents[1] / "resources" / "indicator_library.csv"
    with library.open(encoding="utf-8", newline="") as source:
        known = {row["code"] for row in csv.DictReader(source)}
    with (HERE / "data" / "leicester_map_indicators.csv").open(encoding="utf-8", newline="") as source:
        assert {row["code"] for row in csv.DictReader(source)} <= known
