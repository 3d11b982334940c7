"""How the parts of a package name one another (ECMA-376 part 2, relationships)."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from desktop.workbook.markup import elements


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One link: `kind` is the last word of its type, such as worksheet; `target` a part's full name."""

    id: str
    kind: str
    target: str


def relations_part(part: str) -> str:
    """The part that holds the links of a part; of "" those of the package."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def read_relations(markup: bytes, part: str) -> tuple[Relation, ...]:
    """The links that lead from a part to other parts of the package."""
    folder = posixpath.dirname(part)
    return tuple(
        Relation(
            id=element.attributes.get("Id", ""),
            kind=element.attributes.get("Type", "").rpartition("/")[2],
            target=posixpath.normpath(posixpath.join("/", folder, element.attributes.get("Target", "")))[1:],
        )
        for element in elements(markup)
        if element.name == "Relationship" and element.attributes.get("TargetMode") != "External"
    )
