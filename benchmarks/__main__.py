"""Measure everything, or some topics: python -m benchmarks [--tiny] [TOPIC...].

A full run is kept in RESULTS.md beside this file.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.outcome import from_json
from benchmarks.table import results, table
from benchmarks.topics import TOPICS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.outcome import Outcome

RESULTS = Path(__file__).with_name("RESULTS.md")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure topic by topic, print the table; 1 where a topic could not be measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("topics", nargs="*", metavar="TOPIC", help=f"one of {', '.join(TOPICS)}")
    parser.add_argument("--tiny", action="store_true", help="so small that the figures mean nothing")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.topics) - set(TOPICS):
        parser.error(f"no such topic: {', '.join(sorted(unknown))}")
    found: list[Outcome] = []
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        for topic in asked.topics or TOPICS:
            print(f"measuring: {topic} …", flush=True)
            outcomes = _measured(topic, folder, tiny=asked.tiny)
            found += outcomes
            if not outcomes:
                failed.append(topic)
    print(f"\n{table(found)}")
    if failed:
        print(f"\nNot measured: {', '.join(failed)}. The reason stands above.")
        return 1
    if not asked.topics and not asked.tiny:
        RESULTS.write_text(results(found), encoding="utf-8")
    return 0


def _measured(topic: str, folder: str, *, tiny: bool) -> tuple[Outcome, ...]:
    """The outcomes of a topic; none where it failed."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.one_topic", topic, *(["--tiny"] if tiny else [])],
        env=_environment(folder),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        print(done.stderr, file=sys.stderr)
    return from_json(done.stdout.splitlines()[-1]) if done.returncode == 0 else ()


def _environment(folder: str) -> dict[str, str]:
    """No screen, settings and compiled modules of its own: as if the program had been started before."""
    taken_over = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    own = dict.fromkeys(("XDG_CONFIG_HOME", "APPDATA", "PYTHONPYCACHEPREFIX"), folder)
    return {**taken_over, **own, "QT_QPA_PLATFORM": "offscreen"}


if __name__ == "__main__":
    sys.exit(main())
