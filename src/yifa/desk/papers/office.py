"""制文设置 — the organ's 机关代字, and its own wording of each paper, taken as .docx and handed in again."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yifa.desk.access import staff_only
from yifa.desk.papers.files import as_file
from yifa.law.notices import PAPERS, Field, Need, Paper
from yifa.organs.models import Staff
from yifa.pages.forms import problems
from yifa.papers import own
from yifa.papers.document import Document
from yifa.papers.kinds import format_of, petition_papers, series
from yifa.papers.models import Letterhead, OwnWording
from yifa.papers.wording import variables
from yifa.papers.words import practice

OPTIONAL = frozenset({Need.IF_ANY, Need.SERVED})
"""A template may leave these out."""


class LetterheadForm(forms.ModelForm):  # type: ignore[type-arg]
    """制文设置."""

    class Meta:
        model = Letterhead
        fields = ("code_word", "mark")
        help_texts = {
            "code_word": "文号由它开头，如“示信告〔2026〕12号”；本机关一个，不与别的机关相同",
            "mark": "印在文书上方；不填的，用机关名称",
        }
        error_messages = {"code_word": {"unique": "这个机关代字已经有机关在用，请换一个"}}


@staff_only(*own.ROLES)
def templates(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """文书模板: every kind, and which the organ words itself.  Permission: who may change the wording, of the own organ."""
    latest = {one.paper: one for one in OwnWording.objects.filter(organ=staff.organ_id).select_related("by")}
    context = {
        "section": "papers",
        "tab": "templates",
        "organ": staff.organ,
        "letterhead": Letterhead.objects.filter(organ=staff.organ_id).first(),
        "rows": [(one, series(one), _held(latest.get(one.number))) for one in petition_papers()],
    }
    return render(request, "desk/papers/templates.html", context)


@staff_only(*own.ROLES)
def template(request: HttpRequest, paper: str, *, staff: Staff) -> HttpResponse:
    """一种文书的模板: taken, handed in, the standard one brought back.  Permission: as the list."""
    kind = _kind(paper)
    if request.method == "POST":
        try:
            if request.POST.get("step") == "restore":
                own.restore(staff=staff, paper=paper)
                messages.success(request, f"{kind.term}从现在起用标准模板；原来的仍在档")
            else:
                own.adopt(_uploaded(request), staff=staff, paper=paper)
                messages.success(request, f"{kind.term}从现在起用本机关的新模板")
        except ValidationError as refused:
            return _shown(request, staff, kind, refused.messages, status=422)
        return redirect("paper-template", paper)
    return _shown(request, staff, kind, [])


@staff_only(*own.ROLES)
def download(request: HttpRequest, paper: str, *, staff: Staff) -> HttpResponse:
    """下载模板.  Permission: as the list."""
    kind = _kind(paper)
    return as_file(own.template(staff.organ_id, paper), "docx", f"{kind.term}模板")


@staff_only(*own.ROLES)
def letterhead(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """机关代字、发文机关标志.  Permission: as the templates; of the own organ."""
    held = Letterhead.objects.filter(organ=staff.organ_id).first() or Letterhead(organ=staff.organ_id)
    form = LetterheadForm(request.POST or None, instance=held)
    if form.is_valid():
        form.save()
        messages.success(request, "已保存；以后签发的文书按此编号")
        return redirect("paper-templates")
    context = {"section": "papers", "tab": "templates", "form": form, "organ": staff.organ}
    return render(request, "desk/papers/letterhead.html", context | {"problems": list(problems(form))})


def _kind(number: str) -> Paper:
    if number not in PAPERS or PAPERS[number] not in petition_papers():
        raise Http404
    return PAPERS[number]


def _held(latest: OwnWording | None) -> OwnWording | None:
    """The organ's own wording, if it holds: an empty one brought the standard back."""
    return latest if latest and latest.text else None


def _uploaded(request: HttpRequest) -> bytes:
    """No more of the file than may be in it is read."""
    file = request.FILES.get("file")
    if file is None:
        raise ValidationError("请选择改好的模板文件（.docx）")
    if (file.size or 0) > own.MOST_BYTES:
        megabytes = (file.size or 0) // 1_000_000
        raise ValidationError(f"文件有{megabytes}MB，超过{own.MOST_BYTES // 1_000_000}MB；模板里只要文字，请删去图片")
    content: bytes = file.read()
    return content


def _basis(field: Field) -> str:
    return str(field.basis) if field.basis else practice(field.practice)


def _shown(request: HttpRequest, staff: Staff, kind: Paper, refused: list[str], *, status: int = 200) -> HttpResponse:
    wording = own.wording_of(staff.organ_id, kind.number)
    history = list(OwnWording.objects.filter(organ=staff.organ_id, paper=kind.number).select_related("by"))[::-1]
    context: dict[str, Any] = {
        "section": "papers",
        "tab": "templates",
        "kind": kind,
        "held": _held(history[0] if history else None),
        "history": history,
        "document": Document(form=format_of(kind), title=wording.title, blocks=wording.blocks),
        "variables": [
            (term, field.need if field in kind.fields and field.need not in OPTIONAL else "", _basis(field))
            for term, field in variables(kind.number).items()
        ],
        "problems": [{"text": one, "field": "id_file"} for one in refused],
    }
    return render(request, "desk/papers/template.html", context, status=status)
