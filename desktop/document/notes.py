"""What the officer tells Milepost: each intent is one step, kept in the workbook's sheet of notes.

Every intent raises EditRefused or WorkbookSigned, and then nothing is changed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.errors import EditRefused
from desktop.domain.findings import Severity
from desktop.domain.library import normal_code
from desktop.domain.notes import CardText, Explanation, HiddenAdvice, Link
from desktop.workbook.noted import milestone_of
from desktop.workbook.notes_edits import put, taken_away
from desktop.workbook.notes_places import remarked

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from desktop.document.document import Document
    from desktop.domain.findings import Finding
    from desktop.domain.notes import ChartNote, IndicatorSetting, KeptTarget, Note, Remarked
    from desktop.domain.plan import Milestone


def explain(document: Document, findings: Iterable[Finding], *, text: str, by: str, on: dt.date) -> None:
    """Say why queries stand, by whom and on what day; what was said of them before is replaced."""
    places = _places(document, findings, Severity.QUERY)
    if not places:
        raise EditRefused("Only a query can be explained. An error has to be mended.")
    if not text.strip():
        raise EditRefused("Say in a few words why it stands, then try again.")
    new = [Explanation(of=of, text=text.strip(), by=by.strip(), date=on, where=sheet) for of, sheet in places]
    kept = document.contents.notes.explanations
    _put(document, new, _of_the_same(kept, new), _counted("Explain", len(new), "query", "queries"))


def withdraw(document: Document, findings: Iterable[Finding]) -> None:
    """Take back the explanations of findings."""
    gone = {finding.explanation: None for finding in findings if finding.explanation is not None}
    _take_away(document, list(gone), _counted("Withdraw", len(gone), "explanation", "explanations"))


def hide(document: Document, findings: Iterable[Finding], *, by: str, on: dt.date) -> None:
    """Show advice no more, until its cell shows something else."""
    places = _places(document, findings, Severity.ADVICE)
    if not places:
        raise EditRefused("Only advice can be hidden. Explain a query; mend an error.")
    new = [HiddenAdvice(of=of, by=by.strip(), date=on, where=sheet) for of, sheet in places]
    _put(document, new, _of_the_same(document.contents.notes.hidden, new), "Hide advice")


def show_again(document: Document, hidden: Iterable[HiddenAdvice]) -> None:
    """Show hidden advice again."""
    _take_away(document, list(hidden), "Show hidden advice")


def keep_target(document: Document, target: KeptTarget) -> None:
    """Add a target, or change the one that is kept in its row."""
    _put(
        document,
        [target],
        [target] if target.row else [],
        "Add a target" if not target.row else "Change a target",
    )


def set_indicator(document: Document, setting: IndicatorSetting) -> None:
    """Let an indicator's measure be what the setting says, and else what the library says."""
    kept = document.contents.notes.setting(setting.code)
    _put(document, [setting], [kept] if kept else [], f"Set {setting.code}")


def add_note(document: Document, note: ChartNote) -> None:
    """Put a note on an indicator's chart."""
    _put(document, [replace(note, row=0)], [], "Add a note")


def change_note(document: Document, note: ChartNote) -> None:
    """Let the note that is kept in a row be this one."""
    _put(document, [note], [note], "Change a note")


def move_note(document: Document, note: ChartNote, *, right: int, up: int) -> None:
    """Put a note's flag elsewhere, in pixels from its place; further moves of it join the same step."""
    _put(document, [replace(note, right=right, up=up)], [note], "Move a note", merges=True)


def link(document: Document, milestone: Milestone, code: str) -> None:
    """Hold what a milestone promises against an indicator, in place of the one it was held against."""
    new = Link(
        indicator=code, strand=milestone.strand, ref=milestone.ref, milestone=" ".join(milestone.text.split())
    )
    _put(document, [new], _links_of(document, milestone), "Link the milestone")


def unlink(document: Document, milestone: Milestone) -> None:
    """Hold a milestone's promise against no indicator any more."""
    _take_away(document, _links_of(document, milestone), "Unlink the milestone")


def write_card(document: Document, code: str, section: str, text: str, *, by: str, on: dt.date) -> None:
    """Write a section of an indicator's report card; without text there is none."""
    same = [
        card
        for card in document.contents.notes.cards
        if (normal_code(card.indicator), card.section.casefold()) == (normal_code(code), section.casefold())
    ]
    new = CardText(indicator=code, section=section, text=text.strip(), by=by.strip(), date=on)
    if new.text:
        _put(document, [new], same, f"Write {section}")
    else:
        _take_away(document, same, f"Clear {section}")


def remove(document: Document, notes: Iterable[Note], label: str = "Remove a note") -> None:
    """Keep notes, of whatever kind, no more."""
    _take_away(document, list(notes), label)


def _put(
    document: Document, new: Sequence[Note], instead: Sequence[Note], label: str, *, merges: bool = False
) -> None:
    document.set_cells(put(document.workbook, new, instead=instead), label, merges=merges)


def _take_away(document: Document, notes: Sequence[Note], label: str) -> None:
    if notes:
        document.set_cells(taken_away(document.workbook, notes), label)


def _places(
    document: Document, findings: Iterable[Finding], severity: Severity
) -> list[tuple[Remarked, str]]:
    """The cells that the findings of a severity speak of, each once, with its sheet."""
    chosen = [finding for finding in findings if finding.severity is severity]
    workbook = document.workbook
    of = remarked(workbook.contents, workbook.sheets, chosen)
    return list(dict(zip(of, (finding.cell.sheet for finding in chosen), strict=True)).items())


def _of_the_same(
    kept: Sequence[Explanation] | Sequence[HiddenAdvice], new: Sequence[Explanation] | Sequence[HiddenAdvice]
) -> list[Note]:
    """What was kept of the same places before, also where they show something else since."""
    places = {(note.of.rule, note.of.subject, note.of.point) for note in new}
    return [note for note in kept if (note.of.rule, note.of.subject, note.of.point) in places]


def _links_of(document: Document, milestone: Milestone) -> list[Link]:
    """The links that hold for a milestone now."""
    workbook = document.workbook
    return [
        one
        for one in document.contents.notes.links
        for linked in (milestone_of(one, workbook.contents.milestones),)
        if linked is not None and (linked.table.id, linked.row) == (milestone.table.id, milestone.row)
    ]


def _counted(verb: str, number: int, one: str, many: str) -> str:
    return f"{verb} {one if number == 1 else f'{number} {many}'}"
