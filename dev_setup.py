"""Provide what Milepost needs: system packages, the virtual environment, the locked dependencies."""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
RUN_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What Qt loads on Linux, and the Debian package that holds it."""

FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
FONT_PACKAGE = "fonts-dejavu-core"
OFFICE, OFFICE_PACKAGE = "soffice", "libreoffice-calc"
OFFICE_WAIT = "300"
"""Seconds that fetching the office suite may take."""

NO_OFFICE = (
    f"LibreOffice is not here: its reading of edited workbooks is NOT CHECKED (install {OFFICE_PACKAGE})"
)


class SetUpError(Exception):
    """Something is missing that only the person at the machine can provide; the text says what."""


def say(text: str) -> None:
    """Print a line at once, so that it stands before the output of the step that follows."""
    print(text, flush=True)


def call(*command: str | Path, **environment: str) -> int:
    """Run a command in the project's folder and return its exit status."""
    return subprocess.call([str(part) for part in command], cwd=ROOT, env=os.environ | environment)


def loads(library: str) -> bool:
    """Whether the system finds and loads a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_fonts(folders: Iterable[Path] = FONT_FOLDERS) -> bool:
    """Whether any font is installed; without one Qt draws boxes for letters."""
    kinds = {".ttf", ".otf", ".ttc", ".pfb"}
    return any(file.suffix.lower() in kinds for folder in folders for file in folder.rglob("*"))


def missing_packages() -> list[str]:
    """Return the Debian packages that this Linux machine lacks; empty elsewhere."""
    if not sys.platform.startswith("linux"):
        return []
    packages = [package for library, package in QT_LIBRARIES.items() if not loads(library)]
    if not has_fonts():
        packages.append(FONT_PACKAGE)
    if find_spec("ensurepip") is None and not environment_works():
        packages.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return packages


def missing_build_packages() -> list[str]:
    """Return the Debian packages that making the program needs on top; empty off Linux."""
    if not sys.platform.startswith("linux"):
        return []
    shared = sysconfig.get_config_var("INSTSONAME")
    packages = [] if shutil.which("objdump") else ["binutils"]
    if not loads(shared) and not Path(sysconfig.get_config_var("LIBDIR"), shared).exists():
        packages.append(f"libpython{sys.version_info.major}.{sys.version_info.minor}")
    return packages


def administrator_prefix() -> list[str] | None:
    """Return what goes before a command to run it as root without a question; None if nothing does."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.call([sudo, "-n", "true"], stderr=subprocess.DEVNULL) == 0:
        return [sudo, "-n"]
    return None


def provide_packages(packages: list[str]) -> None:
    """Install what the machine lacks, where that needs no password; else tell the line to run."""
    if not packages:
        return
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        raise SetUpError(f"System packages are missing. Install what Debian calls: {names}")
    by_hand = f"    sudo apt-get update && sudo apt-get install -y {names}"
    prefix = administrator_prefix()
    if prefix is None:
        raise SetUpError(f"System packages are missing. Run this line, then try again:\n{by_hand}")
    say(f"Installing system packages: {names}")
    if not install_packages(prefix, packages):
        raise SetUpError(f"The system packages could not be installed. Run this line to see why:\n{by_hand}")


def install_packages(prefix: list[str], packages: list[str]) -> bool:
    """Install Debian packages, with a fresh list of them where the one at hand will not do."""
    path = f"PATH={os.environ.get('PATH', os.defpath)}:/usr/sbin:/sbin"
    apt = (*prefix, "env", path, "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq")
    install = (*apt, "install", "-y", "--no-install-recommends", *packages)
    return call(*install) == 0 or (call(*apt, "update") == 0 and call(*install) == 0)


def provide_office() -> bool:
    """Have the office suite whose reading the tests compare with; where it can't be had, say so and go on."""
    if shutil.which(OFFICE):
        return True
    if sys.platform.startswith("linux") and shutil.which("apt-get"):
        prefix = administrator_prefix()
        if prefix is not None:
            say(f"Installing {OFFICE_PACKAGE}, with which the tests read edited workbooks")
            if fetch_office(prefix) and install_packages(prefix, [OFFICE_PACKAGE]):
                return True
    say(f"*** {NO_OFFICE}")
    return False


def fetch_office(prefix: list[str]) -> bool:
    """Download it within a time limit, which does no harm; to break off an installation would."""
    apt = (*prefix, "timeout", OFFICE_WAIT, "apt-get", "-qq")
    fetch = (*apt, "install", "-y", "--download-only", "--no-install-recommends", OFFICE_PACKAGE)
    return call(*fetch) == 0 or (call(*apt, "update") == 0 and call(*fetch) == 0)


def stamp_text(lock: Path) -> str:
    """What must be unchanged for an environment to be still the right one."""
    return (
        f"{sys.version_info.major}.{sys.version_info.minor} {hashlib.sha256(lock.read_bytes()).hexdigest()}"
    )


def is_ready(lock: Path) -> bool:
    """Whether the environment holds what the lock asks for."""
    stamp = VENV / f"{lock.stem}.stamp"
    return PYTHON.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == stamp_text(lock)


def environment_works() -> bool:
    """Whether the environment's Python starts, has pip and is of the version that runs this."""
    question = f"import pip, sys; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"
    return (
        PYTHON.exists()
        and subprocess.call([PYTHON, "-c", question], stderr=subprocess.DEVNULL, cwd=ROOT) == 0
    )


def base_python() -> str | Path:
    """Return the installed Python that runs this; it does not know itself where PATH is not set."""
    return getattr(sys, "_base_executable", "") or sys.executable or Path("/proc/self/exe").resolve()


def make_environment() -> None:
    """Make .venv anew with the Python that runs this."""
    say("Making the virtual environment .venv")
    if call(base_python(), "-m", "venv", "--clear", VENV):
        raise SetUpError("The virtual environment .venv could not be made; the lines above say why.")


def prepare(lock: Path) -> None:
    """Bring machine and environment to what the lock asks for; quick when they are there already."""
    provide_packages(missing_packages())
    if is_ready(lock):
        return
    if not environment_works():
        make_environment()
    say(f"Installing the dependencies of {lock.name}")
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    if call(*pip, "--require-hashes", "--only-binary", ":all:", "-r", lock):
        raise SetUpError("The dependencies could not be installed. Check the network, then try again.")
    for held in {lock, RUN_LOCK}:
        (VENV / f"{held.stem}.stamp").write_text(stamp_text(held), encoding="utf-8")
