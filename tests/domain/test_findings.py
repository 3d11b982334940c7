from desktop.domain.findings import Severity


def test_severities_have_letters_and_the_gravest_comes_first() -> None:
    assert [severity.letter for severity in sorted(Severity, key=lambda each: each.rank)] == ["E", "Q", "A"]
