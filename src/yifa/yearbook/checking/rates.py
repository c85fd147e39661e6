"""比率 — rates from counts: what was done, of what, and whether the printed percentage is right."""

import re
from collections.abc import Iterator
from decimal import Decimal

from yifa.yearbook.checking.claims import Claim, Kind, Sure
from yifa.yearbook.checking.document import Document, unique
from yifa.yearbook.checking.roles import Role
from yifa.yearbook.checking.rounding import Judged, judge, rounded, slip, whole
from yifa.yearbook.checking.tokens import Sentence, Token

NAME = re.compile(r"(?P<stem>[\u4e00-\u9fff“”]*?)率(?=[^率]*$)")
SAME = (
    "办结|结案|审结|完结|结",
    "化解|调解成功|调处成功",
    "接通|接听",
    "答复|回复|反馈",
    "采纳|采用|采信",
    "满意|基本满意|非常满意",
)
FRACTION = re.compile(r"^（(?P<n>\d+)[^\d/／÷）]{0,3}[/／÷](?P<d>\d+)[^\d/／÷）]{0,3}）")
QUALIFIED = re.compile(r"按[时期]|及时|超[时期]|限[时期]|提前|直接|在线|自行|一次性|综合|总|当场|首次")
DONE = re.compile(r"(?<!不予)(?:结|化解|调解|调处|答复|回复|反馈|采纳|接通|接听|整改|完成|签收|销号|办理)")
TAKEN_IN = re.compile(
    r"受理|收|接|排查|转办|交办|立案|登记|派|呼入|来电|调解|调处|处置|办理|检查|抽查|形成|生成|工单|总|共|应"
)
"""Of what was taken in, some was done: only then may a rate that does not fit be called wrong."""
FAR = 80
"""Characters between two numbers that are no longer quoted together."""
PARENT = re.compile(r"其中|中，")


def claims(document: Document) -> Iterator[Claim]:
    """Every rate whose numbers the text gives."""
    for sentence in document.sentences:
        for one in sentence.tokens:
            if one.role is Role.RATE and one.unit == "%":
                yield from _of(document, sentence, one)


def _of(document: Document, sentence: Sentence, percent: Token) -> Iterator[Claim]:
    if printed := FRACTION.match(document.plain[percent.end : percent.end + 40]):
        yield from _fraction(percent, printed)
        return
    found = _numerator(sentence, percent)
    if found is None:
        return
    n, named = found
    if document.unread(n.end, percent.start):
        return
    inner = [one for one in sentence.before(n) if one.own and one.depth <= n.depth and _able(n, one)]
    earlier = [*document.before(sentence), *document.totals_before(n.start), *document.counts_near(n.start)]
    outer = [one for one in unique(earlier) if _able(n, one)]
    near = _first_fitting(percent, n, inner)
    far = _first_fitting(percent, n, outer) if not near and percent.decimals > (not named) else None
    parent = inner[0] if inner and _child(document, inner[0], n) else None
    for base in (near, far):
        if base:
            yield _pair(document, percent, n, base, "")
    if near or (percent.vague and not parent):
        return
    if parent and named:
        yield _pair(document, percent, n, parent, f"other base: {whole(far.value)}" if far else "")
    elif (
        far is None and named and inner and not percent.bare and DONE.search(n.label) and TAKEN_IN.search(inner[0].lead)
    ):
        yield _pair(document, percent, n, inner[0], "")


def _fraction(percent: Token, printed: re.Match[str]) -> Iterator[Claim]:
    """办结率97.5%（117/120）."""
    n, d = Decimal(printed["n"]), Decimal(printed["d"])
    if n <= d and d:
        span = percent.start - len(percent.clause), percent.end + printed.end()
        yield _claim(percent, span, judge(percent, n, d), (n, d))


def _numerator(sentence: Sentence, percent: Token) -> tuple[Token, bool] | None:
    """The count a rate is made of: one whose words are the rate's own, or the one right before it."""
    name = NAME.search(percent.clause)
    stem = re.sub(r"^(?:其中|而|及|和)|[“”]", "", name["stem"]) if name else ""
    before = [one for one in sentence.said_of(percent) if not one.vague]
    for one in before:
        if stem and _means(one.label, stem):
            return one, True
    nearest = (
        before[0]
        if before
        and not any(
            token.start > before[0].end and token.start < percent.start
            for token in sentence.tokens
            if not token.mate and token.depth <= percent.depth
        )
        else None
    )
    return (nearest, False) if nearest and stem else None


def _means(label: str, stem: str) -> bool:
    """Whether a count is said to be what the rate is named for: 办结65件, 结案率."""
    words = re.sub(r"（[^）]*）?", "", label)
    if QUALIFIED.findall(words) != QUALIFIED.findall(stem):
        return False
    if words.endswith(stem) or (len(stem) > 1 and words.startswith(stem)):
        return True
    bare = re.sub(r"^(?:已|全部|共|均)+", "", words)
    return any(re.fullmatch(one, stem) and re.fullmatch(f"(?:{one})(?:数|量)?", bare) for one in SAME)


def _able(n: Token, d: Token) -> bool:
    return d.value >= n.value and not d.vague and d.family not in {"时间", "元"} and d.value > 0 and d.start != n.start


def _child(document: Document, parent: Token, n: Token) -> bool:
    """N件，其中n件."""
    return (
        bool(PARENT.search(document.plain[parent.end : n.start])) and "；" not in document.plain[parent.end : n.start]
    )


def _first_fitting(percent: Token, n: Token, bases: list[Token]) -> Token | None:
    return next((one for one in bases if _judge(percent, n, one).near), None)


def _judge(percent: Token, n: Token, d: Token) -> Judged:
    return judge(percent, n.value, d.value, steps=(n.step, d.step))


def _pair(document: Document, percent: Token, n: Token, d: Token, cause: str) -> Claim:
    first = d if d.end <= n.start and n.start - d.end < FAR else n
    sure = Sure.LOW if cause else Sure.MIDDLE
    return _claim(percent, document.span(first, percent), _judge(percent, n, d), (n.value, d.value), cause, sure)


def _claim(
    percent: Token,
    span: tuple[int, int],
    judged: Judged,
    of: tuple[Decimal, Decimal],
    cause: str = "",
    sure: Sure = Sure.HIGH,
) -> Claim:
    n, d = of
    right = rounded(judged.exact, percent.decimals)
    if not judged.ok and not cause:
        cause = "truncated" if judged.truncated else f"misprint: {right}%" if slip(percent.printed, str(right)) else ""
    return Claim(
        Kind.RATE,
        *span,
        f"{percent.printed}%",
        judged.computed,
        judged.ok,
        judged.truncated,
        cause="" if judged.ok else cause,
        why=f"{whole(n)}÷{whole(d)}={judged.computed}{'' if judged.ok else f'，应为{right}%'}",
        sure=sure,
    )
