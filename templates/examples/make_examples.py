"""Writes the example workbooks beside this script: python -m templates.examples.make_examples."""

from pathlib import Path

from templates.examples import action_plans, leeds, leeds_baseline, leeds_cypp, leicester, nine_points, steady

HERE = Path(__file__).parent
EXAMPLES = {
    "leicester-map-2001.xlsx": leicester.build,
    "leicester-map-full-2001.xlsx": leicester.build_whole,
    "leeds-programme-plan-2012.xlsx": leeds.build,
    "leeds-baseline-2011.xlsx": leeds_baseline.build,
    "leeds-cypp-2011.xlsx": leeds_cypp.build,
    "leeds-action-plan-2011.xlsx": action_plans.build_progress,
    "leeds-obsession-plans-2011.xlsx": action_plans.build_obsessions,
    "leeds-nine-point-plan-2012.xlsx": nine_points.build,
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
