"""The developer's command: what it decides before it touches the machine."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

import dev
import dev_setup


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an empty place for the virtual environment and the lock."""
    monkeypatch.setattr(dev_setup, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev_setup, "PYTHON", tmp_path / ".venv" / "python")
    (tmp_path / ".venv").mkdir()
    (tmp_path / "requirements.lock").write_text("openpyxl==3.1.5\n", encoding="utf-8")
    return tmp_path


def written(messages: pytest.CaptureFixture[str]) -> str:
    return messages.readouterr().out


def test_an_environment_is_ready_only_with_its_python_and_the_stamp_of_its_lock(environment: Path) -> None:
    lock, stamp = environment / "requirements.lock", environment / ".venv" / "requirements.stamp"
    assert not dev_setup.is_ready(lock)
    stamp.write_text(dev_setup.stamp_text(lock), encoding="utf-8")
    assert not dev_setup.is_ready(lock)
    dev_setup.PYTHON.touch()
    assert dev_setup.is_ready(lock)
    lock.write_text("openpyxl==3.1.6\n", encoding="utf-8")
    assert not dev_setup.is_ready(lock)


def test_an_environment_without_a_python_does_not_work(environment: Path) -> None:
    assert environment.exists()
    assert not dev_setup.environment_works()


def test_the_python_that_runs_this_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev_setup, "PYTHON", Path(sys.executable))
    assert dev_setup.environment_works()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there a Python may not know its place")
def test_a_python_that_does_not_know_its_place_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    known = dev_setup.base_python()
    monkeypatch.setattr(sys, "_base_executable", "")
    monkeypatch.setattr(sys, "executable", "")
    assert Path(dev_setup.base_python()).samefile(known)


def test_fonts_are_found_by_their_kind(tmp_path: Path) -> None:
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype" / "readme.txt").touch()
    assert not dev_setup.has_fonts([tmp_path, tmp_path / "absent"])
    (tmp_path / "truetype" / "Sans.TTF").touch()
    assert dev_setup.has_fonts([tmp_path])


def test_a_library_that_nobody_has_does_not_load() -> None:
    assert not dev_setup.loads("libmilepost-of-nobody.so.1")


def test_what_does_not_load_is_named_by_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev_setup, "loads", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(dev_setup, "has_fonts", lambda: False)
    monkeypatch.setattr(dev_setup, "find_spec", lambda _: None)
    monkeypatch.setattr(dev_setup, "environment_works", lambda: False)
    venv = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    assert dev_setup.missing_packages() == ["libegl1", "fonts-dejavu-core", venv]


def test_windows_needs_no_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert dev_setup.missing_packages() == []
    assert dev_setup.missing_build_packages() == []


def test_a_python_without_its_library_cannot_be_frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("sysconfig.get_config_var", lambda name: f"no-{name.lower()}")
    monkeypatch.setattr("shutil.which", lambda _: None)
    library = f"libpython{sys.version_info.major}.{sys.version_info.minor}"
    assert dev_setup.missing_build_packages() == ["binutils", library]


def test_who_may_not_install_is_told_the_one_line_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(dev_setup, "administrator_prefix", lambda: None)
    with pytest.raises(dev_setup.SetUpError, match=r"sudo apt-get update && .* install -y libegl1 libgl1$"):
        dev_setup.provide_packages(["libegl1", "libgl1"])


def test_without_apt_the_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(dev_setup.SetUpError, match="libegl1"):
        dev_setup.provide_packages(["libegl1"])


def test_the_list_of_packages_is_fetched_only_where_the_one_at_hand_will_not_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def call(*command: str) -> int:
        asked.append("update" if "update" in command else "install")
        return 100 if asked == ["install"] else 0

    monkeypatch.setattr(dev_setup, "call", call)
    assert dev_setup.install_packages([], ["libegl1"])
    assert asked == ["install", "update", "install"]
    assert dev_setup.install_packages([], ["libegl1"])
    assert asked[3:] == ["install"]


