"""One topic in a process of its own, so that none pays for the memory of another.

    python -m benchmarks.one_topic TOPIC [--tiny]

Its outcomes stand in the last line of what it prints.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.outcome import to_json
from benchmarks.size import FULL, TINY
from benchmarks.topics import TOPICS


def main(topic: str, size: str = "") -> None:
    """Measure, and print the outcomes."""
    with tempfile.TemporaryDirectory() as folder:
        print(to_json(TOPICS[topic](TINY if size == "--tiny" else FULL, Path(folder))))


if __name__ == "__main__":
    main(*sys.argv[1:])
