"""Which findings are shown, in what order and under which headings: what the officer asks of the list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.findings import Finding, Severity
from desktop.domain.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


class Grouping(StrEnum):
    """What the findings are grouped by."""

    SEVERITY = "Severity"
    SUBJECT = "Subject"
    RULE = "Rule"


class Standing(StrEnum):
    """What a finding waits for: an error, a query and advice for the officer, one explained for nothing."""

    ERROR = "error"
    QUERY = "query"
    ADVICE = "advice"
    EXPLAINED = "explained"

    @classmethod
    def of(cls, finding: Finding) -> Standing:
        """How a finding stands."""
        return cls.EXPLAINED if finding.explained else _WAITING[finding.severity]

    @property
    def shape(self) -> str:
        """A shape of its own, so that colour never speaks alone."""
        return {
            Standing.ERROR: "■",
            Standing.QUERY: "▲",
            Standing.ADVICE: "●",
            Standing.EXPLAINED: "△",
        }[self]

    def counted(self, number: int) -> str:
        """So many of them in words: 1 query, 20 queries."""
        several = {Standing.ERROR: "errors", Standing.QUERY: "queries"}.get(self, self.value)
        return counted(number, self.value, several)


_EVERY = frozenset(Standing)
_WAITING = {severity: Standing(severity.value) for severity in Severity}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A line above the findings of a group: what they share, and how many they are."""

    words: str
    count: int


Row: TypeAlias = Finding | Heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the officer wants to see: how it is grouped, the words it holds, and which standings."""

    grouping: Grouping = Grouping.SEVERITY
    words: str = ""
    standings: frozenset[Standing] = _EVERY


def arranged(findings: Sequence[Finding], wish: Wish, titles: Mapping[str, str]) -> tuple[Row, ...]:
    """The rows of the list: the findings that are wanted, gravest first, under the headings of their groups.

    Grouped by severity there are no headings: the badges tell. Groups by subject come in the order of the
    sheets, by rule in that of their weight and code; `titles` says of each rule what it speaks of.
    """
    words, wanted = wish.words.casefold(), findings
    if words:
        wanted = [finding for finding in wanted if words in _searched(finding)]
    if wish.grouping is Grouping.SEVERITY:
        return tuple(_gravest_first(wanted, wish.standings))
    wanted = [finding for finding in wanted if Standing.of(finding) in wish.standings]
    by_rule = wish.grouping is Grouping.RULE
    groups: dict[str, list[Finding]] = {}
    for finding in _by_rule(wanted) if by_rule else wanted:
        groups.setdefault(finding.rule if by_rule else finding.subject, []).append(finding)
    return tuple(_rows(groups, titles if by_rule else {}))


def _rows(groups: Mapping[str, Sequence[Finding]], titles: Mapping[str, str]) -> Iterator[Row]:
    for name, members in groups.items():
        words = " · ".join(filter(None, (" ".join(name.split()), titles.get(name, ""))))
        yield Heading(words=words, count=len(members))
        yield from _gravest_first(members)


def _gravest_first(findings: Iterable[Finding], standings: frozenset[Standing] = _EVERY) -> list[Finding]:
    """Those of some standings in the order of severity, what is explained last; else the order stays."""
    standing: dict[Standing, list[Finding]] = {each: [] for each in Standing}
    for finding in findings:
        standing[Standing.of(finding)].append(finding)
    return list(chain.from_iterable(those for each, those in standing.items() if each in standings))


def _by_rule(findings: Iterable[Finding]) -> list[Finding]:
    gravest: dict[str, Finding] = {}
    found = list(findings)
    for finding in _gravest_first(found):
        gravest.setdefault(finding.rule, finding)
    order = sorted(gravest, key=lambda rule: (gravest[rule].severity.rank, rule))
    places = {rule: place for place, rule in enumerate(order)}
    return sorted(found, key=lambda finding: places[finding.rule])


def _searched(finding: Finding) -> str:
    """The words among which the filter looks: those that are shown, and what their short forms stand for."""
    said = (
        finding.severity.value,
        finding.rule,
        str(finding.cell),
        finding.subject,
        finding.message,
        finding.fix.label if finding.fix is not None else "",
        finding.explanation.words if finding.explanation is not None else "",
    )
    return " ".join(said).casefold()
