"""The number formats of cell styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.errors import NotAWorkbook
from desktop.workbook.styles import Styles
from tests.workbook.raw_package import STYLES, opened, parts_of, sheet

if TYPE_CHECKING:
    from pathlib import Path


def test_formats_are_built_in_or_the_workbooks_own() -> None:
    styles = Styles.of(STYLES.encode())
    assert [styles.number_format(style) for style in range(3)] == ["General", "dd/mm/yyyy", '"£"#,##0']


def test_a_style_or_format_that_is_not_there_is_general() -> None:
    markup = '<styleSheet><cellXfs><xf numFmtId="999"/><xf/></cellXfs></styleSheet>'
    styles = Styles.of(markup.encode())
    assert [styles.number_format(style) for style in (0, 1, 2, -1)] == ["General"] * 4


def test_formats_of_other_tables_do_not_count() -> None:
    markup = (
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0"/></numFmts><cellStyleXfs>'
        '<xf numFmtId="9"/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="164"/></cellXfs><dxfs><dxf><numFmt numFmtId="164" '
        'formatCode="0.000"/></dxf></dxfs></styleSheet>'
    )
    assert Styles.of(markup.encode()).number_format(0) == "0.0"


def test_damaged_styles_are_told(tmp_path: Path) -> None:
    parts = parts_of(sheet(""))
    parts["xl/styles.xml"] = STYLES[:-5]
    package = opened(tmp_path, parts)
    with pytest.raises(NotAWorkbook, match="damaged"):
        _ = package.styles
