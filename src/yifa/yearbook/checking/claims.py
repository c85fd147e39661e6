"""论断与问题 — what a text claims and how it was judged; what is wrong, why that may be, and how sure we are."""

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """种类 — what is claimed, or what is wrong with the text itself."""

    SUM = "sum"
    SHARE = "share"
    RATE = "rate"
    CHANGE = "change"
    FEASIBLE = "feasible"
    MEAN = "mean"
    DATE = "date"
    PART = "part"
    RESIDUE = "residue"

    @property
    def term(self) -> str:
        """The kind in Chinese."""
        return _TERMS[self]


_TERMS = {
    Kind.SUM: "合计",
    Kind.SHARE: "占比",
    Kind.RATE: "比率",
    Kind.CHANGE: "增减",
    Kind.FEASIBLE: "整数反推",
    Kind.MEAN: "平均",
    Kind.DATE: "日期",
    Kind.PART: "必备内容",
    Kind.RESIDUE: "编辑残留",
}


class Sure(StrEnum):
    """把握 — how sure a finding is."""

    HIGH = "高"
    MIDDLE = "中"
    LOW = "低"


@dataclass(frozen=True, slots=True)
class Claim:
    """论断 — one thing the text states that can be computed: its place, both values, and whether they agree.

    `ok` is half-up rounding (四舍五入); `truncated` marks a value that is right only if digits were cut off.
    `cause` is the likely cause where it does not hold: `misprint: …`, `other base: …`, `truncated`, or empty.
    `why` is the arithmetic in words.
    """

    kind: Kind
    start: int
    end: int
    stated: str
    computed: str
    ok: bool
    truncated: bool = False
    cause: str = ""
    why: str = ""
    sure: Sure = Sure.HIGH


@dataclass(frozen=True, slots=True)
class Finding:
    """问题 — a place in the text that should be looked at, and why."""

    kind: Kind
    start: int
    end: int
    message: str
    sure: Sure = Sure.HIGH


@dataclass(frozen=True, slots=True)
class Checked:
    """检查结果 — the text, every claim that could be judged, and every finding, in the order of the text."""

    text: str
    claims: list[Claim] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def json(self) -> dict[str, list[dict[str, object]]]:
        """For other programs; start and end are offsets into the text, in characters."""
        return {
            "claims": [
                {
                    "kind": one.kind.value,
                    "text": self.text[one.start : one.end],
                    "start": one.start,
                    "end": one.end,
                    "stated": one.stated,
                    "computed": one.computed,
                    "ok": one.ok,
                    "truncated": one.truncated,
                    "cause": one.cause,
                }
                for one in self.claims
            ],
            "findings": [
                {
                    "kind": one.kind.value,
                    "text": self.text[one.start : one.end],
                    "start": one.start,
                    "end": one.end,
                    "message": one.message,
                }
                for one in self.findings
            ],
        }
