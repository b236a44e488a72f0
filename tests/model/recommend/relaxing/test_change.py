"""The answers that can be changed."""

from __future__ import annotations

from wizard.model.ec2.launch import Launch, Tenancy
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.relaxing.change import about_launch, about_today
from wizard.model.recommend.size_of_today import MEASURES, SizeOfToday


def test_todays_size_can_be_taken_back_where_other_answers_stand_in_its_place(knowledge: Knowledge) -> None:
    instance_type = knowledge.catalog.get("r4.16xlarge")
    assert instance_type
    needs = Needs(today=SizeOfToday.of(instance_type, MEASURES))
    (change,) = about_today(needs, ())
    assert (change.answer, change.instead) == ("same-size", "no")
    assert change.relax(needs).today is None
    assert list(about_today(needs, (change,))) == []
    assert list(about_today(Needs(), ())) == []


def test_an_option_of_the_launch_can_be_taken_back() -> None:
    needs = Needs(request=Launch(tenancy=Tenancy.HOST, free_plan=True))
    changes = list(about_launch(needs))
    assert [change.answer for change in changes] == ["tenancy", "free-plan"]
    assert changes[0].relax(needs).request == Launch(free_plan=True)
