"""Writes the example workbooks beside this script: python -m templates.examples.make_examples."""

from pathlib import Path

from templates.examples import leeds, leeds_baseline, leicester, steady

HERE = Path(__file__).parent
EXAMPLES = {
    "leicester-map-2001.xlsx": leicester.build,
    "leicester-map-full-2001.xlsx": leicester.build_whole,
    "leeds-programme-plan-2012.xlsx": leeds.build,
    "leeds-baseline-2011.xlsx": leeds_baseline.build,
}


def write_all(folder: Path) -> tuple[Path, ...]:
    """Make every example in the folder; the same bytes each time."""
    made = tuple(folder / name for name in EXAMPLES)
    for path, build in zip(made, EXAMPLES.values(), strict=True):
        steady.save(build(), path)
    return made


if __name__ == "__main__":
    for workbook in write_all(HERE):
        print(workbook.name)
