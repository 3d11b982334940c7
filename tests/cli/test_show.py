"""milepost show: what was recognised, for people and for programs."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING, Any

from tests.cli.conftest import EXAMPLES
from tests.made_workbooks import INDICATOR_HEADERS, UNKNOWN, make

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done


def test_words(milepost: Callable[..., Done], whole: Path) -> None:
    done = milepost("show", whole)
    assert (done.status, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0].startswith("Indicators!A2:G5: indicators (")
    assert lines[0].endswith("), 3 records")
    assert "Targets!A2:E3: targets (targets), 1 record" in lines
    assert "Indicators!B4  PAF C23  1998/99 5.3  31/3/00 6.5  31/3/01 N/A  31/3/02 ?" in lines
    assert "Programme Plan!D4  1B  Panel meets  [ONGOING, 31/03/12]" in lines
    assert "Targets!B3  PAF A1  16 by 31/3/02  (Section B2)" in lines
    assert "Expenditure!D2  Placement choice  463950" in lines


def test_blanks_are_named(milepost: Callable[..., Done], leeds: Path, tmp_path: Path) -> None:
    done = milepost("show", leeds)
    assert "(no milestone text)" in done.out
    assert "no status" in done.out
    assert "no due date" in done.out
    rows = (INDICATOR_HEADERS, ("Stability", "PAF A1", "Moves", None, 24, 22, 20))
    assert "1998/99 blank" in milepost("show", make(tmp_path / "gap.xlsx", {"Return": rows})).out


def test_headers_that_mean_nothing_here_are_named(milepost: Callable[..., Done], tmp_path: Path) -> None:
    headers = (*INDICATOR_HEADERS, "Shoe\nsize")
    rows = (headers, ("Stability", "PAF A1", "Moves", 30, 24, 22, 20, 9))
    done = milepost("show", make(tmp_path / "extra.xlsx", {"Return": rows}))
    assert "  kept as they are: Shoe size" in done.out.splitlines()


def test_a_workbook_of_no_known_kind(milepost: Callable[..., Done], tmp_path: Path) -> None:
    done = milepost("show", make(tmp_path / "notes.xlsx", UNKNOWN))
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("No plan, indicators, targets or expenditure were found")


def test_a_sheet_that_breaks_off_is_told_in_one_line(
    milepost: Callable[..., Done], whole: Path, tmp_path: Path
) -> None:
    file = tmp_path / "cut.xlsx"
    with zipfile.ZipFile(whole) as parts, zipfile.ZipFile(file, "w") as cut:
        for name in parts.namelist():
            part = parts.read(name)
            cut.writestr(name, part[: len(part) // 2] if name.endswith("sheet1.xml") else part)
    done = milepost("show", file)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("milepost: cut.xlsx is damaged or incomplete.")
    assert done.err.count("\n") == 1


def test_json(milepost: Callable[..., Done], whole: Path, golden: Callable[[str, Any], None]) -> None:
    done = milepost("show", whole, "--json")
    assert (done.status, done.err) == (0, "")
    golden("show", json.loads(done.out))


def test_json_of_the_examples(milepost: Callable[..., Done], leicester: Path, leeds: Path) -> None:
    indicators = json.loads(milepost("show", leicester, "--json").out)
    plan = json.loads(milepost("show", leeds, "--json").out)
    kinds = ["tables", "indicators", "milestones", "targets", "expenditure", "problems", "grants"]
    kinds.append("breakdowns")
    narrative = ["sections", "priorities", "focus", "linkages", "plans"]
    assert list(indicators) == list(plan) == ["schema", *kinds, *narrative]
    assert [len(indicators[kind]) for kind in kinds] == [3, 46, 0, 12, 9, 0, 3, 0]
    assert [indicators[kind] for kind in narrative] == [[]] * 5
    first = indicators["indicators"][0]
    assert (first["code"], first["polarity"], first["cell"]) == ("PAF A1", "lower", "Indicators!A7")
    assert [value["raw"] for value in first["values"]] == ["30", "24", "23", "20", "16", "15"]
    raws = {value["raw"]: value for one in indicators["indicators"] for value in one["values"]}
    assert (raws["?"]["number"], raws["?"]["missing"]) == (None, "unknown")
    assert plan["milestones"]
    revised = [one for one in plan["milestones"] if one["revised"]]
    assert {one["found_in"] for milestone in revised for one in milestone["revised"]} >= {"due", "comments"}


def test_json_of_a_whole_plan(milepost: Callable[..., Done]) -> None:
    plan = json.loads(milepost("show", EXAMPLES / "leicester-map-full-2001.xlsx", "--json").out)
    assert {section["objective"] for section in plan["sections"]} == {str(number) for number in range(1, 12)}
    section = plan["sections"][1]
    assert (section["section"], section["part"], section["cell"]) == ("B", None, "Sections!E10")
    assert section["heading"].startswith("OBJECTIVE 1: TO ENSURE")
    assert section["title"].startswith("Set out what you will achieve")
    assert section["text"].startswith("1 Adoption recruitment and placement rates are high.")
    cited = section["paragraphs"][2]
    assert (cited["number"], cited["indicators"], cited["cell"]) == ("3", ["PAF A1"], "Sections!E12")
    assert plan["targets"][0]["section_cell"] == "Sections!E12"
    boxes = [(box["number"], box["cell"]) for section in plan["sections"] for box in section["boxes"]]
    assert boxes == [(24, "Sections!F31"), (13, "Sections!F32")]


def test_words_of_a_whole_plan(milepost: Callable[..., Done]) -> None:
    shown = milepost("show", EXAMPLES / "leicester-map-full-2001.xlsx").out
    assert "Sections!E12  Objective 1, section B, 3  The number of placement moves" in shown
    assert "matched or placed with them  [24]" in shown


def test_priorities_are_shown_with_who_answers_for_them(
    milepost: Callable[..., Done], tmp_path: Path
) -> None:
    rows = (("Outcome", "Priority", "Sponsor", "Lead"), ("Fun", "play", "Alan Bolton", None))
    book = make(tmp_path / "priorities.xlsx", {"Priorities": rows})
    shape = json.loads(milepost("show", book, "--json").out)
    assert shape["priorities"] == [
        {
            "outcome": "Fun",
            "number": None,
            "priority": "play",
            "obsession": None,
            "sponsor": "Alan Bolton",
            "lead": "",
            "cell": "Priorities!B2",
        }
    ]
    told = milepost("show", book).out
    assert "Priorities!B2  Fun: play  (sponsor Alan Bolton, lead not given)" in told


def test_areas_of_focus_are_shown_with_their_ratings(milepost: Callable[..., Done], tmp_path: Path) -> None:
    rows = (
        ("Area of focus", "Update", "Status and direction"),
        ("Care", "Ongoing", "A ⇔"),
        ("Play", "New", None),
    )
    book = make(tmp_path / "focus.xlsx", {"Focus": rows})
    first, second = json.loads(milepost("show", book, "--json").out)["focus"]
    assert first == {
        "area": "Care",
        "update": "Ongoing",
        "rating": "amber",
        "direction": "level",
        "rating_raw": "A ⇔",
        "cell": "Focus!A2",
        "rating_cell": "Focus!C2",
    }
    assert (second["rating"], second["direction"], second["rating_raw"]) == (None, None, "")
    told = milepost("show", book).out
    assert "Focus!A2  Care  A ⇔ (Amber, level)" in told
    assert "Focus!A3  Play  not rated" in told


def test_what_stands_above_a_plan_is_shown_with_the_indicator_that_it_names(
    milepost: Callable[..., Done], tmp_path: Path
) -> None:
    plan = (
        ("Strategic Outcome- Safe from harm",),
        ("Key indicator and initial focus",),
        ("The number of looked after children - baseline at January 2011- 1,434",),
        ("• Costs",),
        ("Action", "Owner", "Milestone or Target"),
        ("Review", "JW", "Reviewed"),
    )
    counted = (
        ("Code", "Definition", "2009/10 Outturn", "2010/11 Planned"),
        ("CYPP 1", "Number of looked after children", 1434, 1400),
    )
    book = make(tmp_path / "plan.xlsx", {"Plan": plan, "Indicators": counted})
    (head,) = json.loads(milepost("show", book, "--json").out)["plans"]
    assert (head["table"], head["outcome"], head["lead"]) == ("Plan!5", "Safe from harm", None)
    assert head["cells"] == {"outcome": "Plan!A1"}
    assert head["focus"] == [{"text": "Costs", "cell": "Plan!A4"}]
    assert head["indicators"] == [
        {
            "name": "The number of looked after children",
            "indicator": "CYPP 1",
            "baseline": 1434,
            "baseline_raw": "1,434",
            "period": "January 2011",
            "date": "2011-01-31",
            "cell": "Plan!A3",
        }
    ]
    told = milepost("show", book).out
    assert "Plan!A1  Outcome: Safe from harm" in told
    assert (
        "Plan!A3  Key indicator: The number of looked after children, baseline 1,434 (January 2011)" in told
    )


def test_links_between_indicators_are_shown(milepost: Callable[..., Done], tmp_path: Path) -> None:
    links = (("Indicator", "Linked indicators and issues"), ("Looked after children", "Health"))
    counted = (
        ("Code", "Definition", "2009/10", "2010/11"),
        ("CYPP 1", "Number of looked after children", 5, 4),
    )
    book = make(tmp_path / "links.xlsx", {"Links": links, "Indicators": counted})
    assert json.loads(milepost("show", book, "--json").out)["linkages"] == [
        {
            "indicator": "Looked after children",
            "codes": ["CYPP 1"],
            "linked": "Health",
            "cell": "Links!A2",
        }
    ]
    assert "Links!A2  Looked after children: Health" in milepost("show", book).out


def test_a_result_that_is_out_of_date_is_marked(milepost: Callable[..., Done], tmp_path: Path) -> None:
    rows = (INDICATOR_HEADERS, ("Stability", "PAF A1", "Moves", 30, 24, 22, "=F2-2"))
    shape = json.loads(milepost("show", make(tmp_path / "sums.xlsx", {"Return": rows}), "--json").out)
    assert [value["stale"] for value in shape["indicators"][0]["values"]] == [False, False, False, True]


def test_a_problem_is_listed(milepost: Callable[..., Done], tmp_path: Path) -> None:
    shape = json.loads(milepost("show", make(tmp_path / "notes.xlsx", UNKNOWN), "--json").out)
    assert [set(problem) for problem in shape["problems"]] == [{"sheet", "message"}]
    assert shape["tables"] == []
