"""Remembers between sessions what an officer said of unsure headers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop.domain.errors import MilepostError
from desktop.domain.tables import TableKind
from desktop.workbook.mappings import NO_MAPPINGS, ColumnMapping, Mappings
from desktop.workbook.replace_file import write_file

if TYPE_CHECKING:
    from pathlib import Path

_SCHEMA = 1


class MappingsStore:
    """The mappings of one user, in a JSON file of their own; a file that can't be read holds none."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Mappings:
        """What is remembered."""
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
            return Mappings(known=tuple((one["signature"], _mapping(one)) for one in kept["headers"]))
        except (OSError, ValueError, KeyError, TypeError):
            return NO_MAPPINGS

    def write(self, mappings: Mappings) -> bool:
        """Remember these and no others; False where the folder did not take them."""
        headers = [
            {"signature": signature, "kind": mapping.kind, "fields": mapping.fields}
            for signature, mapping in mappings.known
        ]
        text = json.dumps({"schema": _SCHEMA, "headers": headers}, ensure_ascii=False, indent=1)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_file(self._path, f"{text}\n".encode())
        except (OSError, MilepostError):
            return False
        return True


def _mapping(kept: dict[str, object]) -> ColumnMapping:
    kind, fields = kept["kind"], kept["fields"]
    if not isinstance(fields, list):
        raise TypeError
    return ColumnMapping(
        kind=None if kind is None else TableKind(str(kind)),
        fields=tuple((int(offset), str(field)) for offset, field in fields),
    )