@pytest.mark.parametrize(
    ("may_install", "succeeds", "commands"),
    [
        (True, True, ["fetch", "install"]),
        (True, False, ["fetch", "update"]),
        (False, False, []),
    ],
)
def test_an_office_suite_is_installed_where_it_may_be_and_missed_aloud(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    commands: list[str],
    *,
    may_install: bool,
    succeeds: bool,
) -> None:
    asked: list[str] = []

    def call(*command: str) -> int:
        kinds = {"--download-only": "fetch", "update": "update"}
        asked.append(next((kind for word, kind in kinds.items() if word in command), "install"))
        return int(not succeeds)

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("shutil.which", lambda name: None if name == "soffice" else f"/usr/bin/{name}")
    monkeypatch.setattr(dev_setup, "administrator_prefix", lambda: [] if may_install else None)
    monkeypatch.setattr(dev_setup, "call", call)
    assert dev_setup.provide_office() is succeeds
    assert asked == commands
    assert ("NOT CHECKED" in written(capsys)) is not succeeds


def test_an_office_suite_that_is_there_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    assert dev_setup.provide_office()


@pytest.mark.parametrize(("area", "share"), [("domain", 100), ("workbook", 100), ("grid", 90), ("ui", 90)])
def test_each_area_has_its_own_gate(area: str, share: int) -> None:
    (gate,) = dev.coverage_gates([area])
    assert f"--include=desktop/{area}/*" in gate
    assert f"--fail-under={share}" in gate


def test_a_screen_is_needed_only_on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert not dev.has_screen()
    monkeypatch.setenv("DISPLAY", ":0")
    assert dev.has_screen()
    monkeypatch.delenv("DISPLAY")
    monkeypatch.setattr(sys, "platform", "win32")
    assert dev.has_screen()


def test_without_a_screen_run_shows_how_to_get_a_picture(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "prepare", lambda _: None)
    monkeypatch.setattr(dev, "has_screen", lambda: False)
    assert dev.main(["run"]) == 1
    assert "python dev.py picture" in written(capsys)


def test_what_only_the_person_can_provide_is_said_plainly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def prepare(_: Path) -> None:
        message = "System packages are missing."
        raise dev_setup.SetUpError(message)

    monkeypatch.setattr(dev, "prepare", prepare)
    assert dev.main(["test"]) == 1
    assert written(capsys) == "System packages are missing.\n"


def test_an_old_python_is_turned_away(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    assert dev.main(["test"]) == 1
    assert "Python 3.11" in written(capsys)


def test_output_is_passed_on_and_its_last_line_kept(capfd: pytest.CaptureFixture[str]) -> None:
    speak = "print('first'); print('3 passed in 0.1s'); print(); raise SystemExit(5)"
    assert dev.pass_on((sys.executable, "-c", speak)) == (5, "3 passed in 0.1s")
    assert "first" in capfd.readouterr().out


def test_every_check_runs_and_the_tests_count_stands_last(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[str] = []

    def pass_on(command: dev.Command) -> tuple[int, str]:
        ran.append(" ".join(str(part) for part in command[2:4]))
        return int("mypy" in command), "7 passed in 1s" if "pytest" in command else "fine"

    monkeypatch.setattr(dev, "prepare", lambda _: None)
    monkeypatch.setattr(dev, "provide_office", lambda: False)
    monkeypatch.setattr(dev, "pass_on", pass_on)
    assert dev.main(["test"]) == 1
    assert ran[:4] == ["ruff format", "ruff check", "mypy", f"{dev.LINT_IMPORTS} --no-logo"]
    assert ran[-1] == "coverage report"
    lines = written(capsys).splitlines()
    assert "Types      FAILED" in lines
    assert "Tests      passed" in lines
    assert lines[-2] == f"*** {dev_setup.NO_OFFICE}"
    assert lines[-1] == "7 passed in 1s"


@pytest.mark.skipif(os.name == "nt", reason="a bash script")
def test_continuous_integration_calls_the_same_command() -> None:
    script = (dev_setup.ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert 'exec "$python" dev.py test' in script


@pytest.mark.parametrize("lock", [dev_setup.RUN_LOCK, dev_setup.DEV_LOCK])
def test_locks_pin_by_hash_and_name_no_place(lock: Path) -> None:
    for line in lock.read_text(encoding="utf-8").splitlines():
        assert line.startswith("    --hash=sha256:") or "==" in line
        assert "://" not in line
