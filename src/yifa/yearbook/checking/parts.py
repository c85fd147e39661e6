"""必备内容 — what a report of its kind must contain: the rule-of-law report's parts, the petition report's of Art. 41."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yifa.law.articles import cite
from yifa.yearbook.checking.claims import Finding, Kind, Sure
from yifa.yearbook.checking.document import Document

TITLE_LINES, TITLE_LENGTH = 6, 40
HEADINGS = re.compile(r"^\s*[一二三四五六七八九]、", re.MULTILINE)
RULE_OF_LAW_TITLE = re.compile(r"法治政府建设[^。]{0,12}报告|法治(?:政府)?建设(?:工作)?(?:年度)?报告")
PETITION_TITLE = re.compile(r"信访(?:工作)?(?:情况)?年度(?:工作)?(?:情况)?报告|年度?信访(?:工作)?情况(?:的)?报告")
RULES = "《法治政府建设与责任落实督察工作规定》第二十四条"


@dataclass(frozen=True, slots=True)
class Part:
    """必备部分 — what must be there, the words that show it, and the provision that asks for it."""

    name: str
    words: str
    basis: str


RULE_OF_LAW = (
    Part("推进法治政府建设的主要举措和成效", r"举措|成效|主要做法|工作开展情况|取得的?成绩", RULES),
    Part("存在的不足和原因", r"不足|存在的?(?:主要)?问题|短板|薄弱", RULES),
    Part("党政主要负责人履行推进法治建设第一责任人职责情况", r"第一责任人|主要负责人[^。]{0,12}履行", RULES),
    Part("下一年度推进法治政府建设的主要安排", r"下一步|下一年|明年|下步|工作计划|主要安排|工作打算|工作安排", RULES),
)
STATISTICS, FORWARDING, ADVICE = (str(cite(key)) for key in ("41.1(1)", "41.1(2)", "41.1(3)"))
PETITIONS = (
    Part("信访事项的数据统计", r"信访总量|件次|来信|来访", STATISTICS),
    Part("信访事项涉及领域", r"领域|方面的问题|内容分类", STATISTICS),
    Part("被投诉较多的机关、单位", r"投诉较多|被投诉|被反映较多|涉及较多的(?:机关|单位)", STATISTICS),
    Part("转送、交办、督办情况", r"(?=[\s\S]*(?:转送|转办))(?=[\s\S]*交办)(?=[\s\S]*督[办查])", FORWARDING),
    Part("改进工作、完善政策、追究责任的建议", r"改进工作|完善政策|追究责任|[三3]项建议", ADVICE),
    Part("建议被采纳情况", r"采纳", ADVICE),
)


def findings(document: Document) -> Iterator[Finding]:
    """The parts that a whole report of this kind lacks; of an extract nothing is said."""
    if len(HEADINGS.findall(document.text)) < 2:
        return
    required = RULE_OF_LAW if is_rule_of_law(document) else PETITIONS if _is_petition_report(document) else ()
    start = len(document.text) - len(document.text.lstrip())
    end = document.text.find("\n", start)
    for one in required:
        if not re.search(one.words, document.plain):
            yield Finding(
                Kind.PART,
                start,
                end if end > start else len(document.text),
                f"没有找到「{one.name}」：{one.basis}要求年度报告包括这一项",
                Sure.MIDDLE,
            )


def title_of(document: Document) -> str:
    """The first short lines, run together."""
    lines = [line.strip() for line in document.plain.split("\n") if line.strip()]
    short = []
    for line in lines[:TITLE_LINES]:
        if len(line) > TITLE_LENGTH or line.endswith("。"):
            break
        short.append(line)
    return re.sub(r"\s", "", "".join(short))


def is_rule_of_law(document: Document) -> str:
    """The title of a rule-of-law report; empty of another text."""
    title = title_of(document)
    return title if RULE_OF_LAW_TITLE.search(title) else ""


def _is_petition_report(document: Document) -> bool:
    return bool(PETITION_TITLE.search(title_of(document)))
