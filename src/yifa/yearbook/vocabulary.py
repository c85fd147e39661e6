"""可用变量 — what `{{…}}` may stand for in a report's template and narratives: `{{信访总量}}`, `{{信访总量.同比}}`."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches

from yifa.papers.wording import VARIABLE
from yifa.programme.models import PlanKind, TrainingScope
from yifa.statistics import INDICATORS
from yifa.yearbook.figures import Figure, Origin
from yifa.yearbook.ledgers import COUNTS, Said
from yifa.yearbook.marked import mark

WRITTEN, BY_HAND = "撰写：", f"{Origin.BY_HAND}："
PLAIN = ("机关", "年度", "上年度", "下年度", "统计期间", "比较基期")
"""Words, not figures."""
LISTS = (
    "首次党组会",
    "主持会议",
    "下年度责任事项",
    "人工填报数字",
    "对外培训",
    *(f"文件：{kind}" for kind in PlanKind),
    *(f"培训：{scope}" for scope in TrainingScope),
)
ROUNDED = {"约十": 10, "约百": 100, "约千": 1000}
SPLIT = {one.term for one in INDICATORS.values() if one.split}
TERMS = (*(one.term for one in INDICATORS.values()), *(one.term for one in COUNTS.values()))


def whole(figure: Figure) -> str:
    """936件次, 92.11%（875/950）; of nothing to divide by, that there is nothing."""
    if not figure.value:
        return f"无（{figure.fraction}）"
    return f"{figure.value}{figure.unit}" + (f"（{figure.fraction}）" if figure.d is not None else "")


def _before(figure: Figure) -> str:
    if not figure.before:
        return f"无（{figure.before_fraction or '没有记录'}）"
    return f"{figure.before}{figure.unit}" + (f"（{figure.before_fraction}）" if figure.before_d is not None else "")


def _rounded(figure: Figure, step: int) -> str:
    """400余人次: rounded down; exact where nothing is cut off."""
    if figure.d is not None or figure.n < step or figure.n % step == 0:
        return whole(figure)
    return f"{figure.n - figure.n % step}余{figure.unit}"


WAYS: dict[str, Callable[[Figure], str]] = {
    "": whole,
    "数": lambda one: one.value or "无",
    "上年": _before,
    "同比": lambda one: one.change,
    **{name: lambda one, step=step: _rounded(one, step) for name, step in ROUNDED.items()},  # type: ignore[misc]
}
"""How a figure is printed, by what follows the point of its variable."""
PARTS = "分列"
ABOUT = {
    "": "数值和单位；比率连同分子、分母",
    "数": "只有数值",
    "上年": "上年同期的数值",
    "同比": "与上年同期相比",
    "约十": "取整，如140余人",
    "约百": "取整，如400余人次",
    "约千": "取整，如1000余次",
    PARTS: "分列各项，由多到少",
}


def problems(names: Iterable[str]) -> Iterator[str]:
    """模板问题 — every variable there is none of, by its name."""
    for name in names:
        term, _, way = name.partition(".")
        if name.startswith((WRITTEN, BY_HAND)) or name in PLAIN:
            continue
        if term in LISTS:
            known = way in {"", *ROUNDED}
        else:
            known = term in TERMS and (way in WAYS or (way == PARTS and term in SPLIT))
        if not known:
            close = get_close_matches(term, [*TERMS, *LISTS, *PLAIN], n=1, cutoff=0.4) if term not in TERMS else []
            near = f"，是不是「{close[0]}」" if close else ""
            how = f"；「{term}」没有「.{way}」的写法" if term in {*TERMS, *LISTS} else ""
            yield f"「{{{{{name}}}}}」不是可用的变量{near}{how}"


class Vocabulary:
    """变量取值 — the words of one office's year, every number marked with its figure."""

    def __init__(self, plain: Mapping[str, str], figures: Iterable[Figure], lists: Mapping[str, Said]) -> None:
        self.figures = {one.name: one for one in figures}
        self._plain, self._lists = plain, lists
        self._terms = {one.term: one for one in self.figures.values()}
        told = (piece for said in lists.values() for piece in said if isinstance(piece, Figure))
        self.figures |= {one.name: one for one in told}

    def value(self, name: str) -> str:
        """What a variable stands for; nothing where the year has nothing to tell."""
        if name in self._plain:
            return self._plain[name]
        term, _, way = name.partition(".")
        if term in self._lists:
            put = WAYS[way]
            return "".join(mark(one.name, put(one)) if isinstance(one, Figure) else one for one in self._lists[term])
        figure = self._terms.get(term)
        if figure is None:
            return ""
        if way == PARTS:
            return self._parts(figure)
        return mark(figure.name, WAYS[way](figure))

    def put(self, text: str) -> str:
        """A text with its variables in place; what is none stays to be seen."""
        return VARIABLE.sub(lambda found: found[0] if any(problems([found[1]])) else self.value(found[1]), text)

    def _parts(self, of: Figure) -> str:
        """农村农业235件，城乡建设187件…: what has none is left out."""
        parts = [one for one in self.figures.values() if one.whole == of.name and one.n]
        named = ((re.sub(r"^[^：]*：(?:C\d-\d+ )?", "", one.term), one) for one in parts)
        return "，".join(f"{term}{mark(one.name, whole(one))}" for term, one in named)
