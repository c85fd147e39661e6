"""Who may do which act."""

from datetime import date

import pytest

from yifa.law import acts
from yifa.law.acts import ACTS
from yifa.law.organs import PETITIONER, Organ
from yifa.law.terms import Mover, OrganKind, RatedBody, Score
from yifa.organs.directory import load
from yifa.organs.roles import ROLES_FOR_ACT, Role, may_do, why_not

DAY = date(2025, 6, 1)


def test_every_act_has_somebody_to_do_it():
    assert set(ROLES_FOR_ACT) == set(ACTS.values())
    assert all(ROLES_FOR_ACT.values())


def test_the_operator_does_no_act_and_everybody_else_does_some():
    assert frozenset().union(*ROLES_FOR_ACT.values()) == set(Role) - {Role.OPERATOR}


def test_the_petitioners_acts_are_written_down_by_the_registrar():
    for kind, roles in ROLES_FOR_ACT.items():
        if kind.mover is Mover.PETITIONER:
            assert roles == {Role.REGISTRAR}, kind


@pytest.mark.parametrize(
    ("role", "may", "may_not"),
    [
        (
            Role.REGISTRAR,
            [acts.Register, acts.Attach, acts.Rate, acts.Serve, acts.TransferSealed],
            [acts.Classify, acts.HandlingOpinion],
        ),
        (Role.SCREENER, [acts.Classify, acts.Transfer, acts.TransferSealed], [acts.Register, acts.Extend]),
        (Role.HANDLER, [acts.Register, acts.Accept, acts.HandlingOpinion], [acts.TransferSealed, acts.Extend]),
        (Role.HEAD, [acts.Extend, acts.Recuse, acts.HandlingOpinion], [acts.Register, acts.Investigate]),
        (Role.LEAD, [acts.Mediate, acts.OfferHelp, acts.FollowUp], [acts.Extend, acts.HandlingOpinion]),
        (Role.OFFICE, [acts.AppointLead, acts.TakeConferenceMeasure], [acts.Register, acts.Supervise]),
        (Role.INSPECTOR, [acts.Supervise, acts.Recommend], [acts.Register, acts.HandlingOpinion]),
    ],
)
def test_what_each_role_may_do(hire, role, may, may_not):
    person = hire("office", role)
    assert [kind for kind in may if not may_do(person, kind)] == []
    assert [kind for kind in may_not if may_do(person, kind)] == []


def test_several_roles_add_up(hire):
    person = hire("town", Role.REGISTRAR, Role.HEAD)
    assert may_do(person, acts.Register)
    assert may_do(person, acts.Extend)


def test_the_reason_says_whose_work_it_is(hire):
    assert (
        why_not(hire("office", Role.REGISTRAR, name="张三"), acts.Extend) == "「延期」由负责人办理；张三的角色是登记员"
    )


def test_who_has_left_does_nothing(hire):
    person = hire("office", Role.REGISTRAR, name="张三")
    person.active = False
    assert why_not(person, acts.Register) == "张三已不在岗，不能办理"


def test_one_acts_in_the_name_of_the_own_organ_only(hire):
    person = hire("town", Role.HANDLER, name="张三")
    assert may_do(person, acts.SignFor(on=DAY, by="town"))
    assert why_not(person, acts.SignFor(on=DAY, by="land")) == "张三在河口镇工作，不能以示范旗自然资源局的名义办理"


def test_on_the_petitioners_behalf_with_the_officer_named(hire):
    person = hire("office", Role.REGISTRAR, name="张三")
    rating = {"on": DAY, "of": RatedBody.OFFICE, "score": Score.SATISFIED, "by": PETITIONER}
    assert may_do(person, acts.Rate(**rating, officer="张三"))
    assert why_not(person, acts.Rate(**rating)) == "代信访人登记「评价」的，须写明经办人"
    assert "不能以" in why_not(person, acts.Rate(**rating | {"by": "land"}, officer="张三"))


def test_the_office_of_its_level_keeps_the_conferences_business(hire):
    load([Organ(code="other-conference", name="邻旗联席会议", kind=OrganKind.JOINT_CONFERENCE, superiors=("other",))])
    measure = {"on": DAY, "kind": "约谈", "to": "town", "reason": "逾期"}
    person = hire("office", Role.OFFICE)
    assert may_do(person, acts.TakeConferenceMeasure(by="conference", **measure))
    assert not may_do(person, acts.TakeConferenceMeasure(by="other-conference", **measure))
    assert not may_do(hire("water", Role.HEAD), acts.TakeConferenceMeasure(by="conference", **measure))
    assert not may_do(hire("region-office", Role.HEAD), acts.TakeConferenceMeasure(by="conference", **measure))
