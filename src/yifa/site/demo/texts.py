"""文字材料 — the topics of texts.toml: what is asked, stated and found, by track."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random

from yifa.law.terms import Outcome, Track


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """题材 — one kind of claim; its texts hold braces to be filled."""

    track: Track
    category: str
    organ: str
    asks: tuple[str, ...]
    facts: tuple[str, ...]
    found: tuple[str, ...]
    paths: tuple[str, ...] = ("",)
    basis: str = ""
    other: str = ""
    after: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """事由 — one topic with its braces filled: what this petitioner asks."""

    track: Track
    category: str
    organ: str
    ask: str
    facts: str
    found: str
    path: str
    basis: str
    other: str
    after: str
    result: str


@cache
def topics(track: Track) -> tuple[Topic, ...]:
    """The topics of one track."""
    return tuple(topic for topic in _read() if topic.track is track)


@cache
def _read() -> tuple[Topic, ...]:
    tables = tomllib.loads(files("yifa.site.demo").joinpath("texts.toml").read_text(encoding="utf-8"))
    return tuple(
        Topic(
            track=Track(table["track"]),
            category=table["category"],
            organ=table["organ"],
            asks=tuple(table["asks"]),
            facts=tuple(table["facts"]),
            found=tuple(table["found"]),
            paths=tuple(table.get("paths", ("",))),
            basis=table.get("basis", ""),
            other=table.get("other", ""),
            after=table.get("after", ""),
            result=table.get("result", ""),
        )
        for table in tables["topic"]
    )


def matter(rng: Random, topic: Topic, filled: Mapping[str, str], town: str) -> Matter:
    """What one petitioner asks within a topic; a town's own matters go to that town."""

    def one(texts: tuple[str, ...]) -> str:
        return rng.choice(texts).format_map(filled)

    return Matter(
        track=topic.track,
        category=topic.category,
        organ=town if topic.organ == "TOWN" else topic.organ,
        ask=one(topic.asks),
        facts=one(topic.facts),
        found=one(topic.found),
        path=rng.choice(topic.paths),
        basis=topic.basis,
        other=topic.other.format_map(filled),
        after=topic.after,
        result=topic.result,
    )


PROCEDURE = {
    Track.A: "按建议意见类事项研究论证，答复采纳情况（《信访工作条例》第二十九条）",
    Track.B: "按检举控告类事项依规依纪依法办理（第三十条）",
    Track.C1: "导入诉讼、检察、公安程序（第三十一条第一项）",
    Track.C2: "导入仲裁程序（第三十一条第二项）",
    Track.C3: "导入申诉、复审程序（第三十一条第三项）",
    Track.C4: "导入行政程序（第三十一条第四项）",
    Track.C5: "依法履行职责或者答复（第三十一条第五项）",
    Track.C6: "按信访程序办理，自受理之日起六十日内办结（第三十一条第六项、第三十四条）",
}
"""What a notice says of the procedure."""

OPINION = {
    Outcome.SUPPORT: "请求事实清楚，符合有关规定，予以支持，由责任单位限期落实。",
    Outcome.EXPLAIN: "请求事由合理但缺乏依据或者条件尚不具备，已向信访人解释说明，并列入后续工作。",
    Outcome.REJECT: "请求缺乏事实根据或者不符合有关规定，不予支持。",
}
STATEMENTS = (
    "信访人到场陈述，情况与来件一致，补充提交照片三张。",
    "电话听取陈述并作记录，信访人要求尽快答复。",
    "入户听取陈述，邻里两人在场。",
)
PROOFS = ("送达回证编号{n}", "信访人签收，回证存卷{n}", "邮政回执{n}")
SAME = ("与前次反映的事项、请求一致", "同一信访人就同一事项再次来访", "同一事项催办，未提出新的请求")
PLEDGES = ("信访人书面表示认可处理结果", "信访人在回访中确认问题已经解决，并签字")
