"""The pages that are made from the program say what the program does now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.rules.catalogue import RULES
from docs.make_pages import HERE, PAGES, write_all
from docs.reading_tables import KINDS, strings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize(("name", "page"), PAGES.items(), ids=PAGES)
def test_a_page_is_as_it_would_be_made_now(name: str, page: Callable[[], str]) -> None:
    written = (HERE / name).read_text(encoding="utf-8")
    assert written == page(), "Make it anew with: python -m docs.make_pages"


def test_at_least_sixty_real_strings_are_read() -> None:
    rows = strings()
    assert len({(row["kind"], row["text"]) for row in rows}) == len(rows) >= 60
    assert {row["kind"] for row in rows} == set(KINDS)
    assert all(row["document"] for row in rows)


def test_every_rule_has_its_section_with_an_example() -> None:
    page = PAGES["rules.md"]()
    sections = {part.split(" ")[0]: part for part in page.split("\n### ")[1:]}
    assert sections.keys() == {rule.code for rule in RULES}
    assert all("\n\nExample: " in part for part in sections.values())
    assert [code for code, part in sections.items() if "\n\nOffered change: " in part] == [
        rule.code for rule in RULES if rule.offers
    ]


def test_the_links_of_the_table_lead_to_the_headings() -> None:
    page = PAGES["rules.md"]()
    headings = {
        "".join(sign for sign in line[4:].lower() if sign.isalnum() or sign in " -").replace(" ", "-")
        for line in page.splitlines()
        if line.startswith("### ")
    }
    linked = {line.split("(#")[1].split(")")[0] for line in page.splitlines() if "](#" in line}
    assert linked == headings


def test_they_are_written_beside_the_script(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("docs.make_pages.HERE", tmp_path)
    write_all()
    assert {file.name for file in tmp_path.iterdir()} == set(PAGES)
    assert capsys.readouterr().out.split() == list(PAGES)
