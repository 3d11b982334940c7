"""Made-up plans of any length, the same ones each time: text, dates and slips as officers write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.prose import prose

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADERS = ("Strand", "Ref", "Project", "Key milestone", "Status", "By when", "Impact", "Comments")

_PER_STRAND, _PER_PROJECT = 40, 4
_WORK = (
    "Agree the specification with health and education partners",
    "Recruit and train the first cohort of family support workers",
    "Pilot the referral pathway in three clusters",
    "Review placements made outside the authority with the commissioning team",
    "Publish the sufficiency statement and consult young people on it",
    "Report the first year's results to the children's trust board",
    "Bring the tracking of personal education plans into one system",
)
_STATUSES = ("ON TRACK", "ONGOING", "COMPLETE", "ON TRACK", "COMPLETE", "Not started")
# Far ahead, so that the share of overdue milestones stays what it is.
_DUE = (
    "31/03/2041",
    "30/09/41",
    "31/03/2041 (Revised to Sept '41)",
    "Q3 2041/42",
    "by January 2042",
    "28/2/41; Revised to Sept 2041",
    "Summer term 2041",
    "30/06/2012",
    "31/12/2041",
    "mid-December 2041",
    "TBC",
)


def milestones(rows: int, *, wordy: int = 1) -> Iterator[tuple[str, ...]]:
    """That many milestones, a text for each of the headers; `wordy` makes what officers write longer."""
    for row in range(rows):
        strand, project = row // _PER_STRAND + 1, row // _PER_PROJECT
        letter = chr(ord("A") + project % (_PER_STRAND // _PER_PROJECT))
        yield (
            f"Strand {strand}: {_WORK[strand % len(_WORK)].split()[-1]} and partners",
            letter,
            f"Project {project + 1}: {_WORK[project % len(_WORK)]}",
            f"{_WORK[row % len(_WORK)]}, stage {row + 1}: {prose(row, 6 * wordy)}",
            _STATUSES[row % len(_STATUSES)],
            _DUE[row % len(_DUE)],
            prose(row // 2, row // 2 % 4 * 4 * wordy),
            prose(row + 7, row % 5 * 6 * wordy),
        )
