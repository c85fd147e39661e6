"""信访程序的其他经过 — histories that end without an opinion, or take a turn on the way to it."""

from dataclasses import replace

from draft import Draft
from matters import BY_TRACK, person

from histories.table import DIRECT, met
from yifa.law.acts import (
    AgreeReturn,
    Attach,
    Correct,
    Decline,
    Fulfil,
    Mediate,
    Notify,
    Object,
    RefuseReturn,
    Register,
    Resolve,
    Settle,
    SettleAcceptance,
    Transfer,
    Withdraw,
)
from yifa.law.organs import PETITIONER
from yifa.law.terms import Channel, Evidence, NoticeKind, SettleMode, Track


@met(60)
def mediated(d: Draft) -> None:
    """Agreed before an opinion was needed."""
    d.begin(Track.C6)
    d.notify()
    d.later(3, 30)
    sides = {"petitioner_consents": True, "other_party": person(d.chance), "other_party_consents": True}
    d.do(Mediate, d.handler, **sides, agreed=True, agreement="双方就补偿数额和支付时间达成一致")
    d.do(Resolve, d.home, evidence=Evidence.AGREEMENT)
    d.close(0.7)


@met(25)
def settled(d: Draft) -> None:
    """Settled by the parties themselves."""
    d.begin(Track.C6)
    d.notify()
    d.later(3, 30)
    d.do(Settle, d.handler, other_party=person(d.chance), voluntary=True, agreement="双方自行和解并书面确认")
    d.repeat(0.05)
    d.close(0.7)


@met(30)
def returned(d: Draft) -> None:
    """The organ objects, the office agrees and finds the right one."""
    d.begin(Track.C6)
    d.later(0, 2)
    right = d.banner.code("CGJ" if d.handler != d.banner.code("CGJ") else "ZJJ")
    d.do(Object, d.handler, reason="不属于本机关职权范围", suggested=right)
    d.later(1, 5)
    d.do(AgreeReturn, d.home, organ=d.handler, finding="经核实，异议成立")
    d.handler = right
    d.send(right)
    d.notify()
    d.look_into()
    d.decide()
    d.serve()


@met(10)
def bound(d: Draft) -> None:
    """The organ objects, the office does not agree."""
    d.begin(Track.C6)
    d.later(0, 2)
    d.do(Object, d.handler, reason="认为应由其他机关办理")
    d.later(1, 3)
    d.do(RefuseReturn, d.home, organ=d.handler, finding="经核实，属于该机关职权")
    d.notify()
    d.look_into()
    d.decide()
    d.serve()


@met(30)
def withdrawn(d: Draft) -> None:
    """Taken back."""
    d.begin(Track.C6)
    d.later(1, 20)
    d.do(Withdraw, PETITIONER, statement="问题已经协商，撤回信访请求")
    d.close()


@met(14)
def neglected(d: Draft) -> None:
    """Sent, and nothing heard of it since: a breach that grows."""
    d.begin(Track.C6)
    if d.likely(0.5):
        d.notify()


@met(30)
def twofold(d: Draft) -> None:
    """Two claims of different tracks, to two organs."""
    other = d.chance.choice(BY_TRACK[Track.C5])
    first = d.about(Track.C6)
    d.register(d.request(first), d.request(other))
    second = d.banner.code(other.organ) if other.organ else d.town
    if second == d.handler:
        second = d.banner.code("CGJ" if d.handler != d.banner.code("CGJ") else "ZJJ")
    d.send(d.handler, claims=("1",))
    d.do(Transfer, d.home, to=second, claims=("2",))
    d.notify(claims=("1",))
    d.do(Notify, second, claims=("2",))
    d.look_into("1")
    d.do(Fulfil, second, result="已立案查处并告知结果", basis_text="有关行政处罚的规定", claim="2")
    d.serve(second, "D-LX", "2")
    d.decide(claim="1")
    d.serve(paper="D27", claim="1")


@met(6)
def disputed(d: Draft) -> None:
    """Two organs are concerned; the government above both decides who takes it up."""
    d.begin(Track.C6)
    other = d.banner.code("CGJ" if d.handler != d.banner.code("CGJ") else "ZJJ")
    d.do(Transfer, d.home, to=other, claims=("1",), joint=True)
    d.later(1, 5)
    mode = {"mode": SettleMode.SUPERIOR, "reason": "两个机关对职权有争议"}
    d.do(SettleAcceptance, d.banner.code("ZF"), competent=d.handler, **mode)
    d.notify()
    d.look_into()
    d.decide()
    d.serve()


@met(10)
def passed_on(d: Draft) -> None:
    """The department passes it to the organ under it, which answers."""
    matter = d.about(Track.C6)
    while not matter.organ:
        matter = d.about(Track.C6)
    d.register(d.request(matter))
    d.send(d.handler)
    station = d.banner.code(f"{matter.organ}-ZX")
    d.later(1, 4)
    d.do(Transfer, d.handler, to=station)
    d.do(Notify, d.handler, kind=NoticeKind.PASSED, to=station)
    d.handler = station
    d.notify()
    d.look_into()
    d.decide()
    d.serve()


@met(10)
def turned_away_above(d: Draft) -> None:
    """While it is being handled in time it is brought to the city, which points back."""
    d.begin(Track.C6)
    d.later(1, 8)
    d.do(Notify, d.handler)
    d.later(3, 20)
    d.do(Attach, "S-XFJ", channel=Channel.VISIT, same="同一信访人的同一事项")
    d.do(Decline, "S-XFJ", handled_by=d.handler)
    d.look_into()
    d.decide()
    d.serve(paper="D27")


@met(10)
def corrected(d: Draft) -> None:
    """Somebody wrote down a wrong telephone number."""
    d.begin(Track.C6)
    first = d.acts[0]
    assert isinstance(first, Register)
    d.later(0, 3)
    d.do(Correct, d.home, target=0, reason="联系方式登记有误", right=replace(first, contact="13000000000"))
    d.notify()
    d.look_into()
    d.decide()
    d.serve()


@met(7, DIRECT)
def answered_in_town(d: Draft) -> None:
    """The town that received it has authority."""
    d.begin(Track.C6)
    d.notify()
    d.look_into()
    d.decide()
    d.serve()
    d.rate(0.5)
    d.close(0.4)


@met(3, DIRECT)
def mediated_in_town(d: Draft) -> None:
    """Agreed in the town."""
    mediated(d)


@met(2, DIRECT)
def pointed_elsewhere(d: Draft) -> None:
    """Another organ has authority: told which."""
    d.register(d.request(d.chance.choice(BY_TRACK[Track.C6]), classified=False))
    d.later(1, 8)
    d.do(Notify, d.home, kind=NoticeKind.ELSEWHERE, to=d.banner.code("ZJJ"))
    d.close(0.5)
