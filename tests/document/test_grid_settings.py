from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

from desktop.document.column_shapes import AS_DECLARED, ColumnShape, ColumnShapes
from desktop.document.grid_settings import GridSettings

if TYPE_CHECKING:
    from pathlib import Path

_SHAPE = ColumnShape(widths={0: 80, 3: 200}, hidden=frozenset({1, 2}))


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "milepost.ini"), QSettings.Format.IniFormat)


def test_the_shape_of_columns_is_remembered_by_their_headers(store: QSettings) -> None:
    ColumnShapes(store).keep("code | [period] / %", _SHAPE)
    again = ColumnShapes(store)
    assert again.of("code | [period] / %") == _SHAPE
    assert again.of("code") == AS_DECLARED


def test_without_a_store_it_is_remembered_for_now() -> None:
    shapes = ColumnShapes()
    shapes.keep("code", _SHAPE)
    assert shapes.of("code") == _SHAPE
    assert ColumnShapes().of("code") == AS_DECLARED


@pytest.mark.parametrize("kept", ["{", "[]", '{"widths": {}}', '{"widths": {"a": 1}, "hidden": []}', "7"])
def test_what_cannot_be_read_is_as_declared(store: QSettings, kept: str) -> None:
    ColumnShapes(store).keep("code", _SHAPE)
    store.setValue(next(key for key in store.allKeys() if key.startswith("columns/")), kept)
    assert ColumnShapes(store).of("code") == AS_DECLARED


def test_zoom_and_the_height_of_rows_are_remembered(store: QSettings) -> None:
    settings = GridSettings(store)
    assert (settings.zoom, settings.rows_fitted) == (100, False)
    settings.keep_zoom(130)
    settings.keep_rows_fitted(True)
    again = GridSettings(store)
    assert (again.zoom, again.rows_fitted) == (130, True)


def test_without_a_store_nothing_is_remembered() -> None:
    settings = GridSettings()
    settings.keep_zoom(130)
    settings.keep_rows_fitted(True)
    assert (settings.zoom, settings.rows_fitted) == (100, False)
