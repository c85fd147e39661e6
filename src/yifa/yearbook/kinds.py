"""年度报告种类 — the two reports an office owes each year, and what the rules ask of each."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yifa.law.articles import cite

RULES = "《法治政府建设与责任落实督察工作规定》第二十四条（据转载）"
"""Read in reprints only, so it is no citation of ours."""


FIRST_YEAR = 2022
"""The Regulation is in force since then."""


class Kind(StrEnum):
    """报告种类 — by the word of the command and of the address."""

    RULE_OF_LAW = "rule-of-law"
    PETITIONS = "annual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """报告 — its paper in `law.notices`, what must be in it, and where its text must be before which day."""

    paper: str
    term: str
    parts: tuple[str, ...]
    """The words by which the headings of the required parts are known."""
    basis: str
    steps: tuple["Step", ...]


@dataclass(frozen=True, slots=True)
class Step:
    """报送、公布 — one duty with the finished report; `before`: month and day of the year after, none if not set."""

    name: str
    before: tuple[int, int] | None

    def due(self, year: int) -> date | None:
        """The last day on which it is still done in time: the day before the one named."""
        if self.before is None:
            return None
        return date.fromordinal(date(year + 1, *self.before).toordinal() - 1)


SENT, PUBLISHED = "报送", "公布"

FORMS: dict[Kind, Form] = {
    Kind.RULE_OF_LAW: Form(
        paper="D-LG",
        term="法治政府建设年度报告",
        parts=("举措和成效", "不足和原因", "第一责任人职责", "下一年度", "其他需要报告"),
        basis=RULES,
        steps=(Step(SENT, (3, 1)), Step(PUBLISHED, (4, 1))),
    ),
    Kind.PETITIONS: Form(
        paper="D-AR",
        term="信访情况年度报告",
        parts=("数据统计", "转送、交办、督办", "建议", "其他应当报告"),
        basis=str(cite("41.1")),
        steps=(Step(SENT, None),),
    ),
}
