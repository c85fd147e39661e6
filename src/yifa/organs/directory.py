"""机关名录: the organs as the law asks about them; how they are entered, renamed and merged.

Codes never change and history stays. Days are given, never read off the clock: the page that asks refuses a
day still to come.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from graphlib import CycleError, TopologicalSorter

from django.core.exceptions import ValidationError
from django.db import transaction

from yifa.law.organs import Organ, Organs
from yifa.organs.models import OrganName, OrganRecord
from yifa.organs.snapshot import snapshot


def directory() -> Organs:
    """机关名录 — every organ ever entered, abolished ones too: acts on record name them."""
    return snapshot().organs


def standing(code: str) -> str:
    """承继 — the code of the organ that stands for that one today; figures of merged organs roll up to it."""
    return snapshot().standing(code)


def name_on(code: str, on: date) -> str:
    """当时名称 — what the organ was called on that day; before the first day on file, its first name."""
    names = snapshot().names.get(code)
    if not names:
        return directory().name(code)
    return next((name for since, name in reversed(names) if since is None or since <= on), names[0][1])


@transaction.atomic
def load(organs: Iterable[Organ], *, places: Mapping[str, str] | None = None, by: str = "") -> None:
    """名录导入 — enter organs, or bring kind, level, superiors and leaders of known ones up to date; all or none.

    `places` gives the place codes by organ code. A known organ keeps its name: a new one is a `rename`.
    """
    given, places = list(organs), places or {}
    known = {
        one.code: one for one in OrganRecord.objects.select_for_update().filter(code__in=[one.code for one in given])
    }
    _refuse_bad(given, known)
    rows = [
        OrganRecord(
            code=organ.code,
            name=organ.name,
            kind=organ.kind.value,
            level=organ.level.value,
            leaders=list(organ.leaders),
            place=places.get(organ.code, known[organ.code].place if organ.code in known else ""),
        )
        for organ in given
    ]
    fresh = [row for row in rows if row.code not in known]
    OrganRecord.objects.bulk_create(fresh)
    OrganRecord.objects.bulk_update([row for row in rows if row.code in known], ["kind", "level", "leaders", "place"])
    OrganName.objects.bulk_create(OrganName(organ_id=row.code, name=row.name, by=by) for row in fresh)
    _set_superiors(given)
    _refuse_circles()


@transaction.atomic
def rename(*, organ: str, name: str, on: date, by: str) -> None:
    """更名 — from that day on; the code stays, and the former name stays on file."""
    record, name = _in_being(organ), name.strip()
    _refuse_anonymous(by)
    if not name:
        raise ValidationError({"name": "请填写新名称"})
    if name == record.name:
        raise ValidationError({"name": f"{record.name}现在就用这个名称"})
    former = OrganName.objects.get(organ=record, until=None)
    if former.since is not None and on <= former.since:
        raise ValidationError({"on": f"更名日期须晚于现用名称的启用日期（{former.since}）"})
    former.until = on
    former.save(update_fields=["until"])
    OrganName.objects.create(organ=record, name=name, since=on, by=by.strip())
    record.name = name
    record.save(update_fields=["name"])


@transaction.atomic
def merge(*, organs: Iterable[str], into: str, on: date, by: str) -> None:
    """合并 — the organs are abolished and `into` stands for them; their people go over to it, their files stay theirs.

    Whether `into` also takes over a petition that is under way is an act in that petition: `Succeed` (Art. 24¶2).
    """
    codes = list(dict.fromkeys(organs))
    if not codes:
        raise ValidationError({"organs": "请指明被合并的机关"})
    _refuse_anonymous(by)
    successor, above = _in_being(into), directory().above(into)
    for code in codes:
        record = _in_being(code)
        if record == successor:
            raise ValidationError({"organs": f"{record.name}不能并入本机关"})
        if code in above:
            raise ValidationError({"organs": f"{record.name}是{successor.name}的上级，不能并入其下级"})
        record.abolished, record.abolished_by, record.successor = on, by.strip(), successor
        record.save(update_fields=["abolished", "abolished_by", "successor"])
        record.staff.update(organ=successor)
    _refuse_circles()


@transaction.atomic
def abolish(*, organ: str, on: date, by: str) -> None:
    """撤销 — with nobody to stand for it.  Whoever works there is first moved or has left: their files stay its own."""
    record = _in_being(organ)
    _refuse_anonymous(by)
    if record.staff.filter(active=True).exists():
        raise ValidationError(f"{record.name}还有在岗人员；请先把他们转到别的机关或者停用")
    record.abolished, record.abolished_by = on, by.strip()
    record.save(update_fields=["abolished", "abolished_by"])


def _set_superiors(given: list[Organ]) -> None:
    wanted = {above for organ in given for above in organ.superiors}
    known = set(OrganRecord.objects.filter(code__in=wanted).values_list("code", flat=True))
    if missing := sorted(wanted - known):
        raise ValidationError(f"上一级机关不在名录中：{'、'.join(missing)}")
    through = OrganRecord.superiors.through
    through.objects.filter(from_organrecord__in=[organ.code for organ in given]).delete()
    through.objects.bulk_create(
        through(from_organrecord_id=organ.code, to_organrecord_id=above)
        for organ in given
        for above in dict.fromkeys(organ.superiors)
    )


def _in_being(code: str) -> OrganRecord:
    record = OrganRecord.objects.select_for_update().filter(code=code).first()
    if record is None:
        raise ValidationError(f"机关名录中没有“{code}”")
    if record.abolished:
        raise ValidationError(f"{record.name}已于{record.abolished}撤销")
    return record


def _refuse_anonymous(by: str) -> None:
    if not by.strip():
        raise ValidationError({"by": "请写明登记人"})


def _refuse_bad(given: list[Organ], known: Mapping[str, OrganRecord]) -> None:
    seen = set()
    for organ in given:
        if not organ.code.strip() or not organ.name.strip() or not all(one.strip() for one in organ.leaders):
            raise ValidationError(f"机关代码、名称和负责人姓名不能是空白：{organ.code} {organ.name}")
        if organ.code in seen:
            raise ValidationError(f"机关代码“{organ.code}”在导入的名录中出现了两次")
        seen.add(organ.code)
        if organ.code in organ.superiors:
            raise ValidationError(f"上下级关系成了循环：{organ.name}不能是自己的上级")
        if organ.code in known and known[organ.code].name != organ.name:
            raise ValidationError(f"{organ.code}已在册，名称为“{known[organ.code].name}”；名称变了的，请用更名登记")


def _refuse_circles() -> None:
    """No organ stands above itself: the law asks who is above whom, and a circle has no answer."""
    organs = directory()
    try:
        TopologicalSorter({organ.code: organ.superiors for organ in organs}).prepare()
    except CycleError as error:
        circle = " → ".join(organs.name(code) for code in error.args[1])
        raise ValidationError(f"上下级关系成了循环：{circle}") from None
