"""Every form in resources/forms/ can be read and lacks nothing, and so can a council's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.assets import resource
from desktop.domain.errors import InputRefused
from desktop.domain.findings import Severity
from desktop.domain.periods import Kind
from desktop.returns.forms import FINDING_FIELDS, form_names, read_form

OWN = """\
like = "action-plan"

[plan]
sheet = "Our plan"
title = "Our children's plan"

[[plan.columns]]
field = "project"
header = "What we do"
width = 40

[[plan.columns]]
field = "due"
header = "By"
width = 12.0
look = "mark"
date_formats = ["dd/mm/yyyy"]

[looks.title]
size = 20
"""


def own(folder: Path, text: str) -> str:
    path = folder / "our-form.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_the_forms_there_are() -> None:
    assert {"map-indicators", "programme-plan", "action-plan", "nine-point-plan"} <= set(form_names())


@pytest.mark.parametrize("name", ["map", "", "../forms/map-indicators"])
def test_an_unknown_form_is_refused_and_the_known_ones_are_named(name: str) -> None:
    with pytest.raises(InputRefused) as refused:
        read_form(name)
    assert str(refused.value) == (
        f"There is no form called “{name}”. The forms are: {', '.join(form_names())}. "
        "A form of your own is named by its file, such as our-form.toml."
    )


@pytest.mark.parametrize("name", form_names())
def test_a_form_has_a_word_for_everything(name: str) -> None:
    form = read_form(name)
    assert form.indicators is None or set(form.indicators.kinds) == set(Kind)
    assert set(form.check.severities) == set(Severity)
    assert {column.field for column in form.check.columns} == set(FINDING_FIELDS)
    assert len(form.check.counts) <= len(form.check.columns)
    assert form.title


def test_a_plans_form_is_told_by_its_columns() -> None:
    plan = read_form("nine-point-plan").plan
    assert plan is not None
    assert [column.field for column in plan.columns] == ["ref", "project", "owner", "action", "milestone"]
    assert (plan.band, plan.merged) == ("strand", ("ref", "project"))
    assert read_form("nine-point-plan").indicators is None


def test_a_form_of_ones_own_says_only_what_differs(tmp_path: Path) -> None:
    form = read_form(own(tmp_path, OWN))
    assert form.plan is not None
    assert (form.name, form.title, form.plan.band) == ("our-form", "Our children's plan", "strand")
    assert [(column.header, column.width) for column in form.plan.columns] == [("What we do", 40), ("By", 12)]
    assert form.plan.columns[1].date_formats == ("dd/mm/yyyy",)
    assert (form.looks["title"].size, form.looks["title"].bold) == (20, True)
    assert form.check == read_form("map-indicators").check


def test_the_mark_that_notepad_leaves_is_no_part_of_a_form(tmp_path: Path) -> None:
    assert read_form(own(tmp_path, "\ufeff" + OWN)).title == "Our children's plan"


def test_a_form_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match=r"There is no form file our-form\.toml in "):
        read_form(str(tmp_path / "our-form.toml"))


def test_a_form_file_in_another_alphabet(tmp_path: Path) -> None:
    (tmp_path / "our-form.toml").write_bytes(b"\xff\xfet\x00")
    with pytest.raises(InputRefused, match=r"our-form\.toml is not plain text"):
        read_form(str(tmp_path / "our-form.toml"))


def test_a_form_that_names_indicators_takes_no_plan_over(tmp_path: Path) -> None:
    form = read_form(own(tmp_path, 'like = "map-indicators"\n[indicators]\ntitle = "Ours"\n'))
    assert (form.title, form.plan) == ("Ours", None)


def whole() -> str:
    """A form that is like no other, and has nothing to fill in."""
    base = (resource("forms") / "map-indicators.toml").read_text(encoding="utf-8")
    return base[base.index("[check]") :]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "",
            ": the form has nothing to fill in: it needs [plan], [indicators], [indicator_set] or [sections]",
        ),
        ('[plan]\nsheet = "S"\ntitle = "T"\nfooter = ""\n', ": the form lacks the parts [[plan.columns]]."),
        ("[indicators]\n[indicators.kinds]\n", ", line 2: [indicators.kinds] lacks a text for “outturn”."),
    ],
)
def test_a_form_that_is_like_no_other_must_be_whole(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(InputRefused) as refused:
        read_form(own(tmp_path, text + whole()))
    assert str(refused.value).startswith(f"our-form.toml{told}")


def test_a_look_that_is_needed(tmp_path: Path) -> None:
    text = whole().replace("[looks.note]", "[looks.remark]")
    plan = '[plan]\nsheet = "S"\ntitle = "T"\nfooter = ""\n[[plan.columns]]\nfield = "due"\nheader = "By"\n'
    with pytest.raises(InputRefused, match=r"the form lacks the look \[looks\.note\]"):
        read_form(own(tmp_path, f'{plan}width = 9\nlook = "finding"\n{text}'))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            'sheet = "Our plan"',
            'sheet = "Our plan',
            ", line 4: this line can't be read. Look for a missing quote, ",
        ),
        ("[looks.title]\nsize = 20\n", "[looks.title", ", line 19: this line can't be read. "),
        (
            'header = "By"',
            'haeder = "By"',
            ", line 14: [plan.columns] knows no “haeder”. Its words are field, ",
        ),
        ("width = 40", 'width = "wide"', ", line 10: “width” takes a number, not “wide”."),
        ("width = 40", "width = true", ", line 10: “width” takes a number, not true."),
        ("width = 40", "width = 0", ", line 10: “width” takes a number above 0."),
        ("width = 12.0\n", "", ", line 12: [plan.columns] lacks “width”."),
        ('field = "due"', 'field = "date"', ", line 13: “field” can't be “date”. It may be strand, ref, "),
        ('look = "mark"', 'look = "markt"', ", line 16: “look” can't be “markt”. It may be "),
        ('["dd/mm/yyyy"]', '"dd/mm/yyyy"', ", line 17: “date_formats” takes a list of texts, "),
        ('["dd/mm/yyyy"]', "[1]", ", line 17: “date_formats” takes a list of texts, "),
        ("size = 20", "size = 20\nbold = 1", ", line 21: “bold” takes true or false, not “1”."),
        ("size = 20", "size = [20]", ", line 20: “size” takes a number, not what stands there."),
        ("size = 20", 'ink = "blue"', ", line 20: “ink” takes a colour such as 1F3A4D, not “blue”."),
        (
            "size = 20",
            'across = "middle"',
            ", line 20: “across” can't be “middle”. It may be left, center, right.",
        ),
        ("size = 20", 'name = "title"', ", line 20: [looks.title] knows no “name”."),
        ('"Our plan"', '"Our plan"\nfooter = "{who}"', ", line 5: in “footer” only {source}, {as_at} can "),
        ('"Our plan"', '"Our plan"\nfooter = "{"', ", line 5: in “footer” only {source}, {as_at} can "),
        (
            '"Our plan"',
            '"Our plan"\nmerged = ["due"]',
            ", line 5: “merged” can't be “due”. It may be strand, ",
        ),
        ('"Our plan"', '"Our plan"\nband = "due"', ", line 5: “band” can't be “due”. It may be strand."),
        ("[looks.title]\nsize = 20", "[check]\ncounts = 5", ": the form lacks the part [check.counts]."),
        ('like = "action-plan"', 'like = "action"', ", line 1: “like” names a form that there is not. "),
        ('like = "action-plan"', 'lik = "action-plan"', ", line 1: a form has no part “lik”. Its parts are "),
        ("[looks.title]", "[lookz]", ", line 19: a form has no part “lookz”. "),
        ('like = "action-plan"', "", ": the form lacks the part [check]."),
    ],
)
def test_what_is_wrong_with_a_form_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    assert old in OWN
    with pytest.raises(InputRefused) as refused:
        read_form(own(tmp_path, OWN.replace(old, new)))
    assert str(refused.value).startswith(f"our-form.toml{told}")


def test_the_worked_form_of_the_guide_can_be_used(tmp_path: Path) -> None:
    guide = Path(__file__).parents[2] / "docs" / "our-form.toml"
    form = read_form(str(guide))
    assert form.plan is not None
    assert [column.header for column in form.plan.columns] == [
        "Project",
        "Lead",
        "What we will do",
        "By when",
    ]
    assert (form.page.orientation, form.page.width) == ("portrait", 8.27)
    wrong = guide.read_text(encoding="utf-8").replace("width = 28.0", 'width = "wide"')
    with pytest.raises(InputRefused, match=r"our-form\.toml, line 15: “width” takes a number, not “wide”\."):
        read_form(own(tmp_path, wrong))
