"""填写 — every field of a paper from the record; a mandatory one that stays empty keeps the paper from being signed."""

from collections.abc import Iterator
from dataclasses import dataclass

from yifa.law.acts.labels import LABELS
from yifa.law.limits import LIMITS
from yifa.law.notices import Field, Need, header
from yifa.papers.matter import Matter
from yifa.papers.needs import fits, needed
from yifa.papers.source_names import root_of, told
from yifa.papers.sources import source
from yifa.papers.words import paper, practice

ASKED = frozenset({"form", "office", "attachments", "record", "path", "served", "paper", "organ"})
"""Where a value comes from that the act itself cannot hold: left empty, the person who prepares the paper supplies it."""

STANDS_IN = frozenset(
    {
        ("act.received", "act.on"),
        ("claim.accepted", "handling.notified"),
        ("claim.accepted", "handling.received"),
        ("handling.notified", "handling.received"),
        ("act.summary", "claim.text"),
        ("act.receiver", "Register.names"),
        ("act.due", "form"),
        ("act.after", "path.needs"),
        ("act.to", "handling.passed_on"),
        ("clock:T11", "clock:T09"),
        ("act.procedure", "text"),
    }
)
"""The second is said only where the first is empty; all other sources of a field are said together."""

GIVEN_AT_ISSUE = frozenset({"文号", "印章", "签发人"})
"""What signing itself supplies."""


@dataclass(frozen=True, slots=True)
class Missing:
    """缺项 — a field that must be there and is empty: which, who says so, and what would supply it.

    `supply`: the person who prepares the paper may write it; otherwise the record must say it first.
    """

    term: str
    basis: str
    from_: str
    supply: bool

    def __str__(self) -> str:
        """In words fit to show."""
        how = "请在制作时填写" if self.supply else "请先补正案卷"
        return f"「{self.term}」没有填写（{self.basis}）；来源：{self.from_}；{how}"


@dataclass(frozen=True, slots=True)
class Filled:
    """填写结果 — what each field says, what is missing, and which fields the preparer may write."""

    values: dict[str, str]
    missing: tuple[Missing, ...]
    asked: tuple[str, ...]


def fill(matter: Matter) -> Filled:
    """填写 — all fields of the paper, the common ones first."""
    values, missing, asked = {}, [], []
    for field in fields(matter):
        fit = fits(field.need, matter)
        values[field.term] = value = _value(field, matter) if fit else ""
        if field.term in GIVEN_AT_ISSUE:
            continue
        if fit and _open(field) and (_lacks(field, value, matter) or field.term in matter.supplied or _adds(field)):
            asked.append(field.term)
        if _lacks(field, value, matter) and needed(field.need, matter):
            missing.append(_missing(field))
    return Filled(values, tuple(missing), tuple(asked))


def fields(matter: Matter) -> Iterator[Field]:
    """载明事项 — the common fields and the paper's own; an application of the petitioner's has no officer."""
    for field in (*header(matter.paper), *matter.paper.fields):
        if not (matter.personal and (field.need is Need.OUTWARD or field.term in {"制作机关", "经办人"})):
            yield field


def _value(field: Field, matter: Matter) -> str:
    if field.term == "对每项请求的答复":
        return "\n".join(
            f"关于“{claim.text}”的请求：{source('act.opinion', field, matter)}" for claim in matter.concerned
        )
    found: list[tuple[str, str]] = []
    for name in field.source:
        first = next((before for before, value in found if value and (before, name) in STANDS_IN), None)
        if first is None:
            found.append((name, source(name, field, matter)))
    given = [(name, value) for name, value in found if value]
    if len(found) > 1:
        given = [(name, _labelled(name, value, field, alone=len(given) == 1)) for name, value in given]
    words = dict.fromkeys(value for _, value in given)
    said = [one for one in words if not any(other != one and other.startswith(one) for other in words)]
    if not said and _open(field):
        return matter.supplied.get(field.term, "").strip() or (
            matter.preparer if field.source == ("act.officer",) else ""
        )
    return ("\n" if any("\n" in one for one in said) else "，").join(said)


_PARTY = {"Register.names": "申请人", "HandlingOpinion.by": "被申请人", "ReviewOpinion.by": "被申请人"}


def _labelled(name: str, value: str, field: Field, *, alone: bool) -> str:
    """Among other words a bare yes, day or name says of what it is."""
    root, rest = root_of(name)
    if value in {"是", "否"}:
        return f"{LABELS[rest]}：{value}"
    if root == "served":
        return f"{paper(rest)}{value}送达"
    if name == "handling.assigned":
        return f"办理期限{value}"
    if root == "clock" and not alone:
        return f"{LIMITS[rest].term}{value}"
    return f"{_PARTY[name]}{value}" if name in _PARTY and "被申请人" in field.term else value


def _lacks(field: Field, value: str, matter: Matter) -> bool:
    """Whether it says too little: of a hearing the day alone does not say where, and who was there."""
    return not value or (field.source == ("act.on", "form") and not matter.supplied.get(field.term, "").strip())


def _adds(field: Field) -> bool:
    """Whether the preparer may add to what the record says."""
    return "form" in field.source and not any(pair[1] == "form" and pair[0] in field.source for pair in STANDS_IN)


def _open(field: Field) -> bool:
    return any(root_of(name)[0] in ASKED or name == "act.officer" for name in field.source)


def _missing(field: Field) -> Missing:
    basis = str(field.basis) if field.basis else practice(field.practice) or "文书应当载明"
    return Missing(field.term, basis, "、".join(dict.fromkeys(map(told, field.source))), _open(field))
