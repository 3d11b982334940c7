"""Prescribed forms by name, or by the file in which a council keeps its own.

A form is one file in resources/forms/, named for the form; docs/forms.md tells what can stand in it. A form
that is `like` another says only what differs.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop import assets
from desktop.domain.errors import InputRefused
from desktop.domain.findings import Severity
from desktop.domain.periods import Kind
from desktop.returns.form_file import FormFile, joined
from desktop.returns.layouts import (
    PLAN_FIELDS,
    CheckColumn,
    CheckLayout,
    Form,
    GrantsLayout,
    IndicatorLayout,
    ListColumn,
    ListLayout,
    Look,
    Page,
    PlanColumn,
    PlanLayout,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Form", "form_names", "read_form"]

FINDING_FIELDS = ("severity", "rule", "cell", "subject", "message", "fix", "explained")
"""What a column of the check sheet can show."""
_COUNTS = ("errors", "queries", "explained", "advice", "source", "as_at")
_OWN = ".toml"
_LIST_FIELDS: Mapping[str, tuple[str, ...]] = {
    "sections": ("section", "part", "question", "number", "text", "figure", "indicators"),
    "targets": ("indicator", "value", "date", "set_by", "where", "words"),
    "expenditure": ("group", "area", "question", "amount"),
    "indicator_set": (
        *("group", "code", "name", "baseline", "baseline_period"),
        *("priority", "sponsor", "lead", "linked"),
    ),
    "priorities": ("outcome", "number", "priority", "obsession", "sponsor", "lead"),
    "linkages": ("indicator", "linked"),
    "focus": ("area", "update", "rating"),
}
"""What a column of each list can show."""
_FILLED = frozenset({"plan", "indicators", "grants", *_LIST_FIELDS})
_PARTS = frozenset({"like", "check", "page", "looks", *_FILLED})
_FORMAT = "utf-8-sig"  # Notepad may put a mark before the first word
_CHOICES = {
    "across": ("left", "center", "right"),
    "down": ("top", "center", "bottom"),
    "edges": ("", "box", "under"),
}
_CHECK_LOOKS = ("title", "letterhead", "count_label", "count", "heading", "note", "finding", *Severity)
_PLAN_LOOKS = ("title", "line", "letterhead", "band", "header")
_INDICATOR_LOOKS = (*_PLAN_LOOKS, "header_planned", "code", "definition", "value")


def form_names() -> tuple[str, ...]:
    """The names of the forms there are, in alphabetical order."""
    return tuple(sorted(path.stem for path in assets.resource("forms").glob(f"*{_OWN}")))


def read_form(name: str) -> Form:
    """The form of that name, or in the file of that name where it ends with .toml.

    Raises InputRefused, naming the forms there are, where there is none, and for a file that can't be read
    as a form, with the line.
    """
    if name.lower().endswith(_OWN):
        return _form(Path(name).stem, _own(Path(name)))
    if name not in form_names():
        raise InputRefused(
            f"There is no form called “{name}”. The forms are: {', '.join(form_names())}. "
            "A form of your own is named by its file, such as our-form.toml."
        )
    return _read(name)


@cache
def _read(name: str) -> Form:
    return _form(name, _file(name))


def _file(name: str) -> FormFile:
    path = assets.resource("forms", f"{name}{_OWN}")
    return FormFile(path.name, path.read_text(encoding="utf-8"))


def _own(path: Path) -> FormFile:
    try:
        return FormFile(path.name, path.read_text(encoding=_FORMAT))
    except UnicodeDecodeError as cause:
        raise InputRefused(
            f"{path.name} is not plain text that can be read. Save it again with Notepad."
        ) from cause
    except OSError as cause:
        raise InputRefused(
            f"There is no form file {path.name} in {path.absolute().parent}. Check the name."
        ) from cause


def _form(name: str, file: FormFile) -> Form:
    said = _whole(file)
    for part in said:
        if part not in _PARTS:
            raise file.refusal(f"a form has no part “{part}”. Its parts are {_listed(_PARTS)}.", key=part)
    looks = {look: _look(file, said, look) for look in file.table(said, "looks")}
    form = Form(
        name=name,
        check=_check(file, file.table(said, "check")),
        page=_page(file, file.table(said, "page")),
        looks=looks,
        indicators=_indicators(file, said) if "indicators" in said else None,
        plan=_plan(file, said, looks) if "plan" in said else None,
        **{part: _list(file, said, part, looks) for part in _LIST_FIELDS},
        grants=_grants(file, said),
    )
    if not any((form.indicators, form.plan, form.sections, form.indicator_set)):
        raise file.refusal(
            "the form has nothing to fill in: it needs [plan], [indicators], [indicator_set] or [sections]."
        )
    for look in (*_CHECK_LOOKS, *(_PLAN_LOOKS if form.indicators is None else _INDICATOR_LOOKS)):
        if look not in looks:
            raise file.refusal(f"the form lacks the look [looks.{look}].", "looks")
    return form


def _whole(file: FormFile) -> dict[str, Any]:
    """What the form says, with what it takes over from the one that it is like.

    A plan's form takes no indicators over, nor the other way round: it is for what it names itself.
    """
    like = file.said.get("like")
    if like is None:
        return file.said
    if like not in form_names():
        raise file.refusal(
            f"“like” names a form that there is not. It may be {_listed(form_names())}.", key="like"
        )
    base = _whole(_file(like))
    named = {"plan", "indicators", "indicator_set"} & file.said.keys()
    kept = {part: said for part, said in base.items() if part not in _FILLED or part in named or not named}
    return joined(kept, file.said)


def _look(file: FormFile, said: Mapping[str, Any], name: str) -> Look:
    part = f"looks.{name}"
    look = file.made(Look, part, file.table(said["looks"], part), name=name)
    for key, words in _CHOICES.items():
        file.known(getattr(look, key), words, part, key)
    for key in ("ink", "fill", "rule"):
        colour = getattr(look, key)
        if colour and not (len(colour) == len("RRGGBB") and set(colour) <= set("0123456789abcdefABCDEF")):
            raise file.refusal(f"“{key}” takes a colour such as 1F3A4D, not “{colour}”.", part, key)
    return look


def _page(file: FormFile, said: Mapping[str, Any]) -> Page:
    page = file.made(Page, "page", said)
    file.known(page.orientation, ("landscape", "portrait"), "page", "orientation")
    return page


def _indicators(file: FormFile, said: Mapping[str, Any]) -> IndicatorLayout:
    written = file.table(said, "indicators")
    kinds = _words(file, file.table(written, "indicators.kinds"), "indicators.kinds", tuple(Kind))
    file.fillable(str(written.get("footer", "")), ("source", "as_at"), "indicators", "footer")
    file.fillable(str(written.get("period", "")), ("label", "kind"), "indicators", "period")
    return file.made(
        IndicatorLayout, "indicators", written, kinds={Kind(kind): word for kind, word in kinds.items()}
    )


def _plan(file: FormFile, said: Mapping[str, Any], looks: Mapping[str, Look]) -> PlanLayout:
    written = file.table(said, "plan")
    columns = []
    for number, column in enumerate(file.tables(written, "plan.columns"), start=1):
        part = "plan.columns"
        made = file.made(PlanColumn, part, column, number=number)
        file.known(made.field, PLAN_FIELDS, part, "field", number)
        file.known(made.look, tuple(looks), part, "look", number)
        if made.width <= 0:
            raise file.refusal("“width” takes a number above 0.", part, "width", number)
        columns.append(made)
    plan = file.made(PlanLayout, "plan", written, columns=tuple(columns))
    file.fillable(plan.footer, ("source", "as_at"), "plan", "footer")
    file.known(plan.band, ("", "strand"), "plan", "band")
    for field in plan.merged:
        file.known(field, ("strand", "ref", "project"), "plan", "merged")
    return plan


def _list(file: FormFile, said: Mapping[str, Any], part: str, looks: Mapping[str, Look]) -> ListLayout | None:
    if part not in said:
        return None
    written = file.table(said, part)
    columns = []
    for number, column in enumerate(file.tables(written, f"{part}.columns"), start=1):
        made = file.made(ListColumn, f"{part}.columns", column, number=number)
        file.known(made.field, _LIST_FIELDS[part], f"{part}.columns", "field", number)
        file.known(made.look, tuple(looks), f"{part}.columns", "look", number)
        columns.append(made)
    layout = file.made(ListLayout, part, written, columns=tuple(columns))
    file.fillable(layout.sheet, ("objective",) if part == "sections" else (), part, "sheet")
    file.fillable(layout.footer, ("source", "as_at"), part, "footer")
    return layout


def _grants(file: FormFile, said: Mapping[str, Any]) -> GrantsLayout | None:
    if "grants" not in said:
        return None
    layout = file.made(GrantsLayout, "grants", file.table(said, "grants"))
    file.fillable(layout.footer, ("source", "as_at"), "grants", "footer")
    file.fillable(layout.held, ("names",), "grants", "held")
    return layout


def _check(file: FormFile, said: Mapping[str, Any]) -> CheckLayout:
    severities = _words(file, file.table(said, "check.severities"), "check.severities", tuple(Severity))
    columns = []
    for number, column in enumerate(file.tables(said, "check.columns"), start=1):
        columns.append(file.made(CheckColumn, "check.columns", column, number=number))
        file.known(columns[-1].field, FINDING_FIELDS, "check.columns", "field", number)
    counts = file.table(said, "check.counts")
    for fact in counts:
        file.known(fact, _COUNTS, "check.counts", fact)
    for key in ("not_ready", "asks", "ready"):
        file.fillable(str(said.get(key, "")), _COUNTS[:4], "check", key)
    return file.made(
        CheckLayout,
        "check",
        said,
        severities={Severity(severity): word for severity, word in severities.items()},
        counts=counts,
        columns=tuple(columns),
    )


def _words(file: FormFile, said: Mapping[str, Any], part: str, needed: tuple[str, ...]) -> Mapping[str, str]:
    """What the form calls each of these; raises InputRefused where it calls one nothing."""
    for word in needed:
        if not isinstance(said.get(word), str):
            raise file.refusal(f"[{part}] lacks a text for “{word}”.", part, word)
    return {word: said[word] for word in needed}


def _listed(words: frozenset[str] | tuple[str, ...]) -> str:
    return ", ".join(sorted(words))
