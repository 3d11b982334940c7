"""Every benchmark runs, at a size that says nothing of speed."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from benchmarks import __main__ as benchmarks
from benchmarks.size import TINY
from benchmarks.topics import TOPICS


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_can_be_measured(
    topic: str, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", str(tmp_path))
    outcomes = TOPICS[topic](TINY, tmp_path)
    assert outcomes
    for outcome in outcomes:
        assert isinstance(outcome.met, bool)
        assert all((outcome.what, outcome.against, outcome.goal, outcome.measured))


def test_a_paste_is_one_step_to_undo(tmp_path: Path, qapp: QApplication) -> None:
    (outcome,) = TOPICS["pasting"](TINY, tmp_path)
    assert outcome.what == "paste 80 cells, 1 undo step"


def test_each_topic_is_measured_in_a_process_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert benchmarks.main(["--tiny", "reading"]) == 0
    assert "read alone, typical workbooks" in capsys.readouterr().out


def test_a_topic_that_nobody_knows_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        benchmarks.main(["swimming"])
    assert "no such topic: swimming" in capsys.readouterr().err
