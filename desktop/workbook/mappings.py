"""What officers said of headers that could not be told: which field each column of a table holds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.domain.periods import read_period
from desktop.domain.tables import TableKind
from desktop.workbook.fields import normal_header, satisfies

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.domain.edits import Content

_PERIOD = "(period)"
"""Stands for every period in a signature: next year's table has other years and the same columns."""
_BETWEEN = " | "


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """The kind of a table and the fields of its columns; `kind` is None where the rows are no table.

    A column is counted from the first that has a header, which is 0: one to the left of it is -1.
    """

    kind: TableKind | None
    fields: tuple[tuple[int, str], ...] = ()


NOT_A_TABLE = ColumnMapping(kind=None)


@dataclass(frozen=True, kw_only=True)
class Mappings:
    """What was said of each header signature."""

    known: tuple[tuple[str, ColumnMapping], ...] = ()

    def of(self, signature: str) -> ColumnMapping | None:
        """What was said of headers with this signature; None where nothing was."""
        return self._by_signature.get(signature)

    def keeping(self, signature: str, mapping: ColumnMapping) -> Mappings:
        """With what is said now of a signature in place of what was said before."""
        return Mappings(known=(*self.forgetting(signature).known, (signature, mapping)))

    def forgetting(self, signature: str) -> Mappings:
        """Without what was said of a signature."""
        return Mappings(known=tuple(one for one in self.known if one[0] != signature))

    def may_know(self, row: Sequence[Content]) -> bool:
        """Whether a row begins as a known header does; a quick look that spares most rows a closer one."""
        if not self.known:
            return False
        first = next((held for held in row if isinstance(held, str) and held.strip()), "")
        return normal_header(first) in self._first_headers

    @cached_property
    def _by_signature(self) -> Mapping[str, ColumnMapping]:
        return dict(self.known)

    @cached_property
    def _first_headers(self) -> frozenset[str]:
        return frozenset(signature.split(_BETWEEN)[0] for signature, _ in self.known)


NO_MAPPINGS = Mappings()


def signature_of(texts: Mapping[int, str]) -> str:
    """What a row of headers is known by, whatever its place, case, punctuation and years."""
    if not texts:
        return ""
    headers = (texts.get(column, "") for column in range(min(texts), max(texts) + 1))
    return _BETWEEN.join(_PERIOD if read_period(header) else normal_header(header) for header in headers)


def mapping_of(texts: Mapping[int, str], kind: TableKind, fields: Mapping[int, str]) -> ColumnMapping:
    """A mapping of a sheet's columns, by number, beneath these headers."""
    first = min(texts)
    return ColumnMapping(
        kind=kind, fields=tuple((column - first, fields[column]) for column in sorted(fields))
    )


def columns_of(mapping: ColumnMapping, texts: Mapping[int, str]) -> dict[int, str]:
    """The fields that a mapping gives to a sheet's columns, by number, beneath these headers."""
    first = min(texts)
    return {first + offset: field for offset, field in mapping.fields if first + offset > 0}


def enough(mapping: ColumnMapping) -> bool:
    """Whether the fields make a table of that kind, none given twice but the values of periods."""
    fields = [field for _, field in mapping.fields]
    named = [field for field in fields if mapping.kind is not TableKind.INDICATORS or field != "value"]
    if mapping.kind is None or len(set(named)) < len(named):
        return False
    if mapping.kind is TableKind.INDICATORS:
        return "value" in fields and not {"code", "name"}.isdisjoint(fields)
    return satisfies(mapping.kind, named)
