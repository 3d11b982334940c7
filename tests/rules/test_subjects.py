from desktop.rules.plan_parts import numbered, same_texts, strand
from desktop.rules.subjects import name
from tests.domain.build import contents, milestone


def test_groups_of_milestones_have_names() -> None:
    plan = contents(
        milestone("One", strand="6. Finance"),
        milestone("One", strand="6. Data", row=6, project_row=5),
        milestone("Two", strand="", row=7, project_row=5),
    ).milestones
    assert [name(one) for each in plan for one in strand((each,))] == ["6. Finance", "6. Data", "Plan"]
    assert [name(shared) for shared in numbered(plan[:2])] == ["6. Data"]
    assert [name(same) for same in same_texts(plan[:2])] == ["6B"]
