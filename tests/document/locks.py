"""The signs that other programs leave beside a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LIBREOFFICE = "Jane Smith,jsmith,LAPTOP-7,01.03.2012 14:02,file:///home/jsmith/.config/libreoffice/4;"
JANE = "Jane Smith in LibreOffice since 14:02 on 01/03/2012"


def excel_lock(workbook: Path, name: str) -> Path:
    """As Excel writes it: the name in one byte each, then in two, each after its length."""
    lock = workbook.with_name(f"~${workbook.name}")
    narrow = name.encode("cp1252", errors="replace")
    wide = name.encode("utf-16-le")
    lock.write_bytes(
        (bytes([len(narrow)]) + narrow.ljust(54) + len(name).to_bytes(2, "little") + wide).ljust(165, b" ")
    )
    return lock


def libreoffice_lock(workbook: Path, line: str = LIBREOFFICE) -> Path:
    lock = workbook.with_name(f".~lock.{workbook.name}#")
    lock.write_text(line, encoding="utf-8")
    return lock
