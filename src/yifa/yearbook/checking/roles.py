"""数字的角色 — what a number is there for, read from the words before it."""

import re
from enum import StrEnum


class Role(StrEnum):
    """角色 — of counts the first six, of percentages the others."""

    OWN = "本期数"
    WHOLE = "基数"
    PRIOR = "上期数"
    DIFFERENCE = "增减数"
    MEAN = "平均数"
    TIME = "时长"
    SHARE = "占比"
    RATE = "比率"
    RISE = "增长"
    FALL = "下降"
    BRACKET = "括号内百分比"
    OTHER = "其他"


RISES = "上升|增长|增加|提高|提升|上涨|攀升|增幅|涨幅|升幅|增多|上浮|递增|净增|增|升|多"
FALLS = "下降|减少|降低|回落|下滑|降幅|下跌|缩短|减幅|跌幅|锐减|骤降|减|降|少"
CHANGES = f"{RISES}|{FALLS}"
AFTER = r"(?:率|幅度|了|约|近|达|为|是|超过?|高达|的)*\s*$"
CHANGED = re.compile(rf"(?P<word>{CHANGES}){AFTER}")
SIGNED = re.compile(r"(?:同比|环比|同期|相比)[^，；。]{0,4}$")
FALL = re.compile(f"(?:{FALLS})")
PERIOD = "去年|上年|同期|上月|上周|上季|上期|上个月|前年|上一年|上一月|上一周|上一季|上半年同|上旬|前一[年月周]"
PRIOR = re.compile(rf"(?:{PERIOD})|[较比]\s*\d{{4}}\s*年")
COMPARING = re.compile(r"[较比与同（]")
"""Without one of these and without a number before it, 去年 only names the year that is told of."""
CARRIED = re.compile(r"结转|转入|未结|遗留|结存|积存|转接|转来|跨")
GROWS_TO = re.compile(r"[^，；。\d]{0,6}(?:增|升|提高|减|降|涨)[^，；。\d]{0,6}[到至]")
FROM = re.compile(r"(?:由|从)[^，；。]{0,14}$")
MEAN = re.compile(r"(?:日均|月均|周均|人均|件均|户均|年均|平均)")
SHARE = re.compile(r"占(?!用|地|领|有率|据|道|线)|比重|比例")
RATE = re.compile(r"率")
OF_WHOLE = re.compile(r"占(?!用|地|领|有率|据|道|线)[^占，；。]{0,16}$")
"""占信访总量1000件的…."""
OPENED = re.compile(r"^\s*（约?\s*$")
JOINED = re.compile(r"[、，和及与/\s]*(?:以及)?\s*")


def role_of(lead: str, unit: str, sign: str, rest: str, previous: Role | None) -> Role:
    """What a number of this unit is there for, after these words and another number."""
    clause = re.split(r"[，；：]", lead)[-1]
    if unit == "%":
        return _percentage(lead, clause, sign, previous)
    if unit == "个百分点":
        return Role.FALL if FALL.search(clause) else Role.RISE
    return _count(clause, unit, rest, lead, previous)


def _count(clause: str, unit: str, rest: str, lead: str, previous: Role | None) -> Role:
    if MEAN.search(clause):
        return Role.MEAN
    if unit in {"天", "小时", "分钟", "秒"}:
        return Role.TIME
    if CHANGED.search(clause):
        return Role.DIFFERENCE
    if OF_WHOLE.search(clause) and re.match(r"\s*(?:中?的|中)", rest):
        return Role.WHOLE
    chained = previous is Role.PRIOR and re.fullmatch(r"[、和及]", lead.strip())
    compared = previous or COMPARING.search(clause)
    earlier = PRIOR.search(clause) and not CARRIED.search(clause) and compared
    grown = FROM.search(clause) and GROWS_TO.match(rest)
    return Role.PRIOR if chained or earlier or grown else Role.OWN


CHANGING = {Role.RISE, Role.FALL}
PERCENTAGES = {Role.SHARE, Role.RATE, Role.RISE, Role.FALL, Role.BRACKET, Role.OTHER}


def _percentage(lead: str, clause: str, sign: str, previous: Role | None) -> Role:
    if previous in PERCENTAGES and JOINED.fullmatch(lead) and lead.strip() not in {"，", "；"}:
        return previous or Role.OTHER
    if previous is Role.WHOLE:
        return Role.SHARE
    if found := CHANGED.search(clause):
        return _direction(sign, found["word"])
    if SIGNED.search(clause):
        return Role.FALL if sign == "-" else Role.RISE if sign == "+" else Role.OTHER
    named = (
        (SHARE, clause, Role.SHARE),
        (RATE, clause, Role.RATE),
        (OPENED, clause, Role.BRACKET),
        (RATE, lead, Role.OTHER),
        (SHARE, lead, Role.SHARE),
    )
    return next((role for pattern, words, role in named if pattern.search(words)), Role.OTHER)


def _direction(sign: str, word: str) -> Role:
    return Role.FALL if FALL.fullmatch(word) or sign == "-" else Role.RISE
