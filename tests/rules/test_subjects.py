from desktop.rules.plan_parts import numbered, same_texts, strand
from desktop.rules.subjects import name
from tests.domain.build import contents, milestone
from tests.rules.speaking import finding


def test_a_long_name_is_cut_short_with_a_sign() -> None:
    action = "13. Audit effectiveness/ evidence for all Edge of Care services and those that lead there"
    found = finding("PLN-001", milestone(status="", ref="", project=action))
    assert found.subject == "13. Audit effectiveness/ evidence for all Edge of Care …"


def test_groups_of_milestones_have_names() -> None:
    plan = contents(
        milestone("One", strand="6. Finance"),
        milestone("One", strand="6. Data", row=6, project_row=5),
        milestone("Two", strand="", row=7, project_row=5),
    ).milestones
    assert [name(one) for each in plan for one in strand((each,))] == ["6. Finance", "6. Data", "Plan"]
    assert [name(shared) for shared in numbered(plan[:2])] == ["6. Data"]
    assert [name(same) for same in same_texts(plan[:2])] == ["6B"]
