"""Prescribed forms: what a return's sheets are called, how they are laid out and how they look.

A form is a file in resources/forms/, named for the form. Column widths are in characters of the
workbook's own type, margins in inches, type sizes in points, colours RRGGBB.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from desktop import assets
from desktop.domain.errors import InputRefused
from desktop.domain.findings import Severity
from desktop.domain.periods import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The face of a cell; `edges` is box, under, or empty for a cell without rules."""

    name: str
    size: float
    bold: bool = False
    italic: bool = False
    ink: str = "000000"
    fill: str = ""
    across: str = "left"
    down: str = "top"
    wrap: bool = True
    indent: int = 0
    rule: str = ""
    edges: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The paper, in inches; `paper` is Excel's number for it."""

    paper: int
    width: float
    height: float
    side: float
    top: float
    bottom: float
    footer: float
    footer_font: str
    footer_size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorLayout:
    """The sheet of indicators: its words, widths, and the number formats a value may have."""

    sheet: str
    title: str
    programme: str
    footer: str
    period: str
    code_width: float
    periods_width: float
    period_least: float
    number_formats: tuple[str, ...]
    kinds: Mapping[Kind, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckColumn:
    """One column of the check sheet: what it shows of a finding, its header and its width."""

    field: str
    header: str
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLayout:
    """The check sheet: its words and its columns; `counts` labels what stands above the findings."""

    sheet: str
    title: str
    not_ready: str
    asks: str
    ready: str
    nothing: str
    explained: str
    counts: Mapping[str, str]
    severities: Mapping[Severity, str]
    columns: tuple[CheckColumn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One prescribed form."""

    name: str
    indicators: IndicatorLayout
    check: CheckLayout
    page: Page
    looks: Mapping[str, Look]


def form_names() -> tuple[str, ...]:
    """The names of the forms there are, in alphabetical order."""
    return tuple(sorted(path.stem for path in assets.resource("forms").glob("*.toml")))


def read_form(name: str) -> Form:
    """The form of that name; raises InputRefused, naming the forms there are, where there is none."""
    if name not in form_names():
        raise InputRefused(f"There is no form called “{name}”. The forms are: {', '.join(form_names())}.")
    return _read(name)


@cache
def _read(name: str) -> Form:
    written = tomllib.loads(assets.resource("forms", f"{name}.toml").read_text(encoding="utf-8"))
    return Form(
        name=name,
        indicators=_indicators(written["indicators"]),
        check=_check(written["check"]),
        page=Page(**written["page"]),
        looks={look: Look(name=look, **face) for look, face in written["looks"].items()},
    )


def _indicators(written: dict[str, Any]) -> IndicatorLayout:
    own = {
        "number_formats": tuple(written["number_formats"]),
        "kinds": {Kind(kind): word for kind, word in written["kinds"].items()},
    }
    return IndicatorLayout(**(written | own))


def _check(written: dict[str, Any]) -> CheckLayout:
    own = {
        "severities": {Severity(severity): word for severity, word in written["severities"].items()},
        "columns": tuple(CheckColumn(**column) for column in written["columns"]),
    }
    return CheckLayout(**(written | own))
