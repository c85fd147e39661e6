"""受理办理指标 — whether it was done in time, whether it settled the matter, and what the petitioners say."""

from collections.abc import Iterator

from django.db.models import Q

from yifa.law.articles import cite
from yifa.law.limits import DIRECT_NOTICE, DISPATCH, HANDLING, NOTICE, OBJECTION
from yifa.law.terms import Evidence, Score, Track
from yifa.records import tallies
from yifa.statistics.indicator import Indicator
from yifa.statistics.parts import Cut, Part, Plus, Source
from yifa.statistics.year import Year

HEADING = "受理办理"
RATING = "群众评价"
COHORT = "按法定末日计入年度；到期未办的计入分母，制表之日尚未到期的不计入"
NOTICES = (DIRECT_NOTICE.id, NOTICE.id)
RATED_TRACKS = ("", *(track.value for track in Track if track not in {Track.B, Track.C1}))
"""Claims open for rating: what went to the political-legal or the discipline organs is theirs to answer."""
SATISFIED = (Score.SATISFIED.value, Score.FAIRLY.value)
SCORES = tuple(score.value for score in Score)


def _judged(year: Year) -> Q:
    """What can be called kept or late on that day: a provisional last day may still move, one to come is not past."""
    past = Q(due__lt=year.on) | Q(done=True)
    return past & (Q(provisional=False) | Q(kept=True))


CLOCKS = Source(tally=tallies.CLOCKS, base=_judged)
ENDED = Source(tally=tallies.ENDED)
SENT = Source(tally=tallies.SENT)


def indicators() -> Iterator[Indicator]:
    """In the order a report prints them."""
    yield Indicator(
        name="office_acceptance_rate",
        term="信访部门及时受理率",
        heading=HEADING,
        n=_clocks(DISPATCH.id, kept=True),
        d=_clocks(DISPATCH.id),
        note=f"十五日内分流的诉求／应当分流的诉求。{COHORT}",
        cite=cite("22.1"),
    )
    # Of a handling taken back before the notice fell due only the objection's clock is left, after it the notice's too.
    back = Cut(source=CLOCKS, where={"limit": (OBJECTION.id,), "returned": (True,)})
    yield Indicator(
        name="organ_acceptance_rate",
        term="责任单位及时受理率",
        heading=HEADING,
        n=Plus(_clocks(*NOTICES, kept=True), Cut(source=CLOCKS, where={"returned": (True,)})),
        d=Plus(_clocks(*NOTICES), back),
        note="十五日内书面告知的／应当告知的；五个工作日内提出异议、经同意退回的视为及时，"
        f"到期前退回、转出以及姓名住址不清的不应告知。{COHORT}",
        cite=cite("23"),
    )
    handled = _clocks(HANDLING.id)
    yield Indicator(
        name="completion_rate",
        term="按期办结率",
        heading=HEADING,
        n=_clocks(HANDLING.id, kept=True),
        d=handled,
        note=f"限内（含依法延期）作出处理意见或者办结的／按信访程序办理的诉求；先后由几个机关承办的，各机关的期限各计一次。{COHORT}",
        cite=cite("34"),
    )
    yield Indicator(
        name="extension_rate",
        term="延期率",
        heading=HEADING,
        n=Cut(source=CLOCKS, where={"limit": (HANDLING.id,), "prolonged": (True,)}),
        d=handled,
        note=f"经批准延期的／按信访程序办理的诉求。{COHORT}",
        cite=cite("34"),
    )
    settled = {"resolved": tuple(one.value for one in Evidence), "repeated": (False,)}
    yield Indicator(
        name="one_time_resolution_rate",
        term="一次性化解率",
        heading=HEADING,
        n=Cut(source=ENDED, where=settled),
        d=Cut(source=ENDED),
        note="初次信访诉求中办结后有化解依据（协议、评价满意、息诉承诺、请求已落实）且此后没有重复信访的／"
        "初次信访诉求办结的。按办结之日计入年度；以制表之日在案的记录为准",
        cite=cite("37.1"),
    )
    yield from _ratings("office", "信访部门", SENT, "rated_office", "已分流的诉求，按分流之日计入年度")
    yield from _ratings("organ", "有权处理机关", ENDED, "rated_organ", "已办结的诉求，按办结之日计入年度")


def _clocks(*limits: str, kept: bool = False) -> Cut:
    return Cut(source=CLOCKS, where={"limit": limits, "kept": (True,)} if kept else {"limit": limits})


def _ratings(name: str, body: str, source: Source, column: str, cohort: str) -> Iterator[Indicator]:
    """参评率 and 满意率 of the same claims, so that one's numerator is the other's denominator."""

    def rated(*scores: str) -> Part:
        return Cut(source=source, where={"track": RATED_TRACKS} | ({column: scores} if scores else {}))

    left_out = "已转政法、纪检监察机关的类别（诉讼程序类、检举控告类）不计入"
    yield Indicator(
        name=f"{name}_participation_rate",
        term=f"参评率（{body}）",
        heading=RATING,
        n=rated(*SCORES),
        d=rated(),
        note=f"已评价的／可评价的：{cohort}；{left_out}",
        cite=cite("21.2"),
    )
    yield Indicator(
        name=f"{name}_satisfaction_rate",
        term=f"满意率（{body}）",
        heading=RATING,
        n=rated(*SATISFIED),
        d=rated(*SCORES),
        note=f"评价为满意、基本满意的／已评价的；未评价的不算满意。{cohort}；{left_out}",
        cite=cite("21.2"),
    )
