"""Writes the empty forms beside this script: python -m templates.blank.make_blanks."""

from pathlib import Path

from desktop.returns.filling import empty
from desktop.returns.forms import read_form
from templates.examples import steady

HERE = Path(__file__).parent
FORMS = ("map-indicators", "indicator-set", "programme-plan", "action-plan", "nine-point-plan")


def write_all(folder: Path) -> tuple[Path, ...]:
    """Make every empty form in the folder; the same bytes each time."""
    made = tuple(folder / f"{form}.xlsx" for form in FORMS)
    for path, form in zip(made, FORMS, strict=True):
        steady.save(empty(read_form(form)), path)
    return made


if __name__ == "__main__":
    for workbook in write_all(HERE):
        print(workbook.name)
