"""步骤 — the pages of a filing in order, what each asks, and what is still missing at the end."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django import forms
from django.urls import reverse

from yifa.law import terms
from yifa.pages.forms import problems
from yifa.portal.filing.forms import MOST_ASKED, Accused, Claim, Privacy, What, Where, WhoFiles, contact_form, held
from yifa.portal.filing.sheet import Asked, Sheet

STAGES = ("事情", "请求", "地点", "身份", "附件", "确认")
"""What the line at the top of each page shows."""


@dataclass(frozen=True, slots=True)
class Step:
    """一步 — one page with one form: its title and stage, the pages after and before it; `number` of the claim it is about."""

    name: str
    title: str
    stage: str
    form: type[forms.Form]
    then: str
    back: str
    number: int | None = None

    def target(self, sheet: Sheet) -> Sheet | Asked:
        """What it writes to: the sheet, or one claim of it; a claim that is new is added."""
        if self.number is None:
            return sheet
        if self.number > len(sheet.asked):
            sheet.asked.append(Asked())
        return sheet.asked[min(self.number, len(sheet.asked)) - 1]

    def kept(self, sheet: Sheet) -> dict[str, str]:
        """What its form shows: what was typed before; of a new first claim, what the interview suggests."""
        if self.number is not None and self.number > len(sheet.asked):
            return {"purpose": _suggested(sheet)}
        return held(self.form, self.target(sheet))

    def after(self, sheet: Sheet, then: str) -> str:
        """The page after it, or the one that sent here to change it; an accusation is first asked about the accused."""
        asked = self.target(sheet)
        if self.name == "claim" and isinstance(asked, Asked) and asked.accuses:
            return reverse("file-accused", args=[self.number]) + (f"?then={then}" if then else "")
        return address_of(then or self.then, sheet)


_CLAIM = Step("claim", "您的请求", "请求", Claim, "asked", "what")
_ACCUSED = Step("accused", "检举控告：密封保管", "请求", Accused, "asked", "claim")
_STEPS = {
    one.name: one
    for one in (
        Step("what", "发生了什么事？", "事情", What, "asked", ""),
        Step("where", "地点和机关", "地点", Where, "who", "asked"),
        Step("who", "您是谁？", "身份", WhoFiles, "contact", "where"),
        Step("contact", "怎样找到您？", "身份", forms.Form, "attachments", "who"),
        Step("privacy", "怎样使用您的信息", "确认", Privacy, "check", "attachments"),
    )
}
"""The pages that ask one form once; claims and attachments have pages of their own."""


def step_of(sheet: Sheet, name: str, number: int | None = None) -> Step | None:
    """The page of that name, for the sheet as it stands; None where there is no such page."""
    if number is None:
        step = _STEPS.get(name)
        return replace(step, form=contact_form(sheet)) if step and name == "contact" else step
    if not 1 <= number <= min(len(sheet.asked) + 1, MOST_ASKED):
        return None
    if name == "accused":
        return replace(_ACCUSED, number=number)
    title = _CLAIM.title if number == 1 else f"第{number}项请求"
    return replace(_CLAIM, number=number, title=title, back="asked" if sheet.asked else "what")


def address_of(place: str, sheet: Sheet, number: int | None = None) -> str:
    """Where the page of that name is; before the first claim is written, its page stands for the list of claims."""
    if place == "asked":
        return reverse("file-asked") if sheet.asked else reverse("file-claim", args=[1])
    if place in _STEPS:
        return reverse("file-step", args=[place])
    return reverse(f"file-{place}" if place else "file", args=[number] if place == "claim" else [])


def unfinished(sheet: Sheet) -> str:
    """Where a filing that was begun goes on: the first page on which nothing stands yet."""
    for name in ("what", "asked", "where", "who", "contact"):
        step = step_of(sheet, name)
        if not (any(step.kept(sheet).values()) if step else sheet.asked):
            return address_of(name, sheet)
    return address_of("check" if sheet.read else "attachments", sheet)


def missing(sheet: Sheet) -> Iterator[dict[str, str]]:
    """What every page would object to, each with the page that mends it; nothing when it may be handed in."""
    for name in _STEPS:
        yield from _objections(step_of(sheet, name), sheet, address_of(name, sheet))
        if name == "what":
            yield from _of_claims(sheet)


def _of_claims(sheet: Sheet) -> Iterator[dict[str, str]]:
    if not sheet.asked:
        yield {"text": "请写明至少一项请求", "page": reverse("file-claim", args=[1])}
    for number, asked in enumerate(sheet.asked, start=1):
        yield from _objections(step_of(sheet, "claim", number), sheet, reverse("file-claim", args=[number]))
        if asked.accuses:
            yield from _objections(step_of(sheet, "accused", number), sheet, reverse("file-accused", args=[number]))


def _objections(step: Step | None, sheet: Sheet, page: str) -> Iterator[dict[str, str]]:
    if step:
        for one in problems(step.form(step.kept(sheet))):
            yield {"text": str(one["text"]), "page": f"{page}?then=check"}


def _suggested(sheet: Sheet) -> str:
    """What the interview says about the first claim; the person may tick another."""
    if not sheet.asked and sheet.answers.get("official") is True:
        return terms.Purpose.ACCUSATION
    return terms.Purpose.SUGGESTION if not sheet.asked and sheet.answers.get("suggestion") is True else ""
