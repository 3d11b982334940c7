from benchmarks.machine import load, machine
from benchmarks.outcome import Outcome, from_json, to_json
from benchmarks.table import results, table

MET = Outcome(what="start", against="a bare window", goal="≤ 1.5 ×", measured="1.20 ×", met=True)
MISSED = Outcome(what="open", against="openpyxl", goal="≤ 0.5 ×", measured="0.70 ×", met=False)
OPEN = Outcome(what="size", against="–", goal="–", measured="3 MB", met=None)


def test_outcomes_survive_the_way_between_processes() -> None:
    assert from_json(to_json((MET, MISSED, OPEN))) == (MET, MISSED, OPEN)


def test_the_table_says_which_goals_are_met() -> None:
    lines = table((MET, MISSED, OPEN)).splitlines()
    assert [line.split("|")[-2].strip() for line in lines[2:]] == ["met", "not met", "–"]
    assert len(set(map(len, lines))) == 1


def test_the_results_name_the_versions_and_not_the_machine() -> None:
    text = results((MET,))
    assert f"Machine: {machine()}." in text
    assert "PySide6 6." in text
    assert load()[:24] in text  # the figure itself may have changed since
    assert "| start | a bare window | ≤ 1.5 × | 1.20 ×   | met |" in text
