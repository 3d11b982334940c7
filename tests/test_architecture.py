"""The house stays as it was drawn: rooms that exist, small files, honest names, nothing heavy at the door."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import grimp
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("benchmarks", "desktop", "templates", "tests")
SOURCES = sorted((*ROOT.glob("*.py"), *(file for name in FOLDERS for file in (ROOT / name).rglob("*.py"))))

LONGEST_FILE, LONGEST_FUNCTION, LONGEST_CLASS, LONGEST_MAIN_WINDOW = 500, 50, 250, 250
DUMPING_GROUNDS = {"common", "helper", "helpers", "manager", "misc", "util", "utils"}
HEAVY = ("openpyxl", "pandas", "scipy")

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def contracts() -> list[dict[str, list[str]]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found: list[dict[str, list[str]]] = settings["tool"]["importlinter"]["contracts"]
    return found


def modules_in_contracts() -> Iterator[str]:
    for contract in contracts():
        for container in contract.get("containers", []):
            yield from (
                f"{container}.{room}" for layer in contract["layers"] for room in re.split(r"[|: ]+", layer)
            )
            yield from (f"{container}.{room}" for room in contract["exhaustive_ignores"])
        named = (*contract.get("source_modules", []), *contract.get("forbidden_modules", []))
        yield from (name for name in named if name.startswith("desktop"))


def definitions(file: Path) -> Iterator[tuple[Definition, int]]:
    """Each function and class of a file with its length in lines, decorators left out."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, Definition):
            yield node, (node.end_lineno or node.lineno) - node.lineno + 1


def imports(file: Path) -> Iterator[str]:
    """Every module that a file imports, each also with the name taken from it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def loaded_after(statements: str) -> set[str]:
    """The top-level modules that a fresh Python has loaded after some statements."""
    code = f"import sys\n{statements}\nprint('LOADED', *(name for name in sys.modules if '.' not in name))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
    )
    return set(done.stdout.rpartition("LOADED")[2].split())


@pytest.mark.parametrize("module", sorted(set(modules_in_contracts())))
def test_every_contract_names_modules_that_exist(module: str) -> None:
    assert find_spec(module) is not None


def test_every_room_stands_in_the_layers() -> None:
    rooms = {f"desktop.{folder.parent.name}" for folder in ROOT.glob("desktop/*/__init__.py")}
    assert rooms
    assert rooms <= set(modules_in_contracts())


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Imports for types alone may: a part may name the type of the whole that holds it."""
    graph = grimp.build_graph("desktop", exclude_type_checking_imports=True, cache_dir=None)
    packages = {module.rpartition(".")[0] for module in graph.modules} - {""}
    assert "desktop.domain" in packages
    assert {package: cycle for package in packages if (cycle := graph.nominate_cycle_breakers(package))} == {}


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(ROOT)))
def test_files_functions_and_classes_stay_small(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    for definition, lines in definitions(file):
        limit = LONGEST_CLASS if isinstance(definition, ast.ClassDef) else LONGEST_FUNCTION
        assert lines <= limit, f"{definition.name} has {lines} lines"


def test_the_main_window_is_assembly_only() -> None:
    window = ROOT / "desktop" / "ui" / "main_window.py"
    assert len(window.read_text(encoding="utf-8").splitlines()) < LONGEST_MAIN_WINDOW


def test_no_module_is_a_dumping_ground() -> None:
    parts = {
        part
        for file in SOURCES
        for name in file.relative_to(ROOT).with_suffix("").parts
        for part in name.split("_")
    }
    assert not parts & DUMPING_GROUNDS


def test_domain_values_are_frozen_slotted_and_named() -> None:
    for file in (ROOT / "desktop" / "domain").glob("*.py"):
        for definition, _ in definitions(file):
            for decorator in definition.decorator_list:
                text = ast.unparse(decorator)
                if text.startswith("dataclass"):
                    assert all(f"{word}=True" in text for word in ("frozen", "slots", "kw_only")), (
                        definition.name
                    )


def test_the_document_knows_no_widgets() -> None:
    used = {name for file in (ROOT / "desktop" / "document").rglob("*.py") for name in imports(file)}
    assert used
    assert not {name for name in used if name.startswith("PySide6.QtWidgets")}


def test_nothing_heavy_is_loaded_on_the_way_to_the_window() -> None:
    loaded = loaded_after("import desktop.app, desktop.cli")
    assert "desktop" in loaded
    assert not loaded & {*HEAVY, "pyqtgraph"}


def test_the_first_window_needs_nothing_heavy() -> None:
    window = (
        "import pathlib, desktop.app\n"
        "window = desktop.app.open_window(pathlib.Path('templates/examples/leicester-map-2001.xlsx'))"
    )
    loaded = loaded_after(window)
    assert "PySide6" in loaded
    assert not loaded & set(HEAVY)
