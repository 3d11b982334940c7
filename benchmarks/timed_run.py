"""Runs a command and prints how long it took, and the memory of its largest process.

    python -m benchmarks.timed_run COMMAND...

A process of its own, and a small one: the system counts for a command what the process that starts it holds.
"""

from __future__ import annotations

import subprocess
import sys
import time

_KIB = 1024


def main(command: list[str]) -> int:
    """Print seconds and MB (0 on a system that does not say), and pass the command's exit status on."""
    start = time.perf_counter()
    status = subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    ).returncode
    print(time.perf_counter() - start, _peak())
    return status


def _peak() -> float:
    if sys.platform == "win32":
        return 0.0
    import resource

    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss  # of children's children, too
    return peak / (_KIB if sys.platform.startswith("linux") else _KIB * _KIB)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
