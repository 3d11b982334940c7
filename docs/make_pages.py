"""Writes the pages that are made from the program itself: python -m docs.make_pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docs import reading_tables, rule_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HERE = Path(__file__).parent
PAGES: Mapping[str, Callable[[], str]] = {"readings.md": reading_tables.page, "rules.md": rule_pages.page}


def write_all() -> None:
    """Write every page beside this script."""
    for name, page in PAGES.items():
        (HERE / name).write_text(page(), encoding="utf-8", newline="\n")
        print(name)


if __name__ == "__main__":
    write_all()
