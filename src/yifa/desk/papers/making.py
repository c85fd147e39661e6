"""制作 — one paper in somebody's hands: what was written into it, what is missing, what may be done with it."""

from django import forms
from django.http import QueryDict

from yifa.desk.acting.scene import Desk
from yifa.desk.papers.lacking import lacks
from yifa.law.notices import PAPERS
from yifa.organs.models import Role
from yifa.organs.roles import stands_aside
from yifa.papers.issue import obstacles
from yifa.papers.kinds import HANDED_OVER
from yifa.papers.models import Draft, IssuedPaper
from yifa.papers.prepare import Prepared
from yifa.papers.wording import variables
from yifa.papers.words import practice

PREFIX = "field"


class SuppliedForm(forms.Form):
    """制作时填写的事项 — what no act holds, under the names the paper gives it."""

    def __init__(self, prepared: Prepared, supplied: dict[str, str]) -> None:
        super().__init__(prefix=PREFIX, initial=supplied)
        known, missing = variables(prepared.matter.paper.number), {one.term for one in prepared.filled.missing}
        for term in prepared.filled.asked:
            basis = known[term].basis or practice(known[term].practice)
            self.fields[term] = forms.CharField(
                label=term,
                required=term in missing or bool(supplied.get(term)),
                help_text=f"依据：{basis}" if basis else "",
                widget=forms.Textarea({"rows": 2, "class": "brief"}),
            )


class Making:
    """正在制作的文书 — one paper in somebody's hands, with what was written into it."""

    def __init__(
        self,
        desk: Desk,
        prepared: Prepared,
        supplied: dict[str, str],
        claim: str,
        replaces: IssuedPaper | None,
        draft: Draft | None,
    ) -> None:
        self.desk, self.prepared, self.supplied, self.claim = desk, prepared, supplied, claim
        self.replaces, self.draft = replaces, draft
        self.missing = lacks(prepared)
        said = {str(one) for one in prepared.filled.missing}
        self.against = [one for one in obstacles(prepared, desk.staff) if one not in said]

    @property
    def may_sign(self) -> bool:
        """Whether this person could sign it now."""
        return not (self.missing or self.against)

    @property
    def may_send(self) -> bool:
        """Whether it can be sent to who signs."""
        sendable = self.prepared.matter.paper.number not in HANDED_OVER and not self.replaces
        aside = stands_aside(self.desk.staff, self.desk.petition)
        return sendable and not (self.missing or aside or self.desk.staff.holds(Role.HEAD))

    @property
    def mine(self) -> bool:
        """Whether this person sent it, and it waits."""
        return self.draft is not None and self.draft.by_id == self.desk.staff.pk

    @property
    def title(self) -> str:
        """Its name for a file not numbered yet."""
        return f"{self.prepared.matter.paper.term}（未签发）{self.desk.record.number}"


def supplied_in(posted: QueryDict, paper: str) -> dict[str, str]:
    """What was written into the fields of this paper, and nothing else that was posted."""
    known = variables(paper) if paper in PAPERS else {}
    return {term: value for term in known if (value := posted.get(f"{PREFIX}-{term}", "").strip())}
