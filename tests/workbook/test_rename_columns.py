"""A heading of an Excel table that is edited names the table's column anew, wherever that name stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.domain.errors import EditRefused, SaveFailed
from desktop.workbook import save as saving
from desktop.workbook.archive import Damaged
from desktop.workbook.package import Package
from desktop.workbook.patch import patched, planned
from desktop.workbook.rename_columns import check_names
from desktop.workbook.save import save
from desktop.workbook.workbook import Workbook
from tests.workbook.raw_package import MAIN, contents_of, edit, links, opened, parts_of, sheet, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.edits import Content
    from desktop.workbook.rename_columns import NewNames

ROWS = (
    '<row r="1"><c r="B1" t="str"><v>Milestone</v></c><c r="C1" t="str"><v>Due</v></c>'
    '<c r="D1" t="str"><v>Room/\narea</v></c></row>'
    '<row r="2"><c r="B2"><v>1</v></c><c r="C2"><v>2</v></c><c r="D2"><f>Plan[[#This Row],[Due]]+1</f>'
    "<v>3</v></c></row>"
)
FORMULAS = (
    '<row r="1"><c r="A1"><f>SUM(Plan[Due])</f><v>2</v></c>'
    '<c r="B1"><f t="array" ref="B1">SUM(Plan[DUE]*2)</f><v>4</v></c><c r="C1"><f>1+1</f><v>2</v></c></row>'
)
TABLE = (
    '<!-- <tableColumn name="no"/> -->'
    f'<table xmlns="{MAIN}" id="1" name="Plan" displayName="Plan" ref="B1:D2"><autoFilter ref="B1:D2"/>'
    '<tableColumns count="3"><tableColumn id="1" name="Milestone"/>'
    "<tableColumn id='7' name='Due'/>"
    '<tableColumn id="3" name="Room/_x000a_area"><calculatedColumnFormula>Plan[[#This Row],[Due]]+1'
    "</calculatedColumnFormula><totalsRowFormula/></tableColumn></tableColumns></table>"
)
OTHER = (
    f'<table xmlns="{MAIN}" id="2" name="Other" displayName="Other" ref="F1:F2"><tableColumns count="1">'
    '<tableColumn id="1" name="Due"/></tableColumns></table>'
)
TAIL = '<tableParts count="2"><tablePart r:id="rId1"/><tablePart r:id="rId2"/></tableParts>'
NAME = '<definedNames><definedName name="dates">Plan[Due]</definedName></definedNames>'
PART, BOOK = "xl/tables/table1.xml", "xl/workbook.xml"
FIRST, SECOND = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"
LINKS = "xl/worksheets/_rels/sheet1.xml.rels"


def bytes_of(table: str = TABLE, more: dict[str, str | bytes] | None = None) -> bytes:
    linked: dict[str, str | bytes] = {
        LINKS: links(("rId1", "table", "../tables/table1.xml"), ("rId2", "table", "../tables/table2.xml")),
        PART: table,
        "xl/tables/table2.xml": OTHER,
    }
    return zipped(parts_of(sheet(ROWS, tail=TAIL), sheet(FORMULAS), book=NAME, more=linked | (more or {})))


def after(folder: Path, *edits: Edit, table: str = TABLE) -> dict[str, str]:
    """The parts that the edits change, as they are then."""
    package = opened(folder, bytes_of(table))
    before, found = contents_of(package.data), contents_of(patched(package, edits))
    return {name: found[name].decode() for name in found if found[name] != before[name]}


def test_the_table_and_the_formulas_follow(tmp_path: Path) -> None:
    found = after(tmp_path, edit("One!C1", "Due by"))
    assert found.keys() == {FIRST, SECOND, PART, BOOK}
    assert '<c r="C1" t="inlineStr"><is><t>Due by</t></is></c>' in found[FIRST]
    assert "<f>Plan[[#This Row],[Due by]]+1</f>" in found[FIRST]
    assert found[SECOND] == sheet(FORMULAS.replace("[Due]", "[Due by]").replace("[DUE]", "[Due by]"))
    assert found[PART] == TABLE.replace("name='Due'", "name='Due by'").replace("[Due]", "[Due by]")
    assert '<definedName name="dates">Plan[Due by]</definedName>' in found[BOOK]
    assert 'fullCalcOnLoad="1"' in found[BOOK]


def test_a_heading_that_no_formula_names_changes_its_table_alone(tmp_path: Path) -> None:
    found = after(tmp_path, edit("One!B1", 'R&D "steps" _x0041_\n\tnow'))
    assert found.keys() == {FIRST, PART, BOOK}
    name = "R&amp;D &quot;steps&quot; _x005F_x0041__x000a__x0009_now"
    assert found[PART] == TABLE.replace('name="Milestone"', f'name="{name}"')
    assert "definedName" in found[BOOK]


def test_the_heading_as_it_stands_leaves_the_table_alone(tmp_path: Path) -> None:
    assert after(tmp_path, edit("One!D1", "Room/\narea")).keys() == {FIRST, BOOK}


def test_two_headings_change_places(tmp_path: Path) -> None:
    found = after(tmp_path, edit("One!B1", "Due"), edit("One!C1", "Milestone"))
    assert "<f>Plan[[#This Row],[Milestone]]+1</f>" in found[FIRST]
    assert found[PART].index('"Due"') < found[PART].index("'Milestone'")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", r"One!C1 is a heading of an Excel table, which can't be empty"),
        (None, "can't be empty"),
        (2012, "must be text. Put an apostrophe before it"),
        ("x" * 256, "can hold 255 characters and this text has 256"),
        ("MILESTONE", "the Excel table Plan has another column called “MILESTONE”"),
    ],
)
def test_what_no_heading_can_be_is_refused(tmp_path: Path, content: Content, reason: str) -> None:
    with pytest.raises(EditRefused, match=reason):
        after(tmp_path, edit("One!C1", content))


def test_what_finds_its_column_by_the_heading_keeps_it(tmp_path: Path) -> None:
    query = {"xl/tables/_rels/table1.xml.rels": links(("rId1", "queryTable", "../queryTables/q1.xml"))}
    with pytest.raises(EditRefused, match="heading of the Excel table Plan, which a query fills"):
        patched(opened(tmp_path, bytes_of(more={**query})), [edit("One!C1", "Due by")])
    tabs = [(f"rId{index}", "worksheet", f"worksheets/sheet{index}.xml") for index in (1, 2)]
    slicer: dict[str, str | bytes] = {
        "xl/_rels/workbook.xml.rels": links(
            *tabs, ("rId8", "slicerCache", "slicerCaches/s1.xml"), ("rId9", "slicerCache", "gone.xml")
        ),
        "xl/slicerCaches/s1.xml": '<slicerCacheDefinition sourceName="due" xmlns:x="x"><x:tableSlicerCache/>'
        "</slicerCacheDefinition>",
    }
    package = opened(tmp_path, bytes_of(more=slicer))
    with pytest.raises(EditRefused, match="and a slicer filters by it"):
        patched(package, [edit("One!C1", "Due by")])
    assert patched(package, [edit("One!B1", "Step")])


@pytest.mark.parametrize(
    "table",
    [TABLE.replace("B1:D2", "B1:E2"), TABLE.replace(' ref="B1:D2">', ' ref="B1:D3" headerRowCount="2">')],
)
def test_a_table_of_another_shape_keeps_its_headings(tmp_path: Path, table: str) -> None:
    with pytest.raises(EditRefused, match="One!C1 is a heading of an Excel table"):
        after(tmp_path, edit("One!C1", "Due by"), table=table)


def test_an_edit_beside_the_headings_renames_nothing(tmp_path: Path) -> None:
    nameless = TABLE.replace(' displayName="Plan"', "")
    assert after(tmp_path, edit("One!B2", 9), table=nameless).keys() == {FIRST, BOOK}
    assert "[Due by]" in after(tmp_path, edit("One!C1", "Due by"), table=nameless)[SECOND]


def test_it_is_typed_saved_and_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(bytes_of())
    workbook = Workbook.open(path)
    heading = CellRef(sheet="One", row=1, column=3)
    first = workbook.typed(heading, " 2012 ")
    assert first == Edit(cell=heading, content="2012")
    workbook.refuse_unsafe([first])
    changed = workbook.apply([first])
    with pytest.raises(EditRefused, match="another column called “2012”"):
        changed.refuse_unsafe([edit("One!B1", "2012")])
    changed.refuse_unsafe([edit("One!B1", "Due")])
    saved = changed.save(path)
    assert saved.package.headings["One"][1, 3].name == "2012"
    assert saved.formula(CellRef(sheet="Two", row=1, column=1)) == "SUM(Plan[2012])"
    again = saved.apply([edit("One!C1", "Due")]).save(path)
    assert contents_of(again.package.data)[PART] == TABLE.encode()


def planned_names(folder: Path) -> NewNames:
    names = planned(opened(folder, bytes_of()), [edit("One!C1", "Due by")]).names
    assert names is not None
    return names


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (FIRST, "<v>1</v>", "<v>2</v>"),
        (SECOND, "SUM(Plan[Due by])", "SUM(Plan[Due])"),
        (PART, 'id="1"', 'id="2"'),
        (PART, "'Due by'", "'Due'"),
    ],
)
def test_the_check_sees_what_else_has_changed(tmp_path: Path, part: str, old: str, new: str) -> None:
    names = planned_names(tmp_path)
    check_names(names)
    contents = {name: text.decode() for name, text in contents_of(names.after.data).items()}
    assert old in contents[part]
    contents[part] = contents[part].replace(old, new, 1)
    wrong = Package.of(names.after.path, zipped(contents), 0)
    with pytest.raises(Damaged):
        check_names(replace(names, after=wrong))


def test_a_file_that_fails_the_check_is_never_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = opened(tmp_path, bytes_of())
    plan = planned(package, [edit("One!C1", "Due by")])
    assert plan.names is not None
    spoilt = replace(plan, names=replace(plan.names, after=package))
    monkeypatch.setattr(saving, "planned", lambda *_: spoilt)
    with pytest.raises(SaveFailed, match="did not pass its check"):
        save(package, [], package.path)
    assert package.path.read_bytes() == package.data
