"""Writes a return: a prescribed form filled from the records of a workbook, with the check sheet."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import InputRefused
from desktop.returns.forms import read_form
from desktop.returns.fresh_file import write_fresh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.contents import Contents
    from desktop.domain.findings import Finding
    from desktop.returns.layouts import Form, Title


def write_return(
    contents: Contents,
    findings: Sequence[Finding],
    *,
    form: str,
    out: Path,
    source: str,
    as_at: dt.date,
    title: Title = (),
) -> None:
    """Write a return in the form of that name to `out`, all of it or nothing.

    `form` may also be the path of a form's own file. `source` is the workbook that the records come from, by
    path or name; `title` the lines that name the authority and its plan, the same for all, or by the id of
    each table. Raises InputRefused for an unknown form, for a workbook without
    the records that it asks for and for an `out` that is the workbook itself; WorkbookInUse and SaveFailed
    where the file can't be written.
    """
    chosen = read_form(form)
    name = Path(source).name
    _refuse_nothing(chosen, contents, name)
    refuse_own_place(source, out)
    from desktop.returns.filling import filled

    saved = _saved(Path(source))
    workbook = filled(chosen, contents, findings, source=name, as_at=as_at, saved=saved, title=title)
    write_fresh(workbook, out)


def _saved(file: Path) -> dt.date | None:
    """The day on which a file was saved last, by the clock of this place; None where it can't be seen."""
    try:
        return dt.datetime.fromtimestamp(file.stat().st_mtime).astimezone().date()
    except OSError:
        return None


def own_form(contents: Contents) -> str:
    """The form in which a workbook is returned where none is named: its indicators', or its plan's."""
    if any(indicator.baseline is not None for indicator in contents.indicators):
        return "indicator-set"
    if contents.indicators or not contents.milestones:
        return "map-indicators"
    return contents.milestones[0].table.form


def write_empty(form: str, out: Path) -> None:
    """Write the form of that name with nothing filled in to `out`, where no file may stand yet.

    Raises InputRefused for an unknown form; WorkbookInUse and SaveFailed where the file can't be written.
    """
    chosen = read_form(form)
    from desktop.returns.filling import empty

    write_fresh(empty(chosen), out)


def _refuse_nothing(form: Form, contents: Contents, name: str) -> None:
    """Raises InputRefused where the workbook has none of the records that the form is for."""
    if (form.indicators or form.indicator_set) is not None and not contents.indicators:
        raise InputRefused(
            f"{name}: no indicators were found, so there is nothing to return. "
            "Open a workbook that has a table of indicators."
        )
    if form.sections is not None and not contents.passages:
        raise InputRefused(
            f"{name}: no sections of a plan were found, so there is nothing to return. "
            "Open a workbook that has a table with a column of sections and one of texts."
        )
    if form.plan is not None and not contents.milestones:
        raise InputRefused(
            f"{name}: no plan was found, so there is nothing to return. "
            "Open a workbook that has a table of milestones or actions."
        )


def refuse_own_place(source: str, out: Path) -> None:
    """Raises InputRefused where `out` is the workbook that the records come from."""
    if _same_file(source, out):
        raise InputRefused(
            f"{out.name}: the return can't take the workbook's own place. Choose another name."
        )


def _same_file(source: str, out: Path) -> bool:
    """Whether `out` is the workbook; where only its name is known, a file of that name counts as it."""
    if not out.exists():
        return False
    path = Path(source)
    if path.exists():
        return path.samefile(out)
    return path.name == source and source.casefold() == out.name.casefold()
